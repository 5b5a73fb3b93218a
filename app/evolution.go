package app

import (
	"cmp"
	"context"

	"tressons/model"
	"tressons/model/store"
)

// Evolution is what moved between two states of a diagnosis, in French.
type Evolution struct {
	Levels []LevelEvolution
	Rows   []RowEvolution
}

// LevelEvolution is a lever that went from one level to another.
type LevelEvolution struct {
	model.LevelMove
	Name string // of the lever
}

// Movement is « Émergent → Structuré ».
func (l LevelEvolution) Movement() string { return l.From.Label() + " → " + l.To.Label() }

// RowEvolution is a row that was added, removed or altered.
type RowEvolution struct {
	model.RowMove
	Name   string // « Initiative « La Cambuse » »
	Title  string // « La Cambuse », the name for what has no title
	Fields []FieldEvolution
}

// FieldEvolution is a field of an altered row.
type FieldEvolution struct {
	Label         string
	Before, After string // as people read them, "" for nothing
}

// Compare puts into French what moved from one state to another.
func (a *App) Compare(before, after *model.Diagnosis) Evolution {
	var out Evolution
	moved := model.Compare(before, after, a.Grid)
	for _, m := range moved.Levels {
		l, _ := a.Grid.Lever(m.Lever)
		out.Levels = append(out.Levels, LevelEvolution{m, l.Name})
	}
	for _, m := range moved.Rows {
		in := after
		if m.Change == model.RowRemoved {
			in = before
		}
		r := RowEvolution{RowMove: m, Name: a.RowName(in, m.Entity, m.Row)}
		r.Title = cmp.Or(a.RowTitle(in, m.Entity, m.Row), r.Name)
		e, _ := model.EntityNamed(m.Entity)
		for _, f := range m.Fields {
			described, _ := e.Field(f.Field)
			show := func(d *model.Diagnosis, value string) string {
				return a.ShowValue(d, model.Edit{Entity: m.Entity, Row: m.Row, Field: f.Field, Value: value})
			}
			r.Fields = append(r.Fields, FieldEvolution{described.Label, show(before, f.Before), show(after, f.After)})
		}
		out.Rows = append(out.Rows, r)
	}
	return out
}

// EvolutionAsync compares two states of the current diagnosis, by the ids of
// their snapshots, "" for today, and hands over what moved on another goroutine.
func (d *Document) EvolutionAsync(from, to string, then func(Evolution, error)) {
	today := d.Current().Clone()
	d.writer.look(func(ctx context.Context, s *store.Store) {
		state := func(id string) (*model.Diagnosis, error) {
			if id == "" {
				return today, nil
			}
			return s.Frozen(ctx, today.ID, id)
		}
		before, err := state(from)
		if err != nil {
			then(Evolution{}, err)
			return
		}
		after, err := state(to)
		if err != nil {
			then(Evolution{}, err)
			return
		}
		go func() { then(d.app.Compare(before, after), nil) }() // saving goes on
	})
}
