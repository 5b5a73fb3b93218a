package skin_test

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tressons/app/ui/skin"
)

func luminance(c color.Color) float64 {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(n.R) + 0.7152*linear(n.G) + 0.0722*linear(n.B)
}

func contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func TestContrast(t *testing.T) {
	t.Parallel()
	const text, mark = 4.5, 3.0
	pairs := []struct {
		name       string
		front      fyne.ThemeColorName
		background []fyne.ThemeColorName
		least      float64
	}{
		{"text", skin.Ink, []fyne.ThemeColorName{skin.Surface, skin.Page, skin.PrimaryTint, skin.IndigoTint, skin.TealTint, skin.OchreTint, skin.AlertTint, skin.PrivateBackground, theme.ColorNameSelection}, text},
		{"secondary text", skin.Secondary, []fyne.ThemeColorName{skin.Surface, skin.Page, skin.PrimaryTint, skin.TealTint, skin.IndigoTint, skin.OchreTint, skin.PrivateBackground}, text},
		{"primary text", skin.Primary, []fyne.ThemeColorName{skin.Surface, skin.Page, skin.PrimaryTint}, text},
		{"main button", skin.OnPrimary, []fyne.ThemeColorName{skin.Primary}, text},
		{"indigo", skin.Indigo, []fyne.ThemeColorName{skin.Surface, skin.Page, skin.IndigoTint}, text},
		{"teal", skin.Teal, []fyne.ThemeColorName{skin.Surface, skin.Page, skin.TealTint}, text},
		{"ochre", skin.Ochre, []fyne.ThemeColorName{skin.Surface, skin.Page, skin.OchreTint}, text},
		{"alert", skin.Alert, []fyne.ThemeColorName{skin.Surface, skin.Page, skin.AlertTint}, text},
		{"danger button", skin.OnAlert, []fyne.ThemeColorName{skin.Alert}, text},
		{"private border", skin.PrivateBorder, []fyne.ThemeColorName{skin.PrivateBackground, skin.Page}, mark},
		{"focus border", skin.Primary, []fyne.ThemeColorName{skin.Surface, skin.Page, skin.FieldBorder}, 2.0},
	}
	for variant, th := range map[string]*skin.Theme{
		"light": skin.New(skin.Fonts{}, skin.Light), "dark": skin.New(skin.Fonts{}, skin.Dark),
	} {
		for _, pair := range pairs {
			for _, back := range pair.background {
				t.Run(variant+"/"+pair.name+" on "+string(back), func(t *testing.T) {
					t.Parallel()
					if got := contrast(th.Color(pair.front, 0), th.Color(back, 0)); got < pair.least {
						t.Errorf("contrast %.2f, want at least %.1f", got, pair.least)
					}
				})
			}
		}
	}
}

func TestFieldBorderIsVisible(t *testing.T) {
	t.Parallel()
	for name, variant := range map[string]skin.Variant{"light": skin.Light, "dark": skin.Dark} {
		th := skin.New(skin.Fonts{}, variant)
		if got := contrast(th.Color(skin.FieldBorder, 0), th.Color(skin.Surface, 0)); got < 2.9 {
			t.Errorf("%s: contrast %.2f of a field's border on its surface", name, got)
		}
	}
}

func TestVariant(t *testing.T) {
	t.Parallel()
	light := skin.New(skin.Fonts{}, skin.Light).Color(skin.Page, 0)
	dark := skin.New(skin.Fonts{}, skin.Dark).Color(skin.Page, 0)
	auto := skin.New(skin.Fonts{}, skin.Auto)
	cases := []struct {
		name string
		got  color.Color
		want color.Color
	}{
		{"auto follows a light system", auto.Color(skin.Page, theme.VariantLight), light},
		{"auto follows a dark system", auto.Color(skin.Page, theme.VariantDark), dark},
		{"light ignores a dark system", skin.New(skin.Fonts{}, skin.Light).Color(skin.Page, theme.VariantDark), light},
		{"dark ignores a light system", skin.New(skin.Fonts{}, skin.Dark).Color(skin.Page, theme.VariantLight), dark},
		{"Fyne's background is our page", auto.Color(theme.ColorNameBackground, theme.VariantLight), light},
	}
	for _, c := range cases {
		if c.got != c.want {
			t.Errorf("%s: got %v, want %v", c.name, c.got, c.want)
		}
	}
	if light == dark {
		t.Error("the light and dark pages have the same colour")
	}
}

func TestFaces(t *testing.T) {
	t.Parallel()
	fonts := skin.Fonts{Regular: []byte("r"), Italic: []byte("i"), Semibold: []byte("s"), Bold: []byte("b")}
	th := skin.New(fonts, skin.Light)
	cases := []struct {
		name  string
		style fyne.TextStyle
		want  string
	}{
		{"plain", fyne.TextStyle{}, "r"},
		{"italic", fyne.TextStyle{Italic: true}, "i"},
		{"bold", fyne.TextStyle{Bold: true}, "b"},
		{"semibold", skin.Semibold, "s"},
		{"underlined", fyne.TextStyle{Underline: true}, "r"},
		{"bold italic has no face of its own", fyne.TextStyle{Bold: true, Italic: true}, "b"},
	}
	for _, c := range cases {
		if got := string(th.Font(c.style).Content()); got != c.want {
			t.Errorf("%s: got face %q, want %q", c.name, got, c.want)
		}
	}
	if th.Font(fyne.TextStyle{Monospace: true}) != theme.DefaultTheme().Font(fyne.TextStyle{Monospace: true}) {
		t.Error("monospace is not Fyne's")
	}
}
