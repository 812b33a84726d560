"""Reads content/pictures/: one record for every picture, whether it was drawn or brought."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from stretchbook.model import Library
from stretchbook.pictures.drawn import (
    MOVING,
    SMALL,
    differences,
    drawings,
    files_of_drawing,
    mark_of,
    read_drawing,
)
from stretchbook.pictures.record import PictureFiles
from stretchbook.pictures.supplied import LETTERED, is_supplied, pictures_about, read_supplied
from stretchbook.problems import Problem
from stretchbook.reading import yaml_source
from stretchbook.reading.file_names import ENDINGS, meant_name
from stretchbook.reading.yaml_source import Source

Read = tuple[PictureFiles | None, list[Problem]]

POSES, PICTURES = "figures", "pictures"  # folders of content/
SITE_FOLDER = "docs/figures"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """Where pictures come from.

    poses: the mark of every pose by id; empty where its file cannot be read.
    words: files that are about pictures which are there already.
    brought: names of the pictures that words are about.
    """

    poses: Mapping[str, str]
    words: Mapping[Path, Source]
    brought: Collection[str]


def read_origins(content: Path) -> tuple[Origins, list[Problem]]:
    """Every YAML file about a picture. Words may stand in either folder, their picture beside."""
    poses: dict[str, str] = {}
    words: dict[Path, Source] = {}
    brought: set[str] = set()
    problems: list[Problem] = []
    for path in [path for name in (POSES, PICTURES) for path in _yaml_files(content / name)]:
        source, found = yaml_source.read(path, f"content/{path.parent.name}/{path.name}")
        problems += found
        supplied = source is not None and is_supplied(source.value)
        if path.parent.name == POSES and not supplied:
            poses[path.stem] = mark_of(source.value) if source else ""
            continue
        names = [file.name for file in path.parent.iterdir()]
        brought |= set(pictures_about(path, source.value if source else {}, names))
        words |= {path: source} if source else {}
    return Origins(poses=poses, words=words, brought=brought), problems


def _yaml_files(folder: Path) -> list[Path]:
    endings = ENDINGS if folder.name == PICTURES else ENDINGS[:1]
    return sorted(path for ending in endings for path in folder.glob(f"*{ending}"))


def illustrated(library: Library, pictures: Mapping[str, PictureFiles]) -> Library:
    """The library with what has been drawn or supplied for it."""
    return replace(library, figures={name: one.figure for name, one in pictures.items()})


def read_pictures(
    content: Path, cache: Path | None = None
) -> tuple[dict[str, PictureFiles], list[Problem]]:
    """Every picture by the id of its stretch, and what is wrong with any of them.

    cache: a folder that keeps what photographs were made into.
    """
    origins, problems = read_origins(content)
    folder = content / PICTURES
    drawn = drawings(folder, origins.brought)
    problems += [*_names(origins), *differences(origins.poses, drawn)]
    problems += [*_unread(content / POSES, origins), *_strays(folder, origins.brought, drawn)]
    pictures: dict[str, PictureFiles] = {}
    brought = (read_supplied(path, source, cache) for path, source in origins.words.items())
    for picture, found in [*_drawn(folder, origins, drawn), *brought]:
        problems += found
        pictures |= {picture.figure.id: picture} if picture else {}
    return dict(sorted(pictures.items())), problems


def _drawn(folder: Path, origins: Origins, drawn: Iterable[str]) -> Iterator[Read]:
    for name in drawn:
        source = f"{POSES}/{name}.yml" if name in origins.poses else f"{PICTURES}/{name}.svg"
        yield read_drawing(folder, name, source)


def files_of(pictures: Mapping[str, PictureFiles]) -> dict[str, bytes]:
    """Path relative to the project, and content, of every picture file of the site."""
    return {
        f"{SITE_FOLDER}/{name}": data
        for picture in pictures.values()
        for name, data in picture.files.items()
    }


def _names(origins: Origins) -> Iterator[Problem]:
    """Names that two pictures would share."""
    first = {name: f"content/{POSES}/{name}.yml" for name in origins.poses}
    for path, source in origins.words.items():
        before = first.setdefault(path.stem, source.path)
        if before != source.path:
            message = f"is a second picture of `{path.stem}`, the first is {before}"
            yield Problem(path=source.path, message=message, hint="remove one of the two")
    for name, shown in first.items():
        if name.endswith((SMALL, MOVING)):
            message = f"file name ends with {SMALL} or {MOVING}, as our own smaller pictures do"
            yield Problem(path=shown, message=message, hint="choose another id for the stretch")


def _unread(folder: Path, origins: Origins) -> Iterator[Problem]:
    """What lies in content/figures/ and is neither a pose nor the picture of words beside it."""
    known = {*origins.brought, *(path.name for path in _yaml_files(folder))}
    for path in sorted(folder.iterdir() if folder.is_dir() else ()):
        if path.name[0] != "." and path.name not in known:
            hint = f"rename it to {meant_name(path.name)}, or move it out of this folder"
            message = "is not read: the name of a pose ends in .yml"
            yield Problem(path=f"content/{POSES}/{path.name}", message=message, hint=hint)


def _strays(folder: Path, brought: Collection[str], drawn: Collection[str]) -> Iterator[Problem]:
    """What lies in content/pictures/ and would be shown nowhere."""
    known = {*brought, *(file for name in drawn for file in files_of_drawing(name))}
    for path in sorted(folder.iterdir() if folder.is_dir() else ()):
        if path.suffix in ENDINGS or path.name.startswith(".") or path.name in known:
            continue
        message = "is shown nowhere: no words are about it, and it was drawn from no pose"
        stretch = LETTERED.sub(r"\1", path.stem)
        hint = f"write {stretch}.yml beside it, as content/README.md shows, or remove it"
        yield Problem(path=f"content/{PICTURES}/{path.name}", message=message, hint=hint)
