package store

import "slices"

// weigh begins to find out what becomes of rows whose heads were read, and goes on in a
// goroutine while the file is written to. Wait returns the rows once that is known, and
// is to be called before weigh is again.
func (w *merging) weigh(rows []*rowNews) (wait func() ([]*rowNews, error)) {
	work := func() error {
		for _, r := range rows {
			if err := w.become(r); err != nil {
				return err
			}
		}
		return nil
	}
	if w.news.partial { // the file is read for it, too
		err := work()
		return func() ([]*rowNews, error) { return rows, err }
	}
	done := make(chan error, 1)
	go func() { done <- work() }()
	return func() ([]*rowNews, error) { return rows, <-done }
}

// become finds out what a row becomes.
func (w *merging) become(r *rowNews) (err error) {
	if len(r.cells) > 0 {
		if r.before, err = soundHeads(r.before.key, r.cells, r.sum[:], &w.sums, r.before.list); err != nil {
			return err
		}
		r.cells = r.cells[:0]
	}
	if r.after, r.moved, err = w.cells(r); err != nil || slices.Equal(r.before.list, r.after.list) {
		return err
	}
	causes := func() (*causality, error) { return w.causes, nil }
	for i, list := range [][]change{r.before.list, r.after.list} {
		r.rooms[i] = slices.Grow(r.rooms[i][:0], len(list))
	}
	if r.was, err = r.before.shownIn(r.rooms[0], causes); err != nil {
		return err
	}
	if r.is, err = r.after.shownIn(r.rooms[1], causes); err != nil {
		return err
	}
	r.cells, r.sum, err = r.after.sealed(r.cells, &w.sums)
	return err
}

// arrived is a change that came and is a head now.
type arrived struct {
	change
	source int
}

// cells finds the new heads of the cells of a row, and those of them that came,
// sorted by field. Only of what nothing supersedes the value is read.
func (w *merging) cells(r *rowNews) (after rowHeads, moved []arrived, err error) {
	after = rowHeads{r.before.key, slices.Grow(r.after.list[:0], len(r.before.list)+len(r.came))}
	moved = slices.Grow(r.moved[:0], len(r.came))
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
