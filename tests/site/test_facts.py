"""A reader of the built sciatica page finds every fact that the routine began with (R1 to R10)."""

import re

import pytest
from lxml.html import HtmlElement

from tests.support.built import Page, words

pytestmark = pytest.mark.site

FIVE = (
    "standing-glute-squeeze",
    "legs-up-knee-squeeze",
    "bedside-hip-stretch",
    "lying-butterfly-stretch",
    "standing-quad-stretch",
)
RESTING = "legs-up-groin-stretch"

# Each fact as patterns that must all be found in the page's text, in any order.
FACTS = {
    "R1 leg pain, numbness, shooting pain to the foot": [
        r"pain, numbness or shooting pain down your leg to your foot",
        r"front of your leg",
        r"back of your knee",
    ],
    "R1 low back pain that the low back routine does not quite relieve": [
        r"low back pain that the low back routine does not quite (ease|relieve)",
    ],
    "R2 every stretch is closed at first, its arrow shows pictures and steps": [
        r"closed at first",
        r"arrow[^.]*picture[^.]*steps",
    ],
    "R4 if a stretch causes pain, stop it and go on": [
        r"if a stretch causes pain, stop it and go on to the next",
    ],
    "R5 once a day until a full 24 hours without pain": [
        r"at least once a day",
        r"free of pain for a full 24 hours",
    ],
    "R6 up to 10 times a day, in order, the clinic's own rule": [
        r"faster",
        r"up to 10 times a day, in the order given",
        r"clinic.s own rule",
        r"no public source",
    ],
    "R7 skip what is uncomfortable, bring it back later": [
        r"uncomfortable, skip it for now",
        r"bring it back later",
    ],
    "R8 then the daily warm-up": [r"tension, aches and pains gone", r"daily warm-up"],
    "R9 seven minutes": [r"7 minutes of it stretching"],
    "R10 when resting, ten minutes": [r"when resting", r"10 minutes of it stretching"],
    "the 4 to 6 weeks": [r"4 to 6 weeks"],
    "the modest evidence": [r"11\.4", r"0\.7", r"22\.2", r"low certainty", r"may ease"],
    "not yet reviewed": [r"not yet reviewed by a clinician"],
}

# What each stretch's own block must say: dose, equipment, steps, cautions.
BLOCKS = {
    "standing-glute-squeeze": [
        r"2 sets of 10",
        r"3 seconds",
        r"2 seconds",
        r"hip.width|as far apart as your hips|hips",
        r"duck",
        r"buttocks, not your thighs|not (with )?your thighs",
        r"gluteus maximus",
        r"1 minute 40 seconds",
    ],
    "legs-up-knee-squeeze": [
        r"20 times",
        r"2 seconds",
        r"90 degrees|square",
        r"pillow between your knees",
        r"palms (facing )?up",
        r"below (the height of )?your shoulders|below shoulder",
        r"ceiling",
        r"belly",
        r"hip (surgery|operation)|surgeon",
        r"1 minute 20 seconds",
    ],
    "bedside-hip-stretch": [
        r"30 seconds on each side",
        r"edge of the bed|side of the bed",
        r"middle of your chest|center of your chest",
        r"other leg",
        r"piriformis",
        r"hip replacement[^.]*90 degrees",
        r"do not cross",
    ],
    "lying-butterfly-stretch": [
        r"hold for (1 minute|60 seconds)",
        r"soles of your feet together",
        r"fall out",
        r"cushions? under",
        r"do not press on your knees",
        r"not flat on the floor, but it should not hurt",
        r"inner thighs",
        r"hip replacement done from the front",
    ],
    "standing-quad-stretch": [
        r"(1 minute|60 seconds) on each side",
        r"top of that foot",
        r"block",
        r"countertop",
        r"the higher your foot, the stronger",
        r"knees level",
        r"push your belly forward",
        r"hold on",
        r"knee hurts",
        r"hip replacement done from the front",
        r"rectus femoris",
    ],
    "legs-up-groin-stretch": [
        r"5 minutes on each side",
        r"90 degrees",
        r"toes point up",
        r"straight leg has (fully|completely) (let go|relaxed)",
        r"change legs",
        r"thigh test",
        r"near your knee",
        r"every 3 minutes",
        r"do not hold it",
        r"top of your thigh, change sides",
        r"test comes from the clinic",
        r"iliopsoas",
    ],
}


@pytest.fixture(scope="module")
def page(pages: dict[str, Page]) -> Page:
    return pages["/sciatica/"]


@pytest.mark.parametrize("fact", FACTS)
def test_a_fact_is_found_by_reading(page: Page, fact: str) -> None:
    for pattern in FACTS[fact]:
        assert re.search(pattern, page.text(), re.IGNORECASE), pattern


@pytest.mark.parametrize("stretch", BLOCKS)
def test_a_block_says_all_of_its_stretch(page: Page, stretch: str) -> None:
    text = words(page.tree.get_element_by_id(stretch))
    for pattern in BLOCKS[stretch]:
        assert re.search(pattern, text, re.IGNORECASE), f"{pattern} in {text}"


def test_r3_first_see_a_professional(page: Page) -> None:
    (banner,) = page.tree.find_class("disclaimer")
    said = words(banner)
    for needed in ("not medical advice", "medical professional", "fracture", "infection", "tumor"):
        assert needed in said
    assert re.search(r"tear[^.]*organ", said)


def test_r1_and_r8_are_links(page: Page) -> None:
    addresses = page.article().xpath(".//a/@href")
    assert "../low-back-pain/" in addresses
    assert "../daily-warm-up/" in addresses


def blocks_after(page: Page, heading: str) -> list[str]:
    """The ids of the blocks between a heading and the next one of its level."""
    found: list[str] = []
    element: HtmlElement | None = page.tree.get_element_by_id(heading).getnext()
    while element is not None and element.tag != "h2":
        found += [block.get("id", "") for block in element.iter("details")]
        element = element.getnext()
    return found


def test_r9_the_first_five_in_order_and_r10_one_when_resting(page: Page) -> None:
    assert blocks_after(page, "main") == list(FIVE)
    assert blocks_after(page, "when-resting") == [RESTING]


def test_where_each_number_comes_from_is_on_the_stretchs_page(pages: dict[str, Page]) -> None:
    expected = {
        "standing-glute-squeeze": [r"sets: from the web page", r"times: chosen by the editor"],
        "legs-up-knee-squeeze": [r"hold: from the web page", r"times: chosen by the editor"],
        "bedside-hip-stretch": [r"hold: from the web page"],
        "lying-butterfly-stretch": [r"hold: from the web page"],
        "standing-quad-stretch": [r"hold: chosen by the editor", r"30 to 60 seconds"],
        "legs-up-groin-stretch": [
            r"chosen by the editor",
            r"10 minutes",
            r"thigh test is this clinic.s own\. we found it in no other source",
        ],
    }
    for name, patterns in expected.items():
        text = pages[f"/stretches/{name}/"].text()
        for pattern in patterns:
            assert re.search(pattern, text, re.IGNORECASE), f"{name}: {pattern}"
