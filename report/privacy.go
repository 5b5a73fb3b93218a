package report

import "tressons/model"

// public is the input without anything private: every field that its
// description marks as private is emptied, whatever its entity, so that no
// section can print one. The diagnosis handed in is not changed.
func (in Input) public() Input {
	d := in.Diagnosis.Clone()
	if _, _, err := d.Apply(privateEdits(d)); err != nil {
		panic("report: emptying a field was refused: " + err.Error())
	}
	in.Diagnosis = d
	if in.Date.IsZero() {
		in.Date = diagnosisDate(d.About())
	}
	return in
}

// privateEdits empty the private fields of all rows.
func privateEdits(d *model.Diagnosis) []model.Edit {
	var edits []model.Edit
	for _, e := range model.Entities() {
		for _, row := range d.RowIDs(e.Name) {
			for _, f := range e.Fields {
				if f.Private && d.Value(e.Name, row, f.Name) != "" {
					edits = append(edits, model.Edit{Entity: e.Name, Row: row, Field: f.Name})
				}
			}
		}
	}
	return edits
}
