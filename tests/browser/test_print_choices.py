"""What the browser prints: handout, large print, wall sheet and cards, read back from paper."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.conftest import ServeSite
from tests.support.content import british_library, steps_of
from tests.support.pdf import Pdf, Placed, same
from tests.support.variant import ADDRESS, build_once, build_variant, shared_folder
from tests.support.visit import Visits

pytestmark = pytest.mark.browser

PAPERS = pytest.mark.parametrize("paper", ["A4", "Letter"])
NAME = "Zoë O'Neil <b>"
PICTURE = 64  # millimeters: a letter in it has more than nine points
LONGEST = "stretches/legs-up-groin-stretch/"  # of all that have a sheet of their own
CODE = 40  # no code of a page is wider


@pytest.fixture(scope="module")
def clinic_url(tmp_path_factory: pytest.TempPathFactory, serve_site: ServeSite) -> str:
    """The site of a clinic's copy, which knows its own address."""
    shared = shared_folder(tmp_path_factory.getbasetemp())
    site: Path = build_once(shared, "variant", build_variant)
    return serve_site(site, "/repo/")


def choose(page: Page, names: tuple[str, str] = ("", ""), **choices: str) -> None:
    """Open the choices, take these, and press print; the dialog of the browser stays away."""
    page.evaluate("() => { window.print = () => { document.body.dataset.printed = '' } }")
    page.evaluate("() => { delete document.body.dataset.printed }")
    page.click("button[popovertarget=print]:not([popovertargetaction])")
    for name, value in choices.items():
        page.check(f"#print input[name=print-{name.rstrip('_')}][value={value}]")
    page.fill("[data-print-for]", names[0])
    page.fill("[data-print-by]", names[1])
    page.click("#print [type=submit]")
    page.wait_for_selector("body[data-printed]")


def printed(page: Page, paper: str = "A4") -> Pdf:
    return Pdf(page.pdf(format=paper))


def drawings(pdf: Pdf, sheet: int) -> list[Placed]:
    return [picture for picture in pdf.pictures(sheet) if picture.width > CODE]


def letters(pdf: Pdf, sheet: int, points: float) -> int:
    """How many letters of a page are at least so large."""
    return sum(count for size, count in pdf.font_sizes(sheet).items() if size >= points - 0.05)


@PAPERS
def test_a_handout_has_large_pictures_and_no_empty_page(
    visits: Visits, clinic_url: str, paper: str
) -> None:
    page = visits.look(f"{clinic_url}sciatica/")
    choose(page, as_="handout")
    pdf = printed(page, paper)
    assert len(pdf.sheets) <= 7
    found = [picture for sheet in range(len(pdf.sheets)) for picture in drawings(pdf, sheet)]
    assert [round(picture.width) for picture in found] == [PICTURE] * 6
    fills = [pdf.fill(sheet) for sheet in range(len(pdf.sheets))]
    assert min(fills[:-1]) > 0.5, fills
    edges = [min(pdf.ink_box(sheet)) for sheet in range(len(pdf.sheets))]
    assert min(edges) > 4.2, edges
    sizes = {size for sheet in range(len(pdf.sheets)) for size in pdf.font_sizes(sheet)}
    assert min(sizes) >= 8.9, sizes


LEAST_ON_LAST = 0.12  # of a sheet; a line or two is not worth one


@PAPERS
@pytest.mark.parametrize("language", ["", "es/"], ids=["en", "es"])
def test_no_sheet_is_printed_for_a_line_or_two(
    visits: Visits, clinic_url: str, site_url: str, language: str, paper: str
) -> None:
    for site in (site_url,) if language else (clinic_url, site_url):
        page = visits.open(site)
        for address in ("sciatica/", "low-back-pain/", "daily-warm-up/", LONGEST):
            # a picture in sight is no part of the load event, and nobody prints that soon
            page.goto(site + language + address, wait_until="networkidle")
            pictures = page.locator("article .picture").count()
            found = {"no form": printed(page, paper)}
            for kind in ("handout", "large"):
                choose(page, as_=kind)
                found[kind] = printed(page, paper)
            for kind, pdf in found.items():
                fill = pdf.fill(len(pdf.sheets) - 1)
                assert fill > LEAST_ON_LAST, f"{site}{language}{address} {kind}"
                shown = sum(len(drawings(pdf, sheet)) for sheet in range(len(pdf.sheets)))
                assert shown == pictures, f"{address} {kind}: a picture is cut or missing"
                for number in range(len(pdf.sheets)):
                    assert min(pdf.ink_box(number)) > 4, f"{address} {kind}, sheet {number + 1}"


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_the_order_of_a_handout_is_the_same_with_and_without_script(
    visits: Visits, clinic_url: str, *, script: bool
) -> None:
    library = british_library()
    page = visits.open(f"{clinic_url}sciatica/", java_script=script)
    pdf = printed(page)
    routine, signs = library.routines["sciatica"], library.urgent_signs["back"]
    exercise = library.exercises[routine.sections[0].steps[0].exercise]
    order = [
        *("Back & Neck <Clinic>", "020 7946 0000", routine.name, library.site.disclaimer.lines[0]),
        *(signs.emergency[0], signs.see_doctor_first[0], routine.for_whom[0]),
        *("How often", exercise.name, exercise.cautions[0].text, steps_of(exercise)[0]),
        *("What research says", "Sources"),
    ]
    text, at = pdf.text, 0
    for part in order:
        found = text.find(same(part), at)
        assert found >= 0, f"{part!r} is missing, or comes too early"
        at = found


@PAPERS
def test_large_print_is_large_and_keeps_the_warnings_on_the_first_sheet(
    visits: Visits, clinic_url: str, paper: str
) -> None:
    page = visits.look(f"{clinic_url}sciatica/")
    choose(page, as_="large")
    pdf, signs = printed(page, paper), british_library().urgent_signs["back"]
    for text in (*signs.emergency, *signs.see_doctor_first, *signs.see_someone):
        assert same(text) in pdf.sheets[0], text
    found = [picture for sheet in range(len(pdf.sheets)) for picture in drawings(pdf, sheet)]
    assert len(found) == 6
    assert min(picture.width for picture in found) >= 110
    fills = [pdf.fill(sheet) for sheet in range(len(pdf.sheets))]
    assert min(fills[:-1]) > 0.4, fills  # before a picture that needs half a sheet
    for sheet, text in enumerate(pdf.sheets):
        edges = 250  # letters at the edges of the paper
        assert letters(pdf, sheet, 15.9) > len(text) - edges, sheet


@PAPERS
@pytest.mark.parametrize("routine", ["sciatica", "low-back-pain"])
def test_a_wall_sheet_is_one_page_that_one_reads_from_afar(
    visits: Visits, clinic_url: str, routine: str, paper: str
) -> None:
    page = visits.look(f"{clinic_url}{routine}/")
    choose(page, as_="wall")
    pdf, library = printed(page, paper), british_library()
    assert len(pdf.sheets) == 1
    steps = [step for section in library.routines[routine].sections for step in section.steps]
    doses = page.locator(".paper-dose")
    assert doses.count() == len(steps)
    said = "".join(same(dose) for dose in doses.all_inner_texts())
    # letters of pictures stand beside them, in another size
    assert "".join(line.words for line in pdf.lines() if round(line.size) == 16) == said
    emergency = library.emergency["uk"].instruction
    for text in (
        emergency,
        "This sheet is only a reminder.",
        "This is not medical advice.",
        "020 7946",
    ):
        assert same(text) in pdf.text, text
    for step in steps:
        exercise = library.exercises.get(step.exercise)
        assert exercise is None or step.exercise == "bridge" or same(exercise.summary) in pdf.text
    assert pdf.codes(dpi=150) == [f"{ADDRESS}{routine}/"]
    assert same(f"{ADDRESS}{routine}/".removeprefix("https://")) in pdf.text
    assert min(pdf.ink_box()) > 4
    boxes = page.locator(".paper-picture img")
    page.set_viewport_size({"width": 718, "height": 1123 if paper == "A4" else 1056})
    page.emulate_media(media="print")
    widths = [box.evaluate(WIDTH_OF_DRAWING) for box in boxes.all()]
    assert min(widths) >= (70 if len(steps) == 6 else 50), widths


# In millimeters, of a picture that keeps its shape in a box of another.
WIDTH_OF_DRAWING = """(image) => {
  const { width, height } = image.getBoundingClientRect()
  const scale = Math.min(width / image.naturalWidth, height / image.naturalHeight)
  return (image.naturalWidth * scale * 25.4) / 96
}"""


@PAPERS
def test_a_card_is_a_quarter_of_a_sheet_and_holds_every_step_and_caution(
    visits: Visits, clinic_url: str, paper: str
) -> None:
    page = visits.look(f"{clinic_url}sciatica/")
    choose(page, as_="cards")
    pdf, library = printed(page, paper), british_library()
    assert len(pdf.sheets) == 2
    codes = [code for sheet in range(2) for code in pdf.codes(sheet, 150)]
    for section in library.routines["sciatica"].sections:
        for step in section.steps:
            exercise = library.exercises[step.exercise]
            for text in (exercise.name, *steps_of(exercise), *(c.text for c in exercise.cautions)):
                assert same(text) in pdf.text, text
            assert f"{ADDRESS}stretches/{step.exercise}/" in codes
    emergency = library.emergency["uk"].instruction
    for text in (emergency, "020 7946", "Not yet reviewed by a clinician."):
        assert pdf.text.count(same(text)) == 6, text
    page.emulate_media(media="print")
    assert page.locator(".paper-card").count() == 6
    assert page.evaluate(CUT_OFF) == 0
    sizes = {size for sheet in range(2) for size in pdf.font_sizes(sheet)}
    assert min(sizes) >= 8.9, sizes


# How many cards have something in the white at their lower edge, or below it.
CUT_OFF = """() => [...document.querySelectorAll('.paper-card')].filter((card) => {
  const { offsetTop, offsetHeight } = card.lastElementChild
  return offsetTop + offsetHeight > card.clientHeight - 20
}).length"""


def test_every_stretch_has_room_on_a_quarter_of_a_sheet(visits: Visits, site_url: str) -> None:
    page = visits.open(site_url)
    for routine in ("sciatica", "low-back-pain", "daily-warm-up"):
        page.goto(f"{site_url}{routine}/")
        choose(page, as_="cards")
        names = page.locator(".paper-wide h2").all_inner_texts()
        assert names == [], "they have half a sheet"


def test_what_is_too_long_for_a_quarter_has_half_a_sheet(visits: Visits, clinic_url: str) -> None:
    page = visits.open(f"{clinic_url}sciatica/")
    long = "Keep your back flat on the floor and breathe. " * 8
    page.locator("details.stretch .warning li").first.evaluate("(e, t) => e.textContent = t", long)
    choose(page, as_="cards")
    pdf = printed(page, "Letter")
    assert len(pdf.sheets) == 2
    assert same(long) in pdf.text
    page.emulate_media(media="print")
    assert page.locator(".paper-wide").count() == 1
    assert page.evaluate(CUT_OFF) == 0


GERMAN = "Rückenmuskulaturentspannungsübung im Vierfüßlerstand"
ARABIC = "تمرين إطالة عضلات أسفل الظهر والحوض"
# As a clinic's own content may be: names and first steps of other languages, a logo like a tower.
IN_OTHER_WORDS = """(names) => {
  for (const [at, block] of [...document.querySelectorAll('details.stretch')].entries()) {
    const parts = [...block.querySelector('h3').childNodes]
    const title = parts.find((node) => node.data?.trim())
    title.data = `${at + 1}. ${names[at % 2]} `
    block.querySelector('ol li').textContent = `${names[at % 2]} ${names[at % 2]}`
  }
  const logo = document.querySelector('.letterhead .clinic-logo')
  logo.width = 20
  logo.height = 80
}"""
OVERLAID = """() => {
  const items = [...document.querySelectorAll('.paper-sheet li, .paper-card > div')]
  return items.flatMap((item) => {
    const boxes = [...item.children].map((part) => part.getBoundingClientRect())
    const isOver = ({ top, left }, { bottom, left: start, right }) =>
      top < bottom - 1 && left >= start && left < right - 1
    return boxes.slice(1).flatMap((box, at) => isOver(box, boxes[at]) ? [item.textContent] : [])
  })
}"""


@PAPERS
@pytest.mark.parametrize(("way", "sheets"), [("wall", 1), ("cards", 2)])
def test_other_languages_and_a_tall_logo_take_no_more_paper(
    visits: Visits, clinic_url: str, paper: str, way: str, sheets: int
) -> None:
    page = visits.look(f"{clinic_url}sciatica/")
    page.evaluate(IN_OTHER_WORDS, [GERMAN, ARABIC])
    choose(page, as_=way)
    pdf = printed(page, paper)
    assert len(pdf.sheets) == sheets
    assert pdf.text.count(same(GERMAN)) >= 3
    if way == "wall":  # the edges of cards are where one cuts
        assert min(pdf.ink_box()) > 4.2
    page.set_viewport_size({"width": 800, "height": 1100})
    page.emulate_media(media="print")
    assert page.locator(".paper .paper-picture img").count() == 6
    assert page.evaluate(OVERLAID) == []


def test_the_card_of_one_stretch_comes_four_times(visits: Visits, clinic_url: str) -> None:
    page = visits.look(f"{clinic_url}stretches/pelvic-tilt/")
    choose(page, as_="cards")
    pdf = printed(page)
    exercise = british_library().exercises["pelvic-tilt"]
    assert pdf.text.count(same(steps_of(exercise)[0])) == 4
    assert pdf.text.count(same(exercise.cautions[0].text)) == 4


def test_one_on_each_page(visits: Visits, clinic_url: str) -> None:
    page = visits.look(f"{clinic_url}sciatica/")
    choose(page, single="yes")
    pdf = printed(page)
    for step in (step for s in british_library().routines["sciatica"].sections for step in s.steps):
        exercise = british_library().exercises[step.exercise]
        (sheet,) = [sheet for sheet in pdf.sheets if same(steps_of(exercise)[0]) in sheet]
        assert same(steps_of(exercise)[-1]) in sheet


def test_a_week_to_tick_off_blanks_and_names(visits: Visits, clinic_url: str) -> None:
    page = visits.look(f"{clinic_url}sciatica/")
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
    page = visits.look(f"{clinic_url}sciatica/")
    choose(page, (NAME, "J. Doe"), as_="large", single="no")
    kept = page.evaluate("() => JSON.stringify({ ...localStorage, ...sessionStorage })")
    assert "print-as" in kept
    assert "Zoë" not in kept
    assert "print-single" not in kept, "what is usual need not be kept"
    page.goto(f"{clinic_url}stretches/bedside-hip-stretch/")
    page.get_by_role("button", name="Print", exact=True).click()
    page.wait_for_selector("input[name=print-as][value=large]:checked")
    assert page.locator("[data-print-for]").input_value() == ""


def test_what_an_older_version_remembered_does_no_harm(visits: Visits, clinic_url: str) -> None:
    page = visits.blank()
    page.add_init_script("localStorage.setItem('stretchbook.print-layout', 'compact')")
    page.add_init_script("localStorage.setItem('stretchbook.print-size', 'large')")
    page.goto(f"{clinic_url}sciatica/")
    choose(page)
    assert page.locator("#print input:checked").count() == 4
    assert letters(printed(page), 0, 15.9) < 200


def test_the_browsers_own_menu_prints_the_handout_whatever_was_chosen_before(
    visits: Visits, clinic_url: str
) -> None:
    page = visits.look(f"{clinic_url}sciatica/")
    choose(page, as_="wall")
    assert len(printed(page).sheets) == 1
    page.wait_for_timeout(1200)  # that print is over
    assert len(printed(page).sheets) > 4


def test_one_stretch_is_one_sheet(visits: Visits, clinic_url: str) -> None:
    page = visits.look(clinic_url)
    for number, name in enumerate(sorted(british_library().exercises)):
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
        assert same((ADDRESS + address).removeprefix("https://")) in pdf.sheets[0]


def test_a_site_that_does_not_know_its_address_asks_the_browser(
    visits: Visits, site_url: str
) -> None:
    page = visits.look(f"{site_url}sciatica/?utm=1#main")
    choose(page)
    pdf = printed(page)
    assert pdf.codes(dpi=150) == [f"{site_url}sciatica/?utm=1"]
    assert same(f"{site_url}sciatica/".removeprefix("http://")) in pdf.sheets[0]


def test_the_code_is_large_enough_and_only_on_paper(visits: Visits, clinic_url: str) -> None:
    page = visits.look(f"{clinic_url}sciatica/")
    assert not page.locator("[data-qr-of-page]").is_visible()
    page.emulate_media(media="print")
    width = page.locator("[data-qr-of-page] svg").evaluate("(e) => e.getBoundingClientRect().width")
    modules = page.locator("[data-qr-of-page] svg").evaluate("(e) => e.viewBox.baseVal.width")
    assert width / 96 * 25.4 / modules >= 0.5


OVER = """() => {
  const parts = [...document.querySelectorAll(
    '.letterhead > *, .print-names, .disclaimer, .urgent, article > .lead, article > .facts')]
  const boxes = parts.map((part) => [part.className, part.getBoundingClientRect()])
  return boxes.flatMap(([name, a], at) => boxes.slice(at + 1)
    .filter(([, b]) => a.width && b.width && !name.includes('disclaimer') && a.left < b.right - 1
      && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
    .map(([other]) => `${name} over ${other}`))
}"""


ARABIC = "[\\u0600-\\u06ff\\ufb50-\\ufefc]"
TALL = (
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='50' height='900'>"
    "<rect width='50' height='900'/></svg>"
)
WRITE = """({ lines, logo }) => {
  const place = document.querySelector(".letterhead address")
  place.querySelectorAll("span").forEach((line, at) => { line.textContent = lines[at] ?? "" })
  place.querySelector("img").src = logo
}"""


@pytest.mark.parametrize(
    "lines",
    [
        ("Ein Name " * 33, "+49 " * 30, "Wirbelsäulenbeweglichkeitsübungszentrum" * 4),
        ("مركز العلاج الطبيعي للظهر", "٠٢٠ ٧٩٤٦", "https://example.org/" + "a" * 200),
    ],
    ids=["long", "arabic"],
)
def test_nothing_lies_over_anything_whatever_a_clinic_writes(
    visits: Visits, clinic_url: str, lines: tuple[str, ...]
) -> None:
    page = visits.look(f"{clinic_url}sciatica/", viewport={"width": 690, "height": 900})
    page.evaluate(WRITE, {"lines": list(lines), "logo": TALL})
    choose(page, ("N" * 80, "M" * 80))
    page.emulate_media(media="print")
    assert page.evaluate(OVER) == []
    page.emulate_media(media="null")
    pdf = printed(page)
    assert same(lines[0])[:60] in pdf.sheets[0] or re.search(
        "[\\u0600-\\u06ff\\ufb50-\\ufefc]", pdf.sheets[0]
    )
    assert min(pdf.ink_box()) > 4.2
    for text in british_library().urgent_signs["back"].emergency:
        assert same(text) in pdf.sheets[0]


# Words of titles, doses and facts that a picture lies over, on paper.
UNDER_PICTURES = """() => [...document.querySelectorAll('details.stretch')].flatMap((block) => {
  const picture = block.querySelector('.picture').getBoundingClientRect()
  return [...block.querySelectorAll('h3, .dose, .facts dd')].filter((part) => {
    const range = document.createRange()
    range.selectNodeContents(part)
    return [...range.getClientRects()].some(({ left, right, top, bottom, width }) => width > 1 &&
      left < picture.right && right > picture.left + 1 &&
      top < picture.bottom && bottom > picture.top + 1)
  }).map((part) => part.textContent)
})"""


@pytest.mark.parametrize("address", ["sciatica/", "es/sciatica/", "es/low-back-pain/"])
def test_no_picture_lies_over_words(visits: Visits, site_url: str, address: str) -> None:
    page = visits.open(site_url + address, viewport={"width": 690, "height": 900})
    page.emulate_media(media="print")
    assert page.evaluate(UNDER_PICTURES) == []


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
    page = visits.look(f"{clinic_url}sciatica/")
    page.evaluate("() => document.documentElement.setAttribute('data-scheme', 'dark')")
    picture = printed(page).picture()
    white = sum(picture.histogram()[250:]) / (picture.width * picture.height)
    assert white > 0.8
