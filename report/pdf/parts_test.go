package pdf

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestColorProfile compares the profile's colorants with those that the
// makers of sRGB publish for D50.
func TestColorProfile(t *testing.T) {
	t.Parallel()
	got := whiteAdaptation().times(rgbToXYZ())
	want := matrix{{0.4361, 0.3851, 0.1431}, {0.2225, 0.7169, 0.0606}, {0.0139, 0.0971, 0.7141}}
	for row := range want {
		sum := 0.0
		for col := range want[row] {
			sum += got[row][col]
			if math.Abs(got[row][col]-want[row][col]) > 0.0002 {
				t.Errorf("row %d, column %d: %.4f, want %.4f", row, col, got[row][col], want[row][col])
			}
		}
		if math.Abs(sum-connection[row]) > 1e-6 {
			t.Errorf("row %d: white is %.5f, want %.5f", row, sum, connection[row])
		}
	}
	if profile := colorProfile(); int(profile[2])<<8|int(profile[3]) != len(profile) || len(profile)%4 != 0 {
		t.Errorf("%d bytes, the header says %x", len(profile), profile[:4])
	}
}

func TestTextString(t *testing.T) {
	t.Parallel()
	cases := []struct{ name, in, want string }{
		{"plain", "Val d'Ille", "Val d'Ille"},
		{"nothing", "", ""},
		{"accents", "Été", "Été"},
		{"a sign of two units", "🎉", "🎉"},
		{"a line feed", "a\nb", "a\nb"},
		{"endless", strings.Repeat("é", 40000), strings.Repeat("é", mostText-1) + "…"},
		{"cut in a sign of two units", strings.Repeat("é", mostText-2) + "🎉🎉", strings.Repeat("é", mostText-2) + " …"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := textString(c.in)
			if s.text() != c.want || len(s) > 32767 {
				t.Errorf("%d bytes, read again as %.40q", len(s), s.text())
			}
		})
	}
}

// values draws what a PDF file may be made of.
func values(depth int) *rapid.Generator[value] {
	key := rapid.StringMatching(`[A-Za-z#/ é()]{1,8}`)
	kinds := []*rapid.Generator[value]{
		rapid.Just(value(nil)),
		rapid.Map(rapid.Bool(), func(v bool) value { return v }),
		rapid.Map(rapid.IntRange(-1e6, 1e6), func(v int) value { return v }),
		rapid.Map(key, func(v string) value { return name(v) }),
		rapid.Map(rapid.SliceOf(rapid.Byte()), func(v []byte) value { return str(v) }),
	}
	if depth > 0 {
		kinds = append(kinds,
			rapid.Map(rapid.SliceOfN(values(depth-1), 0, 4), func(v []value) value { return append(array{}, v...) }),
			rapid.Map(rapid.SliceOfN(values(depth-1), 1, 4), func(v []value) value {
				var d dict
				for i, item := range v {
					d = d.with(name(strings.Repeat("k", i+1)), item)
				}
				return d
			}))
	}
	return rapid.OneOf(kinds...)
}

// TestValuesAreReadAgain: what is written is what is read.
func TestValuesAreReadAgain(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		written := appendValue(nil, values(3).Draw(t, "value"), nil)
		l := lexer{data: written}
		v, err := l.value()
		if err != nil || l.at != len(written) {
			t.Fatalf("%q: error %v after %d bytes", written, err, l.at)
		}
		if again := appendValue(nil, v, nil); !bytes.Equal(again, written) {
			t.Fatalf("wrote %q, read %q", written, again)
		}
	})
}

// TestLexer reads what other programs write and we do not.
func TestLexer(t *testing.T) {
	t.Parallel()
	cases := []struct{ name, in, want string }{
		{"hexadecimal", "<48 65\n6C6c6>", "(Hell`)"},
		{"escapes", `(\(a\)\\ \101\7\n\q\` + "\r\n" + `b(c))`, "(\\(a\\)\\\\ A\a\nqb\\(c\\))"},
		{"comment", "[1 % two ]\n 3]", "[1 3]"},
		{"numbers", "[+1 -2 .5 -.25 4.]", "[1 -2 0.5 -0.25 4]"},
		{"name", "/A#20b#zz", "/A#20b#23zz"},
		{"reference", "[12 0 R 12 0]", "[12 0 R 12 0]"},
		{"true and null", "<</a true/b null>>", "<</a true/b null>>"},
		{"too deep", strings.Repeat("[", 100), ""},
		{"unfinished", "<</a (b", ""},
		{"unfinished escape", `(b\`, ""},
		{"nothing", "", ""},
		{"two signs", "+-", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			l := lexer{data: []byte(c.in), object: func(number int) *object { return &object{number: number} }}
			v, err := l.value()
			if c.want == "" {
				if err == nil {
					t.Errorf("read %v", v)
				}
				return
			}
			if got := appendValue(nil, v, func(o *object) int { return o.number }); err != nil || string(got) != c.want {
				t.Errorf("read %q, want %q (error %v)", got, c.want, err)
			}
		})
	}
}

// FuzzAttachments: no file of anybody makes the reader panic or go on for ever.
func FuzzAttachments(f *testing.F) {
	f.Add([]byte(header + "1 0 obj<</EF<</F 2 0 R>>/UF(a.db)>>endobj 2 0 obj<</Length 1>>stream\na\nendstream endobj trailer<</Encrypt 3 0 R>>"))
	f.Add([]byte("4 0 obj<</Type/ObjStm/N 2/First 8>>stream\n1 0 2 4 <<>>(a)\nendstream"))
	f.Add([]byte("1 0 obj<</Length 99999999999>>stream"))
	f.Fuzz(func(t *testing.T, file []byte) {
		_, _ = Attachments(file)
	})
}
