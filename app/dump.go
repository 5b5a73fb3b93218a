package app

import (
	"encoding/json"

	"tressons/model"
)

// DumpRow is one row of a diagnosis as it stands, in the words of the file.
type DumpRow struct {
	Entity string         `json:"entity"`
	Row    string         `json:"row"`
	Fields map[string]any `json:"fields"` // numbers and years as JSON numbers, the rest as text; unset fields are left out
}

// DumpDiagnosis is a whole diagnosis, sorted, with nothing that changes from
// run to run.
type DumpDiagnosis struct {
	ID   string    `json:"id"`
	Name string    `json:"name"`
	Rows []DumpRow `json:"rows"`
}

// Dump lists every entity, row and field of a diagnosis.
func Dump(d *model.Diagnosis) DumpDiagnosis {
	out := DumpDiagnosis{ID: d.ID, Name: d.Title(), Rows: []DumpRow{}}
	for _, e := range model.Entities() {
		for _, id := range d.RowIDs(e.Name) {
			row := DumpRow{Entity: e.Name, Row: id, Fields: map[string]any{}}
			for _, f := range e.Fields {
				if v := d.Value(e.Name, id, f.Name); v != "" {
					row.Fields[f.Name] = jsonValue(f, v)
				}
			}
			if len(row.Fields) > 0 || !e.Keyed {
				out.Rows = append(out.Rows, row)
			}
		}
	}
	return out
}

func jsonValue(f model.Field, value string) any {
	if f.Kind == model.KindNumber || f.Kind == model.KindYear {
		return json.Number(value)
	}
	return value
}
