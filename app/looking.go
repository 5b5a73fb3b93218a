package app

import "tressons/model"

// looked is a frozen state that is looked at.
type looked struct {
	state *model.Diagnosis
	named model.Snapshot
}

// Look shows a frozen state, which StateAsync read, in place of the diagnosis
// that it was taken of. Current gives it from here on, and nothing can be edited,
// undone or frozen until Return, or until another diagnosis is selected. What was
// edited before goes on being saved. It tells whether there is such a state.
func (d *Document) Look(id string, state *model.Diagnosis) bool {
	if !d.Select(state.ID) {
		return false
	}
	named, found := d.Current().Snapshots.Get(id)
	if found {
		d.looked = &looked{state, named}
	}
	return found
}

// Looking is the frozen state that is looked at, false when it is today's.
func (d *Document) Looking() (model.Snapshot, bool) {
	if d.looked == nil {
		return model.Snapshot{}, false
	}
	return d.looked.named, true
}

// Return shows the diagnosis as it is today.
func (d *Document) Return() { d.looked = nil }
