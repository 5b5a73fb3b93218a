package ui

import (
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// Places of the window that are no step of the work.
const (
	mergePlace    = "fusion"
	disputesPlace = "desaccords"
)

// merging is a merge being prepared: nothing of it is in the file yet.
type merging struct {
	sources []string
	others  bool // files of other documents are among them, to come as further diagnoses
	report  app.MergeReport
	choices choices
}

// mergeScreen shows what copies would bring, and asks about what they dispute.
type mergeScreen struct{}

func (mergeScreen) ID() string    { return mergePlace }
func (mergeScreen) Label() string { return "Fusion" }

// Show implements Screen.
func (mergeScreen) Show(s *Session, at Target) View {
	m := s.merge
	if m == nil {
		m = &merging{choices: choices{}}
	}
	var another []fyne.CanvasObject
	if !m.others {
		another = append(another, widgets.NewButton(widgets.ButtonOptions{Label: "Ajouter une autre copie…", OnTapped: func() { s.host.askMerge(m.sources...) }}))
	}
	p := &disputesPage{
		s: s, choices: m.choices, arrivals: m.report.Arrivals, listed: m.report.Listed,
		questions: s.questions(m.report.Conflicts, true),
		confirm:   m.label,
		apply:     s.host.applyMerge,
		cancel:    s.host.cancelMerge,
	}
	head := widgets.VStack(skin.Gap3, pageHead(m.title(), mergeLead(m.report), another...), mergeCounters(m.report))
	if m.report.Nothing || len(m.sources) == 0 {
		p.confirm = nil
	}
	return p.build(head, at.Row)
}

func (m *merging) title() string {
	switch {
	case m.others:
		return "Ajouter un autre diagnostic"
	case len(m.sources) > 1:
		return "Fusionner les copies reçues"
	}
	return "Fusionner la copie reçue"
}

// mergeLead tells which copies these are, who worked in them, and what will
// happen.
func mergeLead(r app.MergeReport) string {
	parts := make([]string, len(r.Sources))
	for i, source := range r.Sources {
		parts[i] = model.Quote(filepath.Base(source.Path)) + authorsOf(source.Authors)
	}
	what := model.Capitalize(strings.Join(parts, model.NBSP+"; "))
	if r.Nothing {
		return what + " – rien à fusionner" + model.NBSP + ": votre fichier contient déjà tout."
	}
	return what + " – rien n’est écrit avant votre accord" + model.NBSP + "; une sauvegarde datée est gardée."
}

// authorsOf is « , modifié par Brice et Chloé » for those who brought something.
func authorsOf(shares []app.AuthorShare) string {
	var names []string
	for _, share := range shares {
		if name := app.AuthorName(share.Author); share.Changes > 0 && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return ", modifié par " + model.JoinFrench(names)
}

// mergeCounters is what a merge comes to, in four figures.
func mergeCounters(r app.MergeReport) fyne.CanvasObject {
	disputes, revivals := len(r.Conflicts.Fields), len(r.Conflicts.Revivals)
	return widgets.Columns(skin.Gap3, 170,
		counter(r.Listed, "changement à recevoir", "changements à recevoir", false),
		counter(disputes, "désaccord", "désaccords", disputes > 0),
		counter(revivals, "supprimé d’un côté, modifié de l’autre", "supprimés d’un côté, modifiés de l’autre", revivals > 0),
		counter(r.Identical, "déjà identique", "déjà identiques", false))
}

func counter(n int, one, many string, alert bool) fyne.CanvasObject {
	options := widgets.CardOptions{}
	color := skin.Ink
	if alert {
		options.Border, color = skin.Alert, skin.Alert
	}
	return widgets.NewCard(widgets.NewSpans([]widgets.Span{
		{Text: model.FormatNumber(float64(n), 0), Style: fyne.TextStyle{Bold: true}, Color: color},
		{Text: " " + model.Plural(n, one, many), Style: skin.Regular},
	}, widgets.TextOptions{}), options)
}

// label is what the button says that brings the files in.
func (m *merging) label(settled, left int) string {
	if m.others && settled+left == 0 {
		return "Ajouter à ce fichier"
	}
	return mergeLabel(settled, left)
}

// mergeLabel is what the button says that merges.
func mergeLabel(settled, left int) string {
	if settled+left == 0 {
		return "Fusionner"
	}
	return "Fusionner (" + settledAndLeft(settled, left) + ")"
}

// settledAndLeft is « 1 désaccord tranché, 1 laissé ».
func settledAndLeft(settled, left int) string {
	return model.Count(settled, "désaccord tranché", "désaccords tranchés") + ", " + model.Count(left, "laissé", "laissés")
}

// disputesScreen asks about what earlier merges left undecided.
type disputesScreen struct{}

func (disputesScreen) ID() string    { return disputesPlace }
func (disputesScreen) Label() string { return "Désaccords" }

// Show implements Screen. The row is the key of the question to begin with.
func (disputesScreen) Show(s *Session, at Target) View {
	p := &disputesPage{
		s: s, choices: choices{}, questions: s.questions(s.undecided, false),
		confirm: func(settled, left int) string { return "Trancher (" + settledAndLeft(settled, left) + ")" },
		needs:   true,
		cancel:  func() { s.Go(Target{Screen: "accueil"}) },
	}
	p.apply = func() { s.host.settleDisputes(p.choices, p.questions) }
	if len(p.questions) == 0 {
		p.confirm = nil
	}
	lead := "Des collègues ont écrit chacun de leur côté. Choisissez une version, gardez les deux, écrivez-en une troisième, ou décidez plus tard."
	return p.build(pageHead(disputesCount(len(p.questions)), lead), at.Row)
}

// disputesCount is « 2 désaccords à trancher ».
func disputesCount(n int) string {
	if n == 0 {
		return "Aucun désaccord à trancher"
	}
	return model.Count(n, "désaccord à trancher", "désaccords à trancher")
}
