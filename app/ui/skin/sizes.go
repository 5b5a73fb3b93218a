package skin

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Semibold is the text style of labels and buttons. Fyne knows four styles
// only; this otherwise meaningless mix of two of them names the fifth, and
// keeps Fyne's fall-back to its symbol and emoji fonts.
var Semibold = fyne.TextStyle{Bold: true, Symbol: true}

// Regular is the plain style where leaving the style out means a bolder one. The
// width of tabs is Fyne's own.
var Regular = fyne.TextStyle{TabWidth: 4}

// Text sizes, in density independent pixels.
const (
	TextSize      float32 = 15
	SecondarySize float32 = 13
	CapsSize      float32 = 12
	SectionSize   float32 = 16
	TitleSize     float32 = 24
	// LineHeight is the height of a line of text over its size.
	LineHeight float32 = 1.4
)

// Distances, all on a grid of 4 pixels.
const (
	Gap1     float32 = 4
	Gap2     float32 = 8
	Gap3     float32 = 12
	Gap4     float32 = 16
	PageSide float32 = 28
)

// Shapes.
const (
	Radius      float32 = 8
	SmallRadius float32 = 6
	Hairline    float32 = 1
	// FocusStroke is the thickness of the border of what has the focus.
	FocusStroke float32 = 2
	// ControlHeight is the height of a button or of a line of choices.
	ControlHeight float32 = 33
	// TextColumn is the widest that a column of text to read should be.
	TextColumn float32 = 700
)

// Size implements fyne.Theme.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return TextSize
	case theme.SizeNameCaptionText:
		return SecondarySize
	case theme.SizeNameSubHeadingText:
		return SectionSize
	case theme.SizeNameHeadingText:
		return TitleSize
	case theme.SizeNamePadding:
		return Gap1
	case theme.SizeNameInnerPadding:
		return Gap2
	case theme.SizeNameLineSpacing:
		return 2
	case theme.SizeNameInlineIcon:
		return 18
	case theme.SizeNameSeparatorThickness, theme.SizeNameInputBorder:
		return Hairline
	case theme.SizeNameInputRadius, theme.SizeNameButtonRadius, theme.SizeNamePopupRadius, theme.SizeNameMenuRadius:
		return SmallRadius
	case theme.SizeNameCardRadius, theme.SizeNameDialogRadius, theme.SizeNameInnerWindowRadius:
		return Radius
	case theme.SizeNameModalBlurRadius:
		return 0
	default:
		return theme.DefaultTheme().Size(name)
	}
}
