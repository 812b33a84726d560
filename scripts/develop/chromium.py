"""Finds the Chromium that browser tests drive, and installs one where there is none."""

import os
import platform
import shutil
import subprocess
import sys

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
    if find() or (_can_use_apt() and _install_with_apt()) or _download():
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
    return [*quiet, "--no-sandbox"] if _is_root() else quiet  # Chromium's sandbox refuses root


def _can_use_apt() -> bool:
    # Only Debian itself: Ubuntu's package of this name is a pointer to a snap.
    return _is_root() and bool(shutil.which("apt-get")) and _system_id() == "debian"


def _system_id() -> str:
    try:
        return platform.freedesktop_os_release().get("ID", "")
    except OSError:
        return ""


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _install_with_apt() -> bool:
    print("Installing Chromium with apt-get", flush=True)
    install = ["install", "-qq", "-y", "--no-install-recommends", "chromium", "fonts-liberation"]
    return _succeeds("apt-get", "update", "-qq") and _succeeds("apt-get", *install)


def _download() -> bool:
    """Playwright's own build; it does nothing, and needs no network, once that is there."""
    return _succeeds(sys.executable, "-m", "playwright", "install", "--only-shell", "chromium")


def _succeeds(*command: str) -> bool:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command,
        check=False,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
    )
    return done.returncode == 0
