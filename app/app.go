package app

import (
	"io/fs"
	"sync"

	"tressons/model"
	"tressons/report/layout"
)

// Resources are the embedded files that the program hands over.
type Resources struct {
	Grid       []byte // grid.json
	Benchmarks []byte // references/benchmarks.json
	Places     []byte // places/communes.csv.gz
	Example    []byte // the example, one edit a line, see Batch
	Help       fs.FS  // Markdown pages, "accueil.md"…
	Fonts      FontFiles
}

// FontFiles are the four faces of the typeface, TrueType.
type FontFiles struct{ Regular, Italic, Semibold, Bold []byte }

// App holds what does not change while the program runs. It is safe for
// concurrent use.
type App struct {
	Grid    *model.Grid
	Version string

	example    []byte
	help       fs.FS
	benchmarks []model.Benchmark
	places     func() (*model.Places, error)
	claims     claims
	fonts      func() (*layout.Fonts, error)
}

// New reads the resources. It fails only when the program was built with a
// broken grid or broken references.
func New(res Resources, version string) (*App, error) {
	grid, err := model.ReadGrid(res.Grid)
	if err != nil {
		return nil, err
	}
	benchmarks, err := model.ReadBenchmarks(res.Benchmarks)
	if err != nil {
		return nil, err
	}
	return &App{
		Grid: grid, Version: version, example: res.Example, help: res.Help, benchmarks: benchmarks,
		claims: claims{held: map[string]*claim{}},
		places: sync.OnceValues(func() (*model.Places, error) { return model.ReadPlaces(res.Places) }),
		fonts: sync.OnceValues(func() (*layout.Fonts, error) {
			return layout.NewFonts(res.Fonts.Regular, res.Fonts.Italic, res.Fonts.Semibold, res.Fonts.Bold)
		}),
	}, nil
}

// Help is the Markdown help of a screen, "" when there is none.
func (a *App) Help(screen string) string {
	page, err := fs.ReadFile(a.help, screen+".md")
	if err != nil {
		return ""
	}
	return string(page)
}
