#!/bin/sh
# Sets up .venv with the package (editable) and the shared libraries Qt needs; called by make.
# usage: sh tools/setup.sh all|test     (the extras to install)
# A stamp in .venv makes every later call return at once, until pyproject.toml or the folder changes.
set -eu

extra=$1
venv=.venv
bin=$venv/bin/python
stamp=$venv/.ready-$extra

say() { printf '%s\n' "$*" >&2; }

state() { # what the stamp must say for the environment to be as this checkout needs it
    printf '%s\n' "$PWD" "$(cksum <pyproject.toml)" "$(cksum <tools/setup.sh)"
}

install_packages() { # Debian or Ubuntu packages, by apt-get where that may be used
    line="apt-get install --no-install-recommends -y $*"
    if ! command -v apt-get >/dev/null 2>&1; then
        say "These system packages are missing (names as in Debian): $*"
        exit 1
    elif [ "${APT:-}" = no ]; then
        as_root=
    elif [ "$(id -u)" = 0 ]; then
        as_root=env
    elif sudo -n true 2>/dev/null; then
        as_root='sudo -n env'
    else
        as_root=
    fi
    if [ -z "$as_root" ]; then
        say "Some system packages are missing. Please type this, then try again:" ""
        say "    sudo $line" ""
        exit 1
    fi
    say "Installing system packages: $*"
    $as_root DEBIAN_FRONTEND=noninteractive $line >/dev/null 2>&1 || {
        $as_root DEBIAN_FRONTEND=noninteractive apt-get update -q >&2
        $as_root DEBIAN_FRONTEND=noninteractive $line >&2
    }
}

find_python() { # the first interpreter that is 3.11 or newer, one that can make environments first
    # An unset or relative pyenv shim answers with an error: the next name is tried.
    for check in 'import ensurepip, venv' 'pass'; do
        for python in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
            if "$python" -c "import sys; sys.exit(sys.version_info < (3, 11)); $check" 2>/dev/null &&
                "$python" -c "$check" 2>/dev/null; then
                printf '%s\n' "$python"
                return
            fi
        done
    done
    say "Python 3.11 or newer is needed and was not found (${PYTHON:-python3})."
    say "On Debian 12, Ubuntu 24.04 and later: sudo apt-get install python3 python3-venv"
    exit 1
}

make_environment() {
    python=$(find_python)
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        install_packages "$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
    fi
    say "Making $venv with $("$python" --version 2>&1)"
    "$python" -m venv --clear "$venv"
}

qt_libraries() { # the system packages Qt still lacks
    case $extra in
        test) "$bin" tools/qt_libraries.py --no-display ;;
        *) "$bin" tools/qt_libraries.py ;;
    esac
}

if [ -x "$bin" ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(state)" ]; then
    exit 0
fi
if [ ! -x "$bin" ] || ! "$bin" -c 'import pip' 2>/dev/null || [ "$(cat "$venv/.place" 2>/dev/null)" != "$PWD" ]; then
    make_environment
    printf '%s\n' "$PWD" >"$venv/.place"
fi
say "Installing the program and what it needs into $venv (a few minutes the first time)"
"$bin" -m pip install --quiet --disable-pip-version-check --no-input --editable ".[$extra]"

packages=$(qt_libraries)
if [ -n "$packages" ]; then
    # shellcheck disable=SC2086 # a list of names
    install_packages $packages
    packages=$(qt_libraries)
    if [ -n "$packages" ]; then
        say "Qt still misses libraries of these packages: $packages"
        exit 1
    fi
fi
"$bin" -c 'import PySide6.QtWidgets'
state >"$stamp"
