//go:build !windows

package filedialog

import (
	"io/fs"
	"strings"
)

// isHidden says whether a file is one that people do not want to see.
func isHidden(info fs.FileInfo) bool { return strings.HasPrefix(info.Name(), ".") }
