package figure

import "strings"

// stackLayout is a StackedBars being drawn: names, bars, totals.
type stackLayout struct {
	setting
	d      Drawing
	parts  []string
	rows   []StackedRow
	within float64
	nameW  float64
	left   float64 // of the bars
	room   float64 // for the longest bar
	totalW float64
}

func (c StackedBars) layout(width float64, m Measurer) *stackLayout {
	l := &stackLayout{setting: settingFor(width, m), d: Drawing{Width: width}, parts: c.Parts, rows: c.sorted(), within: c.within}
	for _, r := range l.rows {
		l.nameW = max(l.nameW, l.m.Width(r.Name, Regular, l.size)+1)
		l.totalW = max(l.totalW, l.m.Width(r.Total, Semibold, l.size)+1)
		l.within = max(l.within, r.whole())
	}
	l.nameW, l.totalW = min(l.nameW, 0.36*width), min(l.totalW, 0.2*width)
	l.left = l.nameW + l.size
	l.room = width - l.left - l.totalW - l.gap()
	return l
}

// length is that of a value, in points.
func (l *stackLayout) length(value float64) float64 {
	if l.within <= 0 {
		return 0
	}
	return l.room * value / l.within
}

// names names the parts: each over its part of the first bar, or in a key.
func (l *stackLayout) names() {
	small := l.smaller()
	x := l.left
	var over []Op
	for i, name := range l.parts {
		w := l.length(l.rows[0].part(i))
		if small.m.Width(name, Semibold, small.size)+4 > w {
			l.key()
			return
		}
		color, _ := way(i)
		over = append(over, small.line(name, Semibold, color, Point{x + w/2, 0}, Middle))
		x += w
	}
	l.d.Ops = append(l.d.Ops, over...)
	l.d.Height += small.leading
}

// key names the parts beside swatches, over the bars.
func (l *stackLayout) key() {
	small := l.smaller()
	x, y := 0.0, 0.0
	side := 0.9 * small.size
	for i, name := range l.parts {
		text := small.m.Wrap(name, Regular, small.size, l.d.Width-1.6*side, 1)
		if len(text) == 0 {
			text = []string{""}
		}
		wide := 1.6*side + small.m.Width(text[0], Regular, small.size)
		if x > 0 && x+wide > l.d.Width {
			x, y = 0, y+small.leading
		}
		color, texture := way(i)
		l.d.Ops = append(l.d.Ops, texture.fill(Box{x, y + (small.leading-side)/2, side, side}, color)...)
		l.d.Ops = append(l.d.Ops, small.line(text[0], Regular, Ink, Point{x + 1.6*side, y}, Start))
		x += wide + 1.4*small.size
	}
	if len(l.parts) > 0 {
		l.d.Height = y + small.leading + 0.4*l.leading
	}
}

// fits tells the values that are written in their parts.
func (l *stackLayout) fits(q Quantity, w float64) bool {
	small := l.smaller()
	return small.m.Width(q.Text, Semibold, small.size)+5 <= w
}

// left over are the values that do not fit, with the names of their parts:
// « Mutuelles : 2 % · Fondations : 1 % ».
func (l *stackLayout) leftOver(r StackedRow) string {
	var out []string
	for i, q := range r.Values[:min(len(r.Values), len(l.parts))] {
		if q.known() && !l.fits(q, l.length(r.part(i))) {
			out = append(out, l.parts[i]+nbsp+": "+q.Text)
		}
	}
	return strings.Join(out, " · ")
}

func (l *stackLayout) leftOverOps(r StackedRow, y float64) (ops []Op, height float64) {
	text := l.leftOver(r)
	if text == "" {
		return nil, 0
	}
	return l.smaller().wrap(text, Regular, Secondary, Box{l.left + 4, y, l.d.Width - l.left - 4, 0}, Start)
}

// bar is the height of a bar with its name and its total.
func (l *stackLayout) bar(r StackedRow) float64 {
	_, name := l.wrap(r.Name, Regular, Ink, Box{W: l.nameW}, Start)
	_, total := l.wrap(r.Total, Semibold, Ink, Box{W: l.totalW}, Start)
	return max(name, total, 1.15*l.leading) + barAir*l.leading
}

func (l *stackLayout) height(r StackedRow) float64 {
	_, more := l.leftOverOps(r, 0)
	return l.bar(r) + more
}

func (l *stackLayout) row(r StackedRow) {
	h := l.bar(r)
	middle := l.d.Height + h/2
	l.centred(r.Name, Regular, Box{W: l.nameW}, middle)
	small := l.smaller()
	thick := 1.15 * l.leading
	x := l.left
	for i := range l.parts {
		w := l.length(r.part(i))
		if w > 0 {
			color, texture := way(i)
			l.d.Ops = append(l.d.Ops, texture.fill(Box{x, middle - thick/2, max(w-0.8, 0.4), thick}, color)...)
			if l.fits(r.Values[i], w) {
				l.value(r.Values[i].Text, small, Point{x + w/2, middle}, color, texture)
			}
		}
		x += w
	}
	l.centred(r.Total, Semibold, Box{X: x + l.gap(), W: l.totalW}, middle)
	more, moreH := l.leftOverOps(r, l.d.Height+h)
	l.d.Ops = append(l.d.Ops, more...)
	l.d.Height += h + moreH
}

// value writes a value in its part, on a ground of its own over a texture.
func (l *stackLayout) value(text string, small setting, center Point, color Color, t texture) {
	ink, ground := t.text(color)
	if ground.A > 0 {
		w := small.m.Width(text, Semibold, small.size) + 4
		l.d.Ops = append(l.d.Ops, Rect{Box: Box{center.X - w/2, center.Y - small.leading/2 + 1, w, small.leading - 2}, Fill: ground})
	}
	l.d.Ops = append(l.d.Ops, small.line(text, Semibold, ink, Point{center.X, center.Y - small.leading/2}, Middle))
}

// centred sets a text around a height.
func (l *stackLayout) centred(text string, face Face, box Box, middle float64) {
	ops, h := l.wrap(text, face, Ink, box, Start)
	for _, op := range ops {
		l.d.Ops = append(l.d.Ops, op.Moved(0, middle-h/2))
	}
}
