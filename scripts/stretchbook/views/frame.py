"""What stands around every page: names, menu, disclaimer, the way to report a mistake."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from stretchbook import addresses, plan_words, session_words, words
from stretchbook.model import Library
from stretchbook.views.common import Fact, Link, MenuEntry, routine_link
from stretchbook.views.plan import ReadyPlan, view_ready_plans


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value of a setting; the default is what holds while nothing is stored."""

    value: str
    label: str
    default: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Something the reader can choose about the display."""

    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameView:
    """The frame around every page."""

    name: str
    description: str
    language: str
    menu: tuple[MenuEntry, ...]
    disclaimer_title: str
    disclaimer_lines: tuple[str, ...]
    emergency: str
    report_title: str
    report: str
    report_url: str
    licence: str
    clinic: tuple[Fact, ...]
    not_found_title: str
    not_found_text: str
    not_found_links: tuple[Link, ...]
    labels: Mapping[str, str]
    buttons: Mapping[str, str]
    settings: tuple[Setting, ...]
    publisher: str
    logo: str
    print_labels: Mapping[str, str]
    print_choices: tuple[Setting, ...]
    print_days: tuple[str, ...]
    offline_title: str
    offline_text: str
    ready_plans_title: str
    ready_plans_intro: str
    ready_plans: tuple[ReadyPlan, ...]


def view_frame(library: Library, handwritten: Sequence[str]) -> FrameView:
    """The frame; `handwritten` are Markdown files of docs/ that are not made from content."""
    site, routines = library.site, library.routines_in_order()
    stretches = Link(label=words.ALL_STRETCHES, address=addresses.STRETCHES)
    service = library.emergency[site.emergency]
    return FrameView(
        name=site.name,
        description=site.description,
        language=site.language,
        menu=tuple(_menu(library, handwritten)),
        disclaimer_title=site.disclaimer.title,
        disclaimer_lines=site.disclaimer.lines,
        emergency=words.FOOTER_EMERGENCY.format(instruction=service.instruction),
        report_title=words.FOOTER_REPORT,
        report=site.report_mistakes,
        report_url=site.report_url or "",
        licence=words.FOOTER_LICENCE,
        clinic=_clinic(library),
        not_found_title=words.NOT_FOUND_TITLE,
        not_found_text=words.NOT_FOUND_TEXT,
        not_found_links=tuple(map(_from_root, (*map(routine_link, routines), stretches))),
        labels=words.FRAME,
        buttons={
            **words.BUTTONS,
            "start_session": session_words.START_SESSION,
            "start_failed": session_words.START_FAILED,
        },
        settings=tuple(_settings(words.SETTINGS)),
        publisher=site.clinic.name if site.clinic else site.name,
        logo=_logo(library),
        print_labels=words.PRINT_LABELS,
        print_choices=tuple(_settings(words.PRINT_CHOICES)),
        print_days=words.PRINT_DAYS,
        offline_title=words.OFFLINE_TITLE,
        offline_text=words.OFFLINE_TEXT,
        ready_plans_title=plan_words.READY_TITLE,
        ready_plans_intro=plan_words.READY_INTRO,
        ready_plans=view_ready_plans(library),
    )


def _settings(catalogue: Mapping[str, tuple[str, Mapping[str, str]]]) -> Iterator[Setting]:
    for name, (label, values) in catalogue.items():
        choices = (
            Choice(value=value, label=text, default=number == 0)
            for number, (value, text) in enumerate(values.items())
        )
        yield Setting(name=name, label=label, choices=tuple(choices))


def _from_root(link: Link) -> Link:
    """The template puts the site's own path in front, so the address has no slash there."""
    return Link(label=link.label, address=link.address.lstrip("/"))


def _menu(library: Library, handwritten: Sequence[str]) -> Iterable[MenuEntry]:
    """Only pages that stay few: with every stretch in it the build would grow quadratically."""
    yield MenuEntry(title=words.MENU_HOME, file="index.md")
    for routine in library.routines_in_order():
        file = addresses.markdown_file(addresses.of_routine(routine.id))
        yield MenuEntry(title=routine.name, file=file)
    yield MenuEntry(title=words.ALL_STRETCHES, file=addresses.markdown_file(addresses.STRETCHES))
    yield MenuEntry(title=plan_words.PAGE_TITLE, file=addresses.markdown_file(addresses.PLAN))
    diary = addresses.markdown_file(addresses.DIARY)
    yield MenuEntry(title=session_words.DIARY_MENU, file=diary)
    for file, title in words.HANDWRITTEN_TITLES.items():
        if file in handwritten and file not in words.LINKED_ONLY:
            yield MenuEntry(title=title, file=file)
    for file in handwritten:
        if "/" not in file and file not in words.HANDWRITTEN_TITLES:
            yield MenuEntry(title="", file=file)


def _logo(library: Library) -> str:
    """The address of the clinic's logo; the template puts the site's own path in front."""
    clinic = library.site.clinic
    return addresses.of_logo(clinic.logo).lstrip("/") if clinic and clinic.logo else ""


def _clinic(library: Library) -> tuple[Fact, ...]:
    clinic = library.site.clinic
    if clinic is None:
        return ()
    parts = {"name": clinic.name, "phone": clinic.phone, "address": clinic.address}
    parts["url"] = clinic.url
    return tuple(Fact(label=label, value=value) for label, value in parts.items() if value)
