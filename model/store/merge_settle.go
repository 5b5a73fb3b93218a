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
	var came []incoming
	for rest := w.news.list; len(rest) > 0; {
		came, rest = leading(rest, func(a, b incoming) bool { return a.row == b.row })
		if err := w.row(came); err != nil {
			return err
		}
	}
	return nil
}

// row settles the cells of one row, given what came for it.
func (w *merging) row(came []incoming) error {
	key := w.news.rows.list[came[0].row]
	e, known := model.EntityNamed(key.entity)
	before, whole, err := w.headsBefore(e, key, came)
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
	switch {
	case !known || maps.Equal(shownBefore, shownAfter):
	case whole:
		err = writeRow(w.ctx, w.c, e, key, shownAfter)
	default:
		err = writeFields(w.ctx, w.c, e, key, shownAfter)
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

// headsBefore reads the heads of a row to which something came: all of them, or,
// when that is enough, those of the fields in question and of its existence. It
// is for a few fields of a row that everybody wants: nothing else of it changes.
func (w *merging) headsBefore(e model.Entity, key rowKey, came []incoming) (heads []change, whole bool, err error) {
	var fields []string
	for _, x := range came {
		fields = append(fields, w.news.fields.list[x.field])
	}
	fields = slices.Compact(fields)
	if !e.Keyed && len(fields) <= fewFields && fields[0] != model.FieldExists {
		heads, err = fieldHeads(w.ctx, w.c, key, fields)
		if err != nil || len(heads) > 0 && heads[0].field == model.FieldExists && len(deletions(heads)) == 0 {
			return heads, false, err
		}
	}
	heads, err = rowHeads(w.ctx, w.c, key)
	return heads, true, err
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
