package store

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"tressons/model"
)

// roundsVariable asks for more rounds than the usual thousand.
const roundsVariable = "TRESSONS_MERGE_ROUNDS"

const (
	usualRounds    = 1000
	roundsPerWorld = 100
)

// onDisk is a replica that is a real file, open in the store.
type onDisk struct {
	t      *testing.T
	folder string
	serial *int
	clock  time.Duration
	path   string
	store  *Store
	format format
}

func (r *onDisk) open() {
	s, err := open(r.t.Context(), r.path, Options{Now: func() time.Time { return time.Now().Add(r.clock) }}, r.format)
	if err != nil {
		r.t.Fatal(err)
	}
	r.store = s
	loaded(r.t, s)
}

func (r *onDisk) close() { closed(r.t, r.store) }

func (r *onDisk) reopen() { r.close(); r.open() }

func (r *onDisk) save(edits []model.Edit) int { return save(r.t, r.store, edits...).Changes }

// duplicate copies the bytes while the file is open, as people do.
func (r *onDisk) duplicate() replica {
	*r.serial++
	d := *r
	d.path = filepath.Join(r.folder, fmt.Sprint("copie ", *r.serial, ".db"))
	write(r.t, d.path, content(r.t, r.path))
	d.open()
	return &d
}

func (r *onDisk) share(o ShareOptions) replica {
	*r.serial++
	d := *r
	d.path = filepath.Join(r.folder, fmt.Sprint("partage ", *r.serial, ".db"))
	if _, err := r.store.Share(r.t.Context(), d.path, o); err != nil {
		r.t.Fatal(err)
	}
	d.open()
	return &d
}

func (r *onDisk) compact() {
	done, err := r.store.Compact(r.t.Context())
	if err != nil {
		r.t.Fatal(err)
	}
	if done.Backup == "" {
		return
	}
	if err := os.Remove(done.Backup); err != nil {
		r.t.Error(err)
	}
}

// laterFormat is the one that replicas are upgraded to.
func laterFormat() format {
	return later("CREATE TABLE later (id TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID")
}

func (r *onDisk) upgrade() {
	r.format = laterFormat()
	r.reopen()
}

func (r *onDisk) version() int { return r.format.version() }

func (r *onDisk) merge(others []replica) {
	paths := make([]string, len(others))
	before := make([]string, len(others))
	for i, o := range others {
		paths[i] = o.(*onDisk).path
		before[i] = content(r.t, paths[i])
	}
	m, err := r.store.Merge(r.t.Context(), paths)
	if err != nil {
		r.t.Fatal(err)
	}
	for i, path := range paths {
		if path != r.path && content(r.t, path) != before[i] {
			r.t.Error("a source changed")
		}
	}
	if m.Backup != "" {
		if err := os.Remove(m.Backup); err != nil {
			r.t.Error(err)
		}
	}
	loaded(r.t, r.store)
}

func (r *onDisk) heads() map[string][]string {
	out := map[string][]string{}
	for _, h := range heads(r.t, r.store) {
		cell := string(h.row) + "|" + h.field
		out[cell] = append(out[cell], h.value)
	}
	for _, values := range out {
		slices.Sort(values)
	}
	return out
}

// TestMergeEqualsOracle edits, copies and merges five real files at random, with
// clocks off by days, old copies that come back, shared copies that leave things
// out, compaction, and a new format that reaches one after the other, and compares each with a
// brute-force oracle after every step. In the end all are brought together in
// several orders, which must give the same bytes.
func TestMergeEqualsOracle(t *testing.T) {
	t.Parallel()
	rounds := usualRounds
	if n, err := strconv.Atoi(os.Getenv(roundsVariable)); err == nil {
		rounds = n
	}
	for seed := uint64(1); rounds > 0; seed++ {
		n := min(rounds, roundsPerWorld)
		t.Run(fmt.Sprint("world ", seed), func(t *testing.T) {
			t.Parallel()
			play(t, seed, n)
		})
		rounds -= roundsPerWorld
	}
}

func play(t *testing.T, seed uint64, rounds int) {
	t.Helper()
	folder := t.TempDir()
	origin := filepath.Join(folder, "origine.db")
	if err := Build(t.Context(), origin, Options{}, func(*Store) error { return nil }); err != nil {
		t.Fatal(err)
	}
	serial := 0
	var live []replica
	for i, clock := range []time.Duration{0, -50 * time.Hour, 40 * time.Hour, 50 * time.Hour, time.Minute} {
		r := &onDisk{t: t, folder: folder, serial: &serial, clock: clock, format: current(), path: filepath.Join(folder, fmt.Sprint(i, ".db"))}
		write(t, r.path, content(t, origin))
		r.open()
		live = append(live, r)
	}
	w := newWorld(seed, live)
	defer w.close()
	for n := range rounds {
		if told := w.round(); told != "" {
			t.Fatalf("world %d, round %d: %s", seed, n, told)
		}
	}
	w.converge(t, origin)
}

// converge merges everything there is in several orders and groupings.
func (w *world) converge(t *testing.T, origin string) {
	t.Helper()
	all := append(slices.Clone(w.live), w.stale...)
	var bytes string
	for order := range 3 {
		serial := 0
		r := &onDisk{t: t, folder: t.TempDir(), serial: &serial, format: laterFormat()}
		r.path = filepath.Join(r.folder, "tout.db")
		write(t, r.path, content(t, origin))
		r.open()
		w.rng.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for rest := all; len(rest) > 0; {
			n := 1 + w.rng.IntN(len(rest))
			group := make([]replica, n)
			for i, o := range rest[:n] {
				group[i] = o.replica
			}
			r.merge(group)
			r.merge(group[:1]) // again: nothing more
			rest = rest[n:]
		}
		if found, err := r.store.Verify(t.Context()); err != nil || len(found) > 0 {
			t.Fatal(found, err)
		}
		r.close()
		got := compactedAs(t, r.path, r.format)
		if bytes == "" {
			bytes = got
		}
		if got != bytes {
			t.Fatalf("order %d gives other bytes", order)
		}
	}
}
