package store

import (
	"slices"
	"time"

	"tressons/model"
)

// settle brings heads and readable tables in line with what came, row by row.
func (w *merging) settle() (err error) {
	w.news.sort()
	if w.causes, err = readCausality(w.ctx, w.c); err != nil {
		return err
	}
	w.look = newExaminer(w.ctx, w.c)
	var rows []*rowNews
	for rest := w.news.list; len(rest) > 0; {
		rows, rest = w.nextRows(rest)
		if err := headsBefore(w.ctx, w.c, rows, &w.sums); err != nil {
			return err
		}
		for _, r := range rows {
			if err := w.row(r); err != nil {
				return err
			}
		}
	}
	return nil
}

// row settles the cells of one row.
func (w *merging) row(r *rowNews) error {
	after, moved, err := w.cells(r)
	if err != nil || slices.Equal(r.before.list, after.list) {
		return err
	}
	if err := after.write(w.ctx, w.c); err != nil {
		return err
	}
	causes := func() (*causality, error) { return w.causes, nil }
	shownBefore, err := r.before.shown(causes)
	if err != nil {
		return err
	}
	shownAfter, err := after.shown(causes)
	if err != nil {
		return err
	}
	if err := w.show(r.before.key, shownBefore, shownAfter); err != nil {
		return err
	}
	if !after.plain() {
		if moved, err = w.question(after, moved); err != nil {
			return err
		}
	}
	w.arrivals(moved, shownBefore, shownAfter)
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

// arrived is a change that came and is a head now.
type arrived struct {
	change
	source int
}

// cells finds the new heads of the cells of a row, and those of them that came,
// sorted by field. Only of what nothing supersedes the value is read.
func (w *merging) cells(r *rowNews) (after rowHeads, moved []arrived, err error) {
	after = rowHeads{r.before.key, make([]change, 0, len(r.before.list)+len(r.came))}
	moved = make([]arrived, 0, len(r.came))
	old, here := r.before.list, []incoming(nil)
	for came := r.came; len(came) > 0; {
		here, came = leading(came, func(a, b incoming) bool { return a.field == b.field })
		field := w.news.fields.list[here[0].field]
		for len(old) > 0 && old[0].field < field {
			after.list, old = append(after.list, old[0]), old[1:]
		}
		of := 0
		for of < len(old) && old[of].field == field {
			of++
		}
		if after.list, moved, err = w.cell(after.list, moved, old[:of], here); err != nil {
			return after, nil, err
		}
		old = old[of:]
	}
	after.list = append(after.list, old...)
	return after, moved, nil
}

// cell adds to lists the heads of one cell, and those of them that came.
func (w *merging) cell(heads []change, moved []arrived, old []change, came []incoming) ([]change, []arrived, error) {
	all := make([]version, 0, 4)
	for _, h := range old {
		all = append(all, w.causes.version(h))
	}
	for _, x := range came {
		all = append(all, version{w.causes.number[w.news.sessions.list[x.session]], x.seq})
	}
	first, standing := len(heads), w.causes.heads(all)
	for i, h := range old {
		if slices.Contains(standing, all[i]) {
			heads = append(heads, h)
		}
	}
	for i, x := range came {
		if !slices.Contains(standing, all[len(old)+i]) {
			continue
		}
		h, err := w.whole(x)
		if err != nil {
			return nil, nil, err
		}
		heads, moved = append(heads, h), append(moved, arrived{h, int(x.source)})
	}
	slices.SortFunc(heads[first:], compareHeads)
	return heads, moved, nil
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
