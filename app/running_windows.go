package app

import "os"

// running tells whether a process of this computer still runs: Windows opens no
// other.
func running(pid int) bool {
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	return p.Release() == nil
}
