package skin

import (
	"image/color"
	"maps"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// lightStates holds the colours that only Fyne names, on a light screen.
func lightStates() palette {
	return palette{
		theme.ColorNameHover:               {R: 0x1B, G: 0x24, B: 0x30, A: 0x0C},
		theme.ColorNamePressed:             {R: 0x1B, G: 0x24, B: 0x30, A: 0x1A},
		theme.ColorNameSelection:           rgb(0xC4DED7),
		theme.ColorNameFocus:               {R: 0x1D, G: 0x5C, B: 0x4F, A: 0x30},
		theme.ColorNameDisabled:            rgb(0x8D97A4),
		theme.ColorNameScrollBar:           {R: 0x55, G: 0x60, B: 0x70, A: 0x80},
		theme.ColorNameScrollBarBackground: {R: 0xD8, G: 0xDD, B: 0xE4, A: 0x80},
	}
}

// darkStates holds the colours that only Fyne names, on a dark screen.
func darkStates() palette {
	return palette{
		theme.ColorNameHover:               {R: 0xE8, G: 0xEC, B: 0xF1, A: 0x0F},
		theme.ColorNamePressed:             {R: 0xE8, G: 0xEC, B: 0xF1, A: 0x1F},
		theme.ColorNameSelection:           rgb(0x2E574E),
		theme.ColorNameFocus:               {R: 0x7C, G: 0xC7, B: 0xB4, A: 0x38},
		theme.ColorNameDisabled:            rgb(0x73808F),
		theme.ColorNameScrollBar:           {R: 0xA4, G: 0xAE, B: 0xBB, A: 0x80},
		theme.ColorNameScrollBarBackground: {R: 0x39, G: 0x42, B: 0x4E, A: 0x80},
	}
}

// withFyneNames completes our colours with the names that Fyne's own widgets
// look up: aliases of ours, and the states given.
func withFyneNames(own, states palette) palette {
	all := maps.Clone(own)
	maps.Copy(all, states)
	for name, ours := range fyneAliases() {
		all[name] = own[ours]
	}
	all[theme.ColorNameShadow] = color.NRGBA{}
	return all
}

// fyneAliases says which of our colours each of Fyne's names stands for.
func fyneAliases() map[fyne.ThemeColorName]fyne.ThemeColorName {
	return map[fyne.ThemeColorName]fyne.ThemeColorName{
		theme.ColorNameBackground:                Page,
		theme.ColorNameButton:                    Surface,
		theme.ColorNameDisabledButton:            Page,
		theme.ColorNameError:                     Alert,
		theme.ColorNameForeground:                Ink,
		theme.ColorNameForegroundOnError:         OnAlert,
		theme.ColorNameForegroundOnPrimary:       OnPrimary,
		theme.ColorNameForegroundOnSuccess:       OnPrimary,
		theme.ColorNameForegroundOnWarning:       OnPrimary,
		theme.ColorNameHeaderBackground:          Page,
		theme.ColorNameHyperlink:                 Primary,
		theme.ColorNameInnerWindowBorder:         Line,
		theme.ColorNameInnerWindowBorderInactive: Line,
		theme.ColorNameInputBackground:           Surface,
		theme.ColorNameInputBorder:               FieldBorder,
		theme.ColorNameMenuBackground:            Surface,
		theme.ColorNameOverlayBackground:         Surface,
		theme.ColorNamePlaceHolder:               Secondary,
		theme.ColorNamePrimary:                   Primary,
		theme.ColorNameSeparator:                 Line,
		theme.ColorNameSuccess:                   Primary,
		theme.ColorNameWarning:                   Ochre,
	}
}
