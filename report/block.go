package report

import "tressons/report/figure"

// Block is one piece of a section. The set is closed: the types of this file.
type Block interface {
	// Role is what the block is for somebody who does not see it.
	Role() Role
}

// Span is a run of text of one kind.
type Span struct {
	Text   string
	Bold   bool
	Italic bool
	// Muted text says the accessory: a year, a source.
	Muted bool
	// Color is the text's own colour; zero for ink.
	Color figure.Color
	// Link is a URL, or "#" and the ID of a section or heading.
	Link string
}

// Text makes a run of plain text.
func Text(s string) []Span { return []Span{{Text: s}} }

// Heading parts a section. Level counts from the section: 1 is just under its
// title. ID makes it a target of links; with one it also enters the outline.
type Heading struct {
	Level int
	Text  string
	ID    string
	Color figure.Color
}

// Tone is how loud a paragraph speaks.
type Tone uint8

// The tones.
const (
	Body  Tone = iota
	Lead       // one or two sentences that open a section
	Small      // sources, credits, method
)

// Paragraph is running text. A line feed in it breaks the line, a blank line
// starts a new paragraph.
type Paragraph struct {
	Spans []Span
	Tone  Tone
}

// List is a bulleted or numbered list.
type List struct {
	Numbered bool
	Items    [][]Span
}

// Fact is a label and its value; Note is a muted complement (a year, a source).
type Fact struct {
	Label string
	Value []Span
	Note  string
}

// Facts are rows of label and value with a rule between them.
type Facts struct{ Rows []Fact }

// Columns stand side by side, each under a bar of its colour. Items are kept
// whole; columns that do not fit go on on the next page under the same titles.
type Columns struct{ Columns []Column }

// Column is one of Columns. Empty is what it says without items.
type Column struct {
	Title string
	Color figure.Color
	Items []ColumnItem
	Empty string
}

// ColumnItem is a statement with a muted line under it, and perhaps a longer
// detail.
type ColumnItem struct {
	Text    []Span
	Detail  []Span
	Caption string
}

// Align is the alignment of a table's column.
type Align uint8

// The alignments. Numbers go to the right.
const (
	Left Align = iota
	Right
	Center
)

// TableColumn is a column's head. Weight is its share of the width; with 0 the
// column takes what its content asks for.
type TableColumn struct {
	Title  string
	Align  Align
	Weight float64
}

// Table has horizontal rules only. Its head is repeated on each page; the
// first cell of a row is its header when RowHeads is set. Total is an optional
// last row. Rows shorter than Columns are filled with empty cells.
type Table struct {
	Caption  string
	Columns  []TableColumn
	Rows     [][]Cell
	Total    []Cell
	RowHeads bool
	Source   string
}

// Cell is the text of one cell.
type Cell []Span

// Figure is a chart or a map with its caption. Unit, year, perimeter and source
// stand in Source, under the picture.
type Figure struct {
	Chart   figure.Chart
	Caption string
	Source  string
	// Alt replaces the alternative text that the chart makes from its data.
	Alt string
}

// Beside sets blocks at the left of a figure, which takes two fifths of the width.
type Beside struct {
	Blocks []Block
	Figure Figure
}

// Pictures are photos two abreast, as tall as each other, each over its caption
// and source.
type Pictures struct{ Photos []Photo }

// Photo is one of Pictures; Alt tells what it shows.
type Photo struct {
	Photo                *figure.Photo
	Alt, Caption, Source string
}

// KeyFigure is a big number. Comparison sets it beside a wider perimeter.
type KeyFigure struct {
	Value      string
	Unit       string
	Label      string
	Comparison string
}

// KeyFigures are three or four big numbers in a row; more go on a second row.
type KeyFigures struct{ Figures []KeyFigure }

// Callout is a tinted box with a title such as « À retenir ».
type Callout struct {
	Title  string
	Color  figure.Color
	Blocks []Block
}

// Ask is a question on paper: boxes to tick, what is known already, and lines
// to write on. It is kept whole.
type Ask struct {
	Question string
	// Help is a muted line under the question.
	Help  string
	Boxes []Box
	// Known is what the team has written so far.
	Known []Span
	// Lines is how many ruled lines there are to write on; Unit stands at the
	// end of the last one.
	Lines int
	Unit  string
}

// Box is a box to tick, with its words.
type Box struct {
	Label  string
	Ticked bool
}

// Source is one entry of Sources, with the place it can be read at.
type Source struct {
	Text string
	URL  string
}

// Sources are numbered references in small type, the first one First (0
// counts as 1).
type Sources struct {
	First   int
	Entries []Source
}

// Contents lists the sections down to Depth (0: all) with their pages.
type Contents struct {
	Title string
	Depth int
}

// Cover fills a page of its own, without running head nor foot.
type Cover struct {
	Kicker   string // above the title: what kind of document this is
	Title    string
	Subtitle string
	Lines    []string // the team, the date: at the foot of the page
	Credits  string
	// Picture stands under the lines, Logo beside the credits; none without a photo.
	Picture, Logo CoverPicture
}

// CoverPicture is a photo of a cover; Alt tells what it shows.
type CoverPicture struct {
	Photo *figure.Photo
	Alt   string
}

// The roles. Containers are given that of their outermost element.
func (Heading) Role() Role    { return RoleH2 }
func (Paragraph) Role() Role  { return RoleP }
func (List) Role() Role       { return RoleList }
func (Facts) Role() Role      { return RoleTable }
func (Columns) Role() Role    { return RoleDiv }
func (Table) Role() Role      { return RoleTable }
func (Figure) Role() Role     { return RoleFigure }
func (Beside) Role() Role     { return RoleDiv }
func (Pictures) Role() Role   { return RoleDiv }
func (KeyFigures) Role() Role { return RoleList }
func (Callout) Role() Role    { return RoleDiv }
func (Ask) Role() Role        { return RoleDiv }
func (Sources) Role() Role    { return RoleList }
func (Contents) Role() Role   { return RoleContents }
func (Cover) Role() Role      { return RoleDiv }
