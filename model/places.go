package model

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Place is the town of a commune.
type Place struct {
	Code                string // Insee code of the commune
	Name                string
	Population          int     // of the commune
	Latitude, Longitude float64 // degrees, WGS 84
}

// Places are the known towns of France, in the order of their codes. A nil one
// knows none.
type Places struct{ list []Place }

// ReadPlaces reads a compressed table in the order of its codes: code, name,
// population, latitude and longitude, parted by semicolons under a head.
func ReadPlaces(file []byte) (*Places, error) {
	unpacked, err := gzip.NewReader(bytes.NewReader(file))
	if err != nil {
		return nil, fmt.Errorf("places: %w", err)
	}
	table, err := io.ReadAll(unpacked)
	if err != nil {
		return nil, fmt.Errorf("places: %w", err)
	}
	_, rows, _ := strings.Cut(string(table), "\n")
	p := &Places{list: make([]Place, 0, strings.Count(rows, "\n"))}
	last := ""
	for row := range strings.Lines(rows) {
		place, err := readPlace(strings.TrimRight(row, "\r\n"))
		if err != nil {
			return nil, fmt.Errorf("places: %q: %w", row, err)
		}
		if place.Code <= last {
			return nil, fmt.Errorf("places: %s comes after %s", place.Code, last)
		}
		last = place.Code
		p.list = append(p.list, place)
	}
	return p, nil
}

func readPlace(row string) (Place, error) {
	cells := strings.Split(row, ";")
	if len(cells) != 5 {
		return Place{}, fmt.Errorf("%d cells", len(cells))
	}
	population, err1 := strconv.Atoi(cells[2])
	latitude, err2 := strconv.ParseFloat(cells[3], 64)
	longitude, err3 := strconv.ParseFloat(cells[4], 64)
	return Place{cells[0], cells[1], population, latitude, longitude}, cmp.Or(err1, err2, err3)
}

// Of is the town of a commune; false when it is not known.
func (p *Places) Of(code string) (Place, bool) {
	if p == nil {
		return Place{}, false
	}
	i, ok := slices.BinarySearchFunc(p.list, code, func(place Place, code string) int { return cmp.Compare(place.Code, code) })
	if !ok {
		return Place{}, false
	}
	return p.list[i], true
}

// named lists the towns of that name, as people write it.
func (p *Places) named(name string) []Place {
	var out []Place
	key := nameKey(name)
	for _, place := range p.list {
		alike := strings.EqualFold(initial(place.Name), initial(key)) // cheap, and nearly all differ
		if alike && nameKey(place.Name) == key {
			out = append(out, place)
		}
	}
	return out
}

// initial is the first letter, « O » for « Œ », which keys write « oe ».
func initial(name string) string {
	first, _ := utf8.DecodeRuneInString(name)
	if first == 'Œ' || first == 'œ' {
		return "o"
	}
	return string(first)
}

// Signs and words that the names of towns are written with or without.
var (
	nameSigns = strings.NewReplacer("’", "'", "-", " ", "œ", "oe", NBSP, " ")
	nameWords = strings.NewReplacer("saint ", "st ", "sainte ", "ste ")
)

func nameKey(name string) string {
	return nameWords.Replace(nameSigns.Replace(strings.ToLower(strings.TrimSpace(name))))
}

// Spot is a place on the plane of a map, in kilometres east and north of its
// middle.
type Spot struct {
	Place
	East, North float64
}

// Surroundings are the towns of a territory and those around it, in kilometres
// from the middle of the former.
type Surroundings struct {
	Communes []Spot // of the territory, the most populated first
	Unknown  int    // communes of the territory whose town is not known
	Towns    []Spot // around it, the nearest first
}

// Around looks up where the communes of a diagnosis are, and the towns that count
// around them: those that the team names, or else the ones that draw most. False
// when too few of the communes are known for a map to say where the territory is.
func (p *Places) Around(d *Diagnosis) (Surroundings, bool) {
	var s Surroundings
	var members []Place
	for _, c := range d.Communes.All() {
		if place, ok := p.Of(c.ID); ok {
			place.Name = cmp.Or(c.Name, place.Name)
			members = append(members, place)
		} else {
			s.Unknown++
		}
	}
	const least = 3
	if len(members) < least {
		return Surroundings{}, false
	}
	slices.SortStableFunc(members, func(a, b Place) int { return cmp.Compare(b.Population, a.Population) })
	plane := planeOf(members)
	for _, m := range members {
		s.Communes = append(s.Communes, plane.spot(m))
	}
	s.Towns = p.towns(d, plane)
	slices.SortStableFunc(s.Towns, func(a, b Spot) int { return cmp.Compare(a.Distance(), b.Distance()) })
	return s, true
}
