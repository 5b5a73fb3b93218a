package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// newLinks shows the rows of an entity that are joined to a row as chips: a
// click opens one, × parts them, « + Ajouter » joins one more, that is there or
// that is made on the spot.
func newLinks(s *Session, ref model.Ref, entity, label string) fyne.CanvasObject {
	return newMixedLinks(s, ref, label, entity)
}

// newMixedLinks is newLinks for rows of several entities in one list.
func newMixedLinks(s *Session, ref model.Ref, label string, entities ...string) fyne.CanvasObject {
	l := &linkList{s: s, from: ref, entities: entities, chips: widgets.Flow(chipGap), notes: widgets.VStack(skin.Gap1)}
	l.show()
	return widgets.NewField(widgets.VStack(skin.Gap2, l.chips, l.notes), widgets.FieldOptions{Label: label})
}

// chipGap is the space between two chips.
const chipGap = 6

// linkList is what newLinks shows.
type linkList struct {
	s        *Session
	from     model.Ref
	entities []string
	chips    *fyne.Container
	notes    *fyne.Container
	add      *widgets.Chip
}

// show makes the chips anew.
func (l *linkList) show() {
	l.chips.Objects = nil
	joined := l.s.joined(l.from, l.entities...)
	for _, ref := range joined {
		l.chips.Objects = append(l.chips.Objects, l.chip(ref))
	}
	if l.s.consulting() && len(l.chips.Objects) == 0 {
		l.chips.Objects = append(l.chips.Objects, widgets.NewText("Non renseigné", widgets.TextOptions{Style: widgets.Secondary, NoWrap: true}))
	}
	l.add = widgets.NewChip(widgets.ChipOptions{Label: "+ Ajouter", Dashed: true, OnTapped: l.pick})
	l.chips.Objects = append(l.chips.Objects, l.add)
	if len(joined) > 0 && l.serves() {
		l.chips.Objects = append(l.chips.Objects, widgets.NewChip(widgets.ChipOptions{Label: precise, Dashed: true, OnTapped: l.askNotes}))
	}
	l.chips.Refresh()
	l.notes.Objects = l.noteLines(joined)
	l.notes.Hidden = len(l.notes.Objects) == 0
	l.notes.Refresh()
}

// joined lists the rows of some entities that are joined to a row, in the order
// of their lists.
func (s *Session) joined(to model.Ref, entities ...string) []model.Ref {
	var out []model.Ref
	for _, entity := range entities {
		there := map[string]bool{}
		for _, id := range s.Diagnosis().Neighbours(to, entity) {
			there[id] = true
		}
		for _, id := range s.rowIDs(entity) {
			if there[id] {
				out = append(out, model.MakeRef(entity, id))
			}
		}
	}
	return out
}

// linkCounts counts for each row of an entity the rows that it is joined to.
func (s *Session) linkCounts(entity string) map[string]int {
	d, counts := s.Diagnosis(), map[string]int{}
	for _, l := range d.Links.All() {
		fromKind, from := l.From.Split()
		toKind, to := l.To.Split()
		switch {
		case !d.Exists(fromKind, from) || !d.Exists(toKind, to):
		case fromKind == entity:
			counts[from]++
		case toKind == entity:
			counts[to]++
		}
	}
	return counts
}

func (l *linkList) chip(ref model.Ref) *widgets.Chip {
	entity, id := ref.Split()
	return widgets.NewChip(widgets.ChipOptions{
		Label: l.s.chipLabel(entity, id), Icon: chipIcon(entity), Color: l.s.chipColor(entity, id),
		OnTapped:  func() { l.s.Go(l.s.targetOf(entity, id, "")) },
		OnRemoved: func() { l.part(ref) },
	})
}

// part takes a link away and offers to put it back.
func (l *linkList) part(ref model.Ref) {
	entity, id := ref.Split()
	name := l.s.title(entity, id)
	if l.s.Edit("lien retiré"+model.NBSP+": "+l.s.linkName(l.from, ref), model.UnlinkEdits(l.from, ref)...) {
		l.show()
		l.s.Window().Canvas().Focus(l.add)
		l.s.Toast("Lien retiré"+model.NBSP+": "+name, "Annuler", l.s.Undo)
	}
}

// join adds a link, with the edits that make the row it leads to, if any.
func (l *linkList) join(ref model.Ref, before ...model.Edit) {
	label := "lien" + model.NBSP + ": " + l.s.linkName(l.from, ref)
	if len(before) > 0 {
		label = "ajout" + model.NBSP + ": " + nameToBe(ref, before)
	}
	if l.s.Edit(label, append(before, model.LinkEdits(l.from, ref)...)...) {
		l.show()
		l.s.Window().Canvas().Focus(l.add)
	}
}

// nameToBe names a row that edits are about to make: « Preuve « Bilan » ».
func nameToBe(ref model.Ref, edits []model.Edit) string {
	entity, row := ref.Split()
	e, _ := model.EntityNamed(entity)
	for _, edit := range edits {
		if edit.Row == row && edit.Field == e.Fields[0].Name {
			return e.Label + " " + model.Quote(edit.Value)
		}
	}
	return e.Label
}

func (l *linkList) pick() {
	picker := linkPicker{s: l.s, entities: l.entities, taken: map[model.Ref]bool{l.from: true}, join: l.join}
	for _, ref := range l.s.joined(l.from, l.entities...) {
		picker.taken[ref] = true
	}
	picker.open()
}

// linkName names a link in « Annuler ».
func (s *Session) linkName(a, b model.Ref) string {
	names := [2]string{}
	for i, ref := range []model.Ref{a, b} {
		entity, id := ref.Split()
		if names[i] = s.App.RowTitle(s.Diagnosis(), entity, id); names[i] == "" {
			e, _ := model.EntityNamed(entity)
			names[i] = lowerInitial(e.Label)
		}
	}
	return names[0] + " – " + names[1]
}

// chipLabel is the title of a row, with the page of a proof.
func (s *Session) chipLabel(entity, id string) string {
	label := s.title(entity, id)
	switch entity {
	case "evidence":
		if pages := s.Diagnosis().Value(entity, id, "pages"); pages != "" {
			label += ", " + pages
		}
	case "lever":
		lever, _ := s.Grid().Lever(id)
		label = lever.Short
	}
	return label
}

func (s *Session) chipColor(entity, id string) fyne.ThemeColorName {
	switch entity {
	case "lever":
		lever, _ := s.Grid().Lever(id)
		return axisColor(lever.Axis)
	case "key_factor":
		if axis := s.Diagnosis().Value(entity, id, "axis"); axis != "" {
			return axisColor(model.AxisID(axis))
		}
	case "answer":
		return axisColor(leverOfAnswer(s.Grid(), id).Axis)
	}
	return ""
}

func chipIcon(entity string) fyne.Resource {
	switch entity {
	case "evidence":
		return theme.DocumentIcon()
	case "actor":
		return theme.AccountIcon()
	}
	return nil
}

// linkHeading is the title of the dialog that adds a link.
func linkHeading(entities []string) string {
	if len(entities) == 1 {
		return "Ajouter " + oneOf(entities[0])
	}
	return "Ajouter un lien"
}

// linkBadge says what kind of row a line of a mixed list is.
func linkBadge(entity string, mixed bool) string {
	if !mixed {
		return ""
	}
	e, _ := model.EntityNamed(entity)
	return e.Label
}

// hintGap is the space between the parts of a dialog.
const hintGap = skin.Gap3
