package ui

import (
	"context"
	"path/filepath"
	"time"

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
	filedialog.Open(w.fileOptions("Fusionner une copie reçue", "Comparer", ""), func(path string) {
		w.previewMerge(append(append([]string(nil), before...), path))
	})
}

// previewMerge finds out away from the window what copies would bring, and
// shows it. Nothing is written.
func (w *Window) previewMerge(sources []string) {
	s := w.session
	ctx, stop := context.WithCancel(context.Background())
	var progress *widgets.Progress
	progress = widgets.NewProgress(w.win, "Comparaison des fichiers…", func() {
		stop()
		progress.Hide()
	})
	s.Doc.PreviewMergeAsync(ctx, sources, func(report app.MergeReport, err error) {
		fyne.Do(func() {
			given := ctx.Err() != nil
			stop()
			progress.Hide()
			if given || w.session != s {
				return
			}
			if err != nil {
				w.fail(err)
				return
			}
			kept := choices{}
			if s.merge != nil && len(sources) > len(s.merge.sources) { // one more copy
				kept = s.merge.choices
			}
			s.merge = &merging{sources: sources, report: report, choices: kept}
			w.goTo(Target{Screen: mergePlace})
		})
	})
	progress.ShowAfter(300 * time.Millisecond)
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
	progress := widgets.NewProgress(w.win, "Fusion…", nil)
	progress.Show()
	w.busy = true
	w.refreshMenu()
	s.Doc.MergeAsync(context.Background(), m.sources, func(take func() (app.MergeReport, error)) {
		fyne.Do(func() {
			w.busy = false
			progress.Hide()
			report, err := take()
			if err != nil {
				w.refreshMenu()
				w.fail(err)
				return
			}
			s.merge = nil
			w.settle(m.choices, s.questions(report.Conflicts, false))
			w.goTo(Target{Screen: "accueil"})
			w.toast(mergedSentence(report), "", nil)
		})
	})
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
// and opens any other file.
func (w *Window) droppedFiles(paths []string) {
	s := w.session
	if s == nil {
		w.Open(paths[0])
		return
	}
	open := s.Doc.Info()
	Async(func(ctx context.Context) (string, error) { return w.options.App.DocumentOf(ctx, paths[0]) }, func(id string, err error) {
		if err == nil && id == open.ID && !samePath(paths[0], open.Path) && w.session == s {
			w.previewMerge(paths)
			return
		}
		w.Open(paths[0])
	})
}

func samePath(a, b string) bool {
	x, errX := filepath.Abs(a)
	y, errY := filepath.Abs(b)
	return errX == nil && errY == nil && x == y
}
