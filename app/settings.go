package app

import (
	"cmp"
	"encoding/json"
	"io"
	"os"
	"os/user"
	"path/filepath"
	"slices"
	"strings"
)

// maxRecent is how many recent files are remembered.
const maxRecent = 8

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
}

// Forget takes a file off the recent ones.
func (s *Settings) Forget(path string) {
	s.Recent = slices.DeleteFunc(s.Recent, func(p string) bool { return p == path })
}
