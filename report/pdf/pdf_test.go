package pdf_test

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tressons/report"
	"tressons/report/figure"
	"tressons/report/layout"
	"tressons/report/layout/layouttest"
	"tressons/report/pdf"
	"tressons/report/pdf/pdftest"
)

func write(t testing.TB, doc report.Document, fonts *layout.Fonts) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := pdf.Write(&b, layout.Set(doc, fonts), fonts); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestSameBytes: whatever was written before, and however many processors there are.
// (Not parallel: it changes their number.)
func TestSameBytes(t *testing.T) {
	fonts := layouttest.Fonts(t)
	doc := realistic(20, madePhotos())
	first := write(t, doc, fonts)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, processors := range []int{1, 2, 8} {
		runtime.GOMAXPROCS(processors)
		write(t, layouttest.Portrait(), fonts)
		if !bytes.Equal(write(t, doc, fonts), first) || !bytes.Equal(write(t, doc, layouttest.Fonts(t)), first) {
			t.Errorf("another file with %d processors", processors)
		}
	}
}

// TestSamples: the same bytes twice, accessible and archivable.
func TestSamples(t *testing.T) {
	t.Parallel()
	fonts := layouttest.Fonts(t)
	for name, doc := range layouttest.All() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			first := write(t, doc, fonts)
			if !bytes.Equal(first, write(t, doc, fonts)) {
				t.Error("two different files")
			}
			pdftest.Check(t, first)
		})
	}
}

// TestAnyDocument writes documents of any blocks with any text: nothing panics,
// and every file is accessible.
func TestAnyDocument(t *testing.T) {
	t.Parallel()
	fonts := layouttest.Fonts(t)
	rapid.Check(t, func(t *rapid.T) {
		var b bytes.Buffer
		if err := pdf.Write(&b, layout.Set(layouttest.Any().Draw(t, "document"), fonts), fonts); err != nil {
			t.Fatal(err)
		}
		for _, fault := range pdftest.Faults(b.Bytes()) {
			t.Error(fault)
		}
	})
}

// run has a program read a file, and skips the test where it is not installed.
func run(t *testing.T, file []byte, program string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skipf("%s is not installed: the file is not read again by it", program)
	}
	path := filepath.Join(t.TempDir(), "sample.pdf")
	if err := os.WriteFile(path, file, 0o644); err != nil {
		t.Fatal(err)
	}
	for i := range args {
		args[i] = strings.ReplaceAll(args[i], "FILE", path)
	}
	output, err := exec.Command(program, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", program, err, output)
	}
	return string(output)
}

func TestQpdfFindsNoFault(t *testing.T) {
	t.Parallel()
	fonts := layouttest.Fonts(t)
	for name, doc := range layouttest.All() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if said := run(t, write(t, doc, fonts), "qpdf", "--check", "FILE"); strings.Contains(said, "WARNING") {
				t.Error(said)
			}
		})
	}
}

func TestTextIsReadAgain(t *testing.T) {
	t.Parallel()
	fonts := layouttest.Fonts(t)
	said := strings.Join(strings.Fields(run(t, write(t, layouttest.Portrait(), fonts), "pdftotext", "FILE", "-")), " ")
	for _, want := range []string{
		"Entre Rennes et Saint-Malo, un territoire périurbain jeune qui a fait place à l’ESS",
		"35 692 Insee 2016", "298 km²", "119,8 hab./km²", "Bravo □□ à l’équipe □", "été, à", "À retenir", "Soixante initiatives",
		"Initiative 60, société coopérative d’intérêt collectif",
	} {
		if !strings.Contains(said, strings.Join(strings.Fields(want), " ")) {
			t.Errorf("not found: %q", want)
		}
	}
}

func TestColumnsAreReadInOrder(t *testing.T) {
	t.Parallel()
	fonts := layouttest.Fonts(t)
	said := run(t, write(t, layouttest.Landscape(), fonts), "pdftotext", "-f", "1", "-l", "1", "-raw", "FILE", "-")
	at := 0
	for _, want := range []string{"Reconnaissance", "BRUDED", "Ingénierie", "Réso solidaire", "Financement", "Aides directes"} {
		next := strings.Index(said[at:], want)
		if next < 0 {
			t.Fatalf("%q does not come in its turn in:\n%s", want, said)
		}
		at += next
	}
}

var update = flag.Bool("update", false, "write the golden files")

// TestReadingOrderGolden keeps what a screen reader is told, in its order, as
// poppler reads it.
func TestReadingOrderGolden(t *testing.T) {
	t.Parallel()
	fonts := layouttest.Fonts(t)
	accessory := regexp.MustCompile(`(?m) \((block|inline)\)|:$|^ *Object \d+ 0\n`)
	for _, doc := range []report.Document{layouttest.Portrait(), layouttest.Landscape()} {
		t.Run(doc.Title, func(t *testing.T) {
			t.Parallel()
			got := accessory.ReplaceAllString(run(t, write(t, doc, fonts), "pdfinfo", "-struct-text", "FILE"), "")
			path := filepath.Join("testdata", map[report.Format]string{report.A4Portrait: "portrait", report.A4Landscape: "landscape"}[doc.Format]+".tree")
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
				t.Errorf("%s changed (go test ./report/pdf -update writes it)", path)
			}
		})
	}
}

func TestPropertiesAreReadAgain(t *testing.T) {
	t.Parallel()
	said := run(t, write(t, layouttest.Portrait(), layouttest.Fonts(t)), "pdfinfo", "-isodates", "FILE")
	for _, want := range []string{"Diagnostic ESS du Val d’Essai", "Équipe d’essai", "Essai de mise en page", "2026-11-22T09:00:00", "A4"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
}

func TestFontsAreEmbedded(t *testing.T) {
	t.Parallel()
	said := run(t, write(t, layouttest.Landscape(), layouttest.Fonts(t)), "pdffonts", "FILE")
	fonts := strings.Split(strings.TrimSpace(said), "\n")[2:]
	if len(fonts) != 3 {
		t.Errorf("%d fonts, want the 3 that the pages use", len(fonts))
	}
	for _, line := range fonts {
		// The columns from the end: object and generation, mapped to Unicode,
		// subset (by its name, which gofpdf does not give), embedded.
		cells := strings.Fields(line)
		if n := len(cells); n < 6 || cells[n-3] != "yes" || cells[n-5] != "yes" {
			t.Errorf("not embedded or not mapped to Unicode: %s", line)
		}
	}
}

// TestTextOfNothing: a face in which nothing is shown does not hinder.
func TestTextOfNothing(t *testing.T) {
	t.Parallel()
	fonts := layouttest.Fonts(t)
	doc := layout.Set(layouttest.Landscape(), fonts)
	doc.Pages[0].Items = append(doc.Pages[0].Items, layout.Item{Ops: []figure.Op{figure.Text{Face: figure.Italic, Size: 10}}})
	var b bytes.Buffer
	if err := pdf.Write(&b, doc, fonts); err != nil {
		t.Fatal(err)
	}
	pdftest.Check(t, b.Bytes())
}

// TestWhatCannotBePainted is an error, not a crash, and nothing is written.
func TestWhatCannotBePainted(t *testing.T) {
	t.Parallel()
	fonts := layouttest.Fonts(t)
	cases := map[string]figure.Op{
		"a sign without a code":    figure.Text{Value: "🎉", Size: 10},
		"a mark without a painter": nil,
	}
	for title, op := range cases {
		t.Run(title, func(t *testing.T) {
			t.Parallel()
			doc := layout.Set(layouttest.Landscape(), fonts)
			doc.Pages[0].Items = append(doc.Pages[0].Items, layout.Item{Ops: []figure.Op{op}})
			var b bytes.Buffer
			if err := pdf.Write(&b, doc, fonts); err == nil || b.Len() > 0 {
				t.Errorf("error %v, %d bytes written", err, b.Len())
			}
		})
	}
}

// TestAttachmentIsReadAgain: as it was, also from a file that another program
// has written again.
func TestAttachmentIsReadAgain(t *testing.T) {
	t.Parallel()
	fonts := layouttest.Fonts(t)
	want := []pdf.Attachment{
		{Name: "Val d’Essai (2026).db", Type: "application/vnd.sqlite3", About: "Le diagnostic, à ouvrir avec Tressons.", Data: bytes.Repeat([]byte("SQLite\r\n\x00endstream 1 0 obj"), 5000)},
		{Name: "vide.txt", Type: "text/plain", About: "Rien."},
	}
	var b bytes.Buffer
	if err := pdf.Write(&b, layout.Set(layouttest.Landscape(), fonts), fonts, want...); err != nil {
		t.Fatal(err)
	}
	pdftest.Check(t, b.Bytes())
	saved := map[string][]string{
		"as written":          nil,
		"by qpdf":             {"--stream-data=preserve"},
		"by qpdf, inflated":   {"--qdf"},
		"by qpdf, plain":      {"--object-streams=disable"},
		"by qpdf, linearized": {"--linearize"},
	}
	for name, how := range saved {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			file := b.Bytes()
			if how != nil {
				file = []byte(run(t, file, "qpdf", append(how, "FILE", "-")...))
			}
			got, err := pdf.Attachments(file)
			if err != nil || len(got) != len(want) {
				t.Fatalf("%d attachments, error %v", len(got), err)
			}
			for i := range want {
				if got[i].Name != want[i].Name || got[i].Type != want[i].Type || got[i].About != want[i].About || !bytes.Equal(got[i].Data, want[i].Data) {
					t.Errorf("got %q, %q, %q, %d bytes", got[i].Name, got[i].Type, got[i].About, len(got[i].Data))
				}
			}
		})
	}
	t.Run("with a password", func(t *testing.T) {
		t.Parallel()
		for _, streams := range []string{"generate", "disable"} {
			locked := run(t, b.Bytes(), "qpdf", "--encrypt", "u", "o", "256", "--", "--object-streams="+streams, "FILE", "-")
			if _, err := pdf.Attachments([]byte(locked)); !errors.Is(err, pdf.ErrEncrypted) {
				t.Errorf("streams %s: error %v", streams, err)
			}
		}
	})
}

type fullDisk struct{}

var errFull = errors.New("disk full")

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

func TestWriteTellsTheWritersError(t *testing.T) {
	t.Parallel()
	fonts := layouttest.Fonts(t)
	if err := pdf.Write(fullDisk{}, layout.Set(report.Document{}, fonts), fonts); !errors.Is(err, errFull) {
		t.Errorf("error %v, want %v", err, errFull)
	}
}
