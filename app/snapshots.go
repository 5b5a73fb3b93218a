package app

import (
	"context"
	"slices"
	"strings"
	"time"

	"tressons/model"
	"tressons/model/store"
)

// Today is what the present state is called where a frozen one could be named.
const Today = "aujourd’hui"

// FreezeAsync keeps the current diagnosis as it stands, read-only, under a name.
// then is called on another goroutine; take, which the document's goroutine must
// call, adds the snapshot and gives its id. The error is an InputError when the
// name is missing or taken.
func (d *Document) FreezeAsync(name, comment string, then func(take func() (string, error))) {
	x, id := d.Current(), model.NewID()
	edits, err := d.snapshotEdits(id, name, comment)
	if err != nil {
		then(func() (string, error) { return "", err })
		return
	}
	d.writer.task(func(ctx context.Context, s *store.Store) {
		err := d.writer.allSaved()
		if err == nil {
			s.SetAuthor(d.writer.signature())
			_, err = s.Freeze(ctx, x.ID, id, edits)
		}
		then(func() (string, error) {
			if err != nil {
				return "", err
			}
			return id, d.adopt(x, edits)
		})
	})
}

// Freeze is FreezeAsync for who can wait for the disk.
func (d *Document) Freeze(ctx context.Context, name, comment string) (id string, err error) {
	if err := d.Flush(ctx); err != nil {
		return "", err
	}
	done := make(chan func() (string, error), 1)
	d.FreezeAsync(name, comment, func(take func() (string, error)) { done <- take })
	return (<-done)()
}

func (d *Document) snapshotEdits(id, name, comment string) ([]model.Edit, error) {
	if err := d.writable(); err != nil {
		return nil, err
	}
	e, _ := model.EntityNamed("snapshot")
	f, _ := e.Field("name")
	name, err := f.Canon(name)
	switch {
	case err != nil:
		return nil, err
	case name == "":
		return nil, refuse("Donnez un nom à cet état : « État des lieux %d », par exemple.", time.Now().Year())
	}
	if _, taken := d.snapshot(name); taken || name == Today {
		return nil, refuse("Un état s’appelle déjà %s : donnez-lui un autre nom.", model.Quote(name))
	}
	values := map[string]string{"name": name, "date": time.Now().Format("2006-01-02")}
	if comment != "" {
		values["comment"] = comment
	}
	return d.Current().AddRowEdits(e, id, values), nil
}

// adopt shows edits that are in the file already.
func (d *Document) adopt(x *model.Diagnosis, edits []model.Edit) error {
	applied, _, err := x.Apply(edits)
	if err != nil {
		return err
	}
	d.writer.note(x.ID, applied)
	d.changed(Change{x.ID, applied, "état figé"})
	return nil
}

// snapshot finds a frozen state by its name or its id. A space that does not break is
// like any other: no keyboard has it.
func (d *Document) snapshot(name string) (model.Snapshot, bool) {
	plain := strings.NewReplacer(model.NBSP, " ", model.NarrowNBSP, " ")
	all := d.Current().Snapshots.All()
	n := slices.IndexFunc(all, func(s model.Snapshot) bool {
		return s.ID == name || plain.Replace(s.Name) == plain.Replace(name)
	})
	if n < 0 {
		return model.Snapshot{}, false
	}
	return all[n], true
}

// StateAsync reads a frozen state of the current diagnosis by its id, and hands
// it over on another goroutine.
func (d *Document) StateAsync(id string, then func(*model.Diagnosis, error)) {
	diagnosis := d.Current().ID
	d.writer.look(func(ctx context.Context, s *store.Store) { then(s.Frozen(ctx, diagnosis, id)) })
}

// State is a state of the current diagnosis by the name of its snapshot, that of
// today for « aujourd’hui » or no name. It waits for the disk.
func (d *Document) State(ctx context.Context, name string) (*model.Diagnosis, error) {
	if name == "" || name == Today {
		return d.Current().Clone(), nil
	}
	if s, ok := d.snapshot(name); ok {
		return d.writer.store.Frozen(ctx, d.Current().ID, s.ID)
	}
	var known []string
	for _, s := range d.Current().Snapshots.All() {
		known = append(known, model.Quote(s.Name))
	}
	if len(known) == 0 {
		return nil, refuse("Aucun état ne s’appelle %s : ce diagnostic n’a pas encore d’état figé.", model.Quote(name))
	}
	return nil, refuse("Aucun état ne s’appelle %s. Ceux de ce diagnostic : %s.", model.Quote(name), model.JoinFrench(known))
}
