package figure_test

import (
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tressons/report/figure"
	"tressons/report/layout"
	"tressons/report/layout/layouttest"
)

var update = flag.Bool("update", false, "write the golden files")

// The widths of a text column on an upright page, on a wide one, and of a
// picture in a column.
const (
	upright = 482
	wide    = 751
	narrow  = 220
)

func bar(name string, value float64) figure.Bar {
	return figure.Bar{Name: name, Quantity: figure.Quantity{Value: value, Text: strconv.FormatFloat(value, 'f', -1, 64)}}
}

func charts() map[string]struct {
	chart figure.Chart
	width float64
} {
	long := strings.Repeat("anticonstitutionnellement", 20)
	return map[string]struct {
		chart figure.Chart
		width float64
	}{
		"levels":          {layouttest.Levels(), upright},
		"levels-wide":     {layouttest.Levels(), wide},
		"levels-empty":    {figure.LevelStrip{}, upright},
		"matrix":          {layouttest.Matrix(5, 9), upright},
		"matrix-wide":     {layouttest.Matrix(5, 9), wide},
		"matrix-legend":   {layouttest.Matrix(3, 14), wide},
		"matrix-many":     {layouttest.Matrix(2, 60), wide},
		"matrix-long":     {layouttest.Matrix(20, 2), upright},
		"matrix-no-marks": {figure.Matrix{Columns: []figure.MatrixColumn{{Name: "A"}}, Rows: []figure.MatrixRow{{Name: long}}}, upright},
		"matrix-no-rows":  {layouttest.Matrix(0, 3), upright},
		"themes":          {layouttest.Themes(), upright},
		"themes-wide":     {layouttest.Themes(), wide},
		"bars":            {layouttest.Shares(), upright},
		"bars-narrow":     {layouttest.Shares(), narrow},
		"bars-changes":    {layouttest.Changes(), upright},
		"bars-all-zero":   {figure.Bars{Bars: []figure.Bar{bar("A", 0), bar(long, 0)}}, upright},
		"bars-none":       {figure.Bars{}, upright},
		"bars-one-large":  {figure.Bars{Bars: []figure.Bar{bar("A", 123456)}}, upright},
		"grouped":         {layouttest.Grouped(4), upright},
		"grouped-many":    {layouttest.Grouped(12), wide},
		"grouped-one":     {figure.GroupedBars{Groups: []figure.BarGroup{{Name: "A", Bars: []figure.Bar{bar("", 3)}}}}, narrow},
		"grouped-none":    {figure.GroupedBars{}, upright},
		"years":           {layouttest.Years(3), upright},
		"years-many":      {layouttest.Years(8), wide},
		"years-one":       {layouttest.Years(1), narrow},
		"years-none":      {layouttest.Years(0), upright},
		"locator":         {layouttest.Locator(16), upright},
		"locator-narrow":  {layouttest.Locator(40), narrow},
		"locator-one":     {layouttest.Locator(1), wide},
		"locator-none":    {layouttest.Locator(0), upright},
		"grid":            {layouttest.LevelGrid(4), upright},
		"grid-many":       {layouttest.LevelGrid(12), wide},
		"grid-none":       {figure.LevelGrid{}, upright},
		"stacked":         {layouttest.Stacked(), upright},
		"stacked-narrow":  {layouttest.Stacked(), narrow},
		"stacked-shares":  {layouttest.StackedShares(), wide},
		"stacked-none":    {figure.StackedBars{}, upright},
		"profile":         {layouttest.Profile(), upright},
		"profile-narrow":  {layouttest.Profile(), narrow},
		"profile-none":    {figure.AxisProfile{}, upright},
		"timeline":        {layouttest.Timeline(9, 5), upright},
		"timeline-many":   {layouttest.Timeline(60, 9), wide},
		"timeline-one":    {layouttest.Timeline(1, 0), narrow},
		"timeline-none":   {figure.Timeline{}, upright},
		"plate":           {figure.Plate{Title: "Un titre", Source: "Une source.", Chart: layouttest.Shares()}, wide},
		"plate-bare":      {figure.Plate{Chart: figure.Bars{}}, narrow},
	}
}

func TestChartsGolden(t *testing.T) {
	t.Parallel()
	fonts := layouttest.Fonts(t)
	for name, c := range charts() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := c.chart.Draw(c.width, fonts).String()
			path := filepath.Join("testdata", name+".golden")
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s changed (go test ./report/figure -update writes it); it is now:\n%s", path, got)
			}
		})
	}
}

func TestChartsHoldTheirPromises(t *testing.T) {
	t.Parallel()
	fonts := layouttest.Fonts(t)
	for name, c := range charts() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			checkChart(t, c.chart, c.width, fonts)
		})
	}
}

// TestAnyChart draws charts with any names and values at any width of a page.
func TestAnyChart(t *testing.T) {
	t.Parallel()
	fonts := layouttest.Fonts(t)
	rapid.Check(t, func(t *rapid.T) {
		chart, width := layouttest.AnyChart().Draw(t, "chart"), rapid.Float64Range(narrow, 1000).Draw(t, "width")
		checkChart(t, chart, width, fonts)
	})
}

// failer is what *testing.T and *rapid.T share.
type failer interface{ Errorf(string, ...any) }

// checkChart holds what is promised of any chart: the width asked for, a text
// alternative, no mark outside the drawing, no text over another one.
func checkChart(t failer, chart figure.Chart, width float64, fonts *layout.Fonts) {
	d := chart.Draw(width, fonts)
	if d.Width != width || d.Alt == "" {
		t.Errorf("width %g, want %g; alternative %q", d.Width, width, d.Alt)
	}
	var texts []figure.Op
	for _, op := range d.Ops {
		b := extent(op, fonts)
		if b.X < -0.5 || b.Y < -0.5 || b.X+b.W > d.Width+0.5 || b.Y+b.H > d.Height+0.5 {
			t.Errorf("%s leaves the drawing of %g × %g", op, d.Width, d.Height)
		}
		if _, ok := op.(figure.Text); !ok {
			continue
		}
		for _, other := range texts {
			if overlap(b, extent(other, fonts)) {
				t.Errorf("%s is over %s", op, other)
			}
		}
		texts = append(texts, op)
	}
}

func overlap(a, b figure.Box) bool {
	const eps = 0.02
	return a.X+eps < b.X+b.W && b.X+eps < a.X+a.W && a.Y+eps < b.Y+b.H && b.Y+eps < a.Y+a.H
}

// extent is the box of a mark, the width of texts included.
func extent(op figure.Op, fonts *layout.Fonts) figure.Box {
	b := op.Bounds()
	if t, ok := op.(figure.Text); ok {
		b.W = fonts.Width(t.Value, t.Face, t.Size)
		b.X -= []float64{0, b.W / 2, b.W}[t.Anchor]
	}
	return b
}

func TestSplit(t *testing.T) {
	t.Parallel()
	fonts := layouttest.Fonts(t)
	for name, c := range charts() {
		chart, ok := c.chart.(figure.Splitter)
		whole := c.chart.Draw(c.width, fonts)
		if !ok || whole.Height == 0 {
			continue
		}
		if _, _, ok := chart.Split(c.width, 1, fonts); ok {
			t.Errorf("%s: something fits in a point", name)
		}
		if _, _, ok := chart.Split(c.width, whole.Height+1, fonts); ok {
			t.Errorf("%s: split though it fits", name)
		}
		room := 0.7 * whole.Height
		head, tail, ok := chart.Split(c.width, room, fonts)
		if !ok {
			continue
		}
		first, rest := head.Draw(c.width, fonts), tail.Draw(c.width, fonts)
		if first.Height > room+0.01 {
			t.Errorf("%s: the first part is %g tall, room %g", name, first.Height, room)
		}
		if lost := missing(whole, first, rest); lost != "" {
			t.Errorf("%s: %q is in no part", name, lost)
		}
	}
}

// missing returns a text of the whole that no part has.
func missing(whole figure.Drawing, parts ...figure.Drawing) string {
	said := map[string]bool{}
	for _, part := range parts {
		for _, op := range part.Ops {
			if t, ok := op.(figure.Text); ok {
				said[t.Value] = true
			}
		}
	}
	for _, op := range whole.Ops {
		if t, ok := op.(figure.Text); ok && !said[t.Value] {
			return t.Value
		}
	}
	return ""
}

func TestSignsDifferWithoutColour(t *testing.T) {
	t.Parallel()
	seen := map[string]figure.Sign{}
	for s := figure.SignUnknown; s <= figure.SignNotApplicable; s++ {
		shape := ""
		for _, op := range s.Draw(figure.Point{}, 5, figure.Ink) {
			shape += op.String() + "\n"
		}
		if other, taken := seen[shape]; taken {
			t.Errorf("signs %d and %d are drawn alike", s, other)
		}
		seen[shape] = s
	}
}

func TestNounCount(t *testing.T) {
	t.Parallel()
	noun := figure.Noun{One: "facteur clé", Many: "facteurs clés"}
	for k, want := range map[int]string{0: "0 facteur clé", 1: "1 facteur clé", 2: "2 facteurs clés"} {
		if got := strings.ReplaceAll(noun.Count(k), "\u00A0", " "); got != want {
			t.Errorf("Count(%d) = %q, want %q", k, got, want)
		}
	}
}

// marks is one of each.
func marks() []figure.Op {
	p := figure.Point{X: 1, Y: 2}
	return []figure.Op{
		figure.Rect{Box: figure.Box{X: 1, Y: 2, W: 3, H: 4}}, figure.Line{Points: []figure.Point{p, {X: 5, Y: 6}}},
		figure.Polygon{Rings: [][]figure.Point{{p, {X: 5, Y: 6}, {X: 0, Y: 9}}}}, figure.Circle{Center: p, R: 1},
		figure.Pie{Center: p, R: 1, To: 0.5}, figure.Text{At: p, Size: 10},
		figure.Picture{Box: figure.Box{X: 1, Y: 2, W: 3, H: 4}, Photo: &figure.Photo{}},
	}
}

func TestScaledScalesEveryMark(t *testing.T) {
	t.Parallel()
	for _, op := range marks() {
		b := op.Bounds()
		want := figure.Box{X: 2 * b.X, Y: 2 * b.Y, W: 2 * b.W, H: 2 * b.H}
		if got := op.Scaled(2).Bounds(); got != want {
			t.Errorf("%s: twice as large it is at %s, want %s", op, got, want)
		}
	}
	d := layouttest.Levels().Draw(upright, layouttest.Fonts(t)).Scaled(0.5)
	if d.Width != upright/2 || d.Alt == "" || len(d.Ops) == 0 {
		t.Errorf("half a drawing is %g wide, with %d marks", d.Width, len(d.Ops))
	}
}

func TestMovedMovesEveryMark(t *testing.T) {
	t.Parallel()
	for _, op := range marks() {
		before := op.Bounds()
		after := op.Moved(10, 20).Bounds()
		before.X, before.Y = before.X+10, before.Y+20
		if after != before || op.Bounds() == after {
			t.Errorf("%s: at %s after the move, want %s", op, after, before)
		}
	}
}
