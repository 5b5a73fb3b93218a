package pdf

import (
	"encoding/binary"
	"math"
)

// The numbers of sRGB (IEC 61966-2-1): the chromaticities of its three primaries and of
// its white, and its tone curve.
var (
	primaries = [3][2]float64{{0.64, 0.33}, {0.30, 0.60}, {0.15, 0.06}}
	white     = [2]float64{0.3127, 0.3290}
	// toneCurve is g, a, b, c and d: (ax+b)^g from d on, cx below.
	toneCurve = [5]float64{2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045}
	// connection is D50, the white of ICC profiles.
	connection = [3]float64{0.9642, 1, 0.8249}
	// bradford brings XYZ to the cones' answers (ICC.1:2010, annex E).
	bradford = matrix{{0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296}}
)

// colorProfile is sRGB as an ICC profile of version 4 (ICC.1:2010): what the
// colours of the pages mean, computed from the numbers of its standard.
func colorProfile() []byte {
	adaptation := whiteAdaptation()
	colorants := adaptation.times(rgbToXYZ())
	tags := []struct {
		signature string
		data      []byte
	}{
		{"desc", iccText("sRGB")},
		{"cprt", iccText("Public domain: the numbers of IEC 61966-2-1")},
		{"wtpt", iccXYZ(connection)},
		{"chad", iccArray("sf32", adaptation[0][:], adaptation[1][:], adaptation[2][:])},
		{"rXYZ", iccXYZ(colorants.column(0))},
		{"gXYZ", iccXYZ(colorants.column(1))},
		{"bXYZ", iccXYZ(colorants.column(2))},
		{"rTRC", iccCurve()},
		{"gTRC", iccCurve()},
		{"bTRC", iccCurve()},
	}
	const head, each = 128, 12
	var table, bodies []byte
	table = binary.BigEndian.AppendUint32(table, uint32(len(tags)))
	for _, tag := range tags {
		table = append(table, tag.signature...)
		table = binary.BigEndian.AppendUint32(table, uint32(head+4+each*len(tags)+len(bodies)))
		table = binary.BigEndian.AppendUint32(table, uint32(len(tag.data)))
		bodies = append(bodies, tag.data...)
		for len(bodies)%4 != 0 {
			bodies = append(bodies, 0)
		}
	}
	return append(append(iccHeader(head+len(table)+len(bodies)), table...), bodies...)
}

// iccHeader is the beginning of a profile of that size: a display's, from RGB
// to XYZ.
func iccHeader(size int) []byte {
	h := make([]byte, 128)
	binary.BigEndian.PutUint32(h, uint32(size))
	binary.BigEndian.PutUint32(h[8:], 0x04200000) // version 4.2
	copy(h[12:], "mntrRGB XYZ ")
	binary.BigEndian.PutUint16(h[24:], 2026) // made on 1 January 2026
	binary.BigEndian.PutUint16(h[26:], 1)
	binary.BigEndian.PutUint16(h[28:], 1)
	copy(h[36:], "acsp")
	copy(h[68:], iccXYZ(connection)[8:])
	return h
}

// iccText is a text in English.
func iccText(s string) []byte {
	b := append([]byte("mluc"), 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 12)
	b = append(b, "enUS"...)
	b = binary.BigEndian.AppendUint32(b, uint32(2*len(s)))
	b = binary.BigEndian.AppendUint32(b, uint32(len(b)+4))
	for i := range len(s) { // UTF-16
		b = append(b, 0, s[i])
	}
	return b
}

func iccXYZ(v [3]float64) []byte { return iccArray("XYZ ", v[:]) }

func iccCurve() []byte {
	const withFiveParameters = 3
	b := append([]byte("para"), 0, 0, 0, 0, 0, withFiveParameters, 0, 0)
	return append(b, iccArray("", toneCurve[:])...)
}

// iccArray is a list of numbers with 16 bits after the point, under its type if
// it has one of its own.
func iccArray(kind string, rows ...[]float64) []byte {
	var b []byte
	if kind != "" {
		b = append([]byte(kind), 0, 0, 0, 0)
	}
	for _, row := range rows {
		for _, v := range row {
			b = binary.BigEndian.AppendUint32(b, uint32(int32(math.Round(v*0x10000))))
		}
	}
	return b
}

type matrix [3][3]float64

// rgbToXYZ gives the primaries the weights that make their sum the white.
func rgbToXYZ() matrix {
	var m matrix
	for i, p := range primaries {
		for row, v := range toXYZ(p) {
			m[row][i] = v
		}
	}
	weights := m.inverse().apply(toXYZ(white))
	for row := range m {
		for col := range m[row] {
			m[row][col] *= weights[col]
		}
	}
	return m
}

// whiteAdaptation brings colours seen under the white of sRGB to the white of
// profiles.
func whiteAdaptation() matrix {
	from, to := bradford.apply(toXYZ(white)), bradford.apply(connection)
	var scale matrix
	for i := range scale {
		scale[i][i] = to[i] / from[i]
	}
	return bradford.inverse().times(scale).times(bradford)
}

// toXYZ is a chromaticity at luminance 1.
func toXYZ(xy [2]float64) [3]float64 {
	return [3]float64{xy[0] / xy[1], 1, (1 - xy[0] - xy[1]) / xy[1]}
}

func (m matrix) column(i int) [3]float64 { return [3]float64{m[0][i], m[1][i], m[2][i]} }

func (m matrix) apply(v [3]float64) (out [3]float64) {
	for row := range m {
		for i := range v {
			out[row] += m[row][i] * v[i]
		}
	}
	return out
}

func (m matrix) times(n matrix) (out matrix) {
	for col := range n {
		for row, v := range m.apply(n.column(col)) {
			out[row][col] = v
		}
	}
	return out
}

func (m matrix) inverse() (out matrix) {
	minor := func(row, col int) float64 {
		a, b, c, d := (row+1)%3, (row+2)%3, (col+1)%3, (col+2)%3
		return m[a][c]*m[b][d] - m[a][d]*m[b][c]
	}
	determinant := m[0][0]*minor(0, 0) + m[0][1]*minor(0, 1) + m[0][2]*minor(0, 2)
	for row := range m {
		for col := range m {
			out[col][row] = minor(row, col) / determinant
		}
	}
	return out
}
