package figure

import (
	"slices"
	"sort"
)

// endText is what stands at the end of a line: its last value and, beside other
// lines, its name.
func (p *yearPlot) endText(n int) string {
	s := p.chart.series[n]
	value := s.points[len(s.points)-1].Text
	if s.name == "" || len(p.chart.series) == 1 {
		return value
	}
	return value + "  " + s.name
}

// endLabel is a label at the end of a line, of a height, wished at a place.
type endLabel struct {
	series int
	y, h   float64
}

// ends draws the labels of the lines, each as near to its end as the others
// let it. The drawing grows when they take more room than the plot.
func (p *yearPlot) ends() {
	x := p.plot.X + p.plot.W + 1.2*p.size
	box := Box{X: x, W: p.d.Width - x}
	labels := make([]endLabel, len(p.chart.series))
	for i, s := range p.chart.series {
		_, h := p.wrap(p.endText(i), Semibold, Ink, box, Start)
		last := p.at(s.points[len(s.points)-1])
		labels[i] = endLabel{i, last.Y - p.leading/2, h}
	}
	sort.SliceStable(labels, func(i, j int) bool { return labels[i].y < labels[j].y })
	spread(labels, p.d.Height)
	for _, l := range labels {
		color := ways[l.series%len(ways)]
		box.Y = l.y
		ops, _ := p.wrap(p.endText(l.series), Semibold, color, box, Start)
		for _, op := range ops {
			p.texts = append(p.texts, p.extent(op.(Text)))
		}
		p.d.Ops = append(p.d.Ops, ops...)
		p.lead(l, x)
		p.d.Height = max(p.d.Height, l.y+l.h)
	}
}

// lead joins a line's end with its label when the label had to move.
func (p *yearPlot) lead(l endLabel, x float64) {
	points := p.chart.series[l.series].points
	from := p.at(points[len(points)-1])
	to := Point{x - 2, l.y + p.leading/2}
	if to.Y-from.Y < 2 && from.Y-to.Y < 2 && x-from.X < 2*p.size {
		return
	}
	p.d.Ops = append(p.d.Ops, Line{Points: []Point{{from.X + markR + 1, from.Y}, to}, Stroke: Stroke{Color: Faint, Width: 0.6}})
}

// spread moves labels, sorted from the top, so that none is over another one:
// down, then up from the foot, never above the top.
func spread(labels []endLabel, foot float64) {
	for i := len(labels) - 1; i >= 0; i-- {
		labels[i].y = min(labels[i].y, foot-labels[i].h)
		foot = labels[i].y
	}
	top := 0.0
	for i := range labels {
		labels[i].y = max(labels[i].y, top)
		top = labels[i].y + labels[i].h
	}
}

// labels writes the values of a line over or under their marks, where there is
// room: the last one stands at the end already, the extremes come first, and of
// several lines they come alone.
func (p *yearPlot) labels(n int) {
	points := p.chart.series[n].points
	small := p.smaller()
	color := ways[n%len(ways)]
	worth := byWorth(points)
	if len(p.chart.series) > 1 {
		worth = worth[:min(len(worth), 2)]
	}
	for _, i := range worth {
		at := p.at(points[i])
		half := p.m.Width(points[i].Text, Regular, small.size) / 2
		at.X = max(half, min(at.X, p.d.Width-half))
		over := Point{at.X, at.Y - markR - small.leading - 0.5}
		under := Point{at.X, at.Y + markR + 0.5}
		for _, place := range []Point{over, under} {
			if p.place(small.line(points[i].Text, Regular, color, place, Middle), 2) {
				break
			}
		}
	}
}

// byWorth ranks all points but the last: the greatest, the least, then
// the others by year.
func byWorth(points []Observation) []int {
	if len(points) < 2 {
		return nil
	}
	least, most := 0, 0
	for i, o := range points[:len(points)-1] {
		if o.Value < points[least].Value {
			least = i
		}
		if o.Value > points[most].Value {
			most = i
		}
	}
	out := []int{most}
	add := func(i int) {
		if !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	add(least)
	for i := range points[:len(points)-1] {
		add(i)
	}
	return out
}
