"""Numbers of the dose in steps become gaps: "Hold for 30 seconds" is "Hold for {hold}".

A plan may change the dose, so no step has a number of its own. Only a number that the dose has too
becomes a gap, so that a reader sees what was written.
"""

from collections.abc import Mapping
from typing import Any

from exchange.dose_phrases import Found, compiled, lengths, range_of
from stretchbook.model.dose import DOSE_GAPS

TIME = compiled(r"(?<![\w{])@time@")
TIMES = compiled(r"(?<![\w{])@number@\s*times\b")
Ends = tuple[float, float | None]


def with_gaps(step: str, dose: Mapping[str, Any]) -> str:
    """The step with a gap for each number that is one of the dose."""
    gaps: dict[Ends, str] = {}
    for gap, name in DOSE_GAPS.items():
        if name in dose:
            gaps.setdefault(_ends(dose, str(name)), f"{{{gap}}}")

    def gap_of(found: Found) -> str:
        return gaps.get(lengths(found), found[0])

    def times_of(found: Found) -> str:
        same = range_of(found, "n") == _ends(dose, "repetitions")
        return "{times}" if same and "repetitions" in dose else found[0]

    return TIMES.sub(times_of, TIME.sub(gap_of, step))


def _ends(dose: Mapping[str, Any], name: str) -> Ends:
    return dose.get(name, 0), dose.get(f"{name}_to")
