package store

import (
	"slices"
	"time"

	"tressons/model"
)

// settle brings heads and readable tables in line with what came, row by row. Each turn
// reads the heads of the next rows, has these weighed meanwhile, and writes the rows that
// were weighed in the turn before.
func (w *merging) settle() error {
	w.news.sort()
	w.look = newExaminer(w.ctx, w.c)
	wait := w.weigh(nil)
	for rest := w.news.list; ; {
		var next []*rowNews
		if next, rest = w.nextRows(rest); len(next) > 0 {
			if err := headsBefore(w.ctx, w.c, next); err != nil {
				return err
			}
		}
		rows, err := wait()
		if err != nil {
			return err
		}
		wait = w.weigh(next)
		for _, r := range rows {
			if err := w.row(r); err != nil {
				return err
			}
		}
		if w.spare = append(w.spare, rows...); len(next) == 0 {
			return nil
		}
	}
}

// row writes what a row has become, and notes it.
func (w *merging) row(r *rowNews) error {
	if len(r.cells) == 0 {
		return nil
	}
	if err := writeHeads(w.ctx, w.c, r.before.key, r.cells, r.sum); err != nil {
		return err
	}
	if err := w.show(r.before.key, r.was, r.is); err != nil {
		return err
	}
	moved := r.moved
	if !r.after.plain() {
		var err error
		if moved, err = w.question(r.after, moved); err != nil {
			return err
		}
	}
	w.arrivals(moved, r.was, r.is)
	return nil
}

// question notes the questions that a row leaves, and returns what came undisputed.
func (w *merging) question(r rowHeads, moved []arrived) ([]arrived, error) {
	fields := map[string]bool{}
	for _, m := range moved {
		fields[m.field] = true
	}
	open := len(w.out.Conflicts.Fields)
	err := w.look.row(r.list, fields, &w.out.Conflicts)
	disputed := map[string]bool{}
	for _, c := range w.out.Conflicts.Fields[open:] {
		disputed[c.Cell.Field] = true
	}
	return slices.DeleteFunc(moved, func(m arrived) bool { return disputed[m.field] }), err
}

// fewFields is how many fields of a readable row are written one by one rather than
// the row as a whole.
const fewFields = 2

// show writes what changed of a readable row.
func (w *merging) show(key rowKey, before, after shownRow) error {
	e, known := model.EntityNamed(key.entity)
	if !known {
		return nil
	}
	was, is := before.readable(e), after.readable(e)
	if !was && !is {
		return nil
	}
	if was && is {
		if changed := after.unlike(before); len(changed) <= fewFields {
			return writeFields(w.ctx, w.c, e, key, changed)
		}
	}
	return writeRow(w.ctx, w.c, e, key, after)
}

// arrivals lists the fields of a row whose shown value changes, and counts those
// that were set alike. Another head with the value of the one before it is no news.
func (w *merging) arrivals(moved []arrived, before, after shownRow) {
	listed := false
	for i, m := range moved {
		was, had := before.value(m.field)
		shown, _ := after.value(m.field)
		listed = listed && moved[i-1].field == m.field
		switch {
		case listed && m.value == shown, !listed && had && m.value == was:
			w.out.Identical++
		case !listed && m.value == shown && !isPosition(m.change):
			w.list(m, was, had)
			listed = true
		}
	}
}

func (w *merging) list(m arrived, was string, had bool) {
	w.out.Listed++
	if len(w.out.Arrivals) == MaxArrivals {
		return
	}
	w.out.Arrivals = append(w.out.Arrivals, Arrival{Source: m.source, Diagnosis: m.diagnosis.String(), Edit: m.edit(),
		Before: was, HasBefore: had, Author: w.known[m.session].author, At: time.UnixMicro(m.hlc)})
}
