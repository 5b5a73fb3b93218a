package report

import (
	"cmp"
	"slices"
	"strings"

	"tressons/model"
	"tressons/report/figure"
)

// Options are what the team chooses of a document. The zero value is the whole
// document, as it is made by rule. Those kept in the diagnosis hold wherever the
// ones handed in are zero: see entity "report".
type Options struct {
	// Without lists the sections left out, by the ids that Kind.Sections gives.
	Without []string
	// Axis keeps the sections of one axis among those of the axes.
	Axis model.AxisID
	// Accent is the strong colour; Forest when zero. See AccentOf.
	Accent figure.Color
	// Team stands for the team of the diagnosis on the cover.
	Team string
	// Funders is the mention of who paid, such as LEADER and Feader.
	Funders string
	// Cover and Logo name photos of the file for the cover.
	Cover, Logo model.Hash
	// Blank leaves a questionnaire without the answers known so far.
	Blank bool
}

// SectionName is a section of a document model, to be chosen or left out.
type SectionName struct{ ID, Label string }

// Sections lists the sections that a document of that kind may have.
func (k Kind) Sections() []SectionName {
	out := make([]SectionName, len(k.parts))
	for i, p := range k.parts {
		out[i] = SectionName{p.id, p.label}
	}
	return out
}

// ByAxis tells the documents that can be made for one axis only.
func (k Kind) ByAxis() bool {
	return slices.ContainsFunc(k.parts, func(p part) bool { return p.axis() != "" })
}

// Compares tells the documents that show what moved since an earlier state.
func (k Kind) Compares() bool {
	return k.From == TwoStates || slices.ContainsFunc(k.parts, func(p part) bool { return p.id == "evolutions" })
}

// Settings lists the fields of entity "report" that mean something for the
// document, its sections aside.
func (k Kind) Settings() []string {
	out := []string{"accent", "team", "date", "funders"}
	if k.hasCover() {
		out = append(out, "cover", "logo")
	}
	if k.ByAxis() {
		out = append([]string{"axis"}, out...)
	}
	if k.Slug == "questionnaire" {
		out = append([]string{"blank"}, out...)
	}
	return out
}

// axis is the axis that a part is about, "" for the others: it is named by it.
func (p part) axis() model.AxisID {
	if axis := model.AxisID(p.id); slices.Contains(model.AxisIDs[:], axis) {
		return axis
	}
	return ""
}

// wanted tells whether the options keep a part.
func (o Options) wanted(p part) bool {
	otherAxis := o.Axis != "" && p.axis() != "" && p.axis() != o.Axis
	return !otherAxis && !slices.Contains(o.Without, p.id)
}

// kept are the options that the team keeps in the file for a kind of document.
// What this version cannot follow (a section or a colour that it does not know)
// is left aside: a document is made whatever the file holds.
func (k Kind) kept(d *model.Diagnosis) Options {
	row, _ := d.Reports.Get(k.Slug)
	o := Options{Team: row.Team, Funders: row.Funders, Cover: row.Cover, Logo: row.Logo, Blank: row.Blank == model.Yes}
	o.Accent, _ = AccentOf(row.Accent)
	if k.ByAxis() {
		o.Axis = row.Axis
	}
	for _, id := range strings.Split(row.Without, ",") {
		if k.has(id) == nil {
			o.Without = append(o.Without, id)
		}
	}
	if !slices.ContainsFunc(k.parts, o.wanted) {
		o.Without = nil
	}
	return o
}

// or completes options with others where they are zero.
func (o Options) or(kept Options) Options {
	if o.Without == nil {
		o.Without = kept.Without
	}
	if o.Accent.A == 0 {
		o.Accent = kept.Accent
	}
	o.Axis, o.Team, o.Funders = cmp.Or(o.Axis, kept.Axis), cmp.Or(o.Team, kept.Team), cmp.Or(o.Funders, kept.Funders)
	o.Cover, o.Logo = cmp.Or(o.Cover, kept.Cover), cmp.Or(o.Logo, kept.Logo)
	o.Blank = o.Blank || kept.Blank
	return o
}

// with completes what is handed in with what the file keeps.
func (in Input) with(k Kind) Input {
	in.Options = in.Options.or(k.kept(in.Diagnosis))
	if in.Date.IsZero() {
		row, _ := in.Diagnosis.Reports.Get(k.Slug)
		in.Date = row.Date.Day()
	}
	if k.From != SeveralDiagnoses {
		in.Others = nil
	}
	return in
}

// check refuses options that a kind of document does not have.
func (k Kind) check(o Options) error {
	if o.Axis != "" && !k.ByAxis() {
		return refuse("Le document " + model.Quote(k.Name) + " ne se limite pas à un axe" + model.NBSP + "; la monographie et le questionnaire le peuvent.")
	}
	for _, id := range o.Without {
		if err := k.has(id); err != nil {
			return err
		}
	}
	if !slices.ContainsFunc(k.parts, o.wanted) {
		return refuse("Il ne reste aucune section dans ce document" + model.NBSP + ": gardez-en au moins une.")
	}
	return nil
}

// Photos names the photos that a document of that kind shows, as the diagnosis
// keeps it.
func (k Kind) Photos(d *model.Diagnosis) []model.Hash {
	var out []model.Hash
	kept := k.kept(d)
	if k.hasCover() {
		out = append(out, kept.Cover, kept.Logo)
	}
	if slices.ContainsFunc(k.parts, func(p part) bool { return p.id == imagesPart && kept.wanted(p) }) {
		for _, e := range d.Evidence.All() {
			out = append(out, e.Photo)
		}
	}
	return slices.DeleteFunc(distinct(out), func(h model.Hash) bool { return h == "" })
}

// has refuses the id of a section that a kind of document does not have.
func (k Kind) has(id string) error {
	var ids []string
	for _, p := range k.parts {
		ids = append(ids, p.id)
	}
	if slices.Contains(ids, id) {
		return nil
	}
	return refuse("Le document " + model.Quote(k.Name) + " n’a pas de section " + model.Quote(id) + ". Ses sections" + model.NBSP + ": " + strings.Join(ids, ", ") + ".")
}

// AllBut lists the sections of the document that are not to be kept, none when
// keep is empty: then all are kept. It refuses an unknown section.
func (k Kind) AllBut(keep []string) (without []string, err error) {
	for _, id := range keep {
		if err := k.has(id); err != nil {
			return nil, err
		}
	}
	for _, p := range k.parts {
		if len(keep) > 0 && !slices.Contains(keep, p.id) {
			without = append(without, p.id)
		}
	}
	return without, nil
}

// checkSources refuses to make a document without what it is made from.
func (k Kind) checkSources(in Input) error {
	if n := 1 + len(in.Others); k.From == SeveralDiagnoses && (n < 2 || n > MostDiagnoses) {
		return refuse("La synthèse met côte à côte de deux à douze diagnostics" + model.NBSP + "; il y en a " + model.Spell(n, false) + ".")
	}
	if k.From == TwoStates && in.Before.Diagnosis == nil {
		return refuse("Pour montrer des évolutions, il faut un état plus ancien du diagnostic" + model.NBSP + ": figez l’état d’aujourd’hui, vous pourrez y comparer les suivants.")
	}
	return nil
}

func refuse(message string) error { return &model.Problem{Message: message} }

// leastContrast is that of WCAG 2 for text, level AA.
const leastContrast = 4.5

// AccentOf reads a colour such as "#1D5C4F". Titles and numbers are set in it:
// the error, a French sentence, refuses one that cannot be read well enough on
// paper and on its own tint, and proposes the nearest that can.
func AccentOf(hex string) (figure.Color, error) {
	c, ok := figure.ParseHex(hex)
	if !ok {
		return figure.Color{}, refuse(model.Quote(hex) + " n’est pas une couleur" + model.NBSP + ": écrivez par exemple #1D5C4F.")
	}
	if contrast := readability(c); contrast < leastContrast {
		return figure.Color{}, refuse("La couleur " + figure.Hex(c) + " ne se lirait pas bien sur le papier" + model.NBSP + ": son contraste est de " +
			model.FormatNumber(contrast, 1) + " alors qu’il en faut " + model.FormatNumber(leastContrast, 1) + ". La plus proche qui convient est " + figure.Hex(readable(c)) + ".")
	}
	return c, nil
}

// readability is the least contrast that text in a colour has on our pages.
func readability(c figure.Color) float64 {
	return min(figure.Contrast(c, figure.Paper), figure.Contrast(c, figure.Tint(c)))
}

// readable is the lightest shade of a colour that can be read.
func readable(c figure.Color) figure.Color {
	shade := func(k int) figure.Color {
		dim := func(v uint8) uint8 { return uint8(int(v) * k / 255) }
		return figure.Color{R: dim(c.R), G: dim(c.G), B: dim(c.B), A: c.A}
	}
	k := 255
	for k > 0 && readability(shade(k)) < leastContrast {
		k--
	}
	return shade(k)
}
