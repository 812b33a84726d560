"""What the page says of a link that came damaged: nothing where everything is there, else always.

tests/vectors/damaged-plan-links.txt is for people: each link, what the page says, and what of the
plan it shows. When a change is meant, run with STRETCHBOOK_BLESS=1 and read the difference.
"""

import os
from itertools import pairwise

import pytest

from stretchbook.model import PlanStep
from stretchbook.model.plan import MOST_STRETCHES
from stretchbook.plans import Reading, decode, encode
from stretchbook.words import our_words
from tests.conftest import ROOT
from tests.support.damage import LINK, Damaged, dressed, spoiled
from tests.unit.test_plan_codec import assert_both_read_alike

TABLE = ROOT / "tests/vectors/damaged-plan-links.txt"
BLESS = os.environ.get("STRETCHBOOK_BLESS") == "1"
WHOLE, BROKEN = list(dressed()), list(spoiled())
WORDS = our_words()


def read(damaged: Damaged) -> Reading:
    return decode(damaged.on_plan_page)


def said(reading: Reading) -> list[str]:
    """The sentences of the page, in its order."""
    return [
        WORDS[f"plan.{problem.code}"].format(
            found=problem.found, most=MOST_STRETCHES, number=(problem.step or 0) + 1
        )
        for problem in reading.problems
    ]


def shown(reading: Reading) -> str:
    return encode(reading.plan).rpartition("/end:")[0].removeprefix("1").removeprefix("/")


def row(damaged: Damaged) -> str:
    reading = read(damaged)
    sentences = "\n".join(f"    {one}" for one in said(reading)) or "    (nothing: all is there)"
    link = damaged.address.replace("\r\n", "⏎")
    return f"{damaged.name}\n    {link}\n{sentences}\n    shows: {shown(reading) or 'nothing'}\n"


@pytest.mark.parametrize("damaged", WHOLE, ids=lambda one: f"{one.name} {len(one.whole)}")
def test_a_link_that_holds_everything_is_read_without_a_word(damaged: Damaged) -> None:
    assert read(damaged) == decode(damaged.whole)
    assert read(damaged).problems == []


@pytest.mark.parametrize("damaged", BROKEN, ids=lambda one: one.name)
def test_a_link_that_lacks_something_is_explained(damaged: Damaged) -> None:
    assert read(damaged).problems


@pytest.mark.parametrize("length", range(1, len(LINK)))
def test_a_cut_link_shows_nothing_that_was_not_meant(length: int) -> None:
    """Every stretch that is shown is one of the plan, at its place, with its dose or none."""
    meant, found = decode(LINK).plan, decode(f"#{LINK[:length]}").plan
    for ours, theirs in zip(found.steps, meant.steps, strict=False):
        assert ours.exercise == theirs.exercise
        assert ours.dose in (theirs.dose, None)
        assert is_start(ours.note, theirs.note)
    assert len(found.steps) <= len(meant.steps)
    assert is_start(found.title, meant.title)
    assert is_start(found.about, meant.about)


def is_start(found: str | None, meant: str | None) -> bool:
    """Whether a text is whole, not there yet, or says by its end that it is cut."""
    if not found or found == meant:
        return True
    return found.endswith("…") and (meant or "").startswith(found[:-1])


def test_a_link_without_its_start_shows_no_half_of_a_name() -> None:
    meant = [step.exercise for step in decode(LINK).plan.steps]
    for start in range(1, LINK.index("/end:")):
        found = [step.exercise for step in decode(f"#{LINK[start:]}").plan.steps]
        assert found == meant[len(meant) - len(found) :]


def test_a_name_that_begins_another_is_not_taken_for_it() -> None:
    body = "1/bridge/cat-stretch/knee-to-chest"
    for start in ("1/bridge/cat", "1/bridge/knee", "1/bridge/cat-stretch/knee"):
        assert start in (body[: len(start)], "1/bridge/knee")
        steps: tuple[PlanStep, ...] = decode(start).plan.steps
        assert [step.exercise for step in steps] == start.split("/")[1:-1]


def test_a_longer_start_never_shows_less() -> None:
    counts = [len(decode(LINK[:length]).plan.steps) for length in range(1, len(LINK))]
    assert all(fewer <= more for fewer, more in pairwise(counts))
    assert counts[-1] == len(decode(LINK).plan.steps)


def test_both_programs_read_every_damaged_link_alike() -> None:
    links = [one.on_plan_page for one in (*WHOLE, *BROKEN)]
    assert_both_read_alike(links)


def test_the_table_for_people_says_what_the_page_says() -> None:
    head = "What the page says of damaged links to a plan, and what of the plan it shows.\n"
    parts = [
        head,
        f"The link that was meant, if it is not the short one:\n    {LINK}\n",
        "=== Everything is there ===\n",
        *map(row, WHOLE),
        "=== Something is missing ===\n",
        *map(row, BROKEN),
    ]
    text = "\n".join(parts)
    if BLESS:
        TABLE.write_text(text, "utf-8")
    hint = "read the difference; if it is meant, run with STRETCHBOOK_BLESS=1"
    assert TABLE.read_text("utf-8") == text, hint
