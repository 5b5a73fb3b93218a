package filedialog

import (
	"strings"
	"testing"
)

func TestCheckName(t *testing.T) {
	t.Parallel()
	const signs = "Un nom ne contient aucun de ces signes\u00a0: / \\ : * ? \" < > |"
	cases := []struct {
		name, typed, want, trouble string
	}{
		{"a name", "Val d’Ille-Aubigné 2026", "Val d’Ille-Aubigné 2026", ""},
		{"spaces around", "  étude.db ", "étude.db", ""},
		{"nothing", "", "", "Donnez un nom."},
		{"spaces", " \u00a0", "", "Donnez un nom."},
		{"a path", "etudes/val.db", "", signs},
		{"a path of Windows", `C:\val.db`, "", signs},
		{"a question", "val ?", "", signs},
		{"a line end", "val\n.db", "", signs},
		{"a hidden file", ".db", "", "Un nom ne commence pas par un point."},
		{"the folder above", "..", "", "Un nom ne commence pas par un point."},
		{"a point at the end", "val.", "", "Un nom ne finit pas par un point."},
		{"a device", "con.db", "", "Ce nom est réservé par Windows."},
		{"a numbered device", "LPT1", "", "Ce nom est réservé par Windows."},
		{"almost a device", "COM0", "COM0", ""},
		{"begins like a device", "Concarneau", "Concarneau", ""},
		{"too long", strings.Repeat("é", 128), "", "Ce nom est trop long."},
		{"just short enough", strings.Repeat("é", 127), strings.Repeat("é", 127), ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			name, trouble := checkName(c.typed)
			if trouble != c.trouble || trouble == "" && name != c.want {
				t.Errorf("got %q, %q, want %q, %q", name, trouble, c.want, c.trouble)
			}
		})
	}
}

func TestExtensions(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name       string
		typed      string
		extensions []string
		want       string
	}{
		{"none", "étude", []string{".db"}, "étude.db"},
		{"already there", "étude.db", []string{".db"}, "étude.db"},
		{"in capitals", "ÉTUDE.DB", []string{".db"}, "ÉTUDE.DB"},
		{"another one", "étude.pdf", []string{".db"}, "étude.pdf.db"},
		{"one of several", "étude.sqlite", []string{".db", ".sqlite"}, "étude.sqlite"},
		{"nothing but the extension", ".db", []string{".db"}, ".db.db"},
		{"any", "étude", nil, "étude"},
		{"a point inside", "étude v1.2", []string{".db"}, "étude v1.2.db"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := withExtension(c.typed, c.extensions); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
	if got := withoutExtension("étude.DB", ".db"); got != "étude" {
		t.Errorf("without: got %q", got)
	}
	if got := withoutExtension("étude", ""); got != "étude" {
		t.Errorf("without none: got %q", got)
	}
}
