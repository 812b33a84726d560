"""mkdocs.generated.yml: what mkdocs.yml inherits from the content.

The templates read it as `config.extra.frame`. They only place these texts, escaped.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml

from stretchbook import addresses
from stretchbook.model import ENGLISH
from stretchbook.rendering import policy
from stretchbook.views.alternate_view import Alternates
from stretchbook.views.frame_view import FrameView, MenuEntry
from stretchbook.words import Words

FILE = "mkdocs.generated.yml"
HEADER = "# Made by the generator from content/. mkdocs.yml inherits it. Do not edit.\n"


SENTENCES = (
    "report_title=footer_report licence=footer_licence not_found_title not_found_text"
    " offline_title offline_text ready_plans_title ready_plans_intro ready_plans_paper"
)
LABELS = (
    "languages menu close_menu display close_display=close privacy search search_hint"
    " close_search=close all_stretches routines found found_none search_failed"
)
BUTTONS = (  # what the scripts of docs/js write on the buttons that they make
    "open_all close_all all_open all_closed copy_link link_copied copy_failed show_movement"
    " stop_movement print start_session continue_session start_failed step_title forget forgotten"
    " forget_failed link_missing scan add_to_plan add_name_to_plan plan_holds open_plan"
)
PRINT = "title=print print_sheet.* close scan reminder"
LANGUAGES = "templates/partials/languages"  # of the theme
SETTINGS = ("scheme", "text-size")
PRINT_CHOICES = ("print-as", "print-single", "print-diary", "print-blanks")


def write_config(
    words: Sequence[Words], views: Sequence[FrameView], by_hand: Mapping[str, Alternates]
) -> bytes:
    """The configuration; the first words and the first view are in the language of the content.

    by_hand: languages of the pages that people write, whose front matter is their own.
    """
    (source, frame), *others = zip(words, views, strict=True)
    site = frame.site
    values: dict[str, Any] = {
        "site_name": site.name,
        "site_description": site.description,
        "theme": {"language": site.language},
        "nav": [*_entries(frame.menu), {source["menu_apart"]: _entries(frame.apart)}],
        "extra": {
            "frame": _frame(frame) | _said(source),
            "languages": [_language(said) for said in words] if others else [],
            "by_hand": {page.lstrip("/"): found for page, found in by_hand.items()},
            "frames": {
                said.language.code: _frame(view) | _said(said) | {"menu": _menu(said, view)}
                for said, view in others
            },
            "policy": policy.IN_PAGE,
        },
    }
    return _dump(values)


def _language(words: Words) -> dict[str, str]:
    """For the list of languages, in its own letters."""
    language = words.language
    return {
        "code": language.code,
        "name": language.name,
        "direction": language.direction,
        "home": language.home.lstrip("/"),
        "untranslated": words.at(addresses.UNTRANSLATED).lstrip("/") if language != ENGLISH else "",
    }


def _menu(words: Words, view: FrameView) -> list[dict[str, Any]]:
    """The menu of a language that MkDocs does not know; pages apart stand below their heading."""
    apart = {"title": words["menu_apart"], "children": _links(words, view.apart)}
    return [*_links(words, view.menu), apart]


def _links(words: Words, menu: Sequence[MenuEntry]) -> list[dict[str, str]]:
    """Each with its address, and its language where it is there in English only."""
    home = words.language.home
    found = [(title, addresses.address_of_file(file)) for title, file in menu if title]
    return [
        {
            "title": title,
            "url": address.lstrip("/"),
            "language": "" if address.startswith(home) else "en",
        }
        for title, address in found
    ]


def _entries(menu: Sequence[MenuEntry]) -> list[Any]:
    return [{title: file} if title else file for title, file in menu]


def _frame(view: FrameView) -> dict[str, Any]:
    """What the content says. The templates put the site's own path before an address."""
    site, links = view.site, view.elsewhere
    return {
        "name": site.name,
        "description": site.description,
        "disclaimer_title": site.disclaimer.title,
        "disclaimer_lines": list(site.disclaimer.lines),
        "emergency": view.emergency,
        "report": site.report_mistakes,
        "report_url": site.report_url or "",
        "publisher": view.publisher,
        "clinic": [asdict(line) for line in view.clinic],
        "logo": view.logo.lstrip("/"),
        "not_found_links": [{"label": x.label, "address": x.address.lstrip("/")} for x in links],
        "ready_plans": [asdict(plan) for plan in view.ready_plans],
    }


def _said(words: Words) -> dict[str, Any]:
    """What the templates say by themselves."""
    language = words.language
    before, _, rest = words["page_of"].partition("{n}")
    page = {"page_before": before, "page_between": rest.partition("{m}")[0]}
    return {
        "language": language.code,
        "language_name": language.name,
        "direction": language.direction,
        "theme_language": _of_theme(language.code),
        "home": language.home.lstrip("/"),
        "picture": addresses.of_link_picture(language.home).lstrip("/"),
        **words.pick(SENTENCES),
        "labels": words.pick(LABELS),
        "buttons": words.pick(BUTTONS),
        "settings": [_setting(words, name) for name in SETTINGS],
        "print_labels": {**words.pick(PRINT), **page},  # a style sheet counts, between two texts
        "print_choices": [_setting(words, name) for name in PRINT_CHOICES],
        "print_days": list(words.group("print_days").values()),
    }


def _of_theme(code: str) -> str:
    """Which of the theme's languages it is; English where the theme does not know it."""
    spec = find_spec("material")
    folder = Path(spec.origin or "").parent / LANGUAGES if spec else Path()
    language, _, place = code.partition("-")
    names = (f"{language}-{place.upper()}", language)
    known = (name for name in names if (folder / f"{name}.html").exists())
    return next(known, "en")


def _setting(words: Words, name: str) -> dict[str, Any]:
    """Something that a reader can choose; the first value holds while nothing is stored."""
    said = words.group(f"choices.{name}")
    title, *values = said
    choices = [{"value": v, "label": said[v], "default": v == values[0]} for v in values]
    return {"name": name, "label": said[title], "choices": choices}


def _dump(values: dict[str, Any]) -> bytes:
    text = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=100)
    return (HEADER + text).encode()
