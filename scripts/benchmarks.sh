#!/bin/sh
# Measures this program and its peers and writes docs/benchmarks.md. Takes the
# names of the sections to run anew, all of them when there is none; the others
# stay as they are in the document.
#
#   sh scripts/benchmarks.sh                 everything, with files of a million changes
#   sh scripts/benchmarks.sh merging         one section
#   BENCH_SIZES="10000" sh scripts/benchmarks.sh files
#
# Peers are installed into build/benchmarks, from PyPI; sqldiff, LibreOffice and
# Chromium are packages of Debian or Ubuntu. What cannot be had is said so in the
# document.
set -eu
cd "$(dirname "$0")/.."
# shellcheck source=scripts/libraries.sh
. scripts/libraries.sh

work=$PWD/build/benchmarks
command -v go >/dev/null 2>&1 || { echo "go is missing: see https://go.dev/dl/" >&2; exit 1; }
command -v python3 >/dev/null 2>&1 || { echo "python3 is missing" >&2; exit 1; }
go_environment
mkdir -p "$work/files"

CGO_ENABLED=0 go build -trimpath -tags migrated_fynedo -o "$work/tressons" .
CGO_ENABLED=0 go test -c -trimpath -tags migrated_fynedo -o "$work/store.test" ./model/store
# Not -trimpath: it finds the fonts by where its source is.
CGO_ENABLED=0 go test -c -tags migrated_fynedo -o "$work/pdf.test" ./report/pdf

if ! command -v sqldiff >/dev/null 2>&1 && [ "$(package_manager)" = apt-get ]; then
	install_packages apt-get sqlite3 sqlite3-tools || true
fi
if ! { command -v soffice && command -v chromium && command -v pdfinfo; } >/dev/null && [ "$(package_manager)" = apt-get ]; then
	install_packages apt-get libreoffice-writer-nogui chromium poppler-utils libpangoft2-1.0-0 || true
fi
python=python3
if python3 -m venv "$work/venv"; then
	python=$work/venv/bin/python
	for peer in apsw pygeodiff typst weasyprint; do
		"$python" -m pip install --quiet "$peer" || echo "$peer cannot be had here" >&2
	done
fi

PYTHONDONTWRITEBYTECODE=1 exec "$python" scripts/benchmarks/document.py "$work" "$@"
