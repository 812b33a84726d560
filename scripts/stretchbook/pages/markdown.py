"""Writes Markdown, escaping by context.

Content is plain text. `text` takes the power from every mark that Markdown, HTML or an extension of
either could act on, and leaves all other letters as they are, so that a page is good to read in a
plain editor. `Markup` is what has been through it, or is ours.
"""

import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from urllib.parse import quote

from markupsafe import Markup

# What Markdown, HTML or an extension acts on: a mark, an entity, a `:smile:`, a `++key++`.
ACTIVE = re.compile(r"[#$*<=>\[\\\]^_`{|}~]|&(?=#?\w+;)|:(?=[\w+-]+:)|\+(?=\+)")
AT_THE_START = re.compile(r"^(\d*)([-+.:)!?/%@])")  # makes a list, a block, a definition
# Of an attribute. Markdown acts on its marks there too; a `"` ends the value, a `}` the list.
PLAIN_VALUE = re.compile(r"(?!.*:[\w+-]+:)(?!.*\+\+)[^\"&*<>\[\\\]^_`{|}~\x00-\x1f\x7f-\x9f]*")
LINE_ENDS = {ord(mark): f"\\u{ord(mark):04x}" for mark in "\x85\u2028\u2029"}  # to YAML alone
PLAIN_ANCHOR = re.compile(r"[a-z0-9-]*")
PLAIN_ID = re.compile(r"[a-z][a-z0-9-]*")
ADDRESS = "/:?#@!$&'+,;=%-._~"  # may stand in a link's target as they are; brackets may not

Value = str | int
Attributes = Mapping[str, Value]


@lru_cache(maxsize=50_000)  # labels and texts come back on many pages
def text(value: str) -> Markup:
    """Plain text, safe in a paragraph, a list, a heading, a term, a label, an image's words."""
    safe = AT_THE_START.sub(lambda start: start[1] + _entity(start[2]), inside(value))
    return Markup(safe)  # noqa: S704 - as in `inside`


def inside(value: str) -> Markup:
    """Plain text that never begins a line, such as a title: there `5.` makes no list."""
    safe = ACTIVE.sub(lambda mark: _entity(mark[0]), " ".join(value.split()))
    return Markup(safe)  # noqa: S704 - every active character is an entity by now


def _entity(mark: str) -> str:
    return f"&#{ord(mark)};"


def joined(*parts: str, by: str = " ") -> Markup:
    """Parts that are markup already, with a space between each two; empty ones are left out."""
    return Markup(by.join(filter(None, parts)))  # noqa: S704 - made of markup


def attributes(*classes: str, anchor: Value = "", **values: Value) -> Markup:
    """An attribute list: `{ #id .class name="value" }`. An underscore in a name is a hyphen.

    Raises ValueError for a value that could end the list or be read as Markdown: it takes ids,
    addresses and sentences of ours, never content.
    """
    if not PLAIN_ANCHOR.fullmatch(str(anchor)):
        raise ValueError(f"not fit for an id: {anchor}")
    written = [f"#{anchor}"] if anchor else []
    written += [f".{name}" for name in classes]
    written += [f"{name.replace('_', '-')}={_value(value)}" for name, value in values.items()]
    return Markup("{{ {} }}").format(Markup(" ".join(written)))  # noqa: S704 - checked by _value


def _value(value: Value) -> str:
    plain = str(value)
    if not PLAIN_VALUE.fullmatch(plain):
        raise ValueError(f"not fit for an attribute list: {plain}")
    return plain if plain.isalnum() else f'"{plain}"'


def paragraph(inner: str, *classes: str, anchor: str = "", **values: Value) -> str:
    """A paragraph with attributes of its own; nothing where there are no words."""
    return f"{inner}\n{attributes(*classes, anchor=anchor, **values)}" if inner else ""


def heading(level: int, title: Markup, anchor: Value = "", **values: Value) -> str:
    """A heading; `anchor` becomes its id."""
    mark = f" {attributes(anchor=anchor, **values)}" if anchor or values else ""
    return f"{'#' * level} {title}{mark}"


def emphasis(inner: Markup, *classes: str) -> Markup:
    """Words set apart, with a class for their look."""
    return Markup(f"*{inner}*{attributes(*classes)}") if inner else inner  # noqa: S704 - is markup


def strong(inner: Markup) -> Markup:
    """Words that count more."""
    return Markup(f"**{inner}**")  # noqa: S704 - inner is markup


def link(label: Markup, target: str, *classes: str, **values: Value) -> Markup:
    """A link within the site; `target` comes from `addresses`, never from content."""
    mark = attributes(*classes, **values) if classes or values else ""
    return Markup(f"[{label}]({target}){mark}")  # noqa: S704 - label is markup, target is ours


def external_link(label: Markup, url: str, *classes: str) -> Markup:
    """A link to another site; the model has checked that it starts with http."""
    return link(label, quote(url, safe=ADDRESS), *classes)


def download(label: Markup, target: str, address: str) -> Markup:
    """A file that is made only after the pages, which MkDocs would miss: so a link in HTML."""
    mark = Markup('<a href="{}" download data-size-of="{}">{}</a>')
    return mark.format(target, address, label)


def image(words: Markup, source: str, *classes: str, **values: Value) -> Markup:
    """A picture; `words` say what it shows, for those who do not see it."""
    return Markup(f"![{words}]({source}){attributes(*classes, **values)}")  # noqa: S704 - as in link


def bullets(items: Iterable[str]) -> str:
    """An unordered list. An item of several lines is indented, so it may hold blocks."""
    rows = [f"- {_indented(item)}" for item in items]
    return ("\n\n" if any("\n\n" in row for row in rows) else "\n").join(rows)


def numbers(items: Iterable[str]) -> str:
    """An ordered list."""
    return "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1))


def _indented(item: str) -> str:
    return item.replace("\n", "\n    ").replace("\n    \n", "\n\n")


def definitions(items: Iterable[tuple[str, ...]]) -> str:
    """Terms, each with what it means: in one sentence or several."""
    return join("\n".join([term, *(f":   {one}" for one in means)]) for term, *means in items)


def block(kind: str, title: str, body: str, **options: str | Attributes) -> str:
    """A block of pymdown-extensions: `/// kind | title`, options, body, `///`.

    One option that it cannot read would turn the whole block into text, so names and ids are
    checked here, and values are written as JSON, which is YAML too.
    """
    head = f"/// {kind} | {title}" if title else f"/// {kind}"
    lines = [f"    {name}: {_option(value)}" for name, value in options.items() if value]
    return join(["\n".join([head, *lines]), body]) + "\n///"


def _option(value: str | Attributes) -> str:
    name = value if isinstance(value, str) else value.get("id", "x")
    if not PLAIN_ID.fullmatch(str(name)):
        raise ValueError(f"not fit for the type or the id of a block: {name}")
    return value if isinstance(value, str) else _plain_json(dict(value))


def join(parts: Iterable[str]) -> str:
    """Blocks with an empty line between them; empty blocks are left out."""
    return "\n\n".join(part for part in parts if part)


def page(front_matter: Mapping[str, object], body: str) -> bytes:
    """A whole Markdown file. JSON is YAML too, but for line ends, so each value is written as JSON.

    A value of several parts has a line for each, so that a change is one changed line.
    """
    lines = [f"{key}: {_json(value)}" for key, value in front_matter.items() if value]
    return "\n".join(["---", *lines, "---", "", body, ""]).encode()


def with_more(page: bytes, front_matter: Mapping[str, object]) -> bytes:
    """The same file with more in its front matter."""
    opening, lines = b"---\n", [f"{key}: {_json(value)}\n" for key, value in front_matter.items()]
    return opening + "".join(lines).encode() + page.removeprefix(opening)


def _json(value: object) -> str:
    if isinstance(value, Mapping):
        return _rows(
            "{", [f"{_plain_json(key)}: {_json(item)}" for key, item in value.items()], "}"
        )
    if isinstance(value, list | tuple) and not all(isinstance(item, str) for item in value):
        return _rows("[", map(_plain_json, value), "]")
    return _plain_json(value)


def _rows(start: str, rows: Iterable[str], end: str) -> str:
    """Each row in a line of its own, further in than what they belong to."""
    inner = ",\n".join(rows).replace("\n", "\n  ")
    return f"{start}\n  {inner}\n  {end}"


def _plain_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).translate(LINE_ENDS)
