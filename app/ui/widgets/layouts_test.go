package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"tressons/app/ui/widgets"
)

// block is an object of a given least size.
func block(w, h float32) fyne.CanvasObject {
	r := canvas.NewRectangle(nil)
	r.SetMinSize(fyne.NewSize(w, h))
	return r
}

func TestLayouts(t *testing.T) {
	t.Parallel()
	type at struct{ x, y, w, h float32 }
	hidden := block(50, 50)
	hidden.Hide()
	cases := []struct {
		name  string
		made  *fyne.Container
		width float32
		tall  float32
		want  []at
	}{
		{"a stack", widgets.VStack(4, block(10, 20), block(10, 30)), 100, 54, []at{{0, 0, 100, 20}, {0, 24, 100, 30}}},
		{"a stack skips what is hidden", widgets.VStack(4, block(10, 20), hidden, block(10, 30)), 100, 54, []at{{0, 0, 100, 20}, {0, 0, 0, 0}, {0, 24, 100, 30}}},
		{"a row", widgets.HStack(4, block(10, 20), widgets.Fill(block(5, 10)), block(30, 20)), 100, 20, []at{{0, 0, 10, 20}, {14, 5, 52, 10}, {70, 0, 30, 20}}},
		{"columns that fit", widgets.Columns(10, 40, block(10, 20), block(10, 30)), 100, 30, []at{{0, 0, 45, 30}, {55, 0, 45, 30}}},
		{"columns that do not", widgets.Columns(10, 60, block(10, 20), block(10, 30)), 100, 60, []at{{0, 0, 100, 20}, {0, 30, 100, 30}}},
		{"two columns collapse", widgets.TwoColumns(120, block(10, 20), block(10, 30)), 100, 66, []at{{0, 0, 100, 20}, {0, 36, 100, 30}}},
		{"a flow", widgets.Flow(5, block(40, 10), block(50, 20), block(60, 10)), 100, 35, []at{{0, 0, 40, 10}, {45, 0, 50, 20}, {0, 25, 60, 10}}},
		{"margins", widgets.Pad(widgets.Insets{Top: 1, Right: 2, Bottom: 3, Left: 4}, block(10, 20)), 100, 24, []at{{4, 1, 94, 20}}},
		{"a limit of width", widgets.LimitWidth(70, block(10, 20)), 100, 20, []at{{0, 0, 70, 20}}},
		{"nothing", widgets.Columns(10, 40), 100, 0, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := widgets.HeightFor(c.made, c.width); got != c.tall {
				t.Fatalf("%v high, want %v", got, c.tall)
			}
			c.made.Resize(fyne.NewSize(c.width, c.tall))
			for i, want := range c.want {
				o := c.made.Objects[i]
				got := at{o.Position().X, o.Position().Y, o.Size().Width, o.Size().Height}
				if o.Visible() && got != want {
					t.Errorf("object %d is at %v, want %v", i, got, want)
				}
			}
			if least := c.made.MinSize().Height; least != c.tall {
				t.Errorf("once laid out it asks for %v, want %v", least, c.tall)
			}
		})
	}
}
