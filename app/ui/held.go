package ui

import (
	"context"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// offerHeld says who has a file open, and what can be done meanwhile.
func (w *Window) offerHeld(held *app.InUseError) {
	b := box{title: "Quelqu’un travaille sur ce fichier", cancel: "Fermer",
		content: widgets.NewText(held.Error(), widgets.TextOptions{}),
		others:  []option{{"Attendre", func() { w.waitFor(held) }}}}
	w.meanwhile(&b, held.Path)
	b.show(w.win)
}

// meanwhile offers what can be done with a file that somebody else has.
func (w *Window) meanwhile(b *box, path string) {
	b.others = append(b.others, option{"Le lire seulement", func() { w.openAs(path, app.Reading) }})
	b.confirm, b.do = "Travailler sur une copie", func() { w.openCopyOf(path) }
}

// openCopyOf makes a working copy beside a file, and opens it.
func (w *Window) openCopyOf(path string) {
	Async(func(ctx context.Context) (string, error) {
		return w.options.App.WorkingCopy(ctx, path, w.options.Settings.Signature().Name)
	}, func(copied string, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		w.Open(copied)
	})
}

// waitFor waits until nobody has a file any more, then opens it.
func (w *Window) waitFor(held *app.InUseError) {
	ctx, stop := context.WithCancel(context.Background())
	who := widgets.NewText(held.Holder.French(held.Path), widgets.TextOptions{})
	b := box{title: "En attente de " + model.Quote(filepath.Base(held.Path)), cancel: "Ne plus attendre", given: stop,
		content: widgets.VStack(skin.Gap2, who,
			widgets.NewText("Le fichier s’ouvrira ici dès qu’il sera libre.", widgets.TextOptions{Style: widgets.Secondary}))}
	w.meanwhile(&b, held.Path)
	for i := range b.others {
		b.others[i].do = after(stop, b.others[i].do)
	}
	b.do = after(stop, b.do)
	hide := b.show(w.win)
	go w.poll(ctx, held.Path, func(holder *app.Holder) {
		switch {
		case ctx.Err() != nil: // given up meanwhile
		case holder != nil:
			who.SetText(holder.French(held.Path))
		default:
			stop()
			hide()
			w.Open(held.Path)
		}
	})
}

// after does one thing, then another.
func after(first, then func()) func() {
	return func() {
		first()
		then()
	}
}

// poll asks now and then who has a file, and tells the window, until nobody has
// it or ctx is over.
func (w *Window) poll(ctx context.Context, path string, tell func(*app.Holder)) {
	tick := time.NewTicker(w.pace)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		holder := w.options.App.HolderOf(path)
		fyne.Do(func() { tell(holder) })
		if holder == nil {
			return
		}
	}
}
