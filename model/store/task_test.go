package store

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"tressons/model"
)

// taskSize is how many changes the file of the task has.
const taskSize = 250_000

// TestTask is not a test: it writes the files of the task that this program and
// its peers are given by scripts/benchmarks.sh. From one file, two people each
// edit 2,000 rows of their own and make 1,000 new ones; both write the same
// field of 100 more; one deletes 100 rows that the other edits.
func TestTask(t *testing.T) {
	folder := os.Getenv(filesVariable)
	if folder == "" {
		t.Skip("only for scripts/benchmarks.sh")
	}
	base := grown(t, taskSize, "base")
	duplicate(t, base, filepath.Join(folder, "task.db"))
	for _, who := range []string{"anne", "brice"} {
		path := filepath.Join(folder, "task-"+who+".db")
		duplicate(t, base, path)
		editing(t, path, who, task(who)...)
	}
}

func task(who string) (edits []model.Edit) {
	row := func(i int) string { return model.DerivedID(fmt.Sprint("base ", i)) }
	own := map[string]int{"anne": 0, "brice": 1}[who]
	for i := range 2000 {
		edits = append(edits, set("initiative", row(4*i+own), "description", fmt.Sprint("Description de ", who, " ", i)))
	}
	for i := range 100 {
		edits = append(edits, set("initiative", row(4*i+2), "name", fmt.Sprint("Nom selon ", who, " ", i)))
		if deleted := row(4*i + 3); who == "anne" {
			edits = append(edits, model.DeleteRow("initiative", deleted))
		} else {
			edits = append(edits, set("initiative", deleted, "description", fmt.Sprint("Relu par ", who, " ", i)))
		}
	}
	for i := range 1000 {
		made := model.DerivedID(fmt.Sprint(who, " ", i))
		edits = append(edits, model.NewRow("initiative", made), set("initiative", made, "name", fmt.Sprint("Lieu de ", who, " ", i)))
	}
	return edits
}
