package store

import (
	"encoding/binary"
	"errors"
	"path/filepath"
	"testing"

	"tressons/model"
)

// TestRowsThatVanish takes the last row from each page of a copy in turn, which
// no checksum of a row can tell. Where the merge takes nothing from that page it
// gives what it gives with the sound copy; otherwise it is refused.
func TestRowsThatVanish(t *testing.T) {
	t.Parallel()
	const page, leaf = 4096, 0x0a
	a, b := diverged(t)
	target, source := content(t, a), content(t, b)
	merged(t, a, b)
	want := compacted(t, a)
	refused, same := 0, 0
	for at := page; at < len(source); at += page {
		bytes := []byte(source)
		rows := binary.BigEndian.Uint16(bytes[at+3:])
		if bytes[at] != leaf || rows == 0 {
			continue
		}
		binary.BigEndian.PutUint16(bytes[at+3:], rows-1)
		folder := t.TempDir()
		into, from := filepath.Join(folder, "cible.db"), filepath.Join(folder, "copie.db")
		write(t, into, target)
		write(t, from, string(bytes))
		s := opened(t, into)
		_, err := s.Merge(t.Context(), []string{from})
		closed(t, s)
		var told *model.Problem
		switch {
		case errors.As(err, &told):
			refused++
		case err != nil:
			t.Fatal(err)
		case compacted(t, into) != want:
			t.Errorf("page %d: merged without the row that is missing", at/page+1)
		default:
			same++
		}
	}
	if refused == 0 || same == 0 {
		t.Errorf("%d refused, %d as if sound; the test needs both", refused, same)
	}
}
