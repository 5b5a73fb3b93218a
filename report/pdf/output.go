package pdf

import (
	"bufio"
	"crypto/sha256"
	"hash"
	"io"
)

// output is where a file goes: it counts and sums what is written. The first error
// is told by close.
type output struct {
	to  *bufio.Writer
	sum hash.Hash
	at  int
}

func newOutput(w io.Writer) *output { return &output{to: bufio.NewWriter(w), sum: sha256.New()} }

func (o *output) write(b []byte) {
	_, _ = o.to.Write(b) // to remembers the error
	_, _ = o.sum.Write(b)
	o.at += len(b)
}

func (o *output) close() error { return o.to.Flush() }
