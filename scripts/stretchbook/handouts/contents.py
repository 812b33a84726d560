"""Everything that one handout is made of: words as data, pictures as files."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from stretchbook import addresses
from stretchbook.graphics import fonts, qr
from stretchbook.handouts.typeset import FONT, Contents, typeset
from stretchbook.model.paper import BOTH, Edition, editions_in
from stretchbook.views.handout_view import HandoutView

DOCS = "docs"
QR_FILE = "qr.svg"
CODE, MODULE = 22, 0.5  # millimeters: a code at least, and one of its squares
# Typst does not read this shorthand in an SVG; the numbers in drawings would be tiny.
SHORTHAND = re.compile(rb"font:(\d+) (\d+px) [^;}\"]+")
LONGHAND = rb"font-weight:\1;font-size:\2;font-family:'%s'" % FONT.encode()

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """One edition of a handout, and where it stands; english: what stands beside it."""

    view: HandoutView
    edition: Edition
    address: str
    english: HandoutView | None


def files_of(
    views: Sequence[HandoutView],
    docs: Files,
    cache: Path,
    site_url: str = "",
    english: Sequence[HandoutView] = (),
) -> dict[str, bytes]:
    """Path relative to the project, and content, of every handout in one language.

    docs: the pictures of the site by their path, the clinic's logo among them.
    site_url: where the site will be, with a slash at the end; without it there is no QR code, since
    a code that leads nowhere is worse than none.
    english: all that there is in English, for editions that have it beside another language.
    """
    sheets = list(_sheets(views, english))

    def make(sheet: _Sheet) -> bytes:
        return _make(sheet, docs, cache, site_url)

    with ThreadPoolExecutor() as pool:  # Typst works outside Python's lock
        made = pool.map(make, sheets)
        return {DOCS + sheet.address: pdf for sheet, pdf in zip(sheets, made, strict=True)}


def _sheets(views: Sequence[HandoutView], english: Sequence[HandoutView]) -> Iterator[_Sheet]:
    """Exactly those that pages lead to."""
    beside = {view.routine.id: view for view in english}
    for view in views:
        editions = zip(editions_in(view.language), view.routine.handouts, strict=True)
        for edition, link in editions:
            other = beside[view.routine.id] if edition.print == BOTH else None
            yield _Sheet(view=view, edition=edition, address=link.address, english=other)


def _make(sheet: _Sheet, docs: Files, cache: Path, site_url: str) -> bytes:
    view, edition = sheet.view, sheet.edition
    files = _pictures(view, docs)
    languages = [one.language for one in (view, sheet.english) if one]
    address = site_url + view.routine.address.lstrip("/")
    told = {
        "view": asdict(view),
        "english": asdict(sheet.english) if sheet.english else None,
        "site_url": site_url,
        "in_words": site_url.partition("://")[2],
        "print": asdict(edition.print),
        "paper": asdict(edition.paper),
        "latin": FONT,
        "fonts": {one.code: fonts.families(one.name) for one in languages},
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
