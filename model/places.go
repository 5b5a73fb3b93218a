package model

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Place is the town of a commune.
type Place struct {
	Code                string // Insee code of the commune
	Name                string
	Population          int     // of the commune
	Latitude, Longitude float64 // degrees, WGS 84
}

// Places are the known towns of France. A nil one knows none.
type Places struct {
	list   []Place
	byCode map[string]int
	byName map[string][]int
}

// ReadPlaces reads a compressed table: code, name, population, latitude and
// longitude, parted by semicolons under a head.
func ReadPlaces(file []byte) (*Places, error) {
	unpacked, err := gzip.NewReader(bytes.NewReader(file))
	if err != nil {
		return nil, fmt.Errorf("places: %w", err)
	}
	table := csv.NewReader(unpacked)
	table.Comma, table.FieldsPerRecord = ';', 5
	rows, err := table.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("places: %w", err)
	}
	p := &Places{byCode: map[string]int{}, byName: map[string][]int{}}
	for _, row := range rows[min(1, len(rows)):] {
		place, err := readPlace(row)
		if err != nil {
			return nil, fmt.Errorf("places: %s: %w", row[0], err)
		}
		p.byCode[place.Code] = len(p.list)
		p.byName[nameKey(place.Name)] = append(p.byName[nameKey(place.Name)], len(p.list))
		p.list = append(p.list, place)
	}
	return p, nil
}

func readPlace(row []string) (Place, error) {
	population, err1 := strconv.Atoi(row[2])
	latitude, err2 := strconv.ParseFloat(row[3], 64)
	longitude, err3 := strconv.ParseFloat(row[4], 64)
	return Place{row[0], row[1], population, latitude, longitude}, cmp.Or(err1, err2, err3)
}

// Of is the town of a commune; false when it is not known.
func (p *Places) Of(code string) (Place, bool) {
	if p == nil {
		return Place{}, false
	}
	i, ok := p.byCode[code]
	if !ok {
		return Place{}, false
	}
	return p.list[i], true
}

// named lists the towns of that name, as people write it.
func (p *Places) named(name string) []Place {
	var out []Place
	for _, i := range p.byName[nameKey(name)] {
		out = append(out, p.list[i])
	}
	return out
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
