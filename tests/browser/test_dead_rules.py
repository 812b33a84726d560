"""Our style sheets hold no rule that nothing needs.

Every kind of page is opened in every state that has a look of its own; a selector that fits nothing
anywhere is named. What a pointer, the keyboard or paper adds to an element is not asked for.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from stretchbook.plans import decode, encode
from tests.support.session import GuidedSession
from tests.support.visit import Visits

PAGES = (
    *(
        "",
        "ar/sciatica/",
        "sciatica/",
        "stretches/",
        "stretches/bridge/",
        "stretches/bedside-hip-stretch/",
    ),
    *(
        "about/",
        "authors/",
        "clinicians/",
        "clinicians/links/?routine=sciatica",
        "privacy/",
        "plan-format/",
        "diary/",
        "404.html",
    ),
)
MOMENTS = 100  # more than the routine has

# What MkDocs makes of Markdown that an author may write, and no page of this copy has.
AUTHOR = """
<div class="tabbed-set tabbed-alternate"><input type="radio" id="t1" checked>
<div class="tabbed-labels">
<label for="t1">One</label></div></div>
<details class="note"><summary>More</summary><p>Text.</p></details>
<table><thead><tr><th>Day</th></tr></thead><tbody><tr><td>Monday</td></tr></tbody></table>
<div class="admonition danger"><p class="admonition-title">Danger</p><p>Text.</p></div>
<p class="moved">This has moved.</p><p class="credit">Drawn by somebody.</p>
<p><a class="md-button md-button--primary" href="#">Go</a></p>
<div class="picture-to-come"><p>To come.</p></div>
<p><a class="source printed" href="https://example.org/">A film on another site</a></p>
"""
# What only a clinic's copy has, or a page that is being written.
ELSEWHERE = {
    "AUTHOR": AUTHOR,
    "CLINIC": '<footer class="md-footer"><div class="md-copyright"><address>'
    '<img class="clinic-logo" alt=""><span>Clinic</span></address></div></footer>',
    "HEAD": '<a class="site-name"><img src="../img/logo.svg#/clinic-" alt=""><span>A</span></a>'
    '<a class="tool clinic-phone" href="tel:1">1</a>',
    "NO PICTURE": '<div class="stretch-list"><ul><li><a href="#">A</a></li></ul></div>',
}
LETTERHEAD = (
    '<address><img class="clinic-logo" alt=""><span>A</span><span>1</span><span>B</span></address>'
)
SETTINGS = (
    *(("data-scheme", "light"), ("data-scheme", "dark")),
    *(("data-text-size", "125"), ("data-text-size", "150")),
)
PLAN = encode(
    decode("1/title:First_week/about:Start_gently./bridge.2x8h5p30/note:Slowly./knee-rolls").plan
)
SHEETS = {
    "sciatica/": ("handout", "large", "wall", "cards"),
    "low-back-pain/": ("wall",),
    "es/low-back-pain/": ("cards",),
    "daily-warm-up/": ("cards",),
    "stretches/bridge/": ("handout", "wall", "cards"),
    f"plan/#{PLAN}": ("wall",),
}
ENTRY = """{"format": "stretchbook diary 1", "entries": [{"id": "2026-11-22T07:30:00.000Z",
"at": "2026-11-22T07:30", "name": "Sciatica stretches", "done": 4, "count": 5,
"skipped": ["Bedside hip stretch"], "before": 5, "after": 3}]}"""

# Which selectors of our sheets there are, each part of a list by itself.
SELECTORS = r"""() => {
  const parts = (list) => {
    const found = [""]
    let depth = 0
    for (const letter of list) {
      if ("([".includes(letter)) depth += 1
      if (")]".includes(letter)) depth -= 1
      if (letter === "," && depth === 0) found.push("")
      else found[found.length - 1] += letter
    }
    return found.map((part) => part.trim())
  }
  const rules = (list) => [...list].flatMap((rule) =>
    rule instanceof CSSStyleRule
      ? parts(rule.selectorText)
      : rule.cssRules && !rule.name ? rules(rule.cssRules) : [])
  return [...document.styleSheets]
    .filter(({ href }) => href?.includes("/css/"))
    .map(({ href, cssRules }) => [href.split("/").at(-1), rules(cssRules)])
}"""
# Which of these fit something. A state of the moment counts as given, its element must be there.
FITTING = r"""(selectors) => selectors.filter((selector) => {
  const states = "hover|focus-visible|focus-within|focus|active|target|popover-open|disabled"
  const state = new RegExp(`:(${states}|checked|first)(?![\\w-])`, "g")
  const drawn = "before|after|marker|placeholder|backdrop|details-content|file-selector-button"
  const element = new RegExp(`::?(${drawn}|-[\\w-]+)(?![\\w-])`, "g")
  const plain = selector
    .replace(/:not\(:(popover-open|hover|checked)\)/g, "")
    .replace(element, "")
    .replace(state, ":is(*)")
    .replace(/(^|[\s>+~])$/, "$1*")
  return document.querySelector(plain) !== null
})"""


class Unused:
    """Selectors that have fitted nothing so far, by built sheet."""

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._unused: set[tuple[str, str]] = set()

    def look(self, page: Page) -> None:
        """Strike out all that fits something in what the page shows now."""
        for sheet, selectors in page.evaluate(SELECTORS):
            if sheet not in self._seen:
                self._seen.add(sheet)
                self._unused |= {(sheet, selector) for selector in selectors}
        left = sorted({selector for _, selector in self._unused})
        fitting = set(page.evaluate(FITTING, left))
        self._unused = {one for one in self._unused if one[1] not in fitting}

    def named(self, site: Path) -> Iterator[str]:
        """What is left, and which sheets no page asked for."""
        yield from sorted(f"{sheet}: {selector}" for sheet, selector in self._unused)
        yield from sorted({sheet.name for sheet in (site / "css").glob("*.css")} - self._seen)


@pytest.mark.browser
def test_every_rule_is_needed_somewhere(visits: Visits, site: Path, site_url: str) -> None:
    unused = Unused()
    for state in (pages, printed, what_authors_write, plan, kept_diary, session):
        for page in state(visits, site_url):
            unused.look(page)
    assert not (dead := list(unused.named(site))), "\n".join(dead)


def pages(visits: Visits, site_url: str) -> Iterator[Page]:
    """Each kind of page with everything open, and some without script or before it has come."""
    for address in ("sciatica/", "stretches/", "clinicians/links/", "plan/"):
        yield visits.open(site_url + address, java_script=False)
    visits.allow_problem("preloaded using link preload but not used")  # for a script kept away
    lists = ("stretches/", "clinicians/links/")
    for address in ("sciatica/", *lists, "stretches/bedside-hip-stretch/", "diary/", "plan/"):
        page = visits.blank()
        page.route("**/js/main.js", lambda route: route.abort())
        page.goto(site_url + address)
        yield page
    visits.expect_problem("Failed to load resource")
    page = visits.blank()
    for address in PAGES:
        page.goto(site_url + address)
        page.wait_for_load_state("networkidle")
        open_all(page)
        yield page
    page.evaluate("document.querySelector('.menu-button').remove()")  # not yet read
    expect(page.locator("[data-search-open]")).not_to_be_visible()
    yield page
    page.reload()
    for name, value in SETTINGS:
        page.evaluate("([k, v]) => document.documentElement.setAttribute(k, v)", [name, value])
        yield page
    page.get_by_role("button", name="Search").click()
    page.keyboard.type("hip")
    expect(page.locator("[data-search-results] li").first).to_be_visible()
    yield page
    page.get_by_role("searchbox").fill("hip replacement")
    expect(page.locator("[data-search-results] h2").first).to_be_visible()
    yield page
    page.goto(f"{site_url}stretches/bridge/")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()) }")
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(".copy-link-address")).to_be_visible()
    yield page


def open_all(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")


def printed(visits: Visits, site_url: str) -> Iterator[Page]:
    """Every choice of printing, with names, blanks and a week to tick off."""
    for address, ways in SHEETS.items():
        for way in ways:
            page = visits.open(site_url + address)
            page.evaluate("() => { window.print = () => { document.body.dataset.printed = '' } }")
            page.evaluate(
                "(m) => document.querySelector('.letterhead').insertAdjacentHTML('beforeend', m)",
                LETTERHEAD,
            )
            page.locator("[popovertarget=print]:not([popovertargetaction])").first.click()
            for name, value in {
                "diary": "yes",
                "blanks": "yes",
                "single": "yes",
                "as": way,
            }.items():
                page.check(f"#print input[name=print-{name}][value={value}]")
            page.fill("[data-print-for]", "Somebody")
            page.click("#print [type=submit]")
            page.wait_for_selector("body[data-printed]")
            yield page


def what_authors_write(visits: Visits, site_url: str) -> Iterator[Page]:
    """A page written by hand with what Markdown offers, in a clinic's copy."""
    page = visits.open(f"{site_url}about/")
    for more in ELSEWHERE.values():
        page.evaluate(
            "(more) => document.querySelector('article').insertAdjacentHTML('beforeend', more)",
            more,
        )
    yield page


def plan(visits: Visits, site_url: str) -> Iterator[Page]:
    """A stretch added to it; its page: empty, with steps, as the patient sees it, and damaged."""
    added = visits.open(f"{site_url}stretches/")
    added.locator(".add-to-plan").first.click()
    expect(added.locator(".plan-bar a")).to_be_visible()
    yield added
    yield visits.open(f"{site_url}plan/", java_script=False)
    page = visits.open(f"{site_url}plan/")
    expect(page.locator(".plan-choices li").first).to_be_visible()
    yield page
    for name in ("Bridge", "Knee rolls"):
        page.locator(".plan-choices button", has_text=name).first.click()
    open_all(page)
    yield page
    handle = page.locator(".plan-handle").first
    handle.hover()
    page.mouse.down()
    handle.hover(position={"x": 20, "y": 60}, force=True)
    yield page
    page.mouse.up()
    page.get_by_role("button", name="QR code").click()
    expect(page.locator(".plan-qr .qr")).to_be_visible()
    page.evaluate("document.documentElement.dataset.textSize = '150'")
    yield page
    for link in (PLAN, "1/bridge.2x8/nothing-like-it/end:0000"):
        patient = visits.open(f"{site_url}plan/#{link}")
        expect(patient.locator("[data-plan-patient] h1")).to_be_visible()
        open_all(patient)
        yield patient


def kept_diary(visits: Visits, site_url: str) -> Iterator[Page]:
    """The diary with a session in it, and with one that hurt."""
    page = visits.blank()
    page.add_init_script(f"localStorage.setItem('stretchbook.diary', `{ENTRY}`)")
    page.goto(f"{site_url}diary/")
    expect(page.locator("[data-diary]")).to_be_visible()
    yield page


def session(visits: Visits, site_url: str) -> Iterator[Page]:
    """The screens of a guided session, from the first to the last."""
    guided = GuidedSession.open(visits, f"{site_url}sciatica/")
    yield guided.page
    guided.begin()
    yield guided.page
    guided.sleep(60)  # somebody was away, and is asked
    yield guided.page
    guided.press("Go on")
    guided.press("Pause")
    yield guided.page
    guided.page.evaluate("document.documentElement.dataset.textSize = '150'")
    yield guided.page
    guided.page.evaluate(  # a picture that is to come, as a clinic's copy may have
        "document.querySelector('.session-picture').append(Object.assign("
        "document.createElement('p'), { className: 'picture-to-come' }))"
    )
    yield guided.page
    guided.press("Close")
    guided.choose()
    yield guided.page
    guided.press("Go on where you stopped")
    guided.wait(0.2)
    for _ in range(MOMENTS):
        yield guided.page
        if guided.dialog.get_by_text("You did").is_visible():
            break
        guided.page.keyboard.press("ArrowRight")
        guided.wait(0.2)
    else:
        raise AssertionError(guided.dialog.inner_text())
    guided.press("Close")
    guided.choose(1)
    guided.begin()
    guided.wait(70)
    yield guided.page  # a stretch with a test
