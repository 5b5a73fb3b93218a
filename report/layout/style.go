package layout

import (
	"tressons/report"
	"tressons/report/figure"
)

// mm is a millimetre in points.
const mm = 72 / 25.4

// beat is the vertical rhythm: room between things is counted in it.
const beat = 5 * mm

// text is how a piece of text is set.
type text struct {
	face    figure.Face
	size    float64
	leading float64
	color   figure.Color
}

// style is all that makes the look of a page, in one place.
type style struct {
	width, height float64
	frame         figure.Box // what text keeps to

	headBaseline float64 // of the running head
	footRule     float64
	footBaseline float64

	accent figure.Color
	tab    bool // a short bar of the accent above a chapter's title

	title, standfirst         text
	heading2, heading3        text
	body, lead, small         text
	head, foot                text
	label                     text // of facts, tables' heads
	cell                      text
	caption                   text
	columnTitle, item, minor  text
	number, numberUnit        text // key figures
	coverTitle, coverSubtitle text
	contents                  text

	columnBar float64 // thickness of the bar above a column
	gutter    float64 // between columns
	rowPad    float64 // above and below a row's text
	hairline  float64
}

// columns is the number of columns of the grid.
const columns = 12

// span is the width of n columns of the grid with the gutters between them.
func (s *style) span(n int) float64 {
	one := (s.frame.W - (columns-1)*beat) / columns
	return float64(n)*one + float64(n-1)*beat
}

func styleOf(format report.Format, accent figure.Color) style {
	if accent.A == 0 {
		accent = figure.Forest
	}
	if format == report.A4Landscape {
		return landscape(accent)
	}
	return portrait(accent)
}

// portrait is made for reading on paper.
func portrait(accent figure.Color) style {
	const width, height, margin = 210 * mm, 297 * mm, 20 * mm
	return style{
		width: width, height: height,
		frame:        figure.Box{X: margin, Y: 71, W: width - 2*margin, H: 702},
		headBaseline: 59, footRule: 790, footBaseline: 808,
		accent: accent, tab: true,

		title:         text{figure.Bold, 22, 26.5, figure.Ink},
		standfirst:    text{figure.Regular, 12, 17, figure.Secondary},
		heading2:      text{figure.Bold, 14, 19, figure.Ink},
		heading3:      text{figure.Semibold, 11.5, 16, figure.Ink},
		body:          text{figure.Regular, 10.5, beat, figure.Ink},
		lead:          text{figure.Regular, 12.5, 18, figure.Ink},
		small:         text{figure.Regular, 8.5, 12, figure.Secondary},
		head:          text{figure.Regular, 9, 12, figure.Secondary},
		foot:          text{figure.Regular, 8.5, 12, figure.Secondary},
		label:         text{figure.Regular, 10.5, beat, figure.Secondary},
		cell:          text{figure.Regular, 9.5, 13, figure.Ink},
		caption:       text{figure.Semibold, 10.5, beat, figure.Ink},
		columnTitle:   text{figure.Bold, 12.5, 17, figure.Ink},
		item:          text{figure.Semibold, 10.5, beat, figure.Ink},
		minor:         text{figure.Regular, 9, 12.5, figure.Secondary},
		number:        text{figure.Bold, 25, 30, accent},
		numberUnit:    text{figure.Semibold, 12, 30, accent},
		coverTitle:    text{figure.Bold, 36, 42, figure.Ink},
		coverSubtitle: text{figure.Regular, 16, 22, figure.Ink},
		contents:      text{figure.Regular, 11, 15, figure.Ink},

		columnBar: 3, gutter: 20, rowPad: 4.2, hairline: 0.6,
	}
}

// landscape is made for a screen in a meeting room: larger, with more air.
func landscape(accent figure.Color) style {
	const width, height, margin = 297 * mm, 210 * mm, 16 * mm
	return style{
		width: width, height: height,
		frame:        figure.Box{X: margin, Y: 68, W: width - 2*margin, H: 468},
		headBaseline: 50, footRule: 548, footBaseline: 565,
		accent: accent,

		title:         text{figure.Bold, 25, 30, figure.Ink},
		standfirst:    text{figure.Regular, 13, 18, figure.Secondary},
		heading2:      text{figure.Bold, 16, 21, figure.Ink},
		heading3:      text{figure.Semibold, 13, 17.5, figure.Ink},
		body:          text{figure.Regular, 12, 16.5, figure.Ink},
		lead:          text{figure.Regular, 14, 20, figure.Ink},
		small:         text{figure.Regular, 9.5, 13, figure.Secondary},
		head:          text{figure.Regular, 11, 14, figure.Secondary},
		foot:          text{figure.Regular, 9, 12, figure.Secondary},
		label:         text{figure.Regular, 11.5, 16, figure.Secondary},
		cell:          text{figure.Regular, 11, 15, figure.Ink},
		caption:       text{figure.Semibold, 12, 16, figure.Ink},
		columnTitle:   text{figure.Bold, 15, 20, figure.Ink},
		item:          text{figure.Semibold, 12, 16.5, figure.Ink},
		minor:         text{figure.Regular, 10, 14, figure.Secondary},
		number:        text{figure.Bold, 28, 34, accent},
		numberUnit:    text{figure.Semibold, 13, 34, accent},
		coverTitle:    text{figure.Bold, 40, 46, figure.Ink},
		coverSubtitle: text{figure.Regular, 18, 25, figure.Ink},
		contents:      text{figure.Regular, 12, 16.5, figure.Ink},

		columnBar: 3.75, gutter: 25.5, rowPad: 5, hairline: 0.6,
	}
}

// rise is the distance from the top of a line to its baseline: capitals are
// centred in the line.
func (t text) rise() float64 {
	const capHeight = 0.66
	return (t.leading + capHeight*t.size) / 2
}

// in returns the same setting in another colour, unless c is zero.
func (t text) in(c figure.Color) text {
	if c.A != 0 {
		t.color = c
	}
	return t
}

// cut returns the same setting in another face.
func (t text) cut(face figure.Face) text {
	t.face = face
	return t
}
