package filedialog

import (
	"errors"
	"io/fs"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"tressons/app/ui/french"
)

// nbsp is the space that a line cannot be cut at.
const nbsp = "\u00a0"

// sizeWords writes a number of bytes: « 812 octets », « 12 ko », « 1,2 Mo ».
func sizeWords(bytes int64) string {
	if bytes < 2 {
		return strconv.FormatInt(bytes, 10) + nbsp + "octet"
	}
	if bytes < 1000 {
		return strconv.FormatInt(bytes, 10) + nbsp + "octets"
	}
	units := []string{"ko", "Mo", "Go", "To"}
	value, unit := float64(bytes)/1000, 0
	for value >= 999.5 && unit < len(units)-1 {
		value, unit = value/1000, unit+1
	}
	decimals := 0
	if value < 9.95 && unit > 0 {
		decimals = 1
	}
	digits := strconv.FormatFloat(value, 'f', decimals, 64)
	return french.Number(strings.TrimSuffix(digits, ".0")) + nbsp + units[unit]
}

// middle writes a name so that fits accepts it, with an ellipsis in its middle
// instead of what is too much: both the beginning and the end say which file it is.
// Accents stay with their letters.
func middle(name string, fits func(string) bool) string {
	name = norm.NFC.String(name)
	if fits(name) {
		return name
	}
	runes := []rune(name)
	low, high := 0, len(runes)-1
	for low < high {
		kept := (low + high + 1) / 2
		if fits(elide(runes, kept)) {
			low = kept
		} else {
			high = kept - 1
		}
	}
	return elide(runes, low)
}

// elide keeps that many runes, most of them at the beginning.
func elide(runes []rune, kept int) string {
	head := (kept + 1) / 2
	tail := len(runes) - (kept - head)
	for tail < len(runes) && unicode.Is(unicode.Mn, runes[tail]) {
		tail++
	}
	return strings.TrimRight(string(runes[:head]), " ") + "…" + strings.TrimLeft(string(runes[tail:]), " ")
}

// folderTrouble says why a folder cannot be read.
func folderTrouble(err error) string {
	switch {
	case errors.Is(err, fs.ErrPermission):
		return "Vous n’avez pas le droit d’ouvrir ce dossier."
	case errors.Is(err, fs.ErrNotExist):
		return "Ce dossier n’existe plus."
	}
	return "Ce dossier ne peut pas être lu."
}

// fileTrouble says why a file cannot be read.
func fileTrouble(err error) string {
	switch {
	case errors.Is(err, fs.ErrPermission):
		return "Vous n’avez pas le droit de lire ce fichier."
	case errors.Is(err, fs.ErrNotExist):
		return "Ce fichier n’existe plus."
	}
	return "Ce fichier ne peut pas être lu."
}

// writeTrouble says why nothing can be written in a folder.
func writeTrouble(err error) string {
	switch {
	case errors.Is(err, fs.ErrPermission):
		return "Vous n’avez pas le droit d’écrire dans ce dossier."
	case errors.Is(err, fs.ErrNotExist):
		return "Ce dossier n’existe plus."
	case errors.Is(err, fs.ErrExist):
		return "Un fichier ou un dossier porte déjà ce nom."
	}
	return "Rien ne peut être écrit dans ce dossier."
}

// emptyWords says that a folder shows nothing.
func emptyWords(l listing, extensions []string) string {
	if !l.others {
		return "Ce dossier est vide."
	}
	return "Aucun fichier " + strings.Join(extensions, " ou ") + " dans ce dossier."
}
