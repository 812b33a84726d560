"""Pages that an author writes in Markdown: content/pages/ joins the generated pages in docs/."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from stretchbook import addresses
from stretchbook.problems import Problem
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
