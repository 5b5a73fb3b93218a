package figure_test

import (
	"testing"

	"tressons/report/figure"
	"tressons/report/layout"
	"tressons/report/layout/layouttest"
)

// TestChartsCanBeSeen computes the contrast of every mark with the ground, and
// of every text with what is painted under it, on white paper and on a dark
// screen. Hairlines and what has the colour of the ground carry no meaning.
func TestChartsCanBeSeen(t *testing.T) {
	t.Parallel()
	fonts := layouttest.Fonts(t)
	darkHairline := inDark(figure.Hairline)
	for name, chart := range layouttest.Charts() {
		for _, width := range []float64{narrow, upright, wide} {
			d := chart.Draw(width, fonts)
			checkContrast(t, name+" on paper", d, figure.Paper, figure.Hairline, fonts)
			checkContrast(t, name+" on a dark screen", d.Dark(), figure.DarkPaper, darkHairline, fonts)
		}
	}
}

func checkContrast(t *testing.T, name string, d figure.Drawing, ground, hairline figure.Color, fonts *layout.Fonts) {
	t.Helper()
	for i, op := range d.Ops {
		if text, ok := op.(figure.Text); ok {
			under := below(extent(text, fonts), d.Ops[:i], ground)
			if got := figure.Contrast(text.Color, under); got < 4.5 {
				t.Errorf("%s: contrast %.2f of %s", name, got, op)
			}
			continue
		}
		best, meant := 0.0, false
		for _, c := range colors(op) {
			best = max(best, figure.Contrast(c, ground))
			meant = meant || c != ground && c != hairline
		}
		if meant && best < 3 {
			t.Errorf("%s: contrast %.2f of %s", name, best, op)
		}
	}
}

// colors are those that a mark is painted with.
func colors(op figure.Op) (out []figure.Color) {
	add := func(c figure.Color) {
		if c.A > 0 {
			out = append(out, c)
		}
	}
	switch op := op.(type) {
	case figure.Rect:
		add(op.Fill)
		add(op.Stroke.Color)
	case figure.Line:
		add(op.Stroke.Color)
	case figure.Polygon:
		add(op.Fill)
		add(op.Stroke.Color)
	case figure.Circle:
		add(op.Fill)
		add(op.Stroke.Color)
	case figure.Pie:
		add(op.Fill)
	}
	return out
}

// below is the colour of the last surface under a text.
func below(text figure.Box, ops []figure.Op, ground figure.Color) figure.Color {
	for _, op := range ops {
		if fill := colors(op); len(fill) > 0 && overlap(op.Bounds(), text) {
			if _, line := op.(figure.Line); !line {
				ground = fill[0]
			}
		}
	}
	return ground
}

func TestDarkTextIsReadable(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]figure.Color{
		"a team's blue": figure.RGB(0x003189), "a team's black": figure.RGB(0x000000), "a team's red": figure.RGB(0x8B0000),
	} {
		if got := figure.Contrast(inDark(c), figure.DarkPaper); got < 4.5 {
			t.Errorf("%s: contrast %.2f on a dark screen", name, got)
		}
	}
}

func inDark(c figure.Color) figure.Color {
	d := figure.Drawing{Ops: []figure.Op{figure.Text{Color: c}}}.Dark()
	return d.Ops[0].(figure.Text).Color
}
