"""`make import FILE=exercises.xlsx`: takes in stretches from elsewhere."""

import argparse
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from exchange import harmless, importing, making
from exchange.columns import ColumnMap, read_map
from exchange.importing import Imported, Into
from exchange.records import ORDER, Said, UnreadableError
from exchange.sources import open_file, own_library
from stretchbook import output, whole_files
from stretchbook.commands import ROOT
from stretchbook.commands.progress import counting
from stretchbook.commands.settings import content_of
from stretchbook.graphics import fonts
from stretchbook.model import Library
from stretchbook.problems import Problem, RefusedError, count, shortened
from stretchbook.reserved import reserved_ids

REPORT = "import-report.csv"
NAMED = 20  # cells that are named at the end


def bring(arguments: Sequence[str]) -> int:
    """Import stretches from a spreadsheet, a list of exercises, or another Stretchbook."""
    parser = argparse.ArgumentParser(prog="build.py import", description=bring.__doc__)
    parser.add_argument("file", type=Path, help="a .csv, .xlsx or .json file")
    parser.add_argument("--map", type=Path, help="a YAML file that says what your columns are")
    options = parser.parse_args(arguments)
    return run(options.file, options.map, ROOT / content_of(ROOT))


def run(path: Path, map_path: Path | None, content: Path) -> int:
    """Import one file into the folder of the content."""
    library = own_library(content)
    columns = read_map(map_path) if map_path else ColumnMap()
    try:
        opened = open_file(path, columns, library.site.language)
    except UnreadableError as error:
        raise RefusedError(
            Problem(path=path.name, message=error.message, hint=error.hint)
        ) from None
    done = importing.bring(opened, path.name, _into(content, library))
    whole_files.write(ROOT / REPORT, report_of(done.said))
    print("\n".join(_told(done, len(opened.records))))
    return 0


def _into(content: Path, library: Library) -> Into:
    """The library that takes the stretches, and what its build would refuse."""
    today = datetime.now(UTC).date()
    reserved = reserved_ids.ids(ROOT, output.handwritten(ROOT))
    check = importing.what_a_build_refuses(today, reserved, fonts.shapeless)
    progress = counting("stretches", every=50)
    return Into(folder=content, library=library, today=today, check=check, progress=progress)


def report_of(said: Sequence[Said]) -> bytes:
    """The report as a table: a line for every cell."""
    head = ("where", "stretch", "column", "found", "became", "word", "reason")
    lines = ((s.place, s.stretch, s.column, s.found, s.became, s.word, s.reason) for s in said)
    return harmless.csv_of([head, *lines])


def _told(done: Imported, rows: int) -> list[str]:
    """What a person reads at the end."""
    kinds = {
        "written": len(done.written),
        "renewed": len(done.renewed),
        "unchanged": len(done.unchanged),
        "left alone": len(done.left_alone),
        "spoiled": len(done.spoiled),
    }
    shown = ", ".join(f"{number} {kind}" for kind, number in kinds.items() if number)
    lines = [
        *done.spoiled,
        *done.named,
        *_to_look_at(done),
        f"{count(rows, 'stretch').replace('hs', 'hes')}: {shown or 'none'}.",
    ]
    if done.drafts:
        lines.append(f"{count(len(done.drafts), 'draft')}: each such file says what it misses.")
    words = importing.counts(done.said)
    fields = ", ".join(f"{words[word]} {word}" for word in ORDER)
    return [*lines, f"Fields: {fields}. {REPORT} says why, line by line."]


def _to_look_at(done: Imported) -> Iterator[str]:
    """The first cells of which a reader would miss something."""
    new = {*done.written, *done.renewed}
    lost = [each for each in done.said if making.is_lost(each) and each.stretch in new]
    for each in lost[:NAMED]:
        found = " ".join(shortened(each.found).split())
        yield f"{each.place}: {each.column}: {each.reason}, found `{found}`"
    if len(lost) > NAMED:
        yield f"and {len(lost) - NAMED} more"
