package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// draft is a row being written in a dialog, before it is made.
type draft struct {
	s      *Session
	entity model.Entity
	values map[string]string
	fields []*formField
}

// draftFields are the fields that a dialog asks for, the first one in any case.
func draftFields(entity string) []string {
	switch entity {
	case "evidence":
		return []string{"kind", "address", "pages", "photo"}
	case "actor":
		return []string{"kind", "organisation"}
	case "initiative":
		return []string{"commune", "year", "theme"}
	case "key_factor":
		return []string{"axis", "scale"}
	}
	return nil
}

func newDraft(s *Session, e model.Entity, values map[string]string) *draft {
	d := &draft{s: s, entity: e, values: values}
	for _, name := range append([]string{e.Fields[0].Name}, draftFields(e.Name)...) {
		f, _ := e.Field(name)
		made := s.control(f, values[name], func(typed string) error { return d.set(f, typed) })
		if made.photo != nil {
			made.photo.inDialog()
		}
		d.fields = append(d.fields, made)
	}
	return d
}

func (d *draft) set(f model.Field, typed string) error {
	value, err := f.Canon(typed)
	if err == nil {
		d.values[f.Name] = value
	}
	return err
}

// whole tells whether the row can be made; otherwise its first field says what
// is missing.
func (d *draft) whole() bool {
	first := d.entity.Fields[0]
	if strings.TrimSpace(d.values[first.Name]) != "" {
		return true
	}
	d.fields[0].field.SetError("Donnez-lui d’abord un nom.")
	return false
}

func (d *draft) content() fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(d.fields))
	for i, f := range d.fields {
		objects[i] = f.field
	}
	const ring = 4 // room for the mark of the focus
	return widgets.Pad(widgets.Insets{Left: -ring, Right: -ring},
		widgets.NewScroll(widgets.Pad(widgets.Uniform(ring), widgets.VStack(skin.Gap3, objects...))))
}
