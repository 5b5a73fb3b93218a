package ui

import (
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/french"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// statusLine tells at the foot of the window what is saved, when and where.
type statusLine struct {
	state, place, disputes, author *widgets.Text
}

func newStatusLine() *statusLine {
	return &statusLine{widgets.StatusPart(""), widgets.StatusPart(""), widgets.StatusPart(""), widgets.StatusPart("")}
}

func (l *statusLine) bar() fyne.CanvasObject {
	return widgets.StatusBar([]fyne.CanvasObject{l.state, l.place}, []fyne.CanvasObject{l.disputes, l.author})
}

// opened tells which file is open.
func (l *statusLine) opened(info app.DocumentInfo) {
	where := filepath.Base(info.Path) + " – " + placeOf(info.Path)
	if len(info.Omissions) > 0 {
		where += " – copie partagée"
	}
	if info.ReadOnly {
		where += " – lecture seule"
	}
	l.place.SetText(where)
}

// placeOf names the folder of a file, from the person's own folder when it lies there.
func placeOf(path string) string {
	dir := filepath.Dir(path)
	home, err := os.UserHomeDir()
	if err != nil {
		return dir
	}
	inner, err := filepath.Rel(home, dir)
	switch {
	case err != nil || !filepath.IsLocal(inner):
		return dir
	case inner == ".":
		return "dossier personnel"
	}
	return inner
}

// signed tells who edits.
func (l *statusLine) signed(author app.Author) {
	name := author.Name
	if author.Organisation != "" {
		name += ", " + author.Organisation
	}
	l.author.SetText(name)
}

// disputed tells how much earlier merges left undecided.
func (l *statusLine) disputed(n int) {
	text := ""
	if n > 0 {
		text = disputesCount(n)
	}
	l.disputes.SetText(text)
}

// saved tells how saving stands.
func (l *statusLine) saved(s app.Status) {
	l.state.SetColor("")
	switch {
	case s.State == app.Failed:
		l.state.SetColor(skin.Alert)
		l.state.SetText("Non enregistré" + model.NBSP + ": nouvel essai dans quelques secondes")
	case s.State == app.Held:
		l.state.SetText("Pas encore enregistré" + model.NBSP + ": dites qui vous êtes")
	case s.State == app.Saving:
		l.state.SetText("Enregistrement…")
	case s.At.IsZero():
		l.state.SetText("✓ À jour")
	default:
		l.state.SetText("✓ Enregistré à " + french.Clock(s.At.In(time.Local)))
	}
}
