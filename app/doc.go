// Package app is what Tressons can do: the use cases that the window and the
// command line share. It knows neither.
//
// An App is made once from the embedded resources. It opens, makes and copies
// Documents (.db files), and turns a diagnosis into reports, summaries and
// dumps. Errors that a user must read are *model.Problem or *model.InputError,
// in French; Explain gives the sentence for any error.
package app
