"""The arithmetic of doses and dates; what cannot be done cannot be made."""

import dataclasses
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from stretchbook import addresses, model
from stretchbook.model import Dose, ImpossibleError, Redirects, Review
from stretchbook.model.dose import LONGEST_DOSE_SECONDS
from stretchbook.reading.load import adapter
from tests.support.content import sample_library

TOTALS: dict[str, tuple[str, int, int]] = {
    "the five stretches for sciatica take 7 minutes": ("sciatica", 0, 420),
    "the resting stretch takes 10 minutes": ("sciatica", 1, 600),
    "the daily warm-up takes a little under 6 minutes": ("daily-warm-up", 0, 342),
}


@pytest.mark.parametrize(("routine", "section", "seconds"), TOTALS.values(), ids=TOTALS.keys())
def test_the_doses_of_the_real_content_add_up(routine: str, section: int, seconds: int) -> None:
    library = sample_library()
    assert library.seconds_of(library.routines[routine].sections[section]) == seconds


def test_the_five_stretches_take_100_80_60_60_and_120_seconds() -> None:
    library = sample_library()
    steps = library.routines["sciatica"].sections[0].steps
    seconds = [library.exercises[step.exercise].dose.total_seconds for step in steps]
    assert seconds == [100, 80, 60, 60, 120]


small = st.integers(1, 10)


def possible(**numbers: float | str) -> Dose:
    """A dose, or none of this example where it would take too long."""
    try:
        return Dose(**numbers)  # type: ignore[arg-type]  # hypothesis gives the right kinds
    except ImpossibleError as error:
        assume("adds up to" not in error.message)
        raise


@given(small, small, st.integers(1, 60), st.integers(1, 30))
def test_a_held_dose_takes_as_long_as_counting_it_aloud(
    sets: int, repetitions: int, hold: int, release: int
) -> None:
    dose = possible(
        sets=sets, repetitions=repetitions, hold_seconds=hold, release_seconds=release, sides="each"
    )
    counted = 0
    for _ in range(sets):
        for _ in ("left", "right"):
            for _ in range(repetitions):
                counted += hold + release
    assert dose.total_seconds == counted


@given(small, small, st.integers(1, 60))
def test_both_sides_take_twice_as_long_and_sets_multiply(
    sets: int, repetitions: int, hold: int
) -> None:
    each = possible(sets=sets, repetitions=repetitions, hold_seconds=hold, sides="each")
    together = possible(sets=sets, repetitions=repetitions, hold_seconds=hold)
    one_set = possible(repetitions=repetitions, hold_seconds=hold)
    assert each.total_seconds == 2 * together.total_seconds
    assert together.total_seconds == sets * one_set.total_seconds


@given(small, st.integers(1, 200), st.integers(1, 180))
def test_by_the_clock_the_number_of_times_changes_nothing(
    sets: int, repetitions: int, seconds: int
) -> None:
    dose = possible(sets=sets, repetitions=repetitions, set_seconds=seconds)
    assert dose.total_seconds == sets * seconds


@given(st.integers(1, 10), st.integers(1, 200), st.integers(1, 900))
def test_no_dose_takes_longer_than_an_hour(sets: int, repetitions: int, hold: int) -> None:
    if sets * repetitions * hold <= LONGEST_DOSE_SECONDS:
        dose = Dose(sets=sets, repetitions=repetitions, hold_seconds=hold)
        assert dose.total_seconds == sets * repetitions * hold
    else:
        with pytest.raises(ImpossibleError, match=r"adds up to \d+ seconds, allowed are 3600"):
            Dose(sets=sets, repetitions=repetitions, hold_seconds=hold)


def test_exactly_an_hour_is_taken() -> None:
    assert Dose(repetitions=4, hold_seconds=900).total_seconds == LONGEST_DOSE_SECONDS
    assert Dose(set_seconds=3600).total_seconds == LONGEST_DOSE_SECONDS
    with pytest.raises(ImpossibleError):
        Dose(repetitions=5, hold_seconds=720.5)


def test_rests_count_between_sets_and_the_lower_end_of_a_range_is_timed() -> None:
    sets = possible(sets=3, sets_to=5, repetitions=8, repetitions_to=12, repetition_seconds=1.5)
    assert sets.total_seconds == 3 * 8 * 1.5
    rested = replace(sets, rest_seconds=60)
    assert rested.total_seconds == sets.total_seconds + 2 * 60
    assert replace(rested, sides="each").total_seconds == 2 * sets.total_seconds + 2 * 60


@pytest.mark.parametrize(
    "values",
    [{"repetitions": 12}, {"until_tired": True, "sets": 3}, {"as_you_like": True}],
)
def test_where_the_reader_sets_the_pace_no_time_is_known(values: dict[str, Any]) -> None:
    dose = TypeAdapter(Dose).validate_python(values)
    assert (dose.is_timed, dose.total_seconds, dose.set_length) == (False, 0, 0)


def review(written: str, due: str, reviewed: str = "") -> Review:
    return Review(
        written_on=date.fromisoformat(written),
        next_review=date.fromisoformat(due),
        reviewed_by="A. Person, physical therapist" if reviewed else None,
        reviewed_on=date.fromisoformat(reviewed) if reviewed else None,
    )


GOOD_REVIEWS = {
    "a day later": ("2026-11-22", "2026-11-23", ""),
    "three years to the day": ("2026-11-22", "2029-11-22", ""),
    "three years after a review": ("2020-01-01", "2029-11-22", "2026-11-22"),
    "from a leap day to the first of March": ("2024-02-29", "2027-03-01", ""),
    "to a leap day": ("2025-02-28", "2028-02-28", ""),
}
BAD_REVIEWS = {
    "the same day": ("2026-11-22", "2026-11-22", "", "must be after 2026-11-22"),
    "the day before": ("2026-11-22", "2026-11-21", "", "must be after 2026-11-22"),
    "a day too late": ("2026-11-22", "2029-11-23", "", "must be within 3 years of 2026-11-22"),
    "from a leap day": ("2024-02-29", "2027-03-02", "", "must be within 3 years of 2024-02-29"),
    "to a leap day": ("2025-02-28", "2028-02-29", "", "must be within 3 years of 2025-02-28"),
    "before the review": ("2026-01-01", "2026-06-01", "2026-06-01", "must be after 2026-06-01"),
}


@pytest.mark.parametrize(("written", "due", "on"), GOOD_REVIEWS.values(), ids=GOOD_REVIEWS.keys())
def test_a_review_within_three_years_is_taken(written: str, due: str, on: str) -> None:
    assert review(written, due, on).next_review.isoformat() == due


@pytest.mark.parametrize(
    ("written", "due", "on", "message"), BAD_REVIEWS.values(), ids=BAD_REVIEWS.keys()
)
def test_a_review_too_soon_or_too_late_is_refused(
    written: str, due: str, on: str, message: str
) -> None:
    with pytest.raises(ImpossibleError) as refused:
        review(written, due, on)
    assert refused.value.field == "next_review"
    assert refused.value.message == f"{message}, found {due}"


@pytest.mark.parametrize("name", sorted(set(model.__all__) - {"DoseNumber"}))
def test_every_class_of_the_model_is_frozen_and_takes_names_only(name: str) -> None:
    cls = getattr(model, name)
    if not isinstance(cls, type) or not dataclasses.is_dataclass(cls):
        assert name in {"ENGLISH", "Position", "ImpossibleError"}
        return
    assert vars(cls)["__dataclass_params__"].frozen
    assert all(field.kw_only for field in dataclasses.fields(cls))
    assert "__slots__" in vars(cls)


def test_a_value_of_the_library_cannot_be_changed() -> None:
    dose = sample_library().exercises["bridge"].dose
    with pytest.raises(dataclasses.FrozenInstanceError):
        dose.sets = 5  # type: ignore[misc]  # that is the point


def test_routines_are_listed_by_their_place_in_the_menu() -> None:
    names = [routine.id for routine in sample_library().routines_in_order()]
    assert names == ["sciatica", "low-back-pain", "daily-warm-up"]


@pytest.mark.parametrize(
    "page",
    ["FAQ.md", "my_page.md", "v1.2.md", "a/B-c/index.md", "häufig.md", "x/y_z.md", "index.md"],
)
def test_every_address_that_the_site_gives_can_be_redirected(page: str) -> None:
    address = addresses.address_of_file(page)
    made = adapter(Redirects).validate_python({"redirects": [{"from": address, "to": "/help/"}]})
    assert made.redirects[0].old == address


@pytest.mark.parametrize("address", ["/../x/", "/./", "/.x/", "/a b/", "//x/", "/a", "a/", "/a?b/"])
def test_what_is_no_address_of_the_site_is_none(address: str) -> None:
    with pytest.raises(ValidationError):
        adapter(Redirects).validate_python({"redirects": [{"from": address, "to": "/help/"}]})
