"""Says what keeps a file from being YAML, to somebody who writes texts and not programs."""

import re

import yaml

from stretchbook.problems import Problem
from stretchbook.reading.notes import LINE_END

IN_QUOTES = 'put the whole text in straight quotes: "…"'
VALUE = r"[ \t]*(?:-[ \t]+)*(?:[\w-]+:[ \t]+)?(?:\[(?:.*,)?[ \t]*)?"  # all before a value
OPENED = re.compile(VALUE + r"""(?:"(?:[^"\\]|\\.)*|'(?:[^']|'')*)""")
A_FIELD = re.compile(r" *(?:- +)?[\w-]+:(?: |$)")
# What a line looks like, what is wrong with it, and the cure. The first that fits is said.
LOOKS: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(look), message, hint)
    for look, message, hint in (
        (
            r" *\t.*",
            "is indented with a tab, allowed are spaces",
            "use two spaces for each level",
        ),
        (
            r"[ \t]*-\t.*|[ \t]*(?:- +)*\w+:\t.*",
            "has a tab, allowed are spaces",
            "write a space in its place",
        ),
        (
            r"[ \t]*(?:- +)*[a-z][a-z_]*:(?!//)[^\s:].*",
            "has no space after the colon",
            "write the name, a colon, a space and the value, such as `name: Bridge`",
        ),
        (
            r"[ \t]*(?:- +)*[a-z][a-z_]*(?:[：﹕]| ?=).*",  # noqa: RUF001 - as some keyboards write it
            "has no colon after the name of the field",
            "write the name, a colon, a space and the value, such as `name: Bridge`",
        ),
        (
            r"[ \t]*-[^\W\d].*",
            "has no space after the dash",
            "start each item of a list with a dash and a space, such as `- chair`",
        ),
        (
            VALUE + "[“”„‟«‘‚].*",  # noqa: RUF001 - the quotes that are meant
            "has curly quotes, which YAML does not take for quotes",
            'write straight quotes instead: "…"',
        ),
        (
            VALUE + r"\*.*",
            "starts with `*`, which has a meaning of its own in YAML",
            f"{IN_QUOTES}; leave out stars that should make it bold, readers would see them",
        ),
        (
            VALUE + r"&.*",
            "starts with `&`, which has a meaning of its own in YAML",
            f"{IN_QUOTES}; write letters and spaces as they are, not as `&…;`",
        ),
        (
            VALUE + r"([>|])[-+0-9]*[ \t]+[^#\s].*|" + VALUE + r"([>|])[^\s\d+-].*",
            "starts with `>` or `|`, which have a meaning of their own in YAML",
            IN_QUOTES,
        ),
        (
            VALUE + r"(?:\{[^{}]*\}|\[[^\[\]]*\])[ \t]*[^\s,}\]#:].*",
            "starts with a bracket, which has a meaning of its own in YAML",
            IN_QUOTES,
        ),
        (
            VALUE + r"[@`%].*",
            "starts with a mark that has a meaning of its own in YAML",
            IN_QUOTES,
        ),
        (
            VALUE + r"'(?:[^']|'')*'(?!')[ \t]*[^\s,\]}:#].*",
            "ends a text in quotes before its last word",
            "write two '' for one ' within the text",
        ),
        (
            VALUE + r'"(?:[^"\\]|\\.)*"[ \t]*[^\s,\]}:#].*',
            "ends a text in quotes before its last word",
            'put \' instead of " round the whole text, or write \\" for a quote within it',
        ),
        (
            r"[ \t]*(?:- +)*[\w-]+:[ \t]+[^\s'\"\[{#].*:(?:[ \t].*)?",
            "has a text with a colon and a space",
            IN_QUOTES,
        ),
        (
            r"[ \t]*(?:- +)*[\w-]+:[ \t]+([-?])[ \t].*",
            "starts a text with a dash or a question mark and a space",
            IN_QUOTES,
        ),
        (
            r"[^'\"]*[^\s'\"][ \t]#.*",
            "has a text that is cut, since a space and # start a note to yourself",
            IN_QUOTES,
        ),
    )
)


def syntax_problem(error: yaml.MarkedYAMLError, text: str, path: str) -> Problem:
    """The slip that is most likely the reason, with its line."""
    mark = error.problem_mark or error.context_mark
    lines = LINE_END.split(text)
    number = min(mark.line + 1, len(lines)) if mark else 0  # YAML stops behind the last one too
    if "quoted scalar" in (error.context or "") and "end of stream" in (error.problem or ""):
        opened = error.context_mark.line + 1 if error.context_mark else number
        hint = "close it, or leave out both quotes"
        return Problem(path=path, line=opened, message="has a quote that never ends", hint=hint)
    if "unknown escape" in (error.problem or ""):
        hint = "write two backslashes, or put ' instead of \" round the text"
        message = "has a backslash in double quotes, which changes the letter behind it"
        return Problem(path=path, line=number, message=message, hint=hint)
    if "document" in f"{error.context} {error.problem}":
        hint = "remove the line `---` or `...` in the middle"
        return Problem(path=path, line=number, message="holds more than one document", hint=hint)
    for line in _near(lines, number, error):
        for look, message, hint in LOOKS:
            if look.fullmatch(lines[line - 1]):
                return Problem(path=path, line=line, message=message, hint=hint)
    if slip := _open_quote(lines, number) or _other_column(lines, number):
        line, message, hint = slip
        return Problem(path=path, line=line, message=message, hint=hint)
    message = f"is not valid YAML: {error.problem or error.context}"
    hint = "put a text that holds `: ` or starts with a special character in quotes"
    return Problem(path=path, line=number, message=message, hint=hint)


def _near(lines: list[str], number: int, error: yaml.MarkedYAMLError) -> list[int]:
    """Lines to look at, the likeliest first: where YAML stopped, where that began, and above."""
    began = error.context_mark.line + 1 if error.context_mark else number
    tried = [number, began, number - 1, number - 2]
    return list(dict.fromkeys(line for line in tried if 0 < line <= len(lines)))


Slip = tuple[int, str, str]  # line from 1, message, hint


def _open_quote(lines: list[str], number: int) -> Slip | None:
    """A quote that was forgotten ends at the next one, which may be far below."""
    for line in range(min(number, len(lines)), 0, -1):
        if OPENED.fullmatch(lines[line - 1]):
            return line, "has a quote that never ends", "close it, or leave out both quotes"
    return None


def _other_column(lines: list[str], number: int) -> Slip | None:
    """A field that is indented otherwise than the one above it."""
    above = next((text for text in reversed(lines[: number - 1]) if text.strip()), "")
    here = lines[number - 1] if number <= len(lines) else ""
    columns = len(here) - len(here.lstrip()), len(above) - len(above.lstrip())
    if not A_FIELD.match(here) or not A_FIELD.match(above) or columns[0] == columns[1]:
        return None
    message = f"is indented by {columns[0]} spaces, the line above by {columns[1]}"
    return number, message, "let all fields of one group start in the same column"
