package filedialog

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// folder makes a folder of files, and of folders whose names end with a slash.
func folder(t testing.TB, names ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range names {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if strings.HasSuffix(name, "/") {
			must(t, os.MkdirAll(path, 0o755))
			continue
		}
		must(t, os.MkdirAll(filepath.Dir(path), 0o755))
		must(t, os.WriteFile(path, []byte(name), 0o600))
	}
	return dir
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// names returns the names of items, those of folders with a slash at the end.
func names(items []item) []string {
	var all []string
	for _, i := range items {
		if i.folder {
			i.name += "/"
		}
		all = append(all, i.name)
	}
	return all
}

func TestReadFolder(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name       string
		holds      []string
		extensions []string
		want       []string
		others     bool
	}{
		{"nothing", nil, nil, nil, false},
		{"folders first", []string{"a.db", "z/", "B.db"}, nil, []string{"z/", "a.db", "B.db"}, false},
		{"accents do not change the order", []string{"étude.db", "eau.db", "fusion.db", "Élus.db"}, nil, []string{"eau.db", "Élus.db", "étude.db", "fusion.db"}, false},
		{"numbers by their value", []string{"v10.db", "v9.db", "v1.db"}, nil, []string{"v1.db", "v9.db", "v10.db"}, false},
		{"one kind", []string{"a.db", "b.pdf", "c.DB", "d/", ".db"}, []string{".db"}, []string{"d/", "a.db", "c.DB"}, true},
		{"several kinds", []string{"a.db", "b.pdf", "c.txt"}, []string{".db", ".pdf"}, []string{"a.db", "b.pdf"}, true},
		{"another kind only", []string{"b.pdf"}, []string{".db"}, nil, true},
		{"hidden ones", []string{".config/", ".profile", "a.db"}, []string{".db"}, []string{"a.db"}, false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got, err := readFolder(context.Background(), folder(t, c.holds...), c.extensions)
			must(t, err)
			if !slices.Equal(names(got.items), c.want) || got.others != c.others {
				t.Errorf("got %q, others %v, want %q, %v", names(got.items), got.others, c.want, c.others)
			}
		})
	}
}

func TestReadFolderDescribesFiles(t *testing.T) {
	t.Parallel()
	dir := folder(t, "eau.db")
	got, err := readFolder(context.Background(), dir, nil)
	must(t, err)
	info, err := os.Stat(filepath.Join(dir, "eau.db"))
	must(t, err)
	if i := got.items[0]; i.size != int64(len("eau.db")) || !i.modified.Equal(info.ModTime()) {
		t.Errorf("got %d bytes of %v", i.size, i.modified)
	}
}

func TestReadFolderFollowsLinks(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("links need rights on Windows")
	}
	dir := folder(t, "vrai/eau.db", "fichier.db")
	must(t, os.Symlink(filepath.Join(dir, "vrai"), filepath.Join(dir, "lien")))
	must(t, os.Symlink(filepath.Join(dir, "fichier.db"), filepath.Join(dir, "lien.db")))
	must(t, os.Symlink(filepath.Join(dir, "absent"), filepath.Join(dir, "rompu.db")))
	got, err := readFolder(context.Background(), dir, nil)
	must(t, err)
	if want := []string{"lien/", "vrai/", "fichier.db", "lien.db"}; !slices.Equal(names(got.items), want) {
		t.Errorf("got %q, want %q", names(got.items), want)
	}
}

func TestReadFolderStops(t *testing.T) {
	t.Parallel()
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := readFolder(ctx, folder(t, "a.db"), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestReadFolderThatIsNotThere(t *testing.T) {
	t.Parallel()
	if _, err := readFolder(context.Background(), filepath.Join(t.TempDir(), "absent"), nil); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}

func BenchmarkSortItems(b *testing.B) {
	items := make([]item, 5000)
	for i := range items {
		items[i] = item{name: strings.Repeat(string(rune('a'+i*7%26)), 3) + " étude.db", folder: i%10 == 0}
	}
	for b.Loop() {
		sortItems(slices.Clone(items))
	}
}
