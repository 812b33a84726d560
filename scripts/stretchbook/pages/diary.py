"""The page of the diary and the reminders. docs/js/diary fills it with what the device keeps."""

from collections.abc import Iterable

from markupsafe import Markup

from stretchbook import markdown, session_words
from stretchbook.html import SPACE, Child, element, spaced, void_element
from stretchbook.markdown import heading, join, text
from stretchbook.pages import parts
from stretchbook.views.diary import DiaryView, RoutineRules

MOST_TIMES = 10  # a day: the most that any routine speaks of


def write_diary_page(view: DiaryView) -> bytes:
    """The Markdown of the page."""
    body = join(
        [
            heading(1, text(session_words.DIARY_TITLE)),
            element("p", session_words.DIARY_LEAD, class_="lead"),
            element("p", session_words.DIARY_NO_SCRIPT, class_="without-script"),
            heading(2, text(session_words.DIARY_SESSIONS), "sessions"),
            _sessions(),
            heading(2, text(session_words.DIARY_RULES), "rules"),
            *(_rules(view.address, rules) for rules in view.rules),
            heading(2, text(session_words.REMINDERS_TITLE), "reminders"),
            text(session_words.REMINDERS_TEXT),
            _reminders(view),
        ]
    )
    front_matter = {
        "title": session_words.DIARY_TITLE,
        "description": session_words.DIARY_DESCRIPTION,
    }
    return markdown.page(front_matter, body)


def _rules(page: str, rules: RoutineRules) -> str:
    """Stated as on the page of the routine itself."""
    title = element("h3", parts.inner_link(page, rules.routine))
    return join([title, parts.advice(page, rules.advice)])


def _sessions() -> Markup:
    """Empty until the script is there; every part of it works on the device alone."""
    hurt = element(
        "div",
        element("h3", session_words.DIARY_HURT),
        element("p", session_words.DIARY_HURT_TEXT),
        element("ul", data_diary_hurt=True),
        hidden=True,
    )
    return element(
        "div",
        element("p", role="status", data_diary_status=True),
        element("div", data_diary_month=True),
        element("div", data_diary_list=True),
        hurt,
        element("div", element("h3", session_words.DIARY_TAKE), _tools(), class_="diary-take"),
        class_="diary with-script",
        data_diary=True,
        hidden=True,
    )


def _tools() -> Markup:
    labels = {
        "print": session_words.DIARY_PRINT,
        "csv": session_words.DIARY_CSV,
        "json": session_words.DIARY_JSON,
        "import": session_words.DIARY_IMPORT,
        "erase": session_words.DIARY_ERASE,
    }
    buttons = [
        element("button", label, type="button", data_diary_do=name)
        for name, label in labels.items()
    ]
    file = void_element(
        "input",
        type="file",
        accept="application/json,.json",
        aria_label=session_words.DIARY_IMPORT,
        data_diary_file=True,
        hidden=True,
    )
    return element("p", spaced(*buttons), file, class_="diary-tools")


def _reminders(view: DiaryView) -> Markup:
    options = [
        element("option", link.label, value=parts.href(view.address, link.address))
        for link in view.routines
    ]
    count = [element("option", str(number), value=number) for number in range(1, MOST_TIMES + 1)]
    return element(
        "form",
        _labelled(session_words.REMINDERS_ROUTINE, element("select", options, name="routine")),
        _group(session_words.REMINDERS_DAYS, map(_day, *zip(*view.days.items(), strict=True))),
        _labelled(session_words.REMINDERS_COUNT, element("select", count, name="count")),
        _group(session_words.REMINDERS_TIMES, map(_time, range(1, MOST_TIMES + 1))),
        element("p", element("button", session_words.REMINDERS_MAKE, type="submit")),
        element("p", role="status", data_reminders_status=True),
        class_="reminders with-script",
        data_reminders=True,
        hidden=True,
    )


def _labelled(label: str, field: Markup) -> Markup:
    return element("label", element("span", label), SPACE, field, class_="field")


def _group(label: str, fields: Iterable[Child]) -> Markup:
    return element("fieldset", element("legend", label), spaced(*fields))


def _day(value: str, name: str) -> Markup:
    box = void_element("input", type="checkbox", name="day", value=value, checked=True)
    return element("label", box, SPACE, name)


def _time(number: int) -> Markup:
    label = session_words.REMINDERS_TIME.format(number=number)
    field = void_element("input", type="time", name="time", aria_label=label)
    return element("label", field) if number == 1 else element("label", field, hidden=True)
