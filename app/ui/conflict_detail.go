package ui

import (
	"image"
	"slices"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// versionWidth is the least width of a version beside another.
const versionWidth float32 = 200

// open shows a question with its versions side by side.
func (p *disputesPage) open(q question) {
	p.selectRow(q.key(), skin.AlertTint)
	d := &questionDetail{p: p, q: q}
	parts := []fyne.CanvasObject{sectionTitle(q.row)}
	if q.what != "" {
		parts[0] = sectionTitle(q.row + " – " + q.what)
	}
	if q.lead != "" {
		parts = append(parts, widgets.NewText(q.lead, widgets.TextOptions{Style: widgets.Secondary}))
	}
	cards := make([]fyne.CanvasObject, len(q.versions))
	for i := range q.versions {
		cards[i] = d.card(i)
	}
	parts = append(parts, widgets.Columns(skin.Gap4, versionWidth, cards...), d.others())
	p.show(widgets.VStack(skin.Gap4, parts...))
	d.refresh()
}

// show shows content at the right, beside the room of the scroll bar.
func (p *disputesPage) show(content fyne.CanvasObject) {
	p.detail.SetContent(widgets.Pad(widgets.Insets{Right: skin.Gap3}, content))
}

// questionDetail is a question as it is shown.
type questionDetail struct {
	p       *disputesPage
	q       question
	cards   []*widgets.Card
	buttons []*widgets.Button
	both    *widgets.Button // nil when only one version can be kept
	later   *widgets.Button
	own     *fyne.Container // what will be written when it is none of the versions
}

// card is a version with the button that keeps it.
func (d *questionDetail) card(i int) fyne.CanvasObject {
	v := d.q.versions[i]
	button := widgets.NewButton(widgets.ButtonOptions{Label: v.accept, OnTapped: func() { d.choose(v.edit) }})
	card := widgets.NewCard(widgets.VStack(skin.Gap2,
		widgets.NewText(v.from, widgets.TextOptions{Style: widgets.Small}), d.value(i), button), widgets.CardOptions{})
	d.cards, d.buttons = append(d.cards, card), append(d.buttons, button)
	return card
}

// value is the value of a version, with what differs from the first one marked
// in texts, or its sign for a level.
func (d *questionDetail) value(i int) fyne.CanvasObject {
	other := d.q.versions[0]
	if i == 0 {
		other = d.q.versions[1]
	}
	return d.p.s.writtenValue(d.q.versions[i].edit, d.q.versions[i].shown, other.shown)
}

// writtenValue is the value of a field as French has it, with what another value
// of it lacks marked, or the sign of a level.
func (s *Session) writtenValue(field model.Edit, shown, other string) fyne.CanvasObject {
	switch {
	case shown == "":
		return widgets.NewText("Rien n’est écrit.", widgets.TextOptions{Style: widgets.Emphasis})
	case field.Entity == "lever" && field.Field == "level":
		l, _ := s.Grid().Lever(field.Row)
		return widgets.HStack(skin.Gap2, widgets.NewLevelMark(levelSigns[model.Level(field.Value)], axisColor(l.Axis), 0),
			widgets.Fill(widgets.NewText(shown, widgets.TextOptions{})))
	case isPhoto(field):
		return s.writtenPhoto(model.Hash(field.Value))
	case field.Field == model.FieldExists || other == "":
		return widgets.NewText(shown, widgets.TextOptions{})
	}
	mine, _ := compareTexts(shown, other)
	return markedText(mine)
}

func isPhoto(field model.Edit) bool {
	e, _ := model.EntityNamed(field.Entity)
	f, ok := e.Field(field.Field)
	return ok && f.Kind == model.KindHash
}

// writtenPhoto shows a photo that a field names, of the file or of a copy that is being
// compared with it. Too large ones of a copy are not handed over.
func (s *Session) writtenPhoto(name model.Hash) fyne.CanvasObject {
	picture := widgets.NewPicture(func() { s.host.viewPhoto("Photo", name) })
	s.thumbnail(name, func(photo image.Image, err error) {
		if err != nil {
			picture.SetWords("Cette photo n’est pas dans votre fichier.")
			return
		}
		picture.SetPhoto(photo)
	})
	return picture
}

// markedText writes a text with what differs in bold and in colour.
func markedText(parts []textPart) fyne.CanvasObject {
	spans := make([]widgets.Span, len(parts))
	for i, part := range parts {
		spans[i] = widgets.Span{Text: part.text, Style: skin.Regular}
		if part.differ {
			spans[i].Style, spans[i].Color = skin.Semibold, skin.Teal
		}
	}
	return widgets.NewSpans(spans, widgets.TextOptions{})
}

// others are the answers that are none of the versions.
func (d *questionDetail) others() fyne.CanvasObject {
	row := widgets.Flow(skin.Gap2)
	if d.q.long() {
		d.both = widgets.NewButton(widgets.ButtonOptions{Label: "Garder les deux", OnTapped: func() { d.choose(d.q.both()) }})
		row.Add(d.both)
	}
	if label := d.q.third(); label != "" {
		row.Add(widgets.NewButton(widgets.ButtonOptions{Label: label, OnTapped: d.askThird}))
	}
	later := laterLabel
	if d.q.field.Field == model.FieldExists {
		later = "Décider plus tard"
	}
	d.later = widgets.NewButton(widgets.ButtonOptions{Label: later, Kind: widgets.Quiet, OnTapped: d.postpone})
	row.Add(d.later)
	d.own = widgets.VStack(skin.Gap1)
	return widgets.VStack(skin.Gap3, row, d.own)
}

// laterLabel is on the button that leaves a field undecided.
const laterLabel = "Décider plus tard" + model.NBSP + ": le champ restera marqué"

// third is the label of the button that asks for a third answer, "" when there
// can be none.
func (q question) third() string {
	if q.field.Entity == "lever" && q.field.Field == "level" {
		return "Choisir un autre niveau…"
	}
	e, _ := model.EntityNamed(q.field.Entity)
	f, ok := e.Field(q.field.Field)
	switch {
	case !ok || f.Kind == model.KindHash || q.field.Entity == "answer" && f.Name == "value":
		return ""
	case f.Kind == model.KindChoice || f.Kind == model.KindRef:
		return "Choisir une autre réponse…"
	}
	return "Écrire une autre version…"
}

// askThird asks for an answer that is none of the versions.
func (d *questionDetail) askThird() {
	e, _ := model.EntityNamed(d.q.field.Entity)
	f, _ := e.Field(d.q.field.Field)
	edit, given := d.q.field, false
	begin := edit.Value
	if d.q.long() {
		begin = d.q.both().Value
	}
	made := d.p.s.control(f, begin, func(typed string) error {
		value, err := f.Canon(typed)
		if err == nil {
			edit.Value, given = value, true
		}
		return err
	})
	box{title: d.q.row, content: made.field, confirm: "Garder cette réponse", cancel: "Annuler", focus: made.control, do: func() {
		if given {
			d.choose(edit)
		}
	}}.show(d.p.s.Window())
}

func (d *questionDetail) choose(e model.Edit) {
	d.p.choices[d.q.key()] = e
	d.refresh()
	d.p.refresh()
}

func (d *questionDetail) postpone() {
	delete(d.p.choices, d.q.key())
	d.refresh()
	d.p.refresh()
}

// refresh shows what is chosen.
func (d *questionDetail) refresh() {
	chosen, some := d.p.choices[d.q.key()]
	at := slices.IndexFunc(d.q.versions, func(v version) bool { return some && v.edit.Value == chosen.Value })
	for i, v := range d.q.versions {
		if i == at {
			d.cards[i].SetBorder(skin.Primary, true)
			d.buttons[i].SetLabel("✓ " + v.accept)
			d.buttons[i].SetKind(widgets.Filled)
		} else {
			d.cards[i].SetBorder(skin.Line, false)
			d.buttons[i].SetLabel(v.accept)
			d.buttons[i].SetKind(widgets.Outlined)
		}
	}
	both := some && at < 0 && d.q.long() && chosen == d.q.both()
	if d.both != nil {
		d.both.SetLabel(map[bool]string{true: "✓ Garder les deux", false: "Garder les deux"}[both])
	}
	d.own.RemoveAll()
	if some && at < 0 {
		d.own.Add(widgets.NewText("Sera écrit"+model.NBSP+":", widgets.TextOptions{Style: widgets.Strong}))
		d.own.Add(widgets.NewText(d.p.s.App.ShowValue(d.p.s.diagnosis(d.q.diagnosis), chosen), widgets.TextOptions{}))
	}
	if some {
		d.later.Enable()
	} else {
		d.later.Disable()
	}
	d.p.detail.Relayout()
}

// openArrival shows what a change that comes replaces.
func (p *disputesPage) openArrival(a app.Arrival, key string) {
	p.selectRow(key, skin.PrimaryTint)
	field := a.Edit
	field.Value = a.Before
	x := p.s.diagnosis(a.Diagnosis)
	before, after := p.s.App.ShowValue(x, field), p.s.App.ShowValue(x, a.Edit)
	row, what := splitName(a.Name)
	parts := []fyne.CanvasObject{sectionTitle(row + " – " + what),
		widgets.NewText(app.Signed(a.Author, a.At), widgets.TextOptions{Style: widgets.Secondary})}
	if a.Edit.Field != model.FieldExists {
		left, right := compareTexts(before, after)
		parts = append(parts, widgets.Columns(skin.Gap4, versionWidth, versionCard("Dans votre fichier", left), versionCard("Après la fusion", right)))
	}
	p.show(widgets.VStack(skin.Gap3, parts...))
}

// versionCard is one of two versions of a value, with what differs marked.
func versionCard(title string, value []textPart) fyne.CanvasObject {
	if len(value) == 0 {
		value = []textPart{{text: "Rien n’est écrit."}}
	}
	return widgets.NewCard(widgets.VStack(skin.Gap2, widgets.NewText(title, widgets.TextOptions{Style: widgets.Small}), markedText(value)), widgets.CardOptions{})
}
