"""A plan that the clinician makes in one language and the patient reads in another."""

import json
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from stretchbook.plans import decode, encode
from tests.support.axe import violations
from tests.support.visit import Visits, wait_until

pytestmark = pytest.mark.browser

PLAN = encode(
    decode(
        "1/title:First_week/often:d2/bridge.2x8h5p30/note:Slowly/bedside-hip-stretch/end:0000"
    ).plan
)
DIARY = json.dumps(
    {
        "format": "stretchbook diary 1",
        "entries": [
            {
                "id": "2026-11-22T19:30:00.000Z",
                "at": "2026-11-22T19:30",
                "skipped": [],
                "name": "Estiramientos para la ciática",
                "done": 3,
                "count": 5,
                "before": 4,
                "after": 2,
            }
        ],
    }
)
VOICES = """
window.said = []
const voices = ["en-US", "ar-SA", "es-MX"].map((lang) => ({ lang, localService: true }))
const speak = ({ voice, text }) => said.push({ voice: voice.lang, text })
const speechSynthesis = { getVoices: () => voices, speak, cancel() {}, resume() {} }
Object.defineProperty(window, "speechSynthesis", { value: speechSynthesis })
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
"""
CATCH = """() => document.addEventListener("click", (event) => {
  const link = event.target.closest("a")
  if (!/^(mailto|sms)/.test(link?.href ?? "")) return
  event.preventDefault()
  window.caught = link.href
})"""


def building(visits: Visits, site_url: str, home: str = "") -> Page:
    page = visits.look(f"{site_url}{home}plan/#{PLAN}")
    page.locator("[data-plan-patient] button.quiet").click()
    expect(page.locator(".plan-hand-over select")).to_be_visible()
    page.evaluate(CATCH)
    return page


def caught(page: Page, place: str) -> str:
    page.locator(
        f".plan-hand-over a[href^={place}], .plan-hand-over a[href='mailto:']"
    ).first.click()
    return unquote(str(page.evaluate("window.caught")))


def test_a_plan_is_for_whoever_reads_the_page(visits: Visits, site_url: str) -> None:
    page = building(visits, site_url, "es/")
    choice = page.locator(".plan-hand-over select")
    assert choice.input_value() == "es"
    assert choice.inner_text().split("\n") == ["inglés (English)", "árabe (العربية)", "Español"]
    assert f"{site_url}es/plan/#{PLAN}" in caught(page, "mailto")


def test_the_clinician_sees_both_and_all_ways_lead_to_the_patients_language(
    visits: Visits, site_url: str
) -> None:
    page = building(visits, site_url)
    page.locator(".plan-hand-over select").select_option("es")
    both = page.locator(".plan-hand-over li", has_text="Bridge")
    expect(both).to_contain_text("2 sets of 8: hold each for 5 seconds")
    theirs = both.locator("[lang=es][dir=ltr]")
    expect(theirs).to_contain_text("Puente: 2 series de 8: mantenga la posición durante 5 segundos")
    expect(page.locator(".plan-hand-over .care")).to_have_count(0)
    letter = caught(page, "mailto")
    assert f"{site_url}es/plan/#{PLAN}" in letter
    assert "2 series de 8" in letter
    assert "2 sets" not in letter
    page.get_by_role("link", name="Text message").click()
    message = unquote(str(page.evaluate("window.caught")))
    assert f"{site_url}es/plan/#{PLAN}" in message
    link = page.get_by_role("link", name="See it in Spanish")
    assert link.get_attribute("href") == f"{site_url}es/plan/#{PLAN}"
    assert violations(page) == []


def test_what_a_language_lacks_is_told_to_both(visits: Visits, site_url: str) -> None:
    page = building(visits, site_url)
    page.locator(".plan-hand-over select").select_option("ar")
    expect(page.locator(".plan-hand-over .care")).to_have_text(
        "Not in Arabic yet, so the patient sees these in English only: Bridge."
    )
    assert "1. Bridge: هذا التمرين غير متاح بعد بهذه اللغة." in caught(page, "mailto")
    patient = visits.open(f"{site_url}ar/plan/#{PLAN}")
    box = patient.locator(".plan-problems")
    expect(box.locator("li [lang=en]")).to_have_text(["1. Bridge"])
    expect(box.get_by_role("link")).to_have_attribute("href", f"{site_url}plan/#{PLAN}")
    blocks = patient.locator("details.stretch")
    expect(blocks).to_have_count(2)
    blocks.first.locator("summary").click()
    expect(blocks.first).to_contain_text("Slowly")
    expect(blocks.first.get_by_role("link")).to_have_attribute("href", f"{site_url}plan/#{PLAN}")
    assert violations(patient) == []
    patient.get_by_role("button", name="بدء جلسة موجّهة").click()
    session = patient.locator("dialog.session")
    expect(session.locator(".care", has_text="Bridge")).to_be_visible()
    expect(session.locator(".session-list li")).to_have_count(1)
    session.locator("button").first.click()
    box.get_by_role("link").click()
    expect(patient.locator("details.stretch").first).to_contain_text("Bridge")


def read_in(page: Page, code: str) -> None:
    """Choose another language in the list of the header."""
    page.locator("[popovertarget=languages]").first.click()
    page.locator(f"#languages [lang={code}]").click()


def test_the_list_of_languages_keeps_the_plan(visits: Visits, site_url: str) -> None:
    page = visits.look(f"{site_url}plan/#{PLAN}")
    read_in(page, "es")
    expect(page).to_have_url(f"{site_url}es/plan/#{PLAN}")
    expect(page.locator("details.stretch").first).to_contain_text("Puente")


def test_what_is_not_there_says_which_page_it_was(visits: Visits, site_url: str) -> None:
    page = visits.look(f"{site_url}low-back-pain/#bridge")
    read_in(page, "ar")
    expect(page).to_have_url(f"{site_url}ar/untranslated/#/low-back-pain/")


def test_a_mail_program_that_spoils_the_link_does_not_change_its_language(
    visits: Visits, site_url: str
) -> None:
    page = visits.look(f"{site_url}es/plan/%23{PLAN}")
    expect(page).to_have_url(f"{site_url}es/plan/#{PLAN}")
    expect(page.locator("details.stretch").first).to_contain_text("Puente")
    visits.expect_problem("404")


def test_a_page_that_is_not_there_says_so_in_every_language(visits: Visits, site_url: str) -> None:
    page = visits.look(f"{site_url}nowhere/")
    expect(page.locator("main section[lang=es] h2")).to_have_count(1)
    way = page.locator("main section[lang=ar][dir=rtl] a")
    expect(way).to_have_attribute("href", f"{site_url}ar/")
    visits.problems.clear()  # the page itself, and sheets that are not at that depth


def test_the_voice_is_that_of_the_language_and_the_diary_is_shared(
    visits: Visits, site_url: str
) -> None:
    page = visits.blank()
    page.add_init_script(VOICES)
    page.goto(f"{site_url}es/plan/#{PLAN}")
    page.get_by_role("button", name="Empezar la sesión guiada").click()
    page.get_by_role("button", name="Empezar ahora").click()
    wait_until(page, "() => window.said.length > 2")
    assert page.evaluate("[...new Set(window.said.map(({ voice }) => voice))]") == ["es-MX"]
    assert page.evaluate("window.said.map(({ text }) => text).join(' ')").startswith("  Primero:")
    page.evaluate("(diary) => localStorage.setItem('stretchbook.diary', diary)", DIARY)
    page.goto(f"{site_url}ar/diary/")
    entry = page.locator("[data-diary] li.card")
    expect(entry).to_contain_text("Estiramientos para la ciática")
    expect(entry).to_contain_text("22")
