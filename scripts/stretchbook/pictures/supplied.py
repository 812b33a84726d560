"""Photographs and SVGs that somebody brings, each with a YAML file of words beside it."""

import base64
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from stretchbook.model import Figure, SuppliedPicture
from stretchbook.pictures import photograph
from stretchbook.pictures.record import PictureFiles
from stretchbook.pictures.safe import picture_faults
from stretchbook.problems import Problem
from stretchbook.reading.load import make
from stretchbook.reading.yaml_source import Source

A_PICTURE = re.compile(r"\.(jpe?g|png|webp|hei[cf]|avif|svg|gif|tiff?|bmp)$", re.IGNORECASE)
LETTERED = re.compile("(.+)-([a-d])")
NUMBER = re.compile(r"\d+(?:\.\d+)?(?=$|px$)")
USUAL_SIZE = (1000, 750)
MOST = len(photograph.LETTERS)

Fault = tuple[str, str, str]  # field, message, hint


def is_supplied(value: Any) -> bool:  # noqa: ANN401 - whatever YAML held
    """Whether a file of content/figures/ is about a picture that is there already."""
    return isinstance(value, dict) and "file" in value


def pictures_about(path: Path, value: Any, names: Collection[str]) -> list[str]:  # noqa: ANN401
    """The pictures that the words in `path` are about, in order; `names` are all in its folder."""
    if is_supplied(value):
        return [str(value["file"])]
    own = {name.rpartition(".")[0] for name in names if name.endswith((".yml", ".yaml"))}
    pictures = [name for name in sorted(names) if A_PICTURE.search(name)]
    found = [name for name in pictures if _stem(name) == path.stem]
    for name in pictures:
        lettered = LETTERED.fullmatch(_stem(name))
        if lettered and lettered[1] == path.stem and _stem(name) not in own:
            found.append(name)
    photographs = [name for name in found if not name.lower().endswith(".svg")]
    return photographs or found


def _stem(name: str) -> str:
    return name.rpartition(".")[0]


def read_supplied(
    path: Path, source: Source, cache: Path | None = None
) -> tuple[PictureFiles | None, list[Problem]]:
    """The picture that a file of words is about, or what keeps it from being shown."""
    words, problems = make(SuppliedPicture, source, {"id": path.stem})
    if words is None:
        return None, problems
    names = pictures_about(path, source.value, [file.name for file in path.parent.iterdir()])
    data = {name: _read(path.with_name(name)) for name in names}
    faults = [*_order(path.stem, names, words), *_faults(data), *_words(words, data)]
    if faults:
        return None, [_problem(source, *fault) for fault in faults]
    found = {name: one for name, one in data.items() if one is not None}
    try:
        return _picture(words, f"{path.parent.name}/{path.name}", found, cache), []
    except photograph.BrokenError as broken:
        message, hint = photograph.BROKEN
        return None, [_problem(source, "file", f"{broken} {message}", hint)]


def _problem(source: Source, field: str, message: str, hint: str) -> Problem:
    given = field in source.value
    return Problem(
        path=source.path,
        line=source.line_of([field]) if given else 0,
        field=field if given else "",
        message=message,
        hint=hint,
    )


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _order(stem: str, names: Sequence[str], words: SuppliedPicture) -> Iterable[Fault]:
    """Whether they are one picture, or A, B and so on without a gap."""
    if words.file:
        return
    if not names:
        hint = f"put {stem}.jpg beside this file, or {stem}-a.jpg, {stem}-b.jpg and so on"
        yield "", "is about a picture that is not there", hint
        return
    letters = [_stem(name).removeprefix(stem).removeprefix("-") for name in names]
    wanted = list("abcd"[: len(names)])
    if letters not in (wanted, [""]):
        listed = ", ".join(names)
        message = f"has pictures whose letters are not in order, found {listed}"
        expected = ", ".join(f"{stem}-{letter}" for letter in wanted[:MOST])
        hint = f"name them {expected}, from start to end; a single one {stem}"
        yield "", message, f"{hint}; {MOST} at most" if len(names) > MOST else hint


def _faults(data: dict[str, bytes | None]) -> Iterable[Fault]:
    for name, found in data.items():
        if found is None:
            yield "file", f"does not exist, found `{name}`", "put the picture beside this file"
        elif name.lower().endswith(".svg"):
            yield from (
                ("file", f"{name} {one}", hint) for one, hint in picture_faults("svg", found)
            )
            if len(data) > 1:
                hint = "save all as JPG or PNG; only photographs can stand side by side"
                yield "file", f"{name} is a drawing among several pictures", hint
        elif fault := photograph.fault_of(found):
            yield "file", f"{name} {fault[0]}", fault[1]


def _words(words: SuppliedPicture, data: dict[str, bytes | None]) -> Iterable[Fault]:
    """Whether the words fit what is there: the size if it is given, and a word for every letter."""
    if len(data) > 1:
        for letter in photograph.LETTERS[: len(data)]:
            if not re.search(rf"\b{letter}\b", f"{words.alt} {words.desc}"):
                hint = f"add to alt or desc: `Picture {letter}: …`, for those who do not see it"
                yield "alt", f"does not say what picture {letter} shows", hint
    for name, found in data.items():
        given = (words.width, words.height)
        if given == (None, None) or not found or name.lower().endswith(".svg"):
            continue
        size = None if photograph.fault_of(found) else photograph.size_of(found)
        for field, said, has in zip(("width", "height"), given, size or given, strict=True):
            if said is not None and said != has:
                hint = "remove the lines width and height: they are read from the picture"
                yield field, f"is {said}, and {name} has {has}", hint


def _picture(
    words: SuppliedPicture, source: str, data: dict[str, bytes], cache: Path | None
) -> PictureFiles:
    drawn = next((one for name, one in data.items() if name.lower().endswith(".svg")), None)
    still = drawn or photograph.joined(data, photograph.LARGEST_SIDE, cache)
    width, height = _size(words, drawn, still)
    figure = Figure(
        id=words.id,
        source=source,
        still=f"{words.id}.svg" if drawn else f"{words.id}.jpg",
        small=f"{words.id}-small.svg",
        moving="",
        width=width,
        height=height,
        description=f"{words.alt.rstrip('.')}. {words.desc}" if words.desc else words.alt,
        credit=f"{words.credit}, {words.licence}",
    )
    small = drawn or _as_svg(photograph.joined(_middle(data), photograph.SMALL_SIDE, cache))
    files = {figure.still: still, figure.small: small}
    return PictureFiles(figure=figure, title=words.alt, files=files)


def _middle(data: Mapping[str, bytes]) -> dict[str, bytes]:
    """The one that shows most in a thumbnail: the first is often only how one begins."""
    name = list(data)[len(data) // 2]
    return {name: data[name]}


def _size(words: SuppliedPicture, drawn: bytes | None, still: bytes) -> photograph.Size:
    """In CSS pixels: of a drawing as its words say, or else as it says itself."""
    if drawn is None:
        return photograph.size_of(still)
    width, height = svg_size(drawn)
    return words.width or width, words.height or height


def svg_size(data: bytes) -> photograph.Size:
    """What an SVG says of its own size; a usual size where it says nothing in numbers."""
    root = ElementTree.fromstring(data)  # noqa: S314 - no document type, see picture_faults
    given = [NUMBER.match(root.get(side, "")) for side in ("width", "height")]
    box = root.get("viewBox", "").replace(",", " ").split()
    numbers = [found[0] for found in given if found] if all(given) else box[2:]
    match [round(float(number)) for number in numbers if NUMBER.fullmatch(number)]:
        case [width, height] if width and height:
            return width, height
    return USUAL_SIZE


def _as_svg(data: bytes) -> bytes:
    """A small photograph inside a square SVG, so that every small picture is of one kind."""
    coded = base64.b64encode(data).decode("ascii")
    width, height = photograph.size_of(data)
    side = max(width, height)
    place = f'x="{(side - width) / 2:g}" y="{(side - height) / 2:g}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" '
        f'width="{side}" height="{side}" role="img"><image {place} width="{width}" '
        f'height="{height}" href="data:image/jpeg;base64,{coded}"/></svg>\n'
    ).encode()
