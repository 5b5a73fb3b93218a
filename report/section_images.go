package report

import "tressons/model"

// imagesPart names the section of the photos, which are read from the file for
// it alone.
const imagesPart = "images"

// images shows the photos of the evidence, each with what it is, whose it is and
// which initiatives it is about; left out without any.
func images(in Input) (Section, bool) {
	var shown []Photo
	for _, e := range in.Diagnosis.Evidence.All() {
		photo := in.Photos[e.Photo]
		if photo == nil {
			continue
		}
		shown = append(shown, Photo{
			Photo: photo, Alt: photoTold(e), Caption: brief(photoTitle(e), 140),
			Source: dotted(brief(e.Publisher, 80), e.Date.French(), brief(model.JoinFrench(in.initiativesOf(e)), 120)),
		})
	}
	if len(shown) == 0 {
		return Section{}, false
	}
	return Section{Title: imagesTitle(len(shown)), OpensPage: true, Foot: in.footOf("initiative"), Blocks: []Block{Pictures{shown}}}, true
}

func photoTitle(e model.Evidence) string {
	if e.Title == "" {
		return "Photographie sans titre"
	}
	return e.Title
}

// photoTold is what a photo shows, for somebody who does not see it.
func photoTold(e model.Evidence) string {
	told := sentence(photoTitle(e))
	if e.Excerpt != "" {
		told += " " + sentence(brief(string(e.Excerpt), 300))
	}
	return told
}

// initiativesOf names the initiatives that an evidence supports.
func (in Input) initiativesOf(e model.Evidence) []string {
	var names []string
	for _, id := range in.Diagnosis.Neighbours(model.MakeRef("evidence", e.ID), "initiative") {
		i, _ := in.Diagnosis.Initiatives.Get(id)
		names = append(names, initiativeName(i))
	}
	return names
}

func imagesTitle(n int) string {
	return model.Capitalize(model.Spell(n, true)) + model.NBSP + model.Plural(n, "image montre", "images montrent") + " ce qui se fait ici"
}
