"""Pages that an author writes in Markdown: content/pages/ joins the generated pages in docs/."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from babel.core import Locale, UnknownLocaleError

from stretchbook import addresses
from stretchbook.problems import Problem, Severity
from stretchbook.reading import front_matter

FOLDER = "pages"
Pages = Mapping[str, bytes]  # by path below the folder, pictures and downloads too


def read(content: Path) -> Pages:
    """Everything in the folder; nothing where there is none."""
    folder = content / FOLDER
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name[0] != ".")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def markdown(pages: Pages) -> list[str]:
    """Those of them that become pages of the site."""
    return [name for name in pages if name.endswith(".md")]


def in_languages(content: str, pages: Pages, shown: Collection[str]) -> tuple[Pages, list[Problem]]:
    """Those of the content and of the languages that are shown, and which others there are.

    `es/about.md` is in the language es. content: the name of its folder.
    """
    folders = {name.partition("/")[0] for name in markdown(pages) if "/" in name} - {*shown}
    unshown = sorted(filter(_is_language, folders))
    left = {name: data for name, data in pages.items() if name.partition("/")[0] not in unshown}
    return left, [
        Problem(
            path=f"{content}/{FOLDER}/{folder}",
            message="is left out, for the site is not shown in this language",
            hint=f"see {content}/translations/; if it is no language, rename the folder",
            severity=Severity.WARNING,
        )
        for folder in unshown
    ]


def _is_language(folder: str) -> bool:
    try:
        return bool(Locale.parse(folder, sep="-")) and folder.islower()
    except (UnknownLocaleError, ValueError):
        return False


def files_of(pages: Pages) -> dict[str, bytes]:
    """Where they stand when MkDocs renders them, relative to the project."""
    return {f"docs/{name}": data for name, data in pages.items()}


def said_where_written(log: str, content: Path) -> str:
    """What is said of files in docs/, said of those that an author knows."""
    for name in read(content):
        log = log.replace(f"docs/{name}:", f"{content.name}/{FOLDER}/{name}:")
    return log


def problems(content: str, pages: Pages, made: Iterable[str]) -> list[Problem]:
    """What cannot be read, or has the place of a file that is made; `content` names the folder."""
    places = {addresses.place_of_file(path) for path in made}
    found: list[Problem] = []
    for name, data in pages.items():
        path = f"{content}/{FOLDER}/{name}"
        if name.endswith(".md"):
            found += front_matter.check(data, path)
        if addresses.place_of_file(f"docs/{name}") in places:
            message = f"would take the place of docs/{name}, which is made for the site"
            found.append(Problem(path=path, message=message, hint="rename this file"))
    return found
