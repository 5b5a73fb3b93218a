package photo

import (
	"bytes"
	"encoding/binary"
	"image"
)

// upright is the orientation of a picture that says nothing, in the numbers of
// EXIF, from 1 to 8.
const upright = 1

// orientation reads how a JPEG is to be turned from its EXIF block.
func orientation(file []byte) int {
	block := exif(file)
	if len(block) < 8 {
		return upright
	}
	var order binary.ByteOrder = binary.BigEndian
	if block[0] == 'I' {
		order = binary.LittleEndian
	}
	at := uint64(order.Uint32(block[4:]))
	if at+2 > uint64(len(block)) {
		return upright
	}
	const entry, tag = 12, 0x0112
	fields := block[at+2:]
	for range order.Uint16(block[at:]) {
		if len(fields) < entry {
			break
		}
		if v := int(order.Uint16(fields[8:])); order.Uint16(fields) == tag && v >= 1 && v <= 8 {
			return v
		}
		fields = fields[entry:]
	}
	return upright
}

// exif returns the EXIF block of a JPEG, nil when there is none.
func exif(file []byte) []byte {
	rest, ok := bytes.CutPrefix(file, []byte{0xFF, 0xD8})
	for ok && len(rest) >= 4 && rest[0] == 0xFF {
		const scan, app1 = 0xDA, 0xE1
		size := int(binary.BigEndian.Uint16(rest[2:])) + 2
		if rest[1] == scan || size > len(rest) || size < 4 {
			return nil
		}
		if block, found := bytes.CutPrefix(rest[4:size], []byte("Exif\x00\x00")); found && rest[1] == app1 {
			return block
		}
		rest = rest[size:]
	}
	return nil
}

// turned is the picture upright.
func turned(p *image.RGBA, orientation int) *image.RGBA {
	if orientation == upright {
		return p
	}
	w, h := p.Rect.Dx(), p.Rect.Dy()
	size := image.Rect(0, 0, w, h)
	if orientation > 4 { // lies on its side
		size = image.Rect(0, 0, h, w)
	}
	out := image.NewRGBA(size)
	for y := range size.Dy() {
		for x := range size.Dx() {
			fromX, fromY := source(orientation, x, y, w, h)
			out.SetRGBA(x, y, p.RGBAAt(fromX, fromY))
		}
	}
	return out
}

// source tells which pixel of a picture of w by h comes to x, y once turned.
func source(orientation, x, y, w, h int) (fromX, fromY int) {
	switch orientation {
	case 2: // mirrored
		return w - 1 - x, y
	case 3: // upside down
		return w - 1 - x, h - 1 - y
	case 4:
		return x, h - 1 - y
	case 5:
		return y, x
	case 6: // turned a quarter to the left
		return y, h - 1 - x
	case 7:
		return w - 1 - y, h - 1 - x
	default: // 8, turned a quarter to the right
		return w - 1 - y, x
	}
}
