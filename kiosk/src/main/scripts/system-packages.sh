#!/bin/sh
# Looks for what the touchscreen needs of the system: JavaFX's text libraries, the Inter font, and, where there is a
# display, GTK. Silent when all is there. What is missing is installed where that may be done without asking (Debian, as
# root or with a sudo that needs no password); otherwise the one line to type is printed and the build ends here, because
# a screen without its letters is discovered too late.
set -eu

[ "$(uname -s)" = Linux ] || exit 0

PATH="$PATH:/sbin:/usr/sbin"
libraries=$(ldconfig -p 2>/dev/null || true)
missing=

# need PACKAGE SONAME: the library counts, wherever it came from; the package is only how Debian brings it.
need() {
    case $libraries in
        *"$2 "*) ;;
        *) missing="$missing $1" ;;
    esac
}

# Debian 13 renamed libraries whose time_t grew to 64 bits.
renamed() {
    if apt-cache show "$1t64" >/dev/null 2>&1; then echo "$1t64"; else echo "$1"; fi
}

need libfreetype6 libfreetype.so.6
need libfontconfig1 libfontconfig.so.1
need libpango-1.0-0 libpango-1.0.so.0
need libpangoft2-1.0-0 libpangoft2-1.0.so.0
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    need libgtk-3-0 libgtk-3.so.0
    need libxtst6 libXtst.so.6
fi

# Asking fontconfig costs more than looking where fonts lie.
inter=
for folder in /usr/share/fonts/*/inter /usr/share/fonts/*/*/inter /usr/share/fonts/inter /usr/share/fonts/*-inter*; do
    if [ -d "$folder" ]; then inter=$folder; break; fi
done
if [ -z "$inter" ]; then
    if ! fc-list : family 2>/dev/null | grep -q '^Inter'; then missing="$missing fonts-inter"; fi
fi

[ -n "$missing" ] || exit 0

as_root=
if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then as_root="sudo -n"; else as_root=no; fi
fi

if ! command -v apt-get >/dev/null 2>&1; then
    echo "The touchscreen needs, under this system's own names:$missing" >&2
    exit 1
fi

if [ "$as_root" != no ]; then
    $as_root apt-get -qq update
fi
chosen=
for package in $missing; do
    if [ "$package" = libgtk-3-0 ]; then package=$(renamed "$package"); fi
    chosen="$chosen $package"
done
if [ "$as_root" = no ]; then
    echo "The touchscreen needs some packages. Type this, then build again:  sudo apt-get install -y$chosen" >&2
    exit 1
fi
echo "Installing for the touchscreen:$chosen"
# shellcheck disable=SC2086 # one word per package
$as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $chosen >/dev/null
