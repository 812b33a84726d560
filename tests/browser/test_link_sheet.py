"""The sheet of links: each address is right, can be copied, scanned, filtered and printed."""

import re
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.support.axe import violations
from tests.support.content import real_library
from tests.support.pdf import Pdf, same
from tests.support.visit import PHONE, Visits, wait_until

pytestmark = pytest.mark.browser

CLIPBOARD = ("clipboard-read", "clipboard-write")
DESKTOP = ViewportSize(width=1280, height=900)
ITEMS = ".link-sheet > ul > li"


def expected(site_url: str) -> dict[str, str]:
    """Every name, routines first, and its address."""
    library = real_library()
    routines = {r.name: f"{site_url}{r.id}/" for r in library.routines_in_order()}
    by_name = sorted(library.exercises.values(), key=lambda one: one.name.casefold())
    return routines | {one.name: f"{site_url}stretches/{one.id}/" for one in by_name}


def opened(visits: Visits, site_url: str) -> Page:
    """The page, once all codes are drawn."""
    page = visits.open(f"{site_url}clinicians/links/", permissions=CLIPBOARD)
    expect(page.locator(".link-code svg")).to_have_count(len(expected(site_url)))
    return page


def test_every_routine_and_stretch_has_its_address_in_words(visits: Visits, site_url: str) -> None:
    page = opened(visits, site_url)
    links = page.locator(f"{ITEMS} > a")
    assert dict(
        zip(
            links.all_inner_texts(),
            links.evaluate_all("all => all.map((link) => link.href)"),
            strict=True,
        )
    ) == expected(site_url)
    shown = page.locator(".link-sheet .address").all_inner_texts()
    assert shown == [address.removeprefix("http://") for address in expected(site_url).values()]


def test_the_button_copies_the_address(visits: Visits, site_url: str) -> None:
    page = opened(visits, site_url)
    item = page.locator(ITEMS).filter(has_text="Bridge")
    item.get_by_role("button", name="Copy link").click()
    expect(item.locator("[role=status]")).to_have_text("Link copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{site_url}stretches/bridge/"


def test_a_stretch_goes_onto_somebody_elses_page_as_plain_html(
    visits: Visits, site_url: str
) -> None:
    page = opened(visits, site_url)
    item = page.locator(ITEMS).filter(has_text="Bridge")
    item.get_by_text("Put this on your own web page").click()
    html = item.locator("pre").inner_text()
    page.evaluate("scrollTo(0, 0)")  # what the header covers in part would be too small
    assert violations(page) == []
    item.get_by_role("button", name="Copy HTML").click()
    assert page.evaluate("navigator.clipboard.readText()") == html
    assert re.findall(r"<(\w+)", html) == ["p", "a", "img", "br"]
    other = visits.blank()
    other.goto(f"{site_url}about/")
    other.evaluate("(html) => { document.body.innerHTML = html }", html)
    expect(other.get_by_role("link", name="Bridge")).to_have_attribute(
        "href", f"{site_url}stretches/bridge/"
    )
    picture = other.locator("img")
    picture.evaluate("(img) => img.decode()")
    box = picture.bounding_box()
    assert box is not None
    assert (round(box["width"]), round(box["height"])) == (320, 240)


def test_every_picture_for_other_pages_is_there(visits: Visits, site_url: str) -> None:
    page = opened(visits, site_url)
    pictures = page.locator(ITEMS).evaluate_all("all => all.map((item) => item.dataset.picture)")
    for picture in pictures:
        assert page.request.get(urljoin(page.url, picture)).ok, picture
    assert len(pictures) == len(expected(site_url))


def test_a_filter_leaves_what_fits(visits: Visits, site_url: str) -> None:
    page = opened(visits, site_url)
    status = page.locator("[data-filter-status]")
    expect(status).to_have_text(f"{len(expected(site_url))} links")
    routine = real_library().routines["sciatica"]
    page.select_option("[name=routine]", "sciatica")
    wanted = {step.exercise for section in routine.sections for step in section.steps}
    expect(status).to_have_text(f"{len(wanted) + 1} links")
    expect(page.locator(f"{ITEMS}:visible")).to_have_count(len(wanted) + 1)
    expect(page.locator(f"{ITEMS}:visible > a").first).to_have_text(routine.name)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_printed_sheet_has_a_code_for_each_that_a_phone_reads(
    visits: Visits, site_url: str, paper: str
) -> None:
    page = opened(visits, site_url)
    pdf = Pdf(page.pdf(format=paper))
    read = {code for sheet in range(len(pdf.sheets)) for code in pdf.codes(sheet, 150)}
    assert read >= set(expected(site_url).values())
    for name, address in expected(site_url).items():
        assert same(name) in pdf.text
        assert same(address.removeprefix("http://")) in pdf.text
    assert same("Copy link") not in pdf.text
    assert same("Put this on") not in pdf.text
    assert len(pdf.sheets) <= 3  # several to a page


def test_a_module_of_a_code_is_at_least_half_a_millimeter(visits: Visits, site_url: str) -> None:
    page = opened(visits, site_url)
    sizes = page.locator(".link-code svg").evaluate_all(
        "all => all.map((svg) => parseFloat(svg.getAttribute('width')) / svg.viewBox.baseVal.width)"
    )
    assert min(sizes) >= 0.5


def test_the_print_button_waits_for_every_code(visits: Visits, site_url: str) -> None:
    page = visits.blank()
    page.add_init_script(
        "window.print = () => (window.printed = document.querySelectorAll('.link-code svg').length)"
    )
    page.goto(f"{site_url}clinicians/links/")
    page.get_by_role("button", name="Print").click()
    wait_until(page, "window.printed !== undefined")
    assert page.evaluate("window.printed") == len(expected(site_url))


SHIFTS = """
window.moved = []
new PerformanceObserver((list) => {
  for (const { value } of list.getEntries()) window.moved.push(value)
}).observe({ type: "layout-shift", buffered: true })
"""


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_nothing_moves_while_buttons_and_codes_come(
    visits: Visits, site_url: str, viewport: ViewportSize
) -> None:
    page = visits.blank(viewport=viewport)
    page.add_init_script(SHIFTS)
    page.goto(f"{site_url}clinicians/links/")
    expect(page.locator(".link-code svg")).to_have_count(len(expected(site_url)))
    assert page.evaluate("window.moved") == []


def test_without_script_the_addresses_stand_there(visits: Visits, site_url: str) -> None:
    page = visits.open(f"{site_url}clinicians/links/", java_script=False)
    expect(page.get_by_text("your browser runs none")).to_be_visible()
    expect(page.get_by_text("does not know its own address")).to_be_visible()
    expect(page.locator(".link-sheet .address").last).to_contain_text("/stretches/")
    expect(page.locator(f"{ITEMS} > a")).to_have_count(len(expected(site_url)))
