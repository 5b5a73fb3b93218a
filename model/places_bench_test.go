package model_test

import (
	"os"
	"path/filepath"
	"testing"

	"tressons/model"
)

// BenchmarkReadPlaces is what the first document of a session waits for.
func BenchmarkReadPlaces(b *testing.B) {
	file, err := os.ReadFile(filepath.Join("..", "assets", "places", "communes.csv.gz"))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := model.ReadPlaces(file); err != nil {
			b.Fatal(err)
		}
	}
}
