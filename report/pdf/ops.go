package pdf

import (
	"fmt"
	"math"

	"tressons/report/figure"
)

// op paints one mark.
func (p *painter) op(op figure.Op) {
	switch op := op.(type) {
	case figure.Text:
		p.text(op)
	case figure.Rect:
		p.rect(op)
	case figure.Line:
		if p.stroke(op.Stroke) && len(op.Points) > 1 {
			p.path(op.Points)
			p.f.DrawPath("D")
		}
	case figure.Polygon:
		p.polygon(op)
	case figure.Circle:
		if style := p.style(op.Fill, op.Stroke); style != "" {
			p.f.Circle(op.Center.X, op.Center.Y, op.R, style)
		}
	case figure.Pie:
		if p.fill(op.Fill) {
			p.pie(op)
		}
	case figure.Picture:
		p.picture(op)
	default:
		panic(fmt.Sprintf("no painting for %T", op))
	}
}

func (p *painter) rect(r figure.Rect) {
	style := p.style(r.Fill, r.Stroke)
	switch {
	case style == "":
	case r.Radius > 0:
		p.f.RoundedRect(r.X, r.Y, r.W, r.H, min(r.Radius, r.W/2, r.H/2), "1234", style)
	default:
		p.f.Rect(r.X, r.Y, r.W, r.H, style)
	}
}

func (p *painter) polygon(op figure.Polygon) {
	style := p.style(op.Fill, op.Stroke)
	if style == "" {
		return
	}
	for _, ring := range op.Rings {
		if len(ring) > 2 {
			p.path(ring)
			p.f.ClosePath()
		}
	}
	p.f.DrawPath(map[string]string{"F": "F*", "D": "D", "FD": "FD*"}[style])
}

func (p *painter) path(points []figure.Point) {
	p.f.MoveTo(points[0].X, points[0].Y)
	for _, to := range points[1:] {
		p.f.LineTo(to.X, to.Y)
	}
}

// pie fills a slice with cubic curves of a quarter turn at most.
func (p *painter) pie(op figure.Pie) {
	at := func(turn, k float64) (x, y float64) { // k moves along the tangent
		sin, cos := math.Sincos(2 * math.Pi * turn)
		return op.Center.X + op.R*(sin+k*cos), op.Center.Y - op.R*(cos-k*sin)
	}
	steps := math.Ceil(4 * (op.To - op.From))
	if steps < 1 {
		return
	}
	each := (op.To - op.From) / steps
	k := 4.0 / 3 * math.Tan(math.Pi/2*each)
	p.f.MoveTo(op.Center.X, op.Center.Y)
	x, y := at(op.From, 0)
	p.f.LineTo(x, y)
	for i := range int(steps) {
		from := op.From + float64(i)*each
		x1, y1 := at(from, k)
		x2, y2 := at(from+each, -k)
		x, y = at(from+each, 0)
		p.f.CurveBezierCubicTo(x1, y1, x2, y2, x, y)
	}
	p.f.ClosePath()
	p.f.DrawPath("F")
}

// style prepares colours and tells gofpdf's word for what is painted: "F",
// "D", "FD", or nothing.
func (p *painter) style(fill figure.Color, stroke figure.Stroke) string {
	var style string
	if p.fill(fill) {
		style = "F"
	}
	if p.stroke(stroke) {
		style += "D"
	}
	return style
}

func (p *painter) fill(c figure.Color) bool {
	if c.A == 0 {
		return false
	}
	p.f.SetFillColor(int(c.R), int(c.G), int(c.B))
	return true
}

func (p *painter) stroke(s figure.Stroke) bool {
	if s.Color.A == 0 || s.Width <= 0 {
		return false
	}
	p.f.SetDrawColor(int(s.Color.R), int(s.Color.G), int(s.Color.B))
	p.f.SetLineWidth(s.Width)
	p.f.SetDashPattern(s.Dash, 0)
	return true
}
