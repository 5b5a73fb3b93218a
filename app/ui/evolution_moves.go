package ui

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// movedParts shows what moved between two states: first the levers, axis by axis,
// then the rows, entity by entity.
type movedParts struct {
	s        *Session
	moved    app.Evolution
	relayout func() // after something opened
}

func newMovedParts(s *Session, moved app.Evolution, relayout func()) []fyne.CanvasObject {
	m := &movedParts{s, moved, relayout}
	if len(moved.Levels)+len(moved.Rows) == 0 {
		return []fyne.CanvasObject{widgets.NewText("Rien n’a bougé entre ces deux états.", widgets.TextOptions{Style: widgets.Secondary})}
	}
	parts := []fyne.CanvasObject{widgets.NewText(movedSentence(moved), widgets.TextOptions{})}
	for _, axis := range s.Grid().Axes {
		if card := m.levels(axis); card != nil {
			parts = append(parts, card)
		}
	}
	return append(parts, m.groups()...)
}

// movedSentence is « 2 leviers progressent, 1 recule ; 3 ajouts et 1 modification ».
func movedSentence(e app.Evolution) string {
	var up, down, filled, other int
	for _, l := range e.Levels {
		switch {
		case l.Up():
			up++
		case l.Down():
			down++
		case l.From == model.Unset:
			filled++
		default:
			other++
		}
	}
	rows := map[model.RowChange]int{}
	for _, r := range e.Rows {
		rows[r.Change]++
	}
	levels := counted(up, "levier progresse", "leviers progressent") + counted(down, "levier recule", "leviers reculent") +
		counted(filled, "levier est renseigné depuis", "leviers sont renseignés depuis") +
		counted(other, "autre changement de niveau", "autres changements de niveau")
	contents := counted(rows[model.RowAdded], "ajout", "ajouts") + counted(rows[model.RowRemoved], "suppression", "suppressions") +
		counted(rows[model.RowAltered], "modification", "modifications")
	var said []string
	for _, list := range []string{levels, contents} {
		if list != "" {
			said = append(said, model.JoinFrench(strings.Split(strings.TrimSuffix(list, "\n"), "\n")))
		}
	}
	return strings.Join(said, model.NBSP+"; ") + "."
}

// counted is a line with a count, "" for none.
func counted(n int, one, many string) string {
	if n == 0 {
		return ""
	}
	return model.Count(n, one, many) + "\n"
}

// levels is the card of the levers of an axis whose level moved, nil for none.
func (m *movedParts) levels(axis model.Axis) fyne.CanvasObject {
	color := axisColor(axis.Slug)
	rows := []fyne.CanvasObject{widgets.NewText(axis.Name, widgets.TextOptions{Style: widgets.Section, Color: color})}
	for _, l := range m.moved.Levels {
		if l.Axis == axis.Slug {
			rows = append(rows, m.level(l, color))
		}
	}
	if len(rows) == 1 {
		return nil
	}
	return widgets.NewCard(widgets.VStack(skin.Gap2, rows...), widgets.CardOptions{Bar: color})
}

// level is a lever that moved; it leads to the lever as it is today.
func (m *movedParts) level(l app.LevelEvolution, color fyne.ThemeColorName) fyne.CanvasObject {
	plain := widgets.TextOptions{NoWrap: true}
	words := widgets.VStack(2, widgets.NewText(l.Name, widgets.TextOptions{Style: widgets.Strong}),
		widgets.Flow(skin.Gap2,
			widgets.NewLevelMark(levelSigns[l.From], color, levelSize), widgets.NewText(l.From.Label(), plain),
			widgets.NewText("→", plain),
			widgets.NewLevelMark(levelSigns[l.To], color, levelSize), widgets.NewText(l.To.Label(), plain),
			widgets.NewText("– "+wayOf(l.LevelMove), widgets.TextOptions{Style: widgets.Secondary, NoWrap: true})))
	if l.Reason != "" {
		words.Add(widgets.NewText(string(l.Reason), widgets.TextOptions{Style: widgets.Secondary, MaxLines: reasonLines}))
	}
	return linkRow(words, func() { m.s.Go(Target{Screen: string(l.Axis), Row: l.Lever}) })
}

// reasonLines is how much of a reason is shown; the lever shows the rest.
const reasonLines = 4

// levelSize is the width of a level's sign, as high as a line of text.
const levelSize = skin.TextSize * skin.LineHeight

// wayOf says which way a lever went.
func wayOf(m model.LevelMove) string {
	switch {
	case m.Up():
		return "↗ progresse"
	case m.Down():
		return "↘ recule"
	case m.To == model.NotApplicable:
		return "n’est plus concerné"
	case m.To == model.Unset:
		return "n’est plus renseigné"
	case m.From == model.NotApplicable:
		return "de nouveau concerné"
	}
	return "renseigné depuis"
}

// rowsShown is how many rows of an entity are listed at first.
const rowsShown = 8

// groups are the cards of the rows that moved, one for each entity.
func (m *movedParts) groups() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for start := 0; start < len(m.moved.Rows); {
		end := start
		for end < len(m.moved.Rows) && m.moved.Rows[end].Entity == m.moved.Rows[start].Entity {
			end++
		}
		out = append(out, m.group(m.moved.Rows[start:end]))
		start = end
	}
	return out
}

func (m *movedParts) group(rows []app.RowEvolution) fyne.CanvasObject {
	e, _ := model.EntityNamed(rows[0].Entity)
	title := e.Plural
	if len(rows) == 1 {
		title = e.Label
	}
	list := widgets.VStack(skin.Gap1)
	m.list(list, rows, rowsShown)
	return widgets.NewCard(widgets.VStack(skin.Gap1, sectionTitle(title), list), widgets.CardOptions{})
}

// list shows the first rows, and offers to show more.
func (m *movedParts) list(into *fyne.Container, rows []app.RowEvolution, most int) {
	into.RemoveAll()
	for _, r := range rows[:min(most, len(rows))] {
		into.Add(m.row(r))
	}
	if left := len(rows) - most; left > 0 {
		into.Add(newTextLink("et "+model.Count(left, "autre", "autres"), func() {
			m.list(into, rows, most+10*rowsShown)
			m.relayout()
		}))
	}
}

// row is a row that moved; pressing it shows its fields, or hides them again.
func (m *movedParts) row(r app.RowEvolution) fyne.CanvasObject {
	fields := widgets.VStack(skin.Gap3)
	below := widgets.Pad(widgets.Insets{Left: 24, Bottom: skin.Gap1}, fields)
	below.Hide()
	sign := widgets.NewText("▸", widgets.TextOptions{Style: widgets.Secondary, NoWrap: true})
	words := widgets.VStack(0, widgets.NewText(r.Title, widgets.TextOptions{MaxLines: 2}),
		widgets.NewText(becameOf(r), widgets.TextOptions{Style: widgets.Small, MaxLines: 2}))
	line := widgets.NewTapRow(widgets.HStackTop(skin.Gap2, sign, widgets.Fill(words)), func() {
		if below.Hidden {
			fields.Objects = m.fields(r)
			below.Show()
			sign.SetText("▾")
		} else {
			below.Hide()
			sign.SetText("▸")
		}
		m.relayout()
	})
	return widgets.VStack(skin.Gap1, line, below)
}

// becameOf is « ajoutée », « supprimée », « modifiée : description, commune ».
func becameOf(r app.RowEvolution) string {
	switch r.Change {
	case model.RowAdded:
		return "+ " + agreed("ajouté", r.Entity)
	case model.RowRemoved:
		return "– " + agreed("supprimé", r.Entity)
	}
	labels := make([]string, len(r.Fields))
	for i, f := range r.Fields {
		labels[i] = lowerInitial(f.Label)
	}
	return agreed("modifié", r.Entity) + model.NBSP + ": " + strings.Join(labels, ", ")
}

// fields shows what the fields of a row were and are.
func (m *movedParts) fields(r app.RowEvolution) []fyne.CanvasObject {
	e, _ := model.EntityNamed(r.Entity)
	var out []fyne.CanvasObject
	for i, f := range r.Fields {
		if f.Before+f.After == "" {
			continue
		}
		var shown fyne.CanvasObject = widgets.VStack(2, widgets.NewText(f.Label, widgets.TextOptions{Style: widgets.Small}), movedValue(r.Change, f))
		if described, _ := e.Field(r.RowMove.Fields[i].Field); described.Private {
			shown = widgets.NewCard(shown, widgets.CardOptions{Private: true})
		}
		out = append(out, shown)
	}
	return out
}

// movedValue is a value alone for a row that came or went, otherwise what it was
// and what it is: on a line when both are short, else side by side with what
// differs marked.
func movedValue(change model.RowChange, f app.FieldEvolution) fyne.CanvasObject {
	const short = 48
	switch {
	case change != model.RowAltered:
		return widgets.NewText(f.Before+f.After, widgets.TextOptions{})
	case utf8.RuneCountInString(f.Before) <= short && utf8.RuneCountInString(f.After) <= short:
		return widgets.NewText(fmt.Sprintf("%s → %s", orNothing(f.Before), orNothing(f.After)), widgets.TextOptions{})
	}
	before, after := compareTexts(f.Before, f.After)
	return widgets.Columns(skin.Gap4, versionWidth, versionCard("Avant", before), versionCard("Après", after))
}

// orNothing says in a word that nothing is written.
func orNothing(value string) string {
	if value == "" {
		return "(rien)"
	}
	return value
}
