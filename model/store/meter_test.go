package store

import (
	"context"
	"fmt"
	"os"
	"runtime/debug"
	"strings"
	"testing"
	"time"
)

// meter measures what a benchmark takes besides time: processor and memory. Both
// are 0 where the system does not tell them the way of Linux.
type meter struct {
	used, since time.Duration
	most        uint64
	unwatch     func()
}

// newMeter is a meter that runs.
func newMeter() *meter {
	m := &meter{}
	m.resume()
	return m
}

func (m *meter) resume() {
	debug.FreeOSMemory()
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() {
		defer close(done)
		for ctx.Err() == nil {
			m.most = max(m.most, resident())
			time.Sleep(20 * time.Millisecond)
		}
	}()
	m.unwatch = func() { cancel(); <-done }
	m.since = processor()
}

func (m *meter) pause() {
	m.used += processor() - m.since
	m.unwatch()
}

// report adds to the result the processor time of one round and the most memory
// that the process took.
func (m *meter) report(b *testing.B) {
	m.pause()
	b.ReportMetric(float64(m.used.Microseconds())/1000/float64(b.N), "cpu-ms/op")
	b.ReportMetric(float64(m.most)/1e6, "MB")
}

// resident is the memory of the process in bytes, what SQLite takes included.
func resident() uint64 {
	var size, pages uint64
	text, _ := os.ReadFile("/proc/self/statm")
	if _, err := fmt.Sscan(string(text), &size, &pages); err != nil {
		return 0
	}
	return pages * uint64(os.Getpagesize())
}

// processor is the time that the process has worked so far, in steps of 10 ms.
func processor() time.Duration {
	text, _ := os.ReadFile("/proc/self/stat")
	_, afterName, _ := strings.Cut(string(text), ") ")
	fields := strings.Fields(afterName)
	if len(fields) < 13 {
		return 0
	}
	var user, system int64 // 14th and 15th field, in hundredths of a second
	if _, err := fmt.Sscan(fields[11]+" "+fields[12], &user, &system); err != nil {
		return 0
	}
	return time.Duration(user+system) * 10 * time.Millisecond
}
