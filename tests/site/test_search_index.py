"""What the search can find: every stretch by any word that people have for it."""

from pathlib import Path
from typing import Any

import pytest

from stretchbook.model import Library
from tests.support.built import Page
from tests.support.search_index import is_found_by, read_entries

pytestmark = [pytest.mark.site, pytest.mark.any_content]


@pytest.fixture(scope="module")
def entries(site: Path) -> dict[str, dict[str, Any]]:
    """Each entry by the address it leads to."""
    return read_entries(site)


def test_every_stretch_is_found_by_each_of_its_names_and_things(
    entries: dict[str, dict[str, Any]], library: Library
) -> None:
    lost = []
    for exercise in library.exercises.values():
        areas = [library.vocabulary.areas[name] for name in exercise.areas]
        things = [library.vocabulary.equipment[name] for name in exercise.equipment]
        known = [exercise.name, *exercise.other_names, exercise.works_on]
        for term in (*areas, *things):
            known += [term.name, *term.also]
        entry = entries[f"/stretches/{exercise.id}/"]
        lost += [f"{exercise.id}: {name}" for name in known if not is_found_by(entry, name)]
    assert lost == []


def test_every_entry_leads_to_its_page_and_every_page_has_one(
    entries: dict[str, dict[str, Any]], pages: dict[str, Page], library: Library
) -> None:
    for address in entries:
        page, _, anchor = address.partition("#")
        assert not anchor or anchor in pages[page].ids
        assert page in pages
    needed = {f"/stretches/{name}/" for name in library.exercises}
    needed |= {f"/{name}/" for name in library.routines} | {"/about/", "/clinicians/", "/authors/"}
    assert needed <= entries.keys()
    for kind, named in (("/stretches/", library.exercises), ("/", library.routines)):
        for name, item in named.items():
            assert entries[f"{kind}{name}/"]["name"] == item.name


def test_texts_are_plain_text(entries: dict[str, dict[str, Any]]) -> None:
    """The search puts them into the page as text, so an escaped mark would be shown escaped."""
    for entry in entries.values():
        for text in (entry["name"], entry["summary"]):
            assert not any(mark in text for mark in ("&#", "&amp;", "&lt;", "<", "{{", "\\")), text
