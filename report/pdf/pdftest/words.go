package pdftest

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/ledongthuc/pdf"
)

// Found tells which of some texts stand anywhere in a file: in its bytes, in its
// streams once inflated, attachments included, as UTF-8 or UTF-16; or in the
// words painted on its pages, however lines and kerning part them.
func Found(file []byte, texts []string) []string {
	haystacks := append(streams(file), file)
	for i, data := range haystacks {
		haystacks[i] = bytes.ReplaceAll(data, []byte(`\`), nil) // what strings escape
	}
	words := painted(file)
	var found []string
	for _, text := range texts {
		wide := wideString(text)
		holds := func(data []byte) bool { return bytes.Contains(data, []byte(text)) || bytes.Contains(data, wide) }
		if strings.Contains(words, joined(text)) || slices.ContainsFunc(haystacks, holds) {
			found = append(found, text)
		}
	}
	return found
}

func wideString(text string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(text)) {
		if u != '\\' {
			out = append(out, byte(u>>8), byte(u))
		}
	}
	return out
}

// streams inflates all that looks like a compressed stream.
func streams(file []byte) [][]byte {
	var out [][]byte
	for rest := file; ; {
		at := bytes.Index(rest, []byte("stream\n"))
		if at < 0 {
			return out
		}
		rest = rest[at+len("stream\n"):]
		z, err := zlib.NewReader(bytes.NewReader(rest))
		if err != nil {
			continue // not compressed: the file's own bytes tell
		}
		data, _ := io.ReadAll(z) // what can be read of a damaged stream counts too
		out = append(out, data)
	}
}

// painted are the characters of all pages, spaces left out.
func painted(file []byte) string {
	r, err := pdf.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return fmt.Sprint(err)
	}
	var b strings.Builder
	kids := r.Trailer().Key("Root").Key("Pages").Key("Kids")
	for i := range kids.Len() {
		pdf.Interpret(kids.Index(i).Key("Contents"), func(stack *pdf.Stack, op string) {
			for operands := stack.Len(); operands > 0; operands-- {
				v := stack.Pop()
				if op != "Tj" && op != "TJ" {
					continue
				}
				for code := range codes(v) { // our codes are characters
					b.WriteRune(rune(code))
				}
			}
		})
	}
	return joined(b.String())
}

// joined is a text without its spaces.
func joined(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
