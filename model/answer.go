package model

import (
	"slices"
	"strings"
)

// Canon gives the canonical text of an answer to the question, or an
// InputError. Several choices are their slugs in the order of the question,
// parted by commas.
func (q Question) Canon(input string) (string, error) {
	if q.Kind == AskChoices {
		return q.canonChoices(input)
	}
	return q.Field().Canon(input)
}

// Field is a field that takes the question's answers; several choices at once
// are no field.
func (q Question) Field() Field {
	f := Field{Label: q.Label, Unit: q.Unit}
	switch q.Kind {
	case AskYesNo:
		f.Kind, f.Choices = KindChoice, YesNo("").Choices()
	case AskChoice:
		f.Kind, f.Choices = KindChoice, q.choices()
	case AskNumber:
		f.Kind = KindNumber
	case AskDate:
		f.Kind = KindDate
	case AskText:
		f.Kind = KindText
	}
	return f
}

func (q Question) choices() []Choice {
	out := make([]Choice, len(q.Options))
	for i, o := range q.Options {
		out[i] = Choice(o)
	}
	return out
}

func (q Question) canonChoices(input string) (string, error) {
	chosen := strings.FieldsFunc(input, func(r rune) bool { return r == ',' || r == ' ' || r == '\n' })
	var out []string
	for _, o := range q.Options {
		if slices.Contains(chosen, o.Slug) {
			out = append(out, o.Slug)
		}
	}
	for _, slug := range chosen {
		if _, err := (Field{Kind: KindChoice, Label: q.Label, Choices: q.choices()}).Canon(slug); err != nil {
			return "", err
		}
	}
	return strings.Join(out, ","), nil
}

// Chosen lists the slugs of an answer with several choices.
func Chosen(value string) []string {
	if value == "" {
		return nil
	}
	return strings.Split(value, ",")
}

// Show is the French text of an answer.
func (q Question) Show(value string) string {
	if q.Kind != AskChoices {
		return q.Field().Show(value)
	}
	labels := Chosen(value)
	for i, slug := range labels {
		labels[i] = LabelOf(q.choices(), slug)
	}
	return strings.Join(labels, NBSP+"; ")
}

// Choices lists what a yes/no or choice question offers, nil for other kinds.
func (q Question) Choices() []Choice {
	if q.Kind == AskChoices {
		return q.choices()
	}
	return q.Field().Choices
}
