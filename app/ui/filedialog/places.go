package filedialog

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// placeKind says what a place is, and so its sign.
type placeKind int

// The kinds of places. A heading is no place: it names those that follow.
const (
	heading placeKind = iota
	homePlace
	documentsPlace
	downloadsPlace
	desktopPlace
	recentPlace
	diskPlace
)

// place is a folder where one often goes.
type place struct {
	kind  placeKind
	label string
	path  string
}

// computer is what places are looked for in: this one, or one that a test makes up.
type computer struct {
	os        string // as runtime.GOOS
	separator string // of paths
	home      string
	user      string
	env       func(string) string
	isFolder  func(string) bool
	readFile  func(string) ([]byte, error)
	folders   func(string) []string // names of the folders in a folder
}

// thisComputer is the one that the program runs on.
func thisComputer() computer {
	home, err := os.UserHomeDir()
	if err != nil {
		home = string(filepath.Separator)
	}
	return computer{
		os: runtime.GOOS, separator: string(filepath.Separator), home: home, user: filepath.Base(home),
		env: os.Getenv, isFolder: isFolder, readFile: os.ReadFile, folders: foldersIn,
	}
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func foldersIn(dir string) []string {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") && isFolder(filepath.Join(dir, e.Name())) {
			names = append(names, e.Name())
		}
	}
	return names
}

// join makes a path of the computer.
func (c computer) join(parts ...string) string { return strings.Join(parts, c.separator) }

// maxRecent is how many recent folders are offered.
const maxRecent = 4

// places returns the folders of the person that exist, then the recent ones, then
// the disks.
func (c computer) places(recent []string) []place {
	known := []place{{heading, "Emplacements", ""}}
	known = c.addExisting(known,
		place{homePlace, "Dossier personnel", c.home},
		place{documentsPlace, "Documents", c.userFolder("DOCUMENTS", "Documents")},
		place{downloadsPlace, "Téléchargements", c.userFolder("DOWNLOAD", "Downloads", "Téléchargements")},
		place{desktopPlace, "Bureau", c.userFolder("DESKTOP", "Desktop", "Bureau")})
	known = c.addGroup(known, "Dossiers récents", maxRecent, c.recentFolders(recent))
	disks := c.disks()
	return c.addGroup(known, "Ordinateur", len(disks), disks)
}

// addExisting adds the places that exist and are not there yet.
func (c computer) addExisting(known []place, more ...place) []place {
	for _, p := range more {
		there := slices.ContainsFunc(known, func(k place) bool { return k.path == p.path })
		if p.path != "" && !there && c.isFolder(p.path) {
			known = append(known, p)
		}
	}
	return known
}

// addGroup adds at most limit places under a heading, if any is left.
func (c computer) addGroup(known []place, title string, limit int, more []place) []place {
	before := len(known)
	grown := c.addExisting(append(slices.Clone(known), place{heading, title, ""}), more...)
	if len(grown) == before+1 {
		return known
	}
	return grown[:min(len(grown), before+1+limit)]
}

// recentFolders names folders. Roots of disks are offered anyway.
func (c computer) recentFolders(paths []string) []place {
	var folders []place
	for _, path := range paths {
		name := path[strings.LastIndex(path, c.separator)+1:]
		if name != "" {
			folders = append(folders, place{recentPlace, name, path})
		}
	}
	return folders
}

// userFolder returns a folder of the person: the one that the desktop names
// (XDG_key_DIR), that OneDrive took over, or else the first of the usual names
// that exists in the home folder.
func (c computer) userFolder(key string, names ...string) string {
	if folder, ok := c.xdgFolders()["XDG_"+key+"_DIR"]; ok {
		return folder
	}
	bases := []string{c.home}
	if drive := c.env("OneDrive"); c.os == "windows" && drive != "" {
		bases = []string{drive, c.home}
	}
	for _, base := range bases {
		for _, name := range names {
			if folder := c.join(base, name); c.isFolder(folder) {
				return folder
			}
		}
	}
	return ""
}

// xdgFolders reads what Linux desktops say of the folders of the person: lines
// such as XDG_DOCUMENTS_DIR="$HOME/Documents". One that the person does not have is
// said to be the home folder: it comes back as "".
func (c computer) xdgFolders() map[string]string {
	folders := map[string]string{}
	if c.os == "windows" || c.os == "darwin" {
		return folders
	}
	config := c.env("XDG_CONFIG_HOME")
	if config == "" {
		config = c.join(c.home, ".config")
	}
	content, err := c.readFile(c.join(config, "user-dirs.dirs"))
	if err != nil {
		return folders
	}
	for line := range strings.Lines(string(content)) {
		key, value, ok := strings.Cut(strings.TrimSpace(line), "=")
		if !ok || strings.HasPrefix(key, "#") {
			continue
		}
		value = strings.ReplaceAll(strings.Trim(value, `"`), "$HOME", c.home)
		if folders[key] = strings.TrimSuffix(value, "/"); folders[key] == c.home {
			folders[key] = ""
		}
	}
	return folders
}

// disks returns the drives of Windows, diskettes apart, otherwise the root and what is mounted
// where desktops put keys and shares.
func (c computer) disks() []place {
	if c.os == "windows" {
		var drives []place
		for letter := 'C'; letter <= 'Z'; letter++ {
			drives = append(drives, place{diskPlace, "Disque" + nbsp + string(letter) + ":", string(letter) + `:\`})
		}
		return drives
	}
	disks := []place{{diskPlace, rootLabel, "/"}}
	for _, dir := range []string{"/Volumes", "/media/" + c.user, "/run/media/" + c.user} {
		for _, name := range c.folders(dir) {
			disks = append(disks, place{diskPlace, name, c.join(dir, name)})
		}
	}
	return disks
}
