package layout

import (
	"strings"

	"tressons/report"
	"tressons/report/figure"
)

// coverShare is the part of the page that the banner takes.
const coverShare = 0.56

// cover sets a page of its own: a banner with the title, the team under it,
// the credits at the foot. Without any text there is no cover.
func (c *composer) cover(node *Node, b report.Cover) []Item {
	if b.Kicker+b.Title+b.Subtitle+b.Credits+strings.Join(b.Lines, "") == "" {
		return nil
	}
	st := &c.style
	x, w := st.frame.X, st.frame.W
	banner := coverShare * st.height
	on := figure.Over(st.accent)
	items := []Item{artifact(figure.Rect{Box: figure.Box{W: st.width, H: banner}, Fill: st.accent})}
	div := node.add(report.RoleDiv)

	kicker := c.paragraph(div.add(report.RoleP), report.Text(b.Kicker), st.standfirst.cut(figure.Semibold).in(on), w)
	items = append(items, kicker.place(x, st.headBaseline)...)

	title := c.coverTitle(div, b.Title, on, banner-st.headBaseline-8*beat)
	title = title.then(0.7*beat, c.paragraph(div.add(report.RoleP), report.Text(b.Subtitle), st.coverSubtitle.in(on), w))
	items = append(items, title.place(x, banner-2.5*beat-title.height())...)

	var lines stack
	for _, l := range b.Lines {
		lines = append(lines, c.paragraph(div.add(report.RoleP), report.Text(l), st.lead, w)...)
	}
	items = append(items, lines.place(x, banner+2.5*beat)...)

	beside, foot := w, 0.0 // the logo
	if b.Logo.Photo != nil {
		beside, foot = w-logoWidth-beat, logoHeight
	}
	credits := c.paragraph(div.add(report.RoleP), report.Text(b.Credits), st.small, c.readable(beside, st.small))
	foot = st.footBaseline - max(credits.height(), foot)
	top := banner + 2.5*beat + lines.height() + beat
	items = append(items, c.coverPicture(div, b.Picture, figure.Box{X: x, Y: top, W: w, H: foot - beat - top})...)
	items = append(items, credits.place(x, st.footBaseline-credits.height())...)
	return append(items, c.coverPicture(div, b.Logo, figure.Box{X: x + w - logoWidth, Y: st.footBaseline - logoHeight, W: logoWidth, H: logoHeight})...)
}

// Room of a logo.
const (
	logoWidth  = 40 * mm
	logoHeight = 16 * mm
)

// coverPicture fits a photo into a box, to its right and its foot when it does
// not fill it; nothing where there is hardly room.
func (c *composer) coverPicture(div *Node, p report.CoverPicture, room figure.Box) []Item {
	const least = 10 * mm
	if p.Photo == nil || room.H < least {
		return nil
	}
	k := min(room.W/float64(p.Photo.Width), room.H/float64(p.Photo.Height))
	box := figure.Box{W: k * float64(p.Photo.Width), H: k * float64(p.Photo.Height)}
	box.X, box.Y = room.X+room.W-box.W, room.Y+room.H-box.H
	node := div.add(report.RoleFigure)
	node.Alt = c.fonts.oneLine(p.Alt)
	return []Item{{Node: node, Box: box, Ops: []figure.Op{figure.Picture{Box: box, Photo: p.Photo}}}}
}

// coverTitle sets the title as large as fits in the room.
func (c *composer) coverTitle(div *Node, title string, on figure.Color, room float64) stack {
	node := div.add(report.RoleTitle)
	st := c.style.coverTitle.in(on)
	for {
		lines := c.balanced(node, title, st, c.style.frame.W)
		if lines.height() <= room || st.size <= c.style.body.size {
			return lines
		}
		st.size, st.leading = 0.9*st.size, 0.9*st.leading
	}
}
