package model

import "strings"

// ComputedDensity is inhabitants per km², when both are known.
func (t Territory) ComputedDensity() (float64, bool) {
	people, ok := t.Population.Float()
	area, ok2 := t.Area.Float()
	if !ok || !ok2 || area <= 0 {
		return 0, false
	}
	return people / area, true
}

// DensityGap is by how much, in proportion, the density that the source prints
// differs from the computed one. It is worth showing above 0.01.
func (t Territory) DensityGap() (gap float64, ok bool) {
	computed, ok := t.ComputedDensity()
	printed, ok2 := t.Density.Float()
	if !ok || !ok2 || computed == 0 {
		return 0, false
	}
	gap = (printed - computed) / computed
	return max(gap, -gap), true
}

// DensityDiffers tells whether the two densities are too far apart to agree by
// rounding.
func (t Territory) DensityDiffers() bool {
	gap, ok := t.DensityGap()
	return ok && gap > 0.01
}

// MemberPopulation sums the communes that belong to the territory whole. It is
// not known when a commune has no population or belongs in part.
func (d *Diagnosis) MemberPopulation() (people int, ok bool) {
	communes := d.Communes.All()
	for _, c := range communes {
		f, known := c.Population.Float()
		if !known || c.Membership == "part" {
			return 0, false
		}
		people += int(f)
	}
	return people, len(communes) > 0
}

// LeverRemark is a strength or a way forward that the team wrote under a lever.
type LeverRemark struct {
	Axis  AxisID
	Lever string // slug
	Text  string
}

// Strengths gathers the strengths written under the levers, one a line, in the
// order of the grid.
func (d *Diagnosis) Strengths(g *Grid) []LeverRemark {
	return d.remarks(g, func(l LeverState) Text { return l.Strengths })
}

// WaysForward gathers the ways forward written under the levers, one a line.
func (d *Diagnosis) WaysForward(g *Grid) []LeverRemark {
	return d.remarks(g, func(l LeverState) Text { return l.WaysForward })
}

func (d *Diagnosis) remarks(g *Grid, text func(LeverState) Text) []LeverRemark {
	var out []LeverRemark
	for _, axis := range AxisIDs {
		for _, l := range g.LeversOf(axis) {
			for _, line := range Lines(text(d.Lever(l.Slug))) {
				out = append(out, LeverRemark{axis, l.Slug, line})
			}
		}
	}
	return out
}

// Lines are the lines of a text that hold something, without list marks.
func Lines(t Text) []string {
	var out []string
	for line := range strings.SplitSeq(string(t), "\n") {
		line = strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(line), "-–—•* "))
		if line != "" {
			out = append(out, line)
		}
	}
	return out
}

// FactorsByAxis lists the key factors under each axis, in the team's order.
func (d *Diagnosis) FactorsByAxis(axis AxisID) []KeyFactor {
	var out []KeyFactor
	for _, f := range d.KeyFactors.All() {
		if f.Axis == axis {
			out = append(out, f)
		}
	}
	return out
}

// ThemeCount is how many initiatives a theme has.
type ThemeCount struct {
	Theme Theme // "" when not given
	Label string
	Count int
}

// ThemeCounts counts the initiatives by theme, themes in the order of the list,
// named other themes apart, then those without a theme. Empty themes are left out.
func (d *Diagnosis) ThemeCounts() []ThemeCount {
	counts := map[string]int{}
	var others []string
	for _, i := range d.Initiatives.All() {
		label := i.ThemeLabel()
		if i.Theme == OtherTheme && counts[label] == 0 {
			others = append(others, label)
		}
		counts[label]++
	}
	var out []ThemeCount
	add := func(t Theme, label string) {
		if n := counts[label]; n > 0 {
			out = append(out, ThemeCount{t, label, n})
		}
	}
	for _, c := range Theme("").Choices() {
		if Theme(c.Slug) != OtherTheme {
			add(Theme(c.Slug), c.Label)
		}
	}
	for _, label := range others {
		add(OtherTheme, label)
	}
	add("", "Sans thème")
	return out
}

// ThemeLabel is the initiative's theme in French.
func (i Initiative) ThemeLabel() string {
	switch {
	case i.Theme == OtherTheme && i.ThemeOther != "":
		return i.ThemeOther
	case i.Theme == "":
		return "Sans thème"
	}
	return i.Theme.Label()
}
