package pdf

import (
	"bytes"
	"compress/zlib"
	"runtime"
	"sync"
)

// press compresses streams beside the work that goes on, as many at a time as
// there are processors. Each stream is its own: which one was first does not show
// in the file.
type press struct {
	running sync.WaitGroup
	turns   chan struct{}
}

func newPress() *press { return &press{turns: make(chan struct{}, runtime.GOMAXPROCS(0))} }

// stream returns a stream whose data is compressed by the time that wait returns.
// Until then neither data nor the stream's may be touched.
func (p *press) stream(d dict, data []byte) *object {
	o := &object{value: d.with("Filter", name("FlateDecode")), stream: true}
	p.running.Go(func() {
		p.turns <- struct{}{}
		o.data = deflated(data)
		<-p.turns
	})
	return o
}

func (p *press) wait() { p.running.Wait() }

// zips are compressors to be used again: a new one takes over a megabyte.
var zips = sync.Pool{New: func() any {
	z, err := zlib.NewWriterLevel(nil, zlib.BestSpeed)
	if err != nil {
		panic(err) // an unknown level
	}
	return z
}}

func deflated(data []byte) []byte {
	z := zips.Get().(*zlib.Writer)
	defer zips.Put(z)
	var out bytes.Buffer
	z.Reset(&out)
	_, _ = z.Write(data) // a buffer takes all
	_ = z.Close()
	return out.Bytes()
}
