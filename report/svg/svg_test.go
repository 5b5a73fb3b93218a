package svg_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tressons/report/figure"
	"tressons/report/layout"
	"tressons/report/layout/layouttest"
	"tressons/report/svg"
)

var update = flag.Bool("update", false, "write the golden files")

func written(t interface{ Fatalf(string, ...any) }, d figure.Drawing, title string, fonts *layout.Fonts) string {
	var out bytes.Buffer
	if err := svg.Write(&out, fonts.Ready(d), title, fonts); err != nil {
		t.Fatalf("%v", err)
	}
	return out.String()
}

// said reads an SVG as XML and returns its texts by the name of the element.
func said(t interface{ Fatalf(string, ...any) }, file string) map[string][]string {
	out := map[string][]string{}
	decoder, name := xml.NewDecoder(strings.NewReader(file)), ""
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatalf("not XML: %v", err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			name = token.Name.Local
			out[name] = append(out[name], "")
		case xml.CharData:
			if list := out[name]; len(list) > 0 {
				list[len(list)-1] += string(token)
			}
		case xml.EndElement:
			name = ""
		}
	}
}

func TestMarksGolden(t *testing.T) {
	t.Parallel()
	at := figure.Point{X: 20, Y: 30}
	edge := figure.Stroke{Color: figure.Ink, Width: 1.5, Dash: []float64{3, 2}}
	square := []figure.Point{{X: 1, Y: 1}, {X: 9, Y: 1}, {X: 9, Y: 9}, {X: 1, Y: 9}}
	d := figure.Drawing{Width: 100, Height: 60, Alt: "Un & deux <trois>", Ops: []figure.Op{
		figure.Rect{Box: figure.Box{X: 1, Y: 2, W: 30, H: 40}, Radius: 4, Fill: figure.Forest, Stroke: edge},
		figure.Line{Points: square, Stroke: edge},
		figure.Polygon{Rings: [][]figure.Point{square, square[:3]}, Fill: figure.Color{R: 255, A: 128}},
		figure.Circle{Center: at, R: 5, Stroke: edge},
		figure.Pie{Center: at, R: 5, To: 0.25, Fill: figure.Teal},
		figure.Pie{Center: at, R: 5, From: 0.1, To: 0.9, Fill: figure.Teal},
		figure.Pie{Center: at, R: 5, To: 1, Fill: figure.Teal},
		figure.Text{At: at, Value: "Début", Size: 10, Color: figure.Ink},
		figure.Text{At: at, Value: "Milieu & co", Size: 10, Face: figure.Semibold, Color: figure.Ink, Anchor: figure.Middle},
		figure.Text{At: at, Value: "Fin", Size: 10, Face: figure.Italic, Color: figure.Ink, Anchor: figure.End},
		figure.Picture{Box: figure.Box{X: 1, Y: 2, W: 30, H: 40}, Photo: &figure.Photo{Data: []byte("photo"), Format: "jpeg"}},
	}}
	got := written(t, d, "Un titre", layouttest.Fonts(t))
	path := filepath.Join("testdata", "marks.svg")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s changed (go test ./report/svg -update writes it); it is now:\n%s", path, got)
	}
}

func TestChartsAreTold(t *testing.T) {
	t.Parallel()
	fonts := layouttest.Fonts(t)
	for name, chart := range layouttest.Charts() {
		d := chart.Draw(600, fonts)
		file := written(t, d, "Titre de "+name, fonts)
		parts := said(t, file)
		if parts["title"][0] != "Titre de "+name || parts["desc"][0] != fonts.Ready(d).Alt {
			t.Errorf("%s: title %q, description %q", name, parts["title"], parts["desc"])
		}
		var words []string
		for _, op := range fonts.Ready(d).Ops {
			if text, ok := op.(figure.Text); ok && strings.TrimSpace(text.Value) != "" {
				words = append(words, text.Value)
			}
		}
		if strings.Join(words, "|") != strings.Join(parts["text"], "|") {
			t.Errorf("%s: texts %q, want %q", name, parts["text"], words)
		}
	}
}

// TestAnyChartIsXML holds for any names: markup, emoji, control characters.
func TestAnyChartIsXML(t *testing.T) {
	t.Parallel()
	fonts := layouttest.Fonts(t)
	rapid.Check(t, func(t *rapid.T) {
		d := layouttest.AnyChart().Draw(t, "chart").Draw(600, fonts)
		title := rapid.String().Draw(t, "title")
		file := written(t, d, title, fonts)
		if told := said(t, file)["desc"]; len(told) != 1 {
			t.Fatalf("descriptions %q", told)
		}
		if file != written(t, d, title, fonts) {
			t.Fatalf("other bytes the second time")
		}
	})
}
