#!/bin/sh
# Takes the pictures of README.md anew: the real window on the example, under a
# virtual screen.
set -eu
cd "$(dirname "$0")/.."
. scripts/libraries.sh

prepare_screen || { echo "the window's libraries, Xvfb or xdotool are missing and could not be installed here." >&2; exit 1; }
go_environment
export TRESSONS_PICTURES="$PWD/docs"
drive_window
