package app

import (
	"context"
	"maps"
	"slices"
	"time"

	"tressons/model"
	"tressons/model/store"
)

// Part is a part of a diagnosis: an entity, a row, or a field. See ReadPart.
type Part = store.Part

// PastQuery says what of the past is asked for; its zero value is all of it.
type PastQuery = store.Query

// ChangeKind is what a change does.
type ChangeKind = store.ChangeKind

// The kinds that a PastQuery can be about.
const (
	AnyChange = store.AnyChange
	Additions = store.Additions
	Deletions = store.Deletions
)

// PastChange is what somebody left in one field, or a row that was added or
// deleted.
type PastChange struct {
	store.Change
	Name        string // French: « Initiative « La Cambuse » : description »
	Movement    string // French: « , Émergent → Structuré », "" for long values
	BeforeShown string // French, what it took the place of
	ValueShown  string // French
}

// French is « Initiative « La Cambuse » : description, modifié par Anne le 3 mars
// 2026 à 9 h 12 ».
func (c PastChange) French() string { return signedChange(c.Name+c.Movement, c.Edit, c.Author, c.At) }

// Kept tells that the field was written anew with the value that it had: somebody decided
// a disagreement for the version that was shown, or changed it and changed it back.
func (c PastChange) Kept() bool { return c.HasBefore && c.Before == c.Edit.Value }

// Deed is what one person did at one go: changes to a row, or to many rows in the
// same moment.
type Deed struct {
	At      time.Time
	Author  Author
	What    string       // French
	Changes []PastChange // newest first
}

// Past is a stretch of what was done, newest first. A session leaves one value
// in a field, and compacting a file takes older ones out: what is told is what
// the file still holds.
type Past struct {
	Deeds  []Deed
	People []Author     // who ever edited the file
	Next   store.Cursor // goes on from here as PastQuery.After, when More
	More   bool
	// Lightened says in French why earlier values are missing, "" when they are not.
	Lightened string
}

// Limits of what is read at a time, and of what belongs together.
const (
	pastRead   = 1500             // changes read from the file
	pause      = 90 * time.Second // a longer one parts two things done to a row
	sameMoment = 5 * time.Millisecond
)

// PastAsync reads what was done to the current diagnosis and hands it over on
// another goroutine. The limit and the diagnosis of the query are ours.
func (d *Document) PastAsync(q PastQuery, then func(Past, error)) {
	diagnosis := d.Current().Clone()
	q.Diagnosis, q.Limit = diagnosis.ID, pastRead
	d.writer.look(func(ctx context.Context, s *store.Store) {
		changes, err := s.Changes(ctx, q)
		if err != nil {
			then(Past{}, err)
			return
		}
		past := d.app.past(diagnosis, changes, len(changes) == q.Limit)
		past.People, err = s.Authors(ctx)
		if err == nil {
			past.Lightened, err = lightened(ctx, s)
		}
		then(past, err)
	})
}

// lightened says why a file lacks earlier values, "" when it does not.
func lightened(ctx context.Context, s *store.Store) (string, error) {
	last, lacks, err := s.Lightened(ctx)
	switch {
	case err != nil || !lacks:
		return "", err
	case last.Compacted:
		return "Le fichier a été allégé " + Moment(last.At) + model.NBSP + ": des valeurs plus anciennes n’y sont plus.", nil
	}
	return "Cette copie a été préparée " + Moment(last.At) + " sans l’historique" + model.NBSP + ": les valeurs plus anciennes n’y sont pas.", nil
}

// Past lists the changes of a file, newest first. Of several diagnoses it lists
// the one of that name, for "" all of them, each change with the title of its own.
// The file stays as it was. It waits for the disk.
func (a *App) Past(ctx context.Context, path, diagnosis string, q PastQuery) ([]PastChange, error) {
	var out []PastChange
	err := a.reading(ctx, path, func(s *store.Store, names titles) error {
		if diagnosis != "" {
			found, err := findDiagnosis(slices.Collect(maps.Values(names)), diagnosis)
			if err != nil {
				return err
			}
			q.Diagnosis = found.ID
		}
		changes, err := s.Changes(ctx, q)
		for _, c := range changes {
			x := names.of(c.Diagnosis)
			told := a.pastChange(x, c)
			if len(names) > 1 && q.Diagnosis == "" {
				told.Name = x.Title() + " – " + told.Name
			}
			out = append(out, told)
		}
		return err
	})
	return out, err
}

// past joins neighbouring changes into deeds. When there is more to read, the
// last deed may go on in it, and is left for then unless it is the only one.
func (a *App) past(d *model.Diagnosis, changes []store.Change, more bool) Past {
	out := Past{More: more}
	for start := 0; start < len(changes); {
		end := start + 1
		for end < len(changes) && sameDeed(changes[end-1], changes[end]) {
			end++
		}
		if more && end == len(changes) && start > 0 {
			break
		}
		out.Deeds = append(out.Deeds, a.deed(d, changes[start:end]))
		out.Next = changes[end-1].Cursor
		start = end
	}
	return out
}

// sameDeed tells whether a change belongs with the one after it in time: the
// same row shortly before, or the very same moment.
func sameDeed(later, earlier store.Change) bool {
	sameRow := later.Edit.Entity == earlier.Edit.Entity && later.Edit.Row == earlier.Edit.Row
	gap := later.At.Sub(earlier.At)
	return later.Author == earlier.Author && later.Diagnosis == earlier.Diagnosis &&
		(sameRow && gap < pause || gap < sameMoment)
}

// Restore writes a value that a field had before. A deleted row comes back with
// it; an edit of its existence brings it back as it was.
func (d *Document) Restore(e model.Edit) error {
	x := d.Current()
	label := "rétablissement" + model.NBSP + ": "
	if e.Field == model.FieldExists {
		return d.Edit(label+d.app.RowName(x, e.Entity, e.Row), model.NewRow(e.Entity, e.Row))
	}
	edits := []model.Edit{e}
	if !x.Exists(e.Entity, e.Row) {
		edits = []model.Edit{model.NewRow(e.Entity, e.Row), e}
	}
	return d.Edit(label+d.app.FieldName(x, e), edits...)
}
