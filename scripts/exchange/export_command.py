"""`make export`: the whole library as files that others read, in the folder export/."""

import argparse
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from exchange import export_tables, fhir, harmless, pack
from exchange.sources import own_library
from stretchbook import whole_files
from stretchbook.commands import ROOT
from stretchbook.commands.settings import content_of, site_url
from stretchbook.model import Library
from stretchbook.problems import count

FOLDER = "export"


def take_away(arguments: Sequence[str]) -> int:
    """Write the library into export/: CSV, XLSX, one JSON, and FHIR for health records."""
    parser = argparse.ArgumentParser(prog="build.py export", description=take_away.__doc__)
    parser.add_argument("--drafts", action="store_true", help="drafts too")
    options = parser.parse_args(arguments)
    return run(ROOT / content_of(ROOT), ROOT / FOLDER, drafts=options.drafts)


def run(content: Path, folder: Path, *, drafts: bool = False) -> int:
    """Export one library."""
    library = own_library(content)
    library = library if drafts else library.published()
    shutil.rmtree(folder / "fhir", ignore_errors=True)  # of stretches that are gone
    for name, data in files_of(library, site_url()):
        whole_files.write(folder / name, data)
    kinds = "exercises.csv, exercises.xlsx, stretchbook.json, fhir/"
    print(f"{count(len(library.exercises), 'exercise')} in {folder.name}/: {kinds}.")
    return 0


def files_of(library: Library, address: str) -> Iterator[tuple[str, bytes]]:
    """Every file of an export, the same each time; `address` is that of the site, or empty."""
    rows = list(export_tables.rows(library))
    yield "exercises.csv", harmless.csv_of(rows)
    yield "exercises.xlsx", harmless.workbook_of("Exercises", rows)
    yield "stretchbook.json", pack.write(library)
    yield "schema.json", pack.schema()
    yield from ((f"fhir/{name}", data) for name, data in fhir.files(library, address))
