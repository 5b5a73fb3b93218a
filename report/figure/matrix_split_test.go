package figure_test

import (
	"strings"
	"testing"

	"tressons/report/figure"
	"tressons/report/layout/layouttest"
)

// TestKeyOfParts: a parted matrix has its key once, at its end, tells each of its
// rows in the part that shows it, and says meanwhile where the key is.
func TestKeyOfParts(t *testing.T) {
	t.Parallel()
	fonts := layouttest.Fonts(t)
	const group, follows, height = "Financement", "Les numéros des colonnes sont expliqués après la dernière ligne.", 300
	var rest figure.Chart = layouttest.Matrix(40, 14)
	keys, parts, told := 0, 0, 0
	for rest != nil {
		head, tail, ok := rest.(figure.Splitter).Split(wide, height, fonts)
		if !ok {
			head, tail = rest, nil
		}
		drawing := head.Draw(wide, fonts)
		if drawing.Height > height+0.01 {
			t.Errorf("part %d is %g tall", parts, drawing.Height)
		}
		text := drawing.String()
		if key := strings.Contains(text, group); key == strings.Contains(text, follows) {
			t.Errorf("part %d has its key: %t, and says that it follows", parts, key)
		} else if key {
			keys++
		}
		told += strings.Count(drawing.Alt, "Café des possibles, Guipel, 2018")
		rest = tail
		parts++
	}
	if keys != 1 || parts < 3 || told != 8 {
		t.Errorf("%d keys in %d parts, which tell %d rows of 8", keys, parts, told)
	}
}
