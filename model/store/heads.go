package store

import (
	"bytes"
	"cmp"
	"context"
	"database/sql"
	"encoding/binary"
	"slices"

	"tressons/model"
)

// rowHeads are the heads of all cells of a row, sorted by field, then by change. Table head keeps them with their values in one blob, so that a row is read
// and written at once: sessions in the order of their ids, then the heads.
//
//	uvarint number of sessions, then 16 bytes each
//	for each head: text field, uvarint index of its session, varint seq, varint hlc, text value
//
// where text is a uvarint length and as many bytes. Equal heads give equal bytes.
type rowHeads struct {
	key  rowKey
	list []change
}

// headColumns are the columns that scanHeads reads.
const headColumns = `diagnosis, entity, row, cells, sum`

// compareHeads orders the heads of a row.
func compareHeads(a, b change) int {
	return cmp.Or(cmp.Compare(a.field, b.field), bytes.Compare(a.session[:], b.session[:]), cmp.Compare(a.seq, b.seq))
}

// pack is what the column cells holds of heads in order.
func (r rowHeads) pack() []byte {
	sessions := make([]uuid, 0, 8)
	size := 0
	for _, h := range r.list {
		if !slices.Contains(sessions, h.session) {
			sessions = append(sessions, h.session)
		}
		size += len(h.field) + len(h.value) + 32
	}
	slices.SortFunc(sessions, func(a, b uuid) int { return bytes.Compare(a[:], b[:]) })
	out := make([]byte, 0, size+16*len(sessions))
	out = binary.AppendUvarint(out, uint64(len(sessions)))
	for _, id := range sessions {
		out = append(out, id[:]...)
	}
	for _, h := range r.list {
		out = appendText(out, h.field)
		out = binary.AppendUvarint(out, uint64(slices.Index(sessions, h.session)))
		out = binary.AppendVarint(out, h.seq)
		out = binary.AppendVarint(out, h.hlc)
		out = appendText(out, h.value)
	}
	return out
}

func appendText(to []byte, text string) []byte {
	return append(binary.AppendUvarint(to, uint64(len(text))), text...)
}

// usualHead is about what a head takes in a blob, in bytes.
const usualHead = 40

// unpackHeads reads what pack wrote. The error is errDamaged.
func unpackHeads(key rowKey, cells []byte) (r rowHeads, err error) {
	r.key = key
	p := packed{rest: string(cells)} // all texts are parts of it
	count := p.uvarint()
	if count > uint64(len(cells)/16) {
		return r, errDamaged
	}
	sessions := make([]uuid, count)
	for i := range sessions {
		copy(sessions[i][:], p.take(16))
	}
	r.list = make([]change, 0, len(p.rest)/usualHead+1)
	for p.rest != "" {
		h := change{diagnosis: key.diagnosis, entity: key.entity, row: key.row, field: p.text()}
		index := p.uvarint()
		h.seq, h.hlc, h.value = p.varint(), p.varint(), p.text()
		if index >= count {
			return r, errDamaged
		}
		h.session = sessions[index]
		r.list = append(r.list, h)
	}
	if p.short || !slices.IsSortedFunc(r.list, compareHeads) {
		return r, errDamaged
	}
	return r, nil
}

// packed is what is left to read of a blob; short tells that it ended too early.
type packed struct {
	rest  string
	short bool
}

func (p *packed) take(n uint64) string {
	if n > uint64(len(p.rest)) {
		p.rest, p.short = "", true
		return ""
	}
	out := p.rest[:n]
	p.rest = p.rest[n:]
	return out
}

func (p *packed) text() string { return p.take(p.uvarint()) }

func (p *packed) uvarint() (v uint64) {
	for shift := 0; shift < 64; shift += 7 {
		if p.rest == "" {
			break
		}
		b := p.rest[0]
		p.rest = p.rest[1:]
		v |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return v
		}
	}
	p.rest, p.short = "", true
	return 0
}

func (p *packed) varint() int64 {
	v := p.uvarint()
	return int64(v>>1) ^ -int64(v&1)
}

// headSum is the checksum of a row of head.
func (s *summer) heads(key rowKey, cells []byte) [sumSize]byte {
	return s.id(key.diagnosis).text(key.entity).text(string(key.row)).bytes(cells).sum()
}

// scanHeads reads the columns headColumns, and checks them.
func scanHeads(rows *sql.Rows, sums *summer) (rowHeads, error) {
	var key rowKey
	var cells, sum sql.RawBytes
	if err := rows.Scan(&key.diagnosis, &key.entity, &key.row, &cells, &sum); err != nil {
		return rowHeads{}, err
	}
	return soundHeads(key, cells, sum, sums)
}

func soundHeads(key rowKey, cells, sum []byte, sums *summer) (rowHeads, error) {
	if err := sameSum(sum, sums.heads(key, cells)); err != nil {
		return rowHeads{key: key}, err
	}
	return unpackHeads(key, cells)
}

// eachRow calls visit with the heads of every row, sorted by diagnosis and entity,
// and the rows as SQLite sorts their names.
func eachRow(ctx context.Context, c *connection, visit func(rowHeads) error) error {
	var sums summer
	return c.each(ctx, `SELECT `+headColumns+` FROM head ORDER BY diagnosis, entity, row`, nil, func(rows *sql.Rows) error {
		r, err := scanHeads(rows, &sums)
		if err != nil {
			return err
		}
		return visit(r)
	})
}

// readRow reads the heads of a row, none when nothing was ever written of it.
func readRow(ctx context.Context, c *connection, key rowKey) (r rowHeads, err error) {
	r.key = key
	var sums summer
	err = c.lookUp(ctx, `SELECT `+headColumns+` FROM head WHERE diagnosis = ? AND entity = ? AND row = ?`,
		[]any{key.diagnosis[:], key.entity, key.row.column()}, func(rows *sql.Rows) (err error) {
			r, err = scanHeads(rows, &sums)
			return err
		})
	return r, err
}

// write makes these the heads of their row.
func (r rowHeads) write(ctx context.Context, c *connection) error {
	cells := r.pack()
	sum := new(summer).heads(r.key, cells)
	return c.exec(ctx, `INSERT OR REPLACE INTO head (`+headColumns+`) VALUES (?, ?, ?, ?, ?)`,
		r.key.diagnosis[:], r.key.entity, r.key.row.column(), cells, sum[:])
}

// of are the heads of a field.
func (r rowHeads) of(field string) []change {
	first, _ := slices.BinarySearchFunc(r.list, field, func(h change, f string) int { return cmp.Compare(h.field, f) })
	n := slices.IndexFunc(r.list[first:], func(h change) bool { return h.field != field })
	if n < 0 {
		n = len(r.list) - first
	}
	return r.list[first : first+n]
}

// set makes a list the heads of a field.
func (r *rowHeads) set(field string, heads []change) {
	old := r.of(field)
	first, _ := slices.BinarySearchFunc(r.list, field, func(h change, f string) int { return cmp.Compare(h.field, f) })
	heads = slices.SortedFunc(slices.Values(heads), compareHeads)
	r.list = slices.Replace(r.list, first, first+len(old), heads...)
}

// earlierHeads reads the heads of a file of the formats 1 to 3, which kept the names of
// changes cell by cell.
func earlierHeads(ctx context.Context, c *connection, version int) (out []rowHeads, err error) {
	if version < 1 || version > 3 {
		return nil, nil
	}
	var sums summer
	err = c.once(ctx, `SELECT h.diagnosis, h.entity, h.row, h.field, h.session, h.seq,
		coalesce(c.hlc, 0), coalesce(c.value, ''), coalesce(c.sum, x'')
		FROM head h LEFT JOIN change c ON c.session = h.session AND c.seq = h.seq
		ORDER BY h.diagnosis, h.entity, h.row, h.field, h.session, h.seq`, nil, func(rows *sql.Rows) error {
		h, sum, err := scanChange(rows)
		if err != nil {
			return err
		}
		if last := len(out) - 1; last < 0 || out[last].key != h.cell().rowKey {
			out = append(out, rowHeads{key: h.cell().rowKey})
		}
		r := &out[len(out)-1]
		r.list = append(r.list, h)
		return sameSum(sum, sums.change(h))
	})
	return out, err
}

// keepHeads leaves of all the changes of a row those that are heads.
func (r *rowHeads) keepHeads(causes *causality) {
	slices.SortFunc(r.list, compareHeads)
	var out []change
	for rest := r.list; len(rest) > 0; {
		var cell []change
		cell, rest = leading(rest, func(a, b change) bool { return a.field == b.field })
		out = append(out, causes.standing(cell)...)
	}
	r.list = out
}

// shownRow is what is shown of a row: the head of each field that is shown first,
// sorted by field.
type shownRow []change

// shown chooses which of several heads of a cell is shown first, see compareShown. A
// row that some head says deleted and that an edit keeps counts as existing.
func (r rowHeads) shown(causes causesOf) (shownRow, error) {
	if r.plain() {
		return r.list, nil
	}
	out := make(shownRow, 0, len(r.list))
	for _, h := range r.list {
		switch last := len(out) - 1; {
		case last < 0 || out[last].field != h.field:
			out = append(out, h)
		case h.later(out[last]):
			out[last] = h
		}
	}
	kept, err := keptAlive(r.list, causes)
	if kept && out[0].field == model.FieldExists {
		out[0].value = "1"
	}
	return out, err
}

// plain tells that each field has one head, and none says that the row is deleted: there
// is nothing to choose or to ask.
func (r rowHeads) plain() bool {
	for i, h := range r.list {
		if i > 0 && r.list[i-1].field == h.field || h.field == model.FieldExists && h.value == "0" {
			return false
		}
	}
	return true
}

// value is what is shown of a field.
func (s shownRow) value(field string) (value string, ok bool) {
	n, ok := slices.BinarySearchFunc(s, field, func(h change, f string) int { return cmp.Compare(h.field, f) })
	if ok {
		value = s[n].value
	}
	return value, ok
}

// unlike are the fields that are shown otherwise than before.
func (s shownRow) unlike(before shownRow) (out []change) {
	for _, x := range s {
		if was, had := before.value(x.field); !had || was != x.value {
			out = append(out, x)
		}
	}
	return out
}

// standing names the changes that are heads.
func standing(ctx context.Context, c *connection) (map[changeName]bool, error) {
	out := map[changeName]bool{}
	err := eachRow(ctx, c, func(r rowHeads) error {
		for _, h := range r.list {
			out[changeName{h.session, h.seq}] = true
		}
		return nil
	})
	return out, err
}
