"""The real site in browsers of other makes than Chromium: what a reader needs of it works in each.

tests/README.md tells where they differ; what stands there is tested at the end of this file.
"""

import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from develop.browsers import FIREFOX, WEBKIT, BrowserProgram
from stretchbook.finish import built_pages, worker
from stretchbook.plans import decode, encode
from tests.conftest import ROOT, ServeSite
from tests.support.engine import PHONE, Engine
from tests.support.firefox import Firefox
from tests.support.spoken import spoken_in_chromium, things
from tests.support.static_server import serving
from tests.support.visit import Visits
from tests.support.webkit import WebKit

pytestmark = pytest.mark.browser

Make = tuple[BrowserProgram, Callable[[str, Path], Engine]]
MAKES: Mapping[str, Make] = {"firefox": (FIREFOX, Firefox), "webkit": (WEBKIT, WebKit)}
FIRST = "js/first.js"
NOTICE = (ROOT / "tests/support/notice.js").read_text("utf-8")
PROBLEMS = "sessionStorage.getItem('problems')"
START = "article button.md-button--primary:not([hidden])"
BEGIN = "dialog.session .session-foot button"
KEPT = "localStorage.getItem('stretchbook.%s')"


def plan(steps: str) -> str:
    """Where such a plan is, as its builder writes it."""
    return f"plan/#{encode(decode(f'1/{steps}/end:0').plan)}"


@pytest.fixture(scope="module", params=MAKES)
def started(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    program, make = MAKES[request.param]
    path = program.find()
    if not path:
        pytest.skip(program.cure)
    with make(path, tmp_path_factory.mktemp("engine")) as engine:
        engine.ask("SetWindowRect", **PHONE)
        yield engine


@pytest.fixture(scope="module")
def noticing(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the site whose pages note what goes wrong in them."""
    folder = tmp_path_factory.mktemp("noticing") / "site"
    shutil.copytree(site, folder, copy_function=os.link)
    script = (folder / FIRST).read_text("utf-8")
    (folder / FIRST).unlink()  # not in place: it is the same file as that of the site
    (folder / FIRST).write_text(NOTICE + script, "utf-8")
    (folder / worker.WORKER).unlink()
    return folder


@pytest.fixture(scope="module")
def home(noticing: Path, serve_site: ServeSite) -> str:
    """Its address; nothing of it is kept for a time without network."""
    return serve_site(noticing)


@pytest.fixture
def engine(
    started: Engine, home: str, record_property: Callable[[str, object], None]
) -> Iterator[Engine]:
    """It as new; the test fails if anything goes wrong in a page."""
    record_property("engine", started.version)
    started.open(home)
    started.evaluate("[localStorage.clear(), sessionStorage.clear()]")
    yield started
    assert json.loads(started.evaluate(PROBLEMS) or "[]") == []


def test_all_other_tests_are_of_chromium(
    browser: Browser, record_property: Callable[[str, object], None]
) -> None:
    record_property("engine", f"Chromium {browser.version}")
    assert browser.browser_type.name == "chromium"


def test_what_goes_wrong_is_noticed(engine: Engine) -> None:
    engine.evaluate("""[
        console.error('said'),
        new Image().src = 'https://example.org/',
        document.body.append(Object.assign(document.createElement('img'), { src: '/none.png' })),
    ].length""")
    engine.wait_until(f"['said', 'policy img-src', 'none.png'].every(w => {PROBLEMS}?.includes(w))")
    engine.evaluate("sessionStorage.clear()")


def test_a_routine_is_read(engine: Engine, home: str) -> None:
    engine.open(f"{home}sciatica/")
    for part in ("h1", ".disclaimer", ".urgent", ".urgent a[href^='tel:']"):
        engine.wait_until(f"document.querySelector({part!r}).checkVisibility()")
    engine.press("#standing-glute-squeeze summary")
    engine.wait_until("document.querySelector('details[open] li').checkVisibility()")
    engine.wait_until("document.querySelector('details[open] img').naturalWidth > 0")
    assert engine.evaluate("document.documentElement.scrollWidth <= innerWidth")


IN_SIGHT = """(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(
    document.querySelector('#bedside-hip-stretch summary h3').getBoundingClientRect())"""


def test_a_link_to_a_stretch_opens_it_and_goes_there(engine: Engine, home: str) -> None:
    engine.open(f"{home}sciatica/#bedside-hip-stretch")
    engine.wait_until("document.querySelector('#bedside-hip-stretch').open")
    engine.wait_until(IN_SIGHT)
    engine.wait_until("document.activeElement.matches('#bedside-hip-stretch summary')")


def test_a_filter_narrows_the_list_and_stays_in_the_address(engine: Engine, home: str) -> None:
    shown = "[...document.querySelectorAll('.stretch-list li')].filter(i => i.checkVisibility())"
    engine.open(f"{home}stretches/")
    engine.wait_until("document.querySelector('[data-filter-status]').textContent.startsWith('20')")
    engine.press("select[name=position]")
    engine.type("select[name=position]", "Standing\ue007")
    engine.wait_until("location.search === '?position=standing'")
    few = engine.evaluate(f"{shown}.length")
    assert 0 < few < 20
    engine.open(f"{home}stretches/?position=standing")
    engine.wait_until(f"{shown}.length === {few}")


def test_search_answers_and_leads_to_a_page(engine: Engine, home: str) -> None:
    engine.open(f"{home}stretches/bridge/")
    engine.press("[data-search-open]")
    engine.wait_until("document.activeElement.matches('#search-words')")
    engine.type("#search-words", "sciatica")
    engine.wait_until("document.querySelector('[data-search-status]').textContent.match(/result/)")
    engine.press("[data-search-results] li a")
    engine.wait_until("location.pathname === '/sciatica/'")


def test_a_plan_shows_its_stretches_with_their_doses(engine: Engine, home: str) -> None:
    engine.open(home + plan("title:Monday/bridge.2x8h5/note:Slowly/knee-rolls"))
    engine.wait_until("document.querySelectorAll('details.stretch').length === 2")
    said = engine.evaluate("document.querySelector('article').textContent")
    for words in ("Monday", "Bridge", "2 sets of 8", "5 seconds", "Slowly", "Knee rolls"):
        assert words in said


def test_a_plan_is_built_and_its_link_says_it(engine: Engine, home: str) -> None:
    engine.open(f"{home}plan/")
    engine.type(".plan-search input, [type=search]:not(#search-words)", "bridge")
    engine.press(".plan-choices li button")
    engine.wait_until("location.hash.includes('/bridge/end:')")
    engine.wait_until(f"{KEPT % 'plan.draft'}?.includes('bridge')")
    made = decode(engine.evaluate("location.hash.slice(1)"))
    assert [step.exercise for step in made.plan.steps] == ["bridge"]
    assert not made.problems


def test_a_session_runs_and_can_be_left(engine: Engine, home: str) -> None:
    engine.open(f"{home}sciatica/")
    engine.press(START)
    engine.press(BEGIN)
    digits = "document.querySelector('dialog.session .ring-number').textContent"
    first = engine.evaluate(digits)
    engine.wait_until(f"{digits} !== {first!r}")
    engine.press("dialog.session .session-pause")
    engine.press("dialog.session .session-close")
    engine.wait_until("!document.querySelector('dialog.session')")
    engine.open(f"{home}sciatica/")
    engine.wait_until(f"document.querySelector({START!r}).textContent.includes('stretch 1 of 5')")


# What a screen reader says by itself while a session runs
LISTEN = """(() => {
    window.said = []
    new MutationObserver(() => {
        const live = document.querySelector('dialog.session > [role=status]')?.textContent
        if (live && live !== window.said.at(-1)) window.said.push(live)
    }).observe(document.body, { childList: true, characterData: true, subtree: true })
})()"""
SAID = ["First: Bridge. Lying on your back.", "Hold. Hold for 1 second"]


def test_a_session_to_its_end_is_in_the_diary(engine: Engine, home: str) -> None:
    engine.open(home + plan("bridge.1x1h1"))
    engine.press(START)
    engine.wait_until("document.querySelector('.session-setup')")
    engine.evaluate(LISTEN)
    engine.press(BEGIN)
    engine.wait_until("document.querySelector('.session-pause')")
    engine.press("dialog.session .session-pause + button")  # in place already
    engine.wait_until("document.querySelector('.session-result')")
    assert engine.evaluate("window.said") == SAID
    engine.open(f"{home}diary/")
    engine.wait_until("document.querySelectorAll('.diary-list li').length === 1")
    (entry,) = json.loads(engine.evaluate(KEPT % "diary"))["entries"]
    assert (entry["done"], entry["count"]) == (1, 1)


LOOK = """(({ colorScheme, fontSize }) => [colorScheme, fontSize])(
    getComputedStyle(document.documentElement))"""


def test_settings_hold(engine: Engine, home: str) -> None:
    engine.open(f"{home}sciatica/")
    usual = engine.evaluate(LOOK)
    engine.press("[popovertarget=display]:not(.close)")
    engine.press("label:has([name=scheme][value=dark])")
    engine.press("label:has([name=text-size][value='150'])")
    engine.press("#display .close")
    engine.wait_until("!document.querySelector('#display').matches(':popover-open')")
    chosen = engine.evaluate(LOOK)
    engine.open(f"{home}stretches/bridge/")
    assert engine.evaluate(LOOK) == chosen
    assert chosen[0] == "dark" != usual[0]
    assert float(chosen[1][:-2]) == pytest.approx(1.5 * float(usual[1][:-2]))


@pytest.mark.parametrize("address", ["", "plan/", "diary/", "privacy/", "es/", "ar/sciatica/"])
def test_every_kind_of_page_starts_without_a_word(engine: Engine, home: str, address: str) -> None:
    engine.open(home + address)
    engine.wait_until("document.readyState === 'complete'")
    engine.wait_until("document.querySelector('.disclaimer').checkVisibility()")
    assert engine.evaluate("document.documentElement.scrollWidth <= innerWidth")


# Only Firefox prints for us; so what a sheet for paper says is shown here as if it was for all.
ON_PAPER = """(() => {
    const turn = (rule) => {
        const media = rule.media?.mediaText
        if (media === 'print') rule.media.mediaText = 'all'
        if (media === 'screen') rule.media.mediaText = 'not all'
        for (const inner of rule.cssRules ?? []) turn(inner)
    }
    for (const sheet of document.styleSheets) turn(sheet)
    dispatchEvent(new Event('beforeprint'))
})()"""


def test_paper_has_what_is_closed_on_the_screen(engine: Engine, home: str) -> None:
    engine.open(f"{home}sciatica/")
    steps = "[...document.querySelectorAll('details.stretch ol')]"
    assert not engine.evaluate(f"{steps}.some(list => list.checkVisibility())")
    engine.evaluate(ON_PAPER)
    for part in (".letterhead", ".disclaimer", ".urgent"):  # no engine here prints in the edges
        engine.wait_until(f"document.querySelector({part!r}).checkVisibility()")
    engine.wait_until(f"{steps}.every(list => list.checkVisibility() && list.offsetHeight > 20)")
    assert not engine.evaluate("document.querySelector('.session-start').checkVisibility()")


def test_it_opens_without_a_network(engine: Engine, noticing: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    shutil.copytree(noticing, folder, copy_function=os.link)
    shutil.copy(ROOT / "overrides/service-worker.js", folder)
    worker.make(folder, built_pages.read(folder))
    with ExitStack() as network:
        home = network.enter_context(serving(folder))
        engine.open(home)
        engine.wait_until("navigator.serviceWorker.ready.then(({ active }) => !!active)")
        network.close()
        for address in ("sciatica/", "stretches/bridge/"):
            engine.open(home + address)
            engine.wait_until("document.querySelector('.disclaimer').checkVisibility()")
            engine.evaluate("document.querySelector('img.picture').loading = 'eager'")
            engine.wait_until("document.querySelector('img.picture').naturalWidth > 0")
        engine.press("[data-search-open]")
        engine.type("#search-words", "sciatica")
        engine.wait_until("document.querySelector('[data-search-results] li a')")


# What an engine lacks, the page does without and says so.


def test_a_session_offers_what_the_device_can(engine: Engine, home: str) -> None:
    engine.open(f"{home}sciatica/")
    engine.press(START)
    engine.wait_until("document.querySelector('dialog.session .session-sound')")
    said = engine.evaluate("document.querySelector('dialog.session').innerText")
    assert ("Vibration" in said) == engine.evaluate("'vibrate' in navigator")
    voices = "speechSynthesis.getVoices().filter(v => v.localService && v.lang.startsWith('en'))"
    has_voice = engine.evaluate(f"{voices}.length > 0")
    assert ("This device has no voice for this language." in said) != has_voice
    engine.press(".session-sound button")
    engine.wait_until("document.querySelector('.session-sound [role=status]').textContent")


def test_a_screen_that_may_go_dark_is_told(engine: Engine, home: str) -> None:
    engine.open(f"{home}sciatica/")
    engine.press(START)
    engine.press(BEGIN)
    engine.wait_until("document.querySelector('.session-pause')")
    request = "navigator.wakeLock?.request('screen').then(() => true, () => false)"
    awake = bool(engine.evaluate(request))  # some allow it only after a press, as the session had
    told = "document.querySelector('dialog.session').textContent.includes('keep the screen on')"
    engine.wait_until(f"{told} === {json.dumps(not awake)}")


def test_a_diary_that_nobody_promises_to_keep_says_so(engine: Engine, home: str) -> None:
    engine.open(f"{home}diary/")
    engine.press(".diary-safe button")
    said = "document.querySelector('.diary-safe').textContent"
    if engine.evaluate("!navigator.storage?.persist"):
        engine.wait_until(f"{said}.includes('The device did not agree.')")
    assert "save a copy" in engine.evaluate(said).lower()


def test_a_link_is_copied_or_shown(engine: Engine, home: str) -> None:
    engine.open(f"{home}sciatica/#bedside-hip-stretch")
    engine.press("#bedside-hip-stretch [data-copy-link] > button:last-of-type")
    engine.wait_until("document.querySelector('#bedside-hip-stretch .live-status').textContent")


def test_a_plan_is_shared_where_the_device_can(engine: Engine, home: str) -> None:
    engine.open(home + plan("bridge"))
    engine.press("article button.quiet")
    engine.wait_until("document.querySelector('.plan-hand-over button')?.checkVisibility()")
    ways = engine.evaluate("document.querySelector('.plan-hand-over').innerText")
    assert "Copy link" in ways
    assert ("Share" in ways) == engine.evaluate("'share' in navigator")


# What a screen reader is given


# The page, what is pressed there, what is then there, and the place that is read
READ = {
    "routine": ("sciatica/#bedside-hip-stretch", (), "[open] [data-copy-link] button", "body"),
    "plan": (plan("title:Monday/bridge.2x8h5/knee-rolls"), (), "details + details", "main"),
    "setup": (plan("bridge"), (START,), ".session-setup", "dialog.session"),
    "session": (plan("bridge"), (START, BEGIN), ".session-pause", "dialog.session"),
}


@pytest.mark.parametrize("state", READ)
def test_a_screen_reader_has_the_same_words(
    engine: Engine, home: str, visits: Visits, state: str
) -> None:
    address, presses, there, place = READ[state]
    page = visits.look(home + address)
    engine.open(home + address)
    for selector in presses:
        page.click(selector)
        engine.press(selector)
    expect(page.locator(there).first).to_be_visible()
    page.wait_for_load_state("networkidle")
    words = spoken_in_chromium(page, place)
    assert len(words) > 10
    count = f"document.querySelectorAll({json.dumps(things(place))}).length"
    engine.wait_until(f"{count} >= {page.evaluate(count)} - 1")  # it may lack one
    lacks = [] if engine.evaluate("'vibrate' in navigator") else ["checkbox: Vibration"]
    choices = [line.partition(": ")[2] for line in words if line.startswith("combobox: ")]
    said = [with_choices(line, choices) for line in engine.spoken(place)]
    assert said == [line for line in words if line not in lacks]


def with_choices(line: str, choices: list[str]) -> str:
    """WebKitGTK has a list to choose from as a button, and what is chosen belongs to its name."""
    names = (name for name in choices if line.startswith(f"button: {name} "))
    return next((f"combobox: {name}" for name in names), line)
