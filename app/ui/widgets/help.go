package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"tressons/app/ui/skin"
)

// HelpOptions says what a [HelpPanel] shows.
type HelpOptions struct {
	// Title is above the text; empty is « Aide ».
	Title string
	// Markdown is the text (see [Markdown]).
	Markdown string
	// Action is a quiet button beside the title; empty is none.
	Action   string
	Icon     fyne.Resource
	OnAction func()
}

// HelpPanel shows a text that helps, beside what the person fills in. In a
// [ThreePane] it can be folded away.
type HelpPanel struct {
	widget.BaseWidget
	title  *Text
	fold   *Button
	scroll *Scroll
	text   string
	body   *fyne.Container
}

// NewHelpPanel makes a panel.
func NewHelpPanel(options HelpOptions) *HelpPanel {
	if options.Title == "" {
		options.Title = "Aide"
	}
	h := &HelpPanel{
		title: NewText(options.Title, TextOptions{Style: Section, Truncate: true}),
		fold:  NewButton(ButtonOptions{Label: "Replier ›", Kind: Quiet}),
		text:  options.Markdown,
	}
	h.fold.Hide()
	row := HStack(skin.Gap1, Fill(h.title))
	if options.Action != "" {
		row.Add(NewButton(ButtonOptions{Label: options.Action, Icon: options.Icon, Kind: Quiet, OnTapped: options.OnAction}))
	}
	row.Add(h.fold)
	h.scroll = NewScroll(helpMargins(options.Markdown))
	head := Pad(Insets{Top: skin.Gap3, Left: 18, Right: skin.Gap2}, row)
	h.body = &fyne.Container{Layout: middleGrows{}, Objects: []fyne.CanvasObject{head, h.scroll}}
	h.ExtendBaseWidget(h)
	return h
}

func helpMargins(markdown string) fyne.CanvasObject {
	return Pad(Insets{Left: 18, Right: 18, Bottom: skin.Gap4}, Markdown(markdown))
}

// SetMarkdown shows another text, from its top.
func (h *HelpPanel) SetMarkdown(markdown string) {
	if h.text == markdown {
		return
	}
	h.text = markdown
	h.scroll.SetContent(helpMargins(markdown))
}

// SetTitle changes what is above the text.
func (h *HelpPanel) SetTitle(title string) { h.title.SetText(title) }

// onFold shows a button that folds the panel.
func (h *HelpPanel) onFold(fold func()) {
	h.fold.options.OnTapped = fold
	h.fold.Show()
}

// Children implements Parent.
func (h *HelpPanel) Children() []fyne.CanvasObject { return []fyne.CanvasObject{h.body} }

// CreateRenderer implements fyne.Widget.
func (h *HelpPanel) CreateRenderer() fyne.WidgetRenderer { return wrapping(h, h.body) }
