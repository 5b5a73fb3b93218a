//go:build ignore

// Command generate draws icon.png: a braid of three strands, one per axis of
// the grid, each in the colour that this axis has everywhere in the app. Run it
// with `go generate ./assets/icons` after a change; the picture is versioned.
package main

import (
	"image"
	"image/color"
	"image/png"
	"log"
	"math"
	"os"
)

const (
	side     = 512  // pixels of the picture
	samples  = 4    // samples a pixel, in each direction
	margin   = 16.0 // transparent border
	corner   = 104.0
	reach    = 96.0     // how far a strand swings from the middle
	ends     = 190.0    // half length of the braid
	period   = 3 * ends // a full swing: four crossings in all, and even ends
	strand   = 60.0     // width of a strand
	gap      = 13.0     // white left on each side where a strand passes over
	slope    = math.Pi / 4
	stepsize = 1.5
)

var (
	paper = color.NRGBA{0xFF, 0xFF, 0xFF, 0xFF}
	edge  = color.NRGBA{0xD8, 0xDD, 0xE4, 0xFF}
	// axes are the colours of Reconnaissance, Ingénierie d’accompagnement and Financement.
	axes = [3]color.NRGBA{{0x4A, 0x4A, 0x9C, 0xFF}, {0x0E, 0x6F, 0x68, 0xFF}, {0x96, 0x54, 0x0F, 0xFF}}
)

// point is a place on a strand: across and along the braid, and its height above the paper.
type point struct{ across, along, height float64 }

func main() {
	picture := draw(strands())
	file, err := os.Create("icon.png")
	if err != nil {
		log.Fatal(err)
	}
	if err := png.Encode(file, picture); err != nil {
		log.Fatal(err)
	}
	if err := file.Close(); err != nil {
		log.Fatal(err)
	}
}

// strands follows the classic braid: a sine across, its double for the height,
// and a third of a period between two neighbours.
func strands() [3][]point {
	var out [3][]point
	for s := range out {
		phase := float64(s) * 2 * math.Pi / 3
		for along := -ends; along <= ends; along += stepsize {
			t := 2*math.Pi*(along+ends)/period + phase
			out[s] = append(out[s], point{reach * math.Sin(t), along, math.Sin(2 * t)})
		}
	}
	return out
}

func draw(braid [3][]point) *image.NRGBA {
	picture := image.NewNRGBA(image.Rect(0, 0, side, side))
	for y := range side {
		for x := range side {
			picture.SetNRGBA(x, y, pixel(braid, x, y))
		}
	}
	return picture
}

// pixel is the mean of its samples, weighted by their opacity.
func pixel(braid [3][]point, x, y int) color.NRGBA {
	var r, g, b, covered int
	for i := range samples * samples {
		c := sample(braid, float64(x)+(float64(i%samples)+.5)/samples-side/2, float64(y)+(float64(i/samples)+.5)/samples-side/2)
		if c.A > 0 {
			r, g, b, covered = r+int(c.R), g+int(c.G), b+int(c.B), covered+1
		}
	}
	if covered == 0 {
		return color.NRGBA{}
	}
	return color.NRGBA{uint8(r / covered), uint8(g / covered), uint8(b / covered), uint8(255 * covered / (samples * samples))}
}

// sample gives the colour at a place counted from the middle of the picture.
func sample(braid [3][]point, x, y float64) color.NRGBA {
	inside := roundedDistance(x, y)
	switch {
	case inside > 0:
		return color.NRGBA{}
	case inside > -4:
		return edge
	}
	across, along := x*math.Cos(slope)-y*math.Sin(slope), x*math.Sin(slope)+y*math.Cos(slope)
	top, found := math.Inf(-1), paper
	for s, line := range braid {
		distance, height := nearest(line, across, along)
		if distance < strand/2+gap && height > top {
			top, found = height, paper
			if distance < strand/2 {
				found = axes[s]
			}
		}
	}
	return found
}

// nearest gives the distance to a strand and the height of the strand there.
func nearest(line []point, across, along float64) (distance, height float64) {
	distance = math.Inf(1)
	from := max(0, int((along+ends-strand)/stepsize))
	to := min(len(line), int((along+ends+strand)/stepsize)+1)
	for i := from; i < to; i++ {
		if d := math.Hypot(line[i].across-across, line[i].along-along); d < distance {
			distance, height = d, line[i].height
		}
	}
	return distance, height
}

// roundedDistance is the signed distance to the rounded square, negative inside.
func roundedDistance(x, y float64) float64 {
	half := side/2 - margin - corner
	dx, dy := math.Abs(x)-half, math.Abs(y)-half
	return math.Hypot(max(dx, 0), max(dy, 0)) + min(max(dx, dy), 0) - corner
}
