package app_test

import (
	"bytes"
	"context"
	"path/filepath"
	"testing"

	"tressons/app"
	"tressons/model"
)

// BenchmarkSavedField is one field edited and on disk.
func BenchmarkSavedField(b *testing.B) {
	a := newApp(b)
	d := open(b, a, example(b, a))
	defer closeDocument(b, d)
	values := []string{"Un accord", "Une convention"}
	for i := 0; b.Loop(); i++ {
		if err := d.Edit("essai", set("lever", "cooperation", "in_place", values[i%2])); err != nil {
			b.Fatal(err)
		}
		if err := d.Flush(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkOpenExample is a file opened, checked, read and closed.
func BenchmarkOpenExample(b *testing.B) {
	a := newApp(b)
	path := example(b, a)
	for b.Loop() {
		closeDocument(b, open(b, a, path))
	}
}

// BenchmarkReport is a document composed, laid out and painted as PDF.
func BenchmarkReport(b *testing.B) {
	a := newApp(b)
	d := open(b, a, example(b, a))
	defer closeDocument(b, d)
	for _, kind := range []string{"zoom", "monographie"} {
		b.Run(kind, func(b *testing.B) {
			path := filepath.Join(b.TempDir(), kind+".pdf")
			for b.Loop() {
				if err := a.ExportPDF(context.Background(), d.Current(), app.ReportOptions{Kind: kind}, path); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkReadBatch reads the example's batch.
func BenchmarkReadBatch(b *testing.B) {
	a := newApp(b)
	lines := bytes.Repeat([]byte(`{"entity":"initiative","row":"new","set":{"name":"La Cambuse","year":2012,"theme":"mobilite"}}`+"\n"), 200)
	for b.Loop() {
		if _, err := a.ReadBatch(bytes.NewReader(lines), model.NewDiagnosis("d"), func(string) string { return model.NewID() }); err != nil {
			b.Fatal(err)
		}
	}
}
