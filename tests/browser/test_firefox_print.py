"""What Firefox prints: it lays pages out by its own rules, and many print with it."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from functools import cache

import pytest

from develop.browsers import FIREFOX
from tests.support.content import real_library, steps_of
from tests.support.firefox import Firefox
from tests.support.pdf import Line, Pdf, same

pytestmark = pytest.mark.browser

LIBRARY = real_library()
FOUR = ("bridge", "knee-rolls", "pelvic-tilt", "knee-to-chest")
ONE = "stretches/bridge/"
PLAN = f"plan/#1/title:Your_first_week/{'/'.join(FOUR)}/end:0000"
STRETCHES: Mapping[str, tuple[str, ...]] = {
    **{
        f"{routine.id}/": tuple(s.exercise for p in routine.sections for s in p.steps)
        for routine in LIBRARY.routines.values()
    },
    ONE: ("bridge",),
    PLAN: FOUR,
}
"""The addresses that are printed, and the stretches on each in order."""
FEWEST_WORDS = 30  # on a last sheet; a sentence is not worth one
# Letter is shorter than A4; on each, and without script, one that is long and another kind of page.
PRINTS = (
    *((address, "Letter", True) for address in STRETCHES),
    *((address, "A4", True) for address in ("sciatica/", PLAN)),
    *((address, "A4", False) for address in ("sciatica/", ONE)),
)
MADE_BY_SCRIPT = (
    "document.querySelectorAll('[popovertarget=print]:not([popovertargetaction])').length"
)
TITLES = "[...document.querySelectorAll('h1, h2, h3, h4')].flatMap(" + (
    "(title) => [title, ...title.children].map((part) => part.textContent))"
)


def named(param: tuple[str, str, bool]) -> str:
    address, paper, script = param
    return f"{address.partition('#')[0]}-{paper}{'' if script else '-no-script'}"


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[bool], Firefox]]:
    """With script or without, once it is asked for: to start one costs as much as ten prints."""
    path = FIREFOX.find()
    if not path:
        pytest.skip(FIREFOX.cure)
    with ExitStack() as running:

        @cache
        def started(script: bool) -> Firefox:  # noqa: FBT001 - which of the two
            profile = tmp_path_factory.mktemp("firefox")
            return running.enter_context(Firefox(path, profile, script=script))

        yield started


@pytest.fixture(scope="module", params=PRINTS, ids=named)
def printed(
    request: pytest.FixtureRequest, firefox: Callable[[bool], Firefox], site_url: str
) -> tuple[str, Pdf, list[str]]:
    """The address, its paper and its titles."""
    address, paper, script = request.param
    browser = firefox(script)
    browser.open(site_url + address)
    if address == PLAN:
        browser.wait_until("!!document.querySelector('[data-plan-patient] h1')")
    assert bool(browser.evaluate(MADE_BY_SCRIPT)) == script
    return address, browser.print(paper), browser.evaluate(TITLES)


Printed = tuple[str, Pdf, list[str]]


def begins(line: Line, text: str) -> bool:
    """Whether a text, or its first line, stands in this line."""
    return same(text).startswith(line.words) if len(line.words) > 12 else line.words == same(text)


def follows(one: tuple[int, Line], other: tuple[int, Line]) -> bool:
    """Whether it is read later: on a later sheet, further down, or in a column to the right."""
    (page, line), (other_page, before) = one, other
    to_the_right = line.place.left > before.place.left + 40
    return page > other_page or (
        page == other_page and (line.place.top > before.place.top or to_the_right)
    )


def test_the_first_sheet_says_what_it_is(printed: Printed) -> None:
    address, pdf, _ = printed
    names = {f"{name}/": item.name for name, item in LIBRARY.routines.items()}
    names |= {ONE: LIBRARY.exercises["bridge"].name, PLAN: "Your first week"}
    assert same(names[address]) in [line.words for line in pdf.lines(0)]


def test_what_keeps_one_safe_is_on_the_first_sheet(printed: Printed) -> None:
    address, pdf, _ = printed
    routine = LIBRARY.routines.get(address.strip("/"))
    signs = LIBRARY.urgent_signs[routine.urgent_signs if routine else LIBRARY.site.urgent_signs]
    every_sign = (*signs.emergency, *signs.see_doctor_first, *signs.see_someone)
    for text in (
        *LIBRARY.site.disclaimer.lines,
        *((signs.in_short,) if address == ONE else every_sign),
        LIBRARY.emergency[LIBRARY.site.emergency].instruction,
    ):
        assert same(text) in pdf.sheets[0], text


def test_all_steps_and_cautions_are_there(printed: Printed) -> None:
    address, pdf, _ = printed
    for name in STRETCHES[address]:
        exercise = LIBRARY.exercises[name]
        for text in (*steps_of(exercise), *(caution.text for caution in exercise.cautions)):
            assert same(text) in pdf.text, text


def test_names_and_steps_stand_in_their_order(printed: Printed) -> None:
    address, pdf, _ = printed
    places = [(page, line) for page in range(len(pdf.sheets)) for line in pdf.lines(page)]
    here = None
    for number, name in enumerate(STRETCHES[address], 1):
        exercise = LIBRARY.exercises[name]
        title = exercise.name if address == ONE else f"{number}. {exercise.name}"
        numbered = (f"{n}. {step}" for n, step in enumerate(steps_of(exercise), 1))
        for text in (title, *numbered):
            found = [place for place in places if begins(place[1], text)]
            here = next((place for place in found if not here or follows(place, here)), None)
            assert here, f"{text} is not where it belongs"


def test_every_stretch_has_its_picture(printed: Printed) -> None:
    address, pdf, _ = printed
    pictures = [picture for page in range(len(pdf.sheets)) for picture in pdf.pictures(page)]
    assert len([picture for picture in pictures if picture.width > 40]) == len(STRETCHES[address])


def test_no_sheet_but_the_last_is_nearly_empty(printed: Printed) -> None:
    _, pdf, titles = printed
    assert len(titles) > 5
    fills = [pdf.fill(page) for page in range(len(pdf.sheets))]
    assert [page for page, fill in enumerate(fills[:-1], 1) if fill < 1 / 3] == []


def test_no_sheet_is_for_a_sentence(printed: Printed) -> None:
    _, pdf, _ = printed
    assert len(pdf.words[-1].split()) > FEWEST_WORDS


def test_every_title_has_its_text_below_it(printed: Printed) -> None:
    _, pdf, titles = printed
    assert len(titles) > 5
    lonely = {page + 1: pdf.lonely(titles, page) for page in range(len(pdf.sheets))}
    assert {page: found for page, found in lonely.items() if found} == {}


def test_nothing_is_outside_the_paper(printed: Printed) -> None:
    _, pdf, _ = printed
    for page, (width, height) in enumerate(pdf.sizes):
        assert min(pdf.ink_box(page)) > 4.2
        for line in pdf.lines(page):
            place = line.place
            assert 0 < place.left < place.left + place.width < width, line.words
            assert 0 < place.top < place.top + place.height < height, line.words
