package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"tressons/app"
	"tressons/model"
)

// printer writes lines and keeps the first error.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) line(format string, a ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", a...)
	}
}

// section writes a heading with its lines, or nothing when there are none.
func (p *printer) section(heading string, lines []string) {
	if len(lines) == 0 {
		return
	}
	p.line("\n%s", heading)
	for _, line := range lines {
		p.line("  %s", line)
	}
}

// writeSummary writes where a diagnosis stands, for a terminal.
func writeSummary(w io.Writer, s app.Summary) error {
	p := &printer{w: w}
	p.line("%s", s.Title)
	p.line("%s sur%s%s, %s, %s", model.Count(s.Levers.Done, "levier renseigné", "leviers renseignés"), model.NBSP, model.FormatInt(s.Levers.Total),
		model.Count(s.Factors, "facteur clé", "facteurs clés"), model.Count(s.Initiatives, "initiative", "initiatives"))
	for _, axis := range s.Axes {
		p.section(axis.Axis.Name, leverLines(axis.Levers))
		if len(axis.Factors) > 0 {
			p.line("  Facteurs clés")
		}
		for i, f := range axis.Factors {
			p.line("    %d. %s", i+1, f.Statement)
		}
	}
	p.section("Initiatives par thème", themeLines(s.Themes))
	p.section("Points forts", remarkLines(s.Strengths))
	p.section("Axes de progrès", remarkLines(s.WaysForward))
	p.line("\nProchaine étape%s: %s (%s)", model.NBSP, s.Next.Title, s.Next.Detail)
	return p.err
}

func leverLines(levers []app.LeverSummary) []string {
	names := make([]string, len(levers))
	for i, l := range levers {
		names[i] = l.Lever.Short
	}
	names = aligned(names)
	for i, l := range levers {
		names[i] += "  " + l.State.Level.Label()
		if l.State.Trend != "" {
			names[i] += " " + l.State.Trend.Sign()
		}
	}
	return names
}

func themeLines(themes []model.ThemeCount) []string {
	lines := make([]string, len(themes))
	for i, t := range themes {
		lines[i] = t.Label
	}
	lines = aligned(lines)
	for i, t := range themes {
		lines[i] += fmt.Sprintf("  %s", model.FormatInt(t.Count))
	}
	return lines
}

func remarkLines(remarks []model.LeverRemark) []string {
	lines := make([]string, len(remarks))
	for i, r := range remarks {
		lines[i] = "– " + r.Text
	}
	return lines
}

// aligned pads texts with spaces to the width of the longest.
func aligned(texts []string) []string {
	width := 0
	for _, t := range texts {
		width = max(width, utf8.RuneCountInString(t))
	}
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = t + strings.Repeat(" ", width-utf8.RuneCountInString(t))
	}
	return out
}

// writeJSON writes a value with its keys in order and its letters as they are.
func writeJSON(w io.Writer, value any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(value)
}

// writeDump writes every row of a diagnosis with what is filled in, in French
// words beside the names that the file uses.
func writeDump(w io.Writer, grid *model.Grid, d *model.Diagnosis) error {
	p := &printer{w: w}
	p.line("%s", d.Title())
	for _, e := range model.Entities() {
		ids := d.RowIDs(e.Name)
		if len(ids) > 0 {
			p.line("\n%s (%s)", e.Plural, e.Name)
		}
		for _, id := range ids {
			p.line("  %s", id)
			p.fields(grid, d, e, id)
		}
	}
	return p.err
}

// fields writes what is filled in of a row; positions are the file's own affair.
func (p *printer) fields(grid *model.Grid, d *model.Diagnosis, e model.Entity, id string) {
	for _, f := range e.Fields {
		value := d.Value(e.Name, id, f.Name)
		if value == "" || f.Kind == model.KindPosition {
			continue
		}
		shown := f.Show(value)
		if e.Name == "answer" && f.Name == "value" {
			shown = shownAnswer(grid, id, value)
		}
		p.line("    %s (%s)%s: %s", f.Label, f.Name, model.NBSP, strings.ReplaceAll(shown, "\n", "\n      "))
	}
}

// shownAnswer gives an answer in the words of its question, as it is when the
// grid no longer has the question.
func shownAnswer(grid *model.Grid, id, value string) string {
	if q, found := grid.Question(id); found {
		return q.Show(value)
	}
	return value
}

// writeFindings says that a file is sound, or what is wrong with it; then the
// error sums it up.
func writeFindings(w io.Writer, path string, findings []string) error {
	name := model.Quote(filepath.Base(path))
	p := &printer{w: w}
	if len(findings) == 0 {
		p.line("%s est entier%s: structure, journal, photos et tables concordent.", name, model.NBSP)
		return p.err
	}
	for _, finding := range findings {
		p.line("%s", finding)
	}
	return errors.Join(p.err, &model.Problem{Message: name + " a " + model.Count(len(findings), "défaut", "défauts") +
		" ; gardez-le tel quel et repartez d’une copie saine."})
}
