package ui

import (
	"context"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/filedialog"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// askMerge asks for a copy to merge, with those that were chosen before.
func (w *Window) askMerge(before ...string) {
	if w.session == nil {
		return
	}
	w.leaveView()
	w.comeBack()
	filedialog.Open(w.fileOptions("Fusionner une copie reçue", "Comparer", ""), func(path string) {
		w.previewMerge(append(append([]string(nil), before...), path))
	})
}

// previewMerge finds out away from the window what copies would bring, and
// shows it. Nothing is written.
func (w *Window) previewMerge(sources []string) { w.preview(sources, false) }

// preview is previewMerge, for files of other documents too when these are to
// come as further diagnoses.
func (w *Window) preview(sources []string, others bool) {
	s := w.session
	w.comeBack()
	ask := s.Doc.PreviewMergeAsync
	if others {
		ask = s.Doc.PreviewImportAsync
	}
	ctx, stop := context.WithCancel(context.Background())
	var progress *widgets.Progress
	progress = widgets.NewProgress(w.win, "Comparaison des fichiers…", func() {
		stop()
		progress.Hide()
	})
	ask(ctx, sources, func(report app.MergeReport, err error) {
		fyne.Do(func() {
			given := ctx.Err() != nil
			stop()
			progress.Hide()
			if given || w.session != s {
				return
			}
			if err != nil {
				w.refusedMerge(sources, err)
				return
			}
			kept := choices{}
			if s.merge != nil && len(sources) > len(s.merge.sources) { // one more copy
				kept = s.merge.choices
			}
			s.merge = &merging{sources: sources, others: others, report: report, choices: kept}
			w.goTo(Target{Screen: mergePlace})
		})
	})
	progress.ShowAfter(progressDelay)
}

// refusedMerge tells why files cannot be merged, and offers what can be done.
func (w *Window) refusedMerge(sources []string, err error) {
	switch {
	case app.IsOtherDocument(err):
		w.offerOther(sources)
	case app.IsDamaged(err) && len(sources) == 1:
		w.refused(sources[0], err)
	default:
		w.fail(err)
	}
}

// offerOther asks what to do with a file that is no copy of the open one.
func (w *Window) offerOther(sources []string) {
	b := box{title: "Ce fichier est un autre diagnostic", cancel: "Annuler",
		content: widgets.NewText(model.Quote(filepath.Base(sources[0]))+" n’est pas une copie du fichier ouvert. Vous pouvez l’ajouter à celui-ci comme diagnostic distinct, ou l’ouvrir à sa place.", widgets.TextOptions{}),
		others:  []option{{"L’ouvrir", func() { w.Open(sources[0]) }}},
		confirm: "L’ajouter à ce fichier", do: func() { w.preview(sources, true) }}
	if len(sources) > 1 {
		b.content = widgets.NewText("Parmi ces fichiers, un au moins n’est pas une copie du fichier ouvert. Vous pouvez l’ajouter à celui-ci comme diagnostic distinct.", widgets.TextOptions{})
		b.others = nil
	}
	b.show(w.win)
}

// cancelMerge forgets the merge that was being prepared.
func (w *Window) cancelMerge() {
	w.session.merge = nil
	w.goTo(Target{Screen: "accueil"})
}

// applyMerge merges, then writes what was chosen about what is disputed.
// Nothing can be edited meanwhile.
func (w *Window) applyMerge() {
	s := w.session
	m := s.merge
	bring := s.Doc.MergeAsync
	if m.others {
		bring = s.Doc.ImportAsync
	}
	before := s.Doc.Diagnoses()
	w.covered("Fusion…", func(uncover func()) {
		bring(context.Background(), m.sources, func(take func() (app.MergeReport, error)) {
			fyne.Do(func() {
				uncover()
				report, err := take()
				if err != nil {
					w.fail(err)
					return
				}
				s.merge = nil
				w.settle(m.choices, s.questions(report.Conflicts, false))
				w.goTo(Target{Screen: "accueil"})
				w.tellMerged(report, before)
			})
		})
	})
}

// tellMerged tells that a merge is done, and leads to a diagnosis that came with
// it, if one did.
func (w *Window) tellMerged(r app.MergeReport, before []*model.Diagnosis) {
	for _, d := range w.session.Doc.Diagnoses() {
		if !slices.ContainsFunc(before, func(b *model.Diagnosis) bool { return b.ID == d.ID }) {
			w.toast("Ajouté"+model.NBSP+": "+d.Title(), "Le voir", func() { w.showDiagnosis(d.ID) })
			return
		}
	}
	w.toast(mergedSentence(r), "", nil)
}

// mergedSentence tells where the file as it was before is kept.
func mergedSentence(r app.MergeReport) string {
	if r.Backup == "" {
		return "Fusionné"
	}
	return "Fusionné. Sauvegarde" + model.NBSP + ": " + filepath.Base(r.Backup)
}

// settleDisputes writes what was chosen about what earlier merges left.
func (w *Window) settleDisputes(chosen choices, about []question) {
	w.comeBack()
	settled := w.settle(chosen, about)
	w.goTo(Target{Screen: "accueil"})
	w.toast(model.Count(settled, "désaccord tranché", "désaccords tranchés"), "", nil)
}

// settle writes the edits chosen for questions, as one step for « Annuler » a
// diagnosis, and tells how many questions they settle.
func (w *Window) settle(chosen choices, about []question) int {
	s := w.session
	edits := map[string][]model.Edit{}
	settled := 0
	for _, q := range about {
		if edit, ok := chosen[q.key()]; ok {
			edits[q.diagnosis] = append(edits[q.diagnosis], edit)
			settled++
		}
	}
	current := s.Diagnosis().ID
	for _, d := range s.Doc.Diagnoses() {
		list := edits[d.ID]
		if len(list) == 0 || !s.Doc.Select(d.ID) {
			continue
		}
		if err := s.Doc.Settle("désaccords tranchés", list...); err != nil {
			w.fail(err)
			settled -= len(list)
		}
	}
	s.Doc.Select(current)
	w.readDisputes()
	return settled
}

// readDisputes reads away from the window what is undecided in the open file,
// and shows how much it is.
func (w *Window) readDisputes() {
	s := w.session
	s.Doc.ConflictsAsync(func(found app.Conflicts, err error) {
		fyne.Do(func() {
			if err != nil || w.session != s {
				return
			}
			before := s.undecided.Count()
			s.undecided = found
			w.status.disputed(found.Count())
			w.refreshMenu()
			if place := w.current.Screen; found.Count() != before && (place == "accueil" || place == disputesPlace) {
				w.rebuild()
			}
		})
	})
}

// droppedFiles merges copies of the open file that are dropped on the window,
// asks about a file of another document, and opens any other.
func (w *Window) droppedFiles(paths []string) {
	s := w.session
	if s == nil || s.Doc.Info().ReadOnly {
		w.Open(paths[0])
		return
	}
	open := s.Doc.Info()
	Async(func(ctx context.Context) (string, error) { return w.options.App.DocumentOf(ctx, paths[0]) }, func(id string, err error) {
		switch {
		case err != nil || w.session != s || samePath(paths[0], open.Path):
			w.Open(paths[0])
		case id != open.ID:
			w.offerOther(paths)
		default:
			w.previewMerge(paths)
		}
	})
}

func samePath(a, b string) bool {
	x, errX := filepath.Abs(a)
	y, errY := filepath.Abs(b)
	return errX == nil && errY == nil && x == y
}
