package ui

import (
	"strings"

	"tressons/app"
	"tressons/model"
)

// pastLevel is a part of the diagnosis whose past can be shown.
type pastLevel struct {
	scope pastScope
	label string     // French, on its button
	about string     // French, names it
	parts []app.Part // none is the whole diagnosis
}

// pastScope is how wide one looks, the narrowest first.
type pastScope int

const (
	fieldPast pastScope = iota
	rowPast
	sectionPast
	wholePast
)

// pastAsk is what somebody wants to see of the past.
type pastAsk struct {
	scope pastScope // the next wider one when there is no such part here
	kind  app.ChangeKind
	open  string // the deed to begin with, see deedKey
}

// pastPlace is where a person is in the past of the diagnosis.
type pastPlace struct {
	from   Target // where one came from
	levels []pastLevel
	level  int
	kind   app.ChangeKind
	by     *app.Author
	open   string
}

// Historied is a Screen about some parts of the diagnosis.
type Historied interface {
	Parts(s *Session) []app.Part
}

// Rowed is a View about a row, or a few that belong together.
type Rowed interface {
	// Rows gives the parts, and what they are called on a button and in a title.
	Rows() (parts []app.Part, label, about string)
}

// showPast shows what was done to what is on the screen.
func (w *Window) showPast(ask pastAsk) {
	if w.session == nil || w.current.Screen == pastPlaceID {
		return
	}
	place := &pastPlace{from: w.current, levels: w.pastLevels(), kind: ask.kind, open: ask.open}
	place.from.Field = w.session.field.Field
	for place.levels[place.level].scope < ask.scope {
		place.level++
	}
	w.session.past = place
	w.goTo(Target{Screen: pastPlaceID})
}

// pastLevels are the parts that what is on the screen belongs to, the narrowest
// first, the whole diagnosis last.
func (w *Window) pastLevels() []pastLevel {
	s := w.session
	var out []pastLevel
	if f := s.field; f.Field != "" {
		edit := model.Edit{Entity: f.Entity, Row: f.Row, Field: f.Field}
		out = append(out, pastLevel{fieldPast, "Ce champ", s.App.FieldName(s.Diagnosis(), edit), []app.Part{f}})
	}
	if v, ok := w.view.(Rowed); ok {
		parts, label, about := v.Rows()
		out = append(out, pastLevel{rowPast, label, about, s.withLinks(parts)})
	}
	if screen, ok := w.screens[w.current.Screen].(Historied); ok {
		label := w.screens[w.current.Screen].Label()
		out = append(out, pastLevel{sectionPast, label, label, s.withLinks(screen.Parts(s))})
	}
	return append(out, pastLevel{wholePast, "Tout le diagnostic", s.Diagnosis().Title(), nil})
}

// withLinks adds to some parts the links that lead to them or away, those that
// were taken away included.
func (s *Session) withLinks(parts []app.Part) []app.Part {
	d := s.Diagnosis()
	touches := func(ref string) bool {
		entity, row := model.Ref(ref).Split()
		for _, p := range parts {
			if p.Entity == entity && (p.Row == "" || p.Row == row) {
				return true
			}
		}
		return false
	}
	out := parts
	for _, id := range append(d.RowIDs("link"), d.GoneIDs("link")...) {
		if touches(d.Value("link", id, "from")) || touches(d.Value("link", id, "to")) {
			out = append(out, app.Part{Entity: "link", Row: id})
		}
	}
	return out
}

// line is what the list says of a deed: not again what the whole list is about.
func (l pastLevel) line(s *Session, d app.Deed) (title, detail string) {
	switch l.scope {
	case fieldPast:
		if value := d.Changes[0].ValueShown; value != "" {
			return excerpt(value), ""
		}
		return "Vidé", ""
	case rowPast:
		for _, c := range d.Changes {
			if rest, ok := strings.CutPrefix(d.What, s.App.RowName(s.Diagnosis(), c.Edit.Entity, c.Edit.Row)); ok {
				return model.Capitalize(strings.Trim(strings.TrimPrefix(rest, model.NBSP+":"), " ()")), ""
			}
		}
	}
	return splitName(d.What)
}

// excerpt is the beginning of a text, on one line.
func excerpt(text string) string {
	const most = 120
	short := []rune(text[:min(len(text), 4*most)])
	if len(short) > most {
		short = append(short[:most], '…')
	}
	return strings.ReplaceAll(string(short), "\n", " ")
}
