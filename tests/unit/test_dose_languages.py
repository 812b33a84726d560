"""Any dose is said alike by Python and by the browser, in every language of our content."""

import json
import subprocess
from functools import cache
from random import Random
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from develop import node_tools
from stretchbook.assets import DOSE, PLAN_WORDS
from stretchbook.model import Dose
from stretchbook.model.exercise import SideOf
from stretchbook.translating import translation
from stretchbook.views.dose_view import dose_line, dose_time
from stretchbook.views.dosed_text import dosed_steps
from stretchbook.words import Words, our_words
from tests.conftest import ROOT
from tests.support.content import real_library

CONTENT = ROOT / "content"
COUNT = 400
STEPS = ["{set_by_set}", "{hold}; {release}; {movement}; {times}; {clock}; {count}."]
SETS = ["A.", "B."]
CHOICES: dict[str, tuple[Any, ...]] = {
    "sets": (1, 1, 2, 3, 5),
    "sets_to": (None, None, 4, 6, 11),
    "repetitions": (1, 1, 2, 3, 8, 11, 12, 100, 102),
    "repetitions_to": (None, None, 2, 10, 12, 120),
    "hold_seconds": (None, 0.5, 1, 1.5, 2, 5, 30, 60, 90, 120, 150),
    "hold_seconds_to": (None, None, 10, 45, 100, 180),
    "release_seconds": (None, None, 1, 2, 2.5),
    "repetition_seconds": (None, None, 1.5, 3),
    "repetition_seconds_to": (None, None, 4),
    "set_seconds": (None, None, 45, 60, 150),
    "set_seconds_to": (None, None, 120),
    "until_tired": (False, False, False, True),
    "as_you_like": (False, False, False, True),
    "rest_seconds": (None, None, 30, 90),
    "load": (None, None, "2 kg"),
    "sides": ("together", "each", "left", "right"),
    "first_side": (None, None, "left", "right"),
}


@cache
def doses() -> list[Dose]:
    """Random ones that are allowed, the same in every run."""
    random = Random(16)  # noqa: S311 - no secret
    found: list[Dose] = []
    dose = TypeAdapter(Dose)
    while len(found) < COUNT:
        values = {name: random.choice(choices) for name, choices in CHOICES.items()}
        kept = {name for name in values if random.random() < 0.4} | {"sides"}
        given = {n: v for n, v in values.items() if n in kept and v not in (None, False)}
        try:
            found.append(dose.validate_python(given))
        except ValidationError:
            continue
    return found


@cache
def languages() -> dict[str, Words]:
    library, words = real_library(), our_words()
    found, _ = translation.read_translations(CONTENT, CONTENT, library, words)
    return {"en": words} | {one.words.language.code: one.words for one in found}


@pytest.mark.parametrize("language", ["en", "es", "ar"])
@pytest.mark.parametrize("side_of", ["leg", "side"])
def test_any_dose_is_said_alike(language: str, side_of: SideOf) -> None:
    words = languages()[language]
    ours = [
        [
            *(dose_line(words, dose), dose_time(words, dose)),
            *dosed_steps(words, dose, side_of, STEPS, SETS),
        ]
        for dose in doses()
    ]
    asked = {
        "language": language,
        "words": words.pick(PLAN_WORDS),
        "dose_lines": words.group("dose"),
        "stretch": {"side_of": side_of, "step_texts": STEPS, "set_steps": SETS},
        "doses": [
            {name: getattr(dose, name) for name in (*DOSE, "total_seconds")} for dose in doses()
        ],
    }
    done = subprocess.run(
        node_tools.command("tests/support/say-in-language.js"),
        cwd=ROOT,
        check=True,
        capture_output=True,
        encoding="utf-8",
        input=json.dumps(asked),
    )
    theirs = json.loads(done.stdout)
    assert len(theirs) == COUNT
    different = [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]]
    assert different == []


@pytest.mark.parametrize("name", CHOICES)
def test_the_doses_are_of_every_kind(name: str) -> None:
    assert len({getattr(dose, name) for dose in doses()}) > 1
