"""Drafts that are not finished: a file with `draft: true` may miss what the site needs."""

from collections.abc import Sequence
from dataclasses import replace

from stretchbook.problems import Problem, Severity, count
from stretchbook.reading.yaml_source import Source

MISSING = "is missing"
NAMED = 10
RULE = "unfinished-draft"
EACH = "each of them says what it misses"
HINT = "fill them in and take out `draft: true`; until then it is left out"


def spared(source: Source, problems: Sequence[Problem]) -> list[Problem]:
    """The problems of one file; those of a draft only warn, and what it misses is one of them."""
    if not (problems and isinstance(source.value, dict) and source.value.get("draft") is True):
        return list(problems)
    missing = [problem.field for problem in problems if problem.message == MISSING]
    warnings = [
        replace(problem, severity=Severity.WARNING)
        for problem in problems
        if problem.message != MISSING
    ]
    if missing:
        message = f"is a draft that still misses {', '.join(missing)}"
        warnings.append(_warning(source.path, message, HINT))
    return warnings


def few(problems: Sequence[Problem]) -> list[Problem]:
    """The same without a long list of drafts, as an import makes: the first ones, and how many."""
    drafts = [problem for problem in problems if problem.rule == RULE]
    kept = [problem for problem in problems if problem.rule != RULE]
    more = len(drafts) - NAMED
    if more > 0:
        folder = drafts[0].path.rpartition("/")[0]
        kept.append(
            _warning(folder, f"holds {count(more, 'more draft')} that still miss something", EACH)
        )
    return [*kept, *drafts[:NAMED]]


def _warning(path: str, message: str, hint: str) -> Problem:
    warning = Severity.WARNING
    return Problem(path=path, message=message, hint=hint, severity=warning, rule=RULE)
