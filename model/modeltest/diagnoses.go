package modeltest

import (
	"fmt"
	"strings"

	"tressons/model"
)

// Empty is a diagnosis that somebody has just begun.
func Empty() *model.Diagnosis {
	return New().Territory(Fields{"name": "Pays de Nulle-Part"}).Diagnosis
}

// Sample is a diagnosis of an invented territory with something in every step,
// and with private notes that must not leave it: each holds the word Secret.
func Sample() *model.Diagnosis {
	b := New()
	b.About(Fields{"name": "Diagnostic 2026", "team": "Camille Le Goff et Jean-Noël Œuf", "organisation": "Syndicat du Bocage",
		"started": "2026-03", "ended": "2026-11-23", "private_note": Secret})
	b.Territory(Fields{
		"name": "Communauté de communes du Bocage d’Aubance", "kind": "cc", "region": "Pays de la Loire", "departements": "Maine-et-Loire",
		"situation": "Sud du Maine-et-Loire, entre Loire et Layon", "urban_areas": "Angers, Cholet", "commune_count": "3", "area": "100",
		"population": "12 345", "population_year": "2022", "population_source": "Insee", "density": "117", "density_source": "monographie de 2019",
		"unemployment": "7,1", "unemployment_year": "2022", "unemployment_source": "Insee",
		"characteristics": "Bocage, vergers et petites usines", "website": "bocage-aubance.example", "private_note": Secret,
	})
	b.AddAs("commune", "49001", Fields{"name": "Brissac", "population": "8 000", "population_year": "2023", "membership": "whole"})
	b.AddAs("commune", "49002", Fields{"name": "Les Alleuds", "population": "3 000", "population_year": "2023", "membership": "whole"})
	b.AddAs("commune", "49003", Fields{"name": "Vauchrétien", "population": "1 500", "population_year": "2023", "membership": "whole"})
	sampleLevers(b)
	sampleRest(b)
	return b.Diagnosis
}

// Secret stands in every private field of Sample and of Stress.
const Secret = "SECRET-DE-L’ÉQUIPE"

func sampleLevers(b *Builder) {
	b.Set("lever", "sensibilisation", Fields{"level": "engaged", "trend": "rising", "level_reason": "Un vice-président a l’ESS dans sa délégation.",
		"in_place": "Une visite par an.", "planned": "Une formation des maires en 2027.", "strengths": "Des élus curieux\n- Une visite par an",
		"ways_forward": "Former les agents", "priority": "high", "source_kind": "testimony", "private_note": Secret})
	b.Set("lever", "documents-cadres", Fields{"level": "structured", "strengths": "L’ESS dans le projet de territoire"})
	b.Set("lever", "specificites", Fields{"level": "emerging"})
	b.Set("lever", "valeur-indirecte", Fields{"level": "absent", "ways_forward": "Compter les achats locaux"})
	b.Set("lever", "accompagnement-projets", Fields{"level": "engaged"})
	b.Set("lever", "cooperation", Fields{"trend": "falling", "in_place": "Une réunion de services par trimestre."})
	b.Set("lever", "dispositifs-nationaux", Fields{"level": "not_applicable", "not_applicable_reason": "aucun appel national depuis 2020."})
	b.Set("answer", "sensibilisation/elu-referent", Fields{"value": "yes", "comment": "Depuis 2020."})
	b.Set("answer", "sensibilisation/elus-formes", Fields{"value": "1234"})
	b.Set("answer", "sensibilisation/publics-touches", Fields{"value": "elus-municipaux,agents"})
	b.Set("finding", "innovation-citoyenne", Fields{"seen": "yes", "illustration": "Le café du bourg.", "private_note": Secret})
	b.Set("finding", "lien-social", Fields{"seen": "partly"})
}

func sampleRest(b *Builder) {
	article := b.Add("evidence", Fields{"title": "Un café s’invente", "kind": "link", "publisher": "Le Courrier", "address": "https://courrier.example/cafe",
		"date": "2024-05-03", "pages": "p. 4", "excerpt": "Raconte l’ouverture du café.", "private_note": Secret})
	report := b.Add("evidence", Fields{"title": "Projet de territoire", "kind": "document", "publisher": "Syndicat du Bocage", "address": "armoire 3", "date": "2021"})
	will := b.Add("key_factor", Fields{"statement": "Volonté politique locale", "axis": "reconnaissance", "scale": "epci", "since": "2014",
		"description": "Deux mandats de suite.", "private_note": Secret})
	network := b.Add("key_factor", Fields{"statement": "Réseau d’échange entre communes", "axis": "reconnaissance", "scale": "region"})
	nursery := b.Add("key_factor", Fields{"statement": "Pépinière de l’ESS", "axis": "ingenierie", "scale": "epci", "since": "2007",
		"sources_differ": "yes", "sources_note": "2007 selon l’un, 2017 selon l’autre."})
	aids := b.Add("key_factor", Fields{"statement": "Aides directes du Département", "axis": "financement", "scale": "departement"})
	cafe := b.Add("initiative", Fields{"name": "Café du bourg", "year": "2018", "theme": "commerces-services", "commune": "Brissac", "region": "Pays de la Loire",
		"legal_form": "SCIC", "description": "Bar, épicerie et lieu de rencontres.", "jobs": "3 salariés (2018)", "members": "75 sociétaires (2018)",
		"website": "https://cafe.example/", "private_note": Secret})
	garden := b.Add("initiative", Fields{"name": "Jardin partagé", "theme": "alimentation", "commune": "Les Alleuds"})
	bus := b.Add("initiative", Fields{"name": "Bricobus", "theme": "autre", "theme_other": "Habitat", "sources_differ": "yes"})
	person := b.Add("actor", Fields{"name": "Maëlle Éon", "kind": "elected", "organisation": "Commune de Brissac", "role": "Adjointe",
		"email": "secret-de-l-equipe@courriel.example", "phone": "06 00 00 00 00 " + Secret, "private_note": Secret})
	b.Add("interview", Fields{"actor": string(person), "date": "2026-05-04", "summary": "Le café a changé le bourg.", "notes": Secret})
	b.Add("figure", Fields{"label": "Part de l’ESS dans l’emploi salarié", "value": "14,2", "unit": "%", "year": "2021", "perimeter": "CC du Bocage d’Aubance",
		"source": "Observatoire régional", "private_note": Secret})
	b.Add("figure", Fields{"label": "Emplois de l’ESS", "value": "1234", "unit": "emplois", "year": "2021", "perimeter": "CC du Bocage d’Aubance",
		"source": "Observatoire régional", "definition": "Emplois salariés, au 31 décembre"})
	b.Add("action", Fields{"title": "Ouvrir un guichet commun", "lever": "acces", "lead": "Syndicat du Bocage", "due": "2027-06", "status": "decided",
		"priority": "high", "cost": "15000", "private_note": Secret})
	b.Link(article, cafe, will, "finding/innovation-citoyenne").Link(report, "lever/documents-cadres", nursery)
	b.Link(cafe, will, nursery, aids).Link(garden, will).Link(bus, network)
	b.Link(person, will).Link(will, "lever/sensibilisation").Link("finding/innovation-citoyenne", cafe)
}

// Stress holds what strains a page: 60 initiatives, 40 key factors, notes of
// 3,000 characters, emoji, words without a space, a 300-character name, 30 photos.
func Stress() *model.Diagnosis {
	b := New()
	long := strings.Repeat("L’animation du réseau des acteurs, année après année, tient à peu de choses : une personne, un lieu, du temps. ", 27)
	word := strings.Repeat("Llanfairpwllgwyngyll", 12)
	b.About(Fields{"name": "Diagnostic 🌱👩‍🌾 " + strings.Repeat("élargi ", 30), "team": strings.Repeat("Équipe, ", 60), "essential": long, "private_note": Secret})
	b.Territory(Fields{"name": "Communauté de communes " + strings.Repeat("du Très Long Nom ", 16), "kind": "cc", "situation": long[:1900], "urban_areas": word,
		"commune_count": "146", "area": "0,5", "population": "987654321", "density": "1", "characteristics": long, "website": "https://" + word + ".example/" + word})
	for i := range 146 {
		b.AddAs("commune", fmt.Sprintf("49%03d", i+1), Fields{"name": fmt.Sprintf("Saint-Exemple-des-Bois-%03d", i), "population": fmt.Sprint(i * 37), "membership": "part"})
	}
	var factors []model.Ref
	axes := []string{"reconnaissance", "ingenierie", "financement", ""}
	for i := range 40 {
		factors = append(factors, b.Add("key_factor", Fields{"axis": axes[i%7%4], "scale": "epci", "description": long[:(i%4)*400],
			"statement": fmt.Sprintf("Facteur %d 🚀 %s", i+1, strings.Repeat("qui fait tenir les projets ", i%5)), "private_note": Secret}))
	}
	source := b.Add("evidence", Fields{"title": word, "publisher": long[:300], "address": "https://" + word + ".example", "excerpt": long})
	for i := range 60 {
		ref := b.Add("initiative", Fields{"name": fmt.Sprintf("Initiative %d %s", i+1, word[:(i%12)*20]), "theme": []string{"alimentation", "mobilite", "autre", ""}[i%4],
			"theme_other": "Thème 🎭 " + fmt.Sprint(i%3), "commune": "Saint-Exemple", "description": long[:(i%6)*560], "year": fmt.Sprint(1990 + i%30),
			"sources_differ": "yes", "sources_note": "😀 " + word, "private_note": Secret})
		b.Link(ref, factors[i%40], factors[i*7%40], source)
	}
	stressPhotos(b, word)
	for _, slug := range []string{"sensibilisation", "acces", "cooperation"} {
		b.Set("lever", slug, Fields{"level": "structured", "trend": "stable", "in_place": long, "planned": word + "\n" + long, "level_reason": long,
			"strengths": strings.Repeat("Un point fort\n", 40), "ways_forward": long, "private_note": Secret})
	}
	b.Set("answer", "sensibilisation/parole-elus", Fields{"value": long + "\n\n" + long, "comment": long})
	b.Set("finding", "lien-social", Fields{"seen": "no", "illustration": long})
	for i := range 12 {
		b.Add("figure", Fields{"label": long[:200], "value": "123456789,123", "unit": word[:30], "perimeter": long[:150], "source": word, "comment": long[:i*100]})
		b.Add("action", Fields{"title": long[:300], "description": long, "lead": word})
		b.Add("actor", Fields{"name": word, "role": long[:500], "email": "a@b.c", "private_note": Secret})
	}
	return b.Diagnosis
}

// stressPhotos adds 30 photos, two of them on the cover. Their names are those of
// no file: whoever shows them makes the pictures.
func stressPhotos(b *Builder, word string) {
	for i := range 30 {
		photo := b.Add("evidence", Fields{"kind": "photo", "photo": photoName(i), "title": fmt.Sprintf("Photo %d 📷 %s", i+1, word[:(i%7)*20]),
			"publisher": []string{"", "Le Courrier", word}[i%3], "date": fmt.Sprint(2000 + i%20), "excerpt": strings.Repeat("On y voit le bourg. ", i%4*10), "private_note": Secret})
		b.Link(photo, model.MakeRef("initiative", b.Diagnosis.RowIDs("initiative")[i]))
	}
	b.Set("report", "monographie", Fields{"cover": photoName(0), "logo": photoName(3)})
}

func photoName(i int) string { return fmt.Sprintf("%064x", i+1) }

// Earlier is a diagnosis as it might have stood two years before: a lever lower,
// another higher, an initiative and a key factor fewer, one of each that is gone
// since, an action less advanced, an older figure.
func Earlier(d *model.Diagnosis) *model.Diagnosis {
	b := &Builder{Diagnosis: d.Clone()}
	b.Set("lever", "sensibilisation", Fields{"level": "absent"}).Set("lever", "valeur-indirecte", Fields{"level": "engaged"})
	for _, entity := range []string{"initiative", "key_factor"} {
		if ids := d.RowIDs(entity); len(ids) > 0 {
			b.apply([]model.Edit{model.DeleteRow(entity, ids[0])})
		}
	}
	b.Add("initiative", Fields{"name": "Atelier de couture", "commune": "Brissac", "description": "Fermé depuis."})
	b.Add("key_factor", Fields{"statement": "Un chargé de mission à mi-temps", "axis": "ingenierie", "scale": "epci"})
	for _, id := range d.RowIDs("action") {
		b.Set("action", id, Fields{"status": "idea"})
	}
	for _, id := range d.RowIDs("figure") {
		b.Set("figure", id, Fields{"value": "12", "year": "2016"})
	}
	return b.Diagnosis
}
