package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// house is the map of the arrows: what each package may import directly, the
// standard library apart. A package of the project is named from the root of
// the module, a foreign one by its module; "m/pkg" allows that one package of
// module m alone. .golangci.yml says the same to the linter.
//
// A new package gets a line here first: where it hangs is a decision.
var house = map[string][]string{
	".":                         {"app", "app/cli", "app/ui", "assets", fyneKit, fyneApp},
	"assets":                    {},
	"model":                     {uuid},
	"model/store":               {"model", uuid, sqlite},
	"model/modeltest":           {"model", uuid},
	"report":                    {"model", "report/figure", text},
	"report/figure":             {},
	"report/layout":             {"report", "report/figure", ximage, segmenter, text},
	"report/layout/layouttest":  {"report", "report/figure", "report/layout", rapid},
	"report/pdf":                {"report", "report/figure", "report/layout", gofpdf, opentype},
	"report/pdf/pdftest":        {pdfReader},
	"report/raster":             {"report/figure", ximage},
	"report/svg":                {"report/figure"},
	"app":                       {"app/photo", "model", "model/store", "report", "report/figure", "report/layout", "report/pdf", "report/raster", "report/svg", uuid, text},
	"app/photo":                 {"model", ximage},
	"app/cli":                   {"app", "model", cobra, pflag},
	"app/ui":                    {"app", "app/ui/filedialog", "app/ui/french", "app/ui/paint", "app/ui/skin", "app/ui/widgets", "model", "report", "report/figure", "report/layout", "report/raster", fyneKit, text},
	"app/ui/filedialog":         {"app/ui/french", "app/ui/skin", "app/ui/widgets", fyneKit, text},
	"app/ui/french":             {"app/ui/skin", "app/ui/widgets", fyneKit, text},
	"app/ui/paint":              {"app/ui/skin", "report/figure", "report/raster", fyneKit, text},
	"app/ui/skin":               {fyneKit},
	"app/ui/widgets":            {"app/ui/french", "app/ui/skin", fyneKit, text},
	"app/ui/widgets/widgettest": {"app/ui/skin", fyneKit},
}

// Foreign modules, or single packages of them, by the name that house uses.
const (
	uuid      = "github.com/google/uuid"
	sqlite    = "modernc.org/sqlite"
	gofpdf    = "github.com/jung-kurt/gofpdf"
	pdfReader = "github.com/ledongthuc/pdf"
	cobra     = "github.com/spf13/cobra"
	pflag     = "github.com/spf13/pflag"
	ximage    = "golang.org/x/image"
	text      = "golang.org/x/text"
	fyneKit   = "fyne.io/fyne/v2"
	rapid     = "pgregory.net/rapid"
	segmenter = "github.com/go-text/typesetting/segmenter"
	opentype  = "github.com/go-text/typesetting/font/opentype"
	// fyneApp opens real windows and needs cgo: allowing fyneKit does not allow it.
	fyneApp = fyneKit + "/app"
)

// goPackage is what `go list -json` says of a package.
type goPackage struct {
	ImportPath string
	Standard   bool
	Imports    []string
	Deps       []string
	Module     *struct{ Path string }
}

// TestArrows compares every import of every package with the map of the house,
// for the command line (without cgo) and for the window (with it).
func TestArrows(t *testing.T) {
	t.Parallel()
	for name, cgo := range map[string]string{"command line": "0", "window": "1"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			packages := list(t, cgo)
			for _, p := range packages {
				if p.Module == nil || p.Module.Path != module {
					continue
				}
				for _, complaint := range forbidden(p, packages) {
					t.Error(complaint)
				}
			}
		})
	}
}

// TestDomainIsFreeOfTechnology follows the imports of the domain to their end.
func TestDomainIsFreeOfTechnology(t *testing.T) {
	t.Parallel()
	packages := list(t, "0")
	for room, technologies := range map[string][]string{
		"model":         {fyneKit, gofpdf, sqlite, "database/sql"},
		"report":        {fyneKit, gofpdf, sqlite, "database/sql"},
		"report/figure": {fyneKit, gofpdf, sqlite, "database/sql"},
		"app":           {fyneKit},
		"app/cli":       {fyneKit},
	} {
		p, found := packages[module+"/"+room]
		if !found {
			t.Errorf("no package %s", room)
		}
		for _, dep := range p.Deps {
			if slices.ContainsFunc(technologies, func(technology string) bool { return reaches(dep, technology) }) {
				t.Errorf("%s reaches %s", room, dep)
			}
		}
	}
}

// TestHouseHasNoEmptyRoom keeps the map honest the other way round.
func TestHouseHasNoEmptyRoom(t *testing.T) {
	t.Parallel()
	packages := list(t, "0")
	for room := range house {
		if _, found := packages[strings.TrimSuffix(module+"/"+room, "/.")]; !found {
			t.Errorf("the map has a room %q that no longer exists", room)
		}
	}
}

const module = "tressons"

// list returns the packages of the project and all that they need, by import path.
func list(t *testing.T, cgo string) map[string]goPackage {
	t.Helper()
	cmd := exec.Command("go", "list", "-deps", "-tags", "migrated_fynedo", "-json=ImportPath,Standard,Imports,Deps,Module", "./...")
	cmd.Env = append(os.Environ(), "CGO_ENABLED="+cgo)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, stderr.Bytes())
	}
	packages := make(map[string]goPackage)
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var p goPackage
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		packages[p.ImportPath] = p
	}
}

// forbidden lists the imports of p that the map of the house does not allow.
func forbidden(p goPackage, packages map[string]goPackage) []string {
	room := strings.TrimPrefix(strings.TrimPrefix(p.ImportPath, module), "/")
	if room == "" {
		room = "."
	}
	allowed, known := house[room]
	if !known {
		return []string{fmt.Sprintf("package %s is not on the map of the house: add its line and say what it may import", room)}
	}
	var complaints []string
	for _, path := range p.Imports {
		if path != "C" && !packages[path].Standard && !permits(allowed, path) {
			complaints = append(complaints, fmt.Sprintf("%s must not import %s", room, path))
		}
	}
	return complaints
}

// permits tells whether one of the allowed names covers the import path: a
// package of the project by its exact name, a foreign one with all under it.
func permits(allowed []string, path string) bool {
	if inner, ours := strings.CutPrefix(path, module+"/"); ours {
		return slices.Contains(allowed, inner)
	}
	if path == fyneApp {
		return slices.Contains(allowed, fyneApp)
	}
	return slices.ContainsFunc(allowed, func(name string) bool { return within(path, name) })
}

// reaches tells whether a dependency is a technology. uuid brings a part of
// database/sql along, so a package of the standard library counts by its exact name.
func reaches(dep, technology string) bool {
	foreign := strings.Contains(technology, ".")
	return dep == technology || foreign && within(dep, technology)
}

// within tells whether a path is that package or lies under it.
func within(path, name string) bool {
	return path == name || strings.HasPrefix(path, name+"/")
}

// TestMapRefuses shows that the map catches what it is there for.
func TestMapRefuses(t *testing.T) {
	t.Parallel()
	packages := map[string]goPackage{"fmt": {Standard: true}}
	cases := map[string]struct {
		room, imports string
		refused       bool
	}{
		"the standard library is free":          {"model", "fmt", false},
		"the domain knows no database":          {"model", "modernc.org/sqlite", true},
		"the domain knows nobody above it":      {"model", "tressons/app", true},
		"the store has its database":            {"model/store", "modernc.org/sqlite", false},
		"one package paints PDF":                {"report/layout", "github.com/jung-kurt/gofpdf", true},
		"a lookalike is another module":         {"report/pdf", "github.com/jung-kurt/gofpdf2", true},
		"a package under an allowed one":        {"app/ui", "fyne.io/fyne/v2/widget", false},
		"the real window stays in main":         {"app/ui", "fyne.io/fyne/v2/app", true},
		"main opens it":                         {".", "fyne.io/fyne/v2/app", false},
		"an allowed room opens no room below":   {".", "tressons/model", true},
		"a new package asks for its place":      {"model/nouveau", "fmt", true},
		"widgets know nothing of the use cases": {"app/ui/widgets", "tressons/app", true},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := strings.TrimSuffix(module+"/"+c.room, "/.")
			complaints := forbidden(goPackage{ImportPath: path, Imports: []string{c.imports}}, packages)
			if got := len(complaints) > 0; got != c.refused {
				t.Errorf("%s importing %s: refused %t, want %t (%v)", c.room, c.imports, got, c.refused, complaints)
			}
		})
	}
}
