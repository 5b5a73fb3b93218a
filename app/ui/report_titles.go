package ui

import (
	"math"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
	"tressons/report"
)

// reportTitles lists the titles of the pages. One of them at a time is open to
// be changed.
type reportTitles struct {
	v       *reportView
	rows    []*titleRow
	content *fyne.Container
}

func newReportTitles(v *reportView) *reportTitles {
	return &reportTitles{v: v, content: widgets.VStack(skin.Gap2, titlesHead())}
}

func titlesHead() fyne.CanvasObject {
	return widgets.VStack(0, widgets.NewText("Titres des pages", widgets.TextOptions{Style: widgets.Strong}),
		widgets.NewText("Composés d’après vos données. Ouvrez un titre pour écrire le vôtre.", widgets.TextOptions{Style: widgets.Small}))
}

// refresh shows the titles as they are now. Fields stay as long as the sections
// are the same, so that nobody loses the cursor.
func (t *reportTitles) refresh(titles []report.PageTitle) {
	ids := func(rows []*titleRow) (out []string) {
		for _, r := range rows {
			out = append(out, r.title.ID)
		}
		return out
	}
	before := ids(t.rows)
	var after []string
	for _, title := range titles {
		after = append(after, title.ID)
	}
	if !slices.Equal(before, after) {
		t.rebuild(titles)
		return
	}
	for i, title := range titles {
		t.rows[i].show(title)
	}
}

func (t *reportTitles) rebuild(titles []report.PageTitle) {
	t.rows = nil
	t.content.Objects = []fyne.CanvasObject{titlesHead()}
	for _, title := range titles {
		row := newTitleRow(t, title)
		t.rows = append(t.rows, row)
		t.content.Add(row.content)
		if title.ID == t.v.s.report.open {
			row.open()
		}
	}
}

// toggle opens a row, closing the others, or closes it.
func (t *reportTitles) toggle(row *titleRow) {
	opening := !row.isOpen()
	for _, r := range t.rows {
		r.close()
	}
	t.v.s.report.open = ""
	if opening && t.v.s.consulting() {
		t.v.goToSection(row.title.ID)
		return
	}
	if opening {
		t.v.s.report.open = row.title.ID
		row.open()
		t.v.goToSection(row.title.ID)
	}
	t.v.panel.scroll.Relayout()
	t.focus()
}

// focus puts the cursor in the title that is open, if one is, and shows all of
// its row.
func (t *reportTitles) focus() {
	for _, r := range t.rows {
		if r.isOpen() {
			t.v.s.Window().Canvas().Focus(r.fields[0].area)
			t.v.panel.scroll.Reveal(r.content)
		}
	}
}

// titleRow is a section's title, and the fields to change it while it is open.
type titleRow struct {
	titles  *reportTitles
	title   report.PageTitle
	label   *widgets.Text
	current *widgets.Text
	fields  []*titleField
	content *fyne.Container
}

// titleField is a field of the row of a page.
type titleField struct {
	name string // of the field in the file
	area *widgets.TextArea
}

func newTitleRow(t *reportTitles, title report.PageTitle) *titleRow {
	r := &titleRow{titles: t, title: title,
		label:   widgets.NewText(title.Label, widgets.TextOptions{Style: widgets.Small}),
		current: widgets.NewText("", widgets.TextOptions{})}
	head := linkRow(widgets.VStack(0, r.label, r.current), func() { t.toggle(r) })
	r.content = widgets.VStack(skin.Gap1, head)
	r.show(title)
	return r
}

func (r *titleRow) isOpen() bool { return len(r.fields) > 0 }

// show brings the row up to date.
func (r *titleRow) show(title report.PageTitle) {
	r.title = title
	shown, mark := title.DefaultTitle, ""
	if title.Title != "" {
		shown = title.Title
	}
	if title.Title != "" || title.Standfirst != "" {
		mark = " – écrit par vous"
	}
	r.label.SetText(title.Label + mark)
	r.current.SetText(shown)
	for _, f := range r.fields {
		written, byRule := title.Title, title.DefaultTitle
		if f.name == "standfirst" {
			written, byRule = title.Standfirst, title.DefaultStandfirst
		}
		f.area.SetPlaceHolder(byRule)
		if r.titles.v.s.Window().Canvas().Focused() != fyne.Focusable(f.area) {
			f.area.SetText(written)
		}
	}
}

// open shows the fields.
func (r *titleRow) open() {
	title := r.field("title", r.title.Title, r.title.DefaultTitle)
	standfirst := r.field("standfirst", r.title.Standfirst, r.title.DefaultStandfirst)
	r.fields = []*titleField{title, standfirst}
	r.content.Add(widgets.Pad(widgets.Insets{Bottom: skin.Gap2}, widgets.VStack(skin.Gap2,
		r.placed(title, widgets.FieldOptions{Label: "Titre"}),
		r.placed(standfirst, widgets.FieldOptions{Label: "Chapeau", Note: "Videz un champ pour reprendre le texte composé d’après vos données."}))))
}

// placed labels a field, whose history is shown while the cursor is in it.
func (r *titleRow) placed(f *titleField, options widgets.FieldOptions) fyne.CanvasObject {
	return newFocusArea(widgets.NewField(f.area, options), func() { r.titles.v.s.At("page", r.title.ID, f.name) })
}

// close hands over what was typed and takes the fields away.
func (r *titleRow) close() {
	if !r.isOpen() {
		return
	}
	for _, f := range r.fields {
		f.area.Commit()
	}
	r.fields = nil
	r.content.Objects = r.content.Objects[:1]
}

// field makes a field whose placeholder is the rule-made text.
func (r *titleRow) field(name, written, byRule string) *titleField {
	row := r.title.ID
	area := widgets.NewTextArea(widgets.EntryOptions{Text: written, Placeholder: byRule, MinRows: linesOf(byRule),
		OnCommitted: func(typed string) { r.titles.write(row, name, typed) }})
	return &titleField{name, area}
}

// linesOf is how many lines a placeholder takes in the panel.
func linesOf(text string) int {
	const inside = panelWidth - 2*reportSide - 2*skin.Gap2 - 2*skin.Gap1
	sample := widgets.NewText(text, widgets.TextOptions{})
	line := widgets.NewText("", widgets.TextOptions{})
	return int(math.Round(float64(sample.HeightFor(inside) / line.HeightFor(inside))))
}

// write keeps what the team typed over a title; nothing gives the rule back.
func (t *reportTitles) write(row, field, typed string) {
	label := row
	for _, r := range t.rows {
		if r.title.ID == row {
			label = r.title.Label
		}
	}
	edit := model.Edit{Entity: "page", Row: row, Field: field, Value: strings.TrimSpace(strings.ReplaceAll(typed, "\n", " "))}
	described, _ := model.EntityNamed("page")
	f, _ := described.Field(field)
	t.v.s.Edit(f.Label+" "+model.Quote(label), edit)
}
