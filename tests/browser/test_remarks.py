"""What stands beside the steps, where a script shows a stretch: in a plan and in a session."""

import pytest
from playwright.sync_api import expect

from stretchbook.plans import decode, encode
from tests.support.pdf import Pdf
from tests.support.session import GuidedSession
from tests.support.visit import Visits

pytestmark = pytest.mark.browser

PLAN = encode(decode("1/bedside-hip-stretch/end:0000").plan)
WHY = "It stretches the deep muscles of your buttock."
CHECK = "You should feel it in the buttock of the leg on the bed, not in your knee."
MISTAKE = "Forcing it. Lean only as far as feels good."


def test_a_plan_says_all_with_a_link_to_what_is_easier(visits: Visits, site_url: str) -> None:
    page = visits.look(f"{site_url}plan/#{PLAN}")
    block = page.locator("details.stretch")
    block.locator("summary").click()
    for text in (WHY, CHECK, MISTAKE):
        expect(block.get_by_text(text)).to_be_visible()
    place = block.evaluate(
        """(block) => [...block.children].map((part) => part.localName)
            .filter((name) => ["dl", "ol"].includes(name))"""
    )
    assert place == ["dl", "ol", "dl"]  # what it is good for comes before the steps
    paper = " ".join(Pdf(page.pdf()).words)
    for text in (WHY, CHECK, MISTAKE, "Too hard? Try this"):
        assert text in paper
    block.get_by_role("link", name="Knee to chest").click()
    expect(page).to_have_url(f"{site_url}stretches/knee-to-chest/")


def test_a_session_keeps_them_for_those_who_ask(visits: Visits, site_url: str) -> None:
    session = GuidedSession.open(visits, f"{site_url}plan/#{PLAN}")
    session.begin()
    more = session.dialog.get_by_text("More about this stretch")
    check = session.dialog.get_by_text(CHECK)
    expect(check).to_be_hidden()
    more.click()
    expect(check).to_be_visible()
    expect(session.dialog.get_by_text("Knee to chest")).to_be_visible()
    expect(session.dialog.locator("details a")).to_have_count(0)  # nothing leads away from it
    more.press(" ")
    expect(check).to_be_hidden()
    assert session.doing != "Paused"
    assert not any(text in " ".join(session.heard("speech")) for text in (WHY, CHECK, MISTAKE))
