package ui

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"tressons/app/ui/widgets"
	"tressons/model"
)

// allFields is the sheet of an entity that needs nothing of its own.
func allFields(v *sheetView) []fyne.CanvasObject { return v.fields() }

func figuresScreen() listScreen {
	return listScreen{id: "chiffres", label: "Chiffres clés", entity: "figure", title: "Des chiffres clés",
		lead:  "Chacun avec son unité, son année, sa source et son périmètre" + model.NBSP + ": sans eux, il ne se compare pas.",
		add:   "+ Ajouter un chiffre",
		empty: "Emplois, établissements, part dans l’emploi privé" + model.NBSP + ": trois ou quatre chiffres bien sourcés suffisent à situer l’ESS du territoire.",
		lines: figureLines, sheet: allFields,
		links: []linkField{{"evidence", "Preuves"}},
	}
}

func figureLines(s *Session) func(string) line {
	return func(id string) line {
		f, _ := s.Diagnosis().Figures.Get(id)
		l := line{note: dotted(string(f.Year), f.Perimeter, f.Source), mark: f.Value.FrenchUnit(f.Unit)}
		if utf8.RuneCountInString(l.mark) > longestMark {
			l.note, l.mark = dotted(l.mark, l.note), ""
		}
		return l
	}
}

// longestMark is how many signs fit at the right of a line beside its title.
const longestMark = 24

func actorsScreen() listScreen {
	return listScreen{id: "acteurs", label: "Acteurs et entretiens", entity: "actor", title: "Des acteurs et des entretiens",
		lead:  "Qui compte ici, qui a été rencontré, ce qui a été dit.",
		add:   "+ Ajouter un acteur",
		empty: "Élus, collectivités, structures de l’ESS, réseaux, financeurs, habitants" + model.NBSP + ": notez qui compte ici, puis ce que chacun vous a dit.",
		lines: actorLines,
		sheet: func(v *sheetView) []fyne.CanvasObject { return append(v.fields(), newInterviews(v.s, v.row)) },
		links: []linkField{{"key_factor", "Facteurs clés"}, {"initiative", "Initiatives"}, {"evidence", "Preuves"}},
	}
}

func actorLines(s *Session) func(string) line {
	met := map[model.Ref]int{}
	for _, i := range s.Diagnosis().Interviews.All() {
		met[i.Actor]++
	}
	return func(id string) line {
		a, _ := s.Diagnosis().Actors.Get(id)
		l := line{note: dotted(model.LabelOf(a.Kind.Choices(), string(a.Kind)), a.Organisation, a.Role)}
		if n := met[model.MakeRef("actor", id)]; n > 0 {
			l.mark = model.Count(n, "entretien", "entretiens")
		}
		return l
	}
}

func actionsScreen() listScreen {
	return listScreen{id: "plan", label: "Plan d’actions", entity: "action", title: "Le plan d’actions",
		lead:  "Ce que l’on fera, qui s’en charge, pour quand. L’ordre est celui du rapport.",
		add:   "+ Ajouter une action",
		empty: "Une action bien écrite a un verbe, un résultat, un pilote et une échéance. Cinq actions tenues font plus qu’un plan de trente.",
		lines: actionLines, sheet: allFields,
		own:   map[string]func(*sheetView) fyne.CanvasObject{"lever": leverChoice},
		links: []linkField{{"initiative", "Initiatives"}, {"actor", "Acteurs"}, {"evidence", "Preuves"}},
	}
}

func actionLines(s *Session) func(string) line {
	return func(id string) line {
		a, _ := s.Diagnosis().Actions.Get(id)
		due := ""
		if a.Due != "" {
			due = "échéance" + model.NBSP + ": " + a.Due.French()
		}
		lever, known := s.Grid().Lever(a.Lever)
		l := line{note: dotted(lever.Short, a.Lead, due), mark: model.LabelOf(a.Status.Choices(), string(a.Status))}
		if known {
			l.color = axisColor(lever.Axis)
		}
		return l
	}
}

// leverChoice is the choice of a lever of the grid, for a field that keeps its slug.
func leverChoice(v *sheetView) fyne.CanvasObject {
	var options []widgets.Option
	for _, l := range v.s.Grid().Levers {
		options = append(options, widgets.Option{ID: l.Slug, Label: l.Name})
	}
	choice := widgets.NewChoice(widgets.ChoiceOptions{Options: options, Selected: v.form.value("lever"),
		OnSelected: func(slug string) { v.s.SetField(v.list.entity, v.row, "lever", slug) }})
	v.follow = append(v.follow, func() { choice.SetSelected(v.form.value("lever")) })
	f, _ := v.form.entity.Field("lever")
	return newFocusArea(widgets.NewField(choice, widgets.FieldOptions{Label: f.Label}), func() {
		v.s.At(v.list.entity, v.row, f.Name)
		v.s.Help(v.form.help(f))
	})
}

func evidenceScreen() listScreen {
	return listScreen{id: "preuves", label: "Preuves", entity: "evidence", title: "Des preuves",
		lead:  "Les documents, liens et photos sur lesquels repose le diagnostic, avec la page exacte.",
		add:   "+ Ajouter une preuve",
		empty: "Délibération, bilan, article, page internet" + model.NBSP + ": une preuve a un titre, un auteur, une date et la page exacte.",
		lines: evidenceLines,
		sheet: func(v *sheetView) []fyne.CanvasObject {
			return append(v.fields(), newMixedLinks(v.s, v.ref(), "Ce qu’elle soutient", supportable...))
		},
	}
}

// supportable are the entities that a proof can support, in the order of the work.
var supportable = []string{"territory", "figure", "actor", "lever", "answer", "key_factor", "finding", "initiative", "action"}

func evidenceLines(s *Session) func(string) line {
	supports := s.linkCounts("evidence")
	return func(id string) line {
		e, _ := s.Diagnosis().Evidence.Get(id)
		l := line{note: dotted(e.Publisher, e.Date.French(), e.Pages), mark: "sans lien"}
		if n := supports[id]; n > 0 {
			l.mark = model.Count(n, "lien", "liens")
		}
		return l
	}
}
