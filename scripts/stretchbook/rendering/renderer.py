"""MkDocs as a program that stays and renders only what has changed: `mkdocs_program`."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

FINISHED = {"STRETCHBOOK_FINISHED": "true"}  # mkdocs.yml reads it
PROGRAM = ("-P", "-m", "stretchbook.rendering.mkdocs_program")
ALONG = {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(Path(__file__).parents[2])}


@dataclass(frozen=True, slots=True)
class Renderer:
    """Renders docs/ into a folder. warm: somebody waits, so only newer files are copied."""

    site: Path
    warm: bool
    orders: IO[str]
    answers: IO[str]

    def render(self) -> list[str]:
        """Bring the folder up to date; what MkDocs warns of."""
        print(json.dumps({"site": str(self.site), "warm": self.warm}), file=self.orders, flush=True)
        answer = self.answers.readline()
        if not answer:
            raise RuntimeError("MkDocs has ended; what it said last stands above")
        told: dict[str, list[str]] = json.loads(answer)
        if refused := told.get("refused"):
            raise OSError(*refused)
        return told["warnings"]


@contextmanager
def rendering(root: Path, site: Path, *, warm: bool) -> Iterator[Renderer]:
    """A MkDocs for the project `root`, which renders into `site`: for a preview, or to finish."""
    process = subprocess.Popen(
        [sys.executable, *PROGRAM],
        cwd=root,
        env={**os.environ, **ALONG, **({} if warm else FINISHED)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,  # Ctrl-C is for us: we end it
        close_fds=False,  # it shares the lock of the build
    )
    try:
        if process.stdin and process.stdout:  # it has both: see above
            yield Renderer(site, warm, process.stdin, process.stdout)
    finally:
        process.kill()  # it holds nothing worth saving
        process.wait()
