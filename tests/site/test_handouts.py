"""The ready handouts: complete, readable, tagged, and on the paper they say."""

import itertools
import re
from pathlib import Path

import page
import pytest
from lxml import etree

from stretchbook.model import Library
from stretchbook.model.paper import EDITIONS, Edition
from tests.support.content import real_library, self_test_of, steps_of
from tests.support.pdf import Pdf, same

pytestmark = pytest.mark.site

ROUTINES = tuple(real_library().routines)
HEADING = re.compile(r"/H([1-6])")


@pytest.fixture(
    scope="module",
    params=[(r, e) for r in ROUTINES for e in EDITIONS],
    ids=lambda p: f"{p[0]}-{p[1].id}",
)
def handout(request: pytest.FixtureRequest, site: Path) -> tuple[str, Edition, Pdf]:
    routine, edition = request.param
    return routine, edition, Pdf((site / f"handouts/{routine}-{edition.id}.pdf").read_bytes())


def test_it_is_small_and_on_the_right_paper(handout: tuple[str, Edition, Pdf]) -> None:
    _, edition, pdf = handout
    assert len(pdf.data) < 400_000
    for width, height in pdf.sizes:
        assert abs(width - edition.paper.width) < 0.1
        assert abs(height - edition.paper.height) < 0.1


def test_what_keeps_one_safe_is_whole_on_page_one(
    handout: tuple[str, Edition, Pdf], library: Library
) -> None:
    routine, _, pdf = handout
    signs = library.urgent_signs[library.routines[routine].urgent_signs]
    service = library.emergency[library.site.emergency]
    for text in (
        *library.site.disclaimer.lines,
        *signs.emergency,
        *signs.see_doctor_first,
        *signs.see_someone,
        service.instruction,
        service.advice,
    ):
        assert same(text) in pdf.sheets[0], text


def test_every_stretch_is_there_in_order_with_all_steps_and_cautions(
    handout: tuple[str, Edition, Pdf], library: Library
) -> None:
    routine, _, pdf = handout
    at = 0
    for section in library.routines[routine].sections:
        for step in section.steps:
            exercise = library.exercises[step.exercise]
            at = pdf.text.index(same(exercise.name), at)
            for text in (*steps_of(exercise), *(caution.text for caution in exercise.cautions)):
                assert same(text) in pdf.text[at:], text
            for note in (step.note, step.note_at_end or exercise.note_at_end):
                assert same(note or "") in pdf.text[at:]
            for text in self_test_of(exercise):
                assert same(text) in pdf.text[at:], text


def test_advice_and_research_are_there(handout: tuple[str, Edition, Pdf], library: Library) -> None:
    name, _, pdf = handout
    routine = library.routines[name]
    for advice in (*routine.how_often, *routine.when_to_stop, *routine.afterwards):
        assert same(advice.text) in pdf.text, advice.text
    for text in (*routine.for_whom, *(item.text for item in routine.evidence)):
        assert same(text) in pdf.text, text
    assert same("Not yet reviewed by a clinician.") in pdf.text


def test_only_what_would_not_fit_on_a_sheet_is_left_out(
    handout: tuple[str, Edition, Pdf], library: Library
) -> None:
    routine, edition, pdf = handout
    feels = [
        library.exercises[step.exercise].feel
        for section in library.routines[routine].sections
        for step in section.steps
    ]
    missing = [text for text in feels if same(text) not in pdf.text]
    assert not missing or (edition.print.columns and len(pdf.sheets) == 2)


def test_the_sciatica_handout_is_one_sheet_of_a4(site: Path) -> None:
    pdf = Pdf((site / "handouts/sciatica-a4.pdf").read_bytes())
    assert len(pdf.sheets) == 2


def test_nothing_is_printed_where_printers_cannot(handout: tuple[str, Edition, Pdf]) -> None:
    _, _, pdf = handout
    for number in range(len(pdf.sheets)):
        assert min(pdf.ink_box(number)) > 4.2, f"page {number + 1}"


def test_each_page_has_its_number_and_says_which_text_it_is(
    handout: tuple[str, Edition, Pdf],
) -> None:
    routine, _, pdf = handout
    for number, sheet in enumerate(pdf.sheets, 1):
        assert f"Page{number}of{len(pdf.sheets)}" in sheet
        assert same(f"Document {routine}") in sheet
        assert "Version20" in sheet


def test_a_validator_finds_nothing_against_pdf_ua(handout: tuple[str, Edition, Pdf]) -> None:
    report = page.validate_pdf_bytes(handout[2].data, profile=page.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, str(report)
    assert report.rules.total > 100


def test_the_validator_finds_what_is_wrong(handout: tuple[str, Edition, Pdf]) -> None:
    spoiled = handout[2].data.replace(b"/Lang", b"/Gnal")
    report = page.validate_pdf_bytes(spoiled, profile=page.ValidationProfile.PDF_UA_1)
    assert not report.is_compliant


def test_it_keeps_the_rules_of_pdf_ua(handout: tuple[str, Edition, Pdf]) -> None:
    """What PDF/UA-1 asks and a program can see; Typst itself refuses to write what breaks it."""
    routine, _, pdf = handout
    root = pdf.root
    assert bool(root.MarkInfo.Marked)
    assert str(root.Lang) == "en"
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    metadata = etree.fromstring(root.Metadata.read_bytes())
    part = metadata.xpath("string(//*[local-name()='part'])")
    assert part == "1"
    assert real_library().routines[routine].name in "".join(metadata.itertext())


def test_every_picture_has_its_words(handout: tuple[str, Edition, Pdf], library: Library) -> None:
    routine, _, pdf = handout
    told = [str(tag.get("/Alt", "")) for kind, tag in pdf.tags() if kind == "/Figure"]
    expected = [
        library.exercises[step.exercise].picture.alt
        for section in library.routines[routine].sections
        for step in section.steps
    ]
    assert [alt for alt in told if not alt.startswith("QR")] == expected


def test_headings_skip_no_level_and_are_bookmarks(handout: tuple[str, Edition, Pdf]) -> None:
    routine, _, pdf = handout
    levels = [int(found[1]) for kind, _ in pdf.tags() if (found := HEADING.fullmatch(kind))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    for before, after in itertools.pairwise(levels):
        assert after <= before + 1
    assert len(levels) > 10
    titles = pdf.bookmarks()
    assert titles[0] == real_library().routines[routine].name
    assert len(titles) == len(levels)


def test_letters_are_embedded_and_large_enough(handout: tuple[str, Edition, Pdf]) -> None:
    _, _, pdf = handout
    assert pdf.fonts()
    for font in pdf.fonts():
        (descendant,) = font.DescendantFonts
        descriptor = descendant.FontDescriptor
        assert {"/FontFile2", "/FontFile3"} & set(descriptor.keys()), font.BaseFont
        assert "SourceSansPro" in str(font.BaseFont)
        assert "/ToUnicode" in font


def test_without_an_address_there_is_no_code_that_leads_nowhere(site: Path) -> None:
    pdf = Pdf((site / "handouts/sciatica-a4.pdf").read_bytes())
    canonical = 'rel="canonical"' in (site / "sciatica/index.html").read_text("utf-8")
    assert pdf.codes() == [] or canonical
