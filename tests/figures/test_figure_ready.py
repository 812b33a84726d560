from pathlib import Path

import pytest

from figures import draw, load_figure

WORDS = """\
file: picture.svg
alt: A person stands and reaches for the ceiling.
licence: CC0-1.0
credit: The clinic
width: 400
height: 300
"""
OPEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3">'


def problems_of(folder: Path, picture: bytes | None, words: str = WORDS) -> list[str]:
    path = folder / "photo.yml"
    path.write_text(words, "utf-8")
    if picture is not None:
        (folder / "picture.svg").write_bytes(picture)
        (folder / "picture.png").write_bytes(picture)
    spec, problems = load_figure(path, "photo.yml")
    if spec:
        _, found = draw(spec)
        problems += found
    return [str(problem) for problem in problems]


def test_a_plain_svg_is_accepted(tmp_path: Path) -> None:
    assert problems_of(tmp_path, f'{OPEN}<path d="M0 0h4"/></svg>'.encode()) == []


BAD = {
    "script": ("<script>1</script>", "holds <script>, which is not allowed"),
    "handler": ('<path onclick="x()"/>', "holds the event handler `onclick`"),
    "link": ('<use href="https://example.org/a.svg#b"/>', "refers to something outside"),
    "style": ("<style>@import 'x.css';</style>", "has a style that refers to something outside"),
    "fill": ('<path fill="url(https://example.org/x)"/>', "refers to something outside"),
    "foreign": ("<foreignObject/>", "holds <foreignObject>, which is not allowed"),
    "image": ('<image href="data:image/png;base64,AA"/>', "holds <image>, which is not allowed"),
    "broken": ("<path>", "is not valid XML"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_dangerous_svg_is_refused(name: str, tmp_path: Path) -> None:
    inside, expected = BAD[name]
    found = problems_of(tmp_path, f"{OPEN}{inside}</svg>".encode())
    assert any(expected in each for each in found), found
    assert all(each.startswith("photo.yml:1: file: ") for each in found)


def test_a_document_type_is_refused(tmp_path: Path) -> None:
    found = problems_of(tmp_path, f'<!DOCTYPE svg [<!ENTITY a "b">]>{OPEN}</svg>'.encode())
    assert "declares a document type" in found[0]


def test_a_picture_that_is_not_there(tmp_path: Path) -> None:
    assert problems_of(tmp_path, None) == [
        "photo.yml:1: file: does not exist, found `picture.svg`\n"
        "    hint: put the picture beside photo.yml"
    ]


def test_words_about_a_picture_are_required(tmp_path: Path) -> None:
    found = problems_of(tmp_path, b"", "file: picture.svg\nwidth: 4000\nheight: 300\n")
    assert [each.split("\n")[0] for each in found] == [
        "photo.yml:1: alt: is missing",
        "photo.yml:1: licence: is missing",
        "photo.yml:1: credit: is missing",
    ]


def test_a_photograph_must_be_what_its_name_says(tmp_path: Path) -> None:
    words = WORDS.replace("picture.svg", "picture.png")
    assert "is not a png picture" in problems_of(tmp_path, b"GIF89a", words)[0]
    assert problems_of(tmp_path, b"\x89PNG\r\n\x1a\n" + b"0" * 40, words) == []
