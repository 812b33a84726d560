"""Handouts of content that is longer, stranger or more foreign than ours."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from stretchbook import handouts
from stretchbook.checks.errors import contrast_with_white
from stretchbook.graphics import qr
from stretchbook.model import Clinic, Exercise, Library, Step
from stretchbook.model.paper import EDITIONS
from stretchbook.pictures import logo
from stretchbook.views.handout_view import view_handouts
from stretchbook.words import our_words
from tests.support.content import sample_library, with_exercises, with_routines
from tests.support.pdf import Pdf, same

LONG_WORD = "Oberschenkelrückseitenmuskulaturdehnungsübungsanleitung"
RIGHT_TO_LEFT = "\u0590"  # the first letter of the scripts that run so
TWELVE_STEPS = tuple(
    f"Step number {n}: breathe in slowly and stay where you are." for n in range(1, 13)
)


CLINIC = Clinic(
    name="Example Back Clinic",
    phone="555 0100",
    address="1 Example Street, Example Town",
    url="https://clinic.example.org",
    logo="logo.svg",
    color="#7a1f5c",
)
TALL_LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 100">'
    b'<rect width="60" height="100" fill="#7a1f5c"/></svg>'
)


def made(
    library: Library, cache: Path, site_url: str = "", docs: Mapping[str, bytes] | None = None
) -> dict[str, Pdf]:
    """The handouts of the sciatica routine, by their edition; pictures are to come."""
    routine = replace(library.routines["sciatica"], related=(), afterwards=())
    only = replace(library, routines={"sciatica": routine}, plans={})
    files = handouts.files_of(view_handouts(our_words(), only), docs or {}, cache, site_url)
    return {
        edition.id: Pdf(files[f"docs/handouts/sciatica-{edition.id}.pdf"]) for edition in EDITIONS
    }


def whole(library: Library, cache: Path) -> dict[str, Pdf]:
    """Those editions that leave nothing out."""
    return {name: pdf for name, pdf in made(library, cache).items() if not name.endswith("wall")}


def with_first(library: Library, exercise: Exercise) -> Library:
    return with_exercises(library, exercise)


def changed(**fields: object) -> Library:
    """The library with the first sciatica stretch changed."""
    library = sample_library()
    first = library.exercises["standing-glute-squeeze"]
    return with_first(library, replace(first, **fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "name",
    [
        "#set page(width: 1cm)",
        "*bold* _em_ $x^2$ `code` @ref <label>",
        "\\u{41} // comment /* more */",
        '#import "x": * ] } )',
        "Größe, Übung, Füße, ¿Señor?, corazón, niño",
        "מתיחה של הירך",
        "تمدد الورك",
        "कूल्हे का खिंचाव",
        LONG_WORD,
    ],
)
def test_a_name_is_only_a_name(name: str, tmp_path: Path) -> None:
    for edition, pdf in made(changed(name=name), tmp_path).items():
        if name.isprintable() and name[0] < RIGHT_TO_LEFT:
            assert same(name) in pdf.text, edition
        else:  # read back as it is seen, so its letters come in another order
            assert set(same(name)) <= set(pdf.text), edition
        assert min(pdf.ink_box()) > 4.2


def test_a_name_from_right_to_left_leaves_the_dose_as_it_is(tmp_path: Path) -> None:
    for pdf in made(changed(name="تمدد الورك"), tmp_path).values():
        assert same("2 sets of 10: hold for 3 seconds, let go for 2 seconds.") in pdf.text


def test_twelve_steps_are_all_there_and_stay_on_one_page(tmp_path: Path) -> None:
    for edition, pdf in whole(changed(steps=TWELVE_STEPS), tmp_path).items():
        (sheet,) = [sheet for sheet in pdf.sheets if same(TWELVE_STEPS[0]) in sheet]
        for step in TWELVE_STEPS:
            assert same(step) in sheet, edition


def test_what_is_longer_than_a_page_goes_on_over_it(tmp_path: Path) -> None:
    steps = TWELVE_STEPS * 6
    for pdf in whole(changed(steps=steps), tmp_path).values():
        assert pdf.text.count(same(TWELVE_STEPS[0])) == 6
        for page in range(len(pdf.sheets)):
            assert min(pdf.ink_box(page)) > 4.2


def test_a_routine_of_fifteen(tmp_path: Path) -> None:
    library = sample_library()
    routine = library.routines["sciatica"]
    steps: Sequence[Step] = [Step(exercise=name) for name in list(library.exercises)[:15]]
    section = replace(routine.sections[0], steps=tuple(steps), stated_minutes=None)
    longer = with_routines(library, replace(routine, sections=(section,)))
    for edition, pdf in made(longer, tmp_path).items():
        for number, step in enumerate(steps, 1):
            assert same(f"{number}. {library.exercises[step.exercise].name}") in pdf.text
        if edition.endswith("wall"):
            assert len(pdf.sheets) == 2, "more than eight"


@pytest.mark.parametrize("lines", ["short", "long"])
def test_a_clinic_stands_on_page_one_and_costs_no_page(lines: str, tmp_path: Path) -> None:
    library = sample_library()
    name = CLINIC.name if lines == "short" else f"{CLINIC.name} مركز {LONG_WORD} of the North " * 2
    clinic = replace(CLINIC, name=name.strip())
    theirs = replace(library, site=replace(library.site, clinic=clinic))
    tall = {"docs/img/clinic-logo.svg": TALL_LOGO}
    plain = made(library, tmp_path)
    for edition, pdf in made(theirs, tmp_path, docs=tall).items():
        told = [clinic.phone or "", clinic.address or "", clinic.url or ""]
        for text in (*told, *(word for word in clinic.name.split() if word.isascii())):
            assert same(text) in pdf.sheets[0], f"{edition}: {text}"
        assert any(picture.height > picture.width for picture in pdf.pictures()), "the logo"
        assert len(pdf.sheets) <= len(plain[edition].sheets) + (lines == "long"), edition
        assert min(pdf.ink_box()) > 4.2


def test_the_same_content_gives_the_same_bytes_and_is_set_once(tmp_path: Path) -> None:
    library = sample_library()
    first = made(library, tmp_path / "one")
    second = made(library, tmp_path / "two")
    assert {name: pdf.data for name, pdf in first.items()} == {n: p.data for n, p in second.items()}
    kept = {path: path.stat().st_mtime_ns for path in (tmp_path / "one").iterdir()}
    made(library, tmp_path / "one")
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "one").iterdir()} == kept


def test_another_word_gives_another_document(tmp_path: Path) -> None:
    def document(library: Library) -> str:
        return made(library, tmp_path)["a4"].sheets[0].partition(same("Document"))[2][:20]

    assert document(sample_library()) != document(changed(feel="Something else."))
    assert document(sample_library()) == document(sample_library())


def test_without_an_address_there_is_no_code(tmp_path: Path) -> None:
    assert made(sample_library(), tmp_path)["a4"].codes() == []
    assert made(sample_library(), tmp_path, "https://example.org/a/")["a4"].codes() == [
        "https://example.org/a/sciatica/"
    ]


def test_a_code_is_one_svg_without_style() -> None:
    code = qr.svg("https://example.org/?a=1&b=2")
    assert code.startswith("<svg")
    assert "style" not in code
    assert "viewBox" in code


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("logo.svg", None, 'names "logo.svg", which is not in content/'),
        ("logo.svg", b"<svg><script/></svg>", "logo.svg holds <script>, which is not allowed"),
        ("logo.png", b"GIF89a", "logo.png is not a png picture"),
    ],
)
def test_a_logo_that_cannot_be_used(
    name: str, data: bytes | None, says: str, tmp_path: Path
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    _, found = logo.files_of(tmp_path, Clinic(name="A", logo=name))
    assert [finding.message for finding in found] == [says]
    assert all(finding.hint for finding in found)


def test_no_logo_no_file(tmp_path: Path) -> None:
    assert logo.files_of(tmp_path, None) == ({}, [])
    assert logo.files_of(tmp_path, Clinic(name="A")) == ({}, [])


@pytest.mark.parametrize(
    ("color", "ratio"), [("#000000", 21.0), ("#ffffff", 1.0), ("#767676", 4.54)]
)
def test_contrast_is_that_of_wcag(color: str, ratio: float) -> None:
    assert abs(contrast_with_white(color) - ratio) < 0.15
