//go:build !windows

package app

import (
	"errors"
	"syscall"
)

// running tells whether a process of this computer still runs.
func running(pid int) bool {
	err := syscall.Kill(pid, 0)
	return pid > 0 && (err == nil || errors.Is(err, syscall.EPERM))
}
