package report

import (
	"strconv"
	"time"

	"tressons/model"
	"tressons/report/figure"
)

// timelineFigure sets the initiatives and the actions in time; false when fewer
// than two of them are dated.
func (in Input) timelineFigure() (Figure, bool) {
	begun, undated := in.initiativesInTime()
	planned := in.actionsInTime()
	if len(begun)+len(planned) < 2 {
		return Figure{}, false
	}
	title := "Initiatives et actions dans le temps"
	switch {
	case len(planned) == 0:
		title = "Les initiatives dans le temps"
	case len(begun) == 0:
		title = "Les actions dans le temps"
	}
	chart := figure.Timeline{Subject: figure.Subject{Title: title}}
	if len(begun) > 0 {
		chart.Groups = append(chart.Groups, figure.TimelineGroup{Name: "Initiatives, depuis leur création", Color: in.accent(), Items: begun})
	}
	if len(planned) > 0 {
		chart.Groups = append(chart.Groups, figure.TimelineGroup{Name: "Plan d’actions", Color: figure.Secondary, Items: planned})
	}
	if !in.Date.IsZero() {
		chart.Now, chart.NowLabel = moment(in.Date), model.Months[in.Date.Month()-1]+" "+strconv.Itoa(in.Date.Year())
	}
	source := in.under("Années de création et dates des actions", "")
	if len(planned) == 0 {
		source = in.under("Années de création", "")
	}
	if undated > 0 {
		source = sentence(source) + " " + model.Capitalize(model.Spell(undated, true)) + model.NBSP +
			model.Plural(undated, "initiative sans année n’y figure pas.", "initiatives sans année n’y figurent pas.")
	}
	return Figure{Chart: chart, Caption: title, Source: source}, true
}

// initiativesInTime are the initiatives at their beginning, and how many have no
// year.
func (in Input) initiativesInTime() (items []figure.TimelineItem, undated int) {
	for _, i := range in.Diagnosis.Initiatives.All() {
		year, ok := i.Year.Int()
		if !ok {
			undated++
			continue
		}
		items = append(items, figure.TimelineItem{Name: initiativeName(i), From: float64(year), When: string(i.Year)})
	}
	return items, undated
}

// actionsInTime are the dated actions that were not given up; those that have
// not begun are outlined.
func (in Input) actionsInTime() (items []figure.TimelineItem) {
	for _, a := range in.Diagnosis.Actions.All() {
		start, due := a.Start, a.Due
		if a.Status == "dropped" || start == "" && due == "" {
			continue
		}
		item := figure.TimelineItem{Name: a.Title, Planned: a.Status != "running" && a.Status != "done"}
		switch {
		case due == "":
			item.From, item.When = firstDay(start), "dès "+start.French()
		case start == "" || due < start:
			item.From, item.When = lastDay(due), due.French()
		default:
			item.From, item.To, item.When = firstDay(start), lastDay(due), start.French()+" – "+due.French()
		}
		items = append(items, item)
	}
	return items
}

// moment is a day in years: the second of July 2018 is about 2018.5.
func moment(t time.Time) float64 {
	const days = 366 // never reaches the year that follows
	return float64(t.Year()) + float64(t.YearDay()-1)/days
}

// firstDay is the beginning of a date, which may be a month or a year.
func firstDay(d model.Date) float64 { return moment(beginning(d)) }

// lastDay is the end of a date.
func lastDay(d model.Date) float64 {
	t := beginning(d)
	switch len(d) {
	case len("2026"):
		t = t.AddDate(1, 0, -1)
	case len("2026-11"):
		t = t.AddDate(0, 1, -1)
	}
	return moment(t)
}

// beginning is the first day of a date in canonical form.
func beginning(d model.Date) time.Time {
	const day = "2006-01-02"
	t, err := time.Parse(day[:min(len(d), len(day))], string(d))
	if err != nil {
		panic("report: a date that is not canonical: " + string(d))
	}
	return t
}
