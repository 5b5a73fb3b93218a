package filedialog

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestSizeWords(t *testing.T) {
	t.Parallel()
	cases := map[int64]string{
		0: "0~octet", 1: "1~octet", 2: "2~octets", 999: "999~octets", 1000: "1~ko", 1499: "1~ko", 1500: "2~ko", 12_400: "12~ko",
		999_400: "999~ko", 999_500: "1~Mo", 1_234_567: "1,2~Mo", 2_000_000: "2~Mo", 9_940_000: "9,9~Mo", 9_960_000: "10~Mo",
		123_000_000: "123~Mo", 1_500_000_000: "1,5~Go", 3_200_000_000_000: "3,2~To", 5_000_000_000_000_000: "5\u202f000~To",
	}
	for bytes, want := range cases {
		if got := sizeWords(bytes); got != strings.ReplaceAll(want, "~", nbsp) {
			t.Errorf("%d: got %q, want %q", bytes, got, want)
		}
	}
}

func TestMiddle(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name, text string
		most       int
		want       string
	}{
		{"short", "étude.db", 8, "étude.db"},
		{"long", "diagnostic du Val d’Ille-Aubigné.db", 15, "diagnos…igné.db"},
		{"no space beside the ellipsis", "le grand diagnostic", 7, "le…tic"},
		{"an accent of its own", "e\u0301tude.db", 8, "étude.db"},
		{"no room", "étude.db", 0, "…"},
		{"an accent that cannot join", "aaaaaaq\u0301qq", 6, "aaa…qq"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got := middle(c.text, func(s string) bool { return utf8.RuneCountInString(s) <= c.most })
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestMiddleKeepsBothEnds(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.StringMatching(`[a-z]{3,40}\.db`).Draw(t, "name")
		most := rapid.IntRange(7, 50).Draw(t, "most")
		got := middle(name, func(s string) bool { return utf8.RuneCountInString(s) <= most })
		if utf8.RuneCountInString(got) > most || got[0] != name[0] || !strings.HasSuffix(got, "db") {
			t.Errorf("%q in %d: %q", name, most, got)
		}
		if got != name && utf8.RuneCountInString(got) != most {
			t.Errorf("%q in %d leaves room: %q", name, most, got)
		}
	})
}

func TestTroubles(t *testing.T) {
	t.Parallel()
	refused := &fs.PathError{Op: "open", Path: "x", Err: fs.ErrPermission}
	gone := &fs.PathError{Op: "open", Path: "x", Err: fs.ErrNotExist}
	there := &fs.PathError{Op: "mkdir", Path: "x", Err: fs.ErrExist}
	other := errors.New("disk on fire")
	cases := []struct{ name, got, want string }{
		{"folder, no right", folderTrouble(refused), "Vous n’avez pas le droit d’ouvrir ce dossier."},
		{"folder, gone", folderTrouble(gone), "Ce dossier n’existe plus."},
		{"folder, other", folderTrouble(other), "Ce dossier ne peut pas être lu."},
		{"file, no right", fileTrouble(refused), "Vous n’avez pas le droit de lire ce fichier."},
		{"file, gone", fileTrouble(gone), "Ce fichier n’existe plus."},
		{"file, other", fileTrouble(other), "Ce fichier ne peut pas être lu."},
		{"writing, no right", writeTrouble(refused), "Vous n’avez pas le droit d’écrire dans ce dossier."},
		{"writing, gone", writeTrouble(gone), "Ce dossier n’existe plus."},
		{"writing, there", writeTrouble(there), "Un fichier ou un dossier porte déjà ce nom."},
		{"writing, other", writeTrouble(other), "Rien ne peut être écrit dans ce dossier."},
		{"empty", emptyWords(listing{}, []string{".db"}), "Ce dossier est vide."},
		{"others", emptyWords(listing{others: true}, []string{".db", ".pdf"}), "Aucun fichier .db ou .pdf dans ce dossier."},
	}
	for _, c := range cases {
		if c.got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, c.got, c.want)
		}
	}
}

func TestJump(t *testing.T) {
	t.Parallel()
	files := []string{"Actions", "Élus.db", "étude.db", "eau.db", "fusion.db"}
	cases := []struct {
		name    string
		typed   string
		pause   time.Duration
		current int
		want    int
	}{
		{"a letter", "f", 0, -1, 4},
		{"without its accent", "e", 0, -1, 1},
		{"with its accent", "é", 0, -1, 1},
		{"in capitals", "A", 0, 3, 0},
		{"the same letter again", "ee", 0, -1, 2},
		{"around", "e", 0, 3, 1},
		{"several letters", "et", 0, -1, 2},
		{"letters far apart", "ef", 2 * time.Second, -1, 4},
		{"the one already there", "eau", 0, 3, 3},
		{"nothing", "z", 0, 2, 2},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var j jump
			now, at := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC), c.current
			for _, r := range c.typed {
				now = now.Add(c.pause)
				if next := j.to(r, now, files, at); next >= 0 {
					at = next
				}
			}
			if at != c.want {
				t.Errorf("got %d, want %d", at, c.want)
			}
		})
	}
}
