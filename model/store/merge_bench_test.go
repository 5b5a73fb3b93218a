package store

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"tressons/model"
)

// BenchmarkMerge merges into a file of n changes a copy with nothing new, one
// that has 2 % more where the file has 2 % more itself, and a file of n changes
// that has nothing in common with it. The backup is part of it.
func BenchmarkMerge(b *testing.B) {
	for _, n := range sizes(b) {
		base := grown(b, n, "base")
		b.Run(fmt.Sprint("nothing/", n), func(b *testing.B) { benchmarkMerge(b, base, base) })
		b.Run(fmt.Sprint("2%/", n), func(b *testing.B) {
			benchmarkMerge(b, written(b, base, n/50, "ici"), written(b, base, n/50, "la-bas"))
		})
		b.Run(fmt.Sprint("disjoint/", n), func(b *testing.B) { benchmarkMerge(b, base, grown(b, n, "others")) })
	}
}

// BenchmarkCopies merges seven copies of a file into an eighth, each with 300
// edits of its own.
func BenchmarkCopies(b *testing.B) {
	base := grown(b, 1000, "base")
	var all []string
	for i := range 8 {
		all = append(all, written(b, base, 300, fmt.Sprint("copie-", i)))
	}
	benchmarkMerge(b, all[0], all[1:]...)
}

// BenchmarkSessions merges files of 2,000 sessions that went on from one another,
// of which the file has 40 that the copy lacks and the other way round.
func BenchmarkSessions(b *testing.B) {
	base := once(b, "sessions.db", func(path string) {
		populate(b, path, 15, "base")
		visited(b, path, 1960)
	})
	copies := make([]string, 2)
	for i := range copies {
		copies[i] = filepath.Join(b.TempDir(), fmt.Sprint(i, ".db"))
		duplicate(b, base, copies[i])
		visited(b, copies[i], 40)
	}
	benchmarkMerge(b, copies[0], copies[1])
}

// visited lets people edit a file one after the other, each once.
func visited(b *testing.B, path string, people int) {
	b.Helper()
	s := opened(b, path)
	loaded(b, s)
	for i := range people {
		s.SetAuthor(Author{Name: fmt.Sprint("Visite ", i)})
		save(b, s, set("lever", fmt.Sprint("l", i%12), "in_place", fmt.Sprint("Texte ", path, i)))
	}
	closed(b, s)
}

// written is a copy of a file in which somebody wrote some fields, half of them of
// rows of their own, half of everybody's.
func written(b *testing.B, base string, edits int, who string) string {
	b.Helper()
	return once(b, who+" "+filepath.Base(base), func(path string) {
		duplicate(b, base, path)
		s := opened(b, path)
		s.SetAuthor(Author{Name: who})
		loaded(b, s)
		var list []model.Edit
		for i := range edits {
			row := model.DerivedID(fmt.Sprint("base ", i))
			if i%2 == 0 {
				row = model.DerivedID(fmt.Sprint(who, i))
			}
			list = append(list, set("initiative", row, "description", fmt.Sprint("Texte de ", who, i/4)))
		}
		save(b, s, list...)
		closed(b, s)
	})
}

func benchmarkMerge(b *testing.B, into string, from ...string) {
	b.Helper()
	path := filepath.Join(b.TempDir(), "cible.db")
	m := newMeter()
	for b.Loop() {
		b.StopTimer()
		m.pause()
		duplicate(b, into, path)
		s, err := Open(b.Context(), path, Options{})
		if err != nil {
			b.Fatal(err)
		}
		m.resume()
		b.StartTimer()
		if _, err := s.Merge(b.Context(), from); err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		m.pause()
		closed(b, s)
		m.resume()
		b.StartTimer()
	}
	m.report(b)
}

// duplicate copies a file without holding it in memory. It is on disk, as that of a user
// is: the first to wait for the disk would otherwise wait for the copying.
func duplicate(b testing.TB, from, to string) {
	b.Helper()
	in, err := os.Open(from)
	if err != nil {
		b.Fatal(err)
	}
	out, err := os.Create(to)
	if err != nil {
		b.Fatal(err)
	}
	_, err = io.Copy(out, in)
	if err = errors.Join(err, out.Sync(), in.Close(), out.Close()); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkClosure asks of every session of a file of 2,000 what it had seen.
func BenchmarkClosure(b *testing.B) {
	const sessions = 2000
	for b.Loop() {
		c := newClosure(sessions)
		for i := 1; i < sessions; i++ {
			c.add(i, i-1, 1)
			c.add(i, i/2, 1)
		}
		for i := range sessions {
			if c.reach(i, 0) != min(int64(i), 1) {
				b.Fatal("wrong")
			}
		}
	}
}
