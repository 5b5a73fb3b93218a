package app

import (
	"context"

	"tressons/model/store"
)

// Slack is what lightening a file would free.
type Slack = store.Slack

// Compaction tells what lightening a file did.
type Compaction = store.Compaction

// Sizes from which lightening a file is offered: below, nobody feels it.
const (
	grownFile  = 8 << 20 // bytes
	grownSlack = 3       // at least a third of the file would be freed
)

// WorthCompacting tells whether to offer it.
func WorthCompacting(s Slack) bool { return s.File >= grownFile && s.Bytes*grownSlack >= s.File }

// Compact takes earlier values out of a file, after a dated copy beside it. What
// is shown, undecided or frozen stays. It waits for the disk.
func (a *App) Compact(ctx context.Context, path string) (Compaction, error) {
	var out Compaction
	err := a.reading(ctx, path, func(s *store.Store, _ titles) (err error) {
		out, err = s.Compact(ctx)
		return err
	})
	return out, err
}

// SlackAsync reads what lightening the open file would free, and hands it over on
// another goroutine.
func (d *Document) SlackAsync(then func(Slack, error)) {
	d.writer.look(func(ctx context.Context, s *store.Store) { then(s.Slack(ctx)) })
}

// CompactAsync lightens the open file once all that was edited is saved, and
// tells on another goroutine. Editing goes on; what is edited is saved afterwards.
func (d *Document) CompactAsync(ctx context.Context, then func(Compaction, error)) {
	if err := d.writable(); err != nil {
		go then(Compaction{}, err)
		return
	}
	d.writer.task(func(_ context.Context, s *store.Store) {
		if err := d.writer.allSaved(); err != nil {
			then(Compaction{}, err)
			return
		}
		then(s.Compact(ctx))
	})
}
