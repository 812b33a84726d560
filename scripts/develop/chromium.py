"""Finds the Chromium that browser tests drive, and installs one where there is none."""

import os
import shutil
import sys

from develop import debian

NAMES = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser")

CURE = (
    "Browser tests need Chromium or Chrome: install one from your system's packages, "
    "or set CHROMIUM to its path, then run make test again."
)


def find() -> str | None:
    """The path of a Chromium on this machine: CHROMIUM if set, else the first on PATH."""
    candidates = (os.environ.get("CHROMIUM"), *NAMES)
    return next(filter(None, (shutil.which(name) for name in candidates if name)), None)


def ensure() -> str | None:
    """Install a browser if there is none; returns what is wrong, or None when one is there."""
    if find() or debian.install("chromium", "fonts-liberation") or _download():
        return None
    return CURE


def launch_arguments() -> list[str]:
    """Flags that keep the browser silent: it reaches this machine and nothing else."""
    quiet = [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-quic",
        "--disable-sync",
        "--no-first-run",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ]
    # Chromium's sandbox refuses root.
    return [*quiet, "--no-sandbox"] if debian.is_root() else quiet


def _download() -> bool:
    """Playwright's own build; it does nothing, and needs no network, once that is there."""
    return debian.succeeds(
        sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"
    )
