"""What is said of a stretch beside its steps: one list, which every surface draws.

A new field of the model needs its name here and its label in words/common.yml, and nothing else:
then pages, paper, plan and session show it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from stretchbook import addresses
from stretchbook.model import Credit, Exercise, Library, Remark, Video
from stretchbook.views.common import NO_SOURCE, AdviceView, Link, english_name
from stretchbook.views.dose_view import origin_line
from stretchbook.words import Words

BEFORE_STEPS = ("why",)
AFTER_STEPS = (
    *("feel", "check_yourself", "common_mistakes", "works_on"),
    *("easier", "harder", "video", "credit"),
)
SEARCHED_KINDS = ("why", "works_on")

Item = str | Remark | Video | Credit
Value = Item | tuple[Remark | str, ...] | None  # of a field


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkView:
    """A label and what stands behind it: sentences, or links to other stretches.

    kind: the field of the model. before_steps: whether it is read before one begins.
    """

    kind: str
    label: str
    before_steps: bool
    lines: tuple[AdviceView, ...]


def view_remarks(words: Words, library: Library, exercise: Exercise) -> tuple[RemarkView, ...]:
    """All that the stretch has, in the order in which it is shown."""
    found = (
        RemarkView(
            kind=kind,
            label=words[f"remarks.{kind}"],
            before_steps=kind in BEFORE_STEPS,
            lines=tuple(_lines(words, library, getattr(exercise, kind))),
        )
        for kind in (*BEFORE_STEPS, *AFTER_STEPS)
    )
    return tuple(remark for remark in found if remark.lines)


def remark_origins(words: Words, exercise: Exercise) -> Iterator[Link]:
    """Where each kind of remark comes from, each source of it once."""
    for kind in (*BEFORE_STEPS, *AFTER_STEPS):
        remarks = _several(getattr(exercise, kind))
        for origin in dict.fromkeys(item.source for item in remarks if isinstance(item, Remark)):
            yield origin_line(words, words[f"remarks.{kind}"], origin)


def _lines(words: Words, library: Library, value: Value) -> Iterator[AdviceView]:
    """Remarks, links out, links to stretches by their ids, or the text that the field is itself."""
    for item in _several(value):
        if isinstance(item, Remark):
            yield AdviceView(text=item.text, source=NO_SOURCE)
        elif isinstance(item, Video):
            yield AdviceView(
                text="", source=Link(label=english_name(words, item.title), address=item.url)
            )
        elif isinstance(item, Credit):
            said = words.fill("credit_line", author=item.author, terms=item.licence)
            yield AdviceView(text="", source=Link(label=said, address=item.url or ""))
        elif item is value:
            yield AdviceView(text=item, source=NO_SOURCE)
        else:
            link = Link(
                label=library.exercises[item].name, address=words.at(addresses.of_stretch(item))
            )
            yield AdviceView(text="", source=NO_SOURCE, link=link)


def _several(value: Value) -> tuple[Item, ...]:
    if isinstance(value, tuple):
        return value
    return (value,) if value else ()
