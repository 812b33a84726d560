"""The page of the diary and the reminders. overrides/diary.html holds what needs script."""

from stretchbook import addresses, markdown, session_words
from stretchbook.markdown import heading, join, paragraph, text
from stretchbook.pages import parts
from stretchbook.views.diary import DiaryView, RoutineRules

MOST_TIMES = 10  # a day: the most that any routine speaks of


def write_diary_page(view: DiaryView) -> bytes:
    """The Markdown of the page."""
    body = join(
        [
            heading(1, text(session_words.DIARY_TITLE)),
            parts.lead(session_words.DIARY_LEAD),
            paragraph(text(session_words.DIARY_NO_SCRIPT), "without-script"),
            heading(2, text(session_words.DIARY_SESSIONS), "sessions"),
            parts.program("diary"),
            heading(2, text(session_words.DIARY_RULES), "rules"),
            *(_rules(view.address, rules) for rules in view.rules),
            heading(2, text(session_words.REMINDERS_TITLE), "reminders"),
            text(session_words.REMINDERS_TEXT),
            parts.program("reminders"),
        ]
    )
    front_matter = {
        "title": session_words.DIARY_TITLE,
        "description": session_words.DIARY_DESCRIPTION,
        "template": "diary.html",
        "hide": ["toc"],
        "words": session_words.DIARY_PAGE,
        "times": [
            session_words.REMINDERS_TIME.format(number=number)
            for number in range(1, MOST_TIMES + 1)
        ],
        "days": list(view.days.items()),
        "routines": [
            (addresses.relative(view.address, link.address), link.label) for link in view.routines
        ],
    }
    return markdown.page(front_matter, body)


def _rules(page: str, rules: RoutineRules) -> str:
    """Stated as on the page of the routine itself."""
    title = heading(3, parts.inner_link(page, rules.routine))
    return join([title, parts.advice(page, rules.advice)])
