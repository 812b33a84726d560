"""Reads content/translations/: which languages there are, and what of the content is in each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel.messages import Catalog, Message

from stretchbook.model import Language, Library
from stretchbook.model.wording import SEARCHED, Keys
from stretchbook.problems import Problem, Severity, count, shortened
from stretchbook.reading.load import make
from stretchbook.reading.yaml_source import read as read_yaml
from stretchbook.translating import FOLDER, po_files
from stretchbook.translating.fidelity import faults
from stretchbook.translating.plural_forms import by_name
from stretchbook.translating.source_texts import CATALOGUES, WORDS, SourceText, context_of
from stretchbook.translating.states import checked, hashes, state
from stretchbook.words import Sentence, Words

REVIEW = "review.yml"
NAMED = 3  # of what is missing: the catalogues say the rest
Found = Mapping[tuple[str, str], Sentence]
"""Every text that is translated and still holds, by context and English."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """What of the site is there in one language.

    library: only those stretches, routines and plans of which nothing is missing.
    hashes: by routine, of what is shown. states: how far that has been checked, in a sentence; by
    "" for what is in no routine.
    english_states: the same for those who read the English beside it.
    """

    language: Language
    library: Library
    words: Words
    hashes: Mapping[str, str]
    states: Mapping[str, str]
    english_states: Mapping[str, str]


def read_translations(
    content: Path, ours: Path, library: Library, words: Words, texts: Sequence[SourceText]
) -> tuple[list[Translation], list[Problem]]:
    """Every language that is ready to be shown, and what is wrong or missing in all of them.

    content: where the translations of this site are. ours: the content that comes with the
    program, whose translations of the program's own words hold for every site.
    """
    found: list[Translation] = []
    problems: list[Problem] = []
    for folder in folders(content):
        language, of_language = _language(content, folder)
        problems += of_language
        if language:
            read = _Catalogues(content, ours, language)
            problems += read.problems(texts)
            translation, missing = _translated(library, words, language, read.found(texts))
            problems += _unready(content, folder, missing)
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
    library: Library, words: Words, language: Language, found: Found
) -> tuple[Translation | None, list[str]]:
    """The site in this language, and what must be there before anything of it is shown."""
    absent: set[str] = set()

    def change(path: str, keys: Keys, text: str) -> str:
        said = found.get((context_of(path, keys), text))
        if said is None and text and not SEARCHED & {*keys}:
            absent.add(path)
        return said if isinstance(said, str) else text

    whole = library.with_texts(change)
    sentences = {
        key: found.get((f"{WORDS} / {key}", one if isinstance(one, str) else one["one"]))
        for key, one in words.sentences.items()
    }
    site = library.site
    lists = {one.urgent_signs for one in library.routines.values()} | {site.urgent_signs}
    needed = ["site", "vocabulary", f"emergency/{site.emergency}"]
    missing = [path for path in (*needed, *(f"urgent-signs/{x}" for x in lists)) if path in absent]
    missing += [f"{WORDS} / {key}" for key, said in sentences.items() if said is None]
    complete = _complete(whole, absent)
    if missing or not complete.routines:
        return None, missing or ["a whole routine"]
    said = Words({key: said for key, said in sentences.items() if said}, language)
    read = hashes(complete, found)
    states = {name: state(said, language, name, now) for name, now in (read | {"": ""}).items()}
    return Translation(
        language=language,
        library=complete,
        words=said,
        hashes=read,
        states=states,
        english_states={name: checked(words, language, name, now) for name, now in read.items()},
    ), []


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


def _unready(content: Path, folder: Path, missing: Sequence[str]) -> Iterator[Problem]:
    """Why a language is not shown."""
    if missing:
        first = ", ".join(missing[:NAMED]) + (", and more" if len(missing) > NAMED else "")
        yield Problem(
            path=_shown(content, folder),
            message=f"is not shown: {count(len(missing), 'part')} every page needs is not"
            f" translated: {first}",
            hint="run `make translations`, and fill in what is empty in the catalogues",
            severity=Severity.WARNING,
            rule="translations",
        )


class _Catalogues:
    """The catalogues of one language, as files."""

    def __init__(self, content: Path, ours: Path, language: Language) -> None:
        self.code = language.code
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

    def found(self, texts: Iterable[SourceText]) -> Found:
        """Every text that is translated and not marked to be looked at again."""
        said = ((text, self._message(text)) for text in texts)
        return {text.key: self._sentence(text, one) for text, one in said if one}

    def problems(self, texts: Iterable[SourceText]) -> list[Problem]:
        """What cannot be read, and what a machine finds wrong."""
        found = [*self.faults]
        for text in texts:
            if message := self._message(text):
                found += self._wrong(text, message)
        return found

    def _message(self, text: SourceText) -> Message | None:
        message = self.read[text.catalogue][1].get(po_files.id_of(text), text.context)
        return message if message and po_files.has_words(message) and not message.fuzzy else None

    def _sentence(self, text: SourceText, message: Message) -> Sentence:
        if not text.plural:
            return str(message.string)
        expression = self.read[text.catalogue][1].plural_expr
        return by_name(self.code, expression, [*(message.string or ())])

    def _wrong(self, text: SourceText, message: Message) -> Iterator[Problem]:
        said = self._sentence(text, message)
        forms = {"": said} if isinstance(said, str) else said
        for name, form in forms.items():
            for fault in faults(self.code, text, form, name):
                yield Problem(
                    path=self.read[text.catalogue][0],
                    line=message.lineno or 0,
                    field=text.context,
                    message=fault,
                    hint=f'mend it in this file; the English is "{shortened(text.text)}"',
                    rule="translations",
                )
