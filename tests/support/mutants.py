"""Content files as people, programs and accidents spoil them: each a YAML file with one change.

A change knows the parts of the file (names, values, items of lists) and replaces the text of one,
so that all else stays as it was written. The same seed gives the same change.
"""

import math
import random
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import unified_diff
from typing import Any

import yaml

Change = Callable[["Draw"], str | bytes]

# ruff: noqa: RUF001 - marks that look like others are what this is about
SCALARS = (
    *("", "null", "~", "yes", "no", "true", "True", "0", "-1", "1", "8", "3.5", "1e400", "1e3"),
    *(".inf", "-.inf", ".nan", "0o17", "017", "0x1F", "0b11", "1_000", "1:30", "1:30:00", "+5"),
    *("99999999999999999999999999", "9" * 5000, "30 s", "30s", "5 min", "1,5", "½", "٣", "３"),
    *("2026-02-30", "2026-11-22", "2026-11-22T10:00:00Z", "9999-12-31", "0001-01-01", "22.11.2026"),
    *("=", "<<", "!", "!!python/object:os.system x", "!!binary aGk=", "*nobody", "&a", "&a b"),
    *("[]", "{}", "[x]", "{x: y}", "[[[[]]]]", "{? x}", "- x", "? x", "| x", "> x", "%x", "@x"),
    *("`x`"),
    *('"', "'", '"unclosed', "'unclosed", '"a\\nb"', '"\\u0000"', '"\\ud800"', '"\\x07"'),
    *("'it''s'"),
    *("none", "editor", "self", "../../etc/passwd", "/", "C:\\new", "http://[", "javascript:x"),
    *("https://example.org/ü", "mailto:a@b", "{hold}", "{count} {nothing}", "{{ x }}", "{% x %}"),
    *("<script>", "&lt;", "``` x", "# x", "x # y", "x: y", ": x", "x:", "-", "---", "..."),
    *("x\n\ny"),
    *("我的背", "كتف", "Рукa", "ﬁt", "é", "é", "İ", "ß", "a" * 400, "word " * 2000, "a-" * 300),
    *("con", "nul", "index", "assets", "plan", "stretches", "search", "..", ".", "404", "es", "-a"),
)
MARKS = (
    *("\u200b", "\u200e", "\u202e", "\u2066", "\u2069", "\ufeff", "\u00ad", "\u00a0", "\u3000"),
    *("\x00", "\x07", "\x1b", "\x7f", "\x85", "\u2028", "\u2029", "\ufffe", "\ufffd", "\U000e0041"),
    *("\t", "\r", "\n", "\v", "\f", "\u0301", "\u200d", "\U0001f9d8", "\ud7ff", "\U0010ffff", " "),
    *('"', "'", ":", ": ", " #", "- ", "&", "*", "!", "|", ">", "%", "@", "`", "{", "}", "[", "]"),
)
SHOWN = 12  # lines of the difference
INDENTS = (" ", "  ", "\t", " \t", "\u00a0", "    ")
TWINS = str.maketrans("aeopcx", "аеорсх")  # the same to the eye, in Cyrillic


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a file. start, end: its first character and the one after its last.

    kind: name, value or item. entry: from where to where it stands with what belongs to it.
    """

    kind: str
    start: int
    end: int
    entry: tuple[int, int]
    plain: bool


class Draw:
    """One file, and the chance that picks what happens to it."""

    def __init__(self, text: str, seed: str) -> None:
        self.text, self.random = text, random.Random(seed)  # noqa: S311 - not for secrets
        self.parts = [*_parts(text, yaml.compose(text, Loader=yaml.CSafeLoader))]

    def part(self, *kinds: str) -> Part:
        """Any part of these kinds, or of all."""
        return self.random.choice([p for p in self.parts if not kinds or p.kind in kinds])

    def written(self, part: Part) -> str:
        """How it stands in the file."""
        return self.text[part.start : part.end]

    def put(self, part: Part, written: str) -> str:
        """The file with something else in its place."""
        return self.text[: part.start] + written + self.text[part.end :]

    def place(self, part: Part) -> int:
        """A place within it."""
        return self.random.randint(part.start, part.end)


def _parts(text: str, node: yaml.Node | None) -> Iterator[Part]:
    if isinstance(node, yaml.MappingNode):
        ends = [name.start_mark.index for name, _ in node.value[1:]]
        for (name, value), after in zip(node.value, [*ends, _end(node)], strict=True):
            entry = name.start_mark.index, after
            yield Part("name", name.start_mark.index, name.end_mark.index, entry, plain=True)
            yield _part("value", value, entry)
            yield from _parts(text, value)
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            dash = text.rfind("\n", 0, item.start_mark.index) + 1
            block = not node.flow_style
            yield _part("item", item, (dash if block else item.start_mark.index, _end(item)))
            yield from _parts(text, item)


def _end(node: yaml.Node) -> int:
    end: int = node.end_mark.index
    return end


def _part(kind: str, node: yaml.Node, entry: tuple[int, int]) -> Part:
    plain = isinstance(node, yaml.ScalarNode)
    return Part(kind, node.start_mark.index, _end(node), entry, plain)


def drop(draw: Draw) -> str:
    """A field or an item is gone."""
    start, end = draw.part("name", "item").entry
    return draw.text[:start] + draw.text[end:].lstrip(
        "\n" if draw.text[end - 1 : end] == "\n" else ""
    )


def twice(draw: Draw) -> str:
    """A field or an item stands there twice."""
    part = draw.part("name", "item")
    start, end = part.entry
    indent = " " * (start - draw.text.rfind("\n", 0, start) - 1)
    again = draw.text[start:end].rstrip()
    return f"{draw.text[:start]}{again}\n{indent}{draw.text[start:]}"


def renamed(draw: Draw) -> str:
    """The name of a field is misspelled."""
    part = draw.part("name")
    name = draw.written(part)
    at = draw.random.randrange(len(name))
    others = (
        *(name[:at] + name[at + 1 :], name.upper(), name.capitalize(), name + "s", f'"{name} "'),
        *(name.replace("_", "-"), name.replace("_", " "), name.translate(TWINS), f"{name} "),
        *(name.replace("_", ""), f"{name}_", "id", "draft", "name", "<<", "x-note", "null", "7"),
    )
    return draw.put(part, draw.random.choice(others))


def swapped(draw: Draw) -> str:
    """Something of another kind stands there."""
    part = draw.part("value", "item")
    return draw.put(part, draw.random.choice(SCALARS))


def exchanged(draw: Draw) -> str:
    """Two values have changed places."""
    first, second = sorted((draw.part("value", "item"), draw.part("value", "item")), key=_start)
    if first.end > second.start:
        return draw.put(first, draw.written(second))
    text = draw.put(second, draw.written(first))
    return text[: first.start] + draw.written(second) + text[first.end :]


def _start(part: Part) -> int:
    return part.start


def wrapped(draw: Draw) -> str:
    """A value stands in a list, a field, or many of them."""
    part, depth = draw.part("value", "item"), draw.random.choice([1, 2, 45, 3000])
    opening, closing = draw.random.choice([("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", "")])
    return draw.put(part, opening * depth + draw.written(part) + closing * depth)


def aliased(draw: Draw) -> str:
    """A value is named, and used again elsewhere, in itself, or merged."""
    first, second = sorted((draw.part("value", "item"), draw.part("value")), key=_start)
    again = draw.random.choice(["*a", "[*a, *a]", "{<<: *a}", "*b"])
    text = draw.put(second, again)
    return f"{text[: first.start]}&a {text[first.start :]}"


def another_id(draw: Draw) -> str:
    """A word is written in another way, or is one that another word in the file is."""
    part = draw.part("value", "item", "name")
    word = draw.written(part)
    other = draw.written(draw.part("value", "item", "name"))
    ways = (
        *(word.upper(), word.title(), unicodedata.normalize("NFD", f"{word}é"), word + "́"),
        *(word.translate(TWINS), word.replace("-", "_"), word.replace("-", "‐"), f"{word}-2"),
        *(word[:-1], word[1:], f" {word}", f"'{word}'", f"{word}.yml", f"{word}/", f"#{word}"),
        *(other.splitlines()[0] if other else "", word * 2),
    )
    return draw.put(part, draw.random.choice(ways))


def number(draw: Draw) -> str:
    """A number is another one, or has a unit."""
    numbers = [p for p in draw.parts if p.plain and draw.written(p).strip('"').isdigit()]
    if not numbers:
        return swapped(draw)
    part = draw.random.choice(numbers)
    value = int(draw.written(part).strip('"'))
    others = (
        *(value * 10, value * 60, value + 1, value - 1, -value, 0, value / 3, 10**9, 10**30),
        *(f"{value} seconds", f"{value}s", f'"{value}"', f"0{value}", f"{value}.0", f"{value}-9"),
        *(math.inf, f"0o{value}", f"{value}_0", f"{value}e2", f"{value} {value}", f"~{value}"),
    )
    return draw.put(part, str(draw.random.choice(others)))


def marked(draw: Draw) -> str:
    """A mark stands in a word, seen or unseen."""
    at = draw.place(draw.part())
    return draw.text[:at] + draw.random.choice(MARKS) + draw.text[at:]


def lost(draw: Draw) -> str:
    """A few letters are gone."""
    at = draw.random.randrange(len(draw.text))
    return draw.text[:at] + draw.text[at + draw.random.choice([1, 1, 1, 2, 7, 40]) :]


def shifted(draw: Draw) -> str:
    """A line stands further in or out."""
    lines = draw.text.splitlines(keepends=True)
    at, way = draw.random.randrange(len(lines)), draw.random.choice([*INDENTS, "out"])
    lines[at] = lines[at][1:] if way == "out" else way + lines[at]
    return "".join(lines)


def moved(draw: Draw) -> str:
    """A line stands elsewhere, or two are one."""
    lines = draw.text.splitlines(keepends=True)
    line = lines.pop(at := draw.random.randrange(len(lines)))
    if lines and draw.random.random() < 0.3:
        lines[at - 1] = lines[at - 1].rstrip("\n") + line
    else:
        lines.insert(draw.random.randrange(len(lines) + 1), line)
    return "".join(lines)


def whole(draw: Draw) -> str | bytes:
    """Something happens to all of the file."""
    text, data = draw.text, draw.text.encode()
    at = draw.random.randrange(len(data))
    ways: tuple[str | bytes, ...] = (
        *(f"{text}---\n{text}", f"---\n{text}...\n", f"--- {text}", f"{text}...\nrest: x\n"),
        *(
            f"\ufeff{text}",
            f"\ufeff\ufeff{text}",
            text.replace("\n", "\r\n"),
            text.replace("\n", "\r"),
        ),
        *(data[:at], data[:at] + b"\xff" + data[at:], data[:at] + b"\xc3" + data[at + 1 :]),
        *(
            text.encode("utf-16"),
            text.encode("utf-32"),
            b"",
            b"\0" * 99,
            b"\n\n",
            b"# only a note\n",
        ),
        *(
            data[:at] + b"\0" + data[at:],
            text.encode("latin-1", "replace") + b"\xe9",
            "[]",
            "x",
            "7",
        ),
        *("- " + text.replace("\n", "\n  "), "%YAML 1.2\n---\n" + text, "%TAG ! x\n" + text),
        *(
            text + "# " + "x" * 300_000,
            "<<<<<<< HEAD\n" + text,
            text + ">>>>>>> mine\n",
            "{" + text,
        ),
        *(text.replace("  ", "\t"), text.replace("  ", " "), text.replace(": ", ":"), text * 2),
    )
    return draw.random.choice(ways)


def dumped(draw: Draw) -> str:
    """The file as another program writes it, with a part of it in another place."""
    value = yaml.safe_load(draw.text)
    places = [*_containers(value)]
    chosen, other = draw.random.choice(places), draw.random.choice(places)
    key = draw.random.choice([*chosen]) if isinstance(chosen, dict) else 0
    if isinstance(chosen, list):
        key = draw.random.randrange(len(chosen))
    chosen[key] = draw.random.choice([other, None, 7, [chosen[key]] * 60, {"a": chosen[key]}, -0.0])
    flow = draw.random.choice([True, False, None])
    return yaml.safe_dump(
        value, default_flow_style=flow, allow_unicode=True, sort_keys=flow is None
    )


def _containers(value: Any) -> Iterator[Any]:  # noqa: ANN401 - YAML holds anything
    if value and isinstance(value, dict | list):
        yield value
        for part in value.values() if isinstance(value, dict) else value:
            yield from _containers(part)


CHANGES: tuple[Change, ...] = (
    *(drop, drop, drop, twice, renamed, renamed, swapped, swapped, swapped, exchanged, wrapped),
    *(aliased, another_id, another_id, number, number, marked, marked, lost, lost, shifted, moved),
    *(whole, dumped),
)


@dataclass(frozen=True, slots=True)
class Mutant:
    """A file with one change. name: of the file. number: makes the same one again."""

    name: str
    number: int
    change: str
    data: bytes
    differs: str

    def __str__(self) -> str:
        return f"mutant {self.number} of {self.name}, {self.change}:\n{self.differs}"


def mutant(name: str, text: str, number: int) -> Mutant:
    """What the chance of this number makes of the file."""
    draw = Draw(text, f"{name} {number}")
    change = draw.random.choice(CHANGES)
    found = change(draw)
    data = found if isinstance(found, bytes) else found.encode("utf-8", "replace")
    lines = text.splitlines(), data.decode("utf-8", "replace").splitlines()
    differs = "\n".join([*unified_diff(*lines, lineterm="", n=0)][2:SHOWN])
    return Mutant(name, number, change.__name__, data, differs)
