package model_test

import (
	"slices"
	"testing"

	"tressons/model"
	"tressons/model/modeltest"
)

func withFactors(statements ...string) *model.Diagnosis {
	b := modeltest.New()
	for _, s := range statements {
		b.Add("key_factor", modeltest.Fields{"statement": s, "axis": "reconnaissance"})
	}
	return b.Diagnosis
}

func TestSharedFactorsBringTheSameSubjectTogether(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		a, b string
		same bool
	}{
		"same words":         {"Volonté politique locale", "Volonté politique locale", true},
		"one more":           {"Volonté politique locale", "Forte volonté politique locale", true},
		"accents and plural": {"Élus engagés", "élu engagé", true},
		"within a longer":    {"Pôle ESS", "Réso solidaire, pôle ESS du Pays de Rennes (DLA et TAg35)", true},
		"one word in common": {"Aides directes du Département", "Appui du Département", false},
		"one word, all said": {"BRUDED", "Bruded", true},
		"one word in many":   {"ESS", "ESS présente dans le SRDEII", false},
		"half the words":     {"Conseil de développement actif", "Conseil municipal actif", false},
		"only empty words":   {"Des uns", "Des autres", false},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, pair := range [][2]string{{c.a, c.b}, {c.b, c.a}} {
				got := model.SharedFactors([]*model.Diagnosis{withFactors(pair[0]), withFactors(pair[1])})
				if same := len(got) == 1; same != c.same {
					t.Errorf("%q and %q: the same is %t, want %t", pair[0], pair[1], same, c.same)
				}
			}
		})
	}
}

func TestSharedFactorsOrder(t *testing.T) {
	t.Parallel()
	other := modeltest.New()
	other.Add("key_factor", modeltest.Fields{"statement": "Volonté politique", "axis": "financement"})
	got := model.SharedFactors([]*model.Diagnosis{
		withFactors("Tiers-lieu ouvert", "Volonté politique locale", ""), withFactors("Forte volonté politique locale", "Volonté politique"), other.Diagnosis})
	var said []string
	for _, s := range got {
		said = append(said, s.Statement())
	}
	want := []string{"Volonté politique locale", "Tiers-lieu ouvert", "Volonté politique"}
	if !slices.Equal(said, want) {
		t.Errorf("got %q, want %q", said, want)
	}
	if in := got[0].In(); !slices.Equal(in, []int{0, 1}) {
		t.Errorf("the first is named by %v", in)
	}
	if got[2].Axis != model.Financing {
		t.Error("factors of two axes are one")
	}
}
