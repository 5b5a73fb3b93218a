package store

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// fataler is what a test and a property have in common.
type fataler interface {
	Helper()
	Fatal(...any)
	Context() context.Context
}

// heads are all heads of a file.
func heads(t fataler, s *Store) (out []change) {
	t.Helper()
	err := s.reading(t.Context(), func(c *connection) error {
		return eachRow(t.Context(), c, func(r rowHeads) error {
			out = append(out, r.list...)
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// headsNamed are the heads of a field, whatever the row.
func headsNamed(t fataler, s *Store, field string) []change {
	t.Helper()
	return slices.DeleteFunc(heads(t, s), func(h change) bool { return h.field != field })
}

var someRowHeads = rapid.Custom(func(t *rapid.T) rowHeads {
	id := rapid.Custom(func(t *rapid.T) uuid { return uuid(rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "id")) })
	sessions := rapid.SliceOfN(id, 1, 5).Draw(t, "sessions")
	r := rowHeads{key: rowKey{id.Draw(t, "diagnosis"), "lever", rowName(rapid.String().Draw(t, "row"))}}
	for range rapid.IntRange(0, 12).Draw(t, "heads") {
		r.list = append(r.list, change{diagnosis: r.key.diagnosis, entity: r.key.entity, row: r.key.row,
			session: rapid.SampledFrom(sessions).Draw(t, "session"), seq: rapid.Int64().Draw(t, "seq"), hlc: rapid.Int64().Draw(t, "hlc"),
			field: rapid.SampledFrom([]string{"", "name", "level", "é"}).Draw(t, "field"), value: rapid.String().Draw(t, "value")})
	}
	slices.SortFunc(r.list, compareHeads)
	return r
})

func TestHeadsSurvivePacking(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		want := someRowHeads.Draw(t, "row")
		cells := want.pack(nil)
		got, err := unpackHeads(want.key, cells, nil)
		if err != nil || got.key != want.key || !slices.Equal(got.list, want.list) {
			t.Fatalf("%+v, %v, want %+v", got, err, want)
		}
		if !bytes.Equal(got.pack(nil), cells) {
			t.Fatal("packed again, other bytes")
		}
		for _, field := range []string{"", "level", "name", "nothing"} {
			of := got.of(field)
			if slices.ContainsFunc(of, func(h change) bool { return h.field != field }) {
				t.Fatalf("heads of %q: %+v", field, of)
			}
			rest := len(got.list) - len(of)
			one := change{diagnosis: got.key.diagnosis, entity: got.key.entity, row: got.key.row, field: field, value: "x"}
			edited := rowHeads{got.key, slices.Clone(got.list)}
			edited.set(field, []change{one})
			if len(edited.list) != rest+1 || !slices.Contains(edited.list, one) || !slices.IsSortedFunc(edited.list, compareHeads) {
				t.Fatalf("set %q: %+v", field, edited)
			}
		}
	})
}

// FuzzHeads reads packed heads that somebody altered: they are read as they can be
// written, or refused.
func FuzzHeads(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{0})
	f.Add(rowHeads{list: []change{{session: uuid{1}, seq: 1, hlc: 2, field: "", value: "1"}, {session: uuid{2}, seq: 1, hlc: 2, field: "name", value: "La Cambuse"}}}.pack(nil))
	f.Add([]byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01})
	f.Fuzz(func(t *testing.T, cells []byte) {
		r, err := unpackHeads(rowKey{}, cells, nil)
		if err != nil {
			if !errors.Is(err, errDamaged) {
				t.Fatal(err)
			}
			return
		}
		again, err := unpackHeads(rowKey{}, r.pack(nil), nil)
		if err != nil || !slices.Equal(again.list, r.list) {
			t.Fatalf("%+v, %v, want %+v", again.list, err, r.list)
		}
	})
}

// TestTooManyVersionsOfARow writes heads that SQLite would not take.
func TestTooManyVersionsOfARow(t *testing.T) {
	t.Parallel()
	s := opened(t, sample(t))
	before := heads(t, s)
	text := strings.Repeat("x", 200_000)
	r := rowHeads{key: before[0].cell().rowKey}
	for n := range mostCells/len(text) + 1 {
		r.list = append(r.list, change{session: uuid{byte(n >> 8), byte(n)}, field: "in_place", value: text})
	}
	err := s.writing(t.Context(), func(c *connection) error { return r.write(t.Context(), c) })
	checkProblem(t, s.tell(err, whenSaving), "fusionnez moins de copies")
	if !slices.Equal(heads(t, s), before) {
		t.Error("something was written")
	}
}

// TestMergeIntoDamagedHeads merges into a file whose heads were damaged after it was
// opened: what came is not put in the place of what can no longer be read.
func TestMergeIntoDamagedHeads(t *testing.T) {
	t.Parallel()
	cases := map[string]string{
		"no cells":         `UPDATE head SET cells = x''`,
		"cells of nothing": `UPDATE head SET cells = x'00'`,
		"another sum":      `UPDATE head SET sum = zeroblob(8)`,
		"a short sum":      `UPDATE head SET sum = x'00'`,
	}
	for name, damage := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a, b := diverged(t)
			s := opened(t, a)
			run(t, a, damage)
			before := content(t, a)
			_, err := s.Merge(t.Context(), []string{b})
			checkProblem(t, err, "abîmé")
			if !errors.Is(err, errDamaged) || content(t, a) != before {
				t.Errorf("%v, and the file is the same: %v", err, content(t, a) == before)
			}
			closed(t, s)
		})
	}
}
