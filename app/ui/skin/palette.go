package skin

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// The named colours of the application, on top of those of Fyne. They are
// looked up like any theme colour, and follow the variant in use.
const (
	// Ink is the colour of text.
	Ink fyne.ThemeColorName = "ink"
	// Secondary is the colour of text that explains, dates or counts.
	Secondary fyne.ThemeColorName = "secondary"
	// Page lies behind everything; Surface is what cards and fields are made of.
	Page    fyne.ThemeColorName = "page"
	Surface fyne.ThemeColorName = "surface"
	// Line is the hairline between things; FieldBorder goes around what can be filled in.
	Line        fyne.ThemeColorName = "line"
	FieldBorder fyne.ThemeColorName = "fieldBorder"
	// Primary marks what is selected or focused and fills the main button;
	// OnPrimary is written on it and PrimaryTint lies behind a selection.
	Primary     fyne.ThemeColorName = "primary"
	PrimaryTint fyne.ThemeColorName = "primaryTint"
	OnPrimary   fyne.ThemeColorName = "onPrimary"
	// Indigo, Teal and Ochre are the colours of the three axes, each with the
	// tint that lies behind it.
	Indigo     fyne.ThemeColorName = "indigo"
	IndigoTint fyne.ThemeColorName = "indigoTint"
	Teal       fyne.ThemeColorName = "teal"
	TealTint   fyne.ThemeColorName = "tealTint"
	Ochre      fyne.ThemeColorName = "ochre"
	OchreTint  fyne.ThemeColorName = "ochreTint"
	// Alert is for errors and disagreements; OnAlert is written on it.
	Alert     fyne.ThemeColorName = "alert"
	AlertTint fyne.ThemeColorName = "alertTint"
	OnAlert   fyne.ThemeColorName = "onAlert"
	// PrivateBorder and PrivateBackground dress what never leaves the file.
	PrivateBorder     fyne.ThemeColorName = "privateBorder"
	PrivateBackground fyne.ThemeColorName = "privateBackground"
)

// Tint returns the pale colour that goes behind name: the tint of the primary
// colour, of an axis, of the alert or of a private note, otherwise Surface.
func Tint(name fyne.ThemeColorName) fyne.ThemeColorName {
	switch name {
	case Primary:
		return PrimaryTint
	case Indigo:
		return IndigoTint
	case Teal:
		return TealTint
	case Ochre:
		return OchreTint
	case Alert:
		return AlertTint
	case PrivateBorder:
		return PrivateBackground
	default:
		return Surface
	}
}

// palette maps a colour name to its value.
type palette map[fyne.ThemeColorName]color.NRGBA

// rgb makes an opaque colour of 0xRRGGBB.
func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xff}
}

// ownLight holds our named colours on a light screen.
func ownLight() palette {
	return palette{
		Ink: rgb(0x1B2430), Secondary: rgb(0x556070),
		Page: rgb(0xF5F6F8), Surface: rgb(0xFFFFFF),
		Line: rgb(0xD8DDE4), FieldBorder: rgb(0x8D97A4),
		Primary: rgb(0x1D5C4F), PrimaryTint: rgb(0xE7F0ED), OnPrimary: rgb(0xFFFFFF),
		Indigo: rgb(0x4A4A9C), IndigoTint: rgb(0xEEEFFA),
		Teal: rgb(0x0E6F68), TealTint: rgb(0xE5F3F1),
		Ochre: rgb(0x96540F), OchreTint: rgb(0xFAF0E2),
		Alert: rgb(0xA32A1E), AlertTint: rgb(0xFBEAE7), OnAlert: rgb(0xFFFFFF),
		PrivateBorder: rgb(0xA0812B), PrivateBackground: rgb(0xFFF8E6),
	}
}

// ownDark holds our named colours on a dark screen.
func ownDark() palette {
	return palette{
		Ink: rgb(0xE8ECF1), Secondary: rgb(0xA4AEBB),
		Page: rgb(0x151A20), Surface: rgb(0x1D232B),
		Line: rgb(0x39424E), FieldBorder: rgb(0x73808F),
		Primary: rgb(0x7CC7B4), PrimaryTint: rgb(0x1E3632), OnPrimary: rgb(0x10201C),
		Indigo: rgb(0xB3B3F2), IndigoTint: rgb(0x282A44),
		Teal: rgb(0x7ED0C6), TealTint: rgb(0x1B3533),
		Ochre: rgb(0xE8B46B), OchreTint: rgb(0x392D1D),
		Alert: rgb(0xF29A8E), AlertTint: rgb(0x432724), OnAlert: rgb(0x2A0F0B),
		PrivateBorder: rgb(0xC7A74F), PrivateBackground: rgb(0x2E2919),
	}
}
