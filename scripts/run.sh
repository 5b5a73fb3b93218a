#!/bin/sh
# Builds Tressons and opens its window on the example. Installs first what the
# window needs and is missing. Without a display, writes the example and its
# reports instead, which needs nothing but Go.
#
#   sh scripts/run.sh                  the window, when there is a display
#   sh scripts/run.sh --sans-fenetre   the documents alone
set -eu
cd "$(dirname "$0")/.."
. scripts/libraries.sh

example=val-d-ille-aubigne

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

# has_display: true when a window could appear; a stale DISPLAY does not count.
has_display() {
	case $(uname -s) in
	Darwin) [ -z "${SSH_CONNECTION:-}" ] ;;
	MINGW* | MSYS* | CYGWIN*) true ;;
	*) has_wayland || has_x11 ;;
	esac
}

has_wayland() {
	[ -n "${WAYLAND_DISPLAY:-}" ] && [ -S "${XDG_RUNTIME_DIR:-/run/user/$(id -u)}/$WAYLAND_DISPLAY" ]
}

has_x11() {
	case ${DISPLAY:-} in
	'') false ;;
	:*)
		screen=${DISPLAY#:}
		[ -S "/tmp/.X11-unix/X${screen%%.*}" ]
		;;
	*) true ;; # over the network, as ssh -X sets it
	esac
}

# documents: the folder where the window's example lives, as a file of the user.
documents() {
	folder=
	if command -v xdg-user-dir >/dev/null 2>&1; then
		folder=$(xdg-user-dir DOCUMENTS 2>/dev/null || true)
	elif [ -d "$HOME/Documents" ]; then
		folder=$HOME/Documents
	fi
	printf '%s/Tressons\n' "${folder:-$HOME}"
}

# build CGO OUTPUT
build() {
	CGO_ENABLED=$1 go build -trimpath -tags migrated_fynedo -o "$2" . || fail "La construction a échoué ; la raison est écrite ci-dessus."
}

# write_example PROGRAM FILE: makes the file unless the user has it already.
write_example() {
	mkdir -p "$(dirname "$2")"
	[ -e "$2" ] || "$1" exemple "$2"
}

say_missing() {
	manager=$(package_manager)
	say "La fenêtre a besoin d’un compilateur C et des bibliothèques d’OpenGL, de X11 et de Wayland, absents ici."
	case $(uname -s) in
	Darwin) say "Installez les outils d’Apple : xcode-select --install" ;;
	*) say "Paquets à installer (${manager:-noms de Debian}) : $(library_packages "${manager:-apt-get}")" ;;
	esac
	say "En attendant, « sh scripts/run.sh --sans-fenetre » écrit l’exemple et ses rapports."
}

open_window() {
	program=build/tressons$(go env GOEXE)
	if ! has_libraries; then
		say "Installation de ce dont la fenêtre a besoin…"
		install_libraries || { say_missing >&2; exit 1; }
	fi
	[ -e "$program" ] || say "Première construction : environ deux minutes."
	build 1 "$program"
	file=$(documents)/$example.db
	write_example "$program" "$file"
	say "Ouverture de $file"
	exec "$program" "$file"
}

write_documents() {
	program=build/tressons-cli$(go env GOEXE)
	[ -e "$program" ] || say "Première construction : environ une minute."
	build 0 "$program"
	folder=build/exemple
	file=$folder/$example.db
	write_example "$program" "$file"
	for model in zoom monographie; do
		"$program" rapport "$file" --modele "$model" --sortie "$folder/$model.pdf"
	done
	printf '\nÉcrits dans %s : %s.db, zoom.pdf, monographie.pdf.\n\n' "$folder" "$example"
	"$program" resume "$file"
}

command -v go >/dev/null 2>&1 || fail "Go est nécessaire (version $(sed -n 's/^go //p' go.mod) ou plus récente) : https://go.dev/dl/"
go_environment
mkdir -p build

case ${1:-} in
--sans-fenetre) write_documents ;;
'')
	if has_display; then
		open_window
	else
		say "Aucun écran n’est disponible ici : la fenêtre ne peut pas s’ouvrir." \
			"Voici à la place l’exemple, ses deux rapports et le résumé du diagnostic."
		write_documents
	fi
	;;
*) fail "Option inconnue : $1. Usage : sh scripts/run.sh [--sans-fenetre]" ;;
esac
