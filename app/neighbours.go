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
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return nil, cannotRead(filepath.Dir(path), err)
	}
	var out []ConflictCopy
	for _, entry := range entries {
		if !entry.Type().IsRegular() || !namedAfter(filepath.Base(path), entry.Name()) {
			continue
		}
		beside := filepath.Join(filepath.Dir(path), entry.Name())
		if other, err := store.Identify(ctx, beside, a.storeOptions()); err != nil || other != id {
			continue // another document, or none that can be merged
		}
		if info, err := entry.Info(); err == nil {
			out = append(out, ConflictCopy{beside, originOf(entry.Name()), info.ModTime()})
		}
	}
	slices.SortFunc(out, func(x, y ConflictCopy) int { return y.Modified.Compare(x.Modified) })
	return out, ctx.Err()
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

// origins are the marks that synchronisers put into names, in French and in
// English, the most telling first.
var origins = []struct {
	mark *regexp.Regexp
	name string
}{
	{regexp.MustCompile(`\.sync-conflict-\d{8}-\d{6}`), "Syncthing"},
	{regexp.MustCompile(`_conflict-\d{8}-\d{6}`), "Nextcloud"},
	{regexp.MustCompile(`(?i)\((conflicted copy|copie en conflit|copie conflictuelle) \d{4}-\d{2}-\d{2} \d{6}\)`), "Nextcloud"},
	{regexp.MustCompile(`(?i)\((copie en conflit de .+|.+[’']s conflicted copy|copie en conflit) .*\d{4}-\d{2}-\d{2}`), "Dropbox"},
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
