package modeltest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"tressons/model"
)

// Lines builds a diagnosis from a batch known to be sound, such as the example
// that is embedded in the program: one JSON object a line with its entity, its
// row ("@name" for one that other lines name) and what is set. It panics on
// anything else; reading what users write is package app's work.
func Lines(batch []byte) *model.Diagnosis {
	b := New()
	for text := range bytes.Lines(batch) {
		var line struct {
			Entity, Row string
			Set         map[string]any
		}
		if err := json.Unmarshal(text, &line); err != nil {
			panic("modeltest: " + err.Error())
		}
		fields := Fields{}
		for name, value := range line.Set {
			fields[name] = plain(value)
		}
		b.line(line.Entity, line.Row, fields)
	}
	return b.Diagnosis
}

func (b *Builder) line(entity, row string, fields Fields) {
	e, _ := model.EntityNamed(entity)
	switch {
	case entity == "link":
		b.Link(model.Ref(fields["from"]), model.Ref(fields["to"]))
	case e.Keyed:
		b.Set(entity, row, fields)
	case row == "new":
		b.Add(entity, fields)
	default:
		b.AddAs(entity, resolve(row), fields)
	}
}

// plain is a JSON value as a user would type it, names of rows resolved.
func plain(value any) string {
	if list, ok := value.([]any); ok {
		texts := make([]string, len(list))
		for i, item := range list {
			texts[i] = fmt.Sprint(item)
		}
		return strings.Join(texts, ",")
	}
	text := fmt.Sprint(value)
	if kind, name, ok := strings.Cut(text, "/@"); ok {
		return kind + "/" + resolve("@"+name)
	}
	return text
}

// resolve names the row of an alias as the program does for its example.
func resolve(row string) string {
	if name, ok := strings.CutPrefix(row, "@"); ok {
		return model.DerivedID("example " + name)
	}
	return row
}
