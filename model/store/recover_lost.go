package store

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"tressons/model"
)

// lost says in French what is known to be missing.
func (w *rescue) lost() []string {
	var out []string
	if w.truncated {
		out = append(out, "La fin du fichier manque : ce qui s’y trouvait ne peut être nommé.")
	}
	if w.document == nil {
		out = append(out, "L’identité du document est illisible : le nouveau fichier en a reçu une autre et ne pourra pas être fusionné avec d’anciennes copies.")
	}
	if n := len(w.renamed); n > 0 {
		out = append(out, model.Count(n, "séance de travail abîmée", "séances de travail abîmées")+
			" : les modifications intactes sont gardées, mais leur auteur ou leur ordre n’est plus toujours connu.")
	}
	values := w.lostValues()
	if n := w.uncounted(); n > 0 && w.damaged && len(values) == 0 {
		values = []string{model.Count(int(n), "modification perdue : on ne sait plus sur quel champ elle portait",
			"modifications perdues : on ne sait plus sur quels champs elles portaient") + "."}
	}
	out = append(append(out, values...), w.lostPhotos()...)
	if len(out) == 0 && w.damaged {
		out = append(out, "Rien de ce que le fichier montrait ne semble perdu, mais des valeurs plus anciennes ont pu disparaître de l’historique.")
	}
	return out
}

// uncounted is how many changes the file counts that are not intact.
func (w *rescue) uncounted() (n int64) {
	found := map[uuid]int64{}
	for _, x := range w.changes {
		found[x.session]++
	}
	for id, count := range w.counts {
		n += max(0, count-found[id])
	}
	return n
}

// lostValues counts, by field, the values that a file of the first formats showed and
// whose change is not intact.
func (w *rescue) lostValues() []string {
	written := map[ownCell]int64{}
	for _, x := range w.changes {
		written[ownCell{x.session, x.cell()}] = x.seq // one each, see coalesce
	}
	counts := map[string]int{}
	met := map[changeName]bool{}
	for _, h := range w.heads {
		// A head that its own session replaced lay in a page no longer used.
		name := changeName{h.session, h.seq}
		if !met[name] && written[ownCell{h.session, h.cell()}] < h.seq {
			met[name] = true
			counts[fieldLabel(h)]++
		}
	}
	var out []string
	for label, n := range counts {
		out = append(out, fmt.Sprintf("%s : %s.", label, model.Count(n, "valeur perdue", "valeurs perdues")))
	}
	slices.Sort(out)
	return out
}

func fieldLabel(c change) string {
	e, ok := model.EntityNamed(c.entity)
	if !ok {
		return "Champ inconnu de cette version"
	}
	if c.field == model.FieldExists {
		return e.Plural + ", existence des lignes"
	}
	if f, ok := e.Field(c.field); ok {
		return e.Plural + ", " + model.Quote(f.Label)
	}
	return e.Plural + ", champ inconnu de cette version"
}

// lostPhotos counts the pictures that a change names and that are not intact.
func (w *rescue) lostPhotos() []string {
	missing := map[string]bool{}
	for _, x := range w.changes {
		e, _ := model.EntityNamed(x.entity)
		if f, ok := e.Field(x.field); !ok || f.Kind != model.KindHash || x.value == "" {
			continue
		}
		name, err := hex.DecodeString(x.value)
		if err != nil || len(name) != sha256.Size || !w.photos[[sha256.Size]byte(name)] {
			missing[x.value] = true
		}
	}
	if len(missing) == 0 {
		return nil
	}
	return []string{"Photos : " + model.Count(len(missing), "image perdue", "images perdues") + "."}
}
