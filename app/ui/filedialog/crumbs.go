package filedialog

import (
	"path/filepath"
	"slices"
	"strings"
)

// rootLabel names the folder that holds all others.
const rootLabel = "Système de fichiers"

// crumb is one of the folders around the one shown.
type crumb struct {
	label string
	path  string
}

// crumbs returns the folders from the home folder, or from the disk, down to path.
func crumbs(path, home string) []crumb {
	var trail []crumb
	for path = filepath.Clean(path); ; path = filepath.Dir(path) {
		if path == home {
			trail = append(trail, crumb{"Dossier personnel", path})
			break
		}
		if filepath.Dir(path) == path {
			trail = append(trail, crumb{diskLabel(path), path})
			break
		}
		trail = append(trail, crumb{filepath.Base(path), path})
	}
	slices.Reverse(trail)
	return trail
}

// diskLabel names the folder that has none around it.
func diskLabel(path string) string {
	volume := filepath.VolumeName(path)
	switch {
	case volume == "":
		return rootLabel
	case strings.HasSuffix(volume, ":"):
		return "Disque" + nbsp + volume
	}
	return volume
}

// nearestFolder returns the first of path and the folders around it that exists,
// or home when path says nothing.
func nearestFolder(path, home string, isFolder func(string) bool) string {
	if path == "" {
		return home
	}
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute
	}
	for !isFolder(path) {
		parent := filepath.Dir(path)
		if parent == path {
			return home
		}
		path = parent
	}
	return path
}
