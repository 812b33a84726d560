"""Installs packages where this is Debian and we may; elsewhere people do it themselves."""

import os
import platform
import shutil
import subprocess


def install(*packages: str) -> bool:
    """Whether all of them are there now."""
    if not (_is_debian() and is_root() and shutil.which("apt-get")):
        return False
    print(f"Installing {packages[0]} with apt-get", flush=True)
    options = ["install", "-qq", "-y", "--no-install-recommends"]
    return succeeds("apt-get", "update", "-qq") and succeeds("apt-get", *options, *packages)


def is_root() -> bool:
    """Whether we may do everything here."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def succeeds(*command: str) -> bool:
    """Run it without a question and without a word."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command,
        check=False,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
    )
    return done.returncode == 0


def _is_debian() -> bool:
    # Only Debian itself: Ubuntu's packages of browsers are pointers to snaps.
    try:
        return platform.freedesktop_os_release().get("ID") == "debian"
    except OSError:
        return False
