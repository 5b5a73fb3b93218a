package widgets

import (
	"strconv"
	"strings"

	"tressons/app/ui/french"
)

// NumberOptions says what a [NumberEntry] accepts.
type NumberOptions struct {
	// Value is canonical: digits, a point, a minus sign; empty is no number.
	Value       string
	Placeholder string
	// Unit is shown after the number; it may be typed too.
	Unit string
	// Min and Max bound the number; nil is no bound.
	Min, Max *float64
	// Integer refuses decimals; Ungrouped writes no space between thousands.
	Integer, Ungrouped bool
	Private            bool
	// OnCommitted hears the number in its canonical form, "" when it was erased.
	OnCommitted func(canonical string)
	After       After
}

// NumberEntry is a field for a number written the French way.
type NumberEntry struct {
	parsedEntry
}

// NewNumberEntry makes a field for a number.
func NewNumberEntry(options NumberOptions) *NumberEntry {
	n := &NumberEntry{}
	n.read = options.read
	n.write = func(canonical string) string {
		if options.Ungrouped {
			return strings.Replace(canonical, ".", ",", 1)
		}
		return french.Number(canonical)
	}
	n.build(n, options.Value, EntryOptions{
		Placeholder: options.Placeholder, Private: options.Private, Suffix: options.Unit,
		OnCommitted: options.OnCommitted, After: options.After,
	})
	return n
}

// NewYearEntry makes a field for a year between from and to.
func NewYearEntry(value string, from, to int, onCommitted func(year string)) *NumberEntry {
	least, most := float64(from), float64(to)
	return NewNumberEntry(NumberOptions{
		Value: value, Min: &least, Max: &most, Integer: true, Ungrouped: true,
		Placeholder: "aaaa", OnCommitted: onCommitted,
	})
}

// read returns the canonical form of a text, or what is wrong with it.
func (o NumberOptions) read(text string) (canonical, message string) {
	canonical, ok := french.ParseNumber(text, o.Unit)
	if canonical == "" && ok {
		return "", ""
	}
	if !ok {
		return "", "Ce n’est pas un nombre. Écrivez par exemple " + o.example() + "."
	}
	if o.Integer && strings.Contains(canonical, ".") {
		return "", "Écrivez un nombre entier, sans virgule."
	}
	if value, err := strconv.ParseFloat(canonical, 64); err != nil || !o.within(value) {
		return "", o.bounds()
	}
	return canonical, ""
}

func (o NumberOptions) example() string {
	switch {
	case o.Ungrouped:
		return "2026"
	case o.Integer:
		return "35\u202f692"
	default:
		return "35\u202f692 ou 7,1"
	}
}

func (o NumberOptions) within(value float64) bool {
	return (o.Min == nil || value >= *o.Min) && (o.Max == nil || value <= *o.Max)
}

// bounds says in French between what the number must be.
func (o NumberOptions) bounds() string {
	write := func(v float64) string {
		digits := strconv.FormatFloat(v, 'f', -1, 64)
		if o.Ungrouped {
			return digits
		}
		return french.Number(digits)
	}
	switch {
	case o.Min != nil && o.Max != nil:
		return "Écrivez un nombre entre " + write(*o.Min) + " et " + write(*o.Max) + "."
	case o.Min != nil:
		return "Écrivez un nombre d’au moins " + write(*o.Min) + "."
	case o.Max != nil:
		return "Écrivez un nombre d’au plus " + write(*o.Max) + "."
	default:
		return "Ce nombre est trop grand."
	}
}
