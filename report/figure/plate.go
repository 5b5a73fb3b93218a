package figure

// Plate is a chart on a sheet of its own, to be put on a slide: a title over
// it, and under it what must be known to read it (unit, year, perimeter,
// source).
type Plate struct {
	Title  string
	Source string
	Chart  Chart
}

const (
	plateMargin = 24.0
	plateAir    = 10.0
)

// Draw draws the sheet. What it tells begins with its title.
func (c Plate) Draw(width float64, m Measurer) Drawing {
	inner := width - 2*plateMargin
	chart := c.Chart.Draw(inner, m)
	title, titleH := setting{m, 18, 23}.wrap(c.Title, Bold, Ink, Box{plateMargin, plateMargin, inner, 0}, Start)
	top := plateMargin
	if c.Title != "" {
		top += titleH + plateAir
	}
	foot := top + chart.Height
	source, sourceH := setting{m, 9.5, 13}.wrap(c.Source, Regular, Secondary, Box{plateMargin, foot + plateAir, inner, 0}, Start)
	if c.Source != "" {
		foot += plateAir + sourceH
	}
	d := Drawing{Width: width, Height: foot + plateMargin, Alt: c.Title + ". " + chart.Alt}
	d.Ops = append(d.Ops, Rect{Box: Box{W: d.Width, H: d.Height}, Fill: Paper})
	if c.Title != "" {
		d.Ops = append(d.Ops, title...)
	}
	for _, op := range chart.Ops {
		d.Ops = append(d.Ops, op.Moved(plateMargin, top))
	}
	if c.Source != "" {
		d.Ops = append(d.Ops, source...)
	}
	return d
}
