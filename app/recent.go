package app

import (
	"context"
	"time"

	"tressons/model"
	"tressons/model/store"
)

// RecentChange is something that somebody did to the file: one field, several
// fields of a row, or many rows at once.
type RecentChange struct {
	At     time.Time
	Author string
	What   string // French
}

// Limits of what is read and shown of the latest changes.
const (
	recentRead  = 1500             // changes read from the file
	recentPause = 90 * time.Second // a longer pause parts two things done to a row
	sameMoment  = 5 * time.Millisecond
)

// RecentAsync reads what was done last to the current diagnosis and hands it
// over on another goroutine, newest first.
func (d *Document) RecentAsync(limit int, then func([]RecentChange, error)) {
	diagnosis := d.Current().Clone()
	d.writer.look(func(ctx context.Context, s *store.Store) {
		changes, err := s.Changes(ctx, recentRead)
		if err != nil {
			then(nil, err)
			return
		}
		then(d.app.groupChanges(diagnosis, changes, limit), nil)
	})
}

// groupChanges joins neighbouring changes that one person made to one row, or
// at one go to several.
func (a *App) groupChanges(d *model.Diagnosis, changes []store.Change, limit int) []RecentChange {
	var out []RecentChange
	for start := 0; start < len(changes) && len(out) < limit; {
		end := start + 1
		for end < len(changes) && sameDeed(changes[end-1], changes[end]) {
			end++
		}
		first := changes[start]
		if first.Diagnosis == d.ID {
			out = append(out, RecentChange{first.At, first.Author.Name, a.describeDeed(d, changes[start:end])})
		}
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
		(sameRow && gap < recentPause || gap < sameMoment)
}

func (a *App) describeDeed(d *model.Diagnosis, deed []store.Change) string {
	rows, cells := map[model.Ref]bool{}, map[model.Edit]bool{}
	for _, c := range deed {
		rows[model.MakeRef(c.Edit.Entity, c.Edit.Row)] = true
		cells[model.Edit{Entity: c.Edit.Entity, Row: c.Edit.Row, Field: c.Edit.Field}] = true
	}
	first := deed[0]
	switch {
	case cells[model.Edit{Entity: "diagnosis", Row: model.SelfID, Field: model.FieldExists}]:
		return "Création du diagnostic"
	case len(rows) > 1:
		return model.Count(len(rows), "élément", "éléments") + " en une fois"
	case len(cells) > 1:
		return a.RowName(d, first.Edit.Entity, first.Edit.Row) + " (" + model.Count(len(cells), "champ", "champs") + ")"
	}
	return a.FieldName(d, first.Edit) + a.movement(first, deed[len(deed)-1])
}

// movement is « : avant → après » for short values.
func (a *App) movement(last, first store.Change) string {
	const short = 30
	e, _ := model.EntityNamed(last.Edit.Entity)
	f, ok := e.Field(last.Edit.Field)
	after := a.ShowValue(last.Edit)
	if !ok || f.Kind == model.KindText || after == "" || len(after) > short {
		return ""
	}
	before := last.Edit
	before.Value = first.Before
	if shown := a.ShowValue(before); first.HasBefore && shown != "" && len(shown) <= short {
		return ", " + shown + " → " + after
	}
	return ", " + after
}
