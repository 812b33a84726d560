"""The field that an author meant: no hint names another number, which would be another dose."""

import difflib
from collections.abc import Mapping, Sequence
from typing import Any

MEANT = {
    **dict.fromkeys(("reps", "rep", "times", "count"), "repetitions"),
    **dict.fromkeys(("hold", "hold_time"), "hold_seconds"),
    **dict.fromkeys(("rest", "pause", "pause_seconds"), "rest_seconds"),
    **dict.fromkeys(("weight", "resistance", "band", "level"), "load"),
    "rest_seconds": "pause_seconds",  # in a plan
}
"""What authors write instead of a field: it means the same, in the same unit."""
LIKE_A_FIELD = 0.7  # of 1; `reps` is 0.6 like `reason`, and nothing of the kind
MINUTES = "all times are in seconds: 1 minute is 60, in hold_seconds or set_seconds"


def hint_for(word: str, fields: Mapping[str, Any]) -> str:
    """What to write instead of an unknown field; `fields`: the schemas of those that there are."""
    if "hold_seconds" in fields and "minute" in word:
        return MINUTES
    if (meant := MEANT.get(word)) in fields:
        return f"did you mean {meant}?"
    near = _slip(word, [name for name in fields if _is_number(fields[name])])
    others = [name for name in fields if not _is_number(fields[name])]
    near = near or nearest(word, others, LIKE_A_FIELD)
    return near or f"allowed are {', '.join(fields)}"


def nearest(word: object, allowed: Sequence[str], like: float = 0.6) -> str:
    """A question after the word that is most like it; empty where none is."""
    near = difflib.get_close_matches(str(word), allowed, n=1, cutoff=like)
    return f"did you mean {near[0]}?" if near else ""


def _is_number(part: Mapping[str, Any]) -> bool:
    return any(kind.get("type") in ("integer", "number") for kind in [part, *part.get("anyOf", [])])


def _slip(word: str, numbers: Sequence[str]) -> str:
    """Only for a slip of one letter: another number in its place would be another dose."""
    plain = word.lower().replace("-", "_").replace(" ", "_")
    near = [name for name in numbers if _one_slip(plain, name)]
    return f"did you mean {near[0]}?" if len(near) == 1 else ""


def _one_slip(word: str, other: str) -> bool:
    """Whether one letter more, less, another or in the other order makes one of the other."""
    while word and other and word[0] == other[0]:
        word, other = word[1:], other[1:]
    if len(word) == len(other):
        return word[1:] == other[1:] or (word[1::-1] + word[2:]) == other
    longer, shorter = sorted((word, other), key=len, reverse=True)
    return longer[1:] == shorter
