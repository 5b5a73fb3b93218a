package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// question makes the field in which a guiding question is answered, with room
// for what qualifies the answer.
func (v *leverView) question(q model.Question) fyne.CanvasObject {
	answer := v.s.Diagnosis().Answer(v.lever.Slug, q.Slug)
	row := model.AnswerID(v.lever.Slug, q.Slug)
	var field *widgets.Field
	commit := func(typed string) {
		value, err := q.Canon(typed)
		field.SetError(app.Explain(err))
		if err == nil {
			v.s.SetField("answer", row, "value", value)
			field.SetMark(v.s.disputeMark("answer", row, "value"))
		}
	}
	field = widgets.NewField(answerControl(q, string(answer.Value), axisColor(v.axis.Slug), commit), widgets.FieldOptions{Label: q.Label, Mark: v.s.disputeMark("answer", row, "value")})
	comment := v.s.comment(row, string(answer.Comment), q.Kind)
	helped := func(name string, object fyne.CanvasObject) fyne.CanvasObject {
		return newFocusArea(object, func() {
			v.s.At("answer", row, name)
			v.s.Help("## " + q.Label + "\n\n" + q.Help + "\n\n" + v.help())
		})
	}
	return widgets.VStack(skin.Gap1, helped("value", field), helped("comment", comment))
}

// comment is the field for what qualifies an answer. It shows once there is
// something in it or it is asked for; a text answer needs none.
func (s *Session) comment(row, value string, kind model.QuestionKind) fyne.CanvasObject {
	area := widgets.NewTextArea(widgets.EntryOptions{Text: value, Placeholder: "Précision, source de la réponse", MinRows: 1,
		OnCommitted: func(v string) { s.SetField("answer", row, "comment", v) }})
	holder := widgets.VStack(0)
	switch {
	case value != "":
		holder.Add(area)
	case kind != model.AskText:
		holder.Add(outdented(widgets.NewButton(widgets.ButtonOptions{Label: "+ Préciser", Kind: widgets.Quiet, Edits: true, OnTapped: func() {
			holder.Objects = []fyne.CanvasObject{area}
			holder.Refresh()
			s.Window().Canvas().Focus(area)
		}})))
	}
	return holder
}

// answerControl makes what a question is answered with.
func answerControl(q model.Question, value string, color fyne.ThemeColorName, commit func(string)) fyne.CanvasObject {
	switch q.Kind {
	case model.AskYesNo:
		return widgets.NewYesNo(value, commit)
	case model.AskChoice:
		return widgets.NewChoice(widgets.ChoiceOptions{Options: choiceOptions(q.Choices()), Selected: value, OnSelected: commit})
	case model.AskChoices:
		return widgets.NewMultiChoice(widgets.MultiChoiceOptions{Options: choiceOptions(q.Choices()), Selected: model.Chosen(value),
			OnSelected: func(ids []string) { commit(strings.Join(ids, ",")) }})
	case model.AskText:
		return widgets.NewTextArea(widgets.EntryOptions{Text: value, OnCommitted: commit})
	}
	return valueEntry(q.Field(), value, commit)
}

func lowerInitial(s string) string {
	for _, r := range s {
		return strings.ToLower(string(r)) + s[len(string(r)):]
	}
	return s
}
