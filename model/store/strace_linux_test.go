package store

import (
	"encoding/hex"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// call is a recorded system call of a worker.
type call struct {
	thread, name, text string
	quoted             []string // what stands in quotes among the arguments
	result             int
}

// recorded lists some of the calls that a worker makes while it does its work.
func (r *trial) recorded(t *testing.T, folder, calls string, environment ...string) []call {
	t.Helper()
	trace := filepath.Join(t.TempDir(), "trace")
	cmd := r.workerCommand(t.Context(), folder, t.TempDir(),
		strace(t), "-f", "-xx", "-s", "2000000", "-o", trace, "-e", "trace="+calls)
	cmd.Env = append(cmd.Env, environment...)
	out, err := cmd.Output()
	if err != nil || !hear(strings.NewReader(string(out)), func() {}).done {
		t.Fatalf("%v: %s", err, out)
	}
	return parsed(content(t, trace))
}

// strace is the program that records system calls and makes them fail. Tests
// that need it are skipped where it cannot be had.
func strace(t testing.TB) string {
	t.Helper()
	path, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("SKIPPED: strace is not installed")
	}
	if out, err := exec.CommandContext(t.Context(), path, "-f", "-o", filepath.Join(t.TempDir(), "trace"), "true").CombinedOutput(); err != nil {
		t.Skipf("SKIPPED: strace may not follow a process here: %v %s", err, out)
	}
	return path
}

var (
	callPattern   = regexp.MustCompile(`^(\w+)\((.*)\)\s+= (-?\d+)`)
	quotedPattern = regexp.MustCompile(`"((?:\\x[0-9a-f]{2})*)"`)
)

// parsed reads a recording. A call that another thread interrupted stands in it
// in two pieces.
func parsed(trace string) (out []call) {
	unfinished := map[string]string{}
	for line := range strings.Lines(trace) {
		thread, text, _ := strings.Cut(strings.TrimSpace(line), " ")
		text = strings.TrimSpace(text)
		if start, ok := strings.CutSuffix(text, " <unfinished ...>"); ok {
			unfinished[thread] = start
			continue
		}
		if strings.HasPrefix(text, "<... ") {
			_, end, _ := strings.Cut(text, "resumed>")
			text = unfinished[thread] + end
		}
		if m := callPattern.FindStringSubmatch(text); m != nil {
			result, _ := strconv.Atoi(m[3])
			out = append(out, call{thread, m[1], m[2], unquoted(m[2]), result})
		}
	}
	return out
}

func unquoted(text string) (out []string) {
	for _, m := range quotedPattern.FindAllStringSubmatch(text, -1) {
		b, _ := hex.DecodeString(strings.ReplaceAll(m[1], `\x`, ""))
		out = append(out, string(b))
	}
	return out
}

// says tells whether the call is a worker's word on its way.
func (c call) says(word string) bool {
	return c.name == "write" && len(c.quoted) == 1 && strings.HasPrefix(c.quoted[0], word)
}
