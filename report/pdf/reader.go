package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
)

// reader finds the objects of a PDF file, one after the other as they lie in
// it. It asks no table of contents: gofpdf's files need none, and those that
// another program has written again, or damaged, are read as far as they go.
type reader struct {
	objects map[int]*object
}

// read finds the objects of a file by their number. The last one of a number
// counts, as in a file that was completed at its end.
func read(file []byte) map[int]*object {
	r := reader{objects: map[int]*object{}}
	l := lexer{data: file, object: r.object}
	for {
		number, ok := nextObject(&l)
		if !ok {
			return r.objects
		}
		if err := r.body(&l, number); err != nil {
			continue // a damaged object: the next one may be whole
		}
		if o := r.objects[number]; o.stream && o.dict().get("Type") == name("ObjStm") {
			r.inside(o)
		}
	}
}

// object returns the object of a number, to be filled when it is met.
func (r *reader) object(number int) *object {
	o := r.objects[number]
	if o == nil {
		o = new(object)
		r.objects[number] = o
	}
	return o
}

// nextObject goes to after the next « 12 0 obj » and returns its number.
func nextObject(l *lexer) (number int, ok bool) {
	for {
		found := bytes.Index(l.data[l.at:], []byte("obj"))
		if found < 0 {
			return 0, false
		}
		at := l.at + found
		l.at = at + len("obj")
		if number, ok := numberBefore(l.data[:at]); ok {
			return number, true
		}
	}
}

// numberBefore reads « 12 0 » backwards from the end.
func numberBefore(data []byte) (number int, ok bool) {
	word := func() (n int, ok bool) {
		data = bytes.TrimRight(data, " \r\n\t\f\x00")
		scale := 1
		for len(data) > 0 && isDigit(data[len(data)-1]) && scale <= 1e9 {
			n, ok = n+scale*int(data[len(data)-1]-'0'), true
			scale *= 10
			data = data[:len(data)-1]
		}
		return n, ok
	}
	if _, ok := word(); !ok {
		return 0, false
	}
	return word()
}

// body reads the value of an object, and its stream if it has one.
func (r *reader) body(l *lexer, number int) error {
	v, err := l.value()
	if err != nil {
		return err
	}
	o := r.object(number)
	o.value, o.data, o.stream = v, nil, false
	if d, isDict := v.(dict); isDict && l.taken("stream") {
		o.data, o.stream = l.stream(d), true
	}
	return nil
}

// stream returns the bytes after the word « stream »: as many as Length says if
// the word « endstream » then follows, or else those up to the end of the object.
func (l *lexer) stream(d dict) []byte {
	if l.peek() == '\r' {
		l.at++
	}
	if l.peek() == '\n' {
		l.at++
	}
	rest := l.data[l.at:]
	if length, ok := d.get("Length").(int); ok && length >= 0 && length <= len(rest) {
		after := lexer{data: rest, at: length}
		if after.taken("endstream") {
			l.at += after.at
			return rest[:length]
		}
	}
	for end := (lexer{data: rest}); ; {
		found := bytes.Index(rest[end.at:], []byte("endstream"))
		if found < 0 {
			l.at = len(l.data)
			return rest
		}
		to := end.at + found
		end.at = to + len("endstream")
		if end.taken("endobj") {
			l.at += end.at
			data := bytes.TrimSuffix(rest[:to], []byte("\n"))
			return bytes.TrimSuffix(data, []byte("\r"))
		}
	}
}

// inside reads the objects that a stream holds together.
func (r *reader) inside(o *object) {
	data, err := o.inflated(mostInflated)
	count, okCount := o.dict().get("N").(int)
	first, okFirst := o.dict().get("First").(int)
	if err != nil || !okCount || !okFirst || first < 0 || first > len(data) {
		return
	}
	heads := lexer{data: data[:first], object: r.object}
	for range count {
		number, okNumber := heads.int()
		offset, okOffset := heads.int()
		if !okNumber || !okOffset || number <= 0 || offset < 0 || offset > len(data)-first {
			return
		}
		l := lexer{data: data, at: first + offset, object: r.object}
		if v, err := l.value(); err == nil {
			o := r.object(number)
			o.value, o.data, o.stream = v, nil, false
		}
	}
}

// int reads a whole number.
func (l *lexer) int() (n int, ok bool) {
	l.skip()
	start := l.at
	for isDigit(l.peek()) && l.at < start+10 {
		n = 10*n + int(l.peek()-'0')
		l.at++
	}
	return n, l.at > start
}

// mostInflated is the most bytes that one stream may hold.
const mostInflated = 1 << 30

var errTooLarge = errors.New("a stream that is too large")

// inflated returns what a stream holds, at most most bytes.
func (o *object) inflated(most int64) ([]byte, error) {
	filter := o.dict().get("Filter")
	if list, ok := filter.(array); ok {
		switch len(list) {
		case 0:
			filter = nil
		case 1:
			filter = followed(list[0])
		}
	}
	switch filter {
	case nil:
		return o.data, nil
	case name("FlateDecode"):
	default:
		return nil, fmt.Errorf("a stream with the filter %v", filter)
	}
	if parameters := o.dict().dict("DecodeParms"); parameters.get("Predictor") != nil && parameters.get("Predictor") != 1 {
		return nil, errors.New("a stream with a predictor")
	}
	z, err := zlib.NewReader(bytes.NewReader(o.data))
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(z, most+1))
	if err != nil {
		return nil, err
	}
	if int64(len(data)) > most {
		return nil, errTooLarge
	}
	return data, nil
}
