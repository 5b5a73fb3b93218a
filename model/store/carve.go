package store

import (
	"context"
	"encoding/binary"
	"io"
)

// carver finds rows in the bytes of a file without SQLite and without trusting
// the header, the schema or the tree of pages: every page that looks like one of
// an index tree, where tables WITHOUT ROWID live, is read by itself. What it
// finds is only a guess; checksums tell what is sound.
type carver struct {
	file     io.ReaderAt
	size     int64
	pageSize int64
	usable   int64 // bytes of a page that SQLite uses
}

// Types of the pages that hold rows of a table WITHOUT ROWID.
const (
	indexInterior = 0x02
	indexLeaf     = 0x0a
)

// usualPage is the size of pages when the header does not tell a possible one.
const usualPage = 4096

func newCarver(file io.ReaderAt, size int64, head []byte) carver {
	c := carver{file: file, size: size, pageSize: usualPage}
	reserved := int64(0)
	if len(head) == headerSize {
		if h := parseHeader(head); h.pageSize >= 512 && h.pageSize&(h.pageSize-1) == 0 {
			c.pageSize, reserved = h.pageSize, int64(head[20])
		}
	}
	c.usable = c.pageSize - reserved
	if c.usable < 480 {
		c.usable = c.pageSize
	}
	return c
}

// each calls visit with every row that can be made out. A row holds int64,
// string, []byte, and nil for everything else.
func (c carver) each(ctx context.Context, visit func(row []any) error) error {
	page := make([]byte, c.pageSize)
	for at := int64(0); at < c.size; at += c.pageSize {
		if err := ctx.Err(); err != nil {
			return err
		}
		n, _ := c.file.ReadAt(page, at) // what cannot be read is lost, not more
		if n < 8 {
			continue
		}
		if err := c.rows(page[:n], visit); err != nil {
			return err
		}
	}
	return nil
}

// rows reads the cells that a page points to.
func (c carver) rows(page []byte, visit func([]any) error) error {
	first, skip := 8, 0
	switch page[0] {
	case indexLeaf:
	case indexInterior:
		first, skip = 12, 4 // each cell starts with the page of its children
	default:
		return nil
	}
	count := int(binary.BigEndian.Uint16(page[3:]))
	for i := range count {
		pointer := first + 2*i
		if pointer+2 > len(page) {
			return nil
		}
		cell := int(binary.BigEndian.Uint16(page[pointer:])) + skip
		if cell >= len(page) {
			continue
		}
		if row, ok := c.row(page[cell:]); ok {
			if err := visit(row); err != nil {
				return err
			}
		}
	}
	return nil
}

// row reads one cell, with what spills over to other pages.
func (c carver) row(cell []byte) ([]any, bool) {
	length, n := varint(cell)
	if n == 0 || length < 2 || length > 2*MaxPhoto {
		return nil, false
	}
	cell = cell[n:]
	most, least := (c.usable-12)*64/255-23, (c.usable-12)*32/255-23
	local := length
	if length > most {
		if local = least + (length-least)%(c.usable-4); local > most {
			local = least
		}
	}
	if local > int64(len(cell)) {
		return nil, false
	}
	payload := cell[:local:local]
	if local < length {
		if int64(len(cell)) < local+4 {
			return nil, false
		}
		var ok bool
		next := binary.BigEndian.Uint32(cell[local:])
		if payload, ok = c.spilled(payload, length, next); !ok {
			return nil, false
		}
	}
	return record(payload)
}

// spilled appends the chain of pages that holds the rest of a payload.
func (c carver) spilled(payload []byte, length int64, next uint32) ([]byte, bool) {
	page := make([]byte, c.usable)
	for int64(len(payload)) < length {
		if next == 0 {
			return nil, false
		}
		if n, _ := c.file.ReadAt(page, int64(next-1)*c.pageSize); int64(n) < c.usable {
			return nil, false
		}
		next = binary.BigEndian.Uint32(page)
		payload = append(payload, page[4:min(c.usable, 4+length-int64(len(payload)))]...)
	}
	return payload, true
}

// record reads the columns of a row from SQLite's record format.
func record(payload []byte) (row []any, ok bool) {
	headLength, n := varint(payload)
	if n == 0 || headLength < int64(n) || headLength > int64(len(payload)) {
		return nil, false
	}
	types, body := payload[n:headLength], payload[headLength:]
	for len(types) > 0 {
		kind, n := varint(types)
		if n == 0 || kind < 0 {
			return nil, false
		}
		types = types[n:]
		value, length := column(kind, body)
		if length > int64(len(body)) {
			return nil, false
		}
		row, body = append(row, value), body[length:]
	}
	return row, true
}

// integerSizes are the bytes of the integers of serial types 1 to 6.
var integerSizes = [...]int64{1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}

// column reads a value of a serial type, and tells how many bytes it takes; more
// than there are when it is cut short.
func column(kind int64, body []byte) (value any, length int64) {
	switch {
	case kind == 8 || kind == 9:
		return kind - 8, 0
	case kind >= 1 && kind <= 6:
		length = integerSizes[kind]
		if length > int64(len(body)) {
			return nil, length
		}
		n := int64(int8(body[0]))
		for _, b := range body[1:length] {
			n = n<<8 | int64(b)
		}
		return n, length
	case kind == 7:
		return nil, 8
	case kind >= 12:
		length = (kind - 12) / 2
		if length > int64(len(body)) {
			return nil, length
		}
		if kind%2 == 1 {
			return string(body[:length]), length
		}
		return append([]byte(nil), body[:length]...), length
	}
	return nil, 0
}

// varint reads SQLite's integer of 1 to 9 bytes; n is 0 when it is cut short.
func varint(b []byte) (v int64, n int) {
	for n < len(b) && n < 8 {
		v = v<<7 | int64(b[n]&0x7f)
		n++
		if b[n-1] < 0x80 {
			return v, n
		}
	}
	if n < len(b) && n == 8 {
		return v<<8 | int64(b[8]), 9
	}
	return 0, 0
}
