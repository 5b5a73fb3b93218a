package french_test

import (
	"testing"

	"tressons/app/ui/french"
)

func TestNumber(t *testing.T) {
	t.Parallel()
	cases := map[string]string{
		"35692": "35\u202f692", "7.1": "7,1", "-12": "−12", "0.50": "0,50",
		"1234567": "1\u202f234\u202f567", "": "", "environ 12": "environ 12", "12.": "12.",
	}
	for canonical, want := range cases {
		if got := french.Number(canonical); got != want {
			t.Errorf("Number(%q) = %q, want %q", canonical, got, want)
		}
	}
}
