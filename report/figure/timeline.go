package figure

import (
	"math"
	"sort"
	"strings"
)

// Timeline shows when things began, and how long those with an end last: a row
// each, sorted by their beginning, each named beside its mark. Groups have a
// name, a colour and a mark of their own.
type Timeline struct {
	Subject
	Groups []TimelineGroup
	// Now, if not 0, is drawn as a line through all rows, named NowLabel.
	Now      float64
	NowLabel string
	// from, to is the range of rows that is drawn; 0, 0 for all.
	from, to int
}

// TimelineGroup is a set of items of a kind.
type TimelineGroup struct {
	Name  string
	Color Color
	Items []TimelineItem
}

// TimelineItem is something that happened, or will. Moments are in years:
// 2018.5 is the middle of 2018.
type TimelineItem struct {
	Name string
	From float64
	// To is the end, 0 for a moment.
	To float64
	// When says it in French: « 2018 », « mars 2026 – décembre 2027 ».
	When string
	// Planned things are outlined: they have not begun.
	Planned bool
}

// end is where the item ends on the line of time.
func (i TimelineItem) end() float64 { return max(i.From, i.To) }

// timelineRow is an item with the group that it belongs to.
type timelineRow struct {
	TimelineItem
	group int
}

// rows are the items by group and by beginning.
func (c Timeline) rows() (rows []timelineRow) {
	for g, group := range c.Groups {
		items := append([]TimelineItem(nil), group.Items...)
		sort.SliceStable(items, func(i, j int) bool { return items[i].From < items[j].From })
		for _, item := range items {
			rows = append(rows, timelineRow{item, g})
		}
	}
	return rows
}

// shown are the rows that are drawn.
func (c Timeline) shown() []timelineRow {
	if c.to > 0 {
		return c.rows()[c.from:c.to]
	}
	return c.rows()
}

// span is the range of whole years that holds everything, now included.
func (c Timeline) span() (low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	for _, r := range c.rows() {
		low, high = min(low, r.From), max(high, r.end())
	}
	if c.Now > 0 {
		low, high = min(low, c.Now), max(high, c.Now)
	}
	low, high = math.Floor(low), math.Ceil(high)
	return low, max(high, low+1)
}

// Draw draws the years, then all rows.
func (c Timeline) Draw(width float64, m Measurer) Drawing {
	rows := c.shown()
	l := c.layout(width, m)
	l.d.Alt = c.alt(rows)
	if len(rows) == 0 {
		return l.d
	}
	l.years()
	top := l.d.Height
	for i, r := range rows {
		if i == 0 || r.group != rows[i-1].group {
			l.group(c.Groups[r.group])
		}
		l.row(r, c.Groups[r.group].Color)
	}
	l.now(top)
	// Lines of years go under all that stands on them.
	l.d.Ops = append(l.rules(top), l.d.Ops...)
	return l.d
}

// Split parts the rows; years, names and the line of today come again.
func (c Timeline) Split(width, height float64, m Measurer) (head, tail Chart, ok bool) {
	rows := c.shown()
	l := c.layout(width, m)
	heights := make([]float64, len(rows))
	frame := c.Draw(width, m).Height
	for i, r := range rows {
		heights[i] = l.height(r)
		if i == 0 || r.group != rows[i-1].group {
			heights[i] += stripGroup * l.leading
		}
		frame -= heights[i]
	}
	n := count(heights, height-frame)
	if n == 0 || n == len(rows) {
		return nil, nil, false
	}
	first, rest := c, c
	first.to = c.from + n
	rest.from, rest.to = c.from+n, c.from+len(rows)
	return first, rest, true
}

func (c Timeline) alt(rows []timelineRow) string {
	out := c.tell("Frise chronologique")
	if len(rows) == 0 {
		return out + " Aucun élément daté."
	}
	out += " " + Noun{"élément daté", "éléments datés"}.Count(len(rows))
	first, last := rows[0], rows[0]
	for _, r := range rows {
		if r.From < first.From {
			first = r
		}
		if r.From > last.From {
			last = r
		}
	}
	if first.From < last.From {
		out += ", de " + first.When + " (" + first.Name + ") à " + last.When + " (" + last.Name + ")"
	}
	out += "."
	if len(rows) > 2*told {
		return out
	}
	for i, r := range rows {
		switch {
		case i == 0, r.group != rows[i-1].group:
			if i > 0 {
				out += "."
			}
			out += " " + strings.TrimSpace(c.Groups[r.group].Name+nbsp+": ")
			out += " "
		default:
			out += nbsp + "; "
		}
		out += r.Name + ", " + r.When
	}
	return out + "."
}
