package app_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"tressons/app"
)

// held is an open file whose first edit waits until somebody says who edits.
func held(t *testing.T, limit time.Duration) (*app.App, *app.Document) {
	t.Helper()
	a := newApp(t)
	d := open(t, a, example(t, a))
	d.SetAuthor(app.Author{Name: "Compte"})
	d.HoldForAuthor(limit)
	edit(t, d, "engaged")
	if d.Status().State != app.Held || d.Current().Lever("cooperation").Level != "engaged" {
		t.Fatalf("status %+v, level %q", d.Status(), d.Current().Lever("cooperation").Level)
	}
	return a, d
}

func edit(t *testing.T, d *app.Document, level string) {
	t.Helper()
	if err := d.Edit("niveau", set("lever", "cooperation", "level", level)); err != nil {
		t.Fatal(err)
	}
}

// lastAuthor is who made the latest change that the file on disk holds.
func lastAuthor(t *testing.T, d *app.Document) string {
	t.Helper()
	return past(t, d, app.PastQuery{}).Deeds[0].Author.Name
}

func TestFirstEditWaitsForItsAuthor(t *testing.T) {
	t.Parallel()
	const long = time.Hour
	ends := map[string]struct {
		limit time.Duration
		end   func(*testing.T, *app.Document)
		by    string
	}{
		"an answer": {long, func(_ *testing.T, d *app.Document) { d.SetAuthor(app.Author{Name: "Camille"}) }, "Camille"},
		"its time":  {500 * time.Millisecond, func(*testing.T, *app.Document) {}, "Compte"},
		"flush": {long, func(t *testing.T, d *app.Document) {
			if err := d.Flush(t.Context()); err != nil {
				t.Error(err)
			}
		}, "Compte"},
		"a copy": {long, func(t *testing.T, d *app.Document) {
			if err := d.SaveCopy(t.Context(), filepath.Join(t.TempDir(), "copie.db")); err != nil {
				t.Error(err)
			}
		}, "Compte"},
	}
	for name, c := range ends {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, d := held(t, c.limit)
			defer closeDocument(t, d)
			saved := make(chan struct{}, 1)
			d.OnStatus(func(s app.Status) {
				if s.State != app.Saved {
					return
				}
				select {
				case saved <- struct{}{}:
				default:
				}
			})
			if d.Status().State != app.Saved {
				c.end(t, d)
				select {
				case <-saved:
				case <-time.After(10 * time.Second):
					t.Fatalf("still %+v", d.Status())
				}
			}
			if got := lastAuthor(t, d); got != c.by {
				t.Errorf("signed by %q, want %q", got, c.by)
			}
			edit(t, d, "structured")
			if d.Status().State == app.Held {
				t.Error("the second edit is held too")
			}
		})
	}
}

func TestHeldEditIsNotOnDiskUntilItIsSigned(t *testing.T) {
	t.Parallel()
	a, d := held(t, time.Hour)
	before, err := os.ReadFile(d.Info().Path)
	if err != nil {
		t.Fatal(err)
	}
	if got := lastAuthor(t, d); got != app.ExampleAuthor || d.Status().State != app.Held {
		t.Errorf("looking at what is saved: %q, %+v", got, d.Status())
	}
	if now, err := os.ReadFile(d.Info().Path); err != nil || string(now) != string(before) {
		t.Error("the file was written to", err)
	}
	if err := d.Close(context.Background()); err != nil {
		t.Fatal(err)
	}
	d = open(t, a, d.Info().Path)
	defer closeDocument(t, d)
	if got := d.Current().Lever("cooperation").Level; got != "engaged" || lastAuthor(t, d) != "Compte" {
		t.Errorf("after closing: level %q", got)
	}
}
