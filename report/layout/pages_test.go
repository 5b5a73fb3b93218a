package layout_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"tressons/report"
	"tressons/report/figure"
	"tressons/report/layout"
	"tressons/report/layout/layouttest"
)

var update = flag.Bool("update", false, "write the golden files")

func TestPagesHoldTheirPromises(t *testing.T) {
	t.Parallel()
	fonts := layouttest.Fonts(t)
	for name, doc := range layouttest.All() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			checkPages(t, layout.Set(doc, fonts), fonts)
		})
	}
}

// TestAnyDocument sets documents made of any blocks with any text.
func TestAnyDocument(t *testing.T) {
	t.Parallel()
	fonts := layouttest.Fonts(t)
	rapid.Check(t, func(t *rapid.T) {
		checkPages(t, layout.Set(layouttest.Any().Draw(t, "document"), fonts), fonts)
	})
}

// failer is what *testing.T and *rapid.T share.
type failer interface{ Errorf(string, ...any) }

// checkPages holds what is promised of any pages: no page without a word,
// nothing outside its frame, no text over another one, each told item in the
// tree, headings that skip no level, links that lead somewhere.
func checkPages(t failer, doc layout.Result, fonts *layout.Fonts) {
	nodes := map[*layout.Node]bool{}
	walk(doc.Root, func(n *layout.Node) { nodes[n] = true })
	for i, page := range doc.Pages {
		for j, it := range page.Items {
			if it.Node == nil {
				continue
			}
			if !nodes[it.Node] {
				t.Errorf("page %d: an item of role %s is not in the tree", i+1, it.Node.Role)
			}
			if !inside(it.Box, page.Frame) && !tooWide(it) {
				t.Errorf("page %d: %s outside the frame %s: %v", i+1, it.Box, page.Frame, it.Ops)
			}
			for _, other := range page.Items[:j] {
				if other.Node != nil && overlap(it.Box, other.Box) {
					t.Errorf("page %d: %v over %v", i+1, it.Ops, other.Ops)
				}
			}
		}
		if blank(page) && len(doc.Pages) > 1 {
			t.Errorf("page %d is blank", i+1)
		}
		checkMarks(t, i, page, fonts)
	}
	checkHeadings(t, doc)
	checkStructure(t, doc)
	checkLinks(t, doc)
}

// blank says that nothing can be read in the frame, nor written: below a long
// question, a page can hold the lines for its answer alone. (Below the head of a
// table, an empty row to fill in can be.)
func blank(page layout.Page) bool {
	rules := 0
	for _, it := range page.Items {
		if !inside(it.Box, page.Frame) {
			continue
		}
		for _, op := range it.Ops {
			if _, ok := op.(figure.Text); ok {
				return false
			}
		}
		if it.Node == nil {
			rules++
		}
	}
	return rules < 2
}

const eps = 0.02

func inside(b, frame figure.Box) bool {
	return b.X >= frame.X-eps && b.Y >= frame.Y-eps && b.X+b.W <= frame.X+frame.W+eps && b.Y+b.H <= frame.Y+frame.H+eps
}

// tooWide excuses a single character that is wider than its measure.
func tooWide(it layout.Item) bool {
	if len(it.Ops) != 1 {
		return false
	}
	text, ok := it.Ops[0].(figure.Text)
	return ok && len([]rune(strings.TrimSpace(text.Value))) == 1
}

func overlap(a, b figure.Box) bool {
	return a.X+a.W > b.X+eps && b.X+b.W > a.X+eps && a.Y+a.H > b.Y+eps && b.Y+b.H > a.Y+eps
}

// checkMarks holds that the marks of an item stay on the page, and that texts
// are anchored at their start and drawable.
func checkMarks(t failer, number int, page layout.Page, fonts *layout.Fonts) {
	for _, it := range page.Items {
		for _, op := range it.Ops {
			b := op.Bounds()
			if text, ok := op.(figure.Text); ok {
				b.W = fonts.Width(strings.TrimRight(text.Value, " "), text.Face, text.Size)
				if text.Anchor != figure.Start || !drawable(text.Value, fonts) {
					t.Errorf("page %d: not ready to paint: %v", number+1, op)
				}
			}
			if !inside(b, figure.Box{W: page.Width, H: page.Height}) && !tooWide(it) {
				t.Errorf("page %d: off the page: %v", number+1, op)
			}
		}
	}
}

// drawable says that the fonts have every sign of s, and that nothing in it is
// meant for the line breaker, but for the hyphen at which it parted a word.
func drawable(s string, fonts *layout.Fonts) bool {
	s = strings.TrimSuffix(s, "\u00AD")
	for _, r := range s {
		if fonts.Clean(string(r)) != string(r) || strings.ContainsRune("\n\u00AD\u200B", r) {
			return false
		}
	}
	return true
}

func checkHeadings(t failer, doc layout.Result) {
	last := 0
	walk(doc.Root, func(n *layout.Node) {
		level := n.Role.HeadingLevel()
		if level > last+1 {
			t.Errorf("a heading of level %d after one of level %d", level, last)
		}
		if level > 0 {
			last = level
		}
	})
	last = -1
	for _, m := range doc.Outline {
		if m.Level > last+1 || m.Title == "" || m.Page >= len(doc.Pages) {
			t.Errorf("outline: %+v after level %d", m, last)
		}
		last = m.Level
	}
}

// checkStructure holds what tags need: tables as wide in each row, heads with
// a scope, pictures with words, nodes that know their parent, and none that
// tells nothing.
func checkStructure(t failer, doc layout.Result) {
	told := map[*layout.Node]bool{}
	for _, page := range doc.Pages {
		for _, it := range page.Items {
			told[it.Node] = true
		}
	}
	walk(doc.Root, func(n *layout.Node) {
		for _, child := range n.Children {
			if child.Parent != n {
				t.Errorf("a %s under a %s knows another parent", child.Role, n.Role)
			}
		}
		switch {
		case n.Role == report.RoleFigure && n.Alt == "":
			t.Errorf("a figure without words")
		case n.Role == report.RoleHeader && n.Scope == "":
			t.Errorf("a head without scope")
		case n.Role == report.RoleTable:
			checkTable(t, n)
		case n.Role == report.RoleCell, n.Role == report.RoleHeader, n == doc.Root:
		case len(n.Children) == 0 && !told[n]:
			t.Errorf("a %s that tells nothing", n.Role)
		}
	})
}

func checkTable(t failer, table *layout.Node) {
	width := 0
	walk(table, func(n *layout.Node) {
		if n.Role != report.RoleRow {
			return
		}
		if width == 0 {
			width = len(n.Children)
		}
		if len(n.Children) != width {
			t.Errorf("a row of %d cells in a table of %d columns", len(n.Children), width)
		}
	})
}

func checkLinks(t failer, doc layout.Result) {
	for i, page := range doc.Pages {
		for _, it := range page.Items {
			if it.Link.Target != "" && (it.Link.Page >= len(doc.Pages) || it.Link.Y <= 0) {
				t.Errorf("page %d: a link to nowhere: %+v", i+1, it.Link)
			}
		}
	}
}

func walk(n *layout.Node, f func(*layout.Node)) {
	f(n)
	for _, child := range n.Children {
		walk(child, f)
	}
}

func TestPagesGolden(t *testing.T) {
	t.Parallel()
	fonts := layouttest.Fonts(t)
	for name, doc := range layouttest.All() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := dump(layout.Set(doc, fonts))
			path := filepath.Join("testdata", name+".golden")
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s changed (go test ./report/layout -update writes it):\n%s", path, firstDifference(got, string(want)))
			}
		})
	}
}

// dump gives the pages as text: a line per told item, where it stands and what
// it says; then the outline.
func dump(doc layout.Result) string {
	var b strings.Builder
	for i, page := range doc.Pages {
		fmt.Fprintf(&b, "— page %d —\n", i+1)
		for _, it := range page.Items {
			if it.Node == nil {
				continue
			}
			fmt.Fprintf(&b, "%3.0f,%3.0f %-7s %s", it.Box.X, it.Box.Y, it.Node.Role, said(it))
			if it.Link != (layout.Link{}) {
				fmt.Fprintf(&b, " → %s%s", it.Link.URL, it.Link.Target)
			}
			b.WriteString("\n")
		}
	}
	for _, m := range doc.Outline {
		fmt.Fprintf(&b, "%s%s, page %d\n", strings.Repeat("  ", m.Level), m.Title, m.Page+1)
	}
	return b.String()
}

func said(it layout.Item) string {
	if it.Node.Role == report.RoleFigure {
		return it.Node.Alt
	}
	var b strings.Builder
	for _, op := range it.Ops {
		if t, ok := op.(figure.Text); ok {
			b.WriteString(t.Value)
		}
	}
	return strings.TrimSpace(b.String())
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range g {
		if i >= len(w) {
			return fmt.Sprintf("line %d is new: %s", i+1, g[i])
		}
		if g[i] != w[i] {
			return fmt.Sprintf("line %d\n got %s\nwant %s", i+1, g[i], w[i])
		}
	}
	return "lines are missing at the end"
}

// TestFontsAreShared: the race detector watches several documents set at once.
func TestFontsAreShared(t *testing.T) {
	t.Parallel()
	fonts := layouttest.Fonts(t)
	want := dump(layout.Set(layouttest.Landscape(), fonts))
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			if got := dump(layout.Set(layouttest.Landscape(), fonts)); got != want {
				t.Error("another result beside other documents")
			}
		})
	}
	group.Wait()
}

func BenchmarkSet(b *testing.B) {
	fonts := layouttest.Fonts(b)
	doc := layouttest.Portrait()
	for b.Loop() {
		layout.Set(doc, fonts)
	}
}
