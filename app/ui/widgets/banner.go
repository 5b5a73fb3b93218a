package widgets

import (
	"fyne.io/fyne/v2"

	"tressons/app/ui/skin"
)

// BannerKind is how much a banner asks for attention.
type BannerKind int

// The kinds of banners.
const (
	Calm     BannerKind = iota // good to know
	Signpost                   // the next step
	Alert                      // something to settle
)

// BannerOptions says what a banner shows.
type BannerOptions struct {
	Kind BannerKind
	// Title is what it is about: « Prochaine étape : … »; Detail is under it.
	Title, Detail string
	// Buttons are at the right: what can be done, the main one last.
	Buttons []fyne.CanvasObject
}

// NewBanner makes a line across a page that tells something, with what can be
// done about it.
func NewBanner(options BannerOptions) *Card {
	title, card := TextOptions{Style: Strong}, CardOptions{}
	switch options.Kind {
	case Signpost:
		card.Fill, card.Border = skin.PrimaryTint, skin.Primary
	case Alert:
		title.Color, card.Fill, card.Border = skin.Alert, skin.AlertTint, skin.Alert
	}
	words := VStack(0, NewText(options.Title, title))
	if options.Detail != "" {
		words.Add(NewText(options.Detail, TextOptions{Style: Secondary, MaxLines: bannerLines}))
	}
	return NewCard(HStack(skin.Gap3, append([]fyne.CanvasObject{Fill(words)}, options.Buttons...)...), card)
}

// bannerLines is how high the detail of a banner gets.
const bannerLines = 3

// EmptyState says in a sentence that there is nothing yet, and offers to begin.
// An empty button leaves it out.
func EmptyState(sentence, button string, begin func()) fyne.CanvasObject {
	body := VStack(skin.Gap3, NewText(sentence, TextOptions{Style: Secondary}))
	if button != "" {
		body.Add(NewButton(ButtonOptions{Label: button, Kind: Filled, OnTapped: begin}))
	}
	return NewCard(body, CardOptions{Margins: Uniform(20)})
}

// StatusBar is the line at the foot of the window: parts at the left, parts at
// the right, under a hairline.
func StatusBar(left, right []fyne.CanvasObject) fyne.CanvasObject {
	const between = 24
	row := HStack(between, left...)
	row.Add(Spacer())
	row.Objects = append(row.Objects, right...)
	line := NewCard(row, CardOptions{Borderless: true, Square: true, Margins: Insets{Top: 5, Right: skin.Gap4, Bottom: 5, Left: skin.Gap4}})
	return VStack(0, NewDivider(), line)
}

// StatusPart is a text of a [StatusBar].
func StatusPart(text string) *Text {
	return NewText(text, TextOptions{Style: Small, NoWrap: true})
}
