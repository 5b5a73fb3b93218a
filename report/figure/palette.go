package figure

import (
	"math"
	"strconv"
)

// The palette. Contrasts on Paper are at least 4.5:1 for all that is text.
var (
	Ink       = RGB(0x1B2430) // text
	Secondary = RGB(0x556070) // captions, labels
	Faint     = RGB(0x8A94A1) // marks that only guide the eye, 3:1
	Hairline  = RGB(0xD8DDE4) // rules
	Wash      = RGB(0xF5F6F8) // backgrounds that part without a rule
	Paper     = RGB(0xFFFFFF)

	Forest = RGB(0x1D5C4F) // the product's colour
	Indigo = RGB(0x4A4A9C) // Reconnaissance
	Teal   = RGB(0x0E6F68) // Ingénierie d’accompagnement
	Amber  = RGB(0x96540F) // Financement
	Brick  = RGB(0xA32A1E) // alerts
)

// Hex writes an opaque colour as "#1D5C4F".
func Hex(c Color) string { return hex(c) }

// ParseHex reads a colour as Hex writes it, the sign and the case left free.
func ParseHex(s string) (Color, bool) {
	if len(s) == 7 && s[0] == '#' {
		s = s[1:]
	}
	n, err := strconv.ParseUint(s, 16, 32)
	return RGB(uint32(n)), err == nil && len(s) == 6
}

// Tint returns the pale background that goes with a strong colour: the colour
// at a tenth over white, on which it keeps its contrast.
func Tint(c Color) Color {
	pale := func(v uint8) uint8 { return uint8(255 - (255-int(v))/10) }
	return Color{R: pale(c.R), G: pale(c.G), B: pale(c.B), A: c.A}
}

// Over returns the colour of text on a background: Paper or Ink, whichever
// stands out more.
func Over(background Color) Color {
	if Contrast(Ink, background) > Contrast(Paper, background) {
		return Ink
	}
	return Paper
}

// Contrast is the contrast ratio of WCAG 2, from 1 to 21.
func Contrast(a, b Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// luminance is the relative luminance of WCAG 2, from 0 (black) to 1.
func luminance(c Color) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}
