"""What must be true of the whole library. The tables below list every check.

Each check is one small function that yields findings and never raises; its docstring is the rule
in the author's words, and its name is printed with every finding.
"""

from collections.abc import Callable, Iterator
from datetime import date

from stretchbook.checks import (
    circles,
    claims,
    drafts,
    errors,
    handwritten,
    ids,
    numbers,
    printable,
    walk,
    warnings,
)
from stretchbook.checks.ids import Reserved
from stretchbook.checks.printable import Shapeless
from stretchbook.model import Library
from stretchbook.problems import Finding, Severity

__all__ = [
    "CHECKS",
    "ID_CHECKS",
    "LETTER_CHECKS",
    "Reserved",
    "Shapeless",
    "handwritten",
    "name_of",
    "run",
]

Check = Callable[[Library, date], Iterator[Finding]]
IdCheck = Callable[[Library, Reserved], Iterator[Finding]]
LetterCheck = Callable[[Library, Shapeless], Iterator[Finding]]

CHECKS: tuple[tuple[Severity, Check], ...] = (
    (Severity.ERROR, errors.references),
    (Severity.ERROR, drafts.leads_to_no_draft),
    (Severity.ERROR, errors.a_routine),
    (Severity.ERROR, errors.clinic_color),
    (Severity.ERROR, errors.one_name_each),
    (Severity.ERROR, errors.one_anchor_each),
    (Severity.ERROR, errors.dose_sources),
    (Severity.ERROR, errors.remark_sources),
    (Severity.ERROR, circles.easier_and_harder),
    (Severity.ERROR, claims.emergency_numbers),
    (Severity.ERROR, errors.emergency_instruction),
    (Severity.ERROR, claims.starter_text),
    (Severity.ERROR, errors.dates_that_can_be),
    (Severity.ERROR, errors.readable),
    (Severity.ERROR, errors.redirects),
    (Severity.ERROR, numbers.numbers_from_the_dose),
    (Severity.ERROR, numbers.gaps_of_the_dose),
    (Severity.ERROR, numbers.sets_that_differ),
    (Severity.WARNING, warnings.easily_readable),
    (Severity.WARNING, warnings.stated_time),
    (Severity.WARNING, warnings.review_in_time),
    (Severity.WARNING, warnings.used),
    (Severity.WARNING, warnings.figures_used),
    (Severity.WARNING, claims.no_promises),
    (Severity.WARNING, claims.plain_text),
    (Severity.WARNING, claims.starter_text_of_drafts),
    (Severity.WARNING, warnings.summaries_differ),
)

ID_CHECKS: tuple[tuple[Severity, IdCheck], ...] = (
    (Severity.ERROR, ids.free_ids),
    (Severity.ERROR, ids.free_titles),
    (Severity.ERROR, ids.free_redirects),
    (Severity.ERROR, ids.free_addresses),
)

LETTER_CHECKS: tuple[tuple[Severity, LetterCheck], ...] = (
    (Severity.ERROR, printable.letters_on_paper),
)


def name_of(check: Check | IdCheck | LetterCheck) -> str:
    """The name printed with every finding."""
    return check.__name__.replace("_", "-")


def run(
    library: Library, today: date, reserved: Reserved, shapeless: Shapeless
) -> Iterator[tuple[Finding, Severity, str]]:
    """Run every check. What is wrong with a draft only warns: the site leaves drafts out.

    reserved: the ids that the pages have themselves. shapeless: asks the fonts of the paper.
    """
    not_shown = {walk.file_of(item) for item in walk.items(library) if item.draft}
    for finding, severity, name in _run(library, today, reserved, shapeless):
        spared = finding.path in not_shown and name != name_of(errors.references)
        yield finding, Severity.WARNING if spared else severity, name


def _run(
    library: Library, today: date, reserved: Reserved, shapeless: Shapeless
) -> Iterator[tuple[Finding, Severity, str]]:
    """The checks in order. Where references lead nowhere the others wait: they follow them."""
    for severity, check in CHECKS:
        findings = list(check(library, today))
        yield from ((finding, severity, name_of(check)) for finding in findings)
        if findings and check is errors.references:
            return
    for severity, id_check in ID_CHECKS:
        name = name_of(id_check)
        yield from ((finding, severity, name) for finding in id_check(library, reserved))
    for severity, letter_check in LETTER_CHECKS:
        name = name_of(letter_check)
        yield from ((finding, severity, name) for finding in letter_check(library, shapeless))
