"""Pictures that were drawn and pictures that were brought come the same way, or are named."""

from pathlib import Path

import pytest

from stretchbook.pictures import files_of, read_pictures
from stretchbook.pictures.drawn import mark_of, marked
from stretchbook.problems import report

POSE = "id: bridge\ntitle: Bridge\n"
MARK = mark_of({"id": "bridge", "title": "Bridge"})
OTHER = mark_of({"id": "bridge", "title": "Another"})
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3" width="1000" height="750">'
    "<title>Bridge</title><desc>Somebody lies &amp; lifts.</desc></svg>\n"
)
WORDS = """\
file: picture.svg
alt: A person stands and reaches for the ceiling.
licence: CC0-1.0
credit: The clinic
width: 400
height: 300
"""
OPEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3">'


Files = dict[str, str | bytes]


def write(content: Path, files: Files) -> Path:
    """Files below content/; both folders are there even where they are empty."""
    for folder in ("figures", "pictures"):
        (content / folder).mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (content / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return content


def drawing(mark: str, *kinds: str) -> Files:
    return {f"pictures/bridge{kind}.svg": marked(DRAWING, mark) for kind in kinds}


def printed(content: Path) -> str:
    return report(read_pictures(content)[1])


def test_a_drawing_tells_everything_itself(tmp_path: Path) -> None:
    made = drawing(MARK, "", "-small", "-moving")
    pictures, problems = read_pictures(write(tmp_path, {"figures/bridge.yml": POSE, **made}))
    assert problems == []
    figure = pictures["bridge"].figure
    assert (figure.width, figure.height) == (1000, 750)
    assert figure.description == "Somebody lies & lifts."
    assert (figure.source, figure.moving) == ("figures/bridge.yml", "bridge-moving.svg")
    assert pictures["bridge"].title == "Bridge"
    assert list(files_of(pictures)) == [
        f"docs/figures/bridge{kind}.svg" for kind in ("", "-small", "-moving")
    ]


def test_a_mark_is_of_what_a_pose_means_and_not_of_how_it_is_written(tmp_path: Path) -> None:
    made = drawing(MARK, "", "-small")
    pose = "# from the side\ntitle:   'Bridge'   # the name\nid: bridge\n"
    assert read_pictures(write(tmp_path, {"figures/bridge.yml": pose, **made}))[1] == []


FOUND: dict[str, tuple[Files, str]] = {
    "pose without a picture": (
        {"figures/bridge.yml": POSE},
        "content/figures/bridge.yml: warning: has no whole picture yet, expected "
        "content/pictures/bridge.svg [pictures-drawn]\n    hint: run `make figures`",
    ),
    "picture without its small one": (
        {"figures/bridge.yml": POSE, **drawing(MARK, "")},
        "content/figures/bridge.yml: warning: has no whole picture yet, expected "
        "content/pictures/bridge.svg [pictures-drawn]\n    hint: run `make figures`",
    ),
    "files of two poses": (
        {"figures/bridge.yml": POSE, **drawing(MARK, "", "-small"), **drawing(OTHER, "-moving")},
        "content/figures/bridge.yml: warning: has no whole picture yet, expected "
        "content/pictures/bridge.svg [pictures-drawn]\n    hint: run `make figures`",
    ),
    "pose newer than its picture": (
        {"figures/bridge.yml": POSE, **drawing(OTHER, "", "-small")},
        f"content/figures/bridge.yml: warning: is newer than its picture, found {OTHER} in "
        f"content/pictures/bridge.svg, expected {MARK} [pictures-drawn]\n"
        "    hint: run `make figures`",
    ),
    "picture of an older engine": (
        {"figures/bridge.yml": POSE, **drawing("0-abc", "", "-small")},
        "content/figures/bridge.yml: warning: was drawn by another edition of the program, found "
        f"0-abc in content/pictures/bridge.svg, expected {MARK} [pictures-drawn]\n"
        "    hint: run `make figures`",
    ),
    "picture whose pose is gone": (
        drawing(MARK, "", "-small"),
        "content/pictures/bridge.svg: warning: has no pose any more, expected "
        "content/figures/bridge.yml [pictures-drawn]\n"
        "    hint: bring the pose back, or run `make figures`, which removes the picture",
    ),
    "picture nobody speaks of": (
        {"pictures/bridge.jpg": b"\xff\xd8\xff"},
        "content/pictures/bridge.jpg: is shown nowhere: no words are about it, and it was drawn "
        "from no pose\n"
        "    hint: write bridge.yml beside it, as content/README.md shows, or remove it",
    ),
    "pose with another ending": (
        {"figures/x.yaml": POSE},
        "content/figures/x.yaml: is not read: the name of a pose ends in .yml\n"
        "    hint: rename it to x.yml, or move it out of this folder",
    ),
    "notes among poses": (
        {"figures/my notes.txt": b"x"},
        "content/figures/my notes.txt: is not read: the name of a pose ends in .yml\n"
        "    hint: rename it to my-notes.yml, or move it out of this folder",
    ),
    "one of several that nobody speaks of": (
        {"pictures/bridge-b.jpg": b"\xff\xd8\xff"},
        "content/pictures/bridge-b.jpg: is shown nowhere: no words are about it, and it was drawn "
        "from no pose\n"
        "    hint: write bridge.yml beside it, as content/README.md shows, or remove it",
    ),
    "drawing and photograph": (
        {
            "figures/bridge.yml": POSE,
            "pictures/bridge.yml": WORDS,
            **drawing(MARK, "", "-small"),
            "pictures/picture.svg": f"{OPEN}</svg>",
        },
        "content/pictures/bridge.yml: is a second picture of `bridge`, the first is "
        "content/figures/bridge.yml\n    hint: remove one of the two",
    ),
    "name of a smaller picture": (
        {"pictures/bridge-small.yml": WORDS, "pictures/picture.svg": f"{OPEN}</svg>"},
        "content/pictures/bridge-small.yml: file name ends with -small or -moving, as our own "
        "smaller pictures do\n    hint: choose another id for the stretch",
    ),
    "pose that cannot be read": (
        {"figures/bridge.yml": "a: *b\n", **drawing(MARK, "", "-small")},
        "content/figures/bridge.yml:1: uses a YAML anchor or alias (`&` or `*`), which are not "
        "allowed\n    hint: put a text that starts with & or * in quotes; write what is the "
        "same out twice",
    ),
    "no mapping": (
        {"pictures/bridge.yml": "just words\n"},
        "content/pictures/bridge.yml:1: must hold fields such as `name: …`, found something else",
    ),
    "broken drawing": (
        {
            "figures/bridge.yml": POSE,
            **drawing(MARK, "-small"),
            "pictures/bridge.svg": marked(DRAWING.replace("</desc>", ""), MARK),
        },
        "content/pictures/bridge.svg: is not valid XML: mismatched tag: line 1, column 170\n"
        "    hint: run `make figures`, or save it again as plain SVG",
    ),
}


@pytest.mark.parametrize("name", FOUND)
def test_what_does_not_fit_together_is_named(name: str, tmp_path: Path) -> None:
    files, expected = FOUND[name]
    found = printed(write(tmp_path, files))
    assert found.rpartition("\n")[0] == expected


@pytest.mark.parametrize("name", ["pose newer than its picture", "picture whose pose is gone"])
def test_a_picture_that_is_named_is_shown_all_the_same(name: str, tmp_path: Path) -> None:
    assert list(read_pictures(write(tmp_path, FOUND[name][0]))[0]) == ["bridge"]


def test_a_content_without_pictures_is_in_order(tmp_path: Path) -> None:
    assert read_pictures(tmp_path) == ({}, [])


def test_a_drawing_that_somebody_took_over_with_words_is_theirs(tmp_path: Path) -> None:
    words = WORDS.replace("picture.svg", "bridge.svg")
    files: Files = {"pictures/bridge.yml": words, **drawing(MARK, "")}
    pictures, problems = read_pictures(write(tmp_path, files))
    assert problems == []
    assert pictures["bridge"].figure.credit == "The clinic, CC0-1.0"


def problems_of(folder: Path, picture: bytes | None, words: str = WORDS) -> list[str]:
    files: Files = {"pictures/photo.yml": words}
    if picture is not None:
        files["pictures/picture.svg"] = picture
    return [str(problem) for problem in read_pictures(write(folder, files))[1]]


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
    "letters": ("<text>A<tspan>漢</tspan></text>", 'holds "漢", which no font of the paper has'),
    "broken": ("<path>", "is not valid XML"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_dangerous_svg_is_refused(name: str, tmp_path: Path) -> None:
    inside, expected = BAD[name]
    found = problems_of(tmp_path, f"{OPEN}{inside}</svg>".encode())
    assert any(expected in each for each in found), found
    assert all(each.startswith("content/pictures/photo.yml:1: file: ") for each in found)


def test_a_dangerous_drawing_is_refused_too(tmp_path: Path) -> None:
    spoiled = marked(DRAWING.replace("</svg>", "<script>1</script></svg>"), MARK)
    files = {**drawing(MARK, "-small"), "pictures/bridge.svg": spoiled}
    pictures, problems = read_pictures(write(tmp_path, {"figures/bridge.yml": POSE, **files}))
    assert pictures == {}
    assert "holds <script>, which is not allowed" in report(problems)


def test_a_document_type_is_refused(tmp_path: Path) -> None:
    found = problems_of(tmp_path, f'<!DOCTYPE svg [<!ENTITY a "b">]>{OPEN}</svg>'.encode())
    assert "declares a document type" in found[0]


def test_a_picture_that_is_not_there(tmp_path: Path) -> None:
    assert problems_of(tmp_path, None) == [
        "content/pictures/photo.yml:1: file: does not exist, found `picture.svg`\n"
        "    hint: put the picture beside this file"
    ]


def test_words_about_a_picture_are_required(tmp_path: Path) -> None:
    found = problems_of(tmp_path, b"", "file: picture.svg\nwidth: 4000\nheight: 300\n")
    assert [each.split("\n")[0] for each in found] == [
        "content/pictures/photo.yml:1: alt: is missing",
        "content/pictures/photo.yml:1: licence: is missing",
        "content/pictures/photo.yml:1: credit: is missing",
    ]
