"""Starts MkDocs as a program of its own; nothing of ours imports it.

The interface is the Markdown in docs/ and mkdocs.yml, so another renderer can take its place.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from stretchbook.finish import Unfinished, finish
from stretchbook.rendering.renderer import FINISHED, rendering
from stretchbook.views.promise_view import Promise

RENDERED = ".cache/rendered"  # the pages as they come from MkDocs; what is unchanged stays


@dataclass(frozen=True, slots=True)
class Built:
    """Whether it worked, and everything MkDocs said, or what is wrong with the pages it made."""

    ok: bool
    log: str


def build_site(root: Path, site: Path, promised: Mapping[str, Promise]) -> Built:
    """Build the site strictly; the old one is replaced only by a whole new one.

    promised: what pages must show, by address.
    """
    fresh, old = site.with_name(f"{site.name}.new"), site.with_name(f"{site.name}.old")
    anew = root / f"{RENDERED}-anew"
    if old.exists() and not site.exists():  # a build was killed between two names
        old.rename(site)
    for left in (fresh, old, anew):
        _remove(left)
    try:
        built = _finished(root, anew, fresh, promised)
        if built.ok:
            _put_in_place(fresh, site, old)
    finally:
        for left in (fresh, anew):
            shutil.rmtree(left, ignore_errors=True)
    return built


def _finished(root: Path, anew: Path, fresh: Path, promised: Mapping[str, Promise]) -> Built:
    """The new site beside the old one, as far as it is as it must be."""
    rendered, built = root / RENDERED, Built(ok=True, log="")
    if not _changed_pages(root, rendered):
        rendered, built = anew, _all_pages(root, anew)
    try:
        if built.ok:
            finish(rendered, fresh, root / "docs", promised)
    except Unfinished as why:
        return Built(ok=False, log=str(why))
    return built


def _put_in_place(fresh: Path, site: Path, old: Path) -> None:
    """Two names are changed, so that readers see the old site or the new one, and never half."""
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    _remove(old)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _changed_pages(root: Path, rendered: Path) -> bool:
    """Bring the folder up to date; false where anything is wrong: MkDocs itself shall say it."""
    with suppress(RuntimeError), rendering(root, rendered, warm=False) as renderer:
        return not renderer.render()
    return False


def _all_pages(root: Path, site: Path) -> Built:
    """MkDocs as its own command, with nothing of ours in between."""
    # Not quiet: with -q a broken anchor is not counted as a warning and --strict lets it pass.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    done = subprocess.run(
        command,
        cwd=root,
        env={**os.environ, **FINISHED},
        capture_output=True,
        text=True,
        check=False,
    )
    log, ok = done.stdout + done.stderr, done.returncode == 0
    return Built(ok=ok, log=log if ok else f"{log}MkDocs did not build the pages")
