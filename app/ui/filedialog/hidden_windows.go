package filedialog

import (
	"io/fs"
	"strings"
	"syscall"
)

// isHidden says whether a file is one that people do not want to see.
func isHidden(info fs.FileInfo) bool {
	if strings.HasPrefix(info.Name(), ".") {
		return true
	}
	data, ok := info.Sys().(*syscall.Win32FileAttributeData)
	return ok && data.FileAttributes&(syscall.FILE_ATTRIBUTE_HIDDEN|syscall.FILE_ATTRIBUTE_SYSTEM) != 0
}
