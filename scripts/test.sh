#!/bin/sh
# Runs every test. First those that need nothing but Go, and strace for disks that
# fail; then veraPDF over the PDFs that they made (where Java and Maven are), then
# the real window, driven by keyboard under a virtual screen (Debian and Ubuntu, or
# wherever Xvfb and xdotool are installed). Needs no network beyond Go modules and,
# once, veraPDF.
# With TRESSONS_PDFS set to a folder, the PDFs are left there for the caller to check.
set -eu
cd "$(dirname "$0")/.."
. scripts/libraries.sh

say() { printf '\n== %s\n' "$*"; }

command -v go >/dev/null 2>&1 || { echo "go is missing: see https://go.dev/dl/" >&2; exit 1; }
go_environment

prepare_strace || echo "SKIPPED: strace is missing and could not be installed here; no disk fails and no power is cut."

say "go vet and go test, without cgo"
CGO_ENABLED=0 go vet -tags migrated_fynedo ./...
pdfs=${TRESSONS_PDFS:-$(mktemp -d)}
TRESSONS_PDFS=$pdfs CGO_ENABLED=0 go test -tags migrated_fynedo ./...

if [ -z "${TRESSONS_PDFS:-}" ]; then
	say "veraPDF"
	sh scripts/verapdf.sh "$pdfs" || [ $? -eq 77 ]
	rm -rf "$pdfs"
fi

say "the window, under a virtual screen"
if prepare_screen; then
	drive_window
else
	echo "SKIPPED: the window's libraries, Xvfb or xdotool are missing and could not be installed here."
fi
