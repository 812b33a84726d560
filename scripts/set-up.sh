#!/bin/sh
# Makes .venv and node_modules hold exactly what the lock files say:
#     sh scripts/set-up.sh build|test|lock
#
# Called before every `make` goal, so it must cost nothing when there is nothing to do: a copy of
# the lock file that was installed last is kept beside what it installed, and an equal one is done.
set -eu

lock="requirements/$1.txt"
installed=".venv/installed-$1.txt"

fail() {
    echo "$1" >&2
    exit 1
}

# Plain names come last since they may be older.
pythons="python3.14 python3.13 python3.12 python3.11 python3 python"

is_new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

# Debian ships Python without these two until python3-venv is installed.
can_make_venv() {
    "$1" -c 'import ensurepip, venv' 2>/dev/null
}

find_python() {
    found=""
    for candidate in $pythons; do
        is_new_enough "$candidate" || continue
        found=$candidate
        can_make_venv "$candidate" && command -v "$candidate" && return
    done
    test -z "$found" ||
        fail "$found cannot make a virtual environment: install its venv package (on Debian and Ubuntu: apt install $found-venv), then run make again."
    fail "Python 3.11 or newer is needed, and none was found: install it from your system's packages or python.org, then run make again."
}

# A half-made .venv, or one whose Python has been removed, is made anew.
make_venv() {
    python=$(find_python)
    echo "Setting up .venv with $("$python" --version)"
    "$python" -m venv --clear .venv
}

venv_works() {
    .venv/bin/python -m pip --version >/dev/null 2>&1
}

python_is_ready() {
    cmp -s "$lock" "$installed" && .venv/bin/python -c '' 2>/dev/null
}

install_python() {
    venv_works || make_venv
    echo "Installing $lock"
    # Twice quiet hides pip's warnings, not its errors; modules are compiled when first used.
    .venv/bin/python -m pip install -qq --disable-pip-version-check --no-input --no-compile \
        --require-hashes -r "$lock" ||
        fail "Could not install $lock: a first set-up needs the network; run make again once you have it."
    cp "$lock" "$installed"
}

# What is there for the tests is enough for the build; what renews the locks needs no packages.
node_is_ready() {
    cmp -s package-lock.json node_modules/installed-test.json ||
        { test "$1" = build && cmp -s package-lock.json node_modules/installed-build.json; } ||
        test "$1" = lock
}

python_is_ready || install_python
node_is_ready "$1" || .venv/bin/python scripts/build.py packages "$1"
