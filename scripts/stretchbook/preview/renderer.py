"""MkDocs for the preview: warm, so that a page is there a moment after it was saved."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

WORKER = Path(__file__).with_name("mkdocs_worker.py")


@dataclass(frozen=True, slots=True)
class Renderer:
    """Renders docs/ into a folder."""

    site: Path
    orders: IO[str]
    answers: IO[str]

    def render(self, *, whole: bool) -> list[str]:
        """Bring the folder up to date, or make all of it anew; what MkDocs warns of."""
        print(json.dumps({"site": str(self.site), "whole": whole}), file=self.orders, flush=True)
        answer = self.answers.readline()
        if not answer:
            raise RuntimeError("MkDocs has ended; what it said last stands above")
        said: list[str] = json.loads(answer)
        return said


@contextmanager
def rendering(root: Path, site: Path) -> Iterator[Renderer]:
    """A warm MkDocs for the project `root`, which renders into `site`."""
    process = subprocess.Popen(
        [sys.executable, str(WORKER)],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,  # Ctrl-C is for us: we end it
    )
    try:
        if process.stdin and process.stdout:  # it has both: see above
            yield Renderer(site, process.stdin, process.stdout)
    finally:
        process.kill()  # it holds nothing worth saving
        process.wait()
