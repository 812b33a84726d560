"""The frame of every page: policy, weight, menu, display, and what is kept on the device."""

import gzip

import pytest
from playwright.sync_api import Page, Response, expect

from tests.support.visit import STORAGE_REFUSED, Visits

pytestmark = pytest.mark.browser

BUDGET = 55_000  # bytes, compressed, without pictures
KEPT = (
    "JSON.stringify([Object.entries(localStorage), Object.keys(sessionStorage), document.cookie])"
)
NOTHING = '[[],[],""]'


def choose(page: Page, label: str) -> None:
    page.get_by_role("button", name="Display").click()
    page.get_by_label(label, exact=True).check()
    page.keyboard.press("Escape")


def test_a_routine_is_light_and_nothing_moves(visits: Visits, site_url: str) -> None:
    page = visits.blank()
    responses: list[Response] = []
    # Playwright marks what it calls, and refuses the list's own method.
    page.on("response", lambda response: responses.append(response))  # noqa: PLW0108
    page.goto(f"{site_url}sciatica/")
    page.wait_for_load_state("networkidle")
    loaded = {r.url: len(gzip.compress(r.body())) for r in responses if not r.url.endswith(".svg")}
    assert sum(loaded.values()) <= BUDGET, loaded
    assert not any("search" in url and "json" in url for url in loaded)


@pytest.mark.parametrize("address", ["", "sciatica/", "stretches/", "stretches/bridge/"])
def test_nothing_moves_while_a_page_loads(visits: Visits, site_url: str, address: str) -> None:
    page = visits.open(site_url + address)
    page.wait_for_load_state("networkidle")
    moved = page.evaluate(
        """() => new Promise((done) => {
          let sum = 0
          const watch = new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += entry.value
          })
          watch.observe({ type: "layout-shift", buffered: true })
          setTimeout(() => done(sum), 300)
        })"""
    )
    assert moved < 0.001


def test_the_policy_stops_nothing_that_a_reader_does(visits: Visits, site_url: str) -> None:
    page = visits.open(f"{site_url}sciatica/", permissions=("clipboard-write",))
    page.locator("#bedside-hip-stretch summary").click()
    page.locator("#bedside-hip-stretch").get_by_role("button", name="Show the movement").click()
    page.locator("#bedside-hip-stretch").get_by_role("button", name="Copy link").click()
    choose(page, "Dark")
    page.get_by_role("button", name="Search").click()
    page.keyboard.type("bridge")  # at once: the field is there before what searches
    expect(page.locator("[data-search-results] a").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site_url}stretches/bridge/")  # visits fails on any violation


def test_the_policy_stops_everything_else(visits: Visits, site_url: str) -> None:
    page = visits.look(site_url)
    page.evaluate(
        """() => {
          const script = document.createElement("script")
          script.textContent = "window.injected = true"
          document.body.append(script)
          const image = document.createElement("img")
          image.src = "https://example.org/x.png"
          document.body.append(image)
        }"""
    )
    assert page.evaluate("window.injected") is None
    page.wait_for_timeout(200)
    visits.expect_problem("inline script")
    visits.expect_problem("img-src")
    visits.problems.clear()


def test_nothing_is_kept_before_the_reader_chooses(visits: Visits, site_url: str) -> None:
    page = visits.look(site_url)
    for address in ("sciatica/", "stretches/", "privacy/"):
        page.goto(site_url + address)
        page.get_by_role("button", name="Search").click()
        page.keyboard.type("hip")
        page.keyboard.press("Escape")
    page.wait_for_load_state("networkidle")
    assert page.evaluate(KEPT) == NOTHING


def test_text_size_lasts_and_can_be_undone(visits: Visits, site_url: str) -> None:
    page = visits.look(site_url)
    size = "parseFloat(getComputedStyle(document.querySelector('main')).fontSize)"
    normal = page.evaluate(size)
    choose(page, "Very large")
    page.goto(f"{site_url}about/")
    assert page.evaluate(size) == pytest.approx(1.5 * normal)
    choose(page, "Normal")
    assert page.evaluate(size) == pytest.approx(normal)
    assert page.evaluate(KEPT) == NOTHING


@pytest.mark.parametrize(("device", "choice"), [("light", "Dark"), ("dark", "Light")])
def test_the_choice_of_colors_holds_for_pictures_too(
    visits: Visits, site_url: str, device: str, choice: str
) -> None:
    page = visits.look(f"{site_url}stretches/bridge/")
    picture = page.locator("img.picture")

    def drawn(color: str) -> bytes:
        page.emulate_media(color_scheme=color)  # type: ignore[arg-type]  # light or dark
        return picture.screenshot()

    expected, other = drawn(choice.lower()), drawn(device)
    assert expected != other
    choose(page, choice)
    assert picture.screenshot() == expected
    page.reload()
    assert picture.screenshot() == expected


def test_forget_takes_away_all_that_is_ours(visits: Visits, site_url: str) -> None:
    visits.service_workers = "allow"
    page = visits.open(f"{site_url}privacy/")
    choose(page, "Dark")
    page.evaluate("localStorage.setItem('somebody-else', '1')")
    page.evaluate("caches.open('stretchbook /').then(() => caches.open('somebody-else'))")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.get_by_role("button", name="Forget everything").click()
    expect(page.get_by_text("Done. Your choices, your diary")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage)") == ["somebody-else"]
    assert page.evaluate("caches.keys()") == ["somebody-else"]
    assert page.evaluate("document.documentElement.dataset.scheme") is None


def test_a_page_works_where_storage_is_refused(visits: Visits, site_url: str) -> None:
    page = visits.blank()
    page.add_init_script(STORAGE_REFUSED)
    page.goto(f"{site_url}privacy/")
    choose(page, "Dark")
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")


def test_without_script_the_menu_opens_and_search_gives_way(visits: Visits, site_url: str) -> None:
    page = visits.open(f"{site_url}sciatica/", java_script=False)
    expect(page.get_by_role("button", name="Search")).to_be_hidden()
    expect(page.get_by_role("button", name="Display")).to_be_hidden()
    expect(page.get_by_role("banner").get_by_role("link", name="All stretches")).to_be_visible()
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("link", name="Low back pain exercises").first.click()
    expect(page).to_have_url(f"{site_url}low-back-pain/")


def test_the_menu_closes_when_the_keyboard_moves_on(visits: Visits, site_url: str) -> None:
    page = visits.look(f"{site_url}sciatica/")
    page.wait_for_load_state("networkidle")
    page.get_by_role("button", name="Menu").press("Enter")
    menu = page.get_by_role("navigation")
    for _ in range(menu.get_by_role("link").count() + 1):  # and the button that closes
        expect(menu).to_be_visible()
        page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(menu).to_be_hidden()


def test_the_menu_says_where_one_is(visits: Visits, site_url: str) -> None:
    page = visits.look(f"{site_url}sciatica/")
    page.get_by_role("button", name="Menu").click()
    here = page.locator(".menu [aria-current=page]")
    expect(here).to_have_text("Sciatica stretches")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Menu")).to_be_focused()


def test_the_skip_link_is_first_and_leads_past_the_frame(visits: Visits, site_url: str) -> None:
    page = visits.look(f"{site_url}sciatica/")
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Go to the stretches")).to_be_focused()
