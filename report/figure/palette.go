package figure

// The palette. Contrasts on Paper are at least 4.5:1 for all that is text.
var (
	Ink       = RGB(0x1B2430) // text
	Secondary = RGB(0x556070) // captions, labels
	Faint     = RGB(0x8D97A4) // marks that only guide the eye, 3:1
	Hairline  = RGB(0xD8DDE4) // rules
	Wash      = RGB(0xF5F6F8) // backgrounds that part without a rule
	Paper     = RGB(0xFFFFFF)

	Forest = RGB(0x1D5C4F) // the product's colour
	Indigo = RGB(0x4A4A9C) // Reconnaissance
	Teal   = RGB(0x0E6F68) // Ingénierie d’accompagnement
	Amber  = RGB(0x96540F) // Financement
	Brick  = RGB(0xA32A1E) // alerts
)

// Tint returns the pale background that goes with a strong colour: the colour
// at a tenth over white, on which it keeps its contrast.
func Tint(c Color) Color {
	pale := func(v uint8) uint8 { return uint8(255 - (255-int(v))/10) }
	return Color{R: pale(c.R), G: pale(c.G), B: pale(c.B), A: c.A}
}
