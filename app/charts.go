package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"tressons/model"
	"tressons/report"
	"tressons/report/figure"
	"tressons/report/layout"
	"tressons/report/raster"
	"tressons/report/svg"
)

// ChartOptions says how charts are saved for slides.
type ChartOptions struct {
	Format string    // slug of a ChartFormat
	Dark   bool      // for slides with a dark ground
	Date   time.Time // edition date; zero for that of the diagnosis
}

// ChartFormat is a kind of file in which charts are saved. Its slug is also the
// extension.
type ChartFormat struct {
	Slug  string
	Label string // French: what it is good for
	write func(io.Writer, figure.Drawing, string, *layout.Fonts) error
}

// ChartFormats lists the kinds of files in the order in which they are offered.
func ChartFormats() []ChartFormat {
	return []ChartFormat{
		{"svg", "Dessin SVG, net à toutes les tailles", writeSVG},
		{"png", "Image PNG, lue partout", writePNG},
	}
}

// Sizes of a saved chart: that of a slide in points, and the pixels of a point.
const (
	plateWidth  = 720
	pixelsPoint = 2
)

func writeSVG(w io.Writer, d figure.Drawing, title string, fonts *layout.Fonts) error {
	return svg.Write(w, d, title, fonts)
}

func writePNG(w io.Writer, d figure.Drawing, _ string, fonts *layout.Fonts) error {
	painter, err := raster.NewPainter(fonts.TTF(figure.Regular), fonts.TTF(figure.Italic), fonts.TTF(figure.Semibold), fonts.TTF(figure.Bold))
	if err != nil {
		return err
	}
	return painter.PNG(w, d, pixelsPoint)
}

// ExportCharts saves the charts of a diagnosis in a folder, which is made when
// its parent exists, a file each, and returns the names of the files. A file of
// the same name is replaced only once the new one is whole. d is not changed.
func (a *App) ExportCharts(ctx context.Context, d *model.Diagnosis, opts ChartOptions, folder string) (files []string, err error) {
	format, err := chartFormat(opts.Format)
	if err != nil {
		return nil, err
	}
	fonts, err := a.fonts()
	if err != nil {
		return nil, err
	}
	charts := report.Charts(a.reportInput(d, ReportOptions{Date: opts.Date}))
	if len(charts) == 0 {
		return nil, &model.Problem{Message: "Ce diagnostic n’a pas encore de quoi dessiner un graphique" + model.NBSP +
			": situez un levier, ou ajoutez une initiative. Rien n’a été écrit."}
	}
	if err := os.Mkdir(folder, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, cannotWrite(folder, err)
	}
	for _, c := range charts {
		if err := ctx.Err(); err != nil {
			return files, err
		}
		drawing := fonts.Ready(c.Draw(plateWidth, fonts))
		if opts.Dark {
			drawing = drawing.Dark()
		}
		name := c.ID + "." + format.Slug
		if err := writeWhole(filepath.Join(folder, name), func(w io.Writer) error {
			return format.write(w, drawing, c.Title, fonts)
		}); err != nil {
			return files, err
		}
		files = append(files, name)
	}
	return files, nil
}

// chartFormat finds a format by its slug.
func chartFormat(slug string) (ChartFormat, error) {
	var known []string
	for _, f := range ChartFormats() {
		if f.Slug == slug {
			return f, nil
		}
		known = append(known, f.Slug)
	}
	return ChartFormat{}, &model.Problem{Message: fmt.Sprintf("Tressons n’enregistre pas de graphique au format %s. Formats possibles%s: %s.",
		model.Quote(slug), model.NBSP, strings.Join(known, ", "))}
}
