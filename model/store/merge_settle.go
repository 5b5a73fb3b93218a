package store

import (
	"maps"
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
		if err := headsBefore(w.ctx, w.c, rows); err != nil {
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
	e, known := model.EntityNamed(r.key.entity)
	after, moved, err := w.cells(r.before, r.came)
	if err != nil || len(moved) == 0 {
		return err
	}
	causes := func() (*causality, error) { return w.causes, nil }
	shownBefore, err := shownValues(r.before, causes)
	if err != nil {
		return err
	}
	shownAfter, err := shownValues(after, causes)
	if err != nil {
		return err
	}
	switch {
	case !known || maps.Equal(shownBefore, shownAfter):
	case r.whole:
		err = writeRow(w.ctx, w.c, e, r.key, shownAfter)
	default:
		err = writeFields(w.ctx, w.c, e, r.key, shownAfter)
	}
	if err != nil {
		return err
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
	var here []incoming
	for len(came) > 0 {
		here, came = leading(came, func(a, b incoming) bool { return a.field == b.field })
		field := w.news.fields.list[here[0].field]
		heads, news, err := w.cell(byField[field], here)
		if err != nil {
			return nil, nil, err
		}
		byField[field] = heads
		moved = append(moved, news...)
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
		all = append(all, version{w.causes.number[w.news.sessions.list[x.session]], x.seq})
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
		h, err := w.whole(x)
		if err != nil {
			return nil, nil, err
		}
		if err := h.head(w.ctx, w.c); err != nil {
			return nil, nil, err
		}
		heads, news = append(heads, h), append(news, arrived{h, int(x.source)})
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
