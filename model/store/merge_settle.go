package store

import (
	"slices"
	"time"

	"tressons/model"
)

// settle brings heads and readable tables in line with what came, row by row.
func (w *merging) settle() (err error) {
	w.names = nil
	slices.SortFunc(w.came, func(a, b incoming) int { return a.cell.compare(b.cell) })
	if w.causes, err = readCausality(w.ctx, w.c); err != nil {
		return err
	}
	w.look = newExaminer(w.ctx, w.c)
	for rest := w.came; len(rest) > 0; {
		n := slices.IndexFunc(rest, func(x incoming) bool { return x.cell.rowKey != rest[0].cell.rowKey })
		if n < 0 {
			n = len(rest)
		}
		if err := w.row(rest[:n]); err != nil {
			return err
		}
		rest = rest[n:]
	}
	return nil
}

// row settles the cells of one row, given what came for it.
func (w *merging) row(came []incoming) error {
	key := came[0].cell.rowKey
	before, err := rowHeads(w.ctx, w.c, key)
	if err != nil {
		return err
	}
	after, moved, err := w.cells(before, came)
	if err != nil || len(moved) == 0 {
		return err
	}
	causes := func() (*causality, error) { return w.causes, nil }
	shownBefore, err := shownValues(before, causes)
	if err != nil {
		return err
	}
	shownAfter, err := shownValues(after, causes)
	if err != nil {
		return err
	}
	if e, ok := model.EntityNamed(key.entity); ok {
		if err := writeRow(w.ctx, w.c, e, key, shownAfter); err != nil {
			return err
		}
	}
	open := len(w.out.Conflicts.Fields)
	if err := w.look.row(after, fieldsOf(moved), &w.out.Conflicts); err != nil {
		return err
	}
	disputed := map[string]bool{}
	for _, c := range w.out.Conflicts.Fields[open:] {
		disputed[c.Cell.Field] = true
	}
	w.arrivals(slices.DeleteFunc(moved, func(m arrived) bool { return disputed[m.field] }), shownBefore, shownAfter)
	return nil
}

// arrived is a change that came and is a head now.
type arrived struct {
	change
	source int
}

// cells finds the new heads of the cells of a row, writes what differs, and
// returns all heads of the row and those that came.
func (w *merging) cells(before []change, came []incoming) (after []change, moved []arrived, err error) {
	byField := map[string][]change{}
	for _, h := range before {
		byField[h.field] = append(byField[h.field], h)
	}
	for len(came) > 0 {
		n := slices.IndexFunc(came, func(x incoming) bool { return x.cell != came[0].cell })
		if n < 0 {
			n = len(came)
		}
		field := came[0].cell.field
		heads, news, err := w.cell(byField[field], came[:n])
		if err != nil {
			return nil, nil, err
		}
		byField[field] = heads
		moved = append(moved, news...)
		came = came[n:]
	}
	for _, heads := range byField {
		after = append(after, heads...)
	}
	slices.SortFunc(after, func(a, b change) int { return a.cell().compare(b.cell()) })
	return after, moved, nil
}

// cell writes the heads of one cell anew. Only what nothing supersedes is read.
func (w *merging) cell(old []change, came []incoming) (heads []change, news []arrived, err error) {
	all := make([]version, 0, len(old)+len(came))
	for _, h := range old {
		all = append(all, w.causes.version(h))
	}
	for _, x := range came {
		all = append(all, version{w.causes.number[x.session], x.seq})
	}
	standing := w.causes.heads(all)
	for i, h := range old {
		if slices.Contains(standing, all[i]) {
			heads = append(heads, h)
		} else if err := h.unhead(w.ctx, w.c); err != nil {
			return nil, nil, err
		}
	}
	for i, x := range came {
		if !slices.Contains(standing, all[len(old)+i]) {
			continue
		}
		h, err := w.valueOf(x.cell, x.session, x.seq)
		if err != nil {
			return nil, nil, err
		}
		if err := h.head(w.ctx, w.c); err != nil {
			return nil, nil, err
		}
		heads, news = append(heads, h), append(news, arrived{h, x.source})
	}
	return heads, news, nil
}

// arrivals lists the fields of a row whose shown value changes, and counts those
// that were set alike.
func (w *merging) arrivals(moved []arrived, before, after map[string]string) {
	for _, m := range moved {
		was, had := before[m.field]
		switch {
		case had && was == m.value:
			w.out.Identical++
		case after[m.field] == m.value && !isPosition(m.change):
			w.list(m, was, had)
			before[m.field] = m.value // another head with this value is no news
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

func fieldsOf(moved []arrived) map[string]bool {
	out := map[string]bool{}
	for _, m := range moved {
		out[m.field] = true
	}
	return out
}
