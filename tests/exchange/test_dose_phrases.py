"""Doses as people write them: all of it is read, or what is not is left over. Nothing is added."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from exchange import dose_phrases
from exchange.dose_phrases import AS_A_COUNT, BY_THE_CLOCK

TABLE = yaml.safe_load(Path(__file__).with_name("doses.yml").read_text("utf-8"))
READ: dict[str, dict[str, Any]] = TABLE["read"]
LEFT: dict[str, str] = TABLE["left"]


@pytest.mark.parametrize("text", READ)
def test_a_dose_is_read_whole(text: str) -> None:
    phrase = dose_phrases.read(text)
    assert phrase.fields == READ[text]
    assert (phrase.left, phrase.taken) == ("", [])


@pytest.mark.parametrize("text", LEFT)
def test_what_is_no_dose_is_left_over(text: str) -> None:
    phrase = dose_phrases.read(text)
    assert ", ".join(filter(None, [*phrase.taken, phrase.left])) == LEFT[text]


@pytest.mark.parametrize(
    ("text", "note"), [("10", AS_A_COUNT), ("30 s", BY_THE_CLOCK), ("3 x 30 s", BY_THE_CLOCK)]
)
def test_what_is_taken_for_granted_is_said(text: str, note: str) -> None:
    assert dose_phrases.read(text).notes == [note]


PIECES = (
    "10",
    "8-12",
    "3 sets",
    "x",
    "of",
    "30 s",
    "hold",
    "each side",
    "kg",
    "rest",
    "to",
    "1:30",
)


@example("3 x 10 x 5")
@given(st.lists(st.sampled_from(PIECES), max_size=7).map(" ".join) | st.text(max_size=60))
def test_no_number_is_made_up(text: str) -> None:
    """Each number of the dose is one of the text, or one in minutes and hours as seconds."""
    phrase = dose_phrases.read(text)
    said = {float(n) for n in re.findall(r"\d+\.?\d*", dose_phrases._normal(text))}
    possible = {n * unit for n in said for unit in dose_phrases.SECONDS.values()}
    numbers = [v for v in phrase.fields.values() if isinstance(v, int | float) and v is not True]
    assert {float(number) for number in numbers} <= possible
