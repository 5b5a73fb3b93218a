// Package skin is the look of the application as a Fyne theme: its typeface,
// its colours in a light and a dark variant, its sizes. It knows nothing of
// what the application does.
//
// A colour is asked for by name ([Ink], [Primary], [TealTint]…), through
// [Color] or any theme lookup; a weight that Fyne does not know, semibold, is
// asked for with the text style [Semibold].
package skin

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Fonts holds the four faces of the typeface, as TTF.
type Fonts struct {
	Regular, Italic, Semibold, Bold []byte
}

// Variant says whether the skin is light, dark, or follows the system.
type Variant int

// The variants of the skin.
const (
	Auto Variant = iota
	Light
	Dark
)

// Theme is the fyne.Theme of the application. It holds no mutable state: to
// change variant, make another one and set it.
type Theme struct {
	variant     Variant
	faces       map[fyne.TextStyle]fyne.Resource
	light, dark palette
}

// New makes a theme of the given faces. A face without bytes is replaced by
// Fyne's own.
func New(fonts Fonts, variant Variant) *Theme {
	regular := face("regular.ttf", fonts.Regular, theme.DefaultTextFont())
	bold := face("bold.ttf", fonts.Bold, theme.DefaultTextBoldFont())
	italic := face("italic.ttf", fonts.Italic, theme.DefaultTextItalicFont())
	semibold := face("semibold.ttf", fonts.Semibold, bold)
	return &Theme{
		variant: variant,
		faces: map[fyne.TextStyle]fyne.Resource{
			{}:                         regular,
			{Bold: true}:               bold,
			{Italic: true}:             italic,
			{Bold: true, Italic: true}: bold,
			Semibold:                   semibold,
		},
		light: withFyneNames(ownLight(), lightStates()),
		dark:  withFyneNames(ownDark(), darkStates()),
	}
}

// face wraps the bytes of a face as a resource.
func face(name string, content []byte, fallback fyne.Resource) fyne.Resource {
	if len(content) == 0 {
		return fallback
	}
	return fyne.NewStaticResource(name, content)
}

// Color implements fyne.Theme. An unknown name gets Fyne's colour.
func (t *Theme) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	colors := t.light
	if t.variant == Dark || (t.variant == Auto && v == theme.VariantDark) {
		colors = t.dark
	}
	if c, ok := colors[name]; ok {
		return c
	}
	return theme.DefaultTheme().Color(name, v)
}

// Font implements fyne.Theme.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	if style.Monospace || style == (fyne.TextStyle{Symbol: true}) {
		return theme.DefaultTheme().Font(style)
	}
	key := fyne.TextStyle{Bold: style.Bold, Italic: style.Italic, Symbol: style.Symbol}
	if f, ok := t.faces[key]; ok {
		return f
	}
	return t.faces[fyne.TextStyle{}]
}

// Icon implements fyne.Theme: the icons are Fyne's, tinted with our colours.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return theme.DefaultTheme().Icon(name)
}

// Color returns the colour called name in the theme and variant now in use.
func Color(name fyne.ThemeColorName) color.Color {
	return theme.Color(name)
}
