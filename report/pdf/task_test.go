package pdf_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"tressons/report"
	"tressons/report/figure"
	"tressons/report/layout"
	"tressons/report/layout/layouttest"
	"tressons/report/pdf"
	"tressons/report/svg"
)

// What scripts/benchmarks.sh says to the tests of this file.
const (
	filesVariable = "TRESSONS_BENCH_FILES" // the folder of what the programs are given
	pagesVariable = "TRESSONS_BENCH_PAGES" // how long a report is written
	timesVariable = "TRESSONS_BENCH_TIMES" // how often
)

// taskPages is about how long the report is that other programs make too.
const taskPages = 20

// TestTask is not a test: it writes the report that this program and its peers
// are given by scripts/benchmarks.sh, as data: report.json, and the pictures that
// it names.
func TestTask(t *testing.T) {
	folder := benchFolder(t)
	for i := range photoCount {
		keep(t, filepath.Join(folder, photoName(i)), photo(i))
	}
	out := export{t: t, folder: folder, fonts: layouttest.Fonts(t)}
	data, err := json.MarshalIndent(out.document(realistic(taskPages, photosOf(t, folder))), "", "\t")
	if err != nil {
		t.Fatal(err)
	}
	keep(t, filepath.Join(folder, "report.json"), data)
}

// TestTaskWritten is not a test: it writes the report in a process of its own, as
// the peers do, with fonts and photos read from disk; once, or again and again.
func TestTaskWritten(t *testing.T) {
	folder := benchFolder(t)
	pages, times := number(t, pagesVariable), number(t, timesVariable)
	fonts, photos := layouttest.Fonts(t), photosOf(t, folder)
	for range times {
		var file bytes.Buffer
		if err := pdf.Write(&file, layout.Set(realistic(pages, photos), fonts), fonts); err != nil {
			t.Fatal(err)
		}
		keep(t, filepath.Join(folder, fmt.Sprintf("tressons-%d.pdf", pages)), file.Bytes())
	}
}

func number(t *testing.T, variable string) int {
	t.Helper()
	n, err := strconv.Atoi(os.Getenv(variable))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func benchFolder(t *testing.T) string {
	t.Helper()
	folder := os.Getenv(filesVariable)
	if folder == "" {
		t.Skip("only for scripts/benchmarks.sh")
	}
	return folder
}

func keep(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

const photoCount = 4

func photoName(i int) string { return fmt.Sprintf("photo-%d.jpg", i) }

// photo is the file of a photo of 1,600 pixels, with the grain of a real one: half
// a megabyte.
func photo(number int) []byte {
	const width, height, grain = 1600, 1067, 64
	noise := rand.New(rand.NewPCG(uint64(number), 0))
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			light := uint8(30 + 10*number + 100*y/height + noise.IntN(grain))
			picture.SetRGBA(x, y, color.RGBA{light, light + 20, 200 - light/2, 255})
		}
	}
	var file bytes.Buffer
	if err := jpeg.Encode(&file, picture, &jpeg.Options{Quality: 80}); err != nil {
		panic(err) // a buffer takes all
	}
	return file.Bytes()
}

func photosOf(t testing.TB, folder string) []*figure.Photo {
	t.Helper()
	var out []*figure.Photo
	for i := range photoCount {
		file, err := os.ReadFile(filepath.Join(folder, photoName(i)))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, readPhoto(file))
	}
	return out
}

func readPhoto(file []byte) *figure.Photo {
	read, err := figure.ReadPhoto(file)
	if err != nil {
		panic(err) // it was made here
	}
	return read
}

// madePhotos are the photos without a disk.
func madePhotos() []*figure.Photo {
	var out []*figure.Photo
	for i := range photoCount {
		out = append(out, readPhoto(photo(i)))
	}
	return out
}

// export writes a document as data for other programs.
type export struct {
	t      *testing.T
	folder string
	fonts  *layout.Fonts
	charts int
	photos int
}

type exported struct {
	Title, Author, Lang, Head, Foot string
	Sections                        []exportedSection
}

type exportedSection struct {
	Title  string
	Blocks []exportedBlock
}

// exportedBlock is a paragraph with Text, a figure with a File, or a table.
type exportedBlock struct {
	Text, Caption, Source, File, Alt string
	Width, Height                    float64 // of a figure, in points
	Columns                          []exportedColumn
	Rows                             [][]string
}

type exportedColumn struct {
	Title string
	Right bool
}

func (e *export) document(doc report.Document) exported {
	out := exported{Title: doc.Title, Author: doc.Author, Lang: doc.Lang, Head: doc.Head.Left + ", " + doc.Head.Right, Foot: doc.Foot}
	for _, section := range doc.Sections {
		s := exportedSection{Title: section.Title}
		for _, block := range section.Blocks {
			s.Blocks = append(s.Blocks, e.block(block))
		}
		out.Sections = append(out.Sections, s)
	}
	return out
}

func (e *export) block(block report.Block) exportedBlock {
	switch block := block.(type) {
	case report.Paragraph:
		return exportedBlock{Text: e.fonts.Clean(block.Spans[0].Text)}
	case report.Figure:
		return e.figure(block)
	case report.Table:
		out := exportedBlock{Caption: block.Caption}
		for _, c := range block.Columns {
			out.Columns = append(out.Columns, exportedColumn{c.Title, c.Align == report.Right})
		}
		for _, row := range block.Rows {
			var cells []string
			for _, cell := range row {
				cells = append(cells, cell[0].Text)
			}
			out.Rows = append(out.Rows, cells)
		}
		return out
	}
	e.t.Fatalf("no export of %T", block)
	return exportedBlock{}
}

// textWidth is that of a page's text, in points.
const textWidth = 170 / 25.4 * 72

// figure saves a chart as SVG; photos are there already.
func (e *export) figure(block report.Figure) exportedBlock {
	drawing := e.fonts.Ready(block.Chart.Draw(textWidth, e.fonts))
	out := exportedBlock{Caption: block.Caption, Source: block.Source, Alt: drawing.Alt, Width: drawing.Width, Height: drawing.Height}
	if block.Alt != "" {
		out.Alt = block.Alt
	}
	if _, isPhoto := block.Chart.(*figure.Photo); isPhoto {
		out.File = photoName(e.photos)
		e.photos++
		return out
	}
	out.File = fmt.Sprintf("chart-%d.svg", e.charts)
	e.charts++
	var file bytes.Buffer
	if err := svg.Write(&file, drawing, block.Caption, e.fonts); err != nil {
		e.t.Fatal(err)
	}
	keep(e.t, filepath.Join(e.folder, out.File), file.Bytes())
	return out
}
