"""Finds the Firefox whose prints are tested, and installs one where that is easy."""

import os
import shutil

from develop import debian

NAMES = ("firefox-esr", "firefox")
CURE = (
    "Firefox is not here, so its prints are not tested: install it from your system's packages "
    "(make test does so on Debian, as root), or set FIREFOX to its path."
)


def find() -> str | None:
    """The path of a Firefox on this machine: FIREFOX if set, else the first on PATH."""
    candidates = (os.environ.get("FIREFOX"), *NAMES)
    return next(filter(None, (shutil.which(name) for name in candidates if name)), None)


def ensure() -> None:
    """Install it if there is none and we may; tests of its prints are skipped otherwise."""
    if not find():
        debian.install("firefox-esr")
