package store

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"
)

// rowHeads are the heads of all cells of a row, sorted by field, then by change. Table
// head keeps them with their values in one blob, so that a row is read and written at
// once: sessions in the order of their ids, then the heads.
//
//	uvarint number of sessions, then 16 bytes each
//	for each head: text field, uvarint index of its session, varint seq, varint hlc, text value
//
// where text is a uvarint length and as many bytes. Equal heads give equal bytes.
type rowHeads struct {
	key  rowKey
	list []change
}

// compareHeads orders the heads of a row.
func compareHeads(a, b change) int {
	return cmp.Or(cmp.Compare(a.field, b.field), bytes.Compare(a.session[:], b.session[:]), cmp.Compare(a.seq, b.seq))
}

// pack is what the column cells holds of heads in order. It is put in room when it fits
// there.
func (r rowHeads) pack(room []byte) []byte {
	sessions := make([]uuid, 0, 8)
	size := 0
	for _, h := range r.list {
		if !slices.Contains(sessions, h.session) {
			sessions = append(sessions, h.session)
		}
		size += len(h.field) + len(h.value) + 32
	}
	slices.SortFunc(sessions, func(a, b uuid) int { return bytes.Compare(a[:], b[:]) })
	out := slices.Grow(room[:0], size+16*len(sessions))
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

// unpackHeads reads what pack wrote. The list is put in room when it fits there. The
// error is errDamaged.
func unpackHeads(key rowKey, cells []byte, room []change) (r rowHeads, err error) {
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
	r.list = slices.Grow(room[:0], len(p.rest)/usualHead+1)
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
