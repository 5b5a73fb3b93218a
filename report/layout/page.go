// Package layout sets a report.Document into pages: it cleans the text, breaks
// lines and pages, and gives each mark its place.
//
// Set returns a Result: pages, each a list of items in points from the top
// left, and the tree of structure nodes that the items belong to. Whoever
// paints the pages (package pdf, the window) decides nothing any more; that is
// why screen and paper agree, and why tags can be written without asking the
// document again.
package layout

import (
	"time"

	"tressons/report"
	"tressons/report/figure"
)

// Result is a document in pages.
type Result struct {
	Info  Info
	Pages []Page
	// Root is the tree of all that is told, in reading order.
	Root *Node
	// Outline lists the headings with where they stand.
	Outline []Mark
}

// Info is what the file says about the document.
type Info struct {
	Title, Author, Subject, Lang string
	Date                         time.Time
}

// Page is one page.
type Page struct {
	Width, Height float64
	// Frame is the box that text keeps to, running head and foot left aside.
	Frame figure.Box
	Items []Item
}

// Item is a piece of a page. It belongs to a Node of the structure tree, or is
// an artifact (Node is nil): something seen that tells nothing, such as a
// rule, a fill, a running head.
type Item struct {
	Node *Node
	// Furniture says which artifact it is, if it comes on every page.
	Furniture Furniture
	// Box is the room the item takes: for a line of text its whole line height.
	Box figure.Box
	// Ops are the marks, in the page's coordinates.
	Ops []figure.Op
	// Link is where a click leads; zero for nowhere.
	Link Link
}

// Furniture is what comes on every page and tells nothing of it.
type Furniture uint8

// The furniture.
const (
	NoFurniture Furniture = iota
	Head
	Foot
)

// Link leads to a URL, or to the page and height of a heading.
type Link struct {
	URL    string
	Target string // the ID of a section or heading
	Page   int    // index of Target's page
	Y      float64
}

// Node is an element of the structure tree.
type Node struct {
	Role     report.Role
	Parent   *Node
	Children []*Node
	// Alt replaces a figure for who does not see it.
	Alt string
	// Scope of a TH: "Column" or "Row".
	Scope string
	// Numbering of an L whose items have labels: "Disc", "Square" or "Decimal".
	Numbering string
	// ID is the slug of a section or heading.
	ID string
}

// Mark is an entry of the outline.
type Mark struct {
	Title string
	ID    string
	Level int // from 0, never skipping one
	Page  int // index into Pages
	Y     float64
}

// add makes a child of n.
func (n *Node) add(role report.Role) *Node {
	child := &Node{Role: role, Parent: n}
	n.Children = append(n.Children, child)
	return child
}

// How the labels of a list follow one another.
const (
	bulleted = "Disc"
	boxed    = "Square"
	numbered = "Decimal"
)

// addList makes a list whose items have labels.
func (n *Node) addList(numbering string) *Node {
	list := n.add(report.RoleList)
	list.Numbering = numbering
	return list
}
