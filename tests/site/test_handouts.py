"""The ready handouts: complete, readable, tagged, and on the paper they say."""

import itertools
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import page
import pytest
from lxml import etree

from stretchbook import addresses
from stretchbook.model import Library, UrgentSigns
from stretchbook.model.paper import EDITIONS, PAPERS, Edition
from stretchbook.views.dose_view import dose_line
from stretchbook.views.handout_view import view_handout
from stretchbook.views.routine_view import RoutineView, StepView
from stretchbook.words import our_words
from tests.support.content import self_test_of, shown_library, steps_of
from tests.support.pdf import Pdf, same

pytestmark = pytest.mark.site

ROUTINES = tuple(shown_library().routines)
PLANS = {addresses.plan_on_paper(name): plan for name, plan in shown_library().plans.items()}
HEADING = re.compile(r"/H([1-6])")


WHOLE = tuple(edition for edition in EDITIONS if edition.print.template == "handout")
WALL = tuple(edition for edition in EDITIONS if edition.print.template == "wall")

Handout = tuple[str, Edition, Pdf]


@cache
def view_of(name: str) -> RoutineView:
    """What is printed: a routine, or a ready-made plan."""
    library = shown_library()
    shown = PLANS.get(name) or library.routines[name]
    return view_handout(our_words(), library, shown).routine


def steps_in(name: str) -> list[StepView]:
    return [step for section in view_of(name).sections for step in section.steps]


@cache
def read(path: Path) -> Pdf:
    """Each file once, whatever asks for it."""
    return Pdf(path.read_bytes())


def opened(request: pytest.FixtureRequest, site: Path) -> Handout:
    name, edition = request.param
    return name, edition, read(site / f"handouts/{name}-{edition.id}.pdf")


def both(editions: Iterable[Edition]) -> list[tuple[str, Edition]]:
    """Of each routine, and those on A4 of each plan: on Letter a plan is set like a routine."""
    on_a4 = [edition for edition in editions if edition.paper == PAPERS[0]]
    return [*itertools.product(ROUTINES, editions), *itertools.product(PLANS, on_a4)]


def named(param: tuple[str, Edition]) -> str:
    return f"{param[0]}-{param[1].id}"


@pytest.fixture(scope="module", params=both(EDITIONS), ids=named)
def sheet(request: pytest.FixtureRequest, site: Path) -> Handout:
    return opened(request, site)


@pytest.fixture(scope="module", params=both(WHOLE), ids=named)
def handout(request: pytest.FixtureRequest, site: Path) -> Handout:
    """Those that leave nothing out."""
    return opened(request, site)


@pytest.fixture(scope="module", params=both(WALL), ids=named)
def wall(request: pytest.FixtureRequest, site: Path) -> Handout:
    return opened(request, site)


@pytest.fixture(scope="module", params=itertools.product(ROUTINES, WHOLE), ids=named)
def routine_sheet(request: pytest.FixtureRequest, site: Path) -> Handout:
    return opened(request, site)


@pytest.fixture(scope="module", params=itertools.product(PLANS, EDITIONS), ids=named)
def plan_sheet(request: pytest.FixtureRequest, site: Path) -> Handout:
    return opened(request, site)


def signs_of(library: Library, name: str) -> UrgentSigns:
    routine = library.routines.get(name)
    return library.urgent_signs[(routine or library.site).urgent_signs]


def test_it_is_small_and_on_the_right_paper(sheet: Handout) -> None:
    _, edition, pdf = sheet
    assert len(pdf.data) < 400_000
    for size in pdf.sizes:
        width, height = reversed(size) if edition.print.sideways else size
        assert abs(width - edition.paper.width) < 0.1
        assert abs(height - edition.paper.height) < 0.1


def test_what_keeps_one_safe_is_whole_on_page_one(handout: Handout, library: Library) -> None:
    name, _, pdf = handout
    signs = signs_of(library, name)
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
    routine_sheet: Handout, library: Library
) -> None:
    routine, _, pdf = routine_sheet
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


def test_advice_and_research_are_there(routine_sheet: Handout, library: Library) -> None:
    name, _, pdf = routine_sheet
    routine = library.routines[name]
    for advice in (*routine.how_often, *routine.when_to_stop, *routine.afterwards):
        assert same(advice.text) in pdf.text, advice.text
    for text in (*routine.for_whom, *(item.text for item in routine.evidence)):
        assert same(text) in pdf.text, text
    assert same("Not yet reviewed by a clinician.") in pdf.text


def test_nothing_said_of_a_stretch_is_left_out(handout: Handout) -> None:
    name, _, pdf = handout
    for step in steps_in(name):
        for value in (*(": ".join(fact) for fact in step.facts), step.stretch.dose_line):
            assert same(value) in pdf.text, value
        for remark in step.stretch.remarks:
            for line in remark.lines:
                said = line.text or (line.link.label if line.link else "")
                assert same(said) in pdf.text, remark.label


def test_a_plan_has_its_own_doses_and_notes_and_its_own_code(
    plan_sheet: Handout, library: Library
) -> None:
    name, edition, pdf = plan_sheet
    plan, at = PLANS[name], 0
    assert same(plan.title) in pdf.sheets[0]
    assert same(plan.about or "") in pdf.sheets[0]
    for step in plan.steps:
        exercise = library.exercises[step.exercise]
        dose = dose_line(our_words(), step.dose or exercise.dose)
        assert same(dose) in pdf.text, dose
        assert same(step.note or "") in pdf.text
        if edition in WHOLE:
            at = pdf.text.index(same(exercise.name + dose), at)
    if codes := pdf.codes():  # the site knows its address
        assert codes[0].endswith(view_of(name).address)


def test_each_ready_made_plan_has_a_link_to_each_of_its_sheets(site: Path) -> None:
    page = (site / "clinicians/index.html").read_text("utf-8")
    links = re.findall(r'href="\.\./(handouts/plans/[^"]+)"', page)
    assert links
    names = {f"handouts/{name}-{edition.id}.pdf" for name in PLANS for edition in EDITIONS}
    assert set(links) == names


def test_pictures_and_letters_are_as_large_as_promised(sheet: Handout) -> None:
    """Millimeters of each stretch's picture, points of each letter."""
    name, edition, pdf = sheet
    count = len(steps_in(name))
    wide = [picture.width for page in range(len(pdf.sheets)) for picture in pdf.pictures(page)]
    few = count <= 6 and name in ROUTINES  # a plan's code and note need room
    least = {"": 60, "large": 110, "wall": 70 if few else 56}[edition.print.id]
    assert sum(width >= least - 0.5 for width in wide) == count
    letters = {size for number in range(len(pdf.sheets)) for size in pdf.font_sizes(number)}
    assert min(letters) >= (16 if edition.print.id == "large" else 9)


def test_no_page_is_wasted(handout: Handout) -> None:
    _, edition, pdf = handout
    least = 0.5 if edition.print.id == "large" else 1 / 3
    for number in range(len(pdf.sheets) - 1):
        assert pdf.fill(number, band=20) > least, f"page {number + 1}"
    assert pdf.fill(len(pdf.sheets) - 1, band=20) > 0.12, "the last page holds a line or two"


@pytest.mark.parametrize("language", ["es", "ar"])
def test_no_last_page_of_another_language_is_for_a_line_or_two(site: Path, language: str) -> None:
    paths = [path for path in site.glob(f"{language}/handouts/*.pdf") if "wall" not in path.stem]
    assert paths
    for path in paths:
        pdf = read(path)
        assert pdf.fill(len(pdf.sheets) - 1, band=20) > 0.12, path.name


def test_take_care_comes_before_the_steps(handout: Handout) -> None:
    name, _, pdf = handout
    for step in steps_in(name):
        at = pdf.text.index(same(step.title + step.stretch.dose_line))
        first = pdf.text.index(same(step.stretch.steps[0]), at)
        for text in (*(caution.text for caution in step.stretch.cautions), step.note):
            assert pdf.text.index(same(text), at) < first, text
        for text in step.stretch.steps:
            assert same(text) in pdf.text[at:], text


def test_a_sheet_for_the_wall_is_one_page_to_be_read_from_the_bed(
    wall: Handout, library: Library
) -> None:
    name, _, pdf = wall
    (text,), letters = pdf.sheets, 0
    for step in steps_in(name):
        for words in (step.stretch.name, step.stretch.dose_line, step.stretch.summary):
            assert same(words) in text, words
        letters += len(same(step.stretch.dose_line))
    assert pdf.font_sizes()[16.0] >= letters, "the dose can be read from two meters"
    service, signs = library.emergency[library.site.emergency], signs_of(library, name)
    for words in (service.instruction, signs.in_short, *library.site.disclaimer.lines):
        assert same(words) in text, words
    assert same("This sheet is only a reminder.") in text


def test_nothing_is_printed_where_printers_cannot(sheet: Handout) -> None:
    _, _, pdf = sheet
    for number in range(len(pdf.sheets)):
        assert min(pdf.ink_box(number)) > 4.2, f"page {number + 1}"


def test_each_page_has_its_number_and_says_which_text_it_is(
    sheet: Handout,
) -> None:
    name, _, pdf = sheet
    for number, text in enumerate(pdf.sheets, 1):
        assert f"Page{number}of{len(pdf.sheets)}" in text
        assert same(f"Document {name.rpartition('/')[2]}") in text
        assert "Version20" in text


def test_a_validator_finds_nothing_against_pdf_ua(sheet: Handout) -> None:
    report = page.validate_pdf_bytes(sheet[2].data, profile=page.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, str(report)
    assert report.rules.total > 100


def test_the_validator_finds_what_is_wrong(handout: Handout) -> None:
    spoiled = handout[2].data.replace(b"/Lang", b"/Gnal")
    report = page.validate_pdf_bytes(spoiled, profile=page.ValidationProfile.PDF_UA_1)
    assert not report.is_compliant


def test_it_keeps_the_rules_of_pdf_ua(sheet: Handout) -> None:
    """What PDF/UA-1 asks and a program can see; Typst itself refuses to write what breaks it."""
    name, _, pdf = sheet
    root = pdf.root
    assert bool(root.MarkInfo.Marked)
    assert str(root.Lang) == "en"
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    metadata = etree.fromstring(root.Metadata.read_bytes())
    part = metadata.xpath("string(//*[local-name()='part'])")
    assert part == "1"
    assert view_of(name).name in "".join(metadata.itertext())


def test_every_picture_has_its_words(sheet: Handout) -> None:
    name, _, pdf = sheet
    told = [str(tag.get("/Alt", "")) for kind, tag in pdf.tags() if kind == "/Figure"]
    expected = [step.stretch.picture.alt for step in steps_in(name)]
    assert [alt for alt in told if not alt.startswith("QR")] == expected


def test_headings_skip_no_level_and_are_bookmarks(sheet: Handout) -> None:
    name, _, pdf = sheet
    levels = [int(found[1]) for kind, _ in pdf.tags() if (found := HEADING.fullmatch(kind))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    for before, after in itertools.pairwise(levels):
        assert after <= before + 1
    assert len(levels) > len(steps_in(name))
    titles = pdf.bookmarks()
    assert titles[0] == view_of(name).name
    assert len(titles) == len(levels)


def test_letters_are_embedded_and_large_enough(sheet: Handout) -> None:
    _, _, pdf = sheet
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
