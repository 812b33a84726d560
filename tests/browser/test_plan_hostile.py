"""Whatever a link holds, it stays text: nothing runs, nothing is injected, nothing leads away."""

import json
import random
from urllib.parse import quote

import pytest
from playwright.sync_api import Dialog, Page, Request, expect

from tests.conftest import ROOT
from tests.support.content import real_library
from tests.support.visit import Visits

pytestmark = pytest.mark.browser

VECTORS = json.loads((ROOT / "tests/vectors/plan-links.json").read_text("utf-8"))["vectors"]
LINKS = [vector["link"].strip().removeprefix("#") for vector in VECTORS]
MARKUP = (
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "<svg onload=alert(1)><a href=javascript:alert(1)>x</a></svg>",
    '"><iframe src=https://example.org>',
    "javascript:alert(1)",
    "{{7*7}} ${7*7} {n} {name} {found}",
    "\u202e\u2066\0\u200b" * 20,
    "🦵" * 400,
)
HOW_MANY = 300
# Who gives a caution of ours: the only links that lead to other sites.
SOURCES = [
    caution.source
    for exercise in real_library().exercises.values()
    for caution in exercise.cautions
    if caution.source
]

# What is in the page beside what the page itself puts there.
INJECTED = """(known) => {
  const place = document.querySelector("article")
  const never = "script, iframe, object, embed, style, [onerror], [onload]"
  const bad = [...place.querySelectorAll(never)]
  const drafts = ["mailto:", "sms:", "tel:"]
  const links = [...place.querySelectorAll("a[href], img[src]")]
  const away = links.filter((element) => {
    const address = new URL(element.href ?? element.src)
    if (known.includes(address.href)) return false
    return address.origin !== location.origin && !drafts.includes(address.protocol)
  })
  return [...bad, ...away].map((element) => element.outerHTML.slice(0, 100))
}"""
SHOWN = """async (link) => {
  const before = location.hash
  const arrived = new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }))
  location.hash = link
  if (location.hash !== before) await arrived
  const top = document.querySelector("[data-plan-top]")
  while (top.hasAttribute("aria-busy")) await new Promise((resolve) => setTimeout(resolve, 5))
  return [location.pathname, document.querySelectorAll("details.stretch").length]
}"""


def hostile_links(chance: random.Random) -> list[str]:
    """Links with markup in every text, and good ones with anything else in the middle."""
    links = []
    for markup in MARKUP:
        text = quote(markup, safe="")
        links += [f"1/title:{text}/about:{text}/bridge/note:{text}/end:0000", f"1/{text}/bridge"]
        links += [f"1/{markup}/bridge.{markup}/end:1", f"title:{markup}/{markup}/bridge"]
    while len(links) < HOW_MANY:
        link = chance.choice([link for link in LINKS if "/" in link])
        at = chance.randrange(2, len(link) + 1)
        junk = "".join(chance.choices('<>"&%/:._-0159aex\u202e\u00e9', k=chance.randrange(6)))
        links.append(link[:at] + junk + link[at + chance.randrange(4) :])
    return links


def watched(visits: Visits, address: str) -> tuple[Page, list[str]]:
    """A page with a plan, and everything that happens there and should not."""
    page = visits.open(address)
    found: list[str] = []

    def navigated(request: Request) -> None:
        if request.is_navigation_request():
            found.append(f"went to {request.url}")

    def opened(dialog: Dialog) -> None:
        found.append(dialog.message)
        dialog.dismiss()

    page.on("request", navigated)
    page.on("dialog", opened)
    expect(page.locator("[data-plan-patient] h1")).to_be_visible()
    return page, found


def test_300_hostile_links_stay_text(visits: Visits, site_url: str) -> None:
    page, found = watched(visits, f"{site_url}plan/#{LINKS[0]}")
    shown: list[int] = []
    for link in hostile_links(random.Random(8)):  # noqa: S311 - the same links each time
        path, count = page.evaluate(SHOWN, link)
        assert path == "/plan/", link
        shown.append(count)
        assert page.evaluate(INJECTED, SOURCES) == [], link
    assert found == []
    assert sum(shown) > HOW_MANY  # they were really shown, not dropped at the door
    # The page still works.
    page.evaluate("(link) => { location.hash = link }", LINKS[0])
    expect(page.locator("details.stretch")).to_have_count(1)
    expect(page.locator(".plan-problems")).to_have_count(0)


def test_markup_in_a_link_is_seen_as_it_is_written(visits: Visits, site_url: str) -> None:
    text = MARKUP[0]
    link = f"1/title:{quote(text)}/bridge/note:{quote(text)}/end:0000"
    page, found = watched(visits, f"{site_url}plan/#{link}")
    expect(page.locator("[data-plan-patient] h1")).to_have_text(text)
    expect(page.locator(".plan-note")).to_contain_text(text)
    page.get_by_role("button", name="Change this plan").click()
    expect(page.locator(".plan-step")).to_contain_text(text)
    assert page.evaluate(INJECTED, SOURCES) == []
    assert found == []


@pytest.mark.parametrize("piece", ["bridge/", "%41", "a", "1/title:x", "/end:"])
def test_a_megabyte_of_nonsense_freezes_nothing(visits: Visits, site_url: str, piece: str) -> None:
    page, found = watched(visits, f"{site_url}plan/#{LINKS[0]}")
    took = page.evaluate(
        """async (link) => {
          const start = performance.now()
          location.hash = link
          for (const _ of [1, 2]) await new Promise(requestAnimationFrame)
          return performance.now() - start
        }""",
        "1/" + piece * (1_000_000 // len(piece)),
    )
    assert took < 5000  # on a busy machine; alone it is a few milliseconds
    expect(page.locator(".plan-problems")).to_contain_text("The link is too long.")
    assert page.evaluate(INJECTED, SOURCES) == []
    assert found == []
