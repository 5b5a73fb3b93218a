package store

import (
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// recordedFile names the file to a process whose system calls are recorded, and
// recordedMode how it saves.
const (
	recordedFile = "TRESSONS_STORE_TEST_RECORDED"
	recordedMode = "TRESSONS_STORE_TEST_SYNCHRONOUS"
)

// TestRecorded is not a test: it saves some fields, one after the other, and
// says which are acknowledged.
func TestRecorded(t *testing.T) {
	path := os.Getenv(recordedFile)
	if path == "" {
		t.Skip("only for TestPowerLoss")
	}
	s := opened(t, path)
	if err := s.reading(t.Context(), func(*connection) error { return nil }); err != nil {
		t.Fatal(err)
	}
	if err := s.conn.script(t.Context(), `PRAGMA synchronous = `+os.Getenv(recordedMode)); err != nil {
		t.Fatal(err)
	}
	for n := range 12 {
		save(t, s, set("lever", fmt.Sprint("l", n), "in_place", strings.Repeat(fmt.Sprint("Texte ", n), 50)))
		fmt.Fprintf(os.Stderr, "saved %d\n", n)
	}
}

// call is a recorded system call.
type call struct {
	name, text string
	bytes      string // that it was given
	result     int
}

var callPattern = regexp.MustCompile(`^(\w+)\((.*)\)\s+= (-?\d+)`)

// recorded lists the calls that touch files while a process saves.
func recorded(t *testing.T, path, mode string) []call {
	t.Helper()
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace is not installed")
	}
	trace := filepath.Join(t.TempDir(), "trace")
	cmd := exec.CommandContext(t.Context(), strace, "-f", "-xx", "-s", "100000", "-o", trace,
		"-e", "trace=open,openat,close,pwrite64,write,fsync,fdatasync,ftruncate,unlink,unlinkat", os.Args[0], "-test.run=^TestRecorded$")
	cmd.Env = append(os.Environ(), recordedFile+"="+path, recordedMode+"="+mode)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Skipf("cannot record here: %v %s", err, out)
	}
	var out []call
	unfinished := map[string]string{}
	for line := range strings.Lines(content(t, trace)) {
		pid, text, _ := strings.Cut(strings.TrimSpace(line), " ")
		text = strings.TrimSpace(text)
		if start, ok := strings.CutSuffix(text, " <unfinished ...>"); ok {
			unfinished[pid] = start
			continue
		}
		if strings.HasPrefix(text, "<... ") {
			_, end, _ := strings.Cut(text, "resumed>")
			text = unfinished[pid] + end
		}
		if m := callPattern.FindStringSubmatch(text); m != nil {
			result, _ := strconv.Atoi(m[3])
			out = append(out, call{m[1], m[2], bytesOf(m[2]), result})
		}
	}
	return out
}

var quotedPattern = regexp.MustCompile(`"((?:\\x[0-9a-f]{2})*)"`)

// bytesOf is what stands in quotes among the arguments of a call.
func bytesOf(text string) string {
	m := quotedPattern.FindStringSubmatch(text)
	if m == nil {
		return ""
	}
	b, _ := hex.DecodeString(strings.ReplaceAll(m[1], `\x`, ""))
	return string(b)
}

// disk is what a computer would find after a power cut: what was synced, and of
// the rest what chance has brought to disk.
type disk struct {
	folder, name string
	fds          map[string]string // descriptor → path
	durable      map[string][]byte // content that was synced, nil when there is none
	pending      map[string][]func([]byte) []byte
	unlinked     map[string]bool // not yet sure
	acknowledged int
}

// apply plays a call; written calls stay pending until they are synced.
func (d *disk) apply(c call) {
	fd, _, _ := strings.Cut(c.text, ",")
	path := d.fds[fd]
	switch c.name {
	case "open", "openat":
		if name := c.bytes; c.result >= 0 && strings.HasPrefix(name, d.folder) {
			d.fds[strconv.Itoa(c.result)] = name
			if d.unlinked[name] { // the old one is gone for good once a new one is made
				delete(d.unlinked, name)
				delete(d.durable, name)
				delete(d.pending, name)
			}
		}
	case "close":
		delete(d.fds, fd)
	case "write":
		n := 0
		if _, err := fmt.Sscanf(c.bytes, "saved %d", &n); err == nil {
			d.acknowledged = n + 1
		}
	case "pwrite64":
		if path != "" && c.result > 0 {
			at, _ := strconv.Atoi(c.text[strings.LastIndex(c.text, ", ")+2:])
			data := []byte(c.bytes)[:c.result]
			d.pending[path] = append(d.pending[path], func(b []byte) []byte { return overwrite(b, at, data) })
		}
	case "ftruncate":
		if size, err := strconv.Atoi(c.text[strings.LastIndex(c.text, ", ")+2:]); path != "" && err == nil {
			d.pending[path] = append(d.pending[path], func(b []byte) []byte { return overwrite(b, size, nil)[:size] })
		}
	case "fsync", "fdatasync":
		d.sync(path)
	case "unlink", "unlinkat":
		d.unlinked[c.bytes] = true
	}
}

func (d *disk) sync(path string) {
	if path == d.folder {
		for name := range d.unlinked {
			delete(d.durable, name)
			delete(d.pending, name)
		}
		clear(d.unlinked)
		return
	}
	for _, f := range d.pending[path] {
		d.durable[path] = f(d.durable[path])
	}
	delete(d.pending, path)
}

func overwrite(b []byte, at int, data []byte) []byte {
	if missing := at + len(data) - len(b); missing > 0 {
		b = append(b, make([]byte, missing)...)
	}
	copy(b[at:], data)
	return b
}

// cut writes to a folder what one power cut could leave.
func (d *disk) cut(t *testing.T, random *rand.Rand, folder string) string {
	t.Helper()
	paths := map[string]bool{}
	for p := range d.durable {
		paths[p] = true
	}
	for p := range d.pending {
		paths[p] = true
	}
	for p := range paths {
		if d.unlinked[p] && random.IntN(2) == 0 {
			continue
		}
		bytes := append([]byte(nil), d.durable[p]...)
		for _, f := range d.pending[p] {
			if random.IntN(2) == 0 {
				bytes = f(bytes)
			}
		}
		write(t, filepath.Join(folder, filepath.Base(p)), string(bytes))
	}
	return filepath.Join(folder, d.name)
}

// TestPowerLoss cuts the power at every kind of instant of a recorded run: with
// the way this program saves nothing acknowledged is lost, and with
// synchronous=OFF the same test fails. The number of cuts can be given by the
// environment.
func TestPowerLoss(t *testing.T) {
	cuts := 40
	if n, err := strconv.Atoi(os.Getenv("TRESSONS_STORE_TEST_POWER_CUTS")); err == nil {
		cuts = n
	}
	for mode, harmless := range map[string]bool{"EXTRA": true, "OFF": false} {
		t.Run(mode, func(t *testing.T) {
			t.Parallel()
			path := sample(t)
			before := content(t, path)
			calls := recorded(t, path, mode)
			random := rand.New(rand.NewPCG(7, 7))
			lost, latest := 0, 0
			for range cuts {
				d := &disk{folder: filepath.Dir(path), name: filepath.Base(path), fds: map[string]string{}, durable: map[string][]byte{path: []byte(before)},
					pending: map[string][]func([]byte) []byte{}, unlinked: map[string]bool{}}
				for _, c := range calls[:random.IntN(len(calls)+1)] {
					d.apply(c)
				}
				latest = max(latest, d.acknowledged)
				if !survived(t, d.cut(t, random, t.TempDir()), d.acknowledged) {
					lost++
				}
			}
			if (lost == 0) != harmless || latest == 0 {
				t.Errorf("%d of %d power cuts lost something; up to %d acknowledged", lost, cuts, latest)
			}
			t.Logf("%d of %d power cuts lost something", lost, cuts)
		})
	}
}

// survived tells whether a file opens, is sound, and has what was acknowledged.
func survived(t *testing.T, path string, acknowledged int) bool {
	t.Helper()
	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		return false
	}
	defer closed(t, s)
	all, err := s.Diagnoses(t.Context())
	if err != nil || len(all) != 1 {
		return false
	}
	found, err := s.Verify(t.Context())
	return err == nil && len(found) == 0 && all[0].Levers.Len() >= acknowledged+2 // and the two of before
}
