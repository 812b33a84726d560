"""Steps whose numbers come from the dose: whatever a plan changes, no old number is left behind."""

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from stretchbook.model import Dose
from stretchbook.views.dosed_text import dosed_steps
from stretchbook.views.stretch_view import view_stretch
from stretchbook.words import our_words
from tests.support.content import ROOT, real_library, sample_library

VECTORS = json.loads((ROOT / "tests/vectors/dosed-texts.json").read_text("utf-8"))
WORDS = our_words()
DOSE = TypeAdapter(Dose)


def given_dose(values: dict[str, Any]) -> Dose:
    return DOSE.validate_python({k: v for k, v in values.items() if v is not None})


@pytest.mark.parametrize("case", VECTORS["filled"], ids=lambda case: str(case["steps"][0]))
def test_the_steps_say_the_dose_as_the_browser_does(case: dict[str, Any]) -> None:
    steps, sets = VECTORS["step_texts"], VECTORS["set_steps"]
    said = dosed_steps(WORDS, given_dose(case["dose"]), case["side_of"], steps, sets)
    assert list(said) == case["steps"]


def test_the_vectors_have_the_words_of_today() -> None:
    for key, sentence in VECTORS["words"].items():
        known = WORDS.sentences.get(key, WORDS.sentences.get(f"dose_side.{key}"))
        assert json.loads(json.dumps(known)) == sentence, key


@st.composite
def doses(draw: st.DrawFn) -> Dose:
    """Any dose that somebody could do; its numbers are never those of our own stretches."""
    kind = draw(st.sampled_from(["hold_seconds", "repetition_seconds", "set_seconds"]))
    values: dict[str, Any] = {
        "sets": draw(st.integers(1, 4)),
        "repetitions": draw(st.sampled_from([1, 7, 11, 13, 17])),
        kind: draw(st.sampled_from([13, 17, 23])),
        "sides": draw(st.sampled_from(["together", "each", "left", "right"])),
    }
    if values["sides"] == "each":
        values["first_side"] = draw(st.sampled_from([None, "left", "right"]))
    if kind == "hold_seconds":
        values["release_seconds"] = draw(st.sampled_from([None, 7, 11]))
    try:
        return given_dose(values)
    except ValidationError:
        return Dose(hold_seconds=13, sides=values["sides"])


LIBRARIES = (real_library(), sample_library())
EXERCISES = [e for library in LIBRARIES for e in library.exercises.values()]


@given(st.sampled_from(EXERCISES), doses())
def test_no_number_but_those_of_the_dose_is_in_a_step(exercise: Any, dose: Dose) -> None:  # noqa: ANN401 - as hypothesis draws it
    library = next(lib for lib in LIBRARIES if exercise in lib.exercises.values())
    steps = view_stretch(WORDS, library, exercise, dose).steps
    text = re.sub(r"\d+ (?:degrees|cm|inches)", "", " ".join(steps))
    allowed = {dose.sets, dose.repetitions, dose.sets * dose.repetitions, *range(dose.sets + 1)}
    times = (dose.hold_seconds, dose.release_seconds, dose.repetition_seconds, dose.set_length)
    allowed |= {part for time in times if time for part in (time, *divmod(time, 60))}
    assert {int(number) for number in re.findall(r"\d+", text)} <= allowed
    assert "{" not in text


@given(st.sampled_from(EXERCISES), doses())
def test_one_side_is_never_told_to_do_the_other(exercise: Any, dose: Dose) -> None:  # noqa: ANN401 - as hypothesis draws it
    library = next(lib for lib in LIBRARIES if exercise in lib.exercises.values())
    view = view_stretch(WORDS, library, exercise, dose)
    if dose.sides in ("left", "right"):
        other = {"left": "right", "right": "left"}[dose.sides]
        said = " ".join((view.dose_line, *view.steps))
        assert f"{dose.sides} {exercise.side_of} only" in view.steps[0]
        assert not re.search(rf"\b{other}\b|same (with|on) your other|change legs|each side", said)


@pytest.mark.parametrize(
    ("sides", "shown"),
    [("left", "The picture shows the right leg."), ("right", ""), ("each", ""), ("together", "")],
)
def test_a_picture_of_the_other_side_says_so(sides: str, shown: str) -> None:
    library = sample_library()
    exercise = library.exercises["standing-quad-stretch"]
    dose = TypeAdapter(Dose).validate_python({"hold_seconds": 20, "sides": sides})
    view = view_stretch(our_words(), library, exercise, dose)
    assert (view.picture.side, view.picture.note) == ("right", shown)
