package model

import (
	"encoding/json"
	"fmt"
)

// Benchmark is a cited figure of a wider perimeter. Two benchmarks of different
// perimeters or definitions are never drawn as one series.
type Benchmark struct {
	Label     string  `json:"label"`
	Value     float64 `json:"value"`
	Unit      string  `json:"unit"`
	Perimeter string  `json:"perimeter"`
	Year      string  `json:"year"` // as the source says it: "étude 2019 (données 2015)"
	Source    Source  `json:"source"`
	Note      string  `json:"note"`
}

// ReadBenchmarks reads a list of benchmarks and refuses one without unit,
// perimeter, year or source.
func ReadBenchmarks(data []byte) ([]Benchmark, error) {
	var list []Benchmark
	if err := json.Unmarshal(data, &list); err != nil {
		return nil, fmt.Errorf("benchmarks: %w", err)
	}
	for _, b := range list {
		if b.Label == "" || b.Unit == "" || b.Perimeter == "" || b.Year == "" || b.Source.Title == "" {
			return nil, fmt.Errorf("benchmarks: %q lacks its unit, perimeter, year or source", b.Label)
		}
	}
	return list, nil
}
