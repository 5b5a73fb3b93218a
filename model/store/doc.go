// Package store keeps diagnoses in a .db file that colleagues pass around. The
// file is SQLite; what counts in it is a log of changes with causality per
// editing session, from which everything else is derived:
//
//	document  the identity of the file, the same in every copy of it
//	session   who edited, where and with what, from one opening on
//	seen      which changes of other sessions a session had in front of it
//	change    one value of one field, as a session left it
//	photo     evidence and pictures, named by their content
//	frozen    what a diagnosis showed when a snapshot was taken; it never changes
//	absent, shared_copy, unseen
//	          what a copy left out on purpose, and who worked without having seen it
//	tally     derived: how many changes of each session the file has, and their checksums
//	          combined, so that two copies are compared without reading their logs
//	head      derived: for each row, the changes of its cells that no other change
//	          supersedes, with their values
//	one readable table per entity of package model: derived, for any SQLite tool
//
// A cell is a field of a row of an entity of a diagnosis; the empty field is the
// existence of the row. A change supersedes another of its cell when its session
// had seen it: the clock only chooses what is shown first. A session keeps one
// change per cell, so typing does not make the file grow.
//
// In the log, UUIDs are blobs of 16 bytes to keep the file small; in the
// readable tables they are text. Instants are microseconds since 1970 UTC.
//
// Errors meant for the user are *model.Problem, whose message is French and says
// what happened, what was kept and what to do. Errors of a context are returned
// as they are.
package store
