"""What lies in the folder of the content and is read by nobody: each is named."""

import difflib
from collections.abc import Collection, Iterator
from pathlib import Path

from stretchbook.model import Site
from stretchbook.problems import Problem, Severity
from stretchbook.reading.file_names import ENDINGS, found_file

ABOUT_THE_FOLDER = ("readme", "license", "licence", "copying", "notice", "addresses.txt")
LARGE_PICTURES = (".heic", ".jpg", ".jpeg", ".png", ".svg", ".webp")


def unread_data(content: Path, known: Collection[str]) -> Iterator[Problem]:
    """An error for folders and YAML files of another name: a slip would lose what is in them."""
    read = {*known, *(found_file(content / name).name for name in known)}
    for path in _visible(content):
        if path.name not in read and (path.suffix in ENDINGS or _holds_files(path)):
            near = difflib.get_close_matches(path.name, known, n=1)
            meant = f"did you mean {near[0]}? " if near else ""
            hint = f"{meant}Allowed are {', '.join(sorted(known))}"
            message = "is not read: no such name is known"
            yield Problem(path=f"{content.name}/{path.name}", message=message, hint=hint)


def unread_files(content: Path, site: Site) -> Iterator[Problem]:
    """A warning for other files: they are on no page of the site."""
    logo = site.clinic.logo if site.clinic else None
    for path in _visible(content):
        about = path.name.lower().startswith(ABOUT_THE_FOLDER)
        if path.is_file() and path.suffix not in ENDINGS and not about and path.name != logo:
            hint = "move it out of this folder"
            if path.suffix.lower() in LARGE_PICTURES:
                hint = "a picture of a stretch belongs in pictures/; a logo is named in site.yml"
            if path.suffix == ".md":
                hint = "a page of your own belongs in pages/"
            yield Problem(
                path=f"{content.name}/{path.name}",
                message="is not read, and stands on no page",
                hint=hint,
                severity=Severity.WARNING,
                rule="unread-files",
            )


def _visible(folder: Path) -> list[Path]:
    paths = folder.iterdir() if folder.is_dir() else ()
    return sorted(path for path in paths if path.name[0] != ".")


def _holds_files(path: Path) -> bool:
    return path.is_dir() and bool(_visible(path))
