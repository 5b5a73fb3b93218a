package model

// LinkEdits are the edits that join two rows. Joining twice changes nothing.
func LinkEdits(from, to Ref) []Edit {
	id := LinkID(from, to)
	return []Edit{NewRow("link", id), {"link", id, "from", string(from)}, {"link", id, "to", string(to)}}
}

// UnlinkEdits are the edits that part two rows.
func UnlinkEdits(from, to Ref) []Edit {
	return []Edit{DeleteRow("link", LinkID(from, to))}
}

// Linked tells whether two rows are joined.
func (d *Diagnosis) Linked(a, b Ref) bool { return d.Links.exists(LinkID(a, b)) }

// Neighbours lists the rows of an entity that are joined to a row, sorted by
// id. A row that was deleted is not listed.
func (d *Diagnosis) Neighbours(of Ref, entity string) []string {
	var ids []string
	for _, l := range d.Links.All() {
		other := l.To
		if l.To == of {
			other = l.From
		} else if l.From != of {
			continue
		}
		if e, id := other.Split(); e == entity && d.Exists(e, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// EvidenceOf lists what supports a row, in the order of the evidence list.
func (d *Diagnosis) EvidenceOf(of Ref) []Evidence {
	return pick(d.Evidence.All(), d.Neighbours(of, "evidence"))
}

// FactorsOf lists the key factors joined to an initiative, in the team's order.
func (d *Diagnosis) FactorsOf(initiative string) []KeyFactor {
	return pick(d.KeyFactors.All(), d.Neighbours(MakeRef("initiative", initiative), "key_factor"))
}

// pick keeps the rows of an ordered list whose ids are named.
func pick[T any, P interface {
	*T
	rowID() string
}](list []T, ids []string) []T {
	named := make(map[string]bool, len(ids))
	for _, id := range ids {
		named[id] = true
	}
	var out []T
	for i := range list {
		if named[P(&list[i]).rowID()] {
			out = append(out, list[i])
		}
	}
	return out
}

func (r *Row) rowID() string { return r.ID }
