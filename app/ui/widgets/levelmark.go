package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"tressons/app/ui/skin"
)

// Level is a step of a scale shown by a ring.
type Level int

// The levels, each with its sign.
const (
	LevelUnknown       Level = iota // a dashed ring
	LevelEmpty                      // an empty ring
	LevelQuarter                    // a quarter filled
	LevelHalf                       // a half filled
	LevelFull                       // a full disc
	LevelNotApplicable              // a ring with a stroke through it
)

// LevelMark is the ring of a level alone.
type LevelMark struct {
	widget.BaseWidget
	level Level
	color fyne.ThemeColorName
	size  float32
	drawn []fyne.CanvasObject
}

// NewLevelMark makes the ring of a level, size pixels wide, in a colour of the
// skin. A size of 0 is 16.
func NewLevelMark(level Level, color fyne.ThemeColorName, size float32) *LevelMark {
	if size == 0 {
		size = 16
	}
	m := &LevelMark{level: level, color: color, size: size}
	m.ExtendBaseWidget(m)
	return m
}

// SetLevel changes the level shown.
func (m *LevelMark) SetLevel(level Level) {
	if m.level != level {
		m.level = level
		m.Refresh()
	}
}

// SetColor changes the colour of the ring.
func (m *LevelMark) SetColor(color fyne.ThemeColorName) {
	if m.color != color {
		m.color = color
		m.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (m *LevelMark) CreateRenderer() fyne.WidgetRenderer {
	draw := func() { m.drawn = drawLevel(m.level, skin.Color(m.color), m.size) }
	draw()
	return &view{
		owner:   m,
		objects: func() []fyne.CanvasObject { return m.drawn },
		layout:  func(fyne.Size) {},
		min:     func() fyne.Size { return fyne.NewSquareSize(m.size) },
		paint:   draw,
	}
}

// drawLevel draws the ring of a level in a square.
func drawLevel(level Level, ink color.Color, size float32) []fyne.CanvasObject {
	stroke := max(1.25, size/10)
	inner := size - 2*stroke
	switch level {
	case LevelUnknown:
		return dashedRing(ink, size, stroke)
	case LevelFull:
		return []fyne.CanvasObject{disc(ink, size)}
	case LevelQuarter:
		return []fyne.CanvasObject{ring(ink, size, stroke), pie(ink, 90, stroke, inner)}
	case LevelHalf:
		return []fyne.CanvasObject{ring(ink, size, stroke), pie(ink, 180, stroke, inner)}
	case LevelNotApplicable:
		slash := canvas.NewLine(ink)
		slash.StrokeWidth = stroke
		reach := size * 0.15
		slash.Position1, slash.Position2 = fyne.NewPos(reach, size-reach), fyne.NewPos(size-reach, reach)
		return []fyne.CanvasObject{ring(ink, size, stroke), slash}
	default:
		return []fyne.CanvasObject{ring(ink, size, stroke)}
	}
}

func disc(ink color.Color, size float32) fyne.CanvasObject {
	c := canvas.NewCircle(ink)
	c.Resize(fyne.NewSquareSize(size))
	return c
}

func ring(ink color.Color, size, stroke float32) fyne.CanvasObject {
	a := canvas.NewArc(0, 360, 1-2*stroke/size, ink)
	a.Resize(fyne.NewSquareSize(size))
	return a
}

// pie fills a ring from the top, clockwise.
func pie(ink color.Color, degrees, stroke, inner float32) fyne.CanvasObject {
	a := canvas.NewPieArc(0, degrees, ink)
	place(a, stroke, stroke, inner, inner)
	return a
}

// dashedRing is a ring of short strokes.
func dashedRing(ink color.Color, size, stroke float32) []fyne.CanvasObject {
	const strokes = 9
	const turn = float32(360) / strokes
	var arcs []fyne.CanvasObject
	for i := range strokes {
		start := float32(i) * turn
		a := canvas.NewArc(start, start+turn*0.58, 1-2*stroke/size, ink)
		a.Resize(fyne.NewSquareSize(size))
		arcs = append(arcs, a)
	}
	return arcs
}
