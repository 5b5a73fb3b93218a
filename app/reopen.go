package app

import (
	"context"
	"os"
	"time"

	"tressons/model"
)

// Reopened is what became of a document whose file was replaced on disk.
type Reopened struct {
	Doc     *Document // what is open now; nil when neither the file nor the copy could be opened
	Kept    string    // the copy of what the old document showed, "" when the new file holds it all
	Refused error     // why the new file could not be opened: Doc is the copy then
	Other   bool      // the new file is another document, of which Kept is no copy
}

// Reopen is for a document whose file was replaced on disk. All that it shows is
// kept in a copy first, under the name given, or beside the file for "". Only
// then is it closed, and the file that is there now opened. On an error d is open
// as before. It waits for the disk, and nothing may be edited meanwhile.
func (a *App) Reopen(ctx context.Context, d *Document, kept string) (Reopened, error) {
	if d.info.ReadOnly {
		doc, err := a.OpenAs(ctx, d.info.Path, Reading)
		if err == nil {
			_ = d.Close(ctx) // nothing in it to lose
		}
		return Reopened{Doc: doc}, err
	}
	if kept == "" {
		_, author := d.writer.everything()
		kept = workingName(d.info.Path, author.Name, time.Now())
	}
	if err := d.SaveCopy(ctx, kept); err != nil {
		return Reopened{}, err
	}
	_ = d.Close(ctx) // it cannot save any more, and the copy holds all
	return a.besideCopy(ctx, d.info, kept)
}

// besideCopy opens the file that took the place of another, and tells what the
// copy of the other one is good for.
func (a *App) besideCopy(ctx context.Context, old DocumentInfo, kept string) (Reopened, error) {
	doc, err := a.Open(ctx, old.Path)
	if err != nil {
		copied, failure := a.Open(ctx, kept)
		if failure != nil {
			copied = nil
		}
		return Reopened{Doc: copied, Kept: kept, Refused: err}, nil
	}
	if doc.info.ID != old.ID {
		return Reopened{Doc: doc, Kept: kept, Other: true}, nil
	}
	report, err := a.PreviewMerge(ctx, old.Path, []string{kept})
	if err == nil && report.Nothing && os.Remove(kept) == nil {
		kept = ""
	}
	return Reopened{Doc: doc, Kept: kept}, nil
}

// Missing tells whether there is no file any more where the open one was. The
// window asks now and then, from another goroutine.
func (d *Document) Missing() bool {
	_, err := os.Stat(d.info.Path)
	return IsMissing(err)
}

// Resettle is for a document whose file is no longer there: it is written anew
// at path, which may be the same place, and open there afterwards instead of d.
// On an error d is open as before. It waits for the disk, and nothing may be
// edited meanwhile.
func (a *App) Resettle(ctx context.Context, d *Document, path string) (*Document, error) {
	if path == d.info.Path && !d.Missing() {
		return nil, &model.Problem{Message: "Un fichier se trouve de nouveau à cet endroit" + model.NBSP + ": il n’a pas été touché. Enregistrez le vôtre sous un autre nom, puis comparez-les."}
	}
	if err := d.saveCopy(ctx, path); err != nil {
		return nil, err
	}
	_ = d.Close(ctx) // its file is gone, and the new one holds all
	return a.Open(ctx, path)
}
