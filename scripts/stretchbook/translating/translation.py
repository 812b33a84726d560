"""Reads content/translations/: which languages there are, and what of the content is in each."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from babel.messages import Catalog, Message

from stretchbook.keeping import same
from stretchbook.model import Figure, Language, Library
from stretchbook.model.library import texts_changed
from stretchbook.model.wording import NEVER_SHOWN, Keys
from stretchbook.problems import Problem, Severity, count, first_of, shortened
from stretchbook.reading.load import make
from stretchbook.reading.yaml_source import read as read_yaml
from stretchbook.translating import FOLDER, po_files
from stretchbook.translating.fidelity import faults
from stretchbook.translating.plural_forms import by_name
from stretchbook.translating.source_texts import (
    CATALOGUES,
    WORDS,
    SourceText,
    context_of,
    source_texts,
)
from stretchbook.translating.states import checked, hashes, state
from stretchbook.words import InLanguage, Sentence, Words, in_english, said_with_stretches

REVIEW = "review.yml"
Key = tuple[str, str]
"""Of a text: its context and its English."""
Found = Mapping[Key, Sentence]
"""Every text that is translated and still holds."""


def read_translations(
    content: Path, ours: Path, library: Library, words: Words
) -> tuple[list[InLanguage], list[Problem]]:
    """Every language that is ready to be shown, and what is wrong or missing in all of them.

    content: where the translations of this site are. ours: the content that comes with the
    program, whose translations of the program's own words hold for every site.
    """
    found: list[InLanguage] = []
    problems: list[Problem] = []
    for folder in folders(content):
        language, of_language = _language(content, folder)
        problems += of_language
        if language:
            read = _Catalogues(content, ours, language, _shown(content, folder))
            texts = source_texts(library, words, files=read.files)
            problems += read.problems(texts)
            translation, of_translation = _translated(library, words, read, texts)
            problems += of_translation
            found += [translation] if translation else []
    return found, problems


def folders(content: Path) -> list[Path]:
    """One for each language."""
    return sorted(path for path in (content / FOLDER).glob("*") if path.is_dir())


def _language(content: Path, folder: Path) -> tuple[Language | None, list[Problem]]:
    shown = _shown(content, folder / REVIEW)
    source, problems = read_yaml(folder / REVIEW, shown)
    if source is None:
        return None, problems
    language, problems = make(Language, source, {"code": folder.name})
    return language, problems


def _shown(content: Path, path: Path) -> str:
    return f"{content.name}/{path.relative_to(content).as_posix()}"


def _translated(
    library: Library, words: Words, read: "_Catalogues", texts: Sequence[SourceText]
) -> tuple[InLanguage | None, list[Problem]]:
    """The site in this language; None where what every page needs is missing."""
    found, changed = read.found(texts), read.changed(texts)
    lacking: list[tuple[str, Key]] = []
    untouched: set[str] = set()  # files that no catalogue speaks of

    def change(path: str, keys: Keys, text: str) -> str:
        key = context_of(path, keys), text
        said = found.get(key)
        if said is None and text and not NEVER_SHOWN & {*keys}:
            lacking.append((path, key))
        return said if isinstance(said, str) else text

    def translated(path: str, part: Any) -> Any:  # noqa: ANN401 - any part of the model
        if path in read.files or isinstance(part, Figure):
            return same(texts_changed(path, part, change))
        untouched.add(path)
        return part

    whole = library.with_parts(translated)
    absent = untouched | {path for path, _ in lacking}
    never = untouched | {path for path, key in lacking if key not in changed}
    said, untold = _words(words, read.language, found)
    missing = [path for path in _needed(library) if path in absent]
    missing += [f"{WORDS} / {key}" for key in untold if key in said_with_stretches()]
    complete = _complete(whole, absent)
    if missing or not complete.routines:
        return None, [_unready(read.shown, missing or ["a whole routine"])]
    now = hashes(complete, found)
    return InLanguage(
        library=complete,
        before=_complete(whole, never),
        words=said,
        hashes=now,
        states={name: state(said, name, of) for name, of in (now | {"": ""}).items()},
        english_states={name: checked(words, read.language, name, of) for name, of in now.items()},
    ), [
        *_in_part(read.shown, untold, never & {context.partition(" / ")[0] for context, _ in found})
    ]


def _words(words: Words, language: Language, found: Found) -> tuple[Words, list[str]]:
    """Our words in a language, and the keys of those that are in English until they are there."""
    said = {
        key: found.get((f"{WORDS} / {key}", one if isinstance(one, str) else one["one"]))
        for key, one in words.sentences.items()
    }
    whole = {key: one or _apart(words.sentences[key]) for key, one in said.items()}
    return Words(whole, language), [key for key, one in said.items() if one is None]


def _apart(english: Sentence) -> Sentence:
    if isinstance(english, str):
        return in_english(english)
    return {name: in_english(form) for name, form in english.items()}


def _needed(library: Library) -> list[str]:
    """The files of which no page can do without a text."""
    site = library.site
    lists = {one.urgent_signs for one in library.routines.values()} | {site.urgent_signs}
    needed = ["site", "vocabulary", f"emergency/{site.emergency}"]
    return [*needed, *(f"urgent-signs/{name}" for name in sorted(lists))]


def _complete(library: Library, absent: set[str]) -> Library:
    """What is whole: two languages never stand in one stretch."""
    exercises = {
        name
        for name in library.exercises
        if absent.isdisjoint((f"exercises/{name}", f"pictures/{name}"))
    }
    routines = {
        name
        for name, routine in library.routines.items()
        if f"routines/{name}" not in absent
        and exercises.issuperset(step.exercise for part in routine.sections for step in part.steps)
    }
    plans = {
        name
        for name, plan in library.plans.items()
        if f"plans/{name}" not in absent
        and exercises.issuperset(step.exercise for step in plan.steps)
    }
    return library.only(exercises, routines, plans)


def _unready(shown: str, missing: Sequence[str]) -> Problem:
    """Why a language is not shown."""
    parts = count(len(missing), "part")
    return _warning(
        shown, f"is not shown: {parts} every page needs is not translated: {first_of(missing)}"
    )


def _in_part(shown: str, keys: Sequence[str], begun: Collection[str]) -> Iterator[Problem]:
    """Words of ours that a language has in English, and what it does not show for a gap."""
    if keys:
        named = first_of([f"{WORDS} / {key}" for key in keys])
        yield _warning(shown, f"has {count(len(keys), 'text')} of the program in English: {named}")
    if begun:
        files = f"{count(len(begun), 'file')}, translated only in part: {first_of(sorted(begun))}"
        yield _warning(shown, f"does not show {files}")


def _warning(shown: str, message: str) -> Problem:
    hint = "run `make translations`, and fill in what is empty in the catalogues"
    return Problem(
        path=shown, message=message, hint=hint, severity=Severity.WARNING, rule="translations"
    )


class _Catalogues:
    """The catalogues of one language, as files; `files` are those of the content they speak of."""

    def __init__(self, content: Path, ours: Path, language: Language, shown: str) -> None:
        self.language, self.shown = language, shown
        self.faults: list[Problem] = []
        self.read: dict[str, tuple[str, Catalog]] = {}
        for name in CATALOGUES:
            path = content / FOLDER / language.code / f"{name}.po"
            if not path.exists() and name == "site":
                path = ours / FOLDER / language.code / f"{name}.po"
            shown = _shown(path.parents[2], path)
            catalog, problems = po_files.read(path, language.code, shown)
            self.read[name] = shown, catalog
            self.faults += problems
        catalogs = [catalog for _, catalog in self.read.values()]
        said = [one for catalog in catalogs for one in (*catalog, *catalog.obsolete.values())]
        self.files = {(one.context or "").partition(" / ")[0] for one in said}

    def found(self, texts: Iterable[SourceText]) -> Found:
        """Every text that is translated and not marked to be looked at again."""
        said = ((text, self._message(text)) for text in texts)
        return {text.key: self._sentence(text, one) for text, one in said if one}

    def changed(self, texts: Sequence[SourceText]) -> set[Key]:
        """Those whose translation holds no more, since their English is another now."""
        catalogs = (catalog for _, catalog in self.read.values())
        stale = {one.context for catalog in catalogs for one in po_files.outlived(catalog, texts)}
        return {
            text.key for text in texts if text.context in stale or self._marked(text)
        } - self.found(texts).keys()

    def problems(self, texts: Iterable[SourceText]) -> list[Problem]:
        """What cannot be read, and what a machine finds wrong."""
        found = [*self.faults]
        for text in texts:
            if message := self._message(text):
                found += self._wrong(text, message)
        return found

    def _message(self, text: SourceText) -> Message | None:
        message = self._entry(text)
        return message if message and po_files.has_words(message) and not message.fuzzy else None

    def _marked(self, text: SourceText) -> bool:
        message = self._entry(text)
        return bool(message and message.fuzzy)

    def _entry(self, text: SourceText) -> Message | None:
        return self.read[text.catalogue][1].get(po_files.id_of(text), text.context)

    def _sentence(self, text: SourceText, message: Message) -> Sentence:
        if not text.plural:
            return str(message.string)
        expression = self.read[text.catalogue][1].plural_expr
        return by_name(self.language.code, expression, [*(message.string or ())])

    def _wrong(self, text: SourceText, message: Message) -> Iterator[Problem]:
        said = self._sentence(text, message)
        forms = {"": said} if isinstance(said, str) else said
        for name, form in forms.items():
            for fault in faults(self.language.code, text, form, name):
                yield Problem(
                    path=self.read[text.catalogue][0],
                    line=message.lineno or 0,
                    field=text.context,
                    message=fault,
                    hint=f'mend it in this file; the English is "{shortened(text.text)}"',
                    rule="translations",
                )
