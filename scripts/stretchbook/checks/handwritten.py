"""Checks of pages written by hand: what no text of the content may say, they may not say either."""

import re
from collections.abc import Iterable, Iterator

from stretchbook.checks.claims import STARTER, number_in, numbers_to_call, promise_in
from stretchbook.model import Library
from stretchbook.model.unseen import UNSEEN, first_unseen
from stretchbook.problems import Problem, Severity

LINE_END = re.compile(r"\r\n?|\n")
FENCE = re.compile(r"\s*(```|~~~)")
CODE = re.compile(r"`[^`]*`|\(https?://[^)]*\)")
Said = tuple[str, str, Severity, str]  # message, hint, severity, rule


def check(library: Library, path: str, text: str) -> Iterator[Problem]:
    """What is wrong with the words of one page; `path` is relative to the project."""
    known = numbers_to_call(library)
    code = False
    for number, line in enumerate(LINE_END.split(text.removeprefix("\ufeff")), 1):
        code ^= bool(FENCE.match(line))
        words = "" if code else CODE.sub("", line)
        for message, hint, severity, rule in (*_marks(line), *_words(words, known)):
            yield Problem(
                path=path, line=number, message=message, hint=hint, severity=severity, rule=rule
            )


def _marks(line: str) -> Iterable[Said]:
    mark = UNSEEN.search(line)
    if mark and (found := first_unseen(line, mark.start())):
        yield found[1], found[2], Severity.ERROR, "unseen-marks"


def _words(words: str, known: tuple[str, ...]) -> Iterable[Said]:
    if found := number_in(words, known):
        message = f'holds the emergency number "{found}"'
        hint = "leave it out: every page shows the numbers of the country set in site.yml"
        yield message, hint, Severity.ERROR, "emergency-numbers"
    if promise := promise_in(words):
        yield *promise, Severity.WARNING, "no-promises"
    if STARTER.search(words):
        hint = "write your own words in its place"
        yield "is still the starter text", hint, Severity.ERROR, "starter-text"
