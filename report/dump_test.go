package report

import (
	"fmt"
	"strings"

	"tressons/report/figure"
)

// dump writes a document as text that can be read and compared.
func dump(d Document) string {
	w := &dumper{}
	w.line(0, "%s | %s | %s | %s | %s", d.Title, d.Subtitle, d.Author, d.Subject, d.Date.Format("2006-01-02"))
	w.line(0, "en-tête %s | %s", d.Head.Left, d.Head.Right)
	w.line(0, "pied %s", d.Foot)
	for _, s := range d.Sections {
		w.section(s)
	}
	return w.String()
}

type dumper struct{ strings.Builder }

func (w *dumper) line(depth int, format string, a ...any) {
	text := strings.ReplaceAll(fmt.Sprintf(format, a...), "\n", "⏎")
	w.WriteString(strings.TrimRight(strings.Repeat("  ", depth)+text, " ") + "\n")
}

func (w *dumper) section(s Section) {
	page := ""
	if s.OpensPage {
		page = " (nouvelle page)"
	}
	w.WriteString("\n")
	w.line(0, "%s #%s [%s]%s", strings.Repeat("=", s.Depth()), s.ID, s.Short, page)
	if s.Title != "" {
		w.line(0, "%s", s.Title)
	}
	if s.Standfirst != "" {
		w.line(0, "%s", s.Standfirst)
	}
	w.blocks(1, s.Blocks)
	if s.Foot != "" {
		w.line(1, "pied %s", s.Foot)
	}
}

func (w *dumper) blocks(depth int, blocks []Block) {
	for _, b := range blocks {
		w.block(depth, b)
	}
}

func (w *dumper) block(depth int, b Block) {
	switch b := b.(type) {
	case Cover:
		w.line(depth, "couverture %s | %s | %s | %s | %s", b.Kicker, b.Title, b.Subtitle, strings.Join(b.Lines, " / "), b.Credits)
	case Contents:
		w.line(depth, "sommaire %s, niveau %d", b.Title, b.Depth)
	case Heading:
		w.line(depth, "titre%d %s #%s", b.Level, b.Text, b.ID)
	case Paragraph:
		w.line(depth, "texte%d %s", b.Tone, plainText(b.Spans))
	case List:
		for _, item := range b.Items {
			w.line(depth, "- %s", plainText(item))
		}
	case Facts:
		for _, f := range b.Rows {
			w.line(depth, "%s : %s  (%s)", f.Label, plainText(f.Value), f.Note)
		}
	case Columns:
		w.columns(depth, b)
	case Table:
		w.table(depth, b)
	case Figure:
		w.line(depth, "figure %s : %s (%s)", b.Caption, b.Chart.Draw(500, flatMeasurer{}).Alt, b.Source)
	case Beside:
		w.blocks(depth, append(b.Blocks[:len(b.Blocks):len(b.Blocks)], b.Figure))
	case Pictures:
		for _, p := range b.Photos {
			w.line(depth, "image %s : %s (%s)", p.Caption, p.Alt, p.Source)
		}
	case KeyFigures:
		for _, f := range b.Figures {
			w.line(depth, "chiffre %s %s, %s, %s", f.Value, f.Unit, f.Label, f.Comparison)
		}
	case Callout:
		w.line(depth, "encadré %s", b.Title)
		w.blocks(depth+1, b.Blocks)
	case Ask:
		w.ask(depth, b)
	case Sources:
		for i, e := range b.Entries {
			w.line(depth, "%d. %s <%s>", i+1, e.Text, e.URL)
		}
	default:
		w.line(depth, "%T ?", b)
	}
}

func (w *dumper) columns(depth int, b Columns) {
	for _, c := range b.Columns {
		w.line(depth, "colonne %s", c.Title)
		if len(c.Items) == 0 {
			w.line(depth+1, "(%s)", c.Empty)
		}
		for _, i := range c.Items {
			w.line(depth+1, "* %s — %s", plainText(i.Text), i.Caption)
			if len(i.Detail) > 0 {
				w.line(depth+2, "%s", plainText(i.Detail))
			}
		}
	}
}

func (w *dumper) ask(depth int, b Ask) {
	w.line(depth, "question %s — %s", b.Question, b.Help)
	for _, box := range b.Boxes {
		mark := "[ ]"
		if box.Ticked {
			mark = "[x]"
		}
		w.line(depth+1, "%s %s", mark, box.Label)
	}
	if b.Known != nil {
		w.line(depth+1, "%s", plainText(b.Known))
	}
	if b.Lines > 0 {
		w.line(depth+1, "%d ____ %s", b.Lines, b.Unit)
	}
}

func (w *dumper) table(depth int, b Table) {
	var heads []string
	for _, c := range b.Columns {
		heads = append(heads, c.Title)
	}
	w.line(depth, "tableau %s | %s", b.Caption, strings.Join(heads, " | "))
	for _, row := range b.Rows {
		var cells []string
		for _, c := range row {
			cells = append(cells, plainText(c))
		}
		w.line(depth+1, "%s", strings.Join(cells, " | "))
	}
	if b.Source != "" {
		w.line(depth, "source %s", b.Source)
	}
}

func plainText(spans []Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Text)
		if s.Link != "" {
			b.WriteString("<" + s.Link + ">")
		}
	}
	return b.String()
}

// flatMeasurer gives every character the same width: charts draw with it when
// only their alternative text matters.
type flatMeasurer struct{}

func (flatMeasurer) Width(s string, _ figure.Face, size float64) float64 {
	return float64(len([]rune(s))) * size / 2
}

func (flatMeasurer) Wrap(s string, _ figure.Face, _, _ float64, _ int) []string { return []string{s} }
