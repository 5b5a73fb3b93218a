package figure

import (
	"math"
	"strconv"
)

// timeLayout is a Timeline being drawn.
type timeLayout struct {
	setting
	chart     Timeline
	d         Drawing
	low, high float64 // years at both ends
	left      float64 // where low is
	room      float64 // from low to high
	step      int     // years between two rules
}

const (
	timeThick  = 0.5  // of a bar, in leadings
	timeAir    = 0.35 // between rows
	timeBeside = 0.25 // width that a name beside its mark must have, of the whole
	timeName   = 2    // lines of a name
)

func (c Timeline) layout(width float64, m Measurer) *timeLayout {
	l := &timeLayout{setting: settingFor(width, m), chart: c, d: Drawing{Width: width}}
	l.low, l.high = c.span()
	label := l.m.Width("2000", Regular, l.smaller().size)
	l.left = label / 2
	l.room = width - label
	for _, l.step = range []int{1, 2, 5, 10, 20, 25, 50, 100, 200} {
		if l.room*float64(l.step)/(l.high-l.low) >= label+l.size {
			break
		}
	}
	return l
}

// at is where a moment is.
func (l *timeLayout) at(year float64) float64 {
	return l.left + l.room*(year-l.low)/(l.high-l.low)
}

// marked are the years that are written.
func (l *timeLayout) marked() (years []int) {
	first := int(math.Ceil(l.low/float64(l.step))) * l.step
	for year := first; float64(year) <= l.high; year += l.step {
		years = append(years, year)
	}
	return years
}

func (l *timeLayout) years() {
	small := l.smaller()
	for _, year := range l.marked() {
		l.d.Ops = append(l.d.Ops, small.line(strconv.Itoa(year), Regular, Secondary, Point{l.at(float64(year)), 0}, Middle))
	}
	l.d.Height = small.leading + 2
}

// rules are the lines of the years, from top to the foot.
func (l *timeLayout) rules(top float64) (ops []Op) {
	for _, year := range l.marked() {
		x := l.at(float64(year))
		ops = append(ops, Line{Points: []Point{{x, top}, {x, l.foot()}}, Stroke: Stroke{Color: Hairline, Width: 0.6}})
	}
	return ops
}

// foot is where the rows end.
func (l *timeLayout) foot() float64 {
	if l.chart.Now > 0 && l.chart.NowLabel != "" {
		return l.d.Height - l.smaller().leading
	}
	return l.d.Height
}

// now draws the line of today, named at its foot.
func (l *timeLayout) now(top float64) {
	if l.chart.Now <= 0 {
		return
	}
	x := l.at(l.chart.Now)
	line := Line{Points: []Point{{x, top}, {x, l.d.Height}}, Stroke: Stroke{Color: Secondary, Width: 1, Dash: []float64{3, 2.5}}}
	l.d.Ops = append([]Op{line}, l.d.Ops...)
	if l.chart.NowLabel == "" {
		return
	}
	small := l.smaller()
	for _, text := range small.m.Wrap(l.chart.NowLabel, Regular, small.size, l.d.Width, 1) {
		half := small.m.Width(text, Regular, small.size) / 2
		at := Point{max(half, min(x, l.d.Width-half)), l.d.Height}
		l.d.Ops = append(l.d.Ops, small.line(text, Regular, Secondary, at, Middle))
	}
	l.d.Height += small.leading
}

// group names a group on a ground that hides the lines of the years.
func (l *timeLayout) group(g TimelineGroup) {
	y := l.d.Height + (stripGroup-1.2)*l.leading
	for _, line := range l.m.Wrap(g.Name, Bold, l.size, l.d.Width, 1) {
		l.ground(line, Bold, Point{0, y}, Start)
		l.d.Ops = append(l.d.Ops, l.line(line, Bold, g.Color, Point{0, y}, Start))
	}
	l.d.Height += stripGroup * l.leading
}

// ground paints paper under a line of text.
func (l *timeLayout) ground(text string, face Face, at Point, anchor Anchor) {
	const air = 2
	w := l.m.Width(text, face, l.size)
	x := at.X
	if anchor == End {
		x -= w
	}
	left, right := max(0, x-air), min(l.d.Width, x+w+air)
	l.d.Ops = append(l.d.Ops, Rect{Box: Box{left, at.Y, right - left, l.leading}, Fill: Paper})
}

// place is where the name of a row stands: after its mark, before it when there
// is more room there, or over it when it is so long that there is none.
func (l *timeLayout) place(r timelineRow) (box Box, anchor Anchor, over bool) {
	gap := markR + l.gap()
	before, after := l.at(r.From)-gap, l.d.Width-l.at(r.end())-gap
	if max(before, after) < timeBeside*l.d.Width {
		return Box{W: l.d.Width}, Start, true
	}
	if w := l.m.Width(r.label(), Regular, l.size); w > after && before > after {
		return Box{W: before}, End, false
	}
	return Box{X: l.at(r.end()) + gap, W: after}, Start, false
}

// label is « 2018 · Café des possibles ».
func (r timelineRow) label() string {
	if r.When == "" {
		return r.Name
	}
	return r.When + " · " + r.Name
}

func (l *timeLayout) height(r timelineRow) float64 {
	box, anchor, over := l.place(r)
	_, h := l.wrapUpTo(timeName, r.label(), Regular, Ink, box, anchor)
	if over {
		h += l.leading
	}
	return max(h, l.leading) + timeAir*l.leading
}

func (l *timeLayout) row(r timelineRow, color Color) {
	box, anchor, over := l.place(r)
	h := l.height(r)
	ops, textH := l.wrapUpTo(timeName, r.label(), Regular, Ink, box, anchor)
	textY, middle := l.d.Height+(h-textH)/2, l.d.Height+h/2
	if over {
		textY, middle = l.d.Height, l.d.Height+textH+l.leading/2
	}
	for _, op := range ops {
		text := op.Moved(0, textY).(Text)
		top := text.At.Y - (l.leading+0.66*l.size)/2
		l.ground(text.Value, text.Face, Point{text.At.X, top}, anchor)
		l.d.Ops = append(l.d.Ops, text)
	}
	l.mark(r, color, middle)
	l.d.Height += h
}

// mark draws a moment, or a stretch of time.
func (l *timeLayout) mark(r timelineRow, color Color, middle float64) {
	from, to := l.at(r.From), l.at(r.end())
	if to-from < 2*markR {
		mark := spot(r.group, Point{(from + to) / 2, middle}, markR, color)
		if r.Planned {
			mark = hollow(mark, color)
		}
		l.d.Ops = append(l.d.Ops, mark)
		return
	}
	texture := solid
	if r.Planned {
		texture = plain
	}
	thick := timeThick * l.leading
	l.d.Ops = append(l.d.Ops, texture.fill(Box{from, middle - thick/2, to - from, thick}, color)...)
}

// hollow is the same mark, outlined.
func hollow(op Op, color Color) Op {
	edge := Stroke{Color: color, Width: 1.2}
	switch op := op.(type) {
	case Circle:
		op.Fill, op.Stroke = Paper, edge
		return op
	case Polygon:
		op.Fill, op.Stroke = Paper, edge
		return op
	}
	return op
}
