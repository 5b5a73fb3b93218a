package widgets

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"tressons/app/ui/skin"
)

// Picture shows a photo small, as large as its shape allows in a frame that keeps
// to the left. A click, Space or Enter opens it.
type Picture struct {
	control
	photo    image.Image // nil while there is none to show
	words    *Text       // shown in its place
	shown    *canvas.Image
	face     *box
	ring     *box
	onOpened func()
}

// The most that a picture takes, in pixels; twice as many are worth handing over
// for screens that have more.
const (
	PictureWidth  float32 = 280
	PictureHeight float32 = 180
)

// thumbnailSide is the most that a photo of a list measures.
const thumbnailSide float32 = 72

// Thumbnail is a photo as one of a list, that something else opens.
type Thumbnail struct {
	widget.BaseWidget
	shown *canvas.Image
}

// NewThumbnail makes a thumbnail with no photo yet.
func NewThumbnail() *Thumbnail {
	t := &Thumbnail{shown: canvas.NewImageFromImage(nil)}
	t.shown.FillMode = canvas.ImageFillContain
	t.shown.SetMinSize(fyne.NewSquareSize(thumbnailSide))
	t.ExtendBaseWidget(t)
	return t
}

// SetPhoto shows a photo.
func (t *Thumbnail) SetPhoto(photo image.Image) {
	t.shown.Image = photo
	t.shown.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (t *Thumbnail) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.shown) }

// pictureBlank is the height of the frame while there is no photo in it.
const pictureBlank float32 = 96

// NewPicture makes a frame with no photo yet. onOpened is called for a photo that
// is there.
func NewPicture(onOpened func()) *Picture {
	p := &Picture{shown: canvas.NewImageFromImage(nil), face: newBox(), ring: newBox(), onOpened: onOpened,
		words: NewText("", TextOptions{Style: Small, Align: fyne.TextAlignCenter})}
	p.shown.FillMode = canvas.ImageFillContain
	p.extend(p)
	return p
}

// SetPhoto puts a photo into the frame.
func (p *Picture) SetPhoto(photo image.Image) {
	p.photo, p.shown.Image = photo, photo
	p.words.SetText("")
	p.shown.Refresh()
	p.Refresh()
}

// SetWords says in the frame why there is no photo in it.
func (p *Picture) SetWords(words string) {
	p.photo, p.shown.Image = nil, nil
	p.words.SetText(words)
	p.Refresh()
}

// Photo is what the frame shows, nil for none.
func (p *Picture) Photo() image.Image { return p.photo }

// fitted is the size of the frame in a width.
func (p *Picture) fitted(width float32) fyne.Size {
	width = min(width, PictureWidth)
	if p.photo == nil {
		return fyne.NewSize(width, pictureBlank)
	}
	size := p.photo.Bounds().Size()
	w, h := float32(size.X), float32(size.Y)
	k := min(width/w, PictureHeight/h)
	return fyne.NewSize(ceil(max(k*w, leastSide)), ceil(max(k*h, leastSide)))
}

// leastSide is the least that a frame measures, be its photo a line.
const leastSide float32 = 24

// HeightFor implements Fluid.
func (p *Picture) HeightFor(width float32) float32 { return p.fitted(width).Height }

// MinSize implements fyne.CanvasObject.
func (p *Picture) MinSize() fyne.Size {
	const least = 120
	return p.fitted(max(least, min(p.Size().Width, PictureWidth)))
}

// Tapped implements fyne.Tappable.
func (p *Picture) Tapped(event *fyne.PointEvent) {
	if event.Position.X <= p.fitted(p.Size().Width).Width {
		p.takeFocus()
		p.open()
	}
}

// TypedKey implements fyne.Focusable.
func (p *Picture) TypedKey(key *fyne.KeyEvent) {
	switch {
	case isActivation(key.Name):
		p.open()
	default:
		p.control.TypedKey(key)
	}
}

func (p *Picture) open() {
	if p.photo != nil {
		p.onOpened()
	}
}

// CreateRenderer implements fyne.Widget.
func (p *Picture) CreateRenderer() fyne.WidgetRenderer {
	p.paint()
	return &view{
		owner:   p,
		objects: fixed(p.face.Container, p.shown, p.words, p.ring.Container),
		layout:  p.layout,
		min:     p.MinSize,
		paint: func() {
			p.paint()
			p.layout(p.Size())
		},
	}
}

func (p *Picture) layout(size fyne.Size) {
	own := p.fitted(size.Width)
	p.face.cover(0, 0, own.Width, own.Height)
	p.ring.ringAround(0, 0, own.Width, own.Height, skin.SmallRadius, p.focused)
	place(p.shown, skin.Hairline, skin.Hairline, own.Width-2*skin.Hairline, own.Height-2*skin.Hairline)
	high := p.words.HeightFor(own.Width - 2*skin.Gap2)
	place(p.words, skin.Gap2, (own.Height-high)/2, own.Width-2*skin.Gap2, high)
}

func (p *Picture) paint() {
	p.face.dress(skin.Page, skin.Line, skin.Hairline, skin.SmallRadius)
	p.shown.Hidden = p.photo == nil
	p.words.Refresh()
}
