"""One run of the generator: load, check, render. It writes nothing but caches."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from stretchbook import addresses, checks, handouts, output, pictures, published
from stretchbook.graphics import fonts
from stretchbook.model import Library
from stretchbook.pictures import logo
from stretchbook.problems import Problem, Severity, has_errors, in_folder, said_of
from stretchbook.reading import front_matter, own_pages
from stretchbook.reading.load import Progress, load, locate
from stretchbook.reading.unread import unread_files
from stretchbook.render import render_all
from stretchbook.rendering import browser_libraries, installable
from stretchbook.reserved import reserved_ids
from stretchbook.translating import EXAMPLE, translation
from stretchbook.views.handout_view import HandoutView, view_handouts
from stretchbook.views.promise_view import Promise, view_promises
from stretchbook.words import InLanguage, english, our_words

HANDOUTS = ".cache/handouts"  # by what they are made of, so that none is set twice
PICTURES = ".cache/pictures"  # photographs as pages show them, the same way


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a run found and what it would write.

    files: empty where the problems stop the build. promises: what its pages must show once built.
    record: the file that keeps every address, once this is published; by its path, as files.
    """

    problems: tuple[Problem, ...]
    stopped: bool
    files: Mapping[str, bytes] = field(default_factory=dict)
    promises: Mapping[str, Promise] = field(default_factory=dict)
    record: Mapping[str, bytes] = field(default_factory=dict)


def prepare(  # noqa: PLR0913 - two things to build from, and choices that are always named
    root: Path,
    today: date,
    *,
    content: str = "content",
    strict: bool = False,
    drafts: bool = False,
    progress: Progress | None = None,
    site_url: str = "",
    paper: bool = True,
) -> Result:
    """Everything up to writing; touches nothing.

    content: the folder of the project that holds the content.
    strict: a warning stops the build too.
    drafts: show them, with a mark; else they are checked and left out.
    site_url: where the site will be, with a slash at the end; empty while nobody knows.
    paper: whether to set handouts, which take seconds a routine when they are new.
    """
    folder = root / content
    sources, problems = _read(root, folder, today, progress, strict=strict)
    if sources is None:
        return _stopped(problems, content)
    translated, found = _translations(root, folder, sources)
    sources, left_out = _shown_pages(sources, translated, content)
    source, pages = _as_its_country_writes(sources, drafts=drafts)
    languages = [source, *translated]
    record, lost, gone = _addresses(folder, languages, sources.handwritten)
    files = {**render_all(languages, sources.handwritten, sorted(gone))}
    problems += [*found, *left_out, *lost, *_misplaced(root, content, files, sources)]
    if has_errors(problems, strict=strict):
        return _stopped(problems, content)
    files |= sources.files_for(source.library, pages)
    for one in languages:
        files |= installable.files_of(root, one.words, one.library, files)
        files |= _on_paper(root, files, source, one, site_url) if paper else {}
    files = {in_folder(path, content): data for path, data in files.items()}
    found, promises = said_of(problems, content), _promises(languages)
    return Result(
        problems=tuple(found), stopped=False, files=files, promises=promises, record=record
    )


def _promises(languages: Iterable[InLanguage]) -> dict[str, Promise]:
    found = (view_promises(one.library, one.words.language.home) for one in languages)
    return {page: promise for pages in found for page, promise in pages.items()}


def _on_paper(
    root: Path, made: Mapping[str, bytes], source: InLanguage, one: InLanguage, site_url: str
) -> dict[str, bytes]:
    """The handouts in one language, and those with the language of the content beside it."""
    views = view_handouts(one.words, one.library, one.states)
    english = _beside(source, one) if one is not source else ()
    return handouts.files_of(views, made, root / HANDOUTS, site_url, english)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sources:
    """What people wrote, as far as it is in order.

    pages: those beside the content. in_docs: Markdown files that people put there, below docs/.
    """

    library: Library
    pictures: Mapping[str, pictures.PictureFiles]
    pages: own_pages.Pages
    in_docs: Sequence[str]
    logo: dict[str, bytes]

    @property
    def handwritten(self) -> list[str]:
        """Every page that people write, as a Markdown file below docs/."""
        return sorted([*self.in_docs, *own_pages.markdown(self.pages)])

    def files_for(self, library: Library, pages: own_pages.Pages) -> dict[str, bytes]:
        """The pages as they are shown, the logo, and pictures and scripts that others made."""
        shown = {name: one for name, one in self.pictures.items() if name in library.exercises}
        others = browser_libraries.files_of() | pictures.files_of(shown)
        return own_pages.files_of(pages) | others | self.logo


def _read(
    root: Path, folder: Path, today: date, progress: Progress | None, *, strict: bool
) -> tuple[_Sources | None, list[Problem]]:
    """Everything that people wrote, None where something in it stops the build."""
    library, problems = load(folder, progress)
    shown, unfit = pictures.read_pictures(folder, root / PICTURES)
    problems += unfit
    if library is None or has_errors(problems, strict=strict):
        return None, problems
    library = pictures.illustrated(library, shown)
    pages = own_pages.read(folder)
    in_docs = [name for name in output.handwritten(root) if name not in pages]
    logo_files, faults = logo.files_of(folder, library.site.clinic)
    sources = _Sources(
        library=library, pictures=shown, pages=pages, in_docs=in_docs, logo=logo_files
    )
    problems += _check(root, folder, sources, today)
    problems += [*_words_of_pages(root, sources), *unread_files(folder, library.site)]
    problems += [locate(folder, fault, Severity.ERROR, logo.RULE) for fault in faults]
    if has_errors(problems, strict=strict):
        return None, problems
    return sources, problems


def _shown_pages(
    sources: _Sources, languages: Iterable[InLanguage], content: str
) -> tuple[_Sources, list[Problem]]:
    """Without the pages in languages that are not shown: what they lead to is not there."""
    shown = {one.words.language.code for one in languages}
    pages, problems = own_pages.in_languages(content, sources.pages, shown)
    return replace(sources, pages=pages), problems


def _as_its_country_writes(
    sources: _Sources, *, drafts: bool
) -> tuple[InLanguage, own_pages.Pages]:
    """What is shown of the content, our words and people's pages, all in one English."""
    library, pages = sources.library, sources.pages
    library = library.with_drafts_marked(_draft) if drafts else library.published()
    country = library.emergency[library.site.emergency].english
    own = {name: english.written_page(pages[name], country) for name in own_pages.markdown(pages)}
    written = english.written_library(library, country)
    words = english.words_in(our_words(), country)
    return InLanguage(words=words, library=written), {**pages, **own}


def _translations(
    root: Path, folder: Path, sources: _Sources
) -> tuple[list[InLanguage], list[Problem]]:
    """The other languages, and what is wrong with them. Drafts are in none."""
    if not translation.folders(folder):
        return [], []
    library, words = sources.library.published(), our_words()
    return translation.read_translations(folder, root / EXAMPLE, library, words)


def _beside(source: InLanguage, one: InLanguage) -> Sequence[HandoutView]:
    """The handouts in English that have just what a translation has."""
    shown = source.library.only(one.library.exercises, one.library.routines, ())
    return view_handouts(source.words, shown, one.english_states)


def _draft(name: str) -> str:
    return our_words().fill("draft", name=name)


def _stopped(problems: Iterable[Problem], content: str) -> Result:
    return Result(problems=tuple(said_of(problems, content)), stopped=True)


def _check(root: Path, folder: Path, sources: _Sources, today: date) -> list[Problem]:
    reserved = reserved_ids.ids(root, sources.handwritten)
    found = checks.run(sources.library, today, reserved, fonts.shapeless)
    return [locate(folder, finding, severity, rule) for finding, severity, rule in found]


def _words_of_pages(root: Path, sources: _Sources) -> Iterator[Problem]:
    """What pages that people write must not say."""
    pages = sources.pages
    texts = {f"docs/{name}": (root / "docs" / name).read_bytes() for name in sources.in_docs}
    texts |= {f"content/pages/{name}": pages[name] for name in own_pages.markdown(pages)}
    for path, data in texts.items():
        yield from checks.handwritten.check(sources.library, path, data.decode("utf-8", "replace"))


def _addresses(
    folder: Path, languages: Sequence[InLanguage], handwritten: Sequence[str]
) -> tuple[dict[str, bytes], list[Problem], set[str]]:
    """The record of all addresses as it is once this is published, and what is wrong with them.

    Last the pages that a language has no more: they stay, and say so.
    """
    library = languages[0].library
    now, had = published.current(library, handwritten), set[str]()
    for one in languages[1:]:
        now |= published.current(one.library, [], one.words.language.home)
        had |= published.current(one.before or one.library, [], one.words.language.home)
    record = folder / published.RECORD
    before = published.read(record.read_text("utf-8", "replace")) if record.exists() else set()
    homes = [f"/{path.name}/" for path in translation.folders(folder)]
    gone = published.untranslated(now, before | had, homes)
    kept = now | {address for address in before if addresses.page_of(address) in gone}
    problems = [*published.lost(library, kept, before), *published.withheld(gone, folder.name)]
    problems += [
        locate(folder, one, Severity.ERROR, "redirects") for one in published.misled(library, now)
    ]
    return {f"{folder.name}/{published.RECORD}": published.write(before | now)}, problems, gone


def _misplaced(
    root: Path, content: str, made: Mapping[str, bytes], sources: _Sources
) -> list[Problem]:
    """What is wrong with pages that people write, or stands where another page is made."""
    return [
        *front_matter.problems(root, sources.in_docs),
        *own_pages.problems(content, sources.pages, made),
        *output.collisions(root, [*made, *own_pages.files_of(sources.pages)]),
    ]
