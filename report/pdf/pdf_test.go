package pdf_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"tressons/report"
	"tressons/report/layout"
	"tressons/report/layout/layouttest"
	"tressons/report/pdf"
)

// out, when set, is a folder where the sample documents are written to be
// looked at.
var out = flag.String("out", "", "folder to write the sample PDFs to")

func samples() map[string]report.Document {
	return map[string]report.Document{
		"portrait":  layouttest.Portrait(),
		"landscape": layouttest.Landscape(),
		"empty":     layouttest.Empty(),
		"none":      {},
	}
}

func write(t testing.TB, doc report.Document, fonts *layout.Fonts) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := pdf.Write(&b, layout.Set(doc, fonts), fonts); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWriteGivesTheSameBytesTwice(t *testing.T) {
	t.Parallel()
	fonts := layouttest.Fonts(t)
	for name, doc := range samples() {
		first := write(t, doc, fonts)
		if !bytes.Equal(first, write(t, doc, fonts)) {
			t.Errorf("%s: two different files", name)
		}
		if *out != "" {
			if err := os.WriteFile(filepath.Join(*out, name+".pdf"), first, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
