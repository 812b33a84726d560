"""The page of the diary and the reminders. overrides/diary.html holds what needs script."""

from collections.abc import Sequence

from stretchbook import addresses
from stretchbook.pages import markdown, page_parts
from stretchbook.pages.markdown import heading, join, paragraph, text
from stretchbook.views.common import Link
from stretchbook.views.filter_view import MOST_ROUTINES
from stretchbook.views.routine_view import RoutineView
from stretchbook.words import Words

MOST_TIMES = 10  # a day: the most that any routine speaks of


def write_diary_page(words: Words, routines: Sequence[RoutineView]) -> bytes:
    """The Markdown of the page; `routines` are what one can be reminded of, with their rules."""
    page, shown = words.at(addresses.DIARY), routines[:MOST_ROUTINES]
    body = join(
        [
            heading(1, text(words["diary_title"])),
            page_parts.lead(words["diary_lead"]),
            paragraph(text(words["diary_no_script"]), "without-script"),
            heading(2, text(words["diary_sessions"]), "sessions"),
            page_parts.program("diary"),
            heading(2, text(words["diary_rules"]), "rules"),
            *(_rules(page, routine) for routine in shown),
            "" if len(routines) <= MOST_ROUTINES else text(words["diary_more_routines"]),
            heading(2, text(words["reminders_title"]), addresses.REMINDERS),
            text(words["reminders_text"]),
            page_parts.program("reminders"),
        ]
    )
    times = range(1, MOST_TIMES + 1)
    front_matter = {
        "title": words["diary_title"],
        "description": words["diary_description"],
        "template": "diary.html",
        "hide": ["toc"],
        "words": words.group("diary_page"),
        "times": [words.fill("reminders_time", number=number) for number in times],
        "days": list(words.group("days").items()),
        "routines": [(addresses.relative(page, item.address), item.name) for item in shown],
    }
    return markdown.page(front_matter, body)


def _rules(page: str, routine: RoutineView) -> str:
    """How often, and what comes after, as on the page of the routine itself."""
    link = page_parts.inner_link(page, Link(label=routine.name, address=routine.address))
    advice = page_parts.advice(page, (*routine.how_often, *routine.afterwards))
    return join([heading(3, link), advice])
