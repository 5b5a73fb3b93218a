package report

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tressons/model"
	"tressons/model/modeltest"
)

func TestSynthesisTakesTwoToTwelve(t *testing.T) {
	t.Parallel()
	for n, refused := range map[int]string{1: "il y en a un.", 2: "", 12: "", 13: "il y en a treize."} {
		in := inputOf(t, modeltest.Sample())
		in.Others = nil
		for range n - 1 {
			in.Others = append(in.Others, modeltest.Empty())
		}
		_, err := Compose("synthese", in)
		switch {
		case refused == "" && err != nil:
			t.Errorf("%d diagnoses: %v", n, err)
		case refused != "" && (err == nil || !strings.Contains(spaced(err.Error()), refused)):
			t.Errorf("%d diagnoses: got %v, want a refusal", n, err)
		}
	}
}

func TestTitlesOfSynthesis(t *testing.T) {
	t.Parallel()
	cases := []struct{ got, want string }{
		{territoriesTitle(2, nil), "Deux territoires regardés avec la même grille"},
		{territoriesTitle(3, []int{12345, 800}), "Trois territoires, de 800 à 12 345 habitants"},
		{sharedFiguresTitle(1), "Un chiffre se lit côte à côte"},
		{levelsTitle(levelSpread{}, 4), "Les niveaux restent à situer"},
		{levelsTitle(levelSpread{Set: 3}, 4), "Aucun levier n’est encore engagé dans la plupart des territoires"},
		{levelsTitle(levelSpread{Set: 3, Most: 1}, 2), "Un levier est engagé ou structuré dans les deux territoires"},
		{levelsTitle(levelSpread{Set: 3, Most: 3}, 4), "Trois leviers sont engagés ou structurés dans la plupart des territoires"},
		{commonTitle(0, 0, 4), "Aucun facteur clé n’est commun à deux territoires"},
		{commonTitle(0, 1, 4), "Aucun facteur ne se retrouve dans la plupart des territoires, un en relie deux au moins"},
		{commonTitle(2, 5, 4), "Deux facteurs se retrouvent dans la plupart des territoires"},
		{ownTitle(1), "Un facteur est propre à un seul territoire"},
		{allThemesTitle(1, 2), "Une initiative est recensée sur les deux territoires"},
		{learningTitle(1), "Sur un levier, un territoire peut montrer le chemin aux autres"},
	}
	for _, c := range cases {
		if spaced(c.got) != c.want {
			t.Errorf("got  %s\nwant %s", spaced(c.got), c.want)
		}
	}
}

// TestSynthesisNamesItsSides tells territories of one name apart.
func TestSynthesisNamesItsSides(t *testing.T) {
	t.Parallel()
	named := func(territory, diagnosis string) *model.Diagnosis {
		return modeltest.New().Territory(modeltest.Fields{"name": territory}).About(modeltest.Fields{"name": diagnosis}).Diagnosis
	}
	in := inputOf(t, named("Communauté de communes du Bois", "2020"))
	in.Others = []*model.Diagnosis{named("Communauté de communes du Bois", "2026"), named("Parc naturel régional du Lac", "2026")}
	check := func(want ...string) {
		t.Helper()
		var got []string
		for _, s := range in.sides() {
			got = append(got, spaced(s.name))
		}
		if !slices.Equal(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	check("CC du Bois (2020)", "CC du Bois (2026)", "PNR du Lac")

	in.Others[0] = named("Communauté de communes du Bois", "2020")
	check("CC du Bois (n° 1)", "CC du Bois (n° 2)", "PNR du Lac")
	in.Files = []string{"bois.db", "bois-copie.db"}
	check("CC du Bois (bois.db)", "CC du Bois (bois-copie.db)", "PNR du Lac")
	(&modeltest.Builder{Diagnosis: in.Others[0]}).About(modeltest.Fields{"ended": "2024-03"})
	check("CC du Bois", "CC du Bois (mars 2024)", "PNR du Lac")

	in.Others = append(in.Others, named("Communauté de communes du Bois", "2026"), named("Communauté de communes du Bois", "2026"))
	check("CC du Bois (2020)", "CC du Bois (2020, mars 2024)", "PNR du Lac", "CC du Bois (2026, n° 4)", "CC du Bois (2026, n° 5)")
}

func TestAheadAndBehind(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		levels        []model.Level
		ahead, behind int
	}{
		"one ahead":          {[]model.Level{"structured", "engaged", "absent"}, 1, 2},
		"unknown left aside": {[]model.Level{"engaged", "", "emerging", "not_applicable"}, 1, 1},
		"all alike":          {[]model.Level{"engaged", "engaged"}, 2, 0},
		"nobody far":         {[]model.Level{"emerging", "absent"}, 0, 0},
		"nothing known":      {[]model.Level{"", ""}, 0, 0},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var sides []side
			for i, level := range c.levels {
				d := modeltest.New().Set("lever", "acces", modeltest.Fields{"level": string(level)}).Diagnosis
				sides = append(sides, side{Input{Diagnosis: d}, fmt.Sprint("T", i)})
			}
			ahead, behind := aheadAndBehind(sides, model.Lever{Slug: "acces"})
			if len(ahead) != c.ahead || len(behind) != c.behind {
				t.Errorf("%d ahead and %d behind, want %d and %d", len(ahead), len(behind), c.ahead, c.behind)
			}
		})
	}
}
