package ui

import (
	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/model"
)

// Screen is one step of the work, a line of the navigation. Showing it makes a
// View; screens themselves keep nothing.
type Screen interface {
	ID() string    // stable, also the name of its help page
	Label() string // French, in the navigation
	// Show builds the screen. at says where to arrive, its zero value is the top.
	Show(s *Session, at Target) View
}

// View is a screen as it is shown.
type View interface {
	Content() fyne.CanvasObject
}

// Marked is a Screen that tells in the navigation how far it has come.
type Marked interface {
	Mark(d *model.Diagnosis, g *model.Grid) string
}

// Colored is a Screen that has the colour of an axis.
type Colored interface {
	Color() fyne.ThemeColorName
}

// Refresher is a View that brings itself up to date after a change made
// elsewhere on the screen; without it nothing but the navigation follows.
type Refresher interface {
	Changed(app.Change)
}

// Leaver is a View that has something to hand over before it goes.
type Leaver interface {
	Leave()
}

// Wide is a View that wants the room of the help panel.
type Wide interface {
	Wide()
}

// Consulter is a View whose controls choose what is shown: they stay while nothing
// can be changed, when those of other views only show what there is.
type Consulter interface {
	Consults()
}

// Target is a place to go to.
type Target struct {
	Screen string
	Row    string // a lever's slug, an initiative's id…; "" for the list
	Field  string // to put the cursor in
}

// group is a titled part of the navigation.
type group struct {
	heading string
	screens []Screen
}

// groups is the one ordered list of screens.
func groups(g *model.Grid) []group {
	analyse := make([]Screen, 0, len(g.Axes)+2)
	for _, axis := range g.Axes {
		analyse = append(analyse, axisScreen{axis})
	}
	return []group{
		{"", []Screen{homeScreen{}}},
		{"Collecter", []Screen{territoryScreen{}, figuresScreen(), actorsScreen()}},
		{"Analyser", append(analyse, factorsScreen{}, findingsScreen{})},
		{"Agir et rendre compte", []Screen{initiativesScreen{}, actionsScreen(), evidenceScreen(), evolutionScreen{}, reportScreen{}}},
	}
}
