"""Whatever a link holds, it stays text: nothing runs, nothing is injected, nothing leads away."""

import json
import random
import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Dialog, Page, Request, expect

from stretchbook.plans import ReadingProblem, decode
from stretchbook.words import our_words
from tests.conftest import ROOT
from tests.support.content import real_library
from tests.support.damage import LINK, dressed, spoiled
from tests.support.visit import Visits, wait_until

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


def test_a_megabyte_of_nonsense_freezes_nothing(visits: Visits, site_url: str) -> None:
    page, found = watched(visits, f"{site_url}plan/#{LINKS[0]}")
    for piece in ("bridge/", "%41", "a", "1/title:x", "/end:"):
        took = page.evaluate(
            """async (link) => {
              const start = performance.now()
              location.hash = link
              for (const _ of [1, 2]) await new Promise(requestAnimationFrame)
              return performance.now() - start
            }""",
            "1/" + piece * (1_000_000 // len(piece)),
        )
        assert took < 5000, piece  # on a busy machine; alone it is a few milliseconds
        expect(page.locator(".plan-problems")).to_contain_text("The link is too long.")
        assert page.evaluate(INJECTED, SOURCES) == [], piece
        page.evaluate("(link) => { location.hash = link }", LINKS[0])
        expect(page.locator(".plan-problems")).to_have_count(0)
    assert found == []


# Links that came damaged: tests/vectors/damaged-plan-links.txt shows what the page says of each


def told(page: Page) -> tuple[list[str], int]:
    """What the page says of the link, and how many stretches it shows."""
    wait_until(page, "() => document.querySelector('[data-plan-patient] h1')")
    wait_until(page, "() => !document.querySelector('[data-plan-top][aria-busy]')")
    lines = page.locator(".plan-problems li").all_inner_texts()
    return lines, page.locator("details.stretch").count()


def opened(visits: Visits, page: Page, address: str) -> tuple[list[str], int]:
    """What the page says of a link that is opened as from a message."""
    page.goto("about:blank")
    page.goto(address)
    if "#" not in address:  # the host found no such page, and that page leads on
        page.wait_for_url(re.compile("/plan/#"))
        visits.expect_problem("404")
    assert not visits.problems, address
    return told(page)


def test_a_link_in_any_dress_is_read_without_a_word(visits: Visits, site_url: str) -> None:
    page = visits.blank()
    found: dict[str, object] = {}
    for damaged in [one for one in dressed() if one.whole == LINK][::4]:
        lines, count = opened(visits, page, f"{site_url}{damaged.address}")
        found[damaged.name] = (page.locator("h1:visible").all_inner_texts(), lines, count)
    assert len(found) == 19
    assert found == dict.fromkeys(found, (["After your visit"], [], 3))


def test_a_link_that_lacks_something_says_so(visits: Visits, site_url: str) -> None:
    page = visits.blank()
    found: dict[str, object] = {}
    expected: dict[str, object] = {}
    for damaged in list(spoiled())[::9]:
        reading = decode(damaged.on_plan_page)
        found[damaged.name] = opened(visits, page, f"{site_url}{damaged.address}")
        lines = [sentence(problem) for problem in reading.problems]
        expected[damaged.name] = (lines, len(reading.plan.steps))
    assert len(found) == 18
    assert found == expected


def sentence(problem: ReadingProblem) -> str:
    number = (problem.step or 0) + 1
    return our_words()[f"plan.{problem.code}"].format(found=problem.found, most=30, number=number)


def test_a_page_that_is_not_there_leads_to_no_other_place(visits: Visits, site_url: str) -> None:
    page = visits.blank()
    for path in ("plan/%23", "plan/images/a.png", "other/%231/bridge/end:6bc3", "plans%231/a"):
        page.goto(f"{site_url}{path}")
        expect(page.get_by_role("heading", level=1)).to_have_text("This page is not here")
        visits.expect_problem("404")
    page.goto(f"{site_url}plan/%23https://example.org/1/bridge")
    page.wait_for_url(f"{site_url}plan/#https://example.org/1/bridge")
    assert told(page)[0]
    visits.expect_problem("404")


def test_a_place_on_the_page_is_no_plan(visits: Visits, site_url: str) -> None:
    page = visits.open(f"{site_url}plan/#urgent-signs")
    expect(page.locator("[data-plan-builder] h2").first).to_be_visible()
    expect(page.locator(".plan-problems")).to_have_count(0)
    expect(page.locator("#urgent-signs")).to_be_in_viewport()
    page.evaluate("(link) => { location.hash = link }", LINKS[0])
    expect(page.locator("details.stretch")).to_have_count(1)
    page.evaluate("() => { location.hash = 'urgent-signs' }")
    expect(page.locator("details.stretch")).to_have_count(1)
    expect(page.locator("#urgent-signs")).to_be_in_viewport()
    expect(page.locator(".plan-problems, .link-missing")).to_have_count(0)


def test_without_a_plan_a_patient_is_told_that_the_link_may_be_cut(
    visits: Visits, site_url: str
) -> None:
    page = visits.open(f"{site_url}plan/")
    expect(page.locator(".plan-link-lost")).to_be_visible()
    expect(page.locator(".plan-problems")).to_have_count(0)
    page = visits.open(f"{site_url}plan/#1")
    assert told(page)[0][0] == "The end of the link is missing. Stretches may be missing too."
    expect(page.locator(".plan-link-lost")).to_be_hidden()
