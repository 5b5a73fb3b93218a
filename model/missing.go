package model

// Gap is something whose absence a reader of the report would feel. It never
// blocks anything.
type Gap struct {
	Message string // French
	Entity  string
	Row     string
	Field   string // "" for the row or list as a whole
}

// Gaps lists what would make a better report, most useful first.
func (d *Diagnosis) Gaps(g *Grid) []Gap {
	var out []Gap
	add := func(entity, row, field, message string) { out = append(out, Gap{message, entity, row, field}) }
	d.sheetGaps(add)
	for _, axis := range AxisIDs {
		if p := d.AxisProgress(g, axis); !p.Complete() {
			add("lever", d.firstUnset(g, axis), "level", g.Axis(axis).Name+NBSP+": "+
				Count(p.Total-p.Done, "levier non renseigné", "leviers non renseignés"))
		}
	}
	if d.KeyFactors.Len() == 0 {
		add("key_factor", "", "", "Aucun facteur clé")
	}
	if d.Initiatives.Len() == 0 {
		add("initiative", "", "", "Aucune initiative")
	}
	d.initiativeGaps(add)
	return out
}

func (d *Diagnosis) sheetGaps(add func(entity, row, field, message string)) {
	e, _ := EntityNamed("territory")
	for _, f := range e.Fields {
		if f.Required && d.Value("territory", SelfID, f.Name) == "" {
			add("territory", SelfID, f.Name, "Territoire"+NBSP+": "+lowerFirst(f.Label))
		}
	}
}

func (d *Diagnosis) firstUnset(g *Grid, axis AxisID) string {
	for _, l := range g.LeversOf(axis) {
		if d.Lever(l.Slug).Level == Unset {
			return l.Slug
		}
	}
	return ""
}

func (d *Diagnosis) initiativeGaps(add func(entity, row, field, message string)) {
	missing := []struct{ field, one, many string }{
		{"commune", "initiative sans commune", "initiatives sans commune"},
		{"theme", "initiative sans thème", "initiatives sans thème"},
		{"description", "initiative sans description", "initiatives sans description"},
	}
	for _, m := range missing {
		count, first := 0, ""
		for _, i := range d.Initiatives.All() {
			if d.Value("initiative", i.ID, m.field) == "" {
				if count++; count == 1 {
					first = i.ID
				}
			}
		}
		if count > 0 {
			add("initiative", first, m.field, Count(count, m.one, m.many))
		}
	}
}
