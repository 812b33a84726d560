"""Which text somebody holds in their hand: its version, a short name for it, and its review."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from stretchbook import words
from stretchbook.model import Review
from stretchbook.views.common import review_line
from stretchbook.views.routine import RoutineView
from stretchbook.views.stretch import StretchPageView

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
        "dose",
        "position",
        "equipment",
        "areas",
        "optional_equipment",
        "other_names",
        "check_every_seconds",
        "reviewed_on",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """What the foot of a printed page says.

    id: changes whenever a word of the text does, and never otherwise.
    day: of the version.
    """

    state: str
    version: str
    id: str
    day: date


def view_document(name: str, view: RoutineView | StretchPageView, review: Review) -> DocumentView:
    """The same text has the same id, on the page and in every edition of its handout."""
    text = json.dumps(_read(asdict(view)), sort_keys=True)
    digest = hashlib.sha256(text.encode()).hexdigest()[:ID_LENGTH]
    day = max(filter(None, (review.written_on, review.reviewed_on)))
    return DocumentView(
        state=review_line(review).state,
        version=words.VERSION.format(day=day.isoformat()),
        id=words.DOCUMENT.format(id=f"{name}-{digest}"),
        day=day,
    )


def _read(value: Any) -> object:  # noqa: ANN401 - the values of a view, nested
    """What a reader sees of it: another file of a picture, or another id, changes no word."""
    if isinstance(value, dict):
        return {key: _read(item) for key, item in value.items() if key not in UNSEEN}
    return [_read(item) for item in value] if isinstance(value, tuple | list) else value
