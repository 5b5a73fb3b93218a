package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
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
	out    bytes.Buffer
	queue  []*object // numbered, not all written yet
	places []place   // where each object stands, by number
	pack   pack
	zip    *zlib.Writer
}

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

// serialized is the file whose catalogue and properties are given.
func serialized(catalog, info *object) []byte {
	w := writer{places: make([]place, 1), zip: newZip()}
	w.out.WriteString(header)
	w.number(catalog)
	w.number(info)
	for next := 0; next < len(w.queue); next++ {
		if o := w.queue[next]; o.stream {
			w.stream(o.number, o.dict(), o.data)
		} else {
			w.packed(o)
		}
	}
	w.closePack()
	w.finish(catalog, info)
	return w.out.Bytes()
}

func newZip() *zlib.Writer {
	z, err := zlib.NewWriterLevel(nil, zlib.BestSpeed)
	if err != nil {
		panic(err) // an unknown level
	}
	return z
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
	w.places[number].at = w.out.Len()
	b := appendValue(w.out.AvailableBuffer(), number, nil)
	b = append(b, " 0 obj\n"...)
	b = appendValue(b, d.set("Length", len(data)), w.number)
	b = append(b, "\nstream\n"...)
	w.out.Write(b)
	w.out.Write(data)
	w.out.WriteString("\nendstream\nendobj\n")
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
	d := dict{{"Type", name("ObjStm")}, {"N", w.pack.count}, {"First", len(w.pack.heads)}, {"Filter", name("FlateDecode")}}
	w.stream(w.pack.number, d, w.deflated(append(w.pack.heads, w.pack.bodies...)))
	w.pack = pack{heads: w.pack.heads[:0], bodies: w.pack.bodies[:0]}
}

// deflated compresses data.
func (w *writer) deflated(data []byte) []byte { return deflated(w.zip, data) }

func deflated(z *zlib.Writer, data []byte) []byte {
	var out bytes.Buffer
	z.Reset(&out)
	_, _ = z.Write(data) // a buffer takes all
	_ = z.Close()
	return out.Bytes()
}

// finish writes the table of all places, and where that table is. The file's
// identity is made from all that stands before it.
func (w *writer) finish(catalog, info *object) {
	sum := sha256.Sum256(w.out.Bytes())
	id := str(sum[:16])
	number := w.reserve()
	start := w.out.Len()
	w.places[number].at = start
	d := dict{
		{"Type", name("XRef")}, {"Size", len(w.places)}, {"W", array{1, 4, 2}},
		{"Root", catalog}, {"Info", info}, {"ID", array{id, id}}, {"Filter", name("FlateDecode")},
	}
	w.stream(number, d, w.deflated(w.table()))
	b := append(w.out.AvailableBuffer(), "startxref\n"...)
	b = appendValue(b, start, nil)
	b = append(b, "\n%%EOF\n"...)
	w.out.Write(b)
}

// table lists the places: kind, offset or stream, 0 or index.
func (w *writer) table() []byte {
	table := make([]byte, 0, 7*len(w.places))
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
