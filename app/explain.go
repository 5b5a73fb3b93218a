package app

import (
	"context"
	"errors"

	"tressons/model"
)

// Explain is the French sentence that a user reads for an error.
func Explain(err error) string {
	var problem *model.Problem
	var input *model.InputError
	switch {
	case err == nil:
		return ""
	case errors.As(err, &problem):
		return problem.Message
	case errors.As(err, &input):
		return input.Message
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return "L’opération a été interrompue ; rien n’a été changé."
	}
	return "Un imprévu a interrompu l’opération ; ce qui était enregistré est intact. Détail technique" + model.NBSP + ": " + err.Error()
}
