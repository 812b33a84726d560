"""Everything that one handout is made of: words as data, pictures as files."""

import json
import re
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from stretchbook import addresses
from stretchbook.graphics import fonts, qr
from stretchbook.handouts.typeset import FONT, Contents, typeset
from stretchbook.model import Library, Plan, Routine
from stretchbook.model.paper import EDITIONS, Edition
from stretchbook.views.handout_view import HandoutView, view_handout
from stretchbook.words import Words, our_words

DOCS = "docs"
QR_FILE = "qr.svg"
CODE, MODULE = 22, 0.5  # millimeters: a code at least, and one of its squares
# Typst does not read this shorthand in an SVG; the numbers in drawings would be tiny.
SHORTHAND = re.compile(rb"font:(\d+) (\d+px) [^;}\"]+")
LONGHAND = rb"font-weight:\1;font-size:\2;font-family:'%s'" % FONT.encode()

Files = Mapping[str, bytes]


def files_of(
    library: Library, docs: Files, cache: Path, site_url: str = "", words: Words | None = None
) -> dict[str, bytes]:
    """Path relative to the project, and content, of every handout.

    docs: the pictures of the site by their path, the clinic's logo among them.
    site_url: where the site will be, with a slash at the end; without it there is no QR code, since
    a code that leads nowhere is worse than none.
    words: those of the library's language; where none are given, ours.
    """
    words = words or our_words()
    shown: tuple[Routine | Plan, ...] = (*library.routines_in_order(), *library.plans.values())
    views = [view_handout(words, library, one) for one in shown]
    handouts = [(view, edition) for view in views for edition in EDITIONS]

    def make(handout: tuple[HandoutView, Edition]) -> bytes:
        view, edition = handout
        return _make(view, edition, docs, cache, site_url)

    with ThreadPoolExecutor() as pool:  # Typst works outside Python's lock
        return {
            DOCS + words.at(addresses.of_handout(view.routine.id, edition.id)): made
            for (view, edition), made in zip(handouts, pool.map(make, handouts), strict=True)
        }


def _make(view: HandoutView, edition: Edition, docs: Files, cache: Path, site_url: str) -> bytes:
    files = _pictures(view, docs)
    address = site_url + view.routine.address.lstrip("/")
    told = {
        "view": asdict(view),
        "site_url": site_url,
        "in_words": site_url.partition("://")[2],
        "path": view.way.lstrip("/"),
        "print": asdict(edition.print),
        "paper": asdict(edition.paper),
        "font": [font.family for font in fonts.installed()],
        "qr": _code(address) if site_url else None,
    }
    if site_url:
        files[QR_FILE] = qr.svg(address).encode()
    if view.logo:
        files[view.logo] = docs[f"{DOCS}{addresses.of_logo(view.logo)}"]
    files["data.json"] = json.dumps(told, default=_plain, sort_keys=True).encode()
    template = edition.print.template
    return typeset(Contents(files=files, day=view.document.day, template=template), cache)


def _code(address: str) -> dict[str, object]:
    """The code's file and its width in millimeters."""
    return {"file": QR_FILE, "width": max(CODE, qr.modules(address) * MODULE)}


def _pictures(view: HandoutView, docs: Files) -> dict[str, bytes]:
    """Every picture as Typst can read it, by its address."""
    steps = (step for section in view.routine.sections for step in section.steps)
    shown = (step.stretch.picture for step in steps)
    files = (address for one in shown for address in (one.still, one.small) if address)
    return {one.lstrip("/"): SHORTHAND.sub(LONGHAND, docs[DOCS + one]) for one in files}


def _plain(value: Any) -> Any:  # noqa: ANN401 - what JSON has no word for
    if isinstance(value, date):
        return {"year": value.year, "month": value.month, "day": value.day}
    raise TypeError(value)
