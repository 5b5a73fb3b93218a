# shellcheck shell=sh
# What the window needs besides Go: a C compiler and the headers of X11, Wayland
# and OpenGL. Sourced by run.sh and test.sh; the command line needs none of it.

# has_libraries: true when the window can be built here.
has_libraries() {
	case $(uname -s) in
	Darwin) xcode-select -p >/dev/null 2>&1 ;;
	MINGW* | MSYS* | CYGWIN*) command -v gcc >/dev/null 2>&1 ;;
	*)
		command -v gcc >/dev/null 2>&1 && command -v pkg-config >/dev/null 2>&1 &&
			pkg-config --exists gl x11 xcursor xrandr xinerama xi xxf86vm \
				wayland-client wayland-cursor wayland-egl xkbcommon 2>/dev/null
		;;
	esac
}

# package_manager: prints the name of the one that is here, or nothing.
package_manager() {
	for manager in apt-get dnf pacman zypper brew; do
		if command -v "$manager" >/dev/null 2>&1; then
			echo "$manager"
			return
		fi
	done
}

# library_packages MANAGER: prints what to install, by that manager's names.
library_packages() {
	case $1 in
	apt-get) echo "gcc libc6-dev pkg-config libgl1-mesa-dev libx11-dev libxcursor-dev libxrandr-dev libxinerama-dev libxi-dev libxxf86vm-dev libwayland-dev libxkbcommon-dev" ;;
	dnf) echo "gcc glibc-devel pkgconf-pkg-config mesa-libGL-devel libX11-devel libXcursor-devel libXrandr-devel libXinerama-devel libXi-devel libXxf86vm-devel wayland-devel libxkbcommon-devel" ;;
	pacman) echo "gcc pkgconf mesa libglvnd libx11 libxcursor libxrandr libxinerama libxi libxxf86vm wayland libxkbcommon" ;;
	zypper) echo "gcc glibc-devel pkg-config Mesa-libGL-devel libX11-devel libXcursor-devel libXrandr-devel libXinerama-devel libXi-devel libXxf86vm-devel wayland-devel libxkbcommon-devel" ;;
	brew) echo "gcc pkgconf mesa libx11 libxcursor libxrandr libxinerama libxi libxxf86vm wayland libxkbcommon" ;;
	esac
}

# as_root COMMAND…: runs it with the rights to install, or fails.
as_root() {
	if [ "$(id -u)" -eq 0 ]; then
		"$@"
	elif command -v sudo >/dev/null 2>&1; then
		sudo "$@"
	else
		return 1
	fi
}

# install_packages MANAGER PACKAGE…: installs them, saying on stderr what it does.
install_packages() {
	manager=$1
	shift
	case $manager in
	apt-get)
		as_root apt-get -q update >&2 &&
			as_root env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "$@" >&2
		;;
	dnf) as_root dnf install -y "$@" >&2 ;;
	pacman) as_root pacman -Sy --needed --noconfirm "$@" >&2 ;;
	zypper) as_root zypper --non-interactive install --no-recommends "$@" >&2 ;;
	brew) brew install "$@" >&2 ;;
	*) return 1 ;;
	esac
}

# install_libraries: installs what has_libraries misses; false when it cannot.
# macOS has the graphics in its system: only Apple's compiler can be missing.
install_libraries() {
	[ "$(uname -s)" != Darwin ] || return 1
	manager=$(package_manager)
	[ -n "$manager" ] || return 1
	# shellcheck disable=SC2046 # one word a package
	install_packages "$manager" $(library_packages "$manager") && has_libraries
}

# has_screen: true when a virtual screen and its keyboard are here.
has_screen() {
	for tool in Xvfb xdotool xkbcomp setxkbmap; do
		command -v "$tool" >/dev/null 2>&1 || return 1
	done
}

# prepare_screen: installs what driving the window on a virtual screen needs, on
# Debian and Ubuntu; false when it is not all there in the end.
prepare_screen() {
	has_libraries || install_libraries || return 1
	has_screen && return
	[ "$(package_manager)" = apt-get ] || return 1
	install_packages apt-get xvfb xdotool x11-xkb-utils libgl1-mesa-dri && has_screen
}

# prepare_strace: installs what makes a disk fail and cuts its power in the tests
# of the file, on Debian and Ubuntu; false when it is not there in the end.
prepare_strace() {
	command -v strace >/dev/null 2>&1 && return
	[ "$(package_manager)" = apt-get ] || return 1
	install_packages apt-get strace && command -v strace >/dev/null 2>&1
}

# go_environment: settings that every build of the scripts shares, so that they share its cache.
go_environment() {
	# A clone that git does not trust (another owner) must build all the same.
	if ! git rev-parse HEAD >/dev/null 2>&1; then
		GOFLAGS="$(go env GOFLAGS) -buildvcs=false"
		export GOFLAGS
	fi
}

# drive_window: builds the window, which takes minutes the first time, then drives
# it on a virtual screen; the test builds it anew, in seconds.
drive_window() {
	CGO_ENABLED=1 go build -trimpath -tags migrated_fynedo -o /dev/null . &&
		CGO_ENABLED=0 go test -tags migrated_fynedo,smoke -count=1 -run '^TestWindow' .
}
