package figure

import (
	"math"
	"strconv"
	"strings"
)

// Locator is a map of dots: the communes of a territory, the larger the more
// people live there, and the towns around it, those that are too far at the edge
// with an arrow towards them. It has a scale and the north at its top.
type Locator struct {
	Subject
	Communes []Dot // the ones to name first come first
	Unknown  int   // communes that are nowhere on the map
	Towns    []Town
	Color    Color
}

// Dot is a commune, in kilometres east and north of the middle of all.
type Dot struct {
	Name        string
	East, North float64
	People      float64 // 0 when not known
}

// Town is a town around the territory.
type Town struct {
	Name        string
	East, North float64
	Distance    string // « 17 km »
	Direction   string // « au sud »
}

func (t Town) label() string { return t.Name + ", " + t.Distance }

// Draw draws the map.
func (c Locator) Draw(width float64, m Measurer) Drawing {
	if len(c.Communes) == 0 {
		return Drawing{Width: width, Alt: c.alt()}
	}
	l := newLocation(c, width, m)
	edge := Rect{Box: Box{W: l.d.Width, H: l.d.Height}, Radius: 4, Fill: Paper, Stroke: Stroke{Color: Hairline, Width: 0.8}}
	l.d.Ops = append(l.d.Ops, edge)
	l.scaleBar()
	l.north()
	l.dots()
	l.towns()
	l.names()
	l.d.Alt = c.alt()
	return l.d
}

// mostTold is how many communes a text alternative names.
const mostTold = 5

func (c Locator) alt() string {
	s := c.tell("Carte de situation")
	if len(c.Communes) == 0 {
		return s + " Aucun lieu connu."
	}
	names := make([]string, min(len(c.Communes), mostTold))
	for i := range names {
		names[i] = c.Communes[i].Name
	}
	s += " " + Noun{"commune située", "communes situées"}.Count(len(c.Communes))
	if c.Unknown > 0 {
		s += " sur" + nbsp + strconv.Itoa(len(c.Communes)+c.Unknown)
	}
	if len(names) < len(c.Communes) {
		s += ", dont " + strings.Join(names, ", ") + "."
	} else {
		s += nbsp + ": " + strings.Join(names, ", ") + "."
	}
	for i, t := range c.Towns {
		if i == 0 {
			s += " Autour" + nbsp + ":"
		} else {
			s += nbsp + ";"
		}
		s += " " + t.Name + " à " + t.Distance + " " + t.Direction
	}
	if len(c.Towns) > 0 {
		s += "."
	}
	return s
}

// span is how far the communes reach, in kilometres: at least least, so that one
// alone does not fill the map.
func (c Locator) span() (west, east, south, north float64) {
	const least = 4
	west, east, south, north = math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
	for _, d := range c.Communes {
		west, east = min(west, d.East), max(east, d.East)
		south, north = min(south, d.North), max(north, d.North)
	}
	widen := func(low, high float64) (float64, float64) {
		if more := (least - (high - low)) / 2; more > 0 {
			return low - more, high + more
		}
		return low, high
	}
	west, east = widen(west, east)
	south, north = widen(south, north)
	return west, east, south, north
}
