package widgets

import (
	"fyne.io/fyne/v2"

	"tressons/app/ui/skin"
)

// BannerOptions says what a signpost banner shows.
type BannerOptions struct {
	// Title is what to do next: « Prochaine étape : … »; Detail a line under it.
	Title, Detail string
	// Button is the label of the main action; empty is none.
	Button   string
	OnTapped func()
}

// SignpostBanner shows the next step, on the tint of the primary colour, with
// its button.
func SignpostBanner(options BannerOptions) *Card {
	words := VStack(0, NewText(options.Title, TextOptions{Style: Strong}))
	if options.Detail != "" {
		words.Add(NewText(options.Detail, TextOptions{Style: Secondary}))
	}
	row := HStack(skin.Gap4, Fill(words))
	if options.Button != "" {
		row.Add(NewButton(ButtonOptions{Label: options.Button, Kind: Filled, OnTapped: options.OnTapped}))
	}
	return NewCard(row, CardOptions{Fill: skin.PrimaryTint, Border: skin.Primary, Margins: Uniform(skin.Gap4)})
}

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
