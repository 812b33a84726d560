"""Starts MkDocs as a program of its own; nothing of ours imports it.

The interface is the Markdown in docs/ and mkdocs.yml, so another renderer can take its place.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from stretchbook.finish import Unfinished, finish
from stretchbook.views.promise_view import Promise


@dataclass(frozen=True, slots=True)
class Built:
    """Whether it worked, and everything MkDocs said, or what is wrong with the pages it made."""

    ok: bool
    log: str


def build_site(root: Path, site: Path, promised: Mapping[str, Promise]) -> Built:
    """Build the site strictly; the old one is replaced only by a whole new one.

    promised: what pages must show, by address.
    """
    fresh = site.with_name(f"{site.name}.new")
    # Not quiet: with -q a broken anchor is not counted as a warning and --strict lets it pass.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(fresh)]
    done = subprocess.run(
        command,
        cwd=root,
        env={**os.environ, "STRETCHBOOK_FINISHED": "true"},
        capture_output=True,
        text=True,
        check=False,
    )
    log = done.stdout + done.stderr
    if done.returncode != 0:
        shutil.rmtree(fresh, ignore_errors=True)
        return Built(ok=False, log=f"{log}MkDocs did not build the pages")
    try:
        finish(fresh, root / "docs", promised)
    except Unfinished as why:
        shutil.rmtree(fresh, ignore_errors=True)
        return Built(ok=False, log=str(why))
    shutil.rmtree(site, ignore_errors=True)
    fresh.rename(site)
    return Built(ok=True, log=log)
