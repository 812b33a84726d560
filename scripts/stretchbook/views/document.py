"""Which text somebody holds in their hand: its version, a short name for it, and its review."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date

from stretchbook import words
from stretchbook.model import Review
from stretchbook.views.common import review_line
from stretchbook.views.routine import RoutineView
from stretchbook.views.stretch import StretchPageView

ID_LENGTH = 8  # hexadecimal digits: enough to tell two versions apart over the telephone


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
    told = asdict(view)
    told.pop("handouts", None)  # links to editions: another size of paper changes no word
    text = json.dumps(told, sort_keys=True)
    digest = hashlib.sha256(text.encode()).hexdigest()[:ID_LENGTH]
    day = max(filter(None, (review.written_on, review.reviewed_on)))
    return DocumentView(
        state=review_line(review).state,
        version=words.VERSION.format(day=day.isoformat()),
        id=words.DOCUMENT.format(id=f"{name}-{digest}"),
        day=day,
    )
