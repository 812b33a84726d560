"""`make translations`: what there is to translate, as catalogues, and how much of it is done."""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from babel.core import Locale, UnknownLocaleError
from babel.messages import Catalog

from stretchbook import pictures
from stretchbook.commands import ROOT
from stretchbook.commands.settings import content_of
from stretchbook.model import Library
from stretchbook.prepare import PICTURES
from stretchbook.problems import Problem, RefusedError
from stretchbook.reading.load import load
from stretchbook.translating import FOLDER, po_files
from stretchbook.translating.source_texts import (
    CATALOGUES,
    SourceText,
    notes_of_words,
    source_texts,
)
from stretchbook.whole_files import write
from stretchbook.words import FOLDER as WORDS_FOLDER
from stretchbook.words import our_words


def update(arguments: Sequence[str]) -> int:
    """Bring the catalogues of every language up to date, and begin those of new ones."""
    parser = argparse.ArgumentParser(prog="build.py translations", description=update.__doc__)
    parser.add_argument("begin", nargs="*", help="languages to begin, such as pl or pt-BR")
    begin = parser.parse_args(arguments).begin
    folder = ROOT / content_of(ROOT)
    texts = source_texts(_library(folder), our_words(), notes_of_words(WORDS_FOLDER))
    existing = {path.name for path in (folder / FOLDER).glob("*") if path.is_dir()}
    for language in sorted(existing | {*begin}):
        _update(folder / FOLDER / language, language, texts)
    if not existing | {*begin}:
        print("No language has begun. Begin one: make translations LANGUAGE=es")
    return 0


def _library(folder: Path) -> Library:
    library, problems = load(folder)
    if library is None:
        raise RefusedError(*problems)
    shown, _ = pictures.read_pictures(folder, ROOT / PICTURES)
    figures = {name: one.figure for name, one in shown.items()}
    return replace(library, figures=figures).published()


def _update(folder: Path, language: str, texts: Sequence[SourceText]) -> None:
    """All catalogues of one language; nothing is written where one of them cannot be read."""
    _refuse_unknown(language)
    counts, files, problems = [], dict[Path, bytes](), list[Problem]()
    for name in CATALOGUES:
        path = folder / f"{name}.po"
        old, found = po_files.read(path, language, path.relative_to(ROOT).as_posix())
        problems += found
        new = po_files.updated(old, [text for text in texts if text.catalogue == name])
        files[path] = po_files.write(new)
        counts.append(_count(name, new))
    if problems:
        raise RefusedError(*problems)
    for path, data in files.items():
        if not path.exists() or path.read_bytes() != data:
            write(path, data)
    print(f"{language}: {', '.join(counts)}")


def _count(name: str, catalog: Catalog) -> str:
    done, again, total = po_files.progress(catalog)
    look = f", {again} to look at again" if again else ""
    return f"{name} {done} of {total}{look}"


def _refuse_unknown(language: str) -> None:
    try:
        Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        message = f'is no language that is known, found "{language}"'
        hint = "write its code, such as es, ar or pt-BR"
        raise RefusedError(Problem(path="LANGUAGE", message=message, hint=hint)) from None
