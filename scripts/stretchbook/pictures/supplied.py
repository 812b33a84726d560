"""Photographs and SVGs that somebody brings, each with a YAML file of words beside it."""

import base64
from pathlib import Path
from typing import Any

from stretchbook.model import Figure, SuppliedPicture
from stretchbook.pictures.record import PictureFiles
from stretchbook.pictures.safe import picture_faults
from stretchbook.problems import Problem
from stretchbook.reading.load import make
from stretchbook.reading.yaml_source import Source

TYPES = {".jpg": "jpeg", ".jpeg": "jpeg", ".png": "png", ".webp": "webp"}


def is_supplied(value: Any) -> bool:  # noqa: ANN401 - whatever YAML held
    """Whether a file of content/figures/ is about a picture that is there already."""
    return isinstance(value, dict) and "file" in value


def read_supplied(path: Path, source: Source) -> tuple[PictureFiles | None, list[Problem]]:
    """The picture that a file of words is about, or what keeps it from being shown."""
    words, problems = make(SuppliedPicture, source, {"id": path.stem})
    if words is None:
        return None, problems
    image = path.with_name(words.file)
    try:
        data = image.read_bytes()
    except OSError:
        faults = [(f"does not exist, found `{words.file}`", f"put the picture beside {path.name}")]
    else:
        faults = list(picture_faults(image.suffix.removeprefix("."), data))
    if faults:
        line = source.line_of(["file"])
        return None, [
            Problem(path=source.path, line=line, field="file", message=message, hint=hint)
            for message, hint in faults
        ]
    return _picture(words, f"{path.parent.name}/{path.name}", image.suffix, data), []


def _picture(words: SuppliedPicture, source: str, suffix: str, data: bytes) -> PictureFiles:
    figure = Figure(
        id=words.id,
        source=source,
        still=f"{words.id}{suffix}",
        small=f"{words.id}-small.svg",
        moving="",
        width=words.width,
        height=words.height,
        description=words.desc or words.alt,
        credit=f"{words.credit}, {words.licence}",
    )
    small = data if suffix == ".svg" else _as_svg(words, TYPES[suffix], data)
    files = {figure.still: data, figure.small: small}
    return PictureFiles(figure=figure, title=words.alt, files=files)


def _as_svg(words: SuppliedPicture, kind: str, data: bytes) -> bytes:
    """A photograph inside an SVG, so that every small picture is one kind of file."""
    coded = base64.b64encode(data).decode("ascii")
    size = f'width="{words.width}" height="{words.height}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {words.width} {words.height}" '
        f'{size} role="img"><image {size} href="data:image/{kind};base64,{coded}"/></svg>\n'
    ).encode()
