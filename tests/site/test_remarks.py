"""What stands beside the steps reaches every surface: page, block, data, search and paper."""

import json
from pathlib import Path

import pytest

from stretchbook.checks.walk import remarks
from stretchbook.model import Exercise, Library
from tests.support.built import Page, words
from tests.support.content import real_library
from tests.support.pdf import Pdf, same
from tests.support.search_index import is_found_by, read_entries

pytestmark = pytest.mark.site

STRETCHES = pytest.mark.parametrize("name", real_library().exercises)


def told(library: Library, exercise: Exercise) -> list[str]:
    """Every remark, and the names of easier and harder stretches."""
    others = (library.exercises[other].name for other in (*exercise.easier, *exercise.harder))
    return [*(remark.text for _, remark in remarks(exercise)), *others]


@STRETCHES
def test_a_stretchs_page_says_all_and_where_it_comes_from(
    pages: dict[str, Page], library: Library, name: str
) -> None:
    exercise, page = library.exercises[name], pages[f"/stretches/{name}/"]
    assert len(told(library, exercise)) >= 4
    for text in told(library, exercise):
        assert text in page.text()
    origins = words(page.select("//h2[@id='numbers']/following-sibling::ul[1]")[0])
    for label in ("What it is good for", "Check yourself", "What often goes wrong"):
        assert f"{label}: " in origins
    links = page.article().xpath(".//dd/a/@href")
    assert links == [f"../{other}/" for other in (*exercise.easier, *exercise.harder)]


def test_the_blocks_of_a_routine_say_all(routine_pages: list[Page], library: Library) -> None:
    seen = 0
    for page in routine_pages:
        for block in page.select("//details"):
            said = words(block)
            for text in told(library, library.exercises[block.get("id", "")]):
                assert text in said
                seen += 1
    assert seen > 4 * len(library.exercises)


@STRETCHES
def test_plan_session_and_search_have_them(site: Path, library: Library, name: str) -> None:
    exercise = library.exercises[name]
    data = json.loads((site / f"data/stretches/{name}.json").read_text("utf-8"))
    lines = [line for remark in data["remarks"] for line in remark["lines"]]
    said = [line["text"] or line["link"]["label"] for line in lines]
    assert set(told(library, exercise)) <= set(said)
    assert len(said) == len(told(library, exercise)) + 2  # where one feels it, what it works on
    assert exercise.why is not None
    assert is_found_by(read_entries(site)[f"/stretches/{name}/"], exercise.why.text)


@pytest.mark.parametrize("edition", ["a4", "letter", "a4-large", "letter-large"])
def test_a_handout_leaves_nothing_out(site: Path, library: Library, edition: str) -> None:
    names = [step.exercise for part in library.routines["sciatica"].sections for step in part.steps]
    texts = [same(text) for name in names for text in told(library, library.exercises[name])]
    paper = Pdf((site / f"handouts/sciatica-{edition}.pdf").read_bytes()).text
    assert [text for text in texts if text not in paper] == []
