package figure

// barRow is a line of a bar chart: a bar with its name before and its value
// after it, or the name of a group.
type barRow struct {
	named
	face      Face
	reference Quantity
	color     Color
	texture   texture
	head      bool // a name without a bar
}

// barLayout sets rows in three columns: names, bars from a common zero, values.
type barLayout struct {
	setting
	d      Drawing
	beside string   // what the references are
	common Quantity // the reference of all rows, written once above them
	nameW  float64
	labelW float64
	zero   float64 // where the value 0 is
	scale  float64 // points for a value of 1
	axis   float64 // where the line at zero has got to, from the top
}

// span is the range of values that the bars are drawn to; it always holds 0.
type span struct{ low, high float64 }

func (s span) with(rows []barRow) span {
	for _, r := range rows {
		for _, q := range []Quantity{r.Quantity, r.reference} {
			if q.known() {
				s.low, s.high = min(s.low, q.Value), max(s.high, q.Value)
			}
		}
	}
	return s
}

const (
	barThick  = 0.95 // of the text's leading
	barAir    = 0.45
	barNames  = 0.42 // width of the names, of the whole, at most
	barLabels = 0.32 // width of the values, of the whole, at most
)

func newBarLayout(width float64, m Measurer, rows []barRow, beside string, within span) *barLayout {
	l := &barLayout{setting: settingFor(width, m), beside: beside, common: commonReference(rows)}
	l.d.Width = width
	l.nameW = l.namesWidth(rows, barNames*width)
	l.labelW = l.labelsWidth(rows, barLabels*width)
	left := l.nameW + l.size
	room := width - left - l.labelW - l.gap()
	if wide := within.high - within.low; wide > 0 {
		l.scale = room / wide
	}
	l.zero = left - within.low*l.scale
	return l
}

// commonReference is the reference of all rows that have one, when there is one
// and two rows share it.
func commonReference(rows []barRow) (common Quantity) {
	shared := 0
	for _, r := range rows {
		switch {
		case !r.reference.known():
		case shared > 0 && r.reference != common:
			return Quantity{}
		default:
			common = r.reference
			shared++
		}
	}
	if shared < 2 {
		return Quantity{}
	}
	return common
}

// gap is the air between a bar and its value.
func (s setting) gap() float64 { return 0.5 * s.size }

func (l *barLayout) namesWidth(rows []barRow, most float64) float64 {
	longest := 0.0
	for _, r := range rows {
		if !r.head {
			longest = max(longest, l.m.Width(r.name, r.face, l.size))
		}
	}
	return min(longest+1, most)
}

// labelsWidth is what the values ask for, each beside its reference if there
// is room for that.
func (l *barLayout) labelsWidth(rows []barRow, most float64) float64 {
	var together, apart float64
	for _, r := range rows {
		if r.head {
			continue
		}
		value, reference := l.labelWidths(r)
		together = max(together, value+reference)
		apart = max(apart, value, reference)
	}
	if together+1 <= most {
		return together + 1
	}
	return min(apart+1, most)
}

// labelWidths are those of a row's value and, with the air before it, of its
// reference.
func (l *barLayout) labelWidths(r barRow) (value, reference float64) {
	value = l.m.Width(r.shown(), Semibold, l.size)
	if l.tellsReference(r) {
		reference = l.gap() + l.m.Width(l.besides(r.reference), Regular, l.smaller().size)
	}
	return value, reference
}

// tellsReference tells the rows that write their own reference.
func (l *barLayout) tellsReference(r barRow) bool { return r.reference.known() && !l.common.known() }

// besides is « France : 13,7 % ».
func (l *barLayout) besides(reference Quantity) string {
	if l.beside == "" {
		return reference.Text
	}
	return l.beside + nbsp + ": " + reference.Text
}

// label returns the marks of a row's value and reference, from x, 0.
func (l *barLayout) label(r barRow, x float64) (ops []Op, height float64) {
	color, face := Ink, Semibold
	if !r.known() {
		color, face = Secondary, Regular
	}
	ops, height = l.wrap(r.shown(), face, color, Box{X: x, W: l.labelW}, Start)
	if !l.tellsReference(r) {
		return ops, height
	}
	small := l.smaller()
	value, reference := l.labelWidths(r)
	if value+reference <= l.labelW {
		at := Point{x + value + l.gap(), (l.leading - small.leading) / 2}
		return append(ops, small.line(l.besides(r.reference), Regular, Secondary, at, Start)), height
	}
	more, h := small.wrap(l.besides(r.reference), Regular, Secondary, Box{x, height, l.labelW, 0}, Start)
	return append(ops, more...), height + h
}

// height is that of a row.
func (l *barLayout) height(r barRow) float64 {
	if r.head {
		_, h := l.wrap(r.name, Semibold, Ink, Box{W: l.d.Width}, Start)
		return h + 2*barAir*l.leading
	}
	_, name := l.wrap(r.name, r.face, Ink, Box{W: l.nameW}, Start)
	_, label := l.label(r, 0)
	return max(name, label, l.leading) + barAir*l.leading
}

func (l *barLayout) heights(rows []barRow) []float64 {
	out := make([]float64, len(rows))
	for i, r := range rows {
		out[i] = l.height(r)
	}
	return out
}

// draw draws all rows.
func (l *barLayout) draw(rows []barRow) {
	l.top()
	for _, r := range rows {
		if r.head {
			l.closeAxis()
			l.head(r)
			l.axis = l.d.Height
			continue
		}
		l.row(r)
	}
	l.closeAxis()
}

// top names the reference that all rows share, over its ticks.
func (l *barLayout) top() {
	if !l.common.known() {
		return
	}
	small := l.smaller()
	text := l.m.Wrap(l.besides(l.common), Regular, small.size, l.d.Width, 1)
	half := l.m.Width(text[0], Regular, small.size) / 2
	x := max(half, min(l.zero+l.common.Value*l.scale, l.d.Width-half))
	l.d.Ops = append(l.d.Ops, small.line(text[0], Regular, Secondary, Point{x, 0}, Middle))
	l.d.Height = l.topHeight()
	l.axis = l.d.Height
}

func (l *barLayout) topHeight() float64 {
	if !l.common.known() {
		return 0
	}
	return l.smaller().leading + 1
}

// head draws the name of a group over its bars.
func (l *barLayout) head(r barRow) {
	h := l.height(r)
	ops, _ := l.wrap(r.name, Semibold, r.color, Box{0, l.d.Height + 1.5*barAir*l.leading, l.d.Width, 0}, Start)
	l.d.Ops = append(l.d.Ops, ops...)
	l.d.Height += h
}

func (l *barLayout) row(r barRow) {
	h := l.height(r)
	middle := l.d.Height + h/2
	ops, nameH := l.wrap(r.name, r.face, Ink, Box{W: l.nameW}, Start)
	l.put(ops, middle-nameH/2)
	end := l.zero
	if r.known() && r.Value != 0 {
		from, to := l.zero+min(0, r.Value)*l.scale, l.zero+max(0, r.Value)*l.scale
		thick := barThick * l.leading
		l.d.Ops = append(l.d.Ops, r.texture.fill(Box{from, middle - thick/2, to - from, thick}, r.color)...)
		end = to
	}
	if r.reference.known() {
		x := l.zero + r.reference.Value*l.scale
		l.d.Ops = append(l.d.Ops, l.tick(x, middle)...)
		if value, reference := l.labelWidths(r); end+value+reference+2*l.gap() > x {
			end = max(end, x)
		}
	}
	label, labelH := l.label(r, end+l.gap())
	l.put(label, middle-labelH/2)
	l.d.Height += h
}

// tick is the mark of a reference, set off from the bar that it may cross.
func (l *barLayout) tick(x, middle float64) []Op {
	half := 0.62 * l.leading
	points := []Point{{x, middle - half}, {x, middle + half}}
	return []Op{
		Line{Points: points, Stroke: Stroke{Color: Paper, Width: 3.4}},
		Line{Points: points, Stroke: Stroke{Color: Ink, Width: 1.6}},
	}
}

// put adds marks, moved down by y.
func (l *barLayout) put(ops []Op, y float64) {
	for _, op := range ops {
		l.d.Ops = append(l.d.Ops, op.Moved(0, y))
	}
}

// closeAxis draws the line at zero beside the rows since the last one.
func (l *barLayout) closeAxis() {
	if l.d.Height > l.axis {
		l.d.Ops = append(l.d.Ops, Line{Points: []Point{{l.zero, l.axis}, {l.zero, l.d.Height}}, Stroke: Stroke{Color: Faint, Width: 0.8}})
	}
}
