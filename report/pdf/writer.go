package pdf

import (
	"io"
	"slices"
)

// header opens the file: the version, and bytes that tell mail programs that
// this is no text.
const header = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"

// perStream is how many objects share a compressed stream.
const perStream = 100

// writer writes the objects that can be reached from the catalogue, numbered in
// the order in which they are met: what nobody refers to is left out, and the
// same document gives the same bytes.
type writer struct {
	catalog *object
	info    *object
	queue   []*object // numbered, not all taken yet
	places  []place   // where each object stands, by number
	streams []*object // to be written, in that order
	pack    pack
	press   *press
	out     *output
	scratch []byte
}

// perPlace is how many bytes of the table tell of a place.
const perPlace = 1 + 4 + 2

// place tells where an object stands: at an offset of the file, or as the
// index-th of a stream of objects.
type place struct {
	stream int
	at     int
}

// pack collects the objects of one stream.
type pack struct {
	number int
	count  int
	heads  []byte
	bodies []byte
}

// numbered makes the writer of the file whose catalogue and properties are given.
// Streams that are being compressed in the press have the time until all else has
// its number.
func numbered(catalog, info *object, p *press) *writer {
	w := &writer{catalog: catalog, info: info, places: make([]place, 1), press: p}
	w.number(catalog)
	w.number(info)
	for next := 0; next < len(w.queue); next++ {
		if o := w.queue[next]; o.stream {
			w.scratch = appendValue(w.scratch[:0], o.value, w.number) // what it refers to gets a number
			w.streams = append(w.streams, o)
		} else {
			w.packed(o)
		}
	}
	w.closePack()
	p.wait()
	return w
}

// writeTo writes the file, once.
func (w *writer) writeTo(to io.Writer) error {
	w.out = newOutput(to)
	w.out.write([]byte(header))
	for _, o := range w.streams {
		w.stream(o.number, o.dict(), o.data)
	}
	w.finish()
	return w.out.close()
}

// number gives an object its number, the first time that it is met.
func (w *writer) number(o *object) int {
	if o.number == 0 {
		o.number = w.reserve()
		w.queue = append(w.queue, o)
	}
	return o.number
}

// reserve takes the next number.
func (w *writer) reserve() int {
	w.places = append(w.places, place{})
	return len(w.places) - 1
}

// stream writes a stream at its own place. Its Length is that of the data.
func (w *writer) stream(number int, d dict, data []byte) {
	w.places[number].at = w.out.at
	b := appendValue(w.scratch[:0], number, nil)
	b = append(b, " 0 obj\n"...)
	b = appendValue(b, d.set("Length", len(data)), w.number)
	w.scratch = append(b, "\nstream\n"...)
	w.out.write(w.scratch)
	w.out.write(data)
	w.out.write([]byte("\nendstream\nendobj\n"))
}

// packed adds an object to the stream of objects being filled.
func (w *writer) packed(o *object) {
	if w.pack.count == 0 {
		w.pack.number = w.reserve()
	}
	w.places[o.number] = place{w.pack.number, w.pack.count}
	w.pack.count++
	w.pack.heads = append(appendValue(w.pack.heads, o.number, nil), ' ')
	w.pack.heads = append(appendValue(w.pack.heads, len(w.pack.bodies), nil), ' ')
	w.pack.bodies = append(appendValue(w.pack.bodies, o.value, w.number), '\n')
	if w.pack.count == perStream {
		w.closePack()
	}
}

func (w *writer) closePack() {
	if w.pack.count == 0 {
		return
	}
	d := dict{{"Type", name("ObjStm")}, {"N", w.pack.count}, {"First", len(w.pack.heads)}}
	o := w.press.stream(d, slices.Concat(w.pack.heads, w.pack.bodies))
	o.number = w.pack.number
	w.streams = append(w.streams, o)
	w.pack = pack{heads: w.pack.heads[:0], bodies: w.pack.bodies[:0]}
}

// finish writes the table of all places, and where that table is. The file's
// identity is made from all that stands before it.
func (w *writer) finish() {
	id := str(w.out.sum.Sum(nil)[:16])
	number := w.reserve()
	start := w.out.at
	w.places[number].at = start
	d := dict{
		{"Type", name("XRef")}, {"Size", len(w.places)}, {"W", array{1, 4, 2}},
		{"Root", w.catalog}, {"Info", w.info}, {"ID", array{id, id}}, {"Filter", name("FlateDecode")},
	}
	w.stream(number, d, deflated(w.table()))
	b := appendValue([]byte("startxref\n"), start, nil)
	w.out.write(append(b, "\n%%EOF\n"...))
}

// table lists the places: kind, offset or stream, 0 or index.
func (w *writer) table() []byte {
	table := make([]byte, 0, perPlace*len(w.places))
	table = append(table, 0, 0, 0, 0, 0, 0xFF, 0xFF) // number 0 is no object
	for _, p := range w.places[1:] {
		kind, a, b := byte(1), p.at, 0
		if p.stream > 0 {
			kind, a, b = 2, p.stream, p.at
		}
		table = append(table, kind, byte(a>>24), byte(a>>16), byte(a>>8), byte(a), byte(b>>8), byte(b))
	}
	return table
}
