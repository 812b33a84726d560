"""Handouts in other languages, read back as they are read aloud."""

import itertools
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

import page
import pikepdf
import pytest

from stretchbook.model.paper import BOTH, Edition, editions_in
from stretchbook.views.common import AdviceView
from stretchbook.views.handout_view import HandoutView
from stretchbook.views.routine_view import StepView
from tests.support.pdf import Pdf
from tests.support.pdf_reading import Element, elements, lacks_a_letter
from tests.support.translated import Pair, pairs

pytestmark = pytest.mark.site

# Spaces, hyphens that end a line, and marks of direction are no letters.
NO_LETTERS = re.compile("[\\s\u00ad\u200b\u202a-\u202e\u2066-\u2069-]+")
NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class Sheet:
    """One edition of one routine in one language."""

    pair: Pair
    edition: Edition
    pdf: Pdf
    elements: tuple[Element, ...]

    @property
    def view(self) -> HandoutView:
        return self.pair.there

    @property
    def views(self) -> tuple[HandoutView, ...]:
        """All that it must say."""
        return (self.pair.english, self.view) if self.edition.print == BOTH else (self.view,)

    def said(self, page: int | None = None) -> str:
        """All of it, or one page."""
        return "\n".join(plain(one.text) for one in self.elements if page in (None, one.page))


def plain(text: str) -> str:
    return NO_LETTERS.sub("", unicodedata.normalize("NFKC", text))


ALL = [
    (code, routine, edition)
    for (code, routine), pair in pairs().items()
    for edition in editions_in(pair.there.language)
]
WHOLE = [one for one in ALL if one[2].print.template != "wall"]
WITH_ENGLISH = [one for one in ALL if one[2].print == BOTH]
FROM_RIGHT = [one for one in WHOLE if pairs()[one[:2]].there.language.direction == "rtl"]


def named(param: tuple[str, str, Edition]) -> str:
    code, routine, edition = param
    return f"{code}-{routine}-{edition.id}"


@cache
def opened(site: Path, code: str, routine: str, edition: Edition) -> Sheet:
    pdf = Pdf((site / f"{code}/handouts/{routine}-{edition.id}.pdf").read_bytes())
    pair = pairs()[code, routine]
    return Sheet(pair=pair, edition=edition, pdf=pdf, elements=tuple(elements(pdf.data)))


@pytest.fixture(params=ALL, ids=named)
def sheet(request: pytest.FixtureRequest, site: Path) -> Sheet:
    return opened(site, *request.param)


@pytest.fixture(params=WHOLE, ids=named)
def whole(request: pytest.FixtureRequest, site: Path) -> Sheet:
    return opened(site, *request.param)


@pytest.fixture(params=WITH_ENGLISH, ids=named)
def both(request: pytest.FixtureRequest, site: Path) -> Sheet:
    return opened(site, *request.param)


@pytest.fixture(params=FROM_RIGHT, ids=named)
def from_right(request: pytest.FixtureRequest, site: Path) -> Sheet:
    return opened(site, *request.param)


def steps_of(view: HandoutView) -> list[StepView]:
    return [step for section in view.routine.sections for step in section.steps]


def test_each_language_has_its_handouts() -> None:
    assert {code for code, _, _ in ALL} == {code for code, _ in pairs()}
    assert FROM_RIGHT
    assert WITH_ENGLISH


def test_it_is_small_and_on_the_right_paper(sheet: Sheet) -> None:
    assert len(sheet.pdf.data) < 400_000
    paper = sheet.edition.paper
    width, height = sheet.pdf.sizes[0]
    if sheet.edition.print.sideways:
        width, height = height, width
    assert (round(width), round(height)) == (round(paper.width), round(paper.height))


def test_a_validator_finds_nothing_and_the_language_is_named(sheet: Sheet) -> None:
    report = page.validate_pdf_bytes(sheet.pdf.data, profile=page.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, str(report)
    assert str(sheet.pdf.root.Lang) == sheet.view.language.code


def test_nothing_is_printed_where_printers_cannot_and_no_letter_is_an_empty_box(
    sheet: Sheet,
) -> None:
    assert min(min(sheet.pdf.ink_box(number)) for number in range(len(sheet.pdf.sheets))) > 4.2
    assert not lacks_a_letter(sheet.pdf.data)


def test_what_keeps_one_safe_is_whole_on_page_one(whole: Sheet) -> None:
    said = whole.said(page=0)
    for view in whole.views:
        signs = view.routine.warning
        for text in (
            *view.site.disclaimer.lines,
            *(*signs.emergency, *signs.see_doctor_first, *signs.see_someone),
            *(signs.instruction, signs.advice, view.labels["urgent_title"]),
        ):
            assert plain(str(text)) in said, text


def test_how_far_the_translation_is_checked_stands_on_page_one(sheet: Sheet) -> None:
    assert sheet.view.translation
    assert plain(sheet.view.translation) in sheet.said(page=0)


def test_every_stretch_is_there_in_order_with_each_number_and_side(whole: Sheet) -> None:
    said = whole.said()
    for view in whole.views:
        at = 0
        for step in steps_of(view):
            stretch = step.stretch
            at = said.index(plain(step.title), at)
            shown = (stretch.dose_line, *(one.text for one in stretch.cautions), *stretch.steps)
            for text in (*shown, step.note, step.note_at_end or stretch.note_at_end):
                assert plain(text) in said[at:], text


def test_advice_and_research_are_there(whole: Sheet) -> None:
    said = whole.said()
    for view in whole.views:
        routine = view.routine
        advice: tuple[AdviceView, ...] = (*routine.how_often, *routine.when_to_stop)
        for one in (*advice, *routine.afterwards, *routine.evidence):
            assert plain(one.text) in said, one.text
        for text in (*routine.for_whom, view.document.state, *view.routine.warning.see_someone):
            assert plain(text) in said, text


def test_a_sheet_for_the_wall_says_the_same_in_short(sheet: Sheet) -> None:
    said = sheet.said()
    signs = sheet.view.routine.warning
    for text in (*(step.stretch.dose_line for step in steps_of(sheet.view)), signs.instruction):
        assert plain(text) in said, text


def test_each_picture_is_there_once_and_none_is_mirrored(sheet: Sheet) -> None:
    alts = [str(tag.get("/Alt", "")) for kind, tag in sheet.pdf.tags() if kind == "/Figure"]
    shown = [step.stretch.picture.alt for step in steps_of(sheet.view)]
    assert [alt for alt in alts if alt in shown] == shown
    for one in pikepdf.open(BytesIO(sheet.pdf.data)).pages:
        widths = [
            float(drawn.operands[0])
            for drawn in pikepdf.parse_content_stream(one)
            if str(drawn.operator) == "cm"
        ]
        assert min(widths) >= 0


def test_pictures_and_letters_are_as_large_as_promised_and_no_page_is_wasted(sheet: Sheet) -> None:
    pdf, size = sheet.pdf, sheet.edition.print
    pages = range(len(pdf.sheets))
    least = 48 if size.template == "wall" else size.picture - 0.5
    wide = [picture.width for number in pages for picture in pdf.pictures(number)]
    assert sum(width >= least for width in wide) >= len(steps_of(sheet.view))
    # letters in drawings are smaller where a sheet for the wall has no room for larger ones
    assert min(min(pdf.font_sizes(number)) for number in pages) >= size.small - 2
    assert all(pdf.fill(number, band=20) > 0.45 for number in pages[:-1])


def test_pages_are_numbered_in_the_language(sheet: Sheet) -> None:
    pages = len(sheet.pdf.sheets)
    for number, text in enumerate(sheet.pdf.sheets, 1):
        assert {str(number), str(pages)} <= set(NUMBER.findall(text)) | {*text}


def test_numbers_of_steps_stand_right_of_them_and_days_keep_their_order(from_right: Sheet) -> None:
    code = from_right.view.language.code
    marks = [
        (label, entry)
        for label, entry in itertools.pairwise(from_right.elements)
        if label.kind == "/Lbl" and entry.kind == "/LBody" and entry.language == code
    ]
    assert len(marks) > 20
    for label, entry in marks:
        assert label.left > entry.left, entry.text
    version = from_right.view.document.day.isoformat().replace("-", "")
    assert version in from_right.said() + "".join(from_right.pdf.sheets)


def test_step_stands_beside_step(both: Sheet) -> None:
    """English first, then at once the same in the language; each says in which it is."""
    entries = [(one.language, plain(one.text)) for one in both.elements if one.kind == "/LBody"]
    english, there = both.views
    for first, second in zip(steps_of(english), steps_of(there), strict=True):
        for a, b in zip(first.stretch.steps, second.stretch.steps, strict=True):
            at = entries.index(("en", plain(a)))
            assert (there.language.code, plain(b)) in entries[at:]
    pairs_of_steps = [*itertools.pairwise(entries)]
    first, second = steps_of(english)[0], steps_of(there)[0]
    for a, b in zip(first.stretch.steps, second.stretch.steps, strict=True):
        assert (("en", plain(a)), (there.language.code, plain(b))) in pairs_of_steps


def test_the_page_leads_to_each_edition(site: Path) -> None:
    for code, routine in pairs():
        html = (site / code / routine / "index.html").read_text("utf-8")
        links = re.findall(r'href="[./]*/handouts/([^"]+\.pdf)"', html)
        language = pairs()[code, routine].there.language
        assert links == [f"{routine}-{edition.id}.pdf" for edition in editions_in(language)]
        for link in links:
            assert (site / code / "handouts" / link).exists()
