"""`make translations`: what there is to translate, as catalogues, and how much of it is done."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from babel.core import Locale, UnknownLocaleError
from babel.messages import Catalog

from stretchbook import pictures
from stretchbook.commands import ROOT
from stretchbook.commands.settings import content_of
from stretchbook.model import Library
from stretchbook.prepare import PICTURES
from stretchbook.problems import Problem, RefusedError, report
from stretchbook.reading.load import load
from stretchbook.translating import EXAMPLE, FOLDER, po_files
from stretchbook.translating.source_texts import (
    CATALOGUES,
    SourceText,
    notes_of_words,
    source_texts,
)
from stretchbook.translating.translation import REVIEW, folders, read_translations
from stretchbook.whole_files import write
from stretchbook.words import FOLDER as WORDS
from stretchbook.words import our_words

STARTER = """\
# How this translation was made, and who has checked it. Once a clinician who speaks both languages
# has read a routine, write it down below: `make translations` prints what was read.
name: {name}
english_name: {english_name}
direction: {direction}
translated_by: # who translates, or how: pages say it
# checks:
#   sciatica:
#     checked_by: Name, profession
#     checked_on: 2026-12-01
#     texts: "0123456789ab"
"""


def update(arguments: Sequence[str]) -> int:
    """Bring the catalogues of every language up to date, and begin those of new ones."""
    parser = argparse.ArgumentParser(prog="build.py translations", description=update.__doc__)
    parser.add_argument("begin", nargs="*", help="languages to begin, such as pl or pt-br")
    begin = parser.parse_args(arguments).begin
    content = ROOT / content_of(ROOT)
    library = _library(content)
    texts = source_texts(library, our_words(), notes_of_words(WORDS))
    languages = sorted({*begin, *(folder.name for folder in folders(content))})
    files = {path: data for code in languages for path, data in _files(content, code, texts)}
    for path, data in files.items():
        if not path.exists() or path.read_bytes() != data:
            write(path, data)
    if not languages:
        print("No language has begun. Begin one: make translations LANGUAGE=es")
    return _say_how_far(content, library)


def _library(content: Path) -> Library:
    library, problems = load(content)
    if library is None:
        raise RefusedError(*problems)
    shown, _ = pictures.read_pictures(content, ROOT / PICTURES)
    return pictures.illustrated(library, shown).published()


def _files(content: Path, code: str, texts: Sequence[SourceText]) -> Iterator[tuple[Path, bytes]]:
    """What stands in the folder of one language; where nothing does, it begins with what is ours.

    Our own words are translated once for every site that is made of this program.
    """
    locale = _locale(code)
    folder, ours = content / FOLDER / code, ROOT / EXAMPLE / FOLDER / code
    if not (folder / REVIEW).exists():
        yield folder / REVIEW, _starter(locale).encode()
    for name in CATALOGUES:
        path, begun = folder / f"{name}.po", ours / f"{name}.po"
        if name == "site" and not path.exists() and begun.exists():
            continue
        old, problems = po_files.read(path if path.exists() else begun, code, _shown(path))
        if problems:
            raise RefusedError(*problems)
        new = po_files.updated(old, [text for text in texts if text.catalogue == name])
        if not path.exists():
            new.obsolete.clear()  # texts of ours that this site does not have
        print(f"{code}: {name} {_count(new)}")
        yield path, po_files.write(new)


def _shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _starter(locale: Locale) -> str:
    name = locale.get_display_name() or locale.language
    return STARTER.format(
        name=name[0].upper() + name[1:],
        english_name=locale.get_display_name("en"),
        direction=locale.text_direction,
    )


def _count(catalog: Catalog) -> str:
    done, again, total = po_files.progress(catalog)
    return f"{done} of {total}" + (f", {again} to look at again" if again else "")


def _say_how_far(content: Path, library: Library) -> int:
    """What a checker writes down, and what is wrong; the exit code."""
    found, problems = read_translations(content, ROOT / EXAMPLE, library, our_words())
    for one in found:
        for routine, texts_read in sorted(one.hashes.items()):
            check = one.words.language.checks.get(routine)
            state = "not checked" if check is None else f"checked on {check.checked_on}"
            state += ", changed since" if check and check.texts != texts_read else ""
            print(f'{one.words.language.code}: {routine}, texts "{texts_read}": {state}')
    if problems:
        print(report(problems))
    return 0


def _locale(code: str) -> Locale:
    try:
        return Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        message = f'is no language that is known, found "{code}"'
        hint = "write its code in small letters, such as es, ar or pt-br"
        raise RefusedError(Problem(path="LANGUAGE", message=message, hint=hint)) from None
