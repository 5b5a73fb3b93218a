package app

import (
	"context"
	"slices"
	"time"

	"tressons/model"
	"tressons/model/store"
)

// MergeReport tells what merging copies brings, or would bring.
type MergeReport struct {
	Sources   []store.MergedSource
	Changes   int       // of the log, that the file lacked
	Listed    int       // fields whose value changes
	Identical int       // fields that were set alike on both sides
	Arrivals  []Arrival // the first of them
	Conflicts Conflicts // that concern what came
	Backup    string    // the copy made before, "" when nothing was written
	Nothing   bool      // the file has it all already
}

// AuthorShare is how many changes of a copy are somebody's.
type AuthorShare = store.AuthorShare

// Arrival is a field whose value changes, or a row that is added or deleted.
type Arrival struct {
	Source    int // index in Sources
	Diagnosis string
	Edit      model.Edit
	Before    string // as the file has it, "" when nothing was there
	Name      string // French: « Initiative « La Cambuse » : description »
	Movement  string // French: « , Émergent → Structuré », "" for long values
	Author    Author
	At        time.Time
}

// French is « Initiative « La Cambuse » : description, modifié par Anne le 3 mars
// 2026 à 9 h 12 ».
func (x Arrival) French() string { return signedChange(x.Name+x.Movement, x.Edit, x.Author, x.At) }

// PreviewMerge tells what merging sources into a file would do. Nothing is
// written. It waits for the disk.
func (a *App) PreviewMerge(ctx context.Context, path string, sources []string) (MergeReport, error) {
	return a.merging(ctx, path, sources, (*store.Store).PreviewMerge)
}

// Merge brings what sources hold into a file, after a dated copy beside it. The
// sources stay as they are. It waits for the disk.
func (a *App) Merge(ctx context.Context, path string, sources []string) (MergeReport, error) {
	return a.merging(ctx, path, sources, (*store.Store).Merge)
}

// PreviewImport and Import are PreviewMerge and Merge for files of other
// documents, which bring further diagnoses: see IsOtherDocument.
func (a *App) PreviewImport(ctx context.Context, path string, sources []string) (MergeReport, error) {
	return a.merging(ctx, path, sources, (*store.Store).PreviewImport)
}

// Import adds the diagnoses of other documents to a file: see PreviewImport.
func (a *App) Import(ctx context.Context, path string, sources []string) (MergeReport, error) {
	return a.merging(ctx, path, sources, (*store.Store).Import)
}

// IsOtherDocument tells whether merging was refused because a file is another
// document than the open one: it can be imported as further diagnoses.
func IsOtherDocument(err error) bool { return store.IsOtherDocument(err) }

// mergeFunc is Merge, Import or the preview of one of them, of a store.
type mergeFunc func(*store.Store, context.Context, []string) (store.Merge, error)

func (a *App) merging(ctx context.Context, path string, sources []string, merge mergeFunc) (MergeReport, error) {
	var out MergeReport
	err := a.reading(ctx, path, func(s *store.Store, names titles) error {
		m, err := merge(s, ctx, sources)
		out = a.tellMerge(names, m)
		return err
	})
	return out, err
}

// PreviewMergeAsync tells what merging sources into the open file would do, on
// another goroutine. Nothing is written.
func (d *Document) PreviewMergeAsync(ctx context.Context, sources []string, then func(MergeReport, error)) {
	d.previewAsync(ctx, sources, (*store.Store).PreviewMerge, then)
}

// PreviewImportAsync tells what importing other documents would do, as
// PreviewMergeAsync does.
func (d *Document) PreviewImportAsync(ctx context.Context, sources []string, then func(MergeReport, error)) {
	d.previewAsync(ctx, sources, (*store.Store).PreviewImport, then)
}

func (d *Document) previewAsync(ctx context.Context, sources []string, preview mergeFunc, then func(MergeReport, error)) {
	names := titlesOf(d.diagnoses)
	d.writer.task(func(_ context.Context, s *store.Store) {
		m, err := preview(s, ctx, sources)
		d.writer.receives(m.Photos)
		then(d.app.tellMerge(names, m), err)
	})
}

// Merge saves what is left to save, brings what sources hold into the open file,
// and shows it: Diagnoses and Current are new afterwards, and what was done
// before can no longer be undone. It waits for the disk; nothing may be edited
// meanwhile.
func (d *Document) Merge(ctx context.Context, sources []string) (MergeReport, error) {
	if err := d.Flush(ctx); err != nil {
		return MergeReport{}, err
	}
	done := make(chan func() (MergeReport, error), 1)
	d.MergeAsync(ctx, sources, func(take func() (MergeReport, error)) { done <- take })
	return (<-done)()
}

// show takes over what the file holds now.
func (d *Document) show(fresh []*model.Diagnosis) {
	current := d.Current().ID
	d.diagnoses, d.current, d.history = fresh, 0, history{}
	d.writer.showing(fresh)
	d.Select(current)
	d.changed(Change{Diagnosis: d.Current().ID, Label: "fusion"})
}

// tellMerge puts into French what a merge brings. names are the diagnoses before
// it.
func (a *App) tellMerge(names titles, m store.Merge) MergeReport {
	out := MergeReport{Sources: m.Sources, Changes: m.Changes, Listed: m.Listed, Identical: m.Identical, Backup: m.Backup, Nothing: m.Nothing()}
	names.learn(m.Arrivals)
	for _, x := range m.Arrivals {
		d := names.of(x.Diagnosis)
		arrival := Arrival{x.Source, x.Diagnosis, x.Edit, x.Before, a.FieldName(d, x.Edit), "", x.Author, x.At}
		if x.Edit.Field != model.FieldExists {
			change := store.Change{Edit: x.Edit, Before: x.Before, HasBefore: x.HasBefore}
			arrival.Movement = a.movement(d, change, change)
		}
		out.Arrivals = append(out.Arrivals, arrival)
	}
	out.Conflicts = a.tellConflicts(names, m.Conflicts)
	return out
}

// learn takes over what comes, so that new rows have their names. Rows that go
// keep theirs.
func (t titles) learn(list []store.Arrival) {
	edits := map[string][]model.Edit{}
	for _, x := range list {
		edits[x.Diagnosis] = append(edits[x.Diagnosis], x.Edit)
	}
	for id, all := range edits {
		d := t.of(id)
		all = slices.DeleteFunc(all, func(e model.Edit) bool { return e.Check() != nil || e.Field == model.FieldExists && e.Value == "0" })
		if _, _, err := d.Apply(all); err == nil {
			t[id] = d
		}
	}
}

// Counts is what a report comes to, in French: « 14 nouveaux changements »,
// « 2 désaccords à trancher »…
func (r MergeReport) Counts() []string {
	out := []string{model.Count(r.Changes, "nouveau changement", "nouveaux changements")}
	if n := len(r.Conflicts.Fields); n > 0 {
		out = append(out, model.Count(n, "désaccord à trancher", "désaccords à trancher"))
	}
	if n := len(r.Conflicts.Revivals); n > 0 {
		out = append(out, model.Count(n, "élément supprimé d’un côté et modifié de l’autre", "éléments supprimés d’un côté et modifiés de l’autre"))
	}
	if r.Identical > 0 {
		out = append(out, model.Count(r.Identical, "champ rempli pareil des deux côtés", "champs remplis pareil des deux côtés"))
	}
	return out
}
