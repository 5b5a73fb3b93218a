// Package report says what is in a document: Document → Section → Block.
//
// A block says what is told (a table, a list of facts, a figure), never where
// it stands: package layout breaks lines and pages, package pdf paints them,
// and the window paints the same pages. Every block knows the role it plays
// for somebody who listens to the page instead of seeing it.
//
// Texts are plain strings in French, as the team typed them: cleaning (missing
// glyphs, control characters, spaces before « : ; ! ? ») is the layout's work.
package report

import (
	"time"

	"tressons/report/figure"
)

// Format is a paper size with its orientation.
type Format uint8

// The formats.
const (
	A4Portrait Format = iota
	A4Landscape
)

// Document is a whole report.
type Document struct {
	Title    string
	Subtitle string
	Lang     string // BCP 47, such as "fr-FR"
	Author   string
	Subject  string
	// Date is the edition date. It is handed in: the same document twice gives
	// the same bytes.
	Date   time.Time
	Format Format
	Head   RunningHead
	// Foot stands at the left of each foot, before the page number.
	Foot string
	// Accent is the one strong colour; Forest when zero.
	Accent   figure.Color
	Sections []Section
}

// RunningHead is the line at the top of the pages.
type RunningHead struct{ Left, Right string }

// Section is a part of a document under a title. A section without blocks and
// without a title is left out.
type Section struct {
	// ID is the section's stable slug, target of links; unique in a document.
	ID string
	// Title is a finding written as a sentence. Empty for a cover or contents.
	Title string
	// Standfirst is one line under the title that says why it matters.
	Standfirst string
	// Short is the title in the contents and the outline; Title when empty.
	Short string
	// OpensPage starts a new page.
	OpensPage bool
	// Whole keeps the section on one page, where it fits on one.
	Whole bool
	// Level is 1 for a chapter, 2 for a part of one, and so on; 0 counts as 1.
	Level int
	// Foot replaces the document's foot on pages this section opens, to name
	// the section's own sources.
	Foot   string
	Blocks []Block
	// Shorter are other contents, each shorter than the one before, for a
	// section that must stay on one page: the first that fits stands in for
	// Blocks, the last one when none does.
	Shorter [][]Block
}

// Depth is the level, from 1.
func (s Section) Depth() int { return max(s.Level, 1) }

// Label is what the contents call the section.
func (s Section) Label() string {
	if s.Short != "" {
		return s.Short
	}
	return s.Title
}
