package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"testing"
	"time"

	"tressons/model"
)

// hugeVariable adds files of a million changes to the benchmarks: some minutes.
const hugeVariable = "TRESSONS_BENCH_HUGE"

// BenchmarkMerge merges into a file of n changes a copy with nothing new, one
// that has 2 % more where the file has 2 % more itself, and one that has nothing
// in common with it. The backup is part of it.
func BenchmarkMerge(b *testing.B) {
	sizes := []int{10_000, 250_000}
	if os.Getenv(hugeVariable) != "" {
		sizes = append(sizes, 1_000_000)
	}
	for _, n := range sizes {
		base := grown(b, n)
		ours, theirs := twoPercentMore(b, base, n, "ici"), twoPercentMore(b, base, n, "là-bas")
		b.Run(fmt.Sprint("nothing new/", n), func(b *testing.B) { benchmarkMerge(b, base, base) })
		b.Run(fmt.Sprint("2% and 2%/", n), func(b *testing.B) { benchmarkMerge(b, ours, theirs) })
		b.Run(fmt.Sprint("disjoint/", n), func(b *testing.B) { benchmarkMerge(b, emptied(b, base), base) })
	}
}

// twoPercentMore is a copy of a file in which somebody wrote n/50 fields of rows
// of their own and of everybody's.
func twoPercentMore(b *testing.B, base string, n int, who string) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), who+".db")
	duplicate(b, base, path)
	s := opened(b, path)
	loaded(b, s)
	var edits []model.Edit
	for i := range n / 50 {
		row := model.DerivedID(fmt.Sprint("initiative ", i))
		if i%2 == 0 {
			row = model.DerivedID(fmt.Sprint(who, i))
		}
		edits = append(edits, set("initiative", row, "description", fmt.Sprint("Texte de ", who, i/4)))
	}
	save(b, s, edits...)
	closed(b, s)
	return path
}

// emptied is a file of the same document with nothing in it.
func emptied(b *testing.B, base string) string {
	b.Helper()
	s := opened(b, base)
	id := s.DocumentID()
	closed(b, s)
	path := filepath.Join(b.TempDir(), "vide.db")
	if err := Build(b.Context(), path, Options{DocumentID: id}, func(*Store) error { return nil }); err != nil {
		b.Fatal(err)
	}
	return path
}

func benchmarkMerge(b *testing.B, into, from string) {
	b.Helper()
	path := filepath.Join(b.TempDir(), "cible.db")
	var most uint64
	for b.Loop() {
		b.StopTimer()
		duplicate(b, into, path)
		s, err := Open(b.Context(), path, Options{})
		if err != nil {
			b.Fatal(err)
		}
		stop := watchMemory(&most)
		b.StartTimer()
		if _, err := s.Merge(b.Context(), []string{from}); err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		stop()
		closed(b, s)
		b.StartTimer()
	}
	b.ReportMetric(float64(most)/1e6, "MB")
}

// watchMemory notes the most memory that the program takes, until it is stopped.
func watchMemory(most *uint64) (stop func()) {
	debug.FreeOSMemory()
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() {
		defer close(done)
		for ctx.Err() == nil {
			*most = max(*most, resident())
			time.Sleep(20 * time.Millisecond)
		}
	}()
	return func() { cancel(); <-done }
}

// resident is the memory of the process in bytes, what SQLite takes included; 0
// where the system does not tell it the way of Linux.
func resident() uint64 {
	text, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0
	}
	var size, pages uint64
	if _, err := fmt.Sscan(string(text), &size, &pages); err != nil {
		return 0
	}
	return pages * uint64(os.Getpagesize())
}

// duplicate copies a file without holding it in memory.
func duplicate(b *testing.B, from, to string) {
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
	if err = errors.Join(err, in.Close(), out.Close()); err != nil {
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
