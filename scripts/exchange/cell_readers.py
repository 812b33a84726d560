"""Cells as values of our fields: for each field one reader, and a word on what it could keep."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import get_args

from exchange import dose_cells, word_cells
from exchange.plain_text import one_line, plain, sentences
from exchange.records import Read, Word, dropped, worst
from stretchbook.model import Vocabulary
from stretchbook.model.exercise import SideOf

NUMBERED = re.compile(r"(?:^|(?<=\s))(?:step\s*)?(\d{1,2})\s?[.):]\s+", re.IGNORECASE)
BULLET = re.compile(
    r"^(?:[-*\u2022\u00b7\u2013\u2014\u25aa\u25e6\u25cf]|step \d+:)\s+", re.IGNORECASE
)
URL = re.compile(r"https?://[^\s<>\"'`\\]+")
SOURCE = re.compile(rf"(?P<title>.*?)\s*\|\s*(?P<url>{URL.pattern})?\s*(?:\|\s*(?P<says>.*))?")
LIMITS = {
    "name": 60,
    "other_names": 60,
    "search_words": 60,
    "check_yourself": 150,
    "common_mistakes": 150,
    "why": 150,
}
LONGEST = 500
MOST_STEPS, MOST_REMARKS = 20, 3
PICTURES = "a picture needs a licence and a description: put it into content/pictures/"
NOTHING_SAID = "says nothing"
SPLIT = "long ones were split where a sentence ends"


def read_cell(name: str, text: str, words: Vocabulary) -> Read:
    """The value of a cell for one of our fields."""
    clean, notes = plain(text)
    if not clean:
        return dropped(text, "holds no letter that can be seen")
    read = READERS.get(name, _text)(clean, name, words)
    for note in notes:
        read.but(Word.NEAR, note)
    return read


def _text(text: str, name: str, _: Vocabulary) -> Read:
    """One text: lines are joined, and what is too long is cut where a sentence ends."""
    parts = sentences(one_line(text), LIMITS.get(name, LONGEST))
    read = Read(parts[0])
    if len(parts) > 1:
        reason = f"is longer than {LIMITS.get(name, LONGEST)} letters"
        read.but(Word.LOSSY, reason, " ".join(parts[1:]))
    return read


def _works_on(text: str, name: str, words: Vocabulary) -> Read:
    return _text(", ".join(text.split("\n")), name, words)


def _names(text: str, name: str, words: Vocabulary) -> Read:
    """Several names: one a line, or with commas or semicolons between."""
    found = [part.strip() for part in re.split(r"[\n;,|]", text) if part.strip()]
    if not found:
        return dropped(text, NOTHING_SAID)
    reads = [_text(part, name, words) for part in dict.fromkeys(found)]
    read = Read([each.value for each in reads], worst(*(each.word for each in reads)))
    read.reasons = [reason for each in reads for reason in each.reasons][:1]
    read.left = " ".join(each.left for each in reads if each.left)
    return read


def _steps(text: str, _: str, __: Vocabulary) -> Read:
    """One action a line; in one line, numbers from 1 up say where each begins."""
    read = Read()
    lines = [one_line(line) for line in text.split("\n") if line.strip()]
    numbers = [int(number) for number in NUMBERED.findall(text)]
    if len(lines) == 1 and len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)):
        lines = [part.strip() for part in NUMBERED.split(text)[::2] if part.strip()]
        read.but(Word.NEAR, "was split at its numbers")
    bare = [_without_mark(line) for line in lines]
    if lines != bare:
        read.but(Word.NEAR, "numbers and bullets are left out: pages count the steps")
    steps = [part for line in bare for part in sentences(line, LONGEST)]
    if len(steps) > len(list(filter(None, bare))):
        read.but(Word.NEAR, SPLIT)
    read.value = steps[:MOST_STEPS]
    if len(steps) > MOST_STEPS:
        reason = f"has {len(steps)} steps, allowed are {MOST_STEPS}"
        read.but(Word.LOSSY, reason, "\n".join(steps[MOST_STEPS:]))
    return read if steps else dropped(text, NOTHING_SAID)


def _without_mark(line: str) -> str:
    """A step without the bullet or the number before it."""
    line = BULLET.sub("", line)
    mark = NUMBERED.match(line)
    return line[mark.end() :] if mark else line


def _cautions(text: str, name: str, words: Vocabulary) -> Read:
    read = _several(text, name, words)
    read.value = [dict(zip(("text", "source"), pair, strict=False)) for pair in read.value]
    return read


def _remarks(text: str, name: str, words: Vocabulary) -> Read:
    """Lines beside the steps, each with its source after a bar."""
    read = _several(text, name, words)
    if any(len(pair) == 1 for pair in read.value):
        read.but(Word.NEAR, "names no source: it stands as the editor's own")
    found = [dict(zip(("text", "source"), (*pair, "editor"), strict=False)) for pair in read.value]
    read.value = found[:MOST_REMARKS]
    if len(found) > MOST_REMARKS:
        left = "\n".join(each["text"] for each in found[MOST_REMARKS:])
        read.but(Word.LOSSY, f"has {len(found)} lines, allowed are {MOST_REMARKS}", left)
    return read


def _why(text: str, name: str, words: Vocabulary) -> Read:
    read = _remarks(one_line(text), name, words)
    if not read.value:
        return dropped(text, NOTHING_SAID)
    if len(read.value) > 1:
        read.but(Word.LOSSY, "one line has a place", " ".join(r["text"] for r in read.value[1:]))
    read.value = read.value[0]
    return read


def _several(text: str, name: str, _: Vocabulary) -> Read:
    """Lines of a text and perhaps its source; a long one becomes two."""
    read, pairs = Read(), []
    for line in text.split("\n"):
        said, *source = (part.strip() for part in BULLET.sub("", line).split(" | ", 1))
        parts = sentences(one_line(said), LIMITS.get(name, LONGEST))
        pairs += [(part, *source) for part in parts]
        if len(parts) > 1:
            read.but(Word.NEAR, SPLIT)
    read.value = pairs
    return read


def _side_of(text: str, _: str, __: Vocabulary) -> Read:
    found = one_line(text).casefold()
    allowed = get_args(SideOf)
    return Read(found) if found in allowed else dropped(text, f"allowed are {', '.join(allowed)}")


def _day(text: str, _: str, __: Vocabulary) -> Read:
    """A day, written year first, or so that no country reads another one."""
    for form in ("%Y-%m-%d", "%Y/%m/%d", "%d %B %Y", "%B %d, %Y", "%d.%m.%Y"):
        try:
            day: date = datetime.strptime(one_line(text), form).date()  # noqa: DTZ007 - a day
        except ValueError:
            continue
        return (
            Read(day) if form == "%Y-%m-%d" else Read(day).but(Word.NEAR, "was written another way")
        )
    return dropped(text, "is no day that we can read: write year-month-day, such as 2026-11-22")


def _video(text: str, _: str, __: Vocabulary) -> Read:
    found = URL.findall(text)
    if not found:
        return dropped(text, "is no web address: a video is a link that begins with https://")
    left = one_line(text.replace(found[0], " ", 1)).strip()
    read = Read({"url": found[0]})
    return read.but(Word.LOSSY, "one link to a video has a place", left) if left else read


def _part_of(part: str, most: int = LONGEST) -> Callable[[str, str, Vocabulary], Read]:
    """A text that is a part of a field with several parts."""

    def read_part(text: str, name: str, words: Vocabulary) -> Read:
        read = _text(text, name, words)
        read.value = {part: read.value[:most]}
        return read

    return read_part


def _sources(text: str, _: str, __: Vocabulary) -> Read:
    """One a line: title, and after bars its web address and what it says."""
    read = Read([])
    for line in filter(None, text.split("\n")):
        found = SOURCE.fullmatch(line)
        source = found.groupdict() if found else {"title": line}
        address = URL.search(source["title"])
        if address and not source.get("url"):
            source["url"] = address[0]
            read.but(Word.NEAR, "the web address is taken from the text")
        read.value.append({name: part for name, part in source.items() if part})
    return read


def _address(text: str, _: str, __: Vocabulary) -> Read:
    found = URL.fullmatch(one_line(text))
    return Read(found[0]) if found else dropped(text, "is no web address: it begins with https://")


def _dropped(reason: str) -> Callable[[str, str, Vocabulary], Read]:
    return lambda text, _, __: dropped(text, reason)


DOSE_FIELDS = (
    *("dose", "sets", "repetitions", "hold_seconds", "release_seconds", "repetition_seconds"),
    *("set_seconds", "rest_seconds", "sides", "load", "dose_reason"),
)
READERS: Mapping[str, Callable[[str, str, Vocabulary], Read]] = {
    **dict.fromkeys(DOSE_FIELDS, dose_cells.dose),
    **dict.fromkeys(("other_names", "search_words", "easier", "harder"), _names),
    **dict.fromkeys(("written_on", "next_review", "reviewed_on"), _day),
    **dict.fromkeys(("check_yourself", "common_mistakes"), _remarks),
    **dict.fromkeys(("equipment", "optional_equipment"), word_cells.equipment),
    "areas": word_cells.areas,
    "steps": _steps,
    "why": _why,
    "cautions": _cautions,
    "position": word_cells.position,
    "works_on": _works_on,
    "load": dose_cells.load,
    "sides": dose_cells.sides,
    "dose_reason": _part_of("reason"),
    "side_of": _side_of,
    "picture_alt": _part_of("alt"),
    "author": _part_of("author"),
    "licence": _part_of("licence"),
    "credit_url": lambda text, name, words: _wrapped(_address(text, name, words), "url"),
    "video": _video,
    "video_title": _part_of("title"),
    "sources": _sources,
    "source_url": _address,
    "how_often": _dropped(dose_cells.HOW_OFTEN),
    "pictures": _dropped(PICTURES),
}


def _wrapped(read: Read, part: str) -> Read:
    read.value = {part: read.value} if read.value else None
    return read
