package store

import (
	"strings"
	"testing"

	"tressons/model"
)

func TestCompact(t *testing.T) {
	t.Parallel()
	path := confidential(t)
	stale := copied(t, path, "ancienne.db")
	editing(t, path, "Chloé", set("lever", "acces", "in_place", "Un texte plus récent"), model.DeleteRow("snapshot", state1))
	s := opened(t, path)
	before := loaded(t, s)
	slack, err := s.Slack(t.Context())
	if err != nil || slack.Changes == 0 || slack.Bytes == 0 || slack.File != sizeOf(path) {
		t.Errorf("%+v, %v", slack, err)
	}
	got, err := s.Compact(t.Context())
	if err != nil || got.Changes != slack.Changes || got.Before != slack.File || got.After != sizeOf(path) {
		t.Errorf("%+v, %v, want %d changes", got, err, slack.Changes)
	}
	if found, err := s.Verify(t.Context()); err != nil || len(found) > 0 {
		t.Error(found, err)
	}
	after := loaded(t, s)
	if after.Lever("acces") != before.Lever("acces") || after.Actors.Len() != before.Actors.Len() {
		t.Errorf("%+v, want %+v", after.Lever("acces"), before.Lever("acces"))
	}
	bytes := content(t, path)
	for _, text := range []string{old, secret} {
		if strings.Contains(bytes, text) {
			t.Errorf("%q is still there", text)
		}
	}
	save(t, s, set("lever", "acces", "in_place", "Et la suite"))
	closed(t, s)
	if whole := opened(t, got.Backup); loaded(t, whole).Lever("acces") != before.Lever("acces") {
		t.Error("the backup is not the file of before")
	}
	// What was dropped comes back with an old copy, and stays superseded.
	m := merged(t, path, stale)
	if len(m.Conflicts.Fields)+len(m.Conflicts.Revivals) > 0 || m.Listed > 0 {
		t.Errorf("%+v", m)
	}
	if l := loaded(t, opened(t, path)).Lever("acces"); l.InPlace != "Et la suite" {
		t.Errorf("%+v", l)
	}
}

// TestCompactKeeps holds what must outlive compacting, whatever happens after.
func TestCompactKeeps(t *testing.T) {
	t.Parallel()
	a, b := diverged(t)
	merged(t, a, b)
	s := opened(t, a)
	loaded(t, s)
	frozen(t, s, state1, "Avant")
	before, err := s.Conflicts(t.Context())
	if err != nil || len(before.Fields) == 0 || len(before.Revivals) == 0 {
		t.Fatalf("%+v, %v", before, err)
	}
	save(t, s, set("lever", "acces", "level", "absent"))
	if _, err := s.Compact(t.Context()); err != nil {
		t.Fatal(err)
	}
	after, err := s.Conflicts(t.Context())
	if err != nil || len(after.Fields) != len(before.Fields) || len(after.Revivals) != len(before.Revivals) {
		t.Errorf("%+v, %v", after, err)
	}
	if thawed(t, s, state1).Levers.Len() == 0 {
		t.Error("the frozen state is empty")
	}
	if again, err := s.Compact(t.Context()); err != nil || again.Backup != "" || again.Before != again.After {
		t.Errorf("again: %+v, %v", again, err)
	}
	closed(t, s)
	if m := merged(t, a, b); len(m.Conflicts.Fields)+len(m.Conflicts.Revivals) > 0 {
		t.Errorf("asked again: %+v", m.Conflicts)
	}
	if d := loaded(t, opened(t, a)); d.Lever("acces").Level != model.Absent {
		t.Errorf("%+v", d.Lever("acces"))
	}
}
