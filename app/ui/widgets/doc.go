// Package widgets holds what Fyne lacks for long French forms: text that wraps
// at a known height, fields that save themselves and never trap the Tab key,
// cards, boards, grids and panes in the look of package skin. It knows nothing
// of the domain.
//
// Vocabulary:
//
//   - An object is fluid when its height depends on the width it is given
//     ([Fluid]); the layouts of this package ask for that height before they
//     place anything, so that a page is laid out in one pass.
//   - A control is what can have the focus. It shows it by a ring or a border in
//     the primary colour, and asks to be scrolled into view ([Reveal]).
//   - A value is committed when the person has finished with it: the field is
//     left, Enter is pressed, or nothing was typed for two seconds. Setting a
//     value from the program never commits.
//
// Constructors take an options structure whose zero value is sensible. All
// functions must be called on Fyne's main goroutine, unless they say otherwise.
package widgets
