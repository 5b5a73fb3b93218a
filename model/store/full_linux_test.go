package store

import (
	"fmt"
	"syscall"
	"testing"
)

// remounted changes the options of a folder that is a file system of its own.
func remounted(t *testing.T, folder string, flags uintptr, options string) {
	t.Helper()
	if err := syscall.Mount("tmpfs", folder, "", syscall.MS_REMOUNT|flags, options); err != nil {
		t.Skip("SKIPPED: cannot mount anew here:", err)
	}
}

// TestWorkOnAFullDisk does every kind of work where there is no room, and a little
// more each time: it is refused in a sentence, nothing is lost or left behind,
// and once there is room it completes.
func TestWorkOnAFullDisk(t *testing.T) {
	t.Parallel()
	for _, w := range works() {
		t.Run(w.name, func(t *testing.T) {
			t.Parallel()
			r := tried(t, w)
			finished, refused := 0, 0
			for _, free := range []int{0, 4, 16, 48, 96, 160, 256, 8192} { // kB
				folder := mounted(t, "size=16m")
				r.lay(t, folder)
				remounted(t, folder, 0, fmt.Sprintf("size=%dk", used(t, folder)+free))
				acknowledged, failures := r.attempt(folder)
				if len(failures) == 0 {
					finished++
				} else {
					refused++
				}
				r.toldWell(t, folder, failures)
				if err := r.checkFiles(t, folder, acknowledged, len(failures) > 0); err != nil {
					t.Errorf("%d kB free: %v", free, err)
				}
				remounted(t, folder, 0, "size=16m")
				if err := r.complete(t, folder, acknowledged); err != nil {
					t.Errorf("%d kB free: %v", free, err)
				}
			}
			if finished == 0 || refused == 0 {
				t.Errorf("%d times finished, %d times refused: this proves nothing", finished, refused)
			}
		})
	}
}

// TestWorkInAReadOnlyPlace wants every kind of work that writes to be refused
// there, with every byte as it was.
func TestWorkInAReadOnlyPlace(t *testing.T) {
	t.Parallel()
	for _, w := range works() {
		t.Run(w.name, func(t *testing.T) {
			t.Parallel()
			r := tried(t, w)
			folder := mounted(t, "")
			r.lay(t, folder)
			remounted(t, folder, syscall.MS_RDONLY, "")
			acknowledged, failures := r.attempt(folder)
			if acknowledged > 0 || len(failures) == 0 {
				t.Errorf("%d acknowledged, failures %v", acknowledged, failures)
			}
			r.toldWell(t, folder, failures)
			for name, bytes := range r.start {
				if content(t, folder+"/"+name) != bytes {
					t.Errorf("%s changed", name)
				}
			}
			remounted(t, folder, 0, "")
			if err := r.complete(t, folder, 0); err != nil {
				t.Error(err)
			}
		})
	}
}

// toldWell wants sentences, and no trace of what failed.
func (r *trial) toldWell(t *testing.T, folder string, failures []error) {
	t.Helper()
	for _, err := range failures {
		if !isProblem(err) {
			t.Errorf("no sentence for a user: %v", err)
		}
	}
	if left := leftBehind(t, folder); left != "" {
		t.Errorf("left behind: %s; told %v", left, failures)
	}
}

// used is how much of a file system is taken, in kB.
func used(t *testing.T, folder string) int {
	t.Helper()
	var s syscall.Statfs_t
	if err := syscall.Statfs(folder, &s); err != nil {
		t.Fatal(err)
	}
	return int(s.Blocks-s.Bfree) * int(s.Bsize) >> 10
}
