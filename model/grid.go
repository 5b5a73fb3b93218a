package model

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strings"
)

// Grid is the Tressons grid: axes, levers, guiding questions and findings. It
// is versioned; its slugs are stable for ever.
type Grid struct {
	Version   string    `json:"version"`
	Title     string    `json:"title"`
	Credit    string    `json:"credit"`
	ScaleNote string    `json:"scale_note"` // says that the scale of levels is Tressons' own
	Scale     []Step    `json:"levels"`
	Sources   []Source  `json:"sources"`
	Axes      []Axis    `json:"axes"`
	Levers    []Lever   `json:"levers"`
	Findings  []Finding `json:"findings"`
}

// Step is one level of the scale and what it means in general.
type Step struct {
	Slug    Level  `json:"slug"`
	Name    string `json:"name"`
	Meaning string `json:"meaning"`
}

// Source is a public document that the grid cites.
type Source struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Address string `json:"address"`
	Date    Date   `json:"date"`
}

// Axis is one of the three parts of the grid.
type Axis struct {
	Slug  AxisID `json:"slug"`
	Name  string `json:"name"`
	Short string `json:"short"` // for the navigation
	Lead  string `json:"lead"`
	Help  string `json:"help"`
}

// Lever is an action lever as the grid defines it.
type Lever struct {
	Slug      string           `json:"slug"`
	Axis      AxisID           `json:"axis"`
	Name      string           `json:"name"`    // infinitive, a page title
	Short     string           `json:"short"`   // for cards and charts
	Subject   string           `json:"subject"` // noun phrase for generated sentences
	Lead      string           `json:"lead"`
	Why       string           `json:"why"`
	Minutes   int              `json:"minutes"` // about how long it takes
	Documents []string         `json:"documents"`
	Examples  []Example        `json:"examples"`
	Anchors   map[Level]string `json:"anchors"` // one observable sentence a level
	Questions []Question       `json:"questions"`
}

// Example tells what was done elsewhere.
type Example struct {
	Text    string   `json:"text"`
	Sources []string `json:"sources"`
}

// QuestionKind is how a question is answered.
type QuestionKind string

// The kinds of question.
const (
	AskYesNo   QuestionKind = "yes_no"
	AskChoice  QuestionKind = "choice"
	AskChoices QuestionKind = "choices" // several answers
	AskNumber  QuestionKind = "number"
	AskDate    QuestionKind = "date"
	AskLine    QuestionKind = "line"
	AskText    QuestionKind = "text"
)

// Question is a guiding question of a lever.
type Question struct {
	Slug    string       `json:"slug"`
	Kind    QuestionKind `json:"kind"`
	Label   string       `json:"label"`
	Help    string       `json:"help"`
	Unit    string       `json:"unit"`
	Options []Option     `json:"options"`
}

// Option is one answer that a question offers.
type Option struct {
	Slug  string `json:"slug"`
	Label string `json:"label"`
}

// Finding is one of the statements on what the ESS brings to rural areas.
type Finding struct {
	Slug      string `json:"slug"`
	Name      string `json:"name"`
	Statement string `json:"statement"`
	Help      string `json:"help"`
}

// ReadGrid reads a grid and refuses one that is not whole: duplicates, dangling
// references, missing anchors, helps or sources. All faults are reported.
func ReadGrid(data []byte) (*Grid, error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	g := new(Grid)
	if err := dec.Decode(g); err != nil {
		return nil, fmt.Errorf("grid: %w", err)
	}
	if err := g.check(); err != nil {
		return nil, fmt.Errorf("grid: %w", err)
	}
	return g, nil
}

// Axis returns the axis, the zero Axis when there is none.
func (g *Grid) Axis(slug AxisID) Axis {
	for _, a := range g.Axes {
		if a.Slug == slug {
			return a
		}
	}
	return Axis{}
}

// LeversOf lists the levers of an axis, in order.
func (g *Grid) LeversOf(axis AxisID) []Lever {
	var out []Lever
	for _, l := range g.Levers {
		if l.Axis == axis {
			out = append(out, l)
		}
	}
	return out
}

// Lever finds a lever by its slug.
func (g *Grid) Lever(slug string) (Lever, bool) {
	for _, l := range g.Levers {
		if l.Slug == slug {
			return l, true
		}
	}
	return Lever{}, false
}

// Question finds a question by the name of its answer, "lever/question".
func (g *Grid) Question(answer string) (Question, bool) {
	lever, slug, _ := strings.Cut(answer, "/")
	l, _ := g.Lever(lever)
	for _, q := range l.Questions {
		if q.Slug == slug {
			return q, true
		}
	}
	return Question{}, false
}

// Source finds a cited source.
func (g *Grid) Source(id string) (Source, bool) {
	for _, s := range g.Sources {
		if s.ID == id {
			return s, true
		}
	}
	return Source{}, false
}

var slugForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// gridCheck gathers the faults of a grid.
type gridCheck struct{ faults []error }

func (c *gridCheck) want(ok bool, format string, a ...any) {
	if !ok {
		c.faults = append(c.faults, fmt.Errorf(format, a...))
	}
}

// unique refuses a slug that is malformed or seen before.
func (c *gridCheck) unique(seen map[string]bool, what, slug string) {
	c.want(slugForm.MatchString(slug), "%s %q: not a slug", what, slug)
	c.want(!seen[slug], "%s %q: twice", what, slug)
	seen[slug] = true
}

func (c *gridCheck) filled(where string, texts map[string]string) {
	for name, text := range texts {
		c.want(strings.TrimSpace(text) != "", "%s: no %s", where, name)
	}
}

func (g *Grid) check() error {
	c := new(gridCheck)
	c.filled("grid", map[string]string{"version": g.Version, "credit": g.Credit, "scale_note": g.ScaleNote})
	c.want(len(g.Scale) == len(Scale), "levels: %d, want %d", len(g.Scale), len(Scale))
	for i, s := range g.Scale {
		c.want(s.Slug.Rank() == i, "levels: %q out of place", s.Slug)
		c.filled("level "+string(s.Slug), map[string]string{"name": s.Name, "meaning": s.Meaning})
	}
	sources := map[string]bool{}
	for _, s := range g.Sources {
		c.want(s.ID != "" && !sources[s.ID], "source %q: twice or unnamed", s.ID)
		sources[s.ID] = true
		c.filled("source "+s.ID, map[string]string{"title": s.Title})
	}
	axes := map[string]bool{}
	for _, a := range g.Axes {
		c.unique(axes, "axis", string(a.Slug))
		c.filled("axis "+string(a.Slug), map[string]string{"name": a.Name, "short": a.Short, "lead": a.Lead, "help": a.Help})
	}
	for _, id := range AxisIDs {
		c.want(axes[string(id)], "axis %q: missing", id)
	}
	levers := map[string]bool{}
	for _, l := range g.Levers {
		c.unique(levers, "lever", l.Slug)
		c.want(axes[string(l.Axis)], "lever %s: axis %q unknown", l.Slug, l.Axis)
		c.lever(l, sources)
	}
	findings := map[string]bool{}
	for _, f := range g.Findings {
		c.unique(findings, "finding", f.Slug)
		c.filled("finding "+f.Slug, map[string]string{"name": f.Name, "statement": f.Statement, "help": f.Help})
	}
	return errors.Join(c.faults...)
}

func (c *gridCheck) lever(l Lever, sources map[string]bool) {
	where := "lever " + l.Slug
	c.filled(where, map[string]string{"name": l.Name, "short": l.Short, "subject": l.Subject, "lead": l.Lead, "why": l.Why})
	c.want(l.Minutes > 0, "%s: no minutes", where)
	c.want(len(l.Documents) > 0, "%s: no documents to look for", where)
	c.want(len(l.Examples) > 0, "%s: no example", where)
	for _, e := range l.Examples {
		c.want(len(e.Sources) > 0, "%s: an example has no source", where)
		for _, s := range e.Sources {
			c.want(sources[s], "%s: source %q unknown", where, s)
		}
	}
	c.want(len(l.Anchors) == len(Scale), "%s: %d anchors, want %d", where, len(l.Anchors), len(Scale))
	for _, level := range Scale {
		c.want(l.Anchors[level] != "", "%s: no anchor for %s", where, level)
	}
	c.want(len(l.Questions) >= 3 && len(l.Questions) <= 6, "%s: %d questions, want 3 to 6", where, len(l.Questions))
	questions := map[string]bool{}
	for _, q := range l.Questions {
		c.unique(questions, where+" question", q.Slug)
		c.question(where+" question "+q.Slug, q)
	}
}

func (c *gridCheck) question(where string, q Question) {
	c.filled(where, map[string]string{"label": q.Label, "help": q.Help})
	switch q.Kind {
	case AskChoice, AskChoices:
		c.want(len(q.Options) >= 2, "%s: fewer than 2 options", where)
	case AskNumber:
		c.want(q.Unit != "", "%s: no unit", where)
	case AskYesNo, AskDate, AskLine, AskText:
	default:
		c.want(false, "%s: kind %q unknown", where, q.Kind)
	}
	seen := map[string]bool{}
	for _, o := range q.Options {
		c.unique(seen, where+" option", o.Slug)
		c.filled(where+" option "+o.Slug, map[string]string{"label": o.Label})
	}
}
