package ui

import (
	"testing"

	"tressons/app/ui/skin"
	"tressons/model"
)

func TestFindingIsAnsweredAndIllustrated(t *testing.T) {
	d := openEmpty(t, skin.Light)
	d.at(Target{Screen: "constats"})
	findings := d.w.session.Grid().Findings
	for _, f := range findings {
		d.sees(f.Name, f.Statement)
	}
	d.tap("En partie") // the last one on the page
	last := findings[len(findings)-1].Slug
	if got := d.w.session.Diagnosis().Value("finding", last, "seen"); got != "partly" {
		t.Errorf("seen is %q", got)
	}
	d.fill("Ce qui l’illustre", "Une épicerie")
	if got := d.w.session.Diagnosis().Value("finding", last, "illustration"); got != "Une épicerie" {
		t.Errorf("illustration is %q", got)
	}
	if mark := (findingsScreen{}).Mark(d.w.session.Diagnosis(), d.w.session.Grid()); mark != "1/4" {
		t.Errorf("mark is %q", mark)
	}
	d.undo()
	d.undo()
	if got := d.w.session.Diagnosis().Value("finding", last, "seen"); model.Seen(got) != "" {
		t.Errorf("after undo seen is %q", got)
	}
}
