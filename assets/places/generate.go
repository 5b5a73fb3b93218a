//go:build ignore

// Command generate makes communes.csv.gz: where the town of a commune is, and how
// many people live in the commune. It reads two files of npm packages, the versions
// of README.md:
//
//	go run generate.go cities500.txt communes.json
//
// A commune that GeoNames has no town for is left out. The file is versioned; the
// same two files give the same bytes.
package main

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/csv"
	"encoding/json"
	"errors"
	"log"
	"os"
	"slices"
	"strconv"
	"strings"
)

// place is a populated place of GeoNames.
type place struct {
	lat, lon   float64
	population int
}

// commune is one of the national list.
type commune struct {
	Code       string
	Name       string `json:"nom"`
	Type       string
	Population int
}

func main() {
	if len(os.Args) != 3 {
		log.Fatal("usage: go run generate.go cities500.txt communes.json")
	}
	file, err := written(communes(os.Args[2]), towns(os.Args[1]))
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("communes.csv.gz", file, 0o644); err != nil {
		log.Fatal(err)
	}
}

// towns is the most populated place of each commune, by its Insee code.
func towns(path string) map[string]place {
	file, err := os.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	defer file.Close()
	const latitude, longitude, country, admin4, population = 4, 5, 8, 13, 14 // columns of GeoNames
	out := map[string]place{}
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		cells := strings.Split(lines.Text(), "\t")
		if len(cells) <= population || cells[country] != "FR" || cells[admin4] == "" {
			continue
		}
		p := place{lat: number(cells[latitude]), lon: number(cells[longitude]), population: int(number(cells[population]))}
		if old, met := out[cells[admin4]]; !met || p.population > old.population {
			out[cells[admin4]] = p
		}
	}
	if err := lines.Err(); err != nil {
		log.Fatal(err)
	}
	return out
}

func communes(path string) []commune {
	data, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	var all []commune
	if err := json.Unmarshal(data, &all); err != nil {
		log.Fatal(err)
	}
	all = slices.DeleteFunc(all, func(c commune) bool { return c.Type != "commune-actuelle" })
	slices.SortFunc(all, func(a, b commune) int { return cmp.Compare(a.Code, b.Code) })
	return all
}

func written(communes []commune, towns map[string]place) ([]byte, error) {
	var out bytes.Buffer
	packed, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	table := csv.NewWriter(packed)
	table.Comma = ';'
	if err := table.Write([]string{"code", "name", "population", "latitude", "longitude"}); err != nil {
		return nil, err
	}
	degrees := func(v float64) string { return strconv.FormatFloat(v, 'f', 4, 64) } // some ten metres
	for _, c := range communes {
		p, ok := towns[c.Code]
		if !ok {
			continue
		}
		if err := table.Write([]string{c.Code, c.Name, strconv.Itoa(c.Population), degrees(p.lat), degrees(p.lon)}); err != nil {
			return nil, err
		}
	}
	table.Flush()
	err = errors.Join(table.Error(), packed.Close())
	return out.Bytes(), err
}

func number(s string) float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		log.Fatal(err)
	}
	return v
}
