package app_test

import (
	"strings"
	"testing"

	"tressons/app"
	"tressons/model"
)

func TestReadBatch(t *testing.T) {
	t.Parallel()
	a := newApp(t)
	cases := []struct {
		name  string
		lines string
		want  string // part of the refusal, "" when it is taken
	}{
		{"new row", `{"entity":"initiative","row":"new","set":{"name":"La Cambuse","year":2012}}`, ""},
		{"lever by slug", `{"entity":"lever","row":"cooperation","set":{"level":"engaged"}}`, ""},
		{"territory needs no row", `{"entity":"territory","set":{"area":"298,5"}}`, ""},
		{"named row used later", `{"entity":"actor","row":"@bruded","set":{"name":"BRUDED"}}` + "\n" +
			`{"entity":"interview","row":"new","set":{"actor":"actor/@bruded"}}`, ""},
		{"empty lines and byte order mark", "\xef\xbb\xbf\n" + `{"entity":"lever","row":"acces","set":{"level":null}}` + "\n\n", ""},
		{"answers follow the question", `{"entity":"answer","row":"sensibilisation/elu-referent","set":{"value":true}}`, ""},
		{"not JSON", "niveau = engagé", "Ligne 1"},
		{"second line", `{"entity":"lever","row":"acces","set":{"level":"absent"}}` + "\n" + `{"entity":"lever","row":"acces","set":{"level":"haut"}}`, "Ligne 2"},
		{"unknown entity", `{"entity":"projet","row":"new","set":{}}`, "projet"},
		{"unknown field", `{"entity":"initiative","row":"new","set":{"nom":"x"}}`, "nom"},
		{"unknown key", `{"entity":"initiative","row":"new","sets":{"name":"x"}}`, "Ligne 1"},
		{"unknown row", `{"entity":"initiative","row":"nulle-part","set":{"name":"x"}}`, "nulle-part"},
		{"unknown lever", `{"entity":"lever","row":"argent","set":{"level":"absent"}}`, "argent"},
		{"unknown question", `{"entity":"answer","row":"acces/rien","set":{"value":"x"}}`, "acces/rien"},
		{"deleting what is not there", `{"entity":"initiative","row":"x","delete":true}`, "x"},
		{"deleting a lever", `{"entity":"lever","row":"acces","delete":true}`, "grille"},
		{"nothing to do", `{"entity":"lever","row":"acces"}`, "rien à changer"},
		{"two objects", `{"entity":"lever","row":"acces","set":{"level":"absent"}} {}`, "plus d’un objet"},
		{"bad number", `{"entity":"territory","set":{"area":"vaste"}}`, "vaste"},
		{"a value that is an object", `{"entity":"territory","set":{"area":{"km":2}}}`, "area"},
		{"link to nowhere", `{"entity":"link","row":"new","set":{"from":"actor/x","to":"initiative/y"}}`, "actor/x"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := model.NewDiagnosis("d")
			b, err := a.ReadBatch(strings.NewReader(c.lines), d, func(alias string) string { return "id-" + alias })
			if (c.want == "") != (err == nil) || !strings.Contains(app.Explain(err), c.want) {
				t.Fatalf("refusal %q, want %q", app.Explain(err), c.want)
			}
			if _, _, err := d.Apply(b.Edits); err != nil {
				t.Errorf("a batch that was taken cannot be applied: %v", err)
			}
		})
	}
}

// FuzzReadBatch: any text is taken whole or refused with a French sentence.
func FuzzReadBatch(f *testing.F) {
	a := newApp(f)
	f.Add(`{"entity":"initiative","row":"new","set":{"name":"x","year":2009}}`)
	f.Add(`{"entity":"link","row":"new","set":{"from":"lever/acces","to":"lever/animation"}}`)
	f.Add("{\"entity\":\"lever\",\"row\":\"acces\",\"set\":{\"level\":\"\\ud800\"}}\n[]")
	f.Fuzz(func(t *testing.T, lines string) {
		d := model.NewDiagnosis("d")
		b, err := a.ReadBatch(strings.NewReader(lines), d, func(string) string { return "id" })
		if err != nil {
			if !strings.HasSuffix(app.Explain(err), ".") {
				t.Errorf("not a sentence: %q", app.Explain(err))
			}
			return
		}
		if _, _, err := d.Apply(b.Edits); err != nil {
			t.Error(err)
		}
	})
}
