"""The browsers that tests drive: finds them, and installs them where that is easy."""

import os
import shutil
import sys
from dataclasses import dataclass

from develop import debian


@dataclass(frozen=True, slots=True, kw_only=True)
class BrowserProgram:
    """Where one may be.

    variable: of the environment; it holds the path of the one that somebody wants. names: of
    programs, the best first. packages: Debian's of the best. cure: what to do where there is none.
    beside: a program that it does not run without.
    """

    variable: str
    names: tuple[str, ...]
    packages: tuple[str, ...]
    cure: str
    beside: str = ""

    def find(self) -> str | None:
        """The path of one on this machine: the variable's if set, else the first on PATH."""
        return self._first(os.environ.get(self.variable), *self.names)

    def ensure(self) -> bool:
        """Install the best where we may; whether there is any now."""
        best = self._first(os.environ.get(self.variable) or self.names[0])
        return bool(best or debian.install(*self.packages) or self.find())

    def _first(self, *names: str | None) -> str | None:
        if self.beside and not shutil.which(self.beside):
            return None
        return next(filter(None, (shutil.which(name) for name in names if name)), None)


# Without a window to draw, a page costs two thirds of what it costs in the whole browser.
CHROMIUM = BrowserProgram(
    variable="CHROMIUM",
    names=(
        *("chromium-headless-shell", "chrome-headless-shell", "chromium", "google-chrome"),
        *("google-chrome-stable", "chromium-browser"),
    ),
    packages=("chromium-headless-shell", "fonts-liberation"),
    cure="Browser tests need Chromium or Chrome: install one from your system's packages, "
    "or set CHROMIUM to its path, then run make test again.",
)
FIREFOX = BrowserProgram(
    variable="FIREFOX",
    names=("firefox-esr", "firefox"),
    packages=("firefox-esr",),
    cure="Firefox is not here, so nothing is tested in it: install it from your system's "
    "packages (make test does so on Debian, as root), or set FIREFOX to its path.",
)
WEBKIT = BrowserProgram(
    variable="WEBKIT_DRIVER",
    names=("WebKitWebDriver",),
    packages=("webkit2gtk-driver", "xvfb"),
    cure="WebKit is not here, so nothing is tested in it: install WebKitWebDriver and Xvfb from "
    "your system's packages (make test does so on Debian, as root).",
    beside="Xvfb",  # it has no way to run without a screen
)
OTHERS = (FIREFOX, WEBKIT)


def download_chromium() -> bool:
    """Playwright's own build; it does nothing, and needs no network, once that is there."""
    return debian.succeeds(
        sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"
    )


def launch_arguments() -> list[str]:
    """Flags that keep Chromium silent: it reaches this machine and nothing else.

    Without hinting, letters are as wide in every Chromium, and as wide as on paper.
    """
    quiet = [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-quic",
        "--disable-sync",
        "--font-render-hinting=none",
        "--no-first-run",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ]
    # Chromium's sandbox refuses root.
    return [*quiet, "--no-sandbox"] if debian.is_root() else quiet
