package store

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"tressons/model"
)

var update = flag.Bool("update", false, "write the migration that follows the descriptions of package model")

// TestDerivedTablesAreMigrated compares the readable tables that the migrations
// make with those that the descriptions of the entities ask for.
func TestDerivedTablesAreMigrated(t *testing.T) {
	f := current()
	got, err := f.schema(t.Context(), f.version())
	if err != nil {
		t.Fatal(err)
	}
	script := derivedMigration(got)
	if script == "" {
		return
	}
	if !*update {
		t.Fatalf("the entities of package model have changed: run go generate ./model/store. Missing:\n%s", script)
	}
	name := fmt.Sprintf("migrations/%04d.sql", f.version()+1)
	if err := os.WriteFile(name, []byte("-- Written by go generate from the descriptions of package model.\n"+script), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Logf("%s written", name)
}

// derivedMigration is the SQL that turns the readable tables of a schema into
// those of the descriptions; their rows are rebuilt from the log afterwards.
func derivedMigration(schema []schemaRow) string {
	log := []string{"document", "session", "seen", "change", "photo", "head",
		"frozen", "unseen", "absent", "shared_copy", "tally"}
	wanted := map[string]string{}
	var b strings.Builder
	for _, e := range model.Entities() {
		wanted[e.Name] = tableOf(e)
	}
	present := map[string]string{}
	for _, r := range schema {
		if r.kind != "table" || slices.Contains(log, r.name) {
			continue
		}
		present[r.name] = r.text
		if wanted[r.name] != r.text {
			fmt.Fprintf(&b, "\nDROP TABLE %s;\n", quoted(r.name))
		}
	}
	for _, e := range model.Entities() {
		if present[e.Name] != wanted[e.Name] {
			fmt.Fprintf(&b, "\n%s;\n", wanted[e.Name])
		}
	}
	return b.String()
}
