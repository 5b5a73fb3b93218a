package filedialog

import (
	"io/fs"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// made is a computer that has some folders, variables and files.
func made(system, home string, folders []string, env, files map[string]string) computer {
	separator := "/"
	if system == "windows" {
		separator = `\`
	}
	return computer{
		os: system, separator: separator, home: home, user: "anne",
		env:      func(name string) string { return env[name] },
		isFolder: func(path string) bool { return path == home || slices.Contains(folders, path) },
		readFile: func(path string) ([]byte, error) {
			content, ok := files[path]
			if !ok {
				return nil, fs.ErrNotExist
			}
			return []byte(content), nil
		},
		folders: func(dir string) []string {
			var inside []string
			for _, f := range folders {
				if name, ok := strings.CutPrefix(f, dir+separator); ok && !strings.Contains(name, separator) {
					inside = append(inside, name)
				}
			}
			return inside
		},
	}
}

func TestPlaces(t *testing.T) {
	t.Parallel()
	xdg := map[string]string{"/home/anne/.config/user-dirs.dirs": "# commentaire\nXDG_DESKTOP_DIR=\"$HOME/\"\nXDG_DOCUMENTS_DIR=\"$HOME/Mes documents\"\nXDG_DOWNLOAD_DIR=\"/data/reçus\"\n"}
	cases := []struct {
		name   string
		on     computer
		recent []string
		want   string
	}{
		{
			"Linux, as the desktop says",
			made("linux", "/home/anne", []string{"/", "/home/anne/Mes documents", "/data/reçus", "/home/anne/Bureau"}, nil, xdg), nil,
			"[Emplacements] Dossier personnel=/home/anne Documents=/home/anne/Mes documents Téléchargements=/data/reçus [Ordinateur] Système de fichiers=/",
		},
		{
			"Linux, without a desktop",
			made("linux", "/home/anne", []string{"/", "/home/anne/Bureau", "/home/anne/Documents"}, nil, nil), nil,
			"[Emplacements] Dossier personnel=/home/anne Documents=/home/anne/Documents Bureau=/home/anne/Bureau [Ordinateur] Système de fichiers=/",
		},
		{
			"Linux, settings kept elsewhere",
			made("linux", "/home/anne", []string{"/home/anne/D"}, map[string]string{"XDG_CONFIG_HOME": "/cfg"}, map[string]string{"/cfg/user-dirs.dirs": `XDG_DOCUMENTS_DIR="$HOME/D"`}), nil,
			"[Emplacements] Dossier personnel=/home/anne Documents=/home/anne/D",
		},
		{
			"a key that is plugged in",
			made("linux", "/home/anne", []string{"/", "/media/anne/CLÉ USB", "/run/media/anne/Autre"}, nil, nil), nil,
			"[Emplacements] Dossier personnel=/home/anne [Ordinateur] Système de fichiers=/ CLÉ USB=/media/anne/CLÉ USB Autre=/run/media/anne/Autre",
		},
		{
			"macOS",
			made("darwin", "/Users/anne", []string{"/", "/Users/anne/Documents", "/Users/anne/Downloads", "/Users/anne/Desktop", "/Volumes/Partage"}, nil, nil), nil,
			"[Emplacements] Dossier personnel=/Users/anne Documents=/Users/anne/Documents Téléchargements=/Users/anne/Downloads Bureau=/Users/anne/Desktop [Ordinateur] Système de fichiers=/ Partage=/Volumes/Partage",
		},
		{
			"Windows",
			made("windows", `C:\Users\anne`, []string{`C:\`, `S:\`, `C:\Users\anne\Documents`, `C:\Users\anne\Downloads`, `C:\Users\anne\Desktop`}, nil, nil), nil,
			`[Emplacements] Dossier personnel=C:\Users\anne Documents=C:\Users\anne\Documents Téléchargements=C:\Users\anne\Downloads Bureau=C:\Users\anne\Desktop [Ordinateur] Disque C:=C:\ Disque S:=S:\`,
		},
		{
			"Windows, with OneDrive",
			made("windows", `C:\Users\anne`, []string{`C:\Users\anne\OneDrive\Documents`, `C:\Users\anne\Documents`, `C:\Users\anne\Downloads`}, map[string]string{"OneDrive": `C:\Users\anne\OneDrive`}, nil), nil,
			`[Emplacements] Dossier personnel=C:\Users\anne Documents=C:\Users\anne\OneDrive\Documents Téléchargements=C:\Users\anne\Downloads`,
		},
		{
			"recent folders, once each, those that exist",
			made("linux", "/home/anne", []string{"/data/a", "/data/b", "/home/anne/Documents"}, nil, nil),
			[]string{"/data/a", "/data/a", "/absent", "/home/anne/Documents", "/", "", "/data/b"},
			"[Emplacements] Dossier personnel=/home/anne Documents=/home/anne/Documents [Dossiers récents] a=/data/a b=/data/b",
		},
		{
			"four recent folders at most",
			made("linux", "/home/anne", []string{"/1", "/2", "/3", "/4", "/5"}, nil, nil),
			[]string{"/1", "/2", "/3", "/4", "/5"},
			"[Emplacements] Dossier personnel=/home/anne [Dossiers récents] 1=/1 2=/2 3=/3 4=/4",
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, p := range c.on.places(c.recent) {
				if p.kind == heading {
					got = append(got, "["+p.label+"]")
					continue
				}
				got = append(got, strings.ReplaceAll(p.label, nbsp, " ")+"="+p.path)
			}
			if all := strings.Join(got, " "); all != c.want {
				t.Errorf("got  %s\nwant %s", all, c.want)
			}
		})
	}
}

func TestThisComputerHasAHome(t *testing.T) {
	t.Parallel()
	c := thisComputer()
	if got := c.places(nil); len(got) < 2 || got[1].path != c.home {
		t.Errorf("got %v", got)
	}
}

func TestCrumbs(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("paths of Unix")
	}
	cases := []struct{ name, path, want string }{
		{"home", "/home/anne", "Dossier personnel"},
		{"in the home folder", "/home/anne/Documents/ESS", "Dossier personnel > Documents > ESS"},
		{"elsewhere", "/srv/partage", "Système de fichiers > srv > partage"},
		{"the neighbour's", "/home/annelise", "Système de fichiers > home > annelise"},
		{"the root", "/", "Système de fichiers"},
		{"not tidy", "/srv//partage/", "Système de fichiers > srv > partage"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var labels []string
			trail := crumbs(c.path, "/home/anne")
			for _, step := range trail {
				labels = append(labels, step.label)
			}
			if got := strings.Join(labels, " > "); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			if last := trail[len(trail)-1].path; last != filepath.Clean(c.path) {
				t.Errorf("leads to %s", last)
			}
		})
	}
}

func TestNearestFolder(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("paths of Unix")
	}
	exists := func(path string) bool { return path == "/srv" || path == "/srv/a" }
	cases := []struct{ name, path, want string }{
		{"none", "", "/home/anne"},
		{"there", "/srv/a", "/srv/a"},
		{"gone", "/srv/b/c", "/srv"},
		{"nothing of it is there", "/mnt/b", "/home/anne"},
	}
	for _, c := range cases {
		if got := nearestFolder(c.path, "/home/anne", exists); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}
