package report

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"tressons/model"
	"tressons/report/figure"
)

// said is a text as a run; nil for none, so that an empty value has no spans.
func said(s string) []Span {
	if s == "" {
		return nil
	}
	return []Span{{Text: s}}
}

func bold(s string) []Span { return []Span{{Text: s, Bold: true}} }

func muted(s string) []Span { return []Span{{Text: s, Muted: true}} }

// sentence is a text that ends with a point.
func sentence(s string) string {
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".!?:;") || strings.HasSuffix(s, "…") {
		return s
	}
	return s + "."
}

// website is what an address on the web looks like without its scheme.
var website = regexp.MustCompile(`^[\p{L}0-9-]+(\.[\p{L}0-9-]+)+(/\S*)?$`)

// urlOf is the URL that an address means, "" when it means none.
func urlOf(address string) string {
	switch {
	case strings.ContainsAny(address, " \u00a0"):
		return ""
	case strings.HasPrefix(address, "http://"), strings.HasPrefix(address, "https://"):
		return address
	case website.MatchString(address):
		return "https://" + address
	}
	return ""
}

// linked is an address that can be followed.
func linked(address string) []Span {
	if address == "" {
		return nil
	}
	shown := strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(address, "https://"), "http://"), "/")
	return []Span{{Text: shown, Link: urlOf(address)}}
}

// dated is a source with its year, « Insee 2016 », which is not said twice.
func dated(source string, year model.Year) string {
	if year == "" || strings.Contains(source, string(year)) {
		return source
	}
	return strings.TrimSpace(source + " " + string(year))
}

// nonEmpty keeps the texts that say something.
func nonEmpty(texts ...string) []string {
	var out []string
	for _, t := range texts {
		if t != "" {
			out = append(out, t)
		}
	}
	return out
}

// distinct keeps the first of equal texts.
func distinct[T ~string](texts []T) []T {
	var out []T
	for _, t := range texts {
		if !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return out
}

// dotted joins what is given of a caption: « Association · Guipel · 2018 ».
func dotted(texts ...string) string { return strings.Join(nonEmpty(texts...), " · ") }

// shortText is the text when it fits under a title, "" when it is too long.
func shortText(t model.Text) string {
	const most = 200
	if strings.Contains(string(t), "\n") || utf8.RuneCountInString(string(t)) > most {
		return ""
	}
	return string(t)
}

// paragraphs are the paragraphs of a text.
func paragraphs(t model.Text) []Block {
	if t == "" {
		return nil
	}
	return []Block{Paragraph{Spans: said(string(t))}}
}

// cite names the sources of a row by their numbers in the list of sources, and
// leads there; nil when it has none.
func (in Input) cite(of model.Ref) []Span {
	evidence := in.Diagnosis.EvidenceOf(of)
	if len(evidence) == 0 {
		return nil
	}
	named := map[string]bool{}
	for _, e := range evidence {
		named[e.ID] = true
	}
	var numbers []string
	for i, e := range in.Diagnosis.Evidence.All() {
		if named[e.ID] {
			numbers = append(numbers, strconv.Itoa(i+1))
		}
	}
	return []Span{{Text: model.NBSP + "[" + strings.Join(numbers, ", ") + "]", Muted: true, Color: figure.Secondary, Link: "#sources"}}
}

// differ says that sources disagree, and in what; nil when they don't.
func differ(mark model.YesNo, note model.Text) []Span {
	if mark != model.Yes {
		return nil
	}
	out := bold("Sources divergentes")
	if note != "" {
		out = append(out, said(model.NBSP+": "+string(note))...)
	}
	return out
}

// stacked joins runs of spans, each on a line of its own.
func stacked(lines ...[]Span) []Span {
	var out []Span
	for _, line := range lines {
		if len(line) == 0 {
			continue
		}
		if len(out) > 0 {
			out = append(out, Span{Text: "\n"})
		}
		out = append(out, line...)
	}
	return out
}

// excerpt is the first sentence of a text, or the words of it that fit in 160
// characters.
func excerpt(t model.Text) string {
	const most = 160
	line, _, _ := strings.Cut(string(t), "\n")
	if at := strings.Index(line, ". "); at > 0 {
		line = line[:at+1]
	}
	return cut(line, most)
}

// shortened is a name that fits in half a running head.
func shortened(name string) string { return cut(name, 70) }

// brief is a text on one line, cut to so many characters.
func brief(s string, most int) string {
	words := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }) // not at no-break spaces
	return cut(strings.Join(words, " "), most)
}

// plain is the text of spans.
func plain(spans []Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Text)
	}
	return b.String()
}

// cut keeps the words that fit in so many characters.
func cut(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	short := string([]rune(s)[:most])
	if at := strings.LastIndex(short, " "); at > most/2 {
		short = short[:at]
	}
	return strings.TrimRight(short, " ,;:\u00a0") + "…"
}

// joinList joins phrases that may hold commas.
func joinList(items []string) string { return strings.Join(items, model.NBSP+"; ") }
