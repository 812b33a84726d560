"""A plan made, handed over and read, in a real browser under the site's own policy."""

import json
import re
import time
from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, Route, ViewportSize, expect

from stretchbook.plans import decode, encode
from stretchbook.views.stretch_view import view_stretch
from stretchbook.words import our_words
from tests.support.axe import violations, violations_in_all_colors
from tests.support.content import real_library
from tests.support.pdf import Pdf, same
from tests.support.visit import PHONE, Visits, wait_until

pytestmark = pytest.mark.browser

DESKTOP = ViewportSize(width=1280, height=900)
CLIPBOARD = ("clipboard-read", "clipboard-write")
BRIDGE = (
    "2 sets of 8: hold each for 5 seconds, rest for 30 seconds between sets."
    " Note for you: Lift slowly."
)
FOUR = ("Bridge", "Knee rolls", "Pelvic tilt", "Knee to chest")
PLAN = encode(
    decode(
        "1/title:Your_first_week/about:Start_gently./often:d2w5/bridge.2x8h5p30/note:Lift_slowly."
        "/knee-rolls/pelvic-tilt/knee-to-chest.3h10e/end:0000"
    ).plan
)


def builder(visits: Visits, site_url: str, hash_: str = "") -> Page:
    page = visits.look(f"{site_url}plan/{hash_}", viewport=DESKTOP)
    expect(page.locator(".plan-choices li").first).to_be_visible()
    return page


def patient(visits: Visits, site_url: str, link: str = PLAN) -> Page:
    page = visits.look(f"{site_url}plan/#{link}")
    expect(page.locator("[data-plan-patient] h1")).to_be_visible()
    return page


def choose(page: Page, *names: str) -> None:
    for name in names:
        page.locator(".plan-choices button", has_text=name).first.click()


def chosen(page: Page) -> list[str]:
    return [text.partition(" ")[2] for text in page.locator(".plan-step strong").all_inner_texts()]


def doses(page: Page) -> list[str]:
    """What each dose says, its fields read as the numbers that stand in them."""
    read = """(all) => all.map((one) => [...one.childNodes].map((part) =>
        part.querySelector?.("input").value ?? part.data).join(""))"""
    return [str(line) for line in page.locator(".dose-sentence").evaluate_all(read)]


def link_of(page: Page) -> str:
    """What the address holds after the `#`, once it has been written.

    It follows what is typed a little later, by a timer of the page; so one of the page's own, which
    is due after that one, waits for it on a machine of any speed.
    """
    wait_until(page, "location.hash.startsWith('#1/')")
    return str(
        page.evaluate("new Promise((now) => setTimeout(now, 400)).then(() => location.hash)")
    )[1:]


def codes(image: Image.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(image)]


# A clinician


def test_what_the_patient_has_warns_and_is_kept_nowhere(visits: Visits, site_url: str) -> None:
    page = builder(visits, site_url)
    choose(page, "Knee to chest", "Bridge")
    before = link_of(page)
    page.get_by_text("The patient has, or cannot").click()
    page.get_by_label("Hip replacement").check()
    step = page.locator(".plan-step", has_text="Knee to chest")
    expect(step.locator(".care")).to_contain_text("do not bend that hip past 90 degrees")
    expect(page.locator(".plan-step", has_text="Bridge").locator(".care")).to_have_count(0)
    expect(page.locator(".plan-choices li", has_text="Knee to chest")).to_have_count(0)
    expect(page.locator(".left-out")).to_contain_text("Knee to chest If you have a hip replacement")
    page.get_by_role("searchbox").fill("cannot kneel")
    expect(page.locator(".left-out")).to_contain_text("Cannot kneel: stretches to leave out")
    assert link_of(page) == before
    kept = page.evaluate("JSON.stringify([localStorage, sessionStorage, history.state])")
    assert "hip-replacement" not in kept
    assert "kneel" not in kept
    page.get_by_label("Hip replacement").uncheck()
    expect(step.locator(".care")).to_have_count(0)


def test_stretches_stand_as_they_were_pressed_however_they_come(
    visits: Visits, site_url: str
) -> None:
    page = visits.open(f"{site_url}plan/", viewport=DESKTOP)
    expect(page.locator(".plan-choices li").first).to_be_visible()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/stretches/bridge.json", hold)
    choose(page, *FOUR)
    page.wait_for_timeout(300)  # the others have come
    assert chosen(page) == []
    held[0].continue_()
    expect(page.locator(".plan-step")).to_have_count(4)
    assert chosen(page) == list(FOUR)


def test_four_stretches_and_a_code_take_five_presses(visits: Visits, site_url: str) -> None:
    page = builder(visits, site_url)
    choose(page, *FOUR)
    page.get_by_role("button", name="QR code").click()
    picture = page.get_by_role("img", name="QR code of this plan")
    expect(picture).to_be_visible()
    (read,) = codes(Image.open(BytesIO(picture.screenshot())))
    assert read == f"{site_url}plan/#{link_of(page)}"
    steps = [step.exercise for step in decode(read).plan.steps]
    assert steps == ["bridge", "knee-rolls", "pelvic-tilt", "knee-to-chest"]


def test_four_stretches_with_doses_of_their_own_and_a_code_take_nine_presses(
    visits: Visits, site_url: str
) -> None:
    page = builder(visits, site_url)
    page.evaluate("window.presses = 0; addEventListener('pointerdown', () => window.presses++)")
    choose(page, *FOUR)
    hold = ("Bridge: Hold, seconds", "Knee to chest: Hold, seconds")
    for label in (*hold, "Knee rolls: Times in each set", "Pelvic tilt: Times in each set"):
        page.get_by_label(label, exact=True).click()
        page.keyboard.type("12")  # in place of what stood there
    page.get_by_role("button", name="QR code").click()
    picture = page.get_by_role("img", name="QR code of this plan")
    expect(picture).to_be_visible()
    assert page.evaluate("window.presses") == 9
    (read,) = codes(Image.open(BytesIO(picture.screenshot())))
    given = [step.dose for step in decode(read).plan.steps]
    numbers = [(dose.repetitions, dose.hold_seconds) for dose in given if dose]
    assert numbers == [(8, 12), (12, 2), (12, None), (3, 12)]


def test_a_number_is_stepped_where_it_stands(visits: Visits, site_url: str) -> None:
    page = builder(visits, site_url)
    choose(page, "Bridge", "Knee rolls")
    number = page.get_by_label("Bridge: Hold, seconds", exact=True)
    more = page.get_by_role("button", name="Bridge: Hold, seconds: more")
    expect(more).to_be_hidden()
    number.click()
    more.click()
    expect(number).to_be_focused()
    page.keyboard.press("ArrowUp")
    assert doses(page)[0] == "8 times: hold for 7 seconds"
    page.get_by_label("Bridge: Times in each set", exact=True).click()
    page.keyboard.type("1")
    assert doses(page)[0] == "1 times: hold for 7 seconds"  # it does not change below the fingers
    page.keyboard.press("Tab")
    assert doses(page)[0] == "Hold for 7 seconds"
    page.get_by_role("button", name="Undo").click()
    assert doses(page) == [
        "8 times: hold for 7 seconds",
        "5 times on each side: hold for 2 seconds",
    ]


def test_a_stretch_chosen_once_more_has_a_dose_of_its_own(visits: Visits, site_url: str) -> None:
    page = builder(visits, site_url)
    choose(page, "Bridge", "Knee rolls")
    page.locator(".plan-dose-editor summary").first.click()
    page.get_by_role("button", name="Add it once more").click()
    assert chosen(page) == ["Bridge", "Bridge", "Knee rolls"]
    page.get_by_label("Bridge: Hold, seconds", exact=True).nth(1).fill("9")
    assert [step.dose and step.dose.hold_seconds for step in decode(link_of(page)).plan.steps] == [
        *(None, 9, None)
    ]


def test_a_plan_is_made_with_the_keyboard_alone(visits: Visits, site_url: str) -> None:
    page = builder(visits, site_url)
    page.get_by_role("searchbox", name="Find by name").focus()
    page.keyboard.type("bridge")
    for _ in range(4):  # past the filters
        page.keyboard.press("Tab")
    tab_to(page, "choice bridge")
    page.keyboard.press("Enter")
    page.get_by_role("searchbox", name="Find by name").press("ControlOrMeta+a")
    page.keyboard.type("knee rolls")
    tab_to(page, "choice knee-rolls")
    page.keyboard.press("Space")
    expect(page.locator(".plan-step")).to_have_count(2)
    assert chosen(page) == ["Bridge", "Knee rolls"]
    tab_to(page, "handle 1")
    page.keyboard.press("ArrowUp")
    assert chosen(page) == ["Knee rolls", "Bridge"]
    assert focused(page) == "handle 0"  # it goes on where it was
    expect(page.locator(".plan-chosen > .plan-status")).to_have_text(
        "Knee rolls is now number 1 of 2."
    )
    tab_to(page, "dose 0")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Sets", exact=True)).to_be_visible()
    for _ in range(4):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # one more set
    assert doses(page)[0] == "2 sets of 5 on each side: hold each for 2 seconds"
    assert decode(link_of(page)).plan.steps[0].exercise == "knee-rolls"


def tab_to(page: Page, name: str) -> None:
    for _ in range(60):
        if focused(page) == name:
            return
        page.keyboard.press("Tab")
    pytest.fail(f"the keyboard never comes to {name}")


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.dataset.focus ?? ''"))


def test_the_order_changes_by_buttons_and_by_dragging(visits: Visits, site_url: str) -> None:
    page = builder(visits, site_url)
    choose(page, *FOUR[:3])
    page.get_by_role("button", name="Move Bridge down").click()
    assert chosen(page) == ["Knee rolls", "Bridge", "Pelvic tilt"]
    handle = page.locator(".plan-handle").nth(2).bounding_box()
    first = page.locator(".plan-step").first.bounding_box()
    assert handle
    assert first
    page.mouse.move(handle["x"] + 10, handle["y"] + 10)
    page.mouse.down()
    page.mouse.move(handle["x"] + 10, first["y"] + 5, steps=8)
    page.mouse.up()
    assert chosen(page) == ["Pelvic tilt", "Knee rolls", "Bridge"]
    steps = [step.exercise for step in decode(link_of(page)).plan.steps]
    assert steps == ["pelvic-tilt", "knee-rolls", "bridge"]


def test_every_number_of_a_dose_can_be_set(visits: Visits, site_url: str) -> None:
    page = builder(visits, site_url)
    choose(page, "Bridge")
    page.locator(".plan-dose-editor summary").click()
    editor = page.locator(".plan-dose-editor")
    numbers = {
        "Sets": "3",
        "Times in each set": "10",
        "Hold, seconds": "7",
        "Let go, seconds": "2",
        "Rest between sets, seconds": "45",
        "Times a day": "2",
        "Days a week": "6",
    }
    for label, number in numbers.items():
        editor.get_by_label(label, exact=True).fill(number)
        editor.get_by_label(label, exact=True).blur()
    editor.get_by_label("Sides").select_option(label="Each side")
    editor.get_by_label("Note for this stretch").fill("Slowly & <b>gently</b>")
    assert re.sub("/made:[0-9]{8}|/end:.*", "", link_of(page)) == (
        "1/bridge.3x10h7r2ep45.d2w6/note:Slowly_%26_%3Cb%3Egently%3C%2Fb%3E"
    )
    said = "3 sets of 10 on each side: hold for 7 seconds, let go for 2 seconds"
    assert doses(page) == [said]
    page.get_by_role("button", name="Back to the usual dose").click()
    assert doses(page) == ["8 times: hold for 5 seconds"]
    editor.get_by_label("Hold, seconds", exact=True).fill("900")
    editor.get_by_label("Hold, seconds", exact=True).blur()
    status = page.locator(".plan-step").get_by_role("status")
    expect(status).to_have_text("A dose may last up to 60 minutes.")
    assert doses(page) == ["8 times: hold for 5 seconds"]
    assert editor.get_by_label("Hold, seconds", exact=True).input_value() == "5"


def test_a_reload_and_undo_lose_nothing(visits: Visits, site_url: str) -> None:
    page = builder(visits, site_url)
    choose(page, *FOUR[:2])
    page.get_by_label("Title").fill("Monday")
    before = link_of(page)
    page.reload()
    expect(page.locator(".plan-step")).to_have_count(2)  # still where it is made
    assert page.get_by_label("Title").input_value() == "Monday"
    page.get_by_role("button", name="Start again").click()
    expect(page.locator(".plan-step")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    assert chosen(page) == ["Bridge", "Knee rolls"]
    assert link_of(page) == before
    kept = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert kept == ["stretchbook.plan.draft"]


def test_filters_and_search_leave_only_what_fits(visits: Visits, site_url: str) -> None:
    page = builder(visits, site_url)
    page.get_by_label("Position").select_option("sitting")
    sitting = [e.name for e in real_library().exercises.values() if e.position == "sitting"]
    names = page.locator(".plan-choices strong")
    assert sorted(names.all_inner_texts()) == sorted(sitting)
    page.get_by_role("searchbox", name="Find by name").fill("zebra")
    expect(page.locator(".filter-status")).to_have_text(
        "No stretch fits. Choose fewer filters or another word."
    )


def test_a_routine_is_a_start(visits: Visits, site_url: str) -> None:
    page = builder(visits, site_url)
    page.get_by_label("Start from a routine").select_option(label="Sciatica stretches")
    expect(page.locator(".plan-step")).to_have_count(6)
    plan = decode(link_of(page)).plan
    routine = real_library().routines["sciatica"]
    steps = [step for section in routine.sections for step in section.steps]
    assert [s.exercise for s in plan.steps] == [s.exercise for s in steps]
    assert [s.note or None for s in plan.steps] == [s.note for s in steps]


def test_drafts_hold_the_link_and_the_doses(visits: Visits, site_url: str) -> None:
    page = patient(visits, site_url)
    page.get_by_role("button", name="Change this plan").click()
    page.evaluate("addEventListener('click', (event) => event.preventDefault())")
    for name, scheme in (("E-mail", "mailto:"), ("Text message", "sms:")):
        draft = page.get_by_role("link", name=name)
        draft.click()
        address = str(draft.get_attribute("href"))
        assert address.startswith(scheme)
        body = page.evaluate("(a) => new URLSearchParams(a.split('?')[1]).get('body')", address)
        assert f"{site_url}plan/#{PLAN}" in body
        if scheme == "mailto:":
            *_, about, often, first, _, _, last = body.splitlines()
            assert about == "Start gently."
            assert often == "How often: 2 times a day, on 5 days a week"
            assert first == f"1. Bridge: {BRIDGE}"
            assert last == "4. Knee to chest: 3 times on each side: hold for 10 seconds."


def test_the_plan_as_text_for_the_record_says_all_in_few_lines(
    visits: Visits, site_url: str
) -> None:
    page = visits.open(f"{site_url}plan/#{PLAN}", permissions=CLIPBOARD)
    page.get_by_role("button", name="Change this plan").click()
    page.get_by_role("button", name="Copy as text").click()
    expect(page.get_by_text("Copied as text, without a name.")).to_be_visible()
    lines = str(page.evaluate("navigator.clipboard.readText()")).splitlines()
    assert len(lines) <= 12
    assert re.fullmatch(r"Your first week, 20[0-9]{2}-[0-9]{2}-[0-9]{2}", lines[0])
    assert lines[1] == f"{site_url}plan/#{PLAN}"
    assert lines[2:4] == ["Start gently.", "How often: 2 times a day, on 5 days a week"]
    steps = decode(PLAN).plan.steps
    for number, (line, step) in enumerate(zip(lines[4:8], steps, strict=True), 1):
        exercise = real_library().exercises[step.exercise]
        assert line.startswith(f"{number}. {exercise.name}: ")
        assert line.endswith(" ".join(caution.text for caution in exercise.cautions))
        assert (step.note or "") in line
    assert lines[4].startswith(f"1. Bridge: {BRIDGE}")
    assert re.fullmatch(r"Texts: Stretchbook\. Version 20[0-9-]{8}\.", lines[8])


def test_where_copying_is_refused_the_whole_text_stands_there(
    visits: Visits, site_url: str
) -> None:
    page = visits.look(f"{site_url}plan/#{PLAN}")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()) }")
    page.get_by_role("button", name="Change this plan").click()
    page.get_by_role("button", name="Copy as text").click()
    text = page.get_by_label("Copy this text:").input_value()
    assert len(text.splitlines()) == 9


@pytest.mark.parametrize("kind", ["JSON", "YAML"])
def test_a_plan_goes_into_a_file_and_back(
    visits: Visits, site_url: str, tmp_path: Path, kind: str
) -> None:
    page = patient(visits, site_url)
    page.get_by_role("button", name="Change this plan").click()
    page.get_by_text("Files", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("button", name=f"Download as {kind}").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    again = visits.open(f"{site_url}plan/", viewport=DESKTOP)
    again.get_by_text("Files", exact=True).click()
    again.get_by_label("Open a plan file").set_input_files(file)
    expect(again.locator(".plan-step")).to_have_count(4)
    assert link_of(again) == PLAN


def test_a_file_that_is_no_plan_says_why_and_changes_nothing(
    visits: Visits, site_url: str, tmp_path: Path
) -> None:
    page = builder(visits, site_url)
    choose(page, "Bridge")
    page.get_by_text("Files", exact=True).click()
    status = page.locator(".plan-files [role=status]")
    for name, text, why in (
        ("a.json", '{"steps": 3}', "steps: missing or empty, allowed is a list of stretches."),
        ("b.yml", "a: [1", "could not be read as a plan"),
        ("c.json", " " * 300_000, "larger than a plan can be"),
        ("d.json", json.dumps({"steps": [{"exercise": "<b>"}]}), 'exercise: found "<b>"'),
    ):
        (tmp_path / name).write_text(text, "utf-8")
        page.get_by_label("Open a plan file").set_input_files(tmp_path / name)
        expect(status).to_contain_text(why)
    assert chosen(page) == ["Bridge"]


def test_a_file_says_all_at_once_what_could_not_be_taken(
    visits: Visits, site_url: str, tmp_path: Path
) -> None:
    page = builder(visits, site_url)
    page.get_by_text("Files", exact=True).click()
    file = tmp_path / "plan.yml"
    steps = "".join(f"  - exercise: bridge\n    times_a_day: {n}\n" for n in range(9, 15))
    file.write_text(
        f"title: A\npatient: B\nsteps:\n{steps}" + "  - exercise: side-bend\n" * 25, "utf-8"
    )
    page.get_by_label("Open a plan file").set_input_files(file)
    expect(page.locator(".plan-step")).to_have_count(30)
    status = page.locator(".plan-files [role=status]")
    expect(status).to_contain_text("The plan of the file is shown.")
    expect(status.locator("li")).to_have_text(
        [
            "patient: a plan has no such field.",
            *(
                f"Stretch {n} (bridge), times_a_day: found {n + 8}, allowed are 1 to 10."
                for n in range(3, 7)
            ),
            "Stretch 31 (side-bend), exercise: left out, a plan holds at most 30 stretches.",
        ]
    )
    expect(page.locator(".plan-files", has_text="Open a plan file")).to_have_attribute("open", "")


# A patient


def test_the_patient_sees_title_note_signs_doses_and_where_the_plan_is(
    visits: Visits, site_url: str
) -> None:
    page = patient(visits, site_url)
    assert page.title() == "Your first week"
    article = page.locator("article")
    for text in (
        "Start gently.",
        "Stop and get help first",
        "2 times a day, on 5 days a week",
        "This plan is in the link itself and is stored nowhere else.",
        "2 sets of 8: hold each for 5 seconds",
        "3 times on each side: hold for 10 seconds",
    ):
        expect(article.get_by_text(text).first).to_be_visible()
    expect(page.locator(".urgent li").first).to_be_visible()
    expect(page.locator("aside.md-banner")).to_be_visible()
    library = real_library()
    usual = sum(
        library.exercises[name].dose.total_seconds for name in ("knee-rolls", "pelvic-tilt")
    )
    stretching = round((2 * 8 * 5 + 3 * 10 * 2 + usual) / 60)
    said = f"About (\\d+) minutes, {stretching} minutes of it stretching."
    facts = page.locator(".facts").first
    expect(facts).to_contain_text(re.compile(said))
    time = re.search(said, facts.inner_text())
    assert time
    page.get_by_role("button", name="Start guided session").click()
    length = page.locator(".session-length")
    expect(length).to_contain_text(f"About {time[1]} minutes with the changes")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Open all").click()
    expect(page.locator("details.stretch[open]")).to_have_count(4)
    expect(page.locator("details").first).to_contain_text("Note for you Lift slowly.")
    expect(page.locator("details").first).to_contain_text("Your plan sets this dose.")
    assert page.locator("details.stretch img.picture").count() == 4
    assert page.locator('link[rel="manifest"]').count() == 0  # it would open the home page


def test_a_plan_can_be_done_as_a_guided_session_with_its_own_doses(
    visits: Visits, site_url: str
) -> None:
    page = patient(visits, site_url)
    page.get_by_role("button", name="Start guided session").click()
    session = page.get_by_role("dialog")
    expect(session.get_by_role("heading").first).to_contain_text("Your first week")
    expect(session).to_contain_text("2 sets of 8: hold each for 5 seconds")
    expect(session).to_contain_text("3 times on each side: hold for 10 seconds")
    assert session.locator("input[type=checkbox]:checked").count() >= 4
    session.get_by_role("button", name="Start now").click()
    expect(session).to_contain_text("Bridge")
    assert violations(page) == []


def print_as(page: Page, way: str) -> None:
    """Choose how to print; the dialog of the browser stays away."""
    page.evaluate("() => { window.print = () => { document.body.dataset.printed = '' } }")
    page.get_by_role("button", name="Print", exact=True).click()
    page.check(f"#print input[name=print-as][value={way}]")
    page.click("#print [type=submit]")
    page.wait_for_selector("body[data-printed]")


@pytest.mark.parametrize("face", ["patient", "builder"])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_plan_of_four_is_a_handout_with_its_code_and_large_pictures(
    visits: Visits, site_url: str, face: str, paper: str
) -> None:
    page = patient(visits, site_url)
    if face == "builder":
        page.get_by_role("button", name="Change this plan").click()
        expect(page.locator(".plan-step")).to_have_count(4)
    print_as(page, "handout")
    pdf = Pdf(page.pdf(format=paper))
    assert len(pdf.sheets) <= 3
    fills = [pdf.fill(sheet) for sheet in range(len(pdf.sheets))]
    assert min(fills[:-1]) > 0.6, fills
    wide = [
        p.width for sheet in range(len(pdf.sheets)) for p in pdf.pictures(sheet) if p.width > 45
    ]
    assert [round(width) for width in wide] == [64] * 4
    first = pdf.sheets[0]
    signs = real_library().urgent_signs["back"]
    title = first.rindex(same("Your first week"), 0, first.index(same(signs.emergency[0])))
    for sign in (*signs.emergency, *signs.see_doctor_first):
        assert first.find(same(sign)) > title, sign
    library, given = real_library(), decode(PLAN).plan
    for step in given.steps:
        exercise = library.exercises[step.exercise]
        steps = view_stretch(our_words(), library, exercise, step.dose).steps
        for text in (exercise.name, *steps, *(c.text for c in exercise.cautions)):
            assert same(text) in pdf.text
    assert same("Choose stretches") not in pdf.text
    assert pdf.codes(dpi=150) == [f"{site_url}plan/#{PLAN}"]
    assert same(f"{site_url}plan/".removeprefix("http://")) in first


@pytest.mark.parametrize("face", ["patient", "builder"])
def test_a_plan_is_a_wall_sheet_with_the_clinicians_note(
    visits: Visits, site_url: str, face: str
) -> None:
    page = patient(visits, site_url)
    if face == "builder":
        page.get_by_role("button", name="Change this plan").click()
        expect(page.locator(".plan-step")).to_have_count(4)
    print_as(page, "wall")
    pdf = Pdf(page.pdf(format="Letter"))
    assert len(pdf.sheets) == 1
    for text in ("Your first week", "Lift slowly.", "2 sets of 8: hold each for 5 seconds", "911"):
        assert same(text) in pdf.text
    assert pdf.codes(dpi=150) == [f"{site_url}plan/#{PLAN}"]


def test_cards_of_a_plan_say_its_own_doses(visits: Visits, site_url: str) -> None:
    page = patient(visits, site_url)
    print_as(page, "cards")
    pdf = Pdf(page.pdf(format="A4"))
    library = real_library()
    for step in decode(PLAN).plan.steps:
        exercise = library.exercises[step.exercise]
        view = view_stretch(our_words(), library, exercise, step.dose)
        for text in (view.dose_line, *view.steps, *(c.text for c in exercise.cautions)):
            assert same(text) in pdf.text, text
    assert same("Lift slowly.") in pdf.text


def test_a_plan_too_long_for_a_code_says_so_on_paper(visits: Visits, site_url: str) -> None:
    steps = "".join(f"/bridge.2x8h5/note:{'Slowly_and_calmly_' * 10}{n}" for n in range(20))
    page = patient(visits, site_url, encode(decode(f"1/title:Long{steps}").plan))
    wait_until(page, "document.body.textContent.includes('This plan is too long for a code.')")
    pdf = Pdf(page.pdf(format="A4"))
    assert same("This plan is too long for a code.") in pdf.sheets[0]
    assert pdf.codes() == []


def test_a_long_plan_has_a_code_that_a_phone_reads(visits: Visits, site_url: str) -> None:
    steps = "".join(f"/{name}.2x8h5/note:Slowly_{n}" for n, name in enumerate(["bridge"] * 12))
    link = encode(decode(f"1/title:Long{steps}").plan)
    page = patient(visits, site_url, link)
    assert Pdf(page.pdf(format="A4")).codes(dpi=150) == [f"{site_url}plan/#{link}"]


def test_an_empty_plan_prints_nothing_and_says_why(visits: Visits, site_url: str) -> None:
    page = visits.look(f"{site_url}plan/")
    expect(page.locator(".plan-choices li").first).to_be_visible()
    expect(page.get_by_role("button", name="Print", exact=True)).to_have_count(0)
    expect(page.get_by_text("As soon as the plan holds a stretch")).to_be_visible()
    pdf = Pdf(page.pdf(format="A4"))
    assert len(pdf.sheets) == 1
    assert same("This plan is empty, so there is nothing to print.") in pdf.text
    assert pdf.codes() == []


def test_a_caution_names_its_source_and_a_picture_all_that_it_shows(
    visits: Visits, site_url: str
) -> None:
    page = patient(visits, site_url, encode(decode("1/knee-to-chest/end:0000").plan))
    page.get_by_role("button", name="Open all").click()
    own = visits.open(f"{site_url}stretches/knee-to-chest/").locator(".admonition.warning li")
    description = real_library().exercises["knee-to-chest"].picture.description or ""
    block = page.locator("details.stretch")
    expect(block.locator(".admonition.warning li")).to_have_text(own.all_inner_texts())
    source = own.locator("a.source").first.get_attribute("href") or ""
    expect(block.locator("a.source").first).to_have_attribute("href", source)
    expect(block).to_contain_text(description)
    page.get_by_role("button", name="Start guided session").click()
    page.get_by_role("button", name="Start now").click()
    expect(page.locator(".session-words a.source").first).to_have_attribute("href", source)
    expect(page.locator(".session-picture")).to_contain_text(description)


def test_a_stretch_that_is_gone_keeps_its_name(visits: Visits, site_url: str) -> None:
    link = encode(decode("1/wall-calf-stretch.h30/bridge/end:0000").plan)
    page = patient(visits, site_url, link)
    block = page.locator("details.stretch").first
    expect(block).to_contain_text("1. Wall calf stretch")
    expect(block).to_contain_text("ask your clinician what to do instead")
    expect(page.locator("details.stretch")).to_have_count(2)


@pytest.mark.parametrize(
    ("link", "said"),
    [
        (PLAN[:-12], "The end of the link is missing."),
        (PLAN.replace("3h10", "3h90"), "The link was changed on its way or by hand."),
        (PLAN.replace("1/", "7/", 1), "The link was made by a newer version of this site."),
        ("1/bridge.9999h5/end:0000", "The dose of stretch 1 could not be read"),
    ],
)
def test_a_broken_link_says_what_is_wrong_and_shows_what_is_left(
    visits: Visits, site_url: str, link: str, said: str
) -> None:
    page = patient(visits, site_url, link)
    expect(page.locator(".plan-problems")).to_contain_text(said)
    expect(page.locator("details.stretch").first).to_contain_text("1. Bridge")


def test_an_open_page_follows_another_link_and_keeps_it_when_skipping_to_the_text(
    visits: Visits, site_url: str
) -> None:
    page = patient(visits, site_url)
    page.evaluate("(link) => { location.hash = link }", encode(decode("1/side-bend/end:0").plan))
    expect(page.locator("details.stretch")).to_have_count(1)
    address = page.url
    page.keyboard.press("Tab")
    page.locator(".md-skip").focus()
    page.keyboard.press("Enter")
    assert page.url == address
    expect(page.get_by_role("heading", name="Your plan")).to_be_focused()


SHIFTS = """
window.moved = []
new PerformanceObserver((list) => {
  for (const { value, sources } of list.getEntries())
    window.moved.push([value, ...sources.map(({ node }) => node?.className ?? "")].join(" "))
}).observe({ type: "layout-shift", buffered: true })
"""


def come_late(route: Route) -> None:
    time.sleep(0.3)
    route.continue_()


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("hash_", ["", f"#{PLAN}"], ids=["builder", "patient"])
def test_nothing_moves_while_the_page_loads(
    visits: Visits, site_url: str, viewport: ViewportSize, hash_: str
) -> None:
    page = visits.blank(viewport=viewport)
    page.add_init_script(SHIFTS)
    page.route("**/data/*.json", come_late)
    page.goto(f"{site_url}plan/{hash_}")
    shown = "details.stretch" if hash_ else ".plan-choices li"
    expect(page.locator(shown).first).to_be_visible()
    expect(page.locator(".urgent")).to_be_visible()
    page.wait_for_timeout(500)
    assert page.evaluate("window.moved") == []


def test_the_warning_signs_show_even_where_the_script_never_comes(
    visits: Visits, site_url: str
) -> None:
    page = visits.blank()
    page.route("**/js/main.js", lambda route: route.abort())
    page.goto(f"{site_url}plan/#{PLAN}")
    expect(page.locator(".urgent")).to_be_visible(timeout=15_000)
    visits.expect_problem("ERR_FAILED")


def test_a_name_of_one_long_word_fits_a_phone(visits: Visits, site_url: str) -> None:
    word = "Oberschenkelmuskulaturdehnungsuebungen"

    def rename(route: Route) -> None:
        text = route.fetch().text()
        for name in ("Bridge", "Lying on your back", "Mat", "Sciatica stretches"):
            text = text.replace(f'"{name}"', f'"{word}"')
        route.fulfill(body=text, content_type="application/json")

    page = visits.blank()
    page.route("**/data/**/*.json", rename)
    page.goto(f"{site_url}plan/")
    page.locator(".plan-choices button", has_text=word).first.click()
    page.locator(".plan-dose-editor summary").click()
    assert_fits(page)
    page.get_by_label("Title").fill(word)
    page.get_by_role("button", name="See it as your patient does").click()
    page.get_by_role("button", name="Open all").click()
    assert_fits(page)
    page.get_by_role("button", name="Start guided session").click()
    expect(page.locator(".session-setup")).to_contain_text(word)
    assert_fits(page)
    page.get_by_role("button", name="Start now").click()
    expect(page.locator("#session-name")).to_have_text(word)
    assert_fits(page)


def assert_fits(page: Page) -> None:
    wide = page.evaluate("""() => [...document.querySelectorAll("body, body *")]
      .filter((e) => e.checkVisibility() && !e.closest(".visually-hidden, .md-skip"))
      .filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
      .map((e) => `${e.tagName} ${e.className}`)""")
    assert wide == []


def test_without_script_the_page_leads_to_the_list(visits: Visits, site_url: str) -> None:
    page = visits.open(f"{site_url}plan/", java_script=False)
    expect(page.get_by_text("This page needs script")).to_be_visible()
    expect(page.locator(".urgent")).to_be_visible()
    page.locator("article").get_by_role("link", name="All stretches").click()
    assert page.url == f"{site_url}stretches/"


def test_no_state_of_the_page_breaks_a_rule_of_axe(visits: Visits, site_url: str) -> None:
    page = patient(visits, site_url, PLAN.replace("3h10", "3h90"))
    page.get_by_role("button", name="Open all").click()
    assert_clean(page)
    page.get_by_role("button", name="Change this plan").click()
    expect(page.locator(".plan-step")).to_have_count(4)
    page.locator(".plan-dose-editor summary").first.click()
    page.get_by_text("Files", exact=True).click()
    assert_clean(page)
    page.get_by_role("button", name="QR code").click()
    expect(page.get_by_role("img", name="QR code of this plan")).to_be_visible()
    page.evaluate("scrollTo(0, 0)")  # see below
    assert violations_in_all_colors(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Start again").click()
    page.evaluate("scrollTo(0, 0)")  # see below
    assert violations_in_all_colors(page) == []


def assert_clean(page: Page) -> None:
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate("scrollTo(0, 0)")  # what is half under the header counts as too small
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert violations_in_all_colors(page) == []
    small = page.evaluate(
        """() => [...document.querySelectorAll("article button, article summary, .md-button")]
          .filter((element) => element.checkVisibility())
          .filter((element) => {
            const { width, height } = element.getBoundingClientRect()
            return width < 44 || height < 44
          })
          .map((element) => element.outerHTML.slice(0, 80))"""
    )
    assert small == []
