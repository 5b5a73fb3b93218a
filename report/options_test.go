package report

import (
	"strings"
	"testing"
	"time"

	"tressons/model"
	"tressons/model/modeltest"
	"tressons/report/figure"
)

func TestAccentOf(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		typed, color, refused string // what the refusal says
	}{
		"forest":           {"#1D5C4F", "#1D5C4F", ""},
		"without the sign": {"1d5c4f", "#1D5C4F", ""},
		"black":            {"#000000", "#000000", ""},
		"yellow":           {"#FFD400", "", "son contraste est de 1,4 alors qu’il en faut 4,5. La plus proche qui convient est #"},
		"nearly":           {"#777777", "", "La plus proche qui convient est #"},
		"no colour":        {"vert", "", "« vert » n’est pas une couleur"},
		"short":            {"#123", "", "n’est pas une couleur"},
		"empty":            {"", "", "n’est pas une couleur"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := AccentOf(c.typed)
			switch {
			case c.refused == "" && (err != nil || figure.Hex(got) != c.color):
				t.Errorf("got %s, %v", figure.Hex(got), err)
			case c.refused != "" && (err == nil || !strings.Contains(spaced(err.Error()), c.refused)):
				t.Errorf("got %v, want a refusal with %q", err, c.refused)
			}
		})
	}
}

// TestProposedColorIsAccepted takes the refusals at their word, over a net of
// colours, and holds that what is accepted can be read.
func TestProposedColorIsAccepted(t *testing.T) {
	t.Parallel()
	const step = 51
	refused := 0
	for n := range 6 * 6 * 6 {
		c := figure.Color{R: uint8(n / 36 * step), G: uint8(n / 6 % 6 * step), B: uint8(n % 6 * step), A: 255}
		if _, err := AccentOf(figure.Hex(c)); err != nil {
			refused++
			proposed := strings.TrimSuffix(err.Error()[strings.LastIndex(err.Error(), "#"):], ".")
			if c, err = AccentOf(proposed); err != nil {
				t.Errorf("%s is proposed, then refused: %v", proposed, err)
			}
		}
		if readability(c) < leastContrast {
			t.Errorf("%s is accepted with a contrast of %.2f", figure.Hex(c), readability(c))
		}
	}
	if refused == 0 {
		t.Error("no colour was refused: the test tells nothing")
	}
}

func TestOptionsAreRefused(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		kind    string
		options Options
		says    string
	}{
		"axis of a zoom":  {"zoom", Options{Axis: model.Financing}, "ne se limite pas à un axe"},
		"unknown section": {"zoom", Options{Without: []string{"plan"}}, "n’a pas de section « plan ». Ses sections : territoire, facteurs, dynamique, sources."},
		"nothing left":    {"note", Options{Without: []string{"essentiel", "priorites"}}, "Il ne reste aucune section"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			in := inputOf(t, modeltest.Sample())
			in.Options = c.options
			if _, err := Compose(c.kind, in); err == nil || !strings.Contains(spaced(err.Error()), c.says) {
				t.Errorf("got %v, want %q", err, c.says)
			}
		})
	}
}

func TestOptionsAreFollowed(t *testing.T) {
	t.Parallel()
	in := inputOf(t, modeltest.Sample())
	in.Options = Options{Without: []string{"couverture", "plan"}, Axis: model.Financing, Accent: figure.Indigo, Team: "Équipe d’ici"}
	doc := composed(t, "monographie", in)
	if doc.Accent != figure.Indigo || doc.Author != "Équipe d’ici" {
		t.Errorf("accent %s, author %q", figure.Hex(doc.Accent), doc.Author)
	}
	var ids []string
	for _, s := range doc.Sections {
		ids = append(ids, s.ID)
	}
	got := strings.Join(ids, " ")
	if want := "sommaire fiche essentiel chiffres constats facteurs initiatives matrice financement evolutions acteurs sources tableaux methode"; got != want {
		t.Errorf("sections %s,\nwant     %s", got, want)
	}
	in.Options = Options{Team: "Équipe d’ici", Funders: "Avec le soutien de LEADER et du Feader"}
	if text := dump(composed(t, "monographie", in)); !strings.Contains(text, "Équipe d’ici / ") || !strings.Contains(text, "LEADER et du Feader") {
		t.Error("the cover names neither the team nor who paid")
	}
}

func TestBlankQuestionnaire(t *testing.T) {
	t.Parallel()
	in := inputOf(t, modeltest.Sample())
	in.Options.Axis = model.Recognition
	known := dump(composed(t, "questionnaire", in))
	in.Options.Blank = true
	blank := dump(composed(t, "questionnaire", in))
	for _, answer := range []string{"[x] Oui", "1 234 personnes", "Une formation des maires en 2027.", "Café du bourg", "Volonté politique locale", "est imprimé ou coché"} {
		if !strings.Contains(spaced(known), answer) {
			t.Errorf("%q is not shown", answer)
		}
		if strings.Contains(spaced(blank), answer) {
			t.Errorf("%q is on a blank sheet", answer)
		}
	}
	if strings.Contains(known, "Aides directes du Département") {
		t.Error("a factor of another axis is shown")
	}
	if want := "Quatre leviers de reconnaissance à regarder ensemble"; !strings.Contains(spaced(blank), want) {
		t.Errorf("the title is not %q", want)
	}
}

// TestKeptOptions holds that a document follows what the file keeps, where
// nothing else is asked, and that no file keeps one from being made.
func TestKeptOptions(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		kind   string
		fields modeltest.Fields
		asked  Options
		want   []string // in the text
		not    []string
	}{
		"sections": {"zoom", modeltest.Fields{"without": "territoire,sources"}, Options{}, []string{"#facteurs"}, []string{"#territoire", "#sources"}},
		"asked":    {"zoom", modeltest.Fields{"without": "territoire"}, Options{Without: []string{"facteurs"}}, []string{"#territoire"}, []string{"#facteurs"}},
		"unknown":  {"zoom", modeltest.Fields{"without": "annexe-2031,facteurs", "accent": "#FFD400", "axis": "financement"}, Options{}, []string{"#dynamique"}, []string{"#facteurs"}},
		"all":      {"note", modeltest.Fields{"without": "essentiel,priorites"}, Options{}, []string{"#essentiel", "#priorites"}, nil},
		"axis":     {"questionnaire", modeltest.Fields{"axis": "financement", "blank": "yes"}, Options{}, []string{"#financement"}, []string{"#ingenierie", "[x]"}},
		"team":     {"monographie", modeltest.Fields{"team": "Équipe d’ici", "funders": "LEADER et Feader", "date": "2027-02"}, Options{}, []string{"Équipe d’ici", "LEADER et Feader", "février 2027"}, nil},
		"other":    {"monographie", modeltest.Fields{}, Options{}, []string{"Camille Le Goff"}, nil},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := &modeltest.Builder{Diagnosis: modeltest.Sample()}
			b.Set("report", c.kind, c.fields)
			in := inputOf(t, b.Diagnosis)
			in.Options, in.Date = c.asked, time.Time{}
			text := dump(composed(t, c.kind, in))
			for _, w := range c.want {
				if !strings.Contains(text, w) {
					t.Errorf("%q is missing", w)
				}
			}
			for _, n := range c.not {
				if strings.Contains(text, n) {
					t.Errorf("%q is there", n)
				}
			}
		})
	}
}
