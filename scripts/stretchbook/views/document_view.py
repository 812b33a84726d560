"""Which text somebody holds in their hand: its version, a short name for it, and its review."""

import hashlib
import json
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any

from stretchbook.model import ENGLISH, Library, Review
from stretchbook.views.common import publisher
from stretchbook.views.routine_view import RoutineView
from stretchbook.views.stretch_view import StretchPageView
from stretchbook.words import Words

ID_LENGTH = 8  # hexadecimal digits: enough to tell two versions apart over the telephone


UNSEEN = frozenset(  # fields of views that no reader sees on paper
    [
        "address",
        "handouts",
        "session",
        "still",
        "small",
        "moving",
        "width",
        "height",
        "also",
        "limits",
        "side",
        "dose",
        "position",
        "equipment",
        "areas",
        "optional_equipment",
        "other_names",
        "check_every_seconds",
        "set_up_seconds",
        "change_side_seconds",
        "seconds",
        "kind",
        "before_steps",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """Which text this is, and who has reviewed it, truthfully.

    reviewed_on: as year-month-day; empty while nobody has.
    id: changes whenever a word of the text does, and never otherwise.
    day: of the version.
    """

    state: str
    dates: str
    reviewed_on: str
    version: str
    id: str
    day: date


def view_document(
    words: Words, name: str, view: RoutineView | StretchPageView, review: Review
) -> DocumentView:
    """The same text has the same id, on the page and in every edition of its handout."""
    state, dates = review_state(words, review), _dates(words, review)
    text = json.dumps([_read(view), state, dates], sort_keys=True)
    digest = hashlib.sha256(text.encode()).hexdigest()[:ID_LENGTH]
    day = max(filter(None, (review.written_on, review.reviewed_on)))
    return DocumentView(
        state=state,
        dates=dates,
        reviewed_on=_reviewed_on(words, review),
        version=words.fill("version", day=words.day(day)),
        id=words.fill("document", id=f"{name}-{digest}"),
        day=day,
    )


def _reviewed_on(words: Words, review: Review) -> str:
    """For search engines; of a translation it is not true."""
    day = review.reviewed_on if words.language == ENGLISH else None
    return day.isoformat() if day else ""


def review_state(words: Words, review: Review | None) -> str:
    """Who has checked a text, or that no clinician has yet."""
    if review is None or not (review.reviewed_by and review.reviewed_on):
        return words["not_reviewed"]
    key = "reviewed" if words.language == ENGLISH else "reviewed_english"
    return words.fill(key, who=review.reviewed_by, day=words.day(review.reviewed_on))


def texts_version(words: Words, library: Library) -> str:
    """Which texts a plan of today shows: those of this site, on the day of the last change."""
    reviews = [exercise.review for exercise in library.exercises.values()]
    days = [day for one in reviews for day in (one.written_on, one.reviewed_on) if day]
    version = words.fill("version", day=words.day(max(days)))
    return words.fill("texts_of", site=publisher(library.site), version=version)


def _dates(words: Words, review: Review) -> str:
    written, due = words.day(review.written_on), words.day(review.next_review)
    return words.fill("review_dates", written=written, due=due)


def _read(value: Any) -> object:  # noqa: ANN401 - the values of a view, nested
    """What a reader sees of it: another file of a picture, or another id, changes no word.

    Nor does a field that is empty: a view may get new ones.
    """
    if isinstance(value, tuple | list):
        return [_read(item) for item in value]
    if isinstance(value, dict):
        seen = {key: _read(item) for key, item in value.items() if key not in UNSEEN}
    elif is_dataclass(value):
        seen = {name: _read(getattr(value, name)) for name in _seen_fields(value.__class__)}
    else:
        return value
    return {key: item for key, item in seen.items() if item not in ("", None, [], {})}


@cache
def _seen_fields(cls: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls) if field.name not in UNSEEN)
