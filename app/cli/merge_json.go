package cli

import (
	"time"

	"tressons/app"
)

// versionJSON is a value with who wrote it and when.
type versionJSON struct {
	Value  string `json:"value"`
	Author string `json:"author"`
	When   string `json:"when"`
}

// fieldJSON is a field with its values.
type fieldJSON struct {
	Diagnosis string        `json:"diagnosis"`
	Entity    string        `json:"entity"`
	Row       string        `json:"row"`
	Field     string        `json:"field"`
	Values    []versionJSON `json:"values"`
}

// deletedJSON is a row that was deleted and edited.
type deletedJSON struct {
	Diagnosis string        `json:"diagnosis"`
	Entity    string        `json:"entity"`
	Row       string        `json:"row"`
	Deleted   []versionJSON `json:"deleted"`
	Edits     []fieldJSON   `json:"edits"`
}

// questionsJSON is all that is undecided.
type questionsJSON struct {
	Conflicts []fieldJSON   `json:"conflicts"`
	Deleted   []deletedJSON `json:"deleted"`
}

func conflictsJSON(c app.Conflicts) questionsJSON {
	out := questionsJSON{[]fieldJSON{}, []deletedJSON{}}
	for _, x := range c.Fields {
		out.Conflicts = append(out.Conflicts, asField(x))
	}
	for _, r := range c.Revivals {
		entity, row := r.Row.Split()
		d := deletedJSON{r.Diagnosis, entity, row, asVersions(r.Deletions), []fieldJSON{}}
		for _, e := range r.Edits {
			d.Edits = append(d.Edits, asField(e))
		}
		out.Deleted = append(out.Deleted, d)
	}
	return out
}

func asField(x app.Conflict) fieldJSON {
	return fieldJSON{x.Diagnosis, x.Edit.Entity, x.Edit.Row, x.Edit.Field, asVersions(x.Versions)}
}

func asVersions(list []app.ConflictVersion) []versionJSON {
	out := make([]versionJSON, len(list))
	for i, v := range list {
		out[i] = versionJSON{v.Value, v.Author.Name, stamp(v.At)}
	}
	return out
}

// stamp is an instant for programs, in universal time.
func stamp(at time.Time) string { return at.UTC().Format("2006-01-02T15:04:05Z") }

// mergedJSON is the report of a merge.
type mergedJSON struct {
	Trial     bool          `json:"trial"`
	Changes   int           `json:"changes"`
	Fields    int           `json:"fields"`
	Identical int           `json:"identical"`
	Sources   []sourceJSON  `json:"sources"`
	Arrivals  []arrivalJSON `json:"arrivals"`
	questionsJSON
	Backup string `json:"backup,omitempty"`
}

type sourceJSON struct {
	Path    string      `json:"path"`
	Changes int         `json:"changes"`
	Photos  int         `json:"photos"`
	Authors []shareJSON `json:"authors"`
}

type shareJSON struct {
	Author  string `json:"author"`
	Changes int    `json:"changes"`
}

type arrivalJSON struct {
	Source    string `json:"source"`
	Diagnosis string `json:"diagnosis"`
	Entity    string `json:"entity"`
	Row       string `json:"row"`
	Field     string `json:"field"`
	Before    string `json:"before"`
	After     string `json:"after"`
	Author    string `json:"author"`
	When      string `json:"when"`
	What      string `json:"what"`
}

func mergeJSON(r app.MergeReport, trial bool) mergedJSON {
	out := mergedJSON{Trial: trial, Changes: r.Changes, Fields: r.Listed, Identical: r.Identical, Backup: r.Backup,
		Sources: []sourceJSON{}, Arrivals: []arrivalJSON{}, questionsJSON: conflictsJSON(r.Conflicts)}
	for _, s := range r.Sources {
		source := sourceJSON{s.Path, s.Changes, s.Photos, []shareJSON{}}
		for _, a := range s.Authors {
			source.Authors = append(source.Authors, shareJSON{a.Author.Name, a.Changes})
		}
		out.Sources = append(out.Sources, source)
	}
	for _, x := range r.Arrivals {
		out.Arrivals = append(out.Arrivals, arrivalJSON{r.Sources[x.Source].Path, x.Diagnosis, x.Edit.Entity, x.Edit.Row, x.Edit.Field,
			x.Before, x.Edit.Value, x.Author.Name, stamp(x.At), x.French()})
	}
	return out
}
