package pdf

import (
	"bytes"
	"errors"
	"strconv"
)

var errSyntax = errors.New("not the syntax of a PDF file")

// mostNested is how deep arrays and dictionaries may lie in one another.
const mostNested = 64

// lexer reads the values of a PDF file one after the other. object gives the
// object of a number, read already or not.
type lexer struct {
	data   []byte
	at     int
	nested int
	object func(number int) *object
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// peek returns the next byte, 0 at the end.
func (l *lexer) peek() byte {
	if l.at < len(l.data) {
		return l.data[l.at]
	}
	return 0
}

// skip leaves spaces and comments behind.
func (l *lexer) skip() {
	for l.at < len(l.data) {
		switch c := l.data[l.at]; {
		case c == '%':
			for l.at < len(l.data) && l.data[l.at] != '\n' && l.data[l.at] != '\r' {
				l.at++
			}
		case isSpace(c):
			l.at++
		default:
			return
		}
	}
}

// taken tells whether what comes next is the word, and leaves it behind.
func (l *lexer) taken(word string) bool {
	l.skip()
	if !bytes.HasPrefix(l.data[l.at:], []byte(word)) {
		return false
	}
	l.at += len(word)
	return true
}

// value reads the next value.
func (l *lexer) value() (value, error) {
	l.skip()
	if l.nested++; l.nested > mostNested {
		return nil, errSyntax
	}
	defer func() { l.nested-- }()
	switch c := l.peek(); {
	case l.taken("<<"):
		return l.dict()
	case c == '<':
		return l.hexString()
	case c == '(':
		return l.literal()
	case c == '[':
		l.at++
		return l.array()
	case c == '/':
		l.at++
		return l.name(), nil
	case isDigit(c) || c == '+' || c == '-' || c == '.':
		return l.number()
	}
	for word, v := range map[string]value{"true": true, "false": false, "null": nil} {
		if l.taken(word) {
			return v, nil
		}
	}
	return nil, errSyntax
}

func (l *lexer) dict() (value, error) {
	var d dict
	for !l.taken(">>") {
		if !l.taken("/") {
			return nil, errSyntax
		}
		key := l.name()
		v, err := l.value()
		if err != nil {
			return nil, err
		}
		d = d.with(key, v)
	}
	return d, nil
}

func (l *lexer) array() (value, error) {
	a := array{}
	for !l.taken("]") {
		v, err := l.value()
		if err != nil {
			return nil, err
		}
		a = append(a, v)
	}
	return a, nil
}

func (l *lexer) name() name {
	var out []byte
	for l.at < len(l.data) && !isSpace(l.data[l.at]) && !isDelimiter(l.data[l.at]) {
		c := l.data[l.at]
		l.at++
		if c == '#' && l.at+1 < len(l.data) {
			if v, err := strconv.ParseUint(string(l.data[l.at:l.at+2]), 16, 8); err == nil {
				c = byte(v)
				l.at += 2
			}
		}
		out = append(out, c)
	}
	return name(out)
}

// number reads a number, or a reference, which begins like one.
func (l *lexer) number() (value, error) {
	start := l.at
	for l.at < len(l.data) && (isDigit(l.data[l.at]) || bytes.IndexByte([]byte("+-."), l.data[l.at]) >= 0) {
		l.at++
	}
	word := string(l.data[start:l.at])
	n, err := strconv.Atoi(word)
	if err != nil {
		f, err := strconv.ParseFloat(word, 64)
		if err != nil {
			return nil, errSyntax
		}
		return f, nil
	}
	if number, ok := l.reference(n); ok {
		return l.object(number), nil
	}
	return n, nil
}

// reference tells whether « 0 R » or the like follows the number n.
func (l *lexer) reference(n int) (number int, ok bool) {
	back := l.at
	l.skip()
	start := l.at
	for isDigit(l.peek()) {
		l.at++
	}
	if n > 0 && l.at > start && isSpace(l.peek()) {
		l.skip()
		if l.peek() == 'R' && (l.at+1 == len(l.data) || isSpace(l.data[l.at+1]) || isDelimiter(l.data[l.at+1])) {
			l.at++
			return n, true
		}
	}
	l.at = back
	return 0, false
}

func (l *lexer) hexString() (value, error) {
	end := bytes.IndexByte(l.data[l.at:], '>')
	if end < 0 {
		return nil, errSyntax
	}
	digits := bytes.Join(bytes.Fields(l.data[l.at+1:l.at+end]), nil)
	l.at += end + 1
	if len(digits)%2 == 1 {
		digits = append(digits, '0')
	}
	out := make([]byte, len(digits)/2)
	for i := range out {
		v, err := strconv.ParseUint(string(digits[2*i:2*i+2]), 16, 8)
		if err != nil {
			return nil, errSyntax
		}
		out[i] = byte(v)
	}
	return str(out), nil
}

func (l *lexer) literal() (value, error) {
	var out []byte
	depth := 0
	for l.at < len(l.data) {
		c := l.data[l.at]
		l.at++
		switch c {
		case '\\':
			out = l.escaped(out)
			continue
		case '(':
			if depth++; depth == 1 {
				continue
			}
		case ')':
			if depth--; depth == 0 {
				return str(out), nil
			}
		}
		out = append(out, c)
	}
	return nil, errSyntax
}

// escaped reads what follows a backslash.
func (l *lexer) escaped(out []byte) []byte {
	if l.at == len(l.data) {
		return out
	}
	c := l.data[l.at]
	l.at++
	switch c {
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'b':
		return append(out, '\b')
	case 'f':
		return append(out, '\f')
	case '\r', '\n': // the string goes on on the next line
		if c == '\r' && l.peek() == '\n' {
			l.at++
		}
		return out
	}
	if c < '0' || c > '7' {
		return append(out, c)
	}
	code := int(c - '0')
	for range 2 {
		if d := l.peek(); d >= '0' && d <= '7' {
			code = 8*code + int(d-'0')
			l.at++
		}
	}
	return append(out, byte(code))
}
