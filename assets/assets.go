// Package assets embeds the files that Tressons needs off-line, and nothing else.
package assets

import (
	"embed"
	"io/fs"
)

// Grid is the Tressons grid, see model.ReadGrid.
//
//go:embed grid.json
var Grid []byte

// Benchmarks are the cited national figures, see model.ReadBenchmarks.
//
//go:embed references/benchmarks.json
var Benchmarks []byte

// Places says where communes are, see model.ReadPlaces and places/README.md.
//
//go:embed places/communes.csv.gz
var Places []byte

// Example holds the example, one edit a line, see app.ReadBatch.
//
//go:embed example/val-d-ille-aubigne.jsonl
var Example []byte

// Icon is the program's icon, PNG.
//
//go:embed icons/icon.png
var Icon []byte

// The faces of Source Sans 3 (SIL Open Font License 1.1), TrueType.
var (
	//go:embed fonts/SourceSans3-Regular.ttf
	Regular []byte
	//go:embed fonts/SourceSans3-It.ttf
	Italic []byte
	//go:embed fonts/SourceSans3-Semibold.ttf
	Semibold []byte
	//go:embed fonts/SourceSans3-Bold.ttf
	Bold []byte
)

//go:embed help
var help embed.FS

// Help holds the help of each screen, Markdown, "accueil.md"….
func Help() fs.FS {
	sub, err := fs.Sub(help, "help")
	if err != nil {
		panic(err) // the folder is embedded above
	}
	return sub
}
