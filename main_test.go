package main

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

func TestFileToOpen(t *testing.T) {
	t.Parallel()
	existing := filepath.Join(t.TempDir(), "copie de travail")
	if err := os.WriteFile(existing, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	cases := map[string]struct {
		args   []string
		path   string
		window bool
	}{
		"a double click on the program":    {nil, "", true},
		"a double click on a file":         {[]string{"val.db"}, "val.db", true},
		"an extension in capitals":         {[]string{"VAL.DB"}, "VAL.DB", true},
		"a file without extension":         {[]string{existing}, existing, true},
		"a command":                        {[]string{"version"}, "", false},
		"a command with a file":            {[]string{"resume", "val.db"}, "", false},
		"an option":                        {[]string{"--aide"}, "", false},
		"a mistyped command":               {[]string{"raport"}, "raport", false},
		"a file with a command's leftover": {[]string{"val.db", "--json"}, "", false},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path, window := fileToOpen(c.args)
			if window != c.window || window && path != c.path {
				t.Errorf("fileToOpen(%q) = %q, %t; want %q, %t", c.args, path, window, c.path, c.window)
			}
		})
	}
}

// TestVersion keeps the two places that name the version together.
func TestVersion(t *testing.T) {
	t.Parallel()
	metadata, err := os.ReadFile("FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`(?m)^Version = "(.*)"$`).FindSubmatch(metadata)
	if found == nil || string(found[1]) != version {
		t.Errorf("FyneApp.toml has version %q, main.go %q", found, version)
	}
}
