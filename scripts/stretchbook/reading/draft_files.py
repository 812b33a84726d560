"""Drafts that are not finished: a file with `draft: true` may miss what the site needs."""

from collections.abc import Sequence
from dataclasses import replace

from stretchbook.problems import Problem, Severity
from stretchbook.reading.yaml_source import Source

MISSING = "is missing"
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
        left_out = Problem(path=source.path, message=message, hint=HINT, severity=Severity.WARNING)
        warnings.append(left_out)
    return warnings
