package store

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"tressons/model"
)

// eventful is the path of a file that several people worked on, with a photo
// and with texts that spill over several pages.
func eventful(t testing.TB) string {
	t.Helper()
	s := created(t)
	for n, who := range []string{"Anne", "Brice", "Anne"} {
		s.SetAuthor(Author{Name: who})
		for i := range 60 {
			save(t, s, set("lever", fmt.Sprint("l", i), "in_place", fmt.Sprint(who, n, strings.Repeat(" texte", 10*i))))
		}
		photo, err := s.AddPhoto(t.Context(), "image/png", bytes.Repeat([]byte{byte(n)}, 20_000))
		if err != nil {
			t.Fatal(err)
		}
		id := model.NewID()
		save(t, s, model.NewRow("evidence", id), set("evidence", id, "photo", string(photo)))
	}
	closed(t, s)
	return s.Path()
}

// recovered recovers a file and wants the new one to be sound and the damaged
// one to be as it was.
func recovered(t *testing.T, damaged string) (*Store, Recovery) {
	t.Helper()
	before := snapshot(t, damaged)
	into := filepath.Join(t.TempDir(), "récupéré.db")
	r, err := Recover(t.Context(), damaged, into, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if snapshot(t, damaged) != before {
		t.Error("the damaged file changed")
	}
	s := opened(t, into)
	if found, err := s.Verify(t.Context()); err != nil || len(found) > 0 {
		t.Error(found, err)
	}
	return s, r
}

func TestRecoverKeepsEverythingIntact(t *testing.T) {
	t.Parallel()
	path := eventful(t)
	whole := content(t, path)
	source := opened(t, path)
	want, id := texts(t, source), source.DocumentID()
	for name, damage := range map[string]string{
		"sound":            whole,
		"header wiped":     strings.Repeat("\x00", 100) + whole[100:],
		"schema wiped":     whole[:100] + strings.Repeat("\xff", 3996) + whole[4096:],
		"altered identity": whole[:68] + "XXXX" + whole[72:],
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, r := recovered(t, writeTemp(t, []byte(damage)))
			if got := texts(t, s); got != want {
				t.Error("not the same content")
			}
			if s.DocumentID() != id || r.Photos != 3 || (name == "sound") != (len(r.Lost) == 0) {
				t.Errorf("%+v, document %s", r, s.DocumentID())
			}
		})
	}
}

// TestRecoverTakesWhatIsShown loses values of the log that the heads still hold.
func TestRecoverTakesWhatIsShown(t *testing.T) {
	t.Parallel()
	path := eventful(t)
	want := texts(t, opened(t, path))
	run(t, path, `UPDATE change SET sum = zeroblob(8) WHERE seq % 3 = 0 AND session = (SELECT max(session) FROM change)`)
	s, r := recovered(t, path)
	if got := texts(t, s); got != want {
		t.Error("not what was shown")
	}
	if r.Changes != 186 || !strings.Contains(strings.Join(r.Lost, ""), "Rien de ce que le fichier montrait") {
		t.Errorf("%+v", r)
	}
}

// TestRecoverCountsWhatIsLost loses values that neither log nor heads hold any more.
func TestRecoverCountsWhatIsLost(t *testing.T) {
	t.Parallel()
	path := eventful(t)
	run(t, path, `UPDATE change SET sum = zeroblob(8) WHERE row = 'l7' OR row = 'l8'`)
	run(t, path, `UPDATE head SET sum = zeroblob(8) WHERE row = 'l7' OR row = 'l8'`)
	_, r := recovered(t, path)
	if lost := strings.Join(r.Lost, "\n"); r.Changes != 180 || !strings.Contains(lost, "6\u00a0modifications perdues") {
		t.Errorf("%+v", r)
	}
}

// TestRecoverDamagedPages overwrites pages here and there: whatever the new file
// shows was written by somebody, and what is lost is said.
func TestRecoverDamagedPages(t *testing.T) {
	t.Parallel()
	whole := content(t, eventful(t))
	random := rand.New(rand.NewPCG(1, 2))
	fewer := 0
	for range 25 {
		damaged := []byte(whole)
		for range 1 + random.IntN(12) {
			at := 4096 * (1 + random.IntN(len(damaged)/4096-1))
			copy(damaged[at:], bytes.Repeat([]byte{0xff}, 4096))
		}
		s, r := recovered(t, writeTemp(t, damaged))
		if r.Changes < 186 {
			fewer++
			if len(r.Lost) == 0 {
				t.Errorf("%d changes of 186, and nothing is said to be lost", r.Changes)
			}
		}
		for _, l := range loaded(t, s).Levers.All() {
			if !strings.HasPrefix(string(l.InPlace), "Anne") && !strings.HasPrefix(string(l.InPlace), "Brice") {
				t.Errorf("a text that nobody wrote: %.40q", l.InPlace)
			}
		}
		closed(t, s)
	}
	if fewer == 0 {
		t.Error("no change was ever lost: this damage proves nothing")
	}
}

func TestRecoverHalfDownloaded(t *testing.T) {
	t.Parallel()
	whole := content(t, eventful(t))
	_, r := recovered(t, writeTemp(t, []byte(whole[:len(whole)/2])))
	if r.Changes == 0 || !strings.Contains(strings.Join(r.Lost, "\n"), "La fin du fichier manque") {
		t.Errorf("%+v", r)
	}
}

func TestRecoverRefuses(t *testing.T) {
	t.Parallel()
	path := sample(t)
	folder := t.TempDir()
	write(t, filepath.Join(folder, "a.pdf"), "%PDF-1.7"+strings.Repeat("x", 9000))
	write(t, filepath.Join(folder, "bruit.db"), strings.Repeat("\x0a\x00\xff", 9000))
	write(t, filepath.Join(folder, "vide.db"), "")
	for name, c := range map[string]struct{ from, to, says string }{
		"onto itself":    {path, path, "déjà enregistré"},
		"missing":        {filepath.Join(folder, "absent.db"), filepath.Join(folder, "x.db"), "n’est pas, ou n’est plus"},
		"directory":      {folder, filepath.Join(folder, "x.db"), "est un dossier"},
		"0 bytes":        {filepath.Join(folder, "vide.db"), filepath.Join(folder, "x.db"), "est vide"},
		"a PDF":          {filepath.Join(folder, "a.pdf"), filepath.Join(folder, "x.db"), "document PDF"},
		"noise":          {filepath.Join(folder, "bruit.db"), filepath.Join(folder, "x.db"), "Rien n’a pu être récupéré"},
		"no such folder": {path, filepath.Join(folder, "absent", "x.db"), "dossier n’existe pas"},
	} {
		t.Run(name, func(t *testing.T) {
			before := beside(t, filepath.Join(folder, "x.db"))
			_, err := Recover(t.Context(), c.from, c.to, Options{})
			checkProblem(t, err, c.says)
			if after := beside(t, filepath.Join(folder, "x.db")); after != before {
				t.Errorf("left behind: %s", after)
			}
		})
	}
}
