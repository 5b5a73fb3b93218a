package widgets

import (
	"tressons/app/ui/french"
)

// DateOptions says how a [DateEntry] starts and whom it tells.
type DateOptions struct {
	// Value is an ISO date, whole or cut: 2026-11-23, 2026-11, 2026.
	Value string
	// Placeholder shows while it is empty; empty is « jj/mm/aaaa ».
	Placeholder string
	Private     bool
	// OnCommitted hears the date in its ISO form, "" when it was erased.
	OnCommitted func(iso string)
	After       After
}

// DateEntry is a field for a date typed jj/mm/aaaa, mm/aaaa or aaaa, or in words.
type DateEntry struct {
	parsedEntry
}

// NewDateEntry makes a field for a date.
func NewDateEntry(options DateOptions) *DateEntry {
	if options.Placeholder == "" {
		options.Placeholder = "jj/mm/aaaa"
	}
	d := &DateEntry{}
	d.read = func(text string) (canonical, message string) {
		iso, ok := french.ParseDate(text)
		if !ok {
			return "", "Cette date n’existe pas ou se lit mal. Écrivez 23/11/2026, 11/2026 ou 2026."
		}
		return iso, ""
	}
	d.write = french.DateDigits
	d.build(d, options.Value, EntryOptions{
		Placeholder: options.Placeholder, Private: options.Private,
		OnCommitted: options.OnCommitted, After: options.After,
	})
	return d
}
