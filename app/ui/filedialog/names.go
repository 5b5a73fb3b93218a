package filedialog

import (
	"strings"
	"unicode"
)

// forbidden are the characters that a name of file has on no computer of the
// team: files travel between Windows, macOS and Linux.
const forbidden = `/\:*?"<>|`

// maxName is how many bytes the name of a file has at most.
const maxName = 255

// checkName returns the name of a file or folder without spaces around it, and the
// French sentence that says why it cannot be one, "" if it can.
func checkName(typed string) (name, trouble string) {
	name = strings.TrimSpace(typed)
	stem, _, _ := strings.Cut(name, ".")
	switch {
	case name == "":
		trouble = "Donnez un nom."
	case strings.ContainsAny(name, forbidden), strings.ContainsFunc(name, unicode.IsControl):
		trouble = "Un nom ne contient aucun de ces signes" + nbsp + `: / \ : * ? " < > |`
	case strings.HasPrefix(name, "."):
		trouble = "Un nom ne commence pas par un point."
	case strings.HasSuffix(name, "."):
		trouble = "Un nom ne finit pas par un point."
	case isDevice(strings.ToUpper(strings.TrimSpace(stem))):
		trouble = "Ce nom est réservé par Windows."
	case len(name) > maxName:
		trouble = "Ce nom est trop long."
	}
	return name, trouble
}

// isDevice says whether a name in capitals is one that Windows keeps for devices.
func isDevice(name string) bool {
	switch name {
	case "CON", "PRN", "AUX", "NUL":
		return true
	}
	if len(name) != 4 || name[3] < '1' || name[3] > '9' {
		return false
	}
	return name[:3] == "COM" || name[:3] == "LPT"
}

// withExtension adds the first extension to a name that has none of them.
func withExtension(name string, extensions []string) string {
	if matches(name, extensions) {
		return name
	}
	return name + extensions[0]
}

// withoutExtension removes an extension that will be added again.
func withoutExtension(name, extension string) string {
	if extension != "" && hasExtension(name, extension) {
		return name[:len(name)-len(extension)]
	}
	return name
}
