package layout

import (
	"os"
	"testing"

	"tressons/report/figure"
)

// testFonts reads the project's fonts. (layouttest has its twin for the tests
// that stand outside this package, which those inside cannot import.)
func testFonts(t testing.TB) *Fonts {
	t.Helper()
	var files [figure.Faces][]byte
	for i, name := range []string{"Regular", "It", "Semibold", "Bold"} {
		file, err := os.ReadFile("../../assets/fonts/SourceSans3-" + name + ".ttf")
		if err != nil {
			t.Fatal(err)
		}
		files[i] = file
	}
	fonts, err := NewFonts(files[0], files[1], files[2], files[3])
	if err != nil {
		t.Fatal(err)
	}
	return fonts
}
