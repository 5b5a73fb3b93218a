package model

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// plane is a flat picture of the Earth around a place: good within some hundreds
// of kilometres.
type plane struct{ latitude, longitude float64 }

const kmPerDegree = 111.2 // of latitude

// planeOf has its middle amid places.
func planeOf(places []Place) plane {
	var p plane
	for _, place := range places {
		p.latitude += place.Latitude / float64(len(places))
		p.longitude += place.Longitude / float64(len(places))
	}
	return p
}

func (p plane) spot(place Place) Spot {
	east := (place.Longitude - p.longitude) * kmPerDegree * math.Cos(p.latitude*math.Pi/180)
	return Spot{place, east, (place.Latitude - p.latitude) * kmPerDegree}
}

// Distance is the number of kilometres from the middle, as the crow flies.
func (s Spot) Distance() float64 { return math.Hypot(s.East, s.North) }

// directions from the north, clockwise.
var directions = [...]string{"au nord", "au nord-est", "à l’est", "au sud-est", "au sud", "au sud-ouest", "à l’ouest", "au nord-ouest"}

// Direction is « au nord-ouest ».
func (s Spot) Direction() string {
	eighths := math.Atan2(s.East, s.North) / (2 * math.Pi) * float64(len(directions))
	return directions[(int(math.Round(eighths))+len(directions))%len(directions)]
}

// Limits of the towns around a territory.
const (
	mostTowns    = 5
	farthestTown = 150.0 // kilometres
	drawnTowns   = 4     // chosen when the team names none
	farthest     = 90.0  // of these
	leastPeople  = 10000 // of these
	apart        = 0.6   // radians between two of these
)

// towns are the towns that count for a territory.
func (p *Places) towns(d *Diagnosis, on plane) []Spot {
	outside := func(s Spot) bool { _, member := d.Communes.Get(s.Code); return !member }
	var out []Spot
	for _, name := range townNames(d.Territory().UrbanAreas) {
		var near []Spot
		for _, place := range p.named(name) {
			if s := on.spot(place); s.Distance() < farthestTown && outside(s) {
				near = append(near, s)
			}
		}
		if len(near) > 0 && len(out) < mostTowns {
			out = append(out, slices.MaxFunc(near, func(a, b Spot) int { return cmp.Compare(a.draw(), b.draw()) }))
		}
	}
	if len(out) > 0 {
		return out
	}
	return p.largest(on, outside)
}

// townNames are the names in « Rennes, Saint-Malo et Fougères ».
func townNames(s string) []string {
	s = strings.ReplaceAll(s, " et ", ",")
	return strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(",;·/()\n", r) })
}

// draw is how much a town draws people: more when it is large, less when it is far.
func (s Spot) draw() float64 {
	d := max(s.Distance(), 5)
	return float64(s.Population) / (d * d)
}

// largest are towns in several directions, those that draw most.
func (p *Places) largest(on plane, outside func(Spot) bool) []Spot {
	var near []Spot
	for _, place := range p.list {
		if place.Population < leastPeople {
			continue
		}
		if s := on.spot(place); s.Distance() < farthest && outside(s) {
			near = append(near, s)
		}
	}
	slices.SortStableFunc(near, func(a, b Spot) int { return cmp.Compare(b.draw(), a.draw()) })
	var out []Spot
	for _, s := range near {
		beside := slices.ContainsFunc(out, func(t Spot) bool { return s.angle(t) < apart })
		if !beside && len(out) < drawnTowns {
			out = append(out, s)
		}
	}
	return out
}

// angle is that between the directions of two spots, in radians.
func (s Spot) angle(t Spot) float64 {
	turn := math.Abs(math.Atan2(s.East, s.North) - math.Atan2(t.East, t.North))
	return min(turn, 2*math.Pi-turn)
}
