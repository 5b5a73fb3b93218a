// Package french makes Fyne speak French whatever the language of the system,
// and writes and reads dates, hours and numbers the French way.
package french

import (
	_ "embed"
	"fmt"

	"fyne.io/fyne/v2/lang"
)

//go:embed fr.json
var translations []byte

// Install gives Fyne its French words. Fyne has no way to force a language: the
// words are registered as those of the language of the system. Call it once,
// before any window is made.
func Install() error {
	if err := lang.AddTranslationsForLocale(translations, lang.SystemLocale()); err != nil {
		return fmt.Errorf("french words of Fyne: %w", err)
	}
	return nil
}
