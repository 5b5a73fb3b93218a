package app

import (
	"cmp"
	"encoding/json"
	"io"
	"maps"
	"os"
	"os/user"
	"path/filepath"
	"slices"
	"strings"

	"tressons/report"
)

// maxRecent is how many recent files are remembered.
const maxRecent = 8

// maxCompanions is how many files are remembered for the synthesis of one.
const maxCompanions = report.MostDiagnoses - 1

// Settings are a person's preferences on this computer. They are a convenience:
// settings that cannot be read or written are replaced by defaults, silently.
type Settings struct {
	Author       string   `json:"author"`
	Organisation string   `json:"organisation"`
	AuthorAsked  bool     `json:"author_asked"` // whatever the answer was
	Recent       []string `json:"recent"`       // paths, latest first
	Theme        string   `json:"theme"`        // "light", "dark" or "" to follow the system
	HelpFolded   bool     `json:"help_folded"`
	PDFAlone     bool     `json:"pdf_alone"` // PDFs do not carry their diagnosis
	// Companions are, for recent files, the others that were brought into their synthesis.
	Companions map[string][]string `json:"companions"`

	path string
}

// SettingsPath is where the settings are kept on this computer.
func SettingsPath() (string, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "tressons", "settings.json"), nil
}

// LoadSettings reads the settings kept at a path. The first time, the colours
// are light: desktops without a preference would give dark ones.
func LoadSettings(path string) *Settings {
	first := Settings{Theme: "light", path: path}
	s := first
	if data, err := os.ReadFile(path); err == nil && json.Unmarshal(data, &s) != nil {
		s = first
	}
	return &s
}

// Save keeps the settings.
func (s *Settings) Save() error {
	if s.path == "" {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(s.path), 0o755); err != nil {
		return err
	}
	return writeWhole(s.path, func(w io.Writer) error {
		enc := json.NewEncoder(w)
		enc.SetIndent("", "  ")
		return enc.Encode(s)
	})
}

// Signature is who edits on this computer: the name given, otherwise that of the
// system's account.
func (s *Settings) Signature() Author {
	name := s.Author
	if name == "" {
		if account, err := user.Current(); err == nil {
			name = cmp.Or(strings.TrimSpace(account.Name), account.Username)
		}
	}
	return Author{Name: name, Organisation: s.Organisation}
}

// MustAskAuthor tells whether nobody said yet who works on this computer, nor
// left that question unanswered.
func (s *Settings) MustAskAuthor() bool { return s.Author == "" && !s.AuthorAsked }

// Remember puts a file first among the recent ones.
func (s *Settings) Remember(path string) {
	s.Forget(path)
	s.Recent = slices.Insert(s.Recent, 0, path)
	s.Recent = s.Recent[:min(len(s.Recent), maxRecent)]
	maps.DeleteFunc(s.Companions, func(path string, _ []string) bool { return !slices.Contains(s.Recent, path) })
}

// Accompany remembers that a file was brought into the synthesis of a recent one.
func (s *Settings) Accompany(path, other string) {
	if s.Companions == nil {
		s.Companions = map[string][]string{}
	}
	list := slices.DeleteFunc(slices.Clone(s.Companions[path]), func(p string) bool { return p == other })
	list = append(list, other)
	s.Companions[path] = list[max(0, len(list)-maxCompanions):]
}

// Copy is the settings as they are now, to be saved while they go on changing.
func (s *Settings) Copy() *Settings {
	out := *s
	out.Recent = slices.Clone(s.Recent)
	out.Companions = maps.Clone(s.Companions) // lists are never changed, only replaced
	return &out
}

// Forget takes a file off the recent ones.
func (s *Settings) Forget(path string) {
	s.Recent = slices.DeleteFunc(s.Recent, func(p string) bool { return p == path })
}
