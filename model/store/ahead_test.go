package store

import (
	"errors"
	"testing"
)

// TestAhead produces in a goroutine of its own and consumes here.
func TestAhead(t *testing.T) {
	t.Parallel()
	errProduce, errConsume := errors.New("produce"), errors.New("consume")
	cases := map[string]struct {
		produced   int   // before produce ends
		end        error // of produce
		refuse     int   // which one consume refuses, -1 for none
		want       error
		mostTaken  int // how many consume sees
		mostMadeup int // how many produce emits at most
	}{
		"nothing":              {0, nil, -1, nil, 0, 0},
		"a few":                {3, nil, -1, nil, 3, 3},
		"more than one list":   {aheadAtOnce*3 + 1, nil, -1, nil, aheadAtOnce*3 + 1, aheadAtOnce*3 + 1},
		"produce fails":        {200, errProduce, -1, errProduce, 200, 200},
		"consume fails":        {1 << 20, nil, 5, errConsume, 6, aheadAtOnce * (aheadWaiting + 4)},
		"both fail":            {1 << 20, errProduce, 500, errConsume, 501, aheadAtOnce * (aheadWaiting + 8)},
		"consume fails at end": {3, nil, 2, errConsume, 3, 3},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			made, taken := 0, 0
			err := ahead(func(emit func(int) error) error {
				for made < c.produced {
					made++
					if err := emit(made - 1); err != nil {
						return err
					}
				}
				return c.end
			}, func(x int) error {
				if x != taken {
					t.Fatalf("%d after %d", x, taken-1)
				}
				taken++
				if x == c.refuse {
					return errConsume
				}
				return nil
			})
			if !errors.Is(err, c.want) || taken != c.mostTaken || made > c.mostMadeup {
				t.Errorf("error %v, %d taken, %d made", err, taken, made)
			}
		})
	}
}
