// Package figure holds the display list: the few marks with which charts,
// pages and maps are drawn, and the charts themselves.
//
// A chart is data that can draw itself at a width. What it draws is a Drawing:
// a list of Ops in points (1/72 inch), origin at the top left, y downwards. A
// painter per surface (PDF, window) walks the list; neither decides anything
// about geometry, so paper and screen show the same picture. The same list
// gives the text alternative and the golden files.
//
// Text is measured by the Measurer that is handed in, so that this package
// needs nothing but the standard library.
package figure

import "image/color"

// Color is an sRGB colour. The zero value paints nothing.
type Color = color.NRGBA

// RGB makes an opaque colour from its hexadecimal form: RGB(0x1D5C4F).
func RGB(hex uint32) Color {
	return Color{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xFF}
}

// Face is one of the four cuts of the family in which everything is set.
type Face uint8

// The faces, in the order of Faces.
const (
	Regular Face = iota
	Italic
	Semibold
	Bold
)

// Faces is how many faces there are.
const Faces = 4

// Anchor says which point of a text its X is.
type Anchor uint8

// The anchors.
const (
	Start Anchor = iota
	Middle
	End
)

// Point is a position in points.
type Point struct{ X, Y float64 }

// Box is an upright rectangle in points.
type Box struct{ X, Y, W, H float64 }

// Stroke is how a line is drawn. A zero Width or Color draws nothing.
type Stroke struct {
	Color Color
	Width float64
	// Dash alternates lengths drawn and left out; empty for a full line.
	Dash []float64
}

// Op is one mark. The set is closed: Rect, Line, Polygon, Circle, Pie, Text, Picture.
type Op interface {
	// Moved returns the same mark shifted by dx, dy.
	Moved(dx, dy float64) Op
	// Scaled returns the same mark k times as large, away from the origin.
	Scaled(k float64) Op
	// Bounds returns the upright box of the mark, strokes left aside. The
	// width of a Text is unknown without a Measurer and counts as 0.
	Bounds() Box
	// String describes the mark on one line, for golden files.
	String() string
}

// Rect is a rectangle, its corners rounded by Radius.
type Rect struct {
	Box
	Radius float64
	Fill   Color
	Stroke Stroke
}

// Line joins Points with a stroke.
type Line struct {
	Points []Point
	Stroke Stroke
}

// Polygon fills closed rings by the even-odd rule: a ring inside another one
// is a hole.
type Polygon struct {
	Rings  [][]Point
	Fill   Color
	Stroke Stroke
}

// Circle is a disc, a ring, or both.
type Circle struct {
	Center Point
	R      float64
	Fill   Color
	Stroke Stroke
}

// Pie is a slice of a disc, from From to To, in turns clockwise from noon.
type Pie struct {
	Center   Point
	R        float64
	From, To float64
	Fill     Color
}

// Text is one line of text.
type Text struct {
	// At is the anchor point; At.Y is the baseline.
	At     Point
	Value  string
	Face   Face
	Size   float64
	Color  Color
	Anchor Anchor
}

// Drawing is a picture of Width × Height points.
type Drawing struct {
	Width, Height float64
	Ops           []Op
	// Alt tells in a sentence or two what the picture tells.
	Alt string
}

// Measurer knows the fonts.
type Measurer interface {
	// Width returns the advance of s in points, once cleaned.
	Width(s string, face Face, size float64) float64
	// Wrap cuts s into lines no wider than width, unless a single character is;
	// most, if not 0, is how many, and an ellipsis ends what is cut short.
	Wrap(s string, face Face, size, width float64, most int) []string
}

// Chart is something that can be drawn at a given width.
type Chart interface {
	// Draw returns a drawing exactly width points wide.
	Draw(width float64, m Measurer) Drawing
}

// Splitter is a Chart that can be continued on the next page.
type Splitter interface {
	Chart
	// Split parts the chart in two such that the first is at most height tall
	// when drawn at width; ok is false when no part of it fits.
	Split(width, height float64, m Measurer) (head, tail Chart, ok bool)
}
