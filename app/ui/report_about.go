package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/model"
	"tressons/report"
)

// Rows implements Rowed: what belongs to the document that shows.
func (v *reportView) Rows() (parts []app.Part, label, about string) {
	d, kind := v.s.Diagnosis(), v.s.report.kind
	parts = []app.Part{{Entity: "report", Row: kind}}
	for _, id := range append(d.RowIDs("page"), d.GoneIDs("page")...) {
		if of, _, _ := strings.Cut(id, "/"); of == kind {
			parts = append(parts, app.Part{Entity: "page", Row: id})
		}
	}
	named, _ := report.KindNamed(kind)
	return parts, "Ce document", "Document " + model.Quote(named.Name)
}

// PictureAt implements Pictured: a picture goes to the field that it was dropped
// on, otherwise on the cover.
func (v *reportView) PictureAt(at fyne.Position) (keep func(model.Hash)) {
	if v.pages == nil {
		return nil
	}
	for _, name := range v.panel.settings.kind.Settings() {
		made := v.panel.settings.fields[name]
		if made.photo == nil {
			continue
		}
		place, size := fyne.CurrentApp().Driver().AbsolutePositionForObject(made.field), made.field.Size()
		inside := at.X >= place.X && at.X < place.X+size.Width && at.Y >= place.Y && at.Y < place.Y+size.Height
		if inside || keep == nil {
			keep = made.photo.keep
		}
	}
	return keep
}
