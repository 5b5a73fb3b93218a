package layout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"

	"tressons/report/figure"
)

// run is clean text of one kind.
type run struct {
	text  string
	face  figure.Face
	size  float64
	color figure.Color
	node  *Node
	link  Link
	// bare leaves out the line under a link.
	bare bool
	// kerned sets the signs at the distances that the font wants.
	kerned bool
	// hyphens lets wide words be parted before they have to be.
	hyphens bool
}

// line is a set line: its pieces from left to right and its width, the space
// at its end left aside.
type line struct {
	pieces []piece
	width  float64
}

// piece is the part of a line that comes from one run.
type piece struct {
	run  int // index into the runs
	text string
	x, w float64
}

// plain is the line's text without the space at its end, to be set as it is.
func (l line) plain() string {
	var b strings.Builder
	for _, p := range l.pieces {
		b.WriteString(p.text)
	}
	return strings.ReplaceAll(strings.TrimRight(b.String(), " "), string(softHyphen), "-")
}

// breaker holds the paragraph that is being broken: all its runes in a row,
// with the run each comes from and its advance.
type breaker struct {
	fonts    *Fonts
	runs     []run
	runes    []rune
	owner    []int
	advances []float64
	measure  float64

	lines      []line
	start, end int     // the line being filled
	width      float64 // its width with the space at its end
	buffer     []byte
}

// slack forgives the rounding of sums of advances.
const slack = 1e-6

// breakLines cuts runs into lines at most measure wide, by the Unicode rules
// (UAX 14); a word wider than the measure is cut between two characters.
// Wrapped lines end with the space at which they were broken, if there was
// one, for the sake of those who extract the text.
func (f *Fonts) breakLines(runs []run, measure float64) []line {
	b := breaker{fonts: f, runs: runs, measure: measure}
	b.load()
	if len(b.runes) == 0 {
		return nil
	}
	b.hyphenate()
	b.kern()
	if b.fits() {
		b.end = len(b.runes)
		b.flush()
		return b.lines
	}
	var seg segmenter.Segmenter
	seg.Init(b.runes)
	for words := seg.LineIterator(); words.Next(); {
		word := words.Line()
		b.add(word.Offset, word.Offset+len(word.Text))
	}
	if b.end > b.start {
		b.flush()
	}
	return b.lines
}

// fits tells a text that is one line, wherever it may be broken.
func (b *breaker) fits() bool {
	_, bare := b.widths(0, len(b.runes))
	return bare <= b.measure && !slices.Contains(b.runes, '\n')
}

// extent returns the width of the longest unbreakable piece of the text, and
// of its longest line when nothing is wrapped.
func (f *Fonts) extent(runs []run) (word, whole float64) {
	b := breaker{fonts: f, runs: runs}
	b.load()
	if len(b.runes) == 0 {
		return 0, 0
	}
	var seg segmenter.Segmenter
	seg.Init(b.runes)
	line := 0.0
	for words := seg.LineIterator(); words.Next(); {
		from, to := words.Line().Offset, words.Line().Offset+len(words.Line().Text)
		full, bare := b.widths(from, to)
		word, whole = max(word, bare), max(whole, line+bare)
		if line += full; b.runes[to-1] == '\n' {
			line = 0
		}
	}
	return word, whole
}

// load lays the runs end to end, dropping leading spaces, doubles at seams and
// empty lines.
func (b *breaker) load() {
	room := 0
	for _, r := range b.runs {
		room += len(r.text)
	}
	b.runes, b.owner, b.advances = make([]rune, 0, room), make([]int, 0, room), make([]float64, 0, room)
	last := '\n'
	for i, r := range b.runs {
		for _, c := range r.text {
			if c == ' ' && (last == ' ' || last == '\n') || c == '\n' && last == '\n' {
				continue
			}
			b.runes = append(b.runes, c)
			b.owner = append(b.owner, i)
			b.advances = append(b.advances, b.fonts.advance(c, r.face, r.size))
			last = c
		}
	}
}

// add takes the next unbreakable piece of the text, runes[from:to].
func (b *breaker) add(from, to int) {
	full, bare := b.widths(from, to)
	if b.end > b.start && b.width+bare > b.measure+slack {
		b.flush()
	}
	if b.end == b.start {
		b.start, b.end, b.width = from, from, 0
		if bare > b.measure+slack {
			b.addInPieces(from, to)
			return
		}
	}
	b.end, b.width = to, b.width+full
	if b.runes[to-1] == '\n' {
		b.flush()
	}
}

// addInPieces cuts a word that is wider than the measure between characters.
func (b *breaker) addInPieces(from, to int) {
	var seg segmenter.Segmenter
	seg.Init(b.runes[from:to])
	for signs := seg.GraphemeIterator(); signs.Next(); {
		sign := signs.Grapheme()
		at := from + sign.Offset
		full, bare := b.widths(at, at+len(sign.Text))
		if b.end > b.start && b.width+bare > b.measure+slack {
			b.flush()
			b.start = at
		}
		b.end, b.width = at+len(sign.Text), b.width+full
	}
	if b.runes[to-1] == '\n' {
		b.flush()
	}
}

// widths returns the advance of runes[from:to], with and without the spaces at
// its end; the latter with the hyphen that a soft one would show there.
func (b *breaker) widths(from, to int) (full, bare float64) {
	for i := from; i < to; i++ {
		full += b.advances[i]
	}
	bare = full
	for i := to - 1; i >= from && (b.runes[i] == ' ' || isInvisible(b.runes[i])); i-- {
		bare -= b.advances[i]
	}
	if b.runes[to-1] == softHyphen {
		bare += b.hyphen(to - 1)
	}
	return full, bare
}

func (b *breaker) hyphen(at int) float64 {
	r := b.runs[b.owner[at]]
	return b.fonts.advance('-', r.face, r.size)
}

// flush ends the line being filled.
func (b *breaker) flush() {
	from, to := b.start, b.end
	wrapped := to < len(b.runes) && b.runes[to-1] != '\n'
	hyphenated := wrapped && b.runes[to-1] == softHyphen
	bare := to
	for bare > from && (b.runes[bare-1] == ' ' || isInvisible(b.runes[bare-1])) {
		bare--
	}
	l := b.cut(from, bare)
	switch {
	case hyphenated:
		// The sign itself, which looks like a hyphen: who extracts the text can tell.
		l.add(piece{run: b.owner[to-1], text: string(softHyphen), w: b.hyphen(to - 1)})
	case wrapped && slices.Contains(b.runes[bare:to], ' ') && len(l.pieces) > 0:
		l.pieces[len(l.pieces)-1].text += " "
	}
	if len(l.pieces) > 0 {
		b.lines = append(b.lines, l)
	}
	b.start, b.end, b.width = to, to, 0
}

// cut makes a line of runes[from:to], a piece for each run.
func (b *breaker) cut(from, to int) line {
	var l line
	for from < to {
		p := piece{run: b.owner[from]}
		b.buffer = b.buffer[:0]
		for ; from < to && b.owner[from] == p.run; from++ {
			if !isInvisible(b.runes[from]) {
				b.buffer = utf8.AppendRune(b.buffer, b.runes[from])
				p.w += b.advances[from]
			}
		}
		p.text = string(b.buffer)
		l.add(p)
	}
	return l
}

// add appends a piece to the line, or lengthens the last one of the same run.
func (l *line) add(p piece) {
	p.x = l.width
	l.width += p.w
	if n := len(l.pieces); n > 0 && l.pieces[n-1].run == p.run {
		l.pieces[n-1].text += p.text
		l.pieces[n-1].w += p.w
	} else if p.text != "" {
		l.pieces = append(l.pieces, p)
	}
}
