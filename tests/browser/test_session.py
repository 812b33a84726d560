"""The guided session from the first press to the last, by a clock that the tests turn."""

import json
import re
from itertools import groupby, pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.support.axe import violations_in_all_colors
from tests.support.session import GuidedSession, seconds_of
from tests.support.visit import PHONE, STORAGE_FULL, STORAGE_REFUSED, Visits

pytestmark = pytest.mark.browser

SIDEWAYS = ViewportSize(width=844, height=390)
TIMETABLE = Path(__file__).parents[1] / "site/timetables/sciatica.txt"
FIVE = (
    *("Standing glute squeeze", "Legs-up knee squeeze", "Bedside hip stretch"),
    *("Lying butterfly stretch", "Standing quad stretch"),
)


def clock_of(line: str) -> int:
    """Seconds since the start of a session, as a line of its timetable begins."""
    minutes, _, seconds = line.split(maxsplit=1)[0].rpartition(":")
    return 60 * int(minutes or 0) + int(seconds)


MAIN, RESTING = (
    part.splitlines()[1:] for part in TIMETABLE.read_text("utf-8").rstrip().split("\n\n")
)
TOTAL = clock_of(MAIN[-1])


def start_of(what: str, lines: list[str] = MAIN) -> int:
    """When the first such phase begins."""
    return next(clock_of(line) for line in lines if what in line)


BEDSIDE = start_of("Hold 30 seconds; First leg")
TEST = start_of("test every", RESTING)
OTHER_LEG = start_of("Change legs", RESTING)


@pytest.fixture
def session(visits: Visits, site_url: str) -> GuidedSession:
    return GuidedSession.open(visits, f"{site_url}sciatica/")


def test_nothing_of_it_is_loaded_before_the_reader_starts(visits: Visits, site_url: str) -> None:
    page = visits.blank()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site_url}sciatica/")
    page.wait_for_load_state("networkidle")
    its_own = re.compile(r"/(session|diary)/|session-\w+\.css|session\.json|data/")
    fetched = {entry["name"] for entry in page.evaluate("performance.getEntriesByType('resource')")}
    assert [url for url in fetched if its_own.search(url)] == []
    page.get_by_role("button", name="Start guided session").first.click()
    expect(page.locator(".session-setup")).to_be_visible()
    assert any(its_own.search(url) for url in asked)


# By the clock that the test turns: the name of the stretch and what to do, as a person sees them.
LOOK_EACH_SECOND = """() => {
  const dialog = document.querySelector("dialog.session")
  const look = () =>
    ["#session-name", ".session-do"].map((part) => dialog.querySelector(part)?.innerText)
  window.seen = [look()]
  setInterval(() => window.seen.push(look()), 1000)
}"""


@pytest.mark.parametrize("viewport", [PHONE, SIDEWAYS], ids=["upright", "sideways"])
def test_the_whole_sciatica_routine(visits: Visits, site_url: str, viewport: ViewportSize) -> None:
    session = GuidedSession.open(visits, f"{site_url}sciatica/", viewport=viewport)
    session.begin()
    session.page.evaluate(LOOK_EACH_SECOND)
    session.wait(TOTAL)
    seen = session.page.evaluate("window.seen")[: TOTAL - 1]
    assert len(seen) == TOTAL - 1
    expect(session.dialog.get_by_role("heading", name="Well done")).to_be_visible()
    expect(session.dialog).to_contain_text("You did 5 of 5 stretches.")
    assert tuple(name for name, _ in groupby(seen, key=lambda one: one[0])) == FIVE
    check_times([doing for _, doing in seen])
    check_cues(session)


def check_times(seen: list[str]) -> None:
    """Each second shows what the timetable for people says for it."""
    starts = [(clock_of(line), line[7:]) for line in MAIN]
    for (start, line), (end, _) in pairwise(starts):
        shown = line.partition(";")[0].split(", ")
        names = [re.sub(r" \d+ (minute|second).*", "", part) for part in shown]
        for second in range(start, min(end, len(seen))):
            assert any(seen[second].startswith(name) for name in names), (
                second,
                seen[second],
                line,
            )


def check_cues(session: GuidedSession) -> None:
    spoken = session.heard("speech")
    for name in FIVE:
        assert any(name in sentence for sentence in spoken), name
    assert spoken.count("Change legs.") == 2
    assert spoken.count("Let go.") == 40
    assert "Rest. Then set 2 of 2." in spoken
    assert "First leg. Hold for 30 seconds." in spoken
    assert spoken[-1] == "That was all. Well done."
    assert len(session.heard("tone")) > 100
    assert len(session.heard("vibration")) > 80
    assert session.heard("flash") == []  # off until somebody chooses it


def test_paused_for_an_hour_it_goes_on_to_the_second(session: GuidedSession) -> None:
    session.begin()
    session.wait(30)
    session.press("Pause")
    before = (session.stretch, session.digits, session.text("where"), session.text("left"))
    heard = len(session.heard("tone"))
    session.sleep(3600)
    assert session.doing == "Paused"
    assert (session.stretch, session.digits, session.text("where"), session.text("left")) == before
    assert len(session.heard("tone")) == heard
    session.press("Go on")
    session.wait(TOTAL - 30 - 2)
    expect(session.dialog).not_to_contain_text("Well done")
    session.wait(2)
    expect(session.dialog).to_contain_text("Well done")


def test_it_runs_without_a_network(visits: Visits, site_url: str) -> None:
    visits.service_workers = "allow"
    session = GuidedSession.open(visits, f"{site_url}sciatica/")
    session.page.evaluate("navigator.serviceWorker.ready.then(({ active }) => active.state)")
    session.page.reload()
    session.page.context.set_offline(True)
    session.choose()
    session.begin()
    session.wait(TOTAL + 1)
    expect(session.dialog).to_contain_text("You did 5 of 5 stretches.")
    assert json.loads(session.kept("diary") or "")["entries"][0]["done"] == 5


@pytest.mark.parametrize("prepare", [STORAGE_REFUSED, STORAGE_FULL], ids=["blocked", "full"])
def test_what_cannot_be_kept_is_told_and_nothing_stops(
    visits: Visits, site_url: str, prepare: str
) -> None:
    session = GuidedSession.open(visits, f"{site_url}sciatica/", prepare=prepare)
    session.begin()
    expect(session.dialog).to_contain_text("does not let the site keep anything")
    session.wait(TOTAL + 1)
    expect(session.dialog).to_contain_text("You did 5 of 5 stretches.")
    expect(session.dialog).to_contain_text("could not be kept")


CORRUPT = """
for (const name of ["session.settings", "session.unfinished", "session.hurt", "diary"]) {
  localStorage.getItem("stretchbook.was") || localStorage.setItem("stretchbook." + name, "{[oops")
}
localStorage.setItem("stretchbook.was", "1");
"""


def test_what_cannot_be_read_counts_as_not_kept(visits: Visits, site_url: str) -> None:
    session = GuidedSession.open(visits, f"{site_url}sciatica/", prepare=CORRUPT)
    session.begin()
    session.wait(TOTAL + 1)
    expect(session.dialog).to_contain_text("in your diary")
    assert len(json.loads(session.kept("diary") or "")["entries"]) == 1
    assert session.kept("diary.unreadable") == "{[oops"


def test_closing_asks_nothing_and_loses_nothing(session: GuidedSession) -> None:
    session.begin()
    session.wait(BEDSIDE + 15)
    before = (session.stretch, session.doing, session.text("where"), session.digits)
    session.press("Close")
    expect(session.dialog).to_have_count(0)
    session.sleep(3600)
    session.page.reload()
    session.choose()
    expect(session.dialog).to_contain_text("You stopped at stretch 3 of 5: Bedside hip stretch.")
    session.press("Go on where you stopped")
    session.wait(0.2)
    assert (session.stretch, session.doing, session.text("where"), session.digits) == before
    session.wait(TOTAL - BEDSIDE - 15)
    expect(session.dialog).to_contain_text("You did 5 of 5 stretches.")
    assert len(json.loads(session.kept("diary") or "")["entries"]) == 1
    session.press("Close")
    session.choose()
    expect(session.dialog.get_by_role("button", name="Go on where you stopped")).to_have_count(0)


def test_what_hurts_is_left_out_until_it_is_brought_back(session: GuidedSession) -> None:
    session.begin()
    session.press("This hurts: skip it")
    assert session.stretch == "Legs-up knee squeeze"
    expect(session.dialog).to_contain_text("Skipped: Standing glute squeeze. Leave it out for now.")
    session.wait(TOTAL - start_of("Legs-up knee squeeze") + 1)
    expect(session.dialog).to_contain_text("You did 4 of 5 stretches.")
    expect(session.dialog).to_contain_text("Skipped because it hurt: Standing glute squeeze.")
    session.press("Close")
    session.choose()
    box = session.dialog.get_by_role("checkbox", name=re.compile("Standing glute squeeze"))
    expect(box).not_to_be_checked()
    expect(session.dialog).to_contain_text("Tick it to bring it back.")
    box.check()
    session.begin()
    assert session.stretch == "Standing glute squeeze"
    assert session.kept("session.hurt") is None


def test_back_next_and_the_keys(session: GuidedSession) -> None:
    session.begin()
    expect(session.dialog.get_by_role("button", name="Pause")).to_be_focused()
    session.page.keyboard.press("ArrowRight")
    assert session.doing == "Get ready"
    session.page.keyboard.press("ArrowRight")
    begins = "Turn your feet out like a duck's feet (picture B)."
    assert (session.doing, session.text("where")) == ("Rest", f"Set 2: {begins}")
    assert session.heard("speech")[-1] == begins
    session.page.keyboard.press("ArrowLeft")
    assert session.doing == "Get ready"
    session.press("Next")
    session.press("Back")
    assert session.doing == "Get ready"
    session.dialog.locator(".session-words").focus()
    session.page.keyboard.press("Space")
    assert session.doing == "Paused"
    session.page.keyboard.press("Space")
    assert session.doing == "Get ready"
    session.page.keyboard.press("Escape")
    expect(session.dialog).to_have_count(0)
    expect(session.page.locator(".session-start button:not([hidden])").first).to_be_focused()


def test_every_cue_can_be_switched_off_and_that_lasts(session: GuidedSession) -> None:
    for name in ("Voice", "Sounds", "Vibration"):
        session.dialog.get_by_role("checkbox", name=name).uncheck()
    session.dialog.get_by_role("checkbox", name="Light up the screen").check()
    assert session.page.evaluate("window.heard") == []  # nothing before the start
    session.begin()
    session.wait(120)
    for kind in ("speech", "tone", "vibration"):
        assert session.heard(kind) == []
    flashes = [int(moment) for moment in session.heard("flash")]
    assert len(flashes) > 10
    assert all(later - one >= 1000 for one, later in pairwise(flashes))
    session.press("Close")
    session.page.reload()
    session.choose()
    expect(session.dialog.get_by_role("checkbox", name="Voice")).not_to_be_checked()
    expect(session.dialog.get_by_role("checkbox", name="Light up the screen")).to_be_checked()


@pytest.fixture
def resting(visits: Visits, site_url: str) -> GuidedSession:
    session = GuidedSession.open(visits, f"{site_url}sciatica/", part=1)
    session.begin()
    session.wait(TEST + 1)
    return session


def test_the_thigh_test_reminds_and_has_a_limit_by_the_clock(resting: GuidedSession) -> None:
    assert (resting.doing, resting.text("where")) == ("Hold, and test", "First leg")
    resting.wait(176)
    assert not any("Time to test" in said for said in resting.heard("speech"))
    resting.wait(4)
    assert any("Time to test. Tighten the thigh" in said for said in resting.heard("speech"))
    resting.wait(121)
    assert resting.doing == "Change legs"
    resting.wait(clock_of(RESTING[4]) - OTHER_LEG)
    assert (resting.doing, resting.text("where")) == ("Hold, and test", "Other leg")


def test_the_thigh_test_ends_when_it_is_felt_at_the_top(resting: GuidedSession) -> None:
    resting.press("I feel it at the top: change sides")
    assert resting.doing == "Change legs"
    resting.press("I am ready")
    resting.press("I feel it at the top: done")
    expect(resting.dialog).to_contain_text("You did 1 of 1 stretches.")


def test_the_thigh_test_may_take_longer_but_not_for_ever(resting: GuidedSession) -> None:
    more = resting.dialog.get_by_role("button", name="3 more minutes")
    for _ in range(4):
        more.click()
    expect(more).to_be_disabled()
    resting.wait(898)
    assert resting.doing == "Hold, and test"
    resting.wait(2)
    assert resting.doing == "Change legs"
    assert sum("Time to test" in said for said in resting.heard("speech")) == 4


def test_changes_can_be_slower_or_wait(session: GuidedSession) -> None:
    length = session.dialog.locator(".session-length")
    pace = session.dialog.get_by_label("Time to change position")
    expect(length).to_contain_text("About 14 minutes with the changes, 5 stretches.")
    pace.select_option("2")
    expect(length).to_contain_text(re.compile(r"About 1[78] minutes"))
    pace.select_option("waits")
    expect(length).to_contain_text("7 minutes of stretching")
    session.begin()
    session.wait(900)
    assert session.doing == "Get into position"
    session.press("I am ready")
    assert session.doing == "Get ready"


def test_short_mode_says_what_is_left_out(session: GuidedSession) -> None:
    names = session.dialog.locator(".session-list li:has(:checked) strong")
    only = session.dialog.get_by_role("checkbox", name="Only standing")
    only.check()
    expect(names).to_have_text(["Standing glute squeeze", "Standing quad stretch"])
    left_out = session.dialog.locator(".session-left-out li")
    expect(left_out.first).to_have_text("Left out: Legs-up knee squeeze. It is not done standing.")
    session.dialog.get_by_role("checkbox", name="I have three minutes").check()
    expect(names).to_have_text(["Standing glute squeeze"])
    expect(session.dialog).to_contain_text(
        "Left out: Standing quad stretch. There is no time for it."
    )
    assert seconds_of(session.text("length")) <= 180
    only.uncheck()
    session.dialog.get_by_role("checkbox", name="I have three minutes").uncheck()
    session.dialog.get_by_role("checkbox", name="No floor today").check()
    expect(names).to_have_text([FIVE[0], FIVE[2], FIVE[4]])
    session.dialog.get_by_role("checkbox", name="Bed", exact=True).check()
    expect(names).to_have_text([FIVE[0], FIVE[4]])


def test_it_does_not_chatter_to_a_screen_reader(session: GuidedSession) -> None:
    session.page.evaluate("""() => {
      window.said = []
      const watch = () => {
        const live = document.querySelector("dialog.session > [role=status]")
        new MutationObserver(() => window.said.push(live.textContent))
          .observe(live, { childList: true, characterData: true, subtree: true })
      }
      new MutationObserver((_, self) => {
        if (!document.querySelector(".session-run")) return
        self.disconnect()
        watch()
      }).observe(document.querySelector("dialog.session"), { childList: true })
    }""")
    session.begin()
    session.wait(TOTAL - 1)
    said: list[str] = session.page.evaluate("window.said")
    assert 20 <= len(said) <= 45, said  # in 14 minutes; there are 106 phases
    assert "Hold. First leg. Hold for 30 seconds on each side" in said


def test_the_screen_stays_on_or_it_says_why_not(visits: Visits, site_url: str) -> None:
    refused = "Object.defineProperty(navigator, 'wakeLock', { value: undefined });"
    session = GuidedSession.open(visits, f"{site_url}sciatica/", prepare=refused)
    session.begin()
    expect(session.dialog).to_contain_text("Your browser cannot keep the screen on.")
    asked = """
    const release = async () => window.heard.push(['lock', 'off'])
    const request = async (kind) => (window.heard.push(['lock', kind]), { release })
    Object.defineProperty(navigator, 'wakeLock', { value: { request } });"""
    session = GuidedSession.open(visits, f"{site_url}sciatica/", prepare=asked)
    session.begin()
    expect(session.dialog).not_to_contain_text("cannot keep the screen on")
    session.set_hidden(hidden=True)
    session.set_hidden(hidden=False)
    session.press("Close")
    assert session.heard("lock") == ["screen", "screen", "off"]


def test_nothing_moves_for_who_asks_for_less_motion(session: GuidedSession) -> None:
    session.page.emulate_media(reduced_motion="reduce")
    session.begin()
    assert "moving" not in (
        session.dialog.locator(".session-picture img").get_attribute("src") or ""
    )


@pytest.mark.parametrize("viewport", [PHONE, SIDEWAYS], ids=["upright", "sideways"])
def test_all_that_matters_is_on_the_screen(
    visits: Visits, site_url: str, viewport: ViewportSize
) -> None:
    session = GuidedSession.open(visits, f"{site_url}sciatica/", viewport=viewport)
    start = session.dialog.get_by_role("button", name="Start now")
    expect(start).to_be_in_viewport(ratio=1)
    session.begin()
    for _ in range(8):
        for part in (
            "#session-name",
            ".session-do",
            ".ring",
            ".session-picture img",
            ".session-then",
        ):
            expect(session.dialog.locator(part), part).to_be_in_viewport(ratio=0.99)
        for button in session.dialog.locator(".session-buttons button:not([hidden])").all():
            expect(button).to_be_in_viewport(ratio=1)
        session.page.keyboard.press("ArrowRight")
        session.wait(0.2)


@pytest.mark.parametrize("viewport", [PHONE, SIDEWAYS], ids=["upright", "sideways"])
def test_where_a_picture_is_to_come_its_words_stand_there(
    visits: Visits, site_url: str, viewport: ViewportSize
) -> None:
    without = r"""const asked = window.fetch;
    window.fetch = async (...request) => {
      const answer = await asked(...request);
      const text = await answer.text();
      return new Response(text.replace(/"(still|moving|small)": ?"[^"]*"/g, '"$1":""'), answer);
    };"""
    session = GuidedSession.open(visits, f"{site_url}sciatica/", prepare=without, viewport=viewport)
    session.begin()
    shown = session.dialog.locator(".session-picture .picture-to-come")
    first = shown.inner_text()
    assert first.startswith("A person")
    expect(shown).to_be_in_viewport(ratio=0.99)
    expect(session.dialog.locator(".session-picture img")).to_have_count(0)
    session.press("This hurts: skip it")
    session.wait(0.2)
    expect(shown).not_to_have_text(first)


@pytest.mark.parametrize("viewport", [PHONE, SIDEWAYS], ids=["upright", "sideways"])
def test_very_large_text_scrolls_down_and_never_sideways(
    visits: Visits, site_url: str, viewport: ViewportSize
) -> None:
    bigger = "document.documentElement.dataset.textSize = '150';"
    on_load = f"addEventListener('DOMContentLoaded', () => {{ {bigger} }});"
    session = GuidedSession.open(visits, f"{site_url}sciatica/", viewport=viewport, prepare=on_load)
    assert_fits(session.page)
    session.begin()
    assert_fits(session.page)
    for name in ("Pause", "This hurts: skip it"):
        button = session.dialog.get_by_role("button", name=name)
        button.scroll_into_view_if_needed()
        expect(button).to_be_in_viewport(ratio=0.99)


def assert_fits(page: Page) -> None:
    wide = page.evaluate("""() => [...document.querySelectorAll("dialog.session, dialog.session *")]
      .filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1)
      .map((e) => e.className || e.tagName)""")
    assert wide == []


def test_a_single_stretch_and_a_missing_file(visits: Visits, site_url: str) -> None:
    session = GuidedSession.open(visits, f"{site_url}stretches/bridge/")
    session.begin()
    session.wait(150)
    expect(session.dialog).to_contain_text("You did 1 of 1 stretches.")
    page = visits.blank()
    page.route("**/data/session.json", lambda route: route.fulfill(status=503))
    page.goto(f"{site_url}stretches/bridge/")
    page.get_by_role("button", name="Start guided session").click()
    expect(page.get_by_text("The session could not be loaded.")).to_be_visible()
    expect(page.locator("dialog.session")).to_have_count(0)
    visits.expect_problem("session did not open|503")


@pytest.mark.parametrize("viewport", [PHONE, SIDEWAYS], ids=["upright", "sideways"])
def test_no_state_breaks_a_rule_of_axe(
    visits: Visits, site_url: str, viewport: ViewportSize
) -> None:
    session = GuidedSession.open(visits, f"{site_url}sciatica/", viewport=viewport)
    session.let_time_run()
    assert violations_in_all_colors(session.page) == [], "setup"
    session.begin()
    assert violations_in_all_colors(session.page) == [], "change-over"
    session.wait(start_of("Hold 3") + 1)
    assert violations_in_all_colors(session.page) == [], "hold"
    session.press("Pause")
    assert violations_in_all_colors(session.page) == [], "paused"
    session.press("Go on")
    session.press("Next")
    assert violations_in_all_colors(session.page) == [], "rest"
    session.press("This hurts: skip it")
    assert violations_in_all_colors(session.page) == [], "skipped"
    session.wait(TOTAL + 1)
    assert violations_in_all_colors(session.page) == [], "end"
    session.press("Close")
    session.choose(1)
    session.begin()
    session.wait(TEST + 1)
    assert violations_in_all_colors(session.page) == [], "test"
