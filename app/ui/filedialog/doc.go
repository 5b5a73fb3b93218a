// Package filedialog asks for a file to open or to save, in French and in the look
// of the application: Fyne's own dialog speaks English in places, and knows no
// native one. It knows nothing of what the files hold.
//
// What can be told without a window is pure: [items] of a folder, [places] of a
// computer, [crumbs] of a path, names of files. A disk may be slow, or far away:
// all that touches it runs away from the window, and stops mattering when the
// person goes elsewhere meanwhile.
package filedialog
