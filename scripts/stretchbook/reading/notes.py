"""Notes behind a value, and lines that a text swallows: what YAML drops or joins without a word.

YAML takes everything behind a space and `#` for a note to oneself. So `Stop if pain #1 gets worse`
would become `Stop if pain`. A note that is meant has two spaces before its `#` and one behind it.
"""

import re

import yaml

from stretchbook.problems import shortened

LINE_END = re.compile(r"\r\n?|\n")
# Far to the right is a column of notes; nearer, `Band  # 3` is more likely a slip of the thumb
A_NOTE = re.compile(r"(?:[ \t]{2,}|\t)#+(?:[ \t]+(?![\d\s])|[ \t]*$)|[ \t]{5,}#+[ \t]")
NOTE = re.compile(r"[ \t]+#.*")
LIKE_A_WORD = re.compile(r"[ \t]+#+\w")
NEXT_LINE = re.compile(r"([ \t]+)#\w.*")
SWALLOWED = re.compile(r"[ \t]*(-|- .*|[a-z_]{2,}:(?!//)\S.*)")
SHOWN_NOTE = re.compile(r"(?<=\S)[ \t]{2,}#[ \t].*")
HINT = (
    "put the text in quotes; "
    "if it is a note to yourself, write two spaces before the # and one behind it"
)

Said = tuple[int, str, str]  # line from 0, message, hint


class Notes:
    """What stands in the lines of a file beside its values."""

    def __init__(self, text: str) -> None:
        self.lines = LINE_END.split(text)
        self.none = not re.search(r"[ \t]#", text)  # so for most files

    def lost(self, node: yaml.ScalarNode, column: int) -> Said | None:
        """What would be lost behind or below a value; `column` is that of what it belongs to."""
        if self.none and node.start_mark.line == node.end_mark.line:
            return None
        if node.tag.endswith(":str") and not node.style:
            return self._behind_text(node) or self._below(node, column) or self._swallowed(node)
        return self._behind(node)

    def _rest(self, mark: yaml.Mark) -> str:
        return self.lines[mark.line][mark.column :] if mark.line < len(self.lines) else ""

    def _behind_text(self, node: yaml.ScalarNode) -> Said | None:
        rest = self._rest(node.end_mark)
        if NOTE.match(rest) and not A_NOTE.match(rest):
            return node.end_mark.line, _cut(rest), HINT
        return None

    def _behind(self, node: yaml.ScalarNode) -> Said | None:
        """A number or a day is whole as it is; what stands in quotes or below may not be."""
        if node.style in ("|", ">"):
            if seen := self._in_long_text(node):
                return seen
            rest = re.sub(r"^[|>][-+0-9]*", "", self._rest(node.start_mark))
        else:
            rest = self._rest(node.end_mark)
        text = node.style or node.tag.endswith(":null")
        if not node.value and NOTE.match(rest) and not node.style:
            message = f"is empty, all of `{_short(rest)}` is a note to yourself"
            return node.end_mark.line, message, "put a text in quotes, or remove the line"
        if text and LIKE_A_WORD.match(rest):
            return node.start_mark.line, _cut(rest), HINT
        return None

    def _in_long_text(self, node: yaml.ScalarNode) -> Said | None:
        for line in range(node.start_mark.line + 1, min(node.end_mark.line, len(self.lines))):
            if found := SHOWN_NOTE.search(self.lines[line]):
                message = f"has no notes within, readers would see `{_short(found[0])}`"
                return line, message, "move the note to a line of its own above the text"
        return None

    def _below(self, node: yaml.ScalarNode, column: int) -> Said | None:
        line = node.end_mark.line + 1
        found = NEXT_LINE.fullmatch(self.lines[line]) if line < len(self.lines) else None
        if found and len(found[1]) > column:
            return line, _cut(found[0]), HINT
        return None

    def _swallowed(self, node: yaml.ScalarNode) -> Said | None:
        for line in range(node.start_mark.line + 1, node.end_mark.line + 1):
            if SWALLOWED.fullmatch(self.lines[line]):
                message = (
                    f"takes in the line `{_short(self.lines[line])}`, which is indented deeper"
                )
                return line, message, "indent it as the line above, or put the whole text in quotes"
        return None


def _cut(rest: str) -> str:
    return f"is cut, readers would not see `{_short(rest)}`"


def _short(text: str) -> str:
    return shortened(text.strip())
