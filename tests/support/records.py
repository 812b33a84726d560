"""Records as others publish them, written down as ours: beside a library, and on a site."""

import shutil
from functools import cache
from pathlib import Path

from stretchbook.model import Library
from stretchbook.problems import report
from stretchbook.reading.load import load
from tests.support.project import ROOT, copy_project, run

RECORDS = ROOT / "tests/records"


def put_into(content: Path) -> None:
    """The records beside what is there."""
    shutil.copytree(RECORDS, content, dirs_exist_ok=True)


@cache
def library_with_records(folder: Path) -> Library:
    """The sample library with the records; `folder` is where it is put together."""
    content = folder / "content"
    shutil.copytree(ROOT / "tests/library", content)
    put_into(content)
    library, problems = load(content)
    assert library is not None, report(problems)
    return library


def build_with_records(folder: Path) -> Path:
    """The site of a copy of the project that has the records too."""
    project = copy_project(folder / "records")
    put_into(project / "content")
    done = run(project, "scripts/build.py", "--site")
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"
