package report

import "tressons/model"

// public is the input without anything private: every field that its
// description marks as private is emptied, whatever its entity, so that no
// section can print one. The diagnoses handed in are not changed.
func (in Input) public() Input {
	in.Diagnosis = published(in.Diagnosis)
	others := make([]*model.Diagnosis, len(in.Others))
	for i, d := range in.Others {
		others[i] = published(d)
	}
	in.Others = others
	if in.Before.Diagnosis != nil {
		in.Before.Diagnosis = published(in.Before.Diagnosis)
	}
	if in.Date.IsZero() {
		in.Date = diagnosisDate(in.Diagnosis.About())
	}
	return in
}

// published is a copy of a diagnosis without its private fields.
func published(d *model.Diagnosis) *model.Diagnosis {
	d = d.Clone()
	if _, _, err := d.Apply(privateEdits(d)); err != nil {
		panic("report: emptying a field was refused: " + err.Error())
	}
	return d
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
