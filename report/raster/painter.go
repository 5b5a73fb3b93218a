// Package raster paints drawings into pixels: pages and charts in the window,
// and charts saved as PNG.
//
// Text is set glyph by glyph with the advances of the typeface, without
// kerning, exactly as pages were laid out and as PDF viewers show them; Fyne's
// own text would be up to a hundredth narrower.
package raster

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"math"
	"sync"

	"golang.org/x/image/vector"

	"tressons/report/figure"
)

// Painter knows the typeface. It is safe for concurrent use, and paints one
// picture at a time.
type Painter struct {
	mutex sync.Mutex
	faces [figure.Faces]face
	board board
}

// NewPainter reads TrueType files, in the order of figure.Face.
func NewPainter(regular, italic, semibold, bold []byte) (*Painter, error) {
	p := new(Painter)
	for i, ttf := range [figure.Faces][]byte{regular, italic, semibold, bold} {
		f, err := readFace(ttf)
		if err != nil {
			return nil, fmt.Errorf("raster: %s font: %w", figure.Face(i), err)
		}
		p.faces[i] = f
	}
	return p, nil
}

// Image paints a drawing on white paper, width by height pixels. The scale is
// that of the width: a height of other proportions shows less or more paper.
func (p *Painter) Image(d figure.Drawing, width, height int) *image.RGBA {
	dst := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.Draw(dst, dst.Rect, image.White, image.Point{}, draw.Src)
	if d.Width <= 0 {
		return dst
	}
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.board.dst, p.board.scale = dst, float64(width)/d.Width
	for _, op := range d.Ops {
		p.paint(op)
	}
	p.board.dst = nil
	return dst
}

// paint paints one mark.
func (p *Painter) paint(op figure.Op) {
	b := &p.board
	switch op := op.(type) {
	case figure.Text:
		p.text(op)
	case figure.Rect:
		b.rect(op)
	case figure.Line:
		b.line(op)
	case figure.Polygon:
		b.polygon(op)
	case figure.Circle:
		outline := b.arc(op.Center, op.R, 0, 1)
		b.fill(op.Fill, outline)
		b.stroke(op.Stroke, outline, true)
	case figure.Pie:
		outline := b.arc(op.Center, op.R, op.From, op.To)
		if op.To-op.From < 1 {
			outline = append(outline, b.at(op.Center))
		}
		b.fill(op.Fill, outline)
	case figure.Picture:
		b.picture(op)
	default:
		panic(fmt.Sprintf("raster: no painting for %T", op))
	}
}

// text paints a line of text, its baseline on a whole pixel.
func (p *Painter) text(t figure.Text) {
	b, f := &p.board, &p.faces[t.Face]
	start := b.at(t.At)
	size := t.Size * b.scale
	width := f.width(t.Value) * size
	switch t.Anchor {
	case figure.Middle:
		start.X -= width / 2
	case figure.End:
		start.X -= width
	}
	start.Y = math.Round(start.Y)
	b.mark(t.Color, figure.Box{X: start.X - size, Y: start.Y - 1.2*size, W: width + 2*size, H: 1.7 * size}, func(origin figure.Point) {
		pen := figure.Point{X: start.X - origin.X, Y: start.Y - origin.Y}
		for _, r := range t.Value {
			g := f.glyph(r)
			g.trace(&b.raster, pen, size)
			pen.X += g.advance * size
		}
	})
}

// board is the picture being painted. Its points are in pixels.
type board struct {
	dst    *image.RGBA
	scale  float64 // pixels a point
	raster vector.Rasterizer
}

func (b *board) at(p figure.Point) figure.Point {
	return figure.Point{X: p.X * b.scale, Y: p.Y * b.scale}
}

func (b *board) all(points []figure.Point) []figure.Point {
	out := make([]figure.Point, len(points))
	for i, p := range points {
		out[i] = b.at(p)
	}
	return out
}

// mark paints what trace adds to the raster, all of it inside box. Trace is
// handed the corner of the box that it must measure from.
func (b *board) mark(c color.NRGBA, box figure.Box, trace func(origin figure.Point)) {
	area := image.Rect(int(math.Floor(box.X)), int(math.Floor(box.Y)), int(math.Ceil(box.X+box.W)), int(math.Ceil(box.Y+box.H)))
	area = area.Intersect(b.dst.Rect)
	if area.Empty() || c.A == 0 {
		return
	}
	b.raster.Reset(area.Dx(), area.Dy())
	trace(figure.Point{X: float64(area.Min.X), Y: float64(area.Min.Y)})
	b.raster.Draw(b.dst, area, image.NewUniform(c), image.Point{})
}

// fill fills rings by the rule that anything wound around is inside.
func (b *board) fill(c color.NRGBA, rings ...[]figure.Point) {
	box, ok := around(rings)
	if !ok {
		return
	}
	b.mark(c, box, func(origin figure.Point) {
		for _, ring := range rings {
			for i, p := range ring {
				x, y := float32(p.X-origin.X), float32(p.Y-origin.Y)
				if i == 0 {
					b.raster.MoveTo(x, y)
				} else {
					b.raster.LineTo(x, y)
				}
			}
			b.raster.ClosePath()
		}
	})
}

// around is the box around all points; false when there are none.
func around(rings [][]figure.Point) (figure.Box, bool) {
	low := figure.Point{X: math.Inf(1), Y: math.Inf(1)}
	high := figure.Point{X: math.Inf(-1), Y: math.Inf(-1)}
	for _, ring := range rings {
		for _, p := range ring {
			low = figure.Point{X: min(low.X, p.X), Y: min(low.Y, p.Y)}
			high = figure.Point{X: max(high.X, p.X), Y: max(high.Y, p.Y)}
		}
	}
	return figure.Box{X: low.X, Y: low.Y, W: high.X - low.X, H: high.Y - low.Y}, low.X <= high.X
}
