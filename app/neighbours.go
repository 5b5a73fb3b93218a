package app

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"tressons/model/store"
)

// ConflictCopy is a copy of an open file that lies beside it: what a
// synchroniser left when two people saved at the same time, or a working copy.
type ConflictCopy struct {
	Path     string
	Origin   string // « Nextcloud », « Syncthing »… as the name tells, "" when it does not
	Modified time.Time
}

// ConflictCopies lists the copies of a file beside it, newest first: those whose
// name begins like its own and that hold the same document. Backups that this
// program made are left out. It waits for the disk.
func (a *App) ConflictCopies(ctx context.Context, path string) ([]ConflictCopy, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	id, err := store.Identify(ctx, path, a.storeOptions())
	if err != nil {
		return nil, err
	}
	named, err := namedLike(path)
	if err != nil {
		return nil, err
	}
	return a.copiesOf(ctx, id, named)
}

// namedLike lists the files beside a file that are named like copies of it,
// newest first.
func namedLike(path string) ([]ConflictCopy, error) {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return nil, cannotRead(filepath.Dir(path), err)
	}
	var out []ConflictCopy
	for _, entry := range entries {
		if !entry.Type().IsRegular() || !namedAfter(filepath.Base(path), entry.Name()) {
			continue
		}
		if info, err := entry.Info(); err == nil {
			out = append(out, ConflictCopy{filepath.Join(filepath.Dir(path), entry.Name()), originOf(entry.Name()), info.ModTime()})
		}
	}
	slices.SortFunc(out, func(x, y ConflictCopy) int { return y.Modified.Compare(x.Modified) })
	return out, nil
}

// copiesOf keeps those files that hold a document and can be merged.
func (a *App) copiesOf(ctx context.Context, id string, files []ConflictCopy) ([]ConflictCopy, error) {
	var out []ConflictCopy
	for _, c := range files {
		if other, err := store.Identify(ctx, c.Path, a.storeOptions()); err == nil && other == id {
			out = append(out, c)
		}
	}
	return out, ctx.Err()
}

// mostCompared bounds how many copies are compared at once with the open file.
const mostCompared = 12

// CopiesAsync looks for copies of the open file beside it, and hands over on
// another goroutine those that hold something it lacks, and those that do not.
// Files in known are left out as long as they stay as they were. Without others
// it costs no more than listing the folder.
func (d *Document) CopiesAsync(ctx context.Context, known []ConflictCopy, then func(bring, nothing []ConflictCopy)) {
	go func() {
		named, err := namedLike(d.info.Path)
		named = slices.DeleteFunc(named, func(c ConflictCopy) bool { return slices.ContainsFunc(known, c.same) })
		if err != nil || len(named) == 0 {
			return
		}
		copies, err := d.app.copiesOf(ctx, d.info.ID, named[:min(len(named), mostCompared)])
		if err != nil || len(copies) == 0 {
			return
		}
		then(d.compare(ctx, copies))
	}()
}

func (c ConflictCopy) same(o ConflictCopy) bool {
	return c.Path == o.Path && c.Modified.Equal(o.Modified)
}

// compare parts copies that would bring something from those that would not.
// One that cannot be merged now is in neither: it may be on its way still.
func (d *Document) compare(ctx context.Context, copies []ConflictCopy) (bring, nothing []ConflictCopy) {
	for _, c := range copies {
		told := make(chan *store.Merge, 1)
		d.writer.look(func(_ context.Context, s *store.Store) {
			m, err := s.PreviewMerge(ctx, []string{c.Path})
			if err != nil {
				told <- nil
				return
			}
			told <- &m
		})
		select {
		case <-ctx.Done():
			return nil, nil
		case m := <-told:
			switch {
			case m == nil:
			case m.Nothing():
				nothing = append(nothing, c)
			default:
				bring = append(bring, c)
			}
		}
	}
	return bring, nothing
}

// namedAfter tells whether a name is that of a copy of a file: « x (…).db »,
// « x-PC.db », « x.sync-conflict-….db », « Copie de x.db ».
func namedAfter(name, other string) bool {
	extension := filepath.Ext(name)
	stem := strings.ToLower(strings.TrimSuffix(name, extension))
	if !strings.EqualFold(filepath.Ext(other), extension) || strings.HasPrefix(other, ".") {
		return false
	}
	rest := strings.ToLower(strings.TrimSuffix(other, filepath.Ext(other)))
	for _, prefix := range []string{"copie de ", "copy of "} {
		rest = strings.TrimPrefix(rest, prefix)
		if rest == stem {
			return !strings.EqualFold(name, other)
		}
	}
	rest, ok := strings.CutPrefix(rest, stem)
	return ok && rest != "" && strings.ContainsAny(rest[:1], " (-_.") && !strings.HasPrefix(rest, " (avant ")
}

// origins are the marks that synchronisers put into names, the most telling
// first. Nextcloud and ownCloud write theirs in English whatever the language of
// the person, whose name may be in it; Dropbox translates.
var origins = []struct {
	mark *regexp.Regexp
	name string
}{
	{regexp.MustCompile(`\.sync-conflict-\d{8}-\d{6}`), "Syncthing"},
	{regexp.MustCompile(`_conflict(_.+)?-\d{8}-\d{6}`), "Nextcloud"},
	{regexp.MustCompile(`(?i)\((conflicted copy|copie en conflit|copie conflictuelle) (.+ )?\d{4}-\d{2}-\d{2} \d{6}\)`), "Nextcloud"},
	{regexp.MustCompile(`(?i)\((copie en conflit( de .+)?|(.+[’']s )?conflicted copy)( \d{4}-\d{2}-\d{2})?( \d+)?\)`), "Dropbox"},
	{regexp.MustCompile(`(?i)\(copie (de .+)?, \d{4}-\d{2}-\d{2} `), "Tressons"},
	{regexp.MustCompile(`-[A-Za-z0-9][A-Za-z0-9-]*\.[^.]+$`), "OneDrive"},
}

func originOf(name string) string {
	for _, o := range origins {
		if o.mark.MatchString(name) {
			return o.name
		}
	}
	return ""
}
