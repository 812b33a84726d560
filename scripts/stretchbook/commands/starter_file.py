"""Writes a commented starter file, so that an author fills in and never starts from nothing.

The starter is valid as it is: it shows in the preview at once, and every line says what to do.
"""

import argparse
import re
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from stretchbook import addresses
from stretchbook.commands import ROOT
from stretchbook.commands.settings import content_of
from stretchbook.model import Library
from stretchbook.model.fields import ID_PATTERN
from stretchbook.problems import report
from stretchbook.reading.load import load

STARTERS = Path(__file__).with_name("starters")
FOLDERS: Mapping[str, str] = {"stretch": "exercises", "routine": "routines"}
REVIEW_AFTER = timedelta(days=365)


def start(arguments: Sequence[str]) -> int:
    """Write one starter file."""
    parser = argparse.ArgumentParser(prog="build.py new", description=start.__doc__)
    parser.add_argument("kind", choices=sorted(FOLDERS))
    parser.add_argument("id", help="small letters, digits and single hyphens; never changes")
    options = parser.parse_args(arguments)
    content = ROOT / content_of(ROOT)
    library, problems = load(content)
    if library is None:
        print(report(problems), "Mend these first.", sep="\n", file=sys.stderr)
        return 1
    path = content / FOLDERS[options.kind] / f"{options.id}.yml"
    if refusal := refuse(options.kind, options.id, path):
        print(refusal, file=sys.stderr)
        return 1
    path.write_text(
        fill(options.kind, options.id, library, datetime.now(UTC).date()), encoding="utf-8"
    )
    print(f"Wrote {path.relative_to(ROOT).as_posix()}. Fill it in; `make serve` shows it.")
    return 0


def fill(kind: str, item_id: str, library: Library, today: date) -> str:
    """The text of a starter; `kind` is stretch or routine."""
    name = item_id.replace("-", " ").capitalize()
    places = [routine.place_in_menu for routine in library.routines.values()]
    return (
        (STARTERS / f"{kind}.yml")
        .read_text("utf-8")
        .format(
            name=name,
            lower_name=name.lower(),
            area=next(iter(library.vocabulary.areas)),
            exercise=next(iter(library.exercises)),
            urgent_signs=library.site.urgent_signs,
            place=max(places, default=0) + 1,
            today=today.isoformat(),
            next_review=(today + REVIEW_AFTER).isoformat(),
        )
    )


def around_steps(text: str) -> tuple[str, str]:
    """The parts of a routine's starter before and after its list of steps."""
    before, _, rest = text.partition("    steps:\n")
    lines = rest.splitlines(keepends=True)
    count = next(number for number, line in enumerate(lines) if not line.startswith("      "))
    return before, "".join(lines[count:])


def refuse(kind: str, item_id: str, path: Path) -> str:
    """Why there cannot be such a file; empty where there can."""
    if not re.fullmatch(ID_PATTERN, item_id):
        return f'"{item_id}" is not an id: use small letters, digits and single hyphens.'
    of_kind = addresses.of_routine if kind == "routine" else addresses.of_stretch
    address = of_kind(item_id)
    if (ROOT / "docs" / f"{address.strip('/')}.md").exists() or addresses.is_reserved(address):
        return f"{address} is an address the site needs itself: choose another id."
    if path.exists():
        return f"{path.relative_to(ROOT).as_posix()} is there already."
    return ""
