"""Every page once: it loads clean, in both colors, and fits the smallest phone."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, Response, expect

from tests.conftest import ServeSite
from tests.support.built import pages_of
from tests.support.visit import Visits, wait_until

pytestmark = pytest.mark.browser

KINDS = [
    *("", "sciatica/", "stretches/", "stretches/legs-up-groin-stretch/", "about/"),
    *(
        "clinicians/",
        "clinicians/links/",
        "authors/",
        "plan/",
        "plan-format/",
        "privacy/",
        "404.html",
    ),
]


# Asked again while a script may still add some, and each must come without being scrolled to.
ALL_PICTURES = """[...document.images].every((image) => {
  image.loading = "eager"
  return image.complete
})"""

BROKEN_PICTURES = "[...document.images].filter((i) => i.complete && !i.naturalWidth).length"


def watched(visits: Visits) -> tuple[Page, list[str]]:
    """A page, and a list of every answer that was not whole."""
    page, bad = visits.blank(), list[str]()

    def look(response: Response) -> None:
        if not response.ok and response.status != 304:
            bad.append(f"{response.status} {response.url}")

    def lost(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # so ends what was not here when we went on
            bad.append(f"{request.failure} {request.url}")

    page.on("response", look)
    page.on("requestfailed", lost)
    return page, bad


@pytest.mark.any_content
def test_every_page_loads_without_a_complaint(visits: Visits, site: Path, site_url: str) -> None:
    visits.service_workers = "allow"
    page, bad = watched(visits)
    page.set_viewport_size({"width": 320, "height": 640})
    addresses = [address[1:] for address in pages_of(site)]
    assert len(addresses) > 10
    for address in addresses:
        page.goto(site_url + address)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 320, f"{address} scrolls sideways: {wide} px"
        wait_until(page, ALL_PICTURES)
        broken = page.evaluate(BROKEN_PICTURES)
        assert broken == 0, address
        assert not page.locator("details[open]").count(), address
    assert bad == []


def test_dark_pages_load_without_a_complaint(visits: Visits, site_url: str) -> None:
    page, bad = watched(visits)
    page.emulate_media(color_scheme="dark")
    for address in KINDS:
        page.goto(site_url + address)
        ground, text = page.evaluate(
            "(({ backgroundColor, color }) => [backgroundColor, color])"
            "(getComputedStyle(document.body))"
        )
        assert brightness(ground) < 60, f"{address}: {ground}"
        assert brightness(text) > 180, f"{address}: {text}"
    assert bad == []


def brightness(color: str) -> float:
    """Of `rgb(18, 24, 27)`, from 0 to 255."""
    parts = [float(part) for part in color.partition("(")[2].rstrip(")").split(",")[:3]]
    return sum(parts) / 3


@pytest.mark.parametrize("script", ["script", "no script"])
def test_nothing_is_wider_than_the_smallest_phone(
    visits: Visits, site_url: str, script: str
) -> None:
    page = visits.blank(java_script=script == "script", viewport={"width": 320, "height": 640})
    for address in KINDS:
        page.goto(site_url + address)
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 320, f"{address} scrolls sideways: {wide} px"


def test_a_wrong_address_below_anything_shows_a_page_that_leads_on(
    visits: Visits, site_url: str
) -> None:
    page = visits.open(f"{site_url}stretches/no-such-stretch/at/all")
    assert page.locator("h1").inner_text() == "This page is not here"
    page.locator("article").get_by_role("link", name="Sciatica stretches").click()
    assert page.url == f"{site_url}sciatica/"
    visits.expect_problem("404")


@pytest.mark.parametrize("address", ["nothing", "nothing/", "stretches/nothing/at/"])
def test_that_page_finds_its_style_and_its_links_where_the_site_does_not_know_its_address(
    visits: Visits, site: Path, serve_site: ServeSite, address: str
) -> None:
    root = serve_site(site, "/some/folder/")
    page = visits.blank()
    page.goto(root + address)
    expect(page.get_by_role("contentinfo")).to_contain_text("In an emergency")
    assert page.locator(".disclaimer").evaluate("e => getComputedStyle(e).fontSize") != "16px"
    link = page.locator("article").get_by_role("link", name="Sciatica stretches")
    expect(link).to_have_attribute("href", f"{root}sciatica/")
    expect(page.get_by_role("button", name="Search")).to_be_visible()
    page.locator("header img").first.evaluate("i => i.decode()")
    visits.problems.clear()  # sheets that are not at that depth
