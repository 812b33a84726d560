"""On paper everything is there, with and without script, and no sheet is wasted."""

import pytest

from tests.support.content import real_library, self_test_of, steps_of
from tests.support.pdf import Pdf, same
from tests.support.visit import Visits

pytestmark = pytest.mark.browser

LONGEST = "sciatica"  # its first sheet is the fullest
SCRIPT = pytest.mark.parametrize("script", ["script", "no script"])


def printed(visits: Visits, url: str, script: str, paper: str = "A4") -> list[str]:
    """The text of each sheet, with single spaces."""
    page = visits.open(url, java_script=script == "script")
    return Pdf(page.pdf(format=paper)).words


@SCRIPT
def test_a_routine_is_complete_on_paper(visits: Visits, site_url: str, script: str) -> None:
    sheets = printed(visits, f"{site_url}sciatica/", script)
    library = real_library()
    everything = same(" ".join(sheets))
    for section in library.routines["sciatica"].sections:
        for step in section.steps:
            exercise = library.exercises[step.exercise]
            for text in (exercise.name, *steps_of(exercise), exercise.feel):
                assert same(text) in everything, text
            for caution in exercise.cautions:
                assert same(caution.text) in everything, caution.text
    test = self_test_of(library.exercises["legs-up-groin-stretch"])
    assert test
    for text in test:
        assert same(text) in everything, text


@pytest.mark.parametrize(("script", "paper"), [("script", "Letter"), ("no script", "A4")])
def test_what_keeps_one_safe_is_on_the_first_sheet(
    visits: Visits, site_url: str, script: str, paper: str
) -> None:
    library = real_library()
    for name in library.routines if script == "script" else [LONGEST]:
        routine = library.routines[name]
        url = f"{site_url}{routine.id}/"
        first = same(printed(visits, url, script, paper)[0])
        signs = library.urgent_signs[routine.urgent_signs]
        for text in (
            *library.site.disclaimer.lines,
            *signs.emergency,
            *signs.see_doctor_first,
            *signs.see_someone,
            library.emergency[library.site.emergency].instruction,
        ):
            assert same(text) in first, f"{routine.id} on {paper}: {text}"


def test_no_sheet_is_empty_and_nothing_of_the_screen_is_printed(
    visits: Visits, site_url: str
) -> None:
    for address in ("sciatica/", "stretches/bridge/", "stretches/"):
        sheets = printed(visits, site_url + address, "script")
        for number, sheet in enumerate(sheets, 1):
            assert len(sheet) > 40, f"{address}: sheet {number} of {len(sheets)} holds {sheet!r}"
        text = " ".join(sheets)
        for button in ("Open all", "Copy link", "Show the movement", "Skip to", "Display"):
            assert button not in text, f"{address}: {button}"


def test_pictures_that_were_never_scrolled_to_are_printed(visits: Visits, site_url: str) -> None:
    page = visits.look(f"{site_url}sciatica/")
    page.pdf()
    missing = page.evaluate(
        """[...document.querySelectorAll("img.picture")]
            .filter((image) => !(image.complete && image.naturalWidth)).map(({ src }) => src)"""
    )
    assert missing == []
