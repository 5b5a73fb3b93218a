package ui

import (
	"fyne.io/fyne/v2"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// axisColor is the colour of an axis, the same everywhere.
func axisColor(a model.AxisID) fyne.ThemeColorName {
	switch a {
	case model.Recognition:
		return skin.Indigo
	case model.Support:
		return skin.Teal
	case model.Financing:
		return skin.Ochre
	}
	return skin.Primary
}

// levelSigns pairs the levels with their signs.
var levelSigns = map[model.Level]widgets.Level{
	model.Unset: widgets.LevelUnknown, model.Absent: widgets.LevelEmpty, model.Emerging: widgets.LevelQuarter,
	model.Engaged: widgets.LevelHalf, model.Structured: widgets.LevelFull, model.NotApplicable: widgets.LevelNotApplicable,
}

// levelOf is the level that a sign stands for.
func levelOf(sign widgets.Level) model.Level {
	for level, s := range levelSigns {
		if s == sign {
			return level
		}
	}
	return model.Unset
}

// pageHead is the title of a screen, the line under it and its buttons at the
// right.
func pageHead(title, lead string, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	head := widgets.NewText(title, widgets.TextOptions{Style: widgets.Title})
	row := []fyne.CanvasObject{widgets.Fill(head)}
	stack := widgets.VStack(skin.Gap1, widgets.HStackTop(skin.Gap3, append(row, buttons...)...))
	if lead != "" {
		stack.Add(widgets.NewText(lead, widgets.TextOptions{Style: widgets.Secondary}))
	}
	return stack
}

// page puts the parts of a screen one under the other, in a scroll area, at
// most width pixels wide.
func page(width float32, parts ...fyne.CanvasObject) *widgets.Scroll {
	stack := widgets.VStack(skin.Gap4, parts...)
	return widgets.NewScroll(widgets.Pad(widgets.Insets{Top: 20, Right: skin.PageSide, Bottom: skin.PageSide, Left: skin.PageSide},
		widgets.LimitWidth(width, stack)))
}

// outdented aligns the words of a quiet button with what is under it.
func outdented(button *widgets.Button) fyne.CanvasObject {
	return widgets.Pad(widgets.Insets{Left: -skin.Gap2}, button)
}

// sectionTitle is the title of a part of a screen.
func sectionTitle(text string) fyne.CanvasObject {
	return widgets.NewText(text, widgets.TextOptions{Style: widgets.Section})
}
