"""A plan for one leg says so in every word: on the page, on paper, in the session and aloud."""

import re

import pytest
from playwright.sync_api import Page, expect

from stretchbook.plans import decode, encode
from tests.support.pdf import Pdf
from tests.support.session import GuidedSession
from tests.support.visit import Visits

pytestmark = pytest.mark.browser

STRETCHES = ("bedside-hip-stretch", "standing-quad-stretch", "knee-to-chest")
OTHERS = re.compile(
    r"right|other leg|each side|change (legs|sides)|(?<!\d)30 seconds|1 minute(?! \d)|5 seconds",
    re.IGNORECASE,
)


def link(sides: str) -> str:
    body = "/".join(f"{name}.2x3h20{sides}" for name in STRETCHES)
    return encode(decode(f"1/{body}/end:0000").plan)


def blocks(page: Page) -> str:
    """All that the page says of the stretches, their cautions and pictures left out."""
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    steps = page.locator("details.stretch :is(ol, .dose, .plan-dose)").all_inner_texts()
    return "\n".join(steps)


def test_the_page_and_its_paper_speak_of_the_left_only(visits: Visits, site_url: str) -> None:
    page = visits.look(f"{site_url}plan/#{link('ol')}")
    expect(page.locator("details.stretch")).to_have_count(3)
    said = blocks(page)
    assert said.count("Do this with your left leg only.") == 3
    assert said.count("2 sets of 3 on the left side only: hold each for 20 seconds") == 6
    assert OTHERS.findall(said) == []
    notes = page.locator("details.stretch .picture-note")  # the bedside stretch shows the left leg
    assert notes.all_inner_texts() == ["The picture shows the right leg."] * 2
    paper = " ".join(Pdf(page.pdf()).words)
    assert paper.count("Do this with your left leg only.") == 3
    assert not re.search(r"same with your other|change legs|on each side", paper)


@pytest.mark.parametrize(
    ("sides", "first", "other"), [("el", "Left leg", "right"), ("er", "Right leg", "left")]
)
def test_the_session_says_which_leg_comes_first(
    visits: Visits, site_url: str, sides: str, first: str, other: str
) -> None:
    session = GuidedSession.open(visits, f"{site_url}plan/#{link(sides)}")
    session.begin()
    session.wait(120)
    assert session.text("where").startswith(first)
    session.wait(180)
    spoken = session.heard("speech")
    assert any(line.startswith(f"{first}. ") for line in spoken)
    assert f"Change to your {other} leg." in spoken
    assert "Change sides." not in spoken


def test_a_session_for_one_leg_never_names_the_other(visits: Visits, site_url: str) -> None:
    session = GuidedSession.open(visits, f"{site_url}plan/#{link('ol')}")
    session.begin()
    session.wait(60)
    assert session.text("where").startswith("Left leg")
    for _ in range(100):
        shown = f"{session.doing} {session.text('where')} {session.text('then')}"
        assert not re.search(r"right|other side|change sides", shown, re.IGNORECASE)
        session.page.keyboard.press("ArrowRight")
        session.wait(0.2)
        if session.dialog.get_by_text("You did").is_visible():
            break
    spoken = " ".join(session.heard("speech"))
    assert "Do this with your left leg only." in spoken
    assert OTHERS.findall(spoken) == []


def test_sides_are_chosen_in_one_step(visits: Visits, site_url: str) -> None:
    page = visits.look(f"{site_url}plan/")
    page.locator(".plan-choices button", has_text="Bedside hip stretch").click()
    page.locator(".plan-step details summary").first.click()
    page.locator(".plan-dose-editor").get_by_label("Sides").select_option(label="Left only")
    expect(page.locator(".plan-step .dose")).to_contain_text("on the left side only")
    expect(page).to_have_url(re.compile(r"#1/made:\d{8}/bedside-hip-stretch\.h30ol/end:"))


def test_the_thigh_test_of_one_leg_speaks_of_no_change(visits: Visits, site_url: str) -> None:
    body = "1/legs-up-groin-stretch.2x1h200ol"
    link = encode(decode(f"{body}/end:0000").plan)
    page = visits.look(f"{site_url}plan/#{link}")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    test = page.locator("details.stretch .tip")
    expect(test).to_contain_text("you are done")
    expect(test).not_to_contain_text("change sides")
    session = GuidedSession.open(visits, f"{site_url}plan/#{link}")
    session.begin()
    session.press("I am ready")
    session.wait(12)
    assert (session.doing, session.text("where")[:8]) == ("Hold, and test", "Left leg")
    expect(session.dialog).not_to_contain_text("change sides")
    session.press("I feel it at the top: go on")
    assert session.doing == "Rest"
