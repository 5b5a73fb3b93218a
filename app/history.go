package app

import (
	"slices"

	"tressons/model"
)

// maxUndo bounds the memory that undo takes.
const maxUndo = 500

// step is a list of edits to apply together, with what it is called.
type step struct {
	label     string
	diagnosis string
	edits     []model.Edit
	inverse   []model.Edit
}

// history is what was done in this opening of the file, and what was undone.
type history struct{ done, undone []step }

func (h *history) push(s step) {
	h.done = append(h.done, s)
	if len(h.done) > maxUndo {
		h.done = slices.Delete(h.done, 0, len(h.done)-maxUndo)
	}
	h.undone = nil
}

// back gives the edits that undo the last step.
func (h *history) back() (step, bool) {
	s, ok := pop(&h.done)
	if !ok {
		return step{}, false
	}
	h.undone = append(h.undone, s)
	return step{s.label, s.diagnosis, s.inverse, s.edits}, true
}

// forward gives the edits that do again the last step undone.
func (h *history) forward() (step, bool) {
	s, ok := pop(&h.undone)
	if ok {
		h.done = append(h.done, s)
	}
	return s, ok
}

func (h *history) undoLabel() string { return topLabel(h.done) }

func (h *history) redoLabel() string { return topLabel(h.undone) }

func pop(list *[]step) (step, bool) {
	if len(*list) == 0 {
		return step{}, false
	}
	last := len(*list) - 1
	s := (*list)[last]
	*list = (*list)[:last]
	return s, true
}

func topLabel(list []step) string {
	if len(list) == 0 {
		return ""
	}
	return list[len(list)-1].label
}
