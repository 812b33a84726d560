"""The choices for printing, and paper that leads back to its page."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.conftest import ServeSite
from tests.support.content import real_library, steps_of
from tests.support.pdf import Pdf, same
from tests.support.variant import ADDRESS, build_once, build_variant, shared_folder
from tests.support.visit import Visits

pytestmark = pytest.mark.browser

PAPERS = pytest.mark.parametrize("paper", ["A4", "Letter"])
NAME = "Zoë O'Neil <b>"


@pytest.fixture(scope="module")
def clinic_url(tmp_path_factory: pytest.TempPathFactory, serve_site: ServeSite) -> str:
    """The site of a clinic's copy, which knows its own address."""
    shared = shared_folder(tmp_path_factory.getbasetemp())
    site: Path = build_once(shared, "variant", build_variant)
    return serve_site(site, "/repo/")


def choose(page: Page, names: tuple[str, str] = ("", ""), **choices: str) -> None:
    """Open the choices, take these, and press print; the dialog of the browser stays away."""
    page.evaluate("() => { window.print = () => { document.body.dataset.printed = '' } }")
    page.get_by_role("button", name="Print", exact=True).click()
    for name, value in choices.items():
        page.check(f"#print input[name=print-{name}][value={value}]")
    page.fill("[data-print-for]", names[0])
    page.fill("[data-print-by]", names[1])
    page.click("#print [type=submit]")
    page.wait_for_selector("body[data-printed]")


def printed(page: Page, paper: str = "A4") -> Pdf:
    return Pdf(page.pdf(format=paper))


@PAPERS
def test_six_stretches_fit_on_one_sheet(visits: Visits, clinic_url: str, paper: str) -> None:
    page = visits.open(f"{clinic_url}sciatica/")
    choose(page, layout="compact")
    pdf = printed(page, paper)
    library = real_library()
    assert len(pdf.sheets) == 2
    for section in library.routines["sciatica"].sections:
        for step in section.steps:
            exercise = library.exercises[step.exercise]
            for text in (exercise.name, *steps_of(exercise), *(c.text for c in exercise.cautions)):
                assert same(text) in pdf.text, text
    for sign in library.urgent_signs["back"].emergency:
        assert same(sign) in pdf.sheets[0]
    times = [f"{minutes} minutes of it stretching" for minutes in (7, 10)]
    for text in (*times, "up to 10 times a day"):
        assert same(text) in pdf.text


@PAPERS
def test_large_print_is_large_and_keeps_the_warnings_on_the_first_sheet(
    visits: Visits, clinic_url: str, paper: str
) -> None:
    page = visits.open(f"{clinic_url}sciatica/")
    choose(page, size="large")
    page.emulate_media(media="print")
    size = "(e) => parseFloat(getComputedStyle(e).fontSize) * 0.75"
    for place in ("details.stretch li", ".urgent li", "details.stretch dd"):
        assert page.locator(place).first.evaluate(size) > 15.9
    page.emulate_media(media="null")
    pdf, signs = printed(page, paper), real_library().urgent_signs["back"]
    for text in (*signs.emergency, *signs.see_doctor_first, *signs.see_someone):
        assert same(text) in pdf.sheets[0], text


def test_one_on_each_page(visits: Visits, clinic_url: str) -> None:
    page = visits.open(f"{clinic_url}sciatica/")
    choose(page, layout="single")
    pdf = printed(page)
    for step in (step for s in real_library().routines["sciatica"].sections for step in s.steps):
        exercise = real_library().exercises[step.exercise]
        (sheet,) = [sheet for sheet in pdf.sheets if same(steps_of(exercise)[0]) in sheet]
        assert same(steps_of(exercise)[-1]) in sheet


def test_a_week_to_tick_off_blanks_and_names(visits: Visits, clinic_url: str) -> None:
    page = visits.open(f"{clinic_url}sciatica/")
    choose(page, (NAME, "J. Doe"), diary="yes", blanks="yes")
    pdf = printed(page)
    assert same(f"Prepared for: {NAME}") in pdf.sheets[0]
    assert same("Prepared by: J. Doe") in pdf.sheets[0]
    assert pdf.text.count(same("My dose:")) == 6
    week = pdf.text.partition(same("My week"))[2]
    for name in ("Mon", "Sun", "Standing glute squeeze", "One-leg-up groin stretch"):
        assert same(name) in week
    choose(page, diary="no", blanks="no")
    again = printed(page).text
    assert same(NAME) not in again, "an earlier print leaves nothing behind"
    assert same("My week") not in again


def test_choices_are_remembered_and_names_are_not(visits: Visits, clinic_url: str) -> None:
    page = visits.open(f"{clinic_url}sciatica/")
    choose(page, (NAME, "J. Doe"), size="large", pictures="large")
    kept = page.evaluate("() => JSON.stringify({ ...localStorage, ...sessionStorage })")
    assert "print-size" in kept
    assert "Zoë" not in kept
    assert "print-pictures" not in kept, "what is usual need not be kept"
    page.goto(f"{clinic_url}stretches/bedside-hip-stretch/")
    page.get_by_role("button", name="Print", exact=True).click()
    page.wait_for_selector("input[name=print-size][value=large]:checked")
    assert page.locator("[data-print-for]").input_value() == ""


def test_one_stretch_is_one_sheet(visits: Visits, clinic_url: str) -> None:
    page = visits.open(clinic_url)
    for number, name in enumerate(sorted(real_library().exercises)):
        if name == "bridge":
            continue  # has moved in this copy
        page.goto(f"{clinic_url}stretches/{name}/")
        assert len(printed(page, ("A4", "Letter")[number % 2]).sheets) == 1, name


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_paper_leads_back_to_its_page(visits: Visits, clinic_url: str, *, script: bool) -> None:
    for address in ("sciatica/", "stretches/bedside-hip-stretch/", "about/"):
        page = visits.open(clinic_url + address, java_script=script)
        pdf = printed(page)
        for dpi in (150, 300):
            assert pdf.codes(dpi=dpi) == [ADDRESS + address]


def test_the_code_is_two_centimeters_wide_and_only_on_paper(
    visits: Visits, clinic_url: str
) -> None:
    page = visits.open(f"{clinic_url}sciatica/")
    assert not page.locator("[data-qr-of-page]").is_visible()
    page.emulate_media(media="print")
    width = page.locator("[data-qr-of-page] svg").evaluate("(e) => e.getBoundingClientRect().width")
    modules = page.locator("[data-qr-of-page] svg").evaluate("(e) => e.viewBox.baseVal.width")
    assert width / 96 * 25.4 * (modules - 4) / modules >= 20


@PAPERS
def test_every_sheet_says_what_it_is_and_whose(visits: Visits, clinic_url: str, paper: str) -> None:
    pdf = printed(visits.open(f"{clinic_url}sciatica/", java_script=False), paper)
    for number, sheet in enumerate(pdf.sheets, 1):
        for text in (
            "Sciatica stretches",
            "Back & Neck <Clinic>",
            f"Page {number} of {len(pdf.sheets)}",
            "Not yet reviewed by a clinician.",
            "Version 2026",
            "Document sciatica-",
        ):
            assert same(text) in sheet, f"sheet {number}: {text}"
        assert min(pdf.ink_box(number - 1)) > 4.2


def test_paper_is_white_even_from_a_dark_page(visits: Visits, clinic_url: str) -> None:
    page = visits.open(f"{clinic_url}sciatica/")
    page.evaluate("() => document.documentElement.setAttribute('data-scheme', 'dark')")
    picture = printed(page).picture()
    white = sum(picture.histogram()[250:]) / (picture.width * picture.height)
    assert white > 0.8
