package pdf

import (
	"math"
	"strconv"
	"unicode/utf16"
)

// A value is one of what PDF files are made of: nil, bool, int, float64, name,
// str, array, dict, or *object, which stands for a reference to that object.
type value any

// name is a PDF name without its slash.
type name string

// str is a PDF string, byte for byte. See textString for text.
type str string

type array []value

// dict keeps its keys in the order in which they were set: that order is
// written.
type dict []entry

type entry struct {
	key   name
	value value
}

// object is an indirect object. With data it is a stream, and value its dict,
// Length left aside.
type object struct {
	value  value
	data   []byte
	stream bool
	number int // in the file being written; 0 before
}

// dict returns the object's dictionary, empty when it has none. A nil object
// has none.
func (o *object) dict() dict {
	if o == nil {
		return nil
	}
	d, _ := o.value.(dict)
	return d
}

// get returns the value of a key, references followed; nil when it is not there.
func (d dict) get(key name) value {
	for _, e := range d {
		if e.key == key {
			return followed(e.value)
		}
	}
	return nil
}

// object returns the object that a key refers to, nil when there is none.
func (d dict) object(key name) *object {
	for _, e := range d {
		if e.key == key {
			o, _ := e.value.(*object)
			return o
		}
	}
	return nil
}

// dict returns the dictionary of a key, empty when there is none.
func (d dict) dict(key name) dict {
	inner, _ := d.get(key).(dict)
	return inner
}

// with returns the dictionary with one more key.
func (d dict) with(key name, v value) dict { return append(d, entry{key, v}) }

// set replaces the value of a key, or adds it.
func (d dict) set(key name, v value) dict {
	for i := range d {
		if d[i].key == key {
			d[i].value = v
			return d
		}
	}
	return d.with(key, v)
}

// followed returns what a reference refers to, and any other value as it is.
func followed(v value) value {
	if o, ok := v.(*object); ok {
		if o == nil {
			return nil
		}
		return o.value
	}
	return v
}

// mostText is the most UTF-16 units of a text string: PDF/A wants strings of at
// most 32,767 bytes.
const mostText = 16000

// textString encodes text for a person: as it is when it is plain ASCII, else in
// UTF-16. An endless text is cut short.
func textString(s string) str {
	if isASCII(s) && len(s) <= mostText {
		return str(s)
	}
	units := utf16.Encode([]rune(s))
	if len(units) > mostText {
		units = append(units[:mostText-1:mostText-1], '…')
		if last := units[mostText-2]; utf16.IsSurrogate(rune(last)) && last < 0xDC00 {
			units[mostText-2] = ' ' // half a sign
		}
	}
	out := make([]byte, 0, 2*len(units)+2)
	out = append(out, 0xFE, 0xFF)
	for _, u := range units {
		out = append(out, byte(u>>8), byte(u))
	}
	return str(out)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// text decodes what textString encodes, and the Latin strings of others.
func (s str) text() string {
	if len(s) >= 2 && s[0] == 0xFE && s[1] == 0xFF {
		units := make([]uint16, 0, len(s)/2)
		for i := 2; i+1 < len(s); i += 2 {
			units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
		}
		return string(utf16.Decode(units))
	}
	runes := make([]rune, len(s))
	for i := range len(s) {
		runes[i] = rune(s[i])
	}
	return string(runes)
}

// appendValue writes a value; reference tells the number of an object.
func appendValue(b []byte, v value, reference func(*object) int) []byte {
	switch v := v.(type) {
	case nil:
		return append(b, "null"...)
	case bool:
		return strconv.AppendBool(b, v)
	case int:
		return strconv.AppendInt(b, int64(v), 10)
	case float64:
		return appendNumber(b, v)
	case name:
		return appendName(b, v)
	case str:
		return appendString(b, v)
	case *object:
		b = strconv.AppendInt(b, int64(reference(v)), 10)
		return append(b, " 0 R"...)
	case array:
		b = append(b, '[')
		for i, item := range v {
			if i > 0 {
				b = append(b, ' ')
			}
			b = appendValue(b, item, reference)
		}
		return append(b, ']')
	case dict:
		b = append(b, "<<"...)
		for _, e := range v {
			b = append(appendName(b, e.key), ' ')
			b = appendValue(b, e.value, reference)
		}
		return append(b, ">>"...)
	}
	panic("pdf: not a value of a PDF file")
}

// appendNumber writes a length to a hundredth of a point.
func appendNumber(b []byte, v float64) []byte {
	v = math.Round(v*100) / 100
	if v == 0 {
		v = 0 // not −0
	}
	return strconv.AppendFloat(b, v, 'f', -1, 64)
}

func appendName(b []byte, n name) []byte {
	const hex = "0123456789ABCDEF"
	b = append(b, '/')
	for i := range len(n) {
		if c := n[i]; c > ' ' && c <= '~' && !isDelimiter(c) && c != '#' {
			b = append(b, c)
		} else {
			b = append(b, '#', hex[c>>4], hex[c&15])
		}
	}
	return b
}

func appendString(b []byte, s str) []byte {
	b = append(b, '(')
	for i := range len(s) {
		switch c := s[i]; c {
		case '(', ')', '\\':
			b = append(b, '\\', c)
		case '\r':
			b = append(b, `\r`...)
		default:
			b = append(b, c)
		}
	}
	return append(b, ')')
}
