package figure

import (
	"math"
	"testing"
)

func TestTextIsReadable(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]Color{
		"ink": Ink, "secondary": Secondary, "forest": Forest, "indigo": Indigo, "teal": Teal, "amber": Amber, "brick": Brick,
	} {
		for on, background := range map[string]Color{"paper": Paper, "its tint": Tint(c)} {
			if got := Contrast(c, background); got < 4.5 {
				t.Errorf("%s on %s: contrast %.2f, want 4.5", name, on, got)
			}
		}
	}
	if got := Contrast(Faint, Paper); got < 3 {
		t.Errorf("faint marks: contrast %.2f", got)
	}
}

func TestOverStandsOut(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]Color{"black": RGB(0), "white": Paper, "forest": Forest, "yellow": RGB(0xFFE000), "grey": RGB(0x777777)} {
		on := Over(c)
		if got := Contrast(on, c); got < 4.4 {
			t.Errorf("on %s: contrast %.2f", name, got)
		}
	}
}

func TestLuminance(t *testing.T) {
	t.Parallel()
	for c, want := range map[Color]float64{RGB(0): 0, Paper: 1, RGB(0x808080): 0.2159} {
		if got := luminance(c); math.Abs(got-want) > 0.001 {
			t.Errorf("luminance of %v = %g, want %g", c, got, want)
		}
	}
}
