// Package svg writes drawings as SVG, to be put on a slide and changed there:
// texts stay texts, in the typeface of the pages when the reader's machine has
// it, and never wider than they were measured when it has not.
package svg

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"tressons/report/figure"
)

// family is what texts are set in, the first that the reader has.
const family = "'Source Sans 3', 'Source Sans Pro', 'Segoe UI', sans-serif"

// Write writes a drawing of one title, told by d.Alt. Texts must have been made
// ready to paint. The same drawing gives the same bytes.
func Write(w io.Writer, d figure.Drawing, title string, m figure.Measurer) error {
	p := &painter{m: m}
	p.line(`<?xml version="1.0" encoding="UTF-8"?>`)
	p.line(`<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %s %s" lang="fr" role="img" aria-labelledby="titre description" font-family="%s">`,
		num(d.Width), num(d.Height), num(d.Width), num(d.Height), family)
	p.line(`<title id="titre">%s</title>`, escaped(title))
	p.line(`<desc id="description">%s</desc>`, escaped(d.Alt))
	for _, op := range d.Ops {
		p.op(op)
	}
	p.line(`</svg>`)
	_, err := w.Write(p.out.Bytes())
	return err
}

type painter struct {
	out bytes.Buffer
	m   figure.Measurer
}

func (p *painter) line(format string, a ...any) { fmt.Fprintf(&p.out, format+"\n", a...) }

func (p *painter) op(op figure.Op) {
	switch op := op.(type) {
	case figure.Text:
		p.text(op)
	case figure.Rect:
		radius := ""
		if op.Radius > 0 {
			radius = attribute("rx", min(op.Radius, op.W/2, op.H/2))
		}
		p.line(`<rect%s%s%s%s%s%s/>`, attribute("x", op.X), attribute("y", op.Y), attribute("width", op.W), attribute("height", op.H),
			radius, paint(op.Fill, op.Stroke))
	case figure.Line:
		p.line(`<polyline points="%s"%s/>`, points(op.Points), paint(figure.Color{}, op.Stroke))
	case figure.Polygon:
		p.line(`<path d="%s" fill-rule="evenodd"%s/>`, rings(op.Rings), paint(op.Fill, op.Stroke))
	case figure.Circle:
		p.line(`<circle%s%s%s%s/>`, attribute("cx", op.Center.X), attribute("cy", op.Center.Y), attribute("r", op.R), paint(op.Fill, op.Stroke))
	case figure.Pie:
		p.pie(op)
	case figure.Picture:
		p.line(`<image%s%s%s%s preserveAspectRatio="none" href="data:image/%s;base64,%s"/>`, attribute("x", op.X), attribute("y", op.Y),
			attribute("width", op.W), attribute("height", op.H), op.Photo.Format, base64.StdEncoding.EncodeToString(op.Photo.Data))
	default:
		panic(fmt.Sprintf("svg: no painting for %T", op))
	}
}

// text writes a line of text; its length holds whatever typeface stands in.
func (p *painter) text(t figure.Text) {
	if strings.TrimSpace(t.Value) == "" {
		return
	}
	style := ""
	switch t.Face {
	case figure.Italic:
		style = ` font-style="italic"`
	case figure.Semibold:
		style = ` font-weight="600"`
	case figure.Bold:
		style = ` font-weight="700"`
	}
	if t.Anchor != figure.Start {
		style += ` text-anchor="` + t.Anchor.String() + `"`
	}
	p.line(`<text%s%s%s%s%s lengthAdjust="spacingAndGlyphs" xml:space="preserve"%s>%s</text>`,
		attribute("x", t.At.X), attribute("y", t.At.Y), attribute("font-size", t.Size), style,
		attribute("textLength", p.m.Width(t.Value, t.Face, t.Size)), color("fill", t.Color), escaped(t.Value))
}

// pie writes a slice; a whole disc, whose arc would end where it begins, is a
// circle.
func (p *painter) pie(op figure.Pie) {
	if op.To-op.From >= 1 {
		p.op(figure.Circle{Center: op.Center, R: op.R, Fill: op.Fill})
		return
	}
	at := func(turn float64) string {
		sin, cos := math.Sincos(2 * math.Pi * turn)
		return num(op.Center.X+op.R*sin) + " " + num(op.Center.Y-op.R*cos)
	}
	large := 0
	if op.To-op.From > 0.5 {
		large = 1
	}
	p.line(`<path d="M%s %s L%s A%s %s 0 %d 1 %s Z"%s/>`, num(op.Center.X), num(op.Center.Y), at(op.From),
		num(op.R), num(op.R), large, at(op.To), paint(op.Fill, figure.Stroke{}))
}

func paint(fill figure.Color, stroke figure.Stroke) string {
	out := color("fill", fill)
	if stroke.Color.A == 0 || stroke.Width <= 0 {
		return out
	}
	out += color("stroke", stroke.Color) + attribute("stroke-width", stroke.Width)
	if len(stroke.Dash) > 0 {
		dash := make([]string, len(stroke.Dash))
		for i, d := range stroke.Dash {
			dash[i] = num(d)
		}
		out += ` stroke-dasharray="` + strings.Join(dash, " ") + `"`
	}
	return out
}

func color(name string, c figure.Color) string {
	switch c.A {
	case 0:
		return ` ` + name + `="none"`
	case 0xFF:
		return fmt.Sprintf(` %s="#%02X%02X%02X"`, name, c.R, c.G, c.B)
	}
	return fmt.Sprintf(` %s="#%02X%02X%02X" %s-opacity="%s"`, name, c.R, c.G, c.B, name, num(float64(c.A)/0xFF))
}

func points(list []figure.Point) string {
	out := make([]string, len(list))
	for i, p := range list {
		out[i] = num(p.X) + "," + num(p.Y)
	}
	return strings.Join(out, " ")
}

func rings(list [][]figure.Point) string {
	var out strings.Builder
	for _, ring := range list {
		if len(ring) > 2 {
			out.WriteString("M" + points(ring) + "Z")
		}
	}
	return out.String()
}

func attribute(name string, v float64) string { return ` ` + name + `="` + num(v) + `"` }

// num writes a length to a hundredth of a point.
func num(v float64) string {
	s := strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64)
	if s == "-0" {
		return "0"
	}
	return s
}

// escaped is a text that XML can hold.
func escaped(s string) string {
	var out bytes.Buffer
	// Writing to memory does not fail.
	_ = xml.EscapeText(&out, []byte(s))
	return out.String()
}
