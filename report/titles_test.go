package report

import (
	"strings"
	"testing"

	"tressons/model"
)

// spaced writes the expected texts with plain spaces.
func spaced(s string) string {
	return strings.NewReplacer(model.NBSP, " ", model.NarrowNBSP, " ").Replace(s)
}

func TestTerritoryTitle(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		towns            []string
		communes, people int
		want             string
	}{
		"nothing":       {nil, 0, 0, "La fiche d’identité du territoire reste à remplir"},
		"all":           {[]string{"Rennes", "Saint-Malo"}, 19, 35692, "À proximité de Rennes, 19 communes réunissent 35 692 habitants"},
		"elision":       {[]string{"Angers"}, 3, 12345, "À proximité d’Angers, trois communes réunissent 12 345 habitants"},
		"article":       {[]string{"Le Mans"}, 3, 10, "À proximité du Mans, trois communes réunissent 10 habitants"},
		"plural":        {[]string{"Les Sables-d’Olonne"}, 0, 10, "À proximité des Sables-d’Olonne, 10 habitants vivent sur ce territoire"},
		"feminine":      {[]string{"La Rochelle"}, 2, 0, "À proximité de La Rochelle, deux communes forment ce territoire"},
		"only towns":    {[]string{"Nancy"}, 0, 0, "Un territoire à proximité de Nancy"},
		"one commune":   {nil, 1, 900, "900 habitants vivent sur ce territoire"},
		"one person":    {nil, 1, 1, "1 habitant vit sur ce territoire"},
		"only communes": {nil, 12, 0, "Douze communes forment ce territoire"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := spaced(territoryTitle(c.towns, c.communes, c.people)); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestTownsOf(t *testing.T) {
	t.Parallel()
	cases := map[string]struct{ field, want string }{
		"empty":           {"", ""},
		"list":            {"Rennes, Saint-Malo, Fougères", "Rennes|Saint-Malo|Fougères"},
		"and":             {"Nancy et Toul", "Nancy|Toul"},
		"remark first":    {"entre Périgueux et Limoges", ""},
		"remark later":    {"Périgueux, Limoges (à 80 km)", "Périgueux"},
		"distance":        {"Rennes à 16 km", ""},
		"endless":         {strings.Repeat("Llanfair", 12), ""},
		"apostrophe":      {"Villeneuve-d’Ascq ; L’Isle-d’Abeau", "Villeneuve-d’Ascq|L’Isle-d’Abeau"},
		"stray separator": {", ,Rennes,", ""},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := strings.Join(townsOf(c.field), "|"); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestFactorsTitle(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		counts axisCounts
		want   string
	}{
		"none":              {axisCounts{}, "Les facteurs clés restent à nommer"},
		"one":               {axisCounts{By: [3]int{0, 1, 0}}, "Un seul facteur fait tenir les projets, il touche à l’ingénierie"},
		"one without axis":  {axisCounts{None: 1}, "Un seul facteur fait tenir les projets"},
		"the deck":          {axisCounts{By: [3]int{4, 4, 1}}, "Neuf facteurs font tenir les projets, un seul touche au financement"},
		"one axis":          {axisCounts{By: [3]int{3, 0, 0}}, "Trois facteurs font tenir les projets, tous touchent à la reconnaissance"},
		"a missing axis":    {axisCounts{By: [3]int{2, 3, 0}}, "Cinq facteurs font tenir les projets, aucun ne touche au financement"},
		"two single":        {axisCounts{By: [3]int{1, 4, 1}}, "Six facteurs font tenir les projets, quatre touchent à l’ingénierie"},
		"equal":             {axisCounts{By: [3]int{3, 3, 3}}, "Neuf facteurs font tenir les projets, trois sur chaque axe"},
		"equal to one":      {axisCounts{By: [3]int{1, 1, 1}}, "Trois facteurs font tenir les projets, un seul sur chaque axe"},
		"few":               {axisCounts{By: [3]int{2, 5, 4}}, "Onze facteurs font tenir les projets, deux seulement touchent à la reconnaissance"},
		"uneven":            {axisCounts{By: [3]int{3, 5, 4}}, "Douze facteurs font tenir les projets, cinq touchent à l’ingénierie"},
		"tie at the top":    {axisCounts{By: [3]int{4, 4, 3}}, "Onze facteurs font tenir les projets, trois touchent au financement"},
		"some without axis": {axisCounts{By: [3]int{2, 1, 1}, None: 1}, "Cinq facteurs font tenir les projets, deux touchent à la reconnaissance"},
		"none has an axis":  {axisCounts{None: 4}, "Quatre facteurs font tenir les projets"},
		"two missing tie":   {axisCounts{By: [3]int{2, 0, 0}, None: 2}, "Quatre facteurs font tenir les projets, deux touchent à la reconnaissance"},
		"many":              {axisCounts{By: [3]int{20, 19, 1}}, "40 facteurs font tenir les projets, un seul touche au financement"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := spaced(factorsTitle(c.counts)); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestAxisTitle(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		counts levelCounts
		want   string
	}{
		"not concerned":     {levelCounts{}, "Aucun levier de financement ne concerne ce territoire"},
		"nothing set":       {levelCounts{Concerned: 5}, "Les cinq leviers de financement restent à situer"},
		"all engaged":       {levelCounts{5, 5, 5, 0}, "Les cinq leviers de financement sont engagés"},
		"all structured":    {levelCounts{5, 5, 0, 5}, "Les cinq leviers de financement sont structurés"},
		"all strong":        {levelCounts{5, 5, 3, 2}, "Les cinq leviers de financement sont engagés ou structurés"},
		"some":              {levelCounts{5, 5, 2, 0}, "Deux leviers de financement sur cinq sont engagés"},
		"one":               {levelCounts{5, 5, 0, 1}, "Un levier de financement sur cinq est structuré"},
		"one, one left":     {levelCounts{5, 4, 1, 0}, "Un levier de financement sur cinq est engagé, un reste à situer"},
		"none strong":       {levelCounts{5, 5, 0, 0}, "Aucun levier de financement n’est encore engagé"},
		"none strong, left": {levelCounts{5, 3, 0, 0}, "Aucun des trois leviers de financement situés n’est encore engagé, deux restent à situer"},
		"one set, weak":     {levelCounts{5, 1, 0, 0}, "Le seul levier de financement situé n’est pas encore engagé, quatre restent à situer"},
		"one lever, unset":  {levelCounts{1, 0, 0, 0}, "Le seul levier de financement concerné reste à situer"},
		"one lever, weak":   {levelCounts{1, 1, 0, 0}, "Le seul levier de financement concerné n’est pas encore engagé"},
		"one lever, strong": {levelCounts{1, 1, 1, 0}, "Le seul levier de financement concerné est engagé"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := spaced(axisTitle(model.Financing, c.counts)); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestCountingTitles(t *testing.T) {
	t.Parallel()
	cases := []struct{ got, want string }{
		{initiativesTitle(0, 0), "Les initiatives restent à recenser"},
		{initiativesTitle(1, 1), "Une initiative porte l’économie sociale et solidaire"},
		{initiativesTitle(6, 1), "Six initiatives portent l’économie sociale et solidaire"},
		{initiativesTitle(6, 2), "Six initiatives portent l’économie sociale et solidaire dans deux communes"},
		{matrixTitle(9, 0), "Le lien entre les facteurs et les projets reste à établir"},
		{matrixTitle(1, 1), "Ce facteur se retrouve dans la dynamique de projets"},
		{matrixTitle(9, 9), "Ces facteurs se retrouvent dans la dynamique de projets"},
		{matrixTitle(9, 1), "Un facteur sur neuf se retrouve dans les projets"},
		{matrixTitle(9, 4), "Quatre facteurs sur neuf se retrouvent dans les projets"},
		{findingsTitle(4, 0, 0), "Aucun constat ne se vérifie encore sur ce territoire"},
		{findingsTitle(4, 1, 0), "Un constat sur quatre se vérifie ici"},
		{findingsTitle(4, 1, 1), "Un constat sur quatre se vérifie ici, en partie"},
		{findingsTitle(4, 3, 1), "Trois constats sur quatre se vérifient ici, dont un en partie"},
		{findingsTitle(4, 4, 2), "Les quatre constats se vérifient ici, dont deux en partie"},
		{figuresTitle(1, "Emplois de l’ESS", "1 234 emplois"), "Emplois de l’ESS : 1 234 emplois"},
		{figuresTitle(2, "a", "b"), "Deux chiffres éclairent ce territoire"},
		{essentialTitle(0, 0, 0, 12), "Le diagnostic commence"},
		{essentialTitle(1, 1, 1, 12), "Le territoire compte un facteur clé, une initiative et un levier engagé sur douze"},
		{essentialTitle(9, 0, 7, 12), "Le territoire compte neuf facteurs clés et sept leviers engagés sur douze"},
		{sourcesTitle(1, "ces pages"), "Une source appuie ces pages"},
		{sourcesTitle(19, "ce diagnostic"), "19 sources appuient ce diagnostic"},
		{actionsTitle(1), "Une action est inscrite au plan"},
		{actionsTitle(4), "Quatre actions sont inscrites au plan"},
		{actorsTitle(1, 0), "Un acteur compte pour ce territoire"},
		{actorsTitle(10, 1), "Dix acteurs comptent pour ce territoire, un entretien a été mené"},
		{actorsTitle(10, 3), "Dix acteurs comptent pour ce territoire, trois entretiens ont été menés"},
	}
	for _, c := range cases {
		if got := spaced(c.got); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}
