package filedialog

import (
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// item is a folder or a file of the folder shown.
type item struct {
	name     string
	folder   bool
	size     int64 // in bytes; 0 for a folder
	modified time.Time
}

// listing is what a folder holds for the person.
type listing struct {
	items []item
	// others says that there are files of other kinds, which are not listed.
	others bool
}

// readBatch is how many entries are read between two looks at whether anybody
// still waits.
const readBatch = 256

// readFolder reads the folders and the files of a folder whose name ends like one
// of extensions (all files if there is none), in the order in which they are
// shown. Hidden ones, and links that lead nowhere, are left out.
func readFolder(ctx context.Context, dir string, extensions []string) (listing, error) {
	folder, err := os.Open(dir)
	if err != nil {
		return listing{}, err
	}
	defer func() { _ = folder.Close() }()
	var all listing
	for {
		entries, err := folder.ReadDir(readBatch)
		for _, e := range entries {
			all.add(dir, e, extensions)
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err = cmp.Or(err, ctx.Err()); err != nil {
			return listing{}, err
		}
	}
	sortItems(all.items)
	return all, nil
}

// add puts an entry of the folder dir in the listing, if it is to be shown.
func (l *listing) add(dir string, entry fs.DirEntry, extensions []string) {
	info, err := describe(dir, entry)
	if err != nil || isHidden(info) || !info.IsDir() && !info.Mode().IsRegular() {
		return
	}
	if info.IsDir() {
		l.items = append(l.items, item{name: entry.Name(), folder: true, modified: info.ModTime()})
		return
	}
	if !matches(entry.Name(), extensions) {
		l.others = true
		return
	}
	l.items = append(l.items, item{name: entry.Name(), size: info.Size(), modified: info.ModTime()})
}

// describe tells what an entry is, or what it leads to.
func describe(dir string, entry fs.DirEntry) (fs.FileInfo, error) {
	if entry.Type()&fs.ModeSymlink == 0 {
		return entry.Info()
	}
	info, err := os.Stat(filepath.Join(dir, entry.Name()))
	if err != nil {
		return nil, err
	}
	return linked{info, entry.Name()}, nil
}

// linked is what a link leads to, under the name of the link.
type linked struct {
	fs.FileInfo
	name string
}

// Name implements fs.FileInfo.
func (l linked) Name() string { return l.name }

// matches says whether a name ends like one of extensions, whatever the case of
// its letters. Without extensions every name does.
func matches(name string, extensions []string) bool {
	return len(extensions) == 0 || slices.ContainsFunc(extensions, func(extension string) bool {
		return hasExtension(name, extension)
	})
}

// hasExtension says whether a name ends like an extension (".db"), with something
// before it.
func hasExtension(name, extension string) bool {
	cut := len(name) - len(extension)
	return cut > 0 && strings.EqualFold(name[cut:], extension)
}

// sortItems puts folders first, then files, each in the order of a French
// dictionary, and numbers by their value.
func sortItems(items []item) {
	collator := collate.New(language.French, collate.Numeric)
	var buffer collate.Buffer
	keys := make(map[string][]byte, len(items))
	for _, i := range items {
		keys[i.name] = collator.KeyFromString(&buffer, i.name)
	}
	slices.SortStableFunc(items, func(a, b item) int {
		if a.folder != b.folder {
			if a.folder {
				return -1
			}
			return 1
		}
		return cmp.Or(slices.Compare(keys[a.name], keys[b.name]), cmp.Compare(a.name, b.name))
	})
}
