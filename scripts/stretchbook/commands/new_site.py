"""Writes the first content of a clinic's own site, into a folder that our updates never touch."""

import argparse
import json
import shutil
from collections.abc import Sequence
from datetime import UTC, date, datetime
from string import Template

from pydantic import TypeAdapter, ValidationError

from stretchbook import published, whole_files
from stretchbook.commands import ROOT
from stretchbook.commands.settings import FILE
from stretchbook.commands.starter_file import REVIEW_AFTER, STARTERS
from stretchbook.model.fields import Name
from stretchbook.problems import Problem, RefusedError
from stretchbook.translating import EXAMPLE

FOLDER = "clinic"
COPIED = ("emergency", "urgent-signs")  # as our words: the same until a clinic changes them
SETTINGS = """\
# The folder with the content of your site. All outside it is the program, and an example.
content: clinic
"""


def start(arguments: Sequence[str]) -> int:
    """Write a first stretch, a first routine, and the texts around them."""
    parser = argparse.ArgumentParser(prog="build.py start", description=start.__doc__)
    parser.add_argument("name", help="of the clinic, such as 'Example Back Clinic'")
    name = _checked(parser.parse_args(arguments).name)
    for taken in (FOLDER, FILE):
        if (ROOT / taken).exists():
            raise RefusedError(_problem(taken, "is there already", "change what it holds"))
    for path, data in files_of(name, datetime.now(UTC).date()).items():
        whole_files.write(ROOT / FOLDER / path, data)
    for folder in COPIED:
        shutil.copytree(ROOT / EXAMPLE / folder, ROOT / FOLDER / folder)
    shutil.copy(ROOT / EXAMPLE / "vocabulary.yml", ROOT / FOLDER)
    whole_files.write(ROOT / FILE, SETTINGS.encode())
    print(f"Your site is in the folder {FOLDER}/. `make serve` shows it while you change it.")
    return 0


def files_of(name: str, today: date) -> dict[str, bytes]:
    """What is written, by path below the folder; `name` is the clinic's."""
    said = {
        "name": json.dumps(name, ensure_ascii=False),  # as YAML takes it too, whatever it holds
        "today": today.isoformat(),
        "next_review": (today + REVIEW_AFTER).isoformat(),
    }
    folder = STARTERS / "site"
    texts = {path: path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()}
    record = {published.RECORD: published.write(())}
    return record | {
        path.relative_to(folder).as_posix(): Template(text).safe_substitute(said).encode()
        for path, text in sorted(texts.items())
    }


def _checked(given: str) -> str:
    try:
        name: str = TypeAdapter(Name).validate_python(given)
    except ValidationError as error:
        hint = 'make start NAME="Example Back Clinic", with at most 60 letters'
        message = "is missing" if not given.strip() else error.errors()[0]["msg"].lower()
        raise RefusedError(_problem("NAME", message, hint)) from error
    return name


def _problem(place: str, message: str, hint: str) -> Problem:
    return Problem(path=place, message=message, hint=hint)
