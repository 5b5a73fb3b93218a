package report

import (
	"strconv"

	"tressons/model"
	"tressons/report/figure"
)

// mapFigure shows where the communes are, and the towns around them; false where
// too few places are known.
func (in Input) mapFigure() (Figure, bool) {
	around, ok := in.Places.Around(in.Diagnosis)
	if !ok {
		return Figure{}, false
	}
	chart := figure.Locator{Subject: figure.Subject{Title: in.territoryName()}, Unknown: around.Unknown, Color: in.accent()}
	for _, s := range around.Communes {
		chart.Communes = append(chart.Communes, figure.Dot{Name: s.Name, East: s.East, North: s.North, People: float64(s.Population)})
	}
	for _, s := range around.Towns {
		chart.Towns = append(chart.Towns, figure.Town{Name: s.Name, East: s.East, North: s.North,
			Distance: model.FormatNumber(s.Distance(), 0) + model.NBSP + "km", Direction: s.Direction()})
	}
	return Figure{Chart: chart, Caption: "Les communes et les villes voisines", Source: mapSource(around)}, true
}

// mapSource says how to read the map, and what it was made from.
func mapSource(around model.Surroundings) string {
	text := "Un disque par commune, d’autant plus grand qu’elle est peuplée (Insee, 2023)."
	if around.Unknown > 0 {
		text += " " + model.Capitalize(model.Spell(around.Unknown, true)) + model.NBSP +
			model.Plural(around.Unknown, "commune dont le bourg n’est pas localisé n’y figure pas.", "communes dont le bourg n’est pas localisé n’y figurent pas.")
	}
	if len(around.Towns) > 0 {
		text += " Distances à vol d’oiseau depuis le milieu des" + model.NBSP + strconv.Itoa(len(around.Communes)) + " bourgs."
	}
	return text + " Source" + model.NBSP + ": GeoNames, 2023 (CC" + model.NBSP + "BY" + model.NBSP + "4.0)."
}
