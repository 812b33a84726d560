"""What must be true of the whole library. The table below lists every check.

Each check is one small function that yields findings and never raises; its docstring is the rule
in the author's words, and its name is printed with every finding.
"""

from collections.abc import Callable, Iterator
from datetime import date

from stretchbook.checks import errors, warnings
from stretchbook.model import Library
from stretchbook.problems import Finding, Severity

Check = Callable[[Library, date], Iterator[Finding]]

CHECKS: tuple[tuple[Severity, Check], ...] = (
    (Severity.ERROR, errors.references),
    (Severity.ERROR, errors.a_routine),
    (Severity.ERROR, errors.clinic_color),
    (Severity.ERROR, errors.one_name_each),
    (Severity.ERROR, errors.one_anchor_each),
    (Severity.ERROR, errors.free_addresses),
    (Severity.ERROR, errors.dose_sources),
    (Severity.ERROR, errors.emergency_numbers),
    (Severity.ERROR, errors.emergency_instruction),
    (Severity.ERROR, errors.readable),
    (Severity.ERROR, errors.redirects),
    (Severity.WARNING, warnings.easily_readable),
    (Severity.WARNING, warnings.stated_time),
    (Severity.WARNING, warnings.review_in_time),
    (Severity.WARNING, warnings.used),
    (Severity.WARNING, warnings.words_used),
    (Severity.WARNING, warnings.figures_used),
    (Severity.WARNING, warnings.no_promises),
    (Severity.WARNING, warnings.summaries_differ),
)


def name_of(check: Check) -> str:
    """The name printed with every finding."""
    return check.__name__.replace("_", "-")


def run(library: Library, today: date) -> Iterator[tuple[Finding, Severity, str]]:
    """Run every check. Where references lead nowhere the others wait: they follow them."""
    for severity, check in CHECKS:
        findings = list(check(library, today))
        yield from ((finding, severity, name_of(check)) for finding in findings)
        if findings and check is errors.references:
            return
