"""A small library with everything hostile in it gives exactly the expected files.

When the change is meant: `make golden`, read the difference, commit it.
"""

import os
import shutil
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from stretchbook import published
from stretchbook.model import Figure, Library
from stretchbook.problems import report
from stretchbook.reading.load import load
from stretchbook.render import render
from stretchbook.reserved import reserved_ids
from tests.support.content import file_of
from tests.support.rendered import Element, front_matter, tree_of_page

HERE = Path(__file__).parent
EXPECTED = HERE / "expected"
HANDWRITTEN = ("about.md", "my-page.md")
BLESS = os.environ.get("STRETCHBOOK_BLESS") == "1"

pytestmark = pytest.mark.golden

DRAWING = Figure(
    id="head-turn",
    source="figures/head-turn.yml",
    still="head-turn.svg",
    small="head-turn-small.svg",
    moving="head-turn-moving.svg",
    width=900,
    height=600,
    description='A person turns the head. "Left" & right.',
    credit="",
)
PHOTO = replace(
    DRAWING,
    id="chin-tuck",
    still="chin-tuck.webp",
    small="chin-tuck-small.svg",
    moving="",
    credit="A. Person <x>, CC BY 4.0",
)


@cache
def library() -> Library:
    found, problems = load(HERE / "content")
    assert found is not None, report(problems)
    return replace(found, figures={figure.id: figure for figure in (DRAWING, PHOTO)})


@cache
def made() -> Mapping[str, bytes]:
    """All files but the schemas, which are compared with the model elsewhere."""
    files = dict(render(library(), HANDWRITTEN))
    files[published.FILE] = published.write(published.current(library(), HANDWRITTEN))
    return {name: data for name, data in files.items() if not name.startswith("content/schema/")}


def on_disk() -> dict[str, bytes]:
    files = (path for path in EXPECTED.rglob("*") if path.is_file())
    return {path.relative_to(EXPECTED).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module", autouse=True)
def _bless() -> None:
    if BLESS:
        shutil.rmtree(EXPECTED, ignore_errors=True)
        for name, data in made().items():
            (EXPECTED / name).parent.mkdir(parents=True, exist_ok=True)
            (EXPECTED / name).write_bytes(data)


def test_the_files_are_those_expected() -> None:
    hint = "if this is meant: make golden, then read git diff tests/golden/expected"
    assert sorted(on_disk()) == sorted(made()), hint


@pytest.mark.parametrize("name", sorted({*on_disk(), *made()}))
def test_a_file_is_byte_for_byte_as_expected(name: str) -> None:
    hint = "if this is meant: make golden, then read git diff tests/golden/expected"
    expected = on_disk().get(name, b"").decode()
    assert made().get(name, b"").decode() == expected, hint


PAGES = sorted(name for name in made() if name.endswith(".md"))
OURS = {
    *("h1", "h2", "h3", "h4", "p", "a", "ul", "ol", "li", "dl", "dt", "dd", "div", "section"),
    *("details", "summary", "strong", "em", "img"),
}


@pytest.mark.parametrize("name", PAGES)
def test_no_element_and_no_attribute_comes_from_the_content(name: str) -> None:
    found = tree_of_page(made()[name]).walk()
    assert found
    for element in found:
        assert element.tag in OURS
        assert not [key for key in element.attributes if key.startswith("on") or key == "style"]
        for address in (element.attributes.get("href"), element.attributes.get("src")):
            assert not (address or "").startswith(("javascript:", "data:", "//"))


def test_every_element_that_pages_may_have_is_in_one_of_them() -> None:
    assert {found.tag for name in PAGES for found in tree_of_page(made()[name]).walk()} == OURS


@pytest.mark.parametrize("name", PAGES)
def test_no_two_places_of_a_page_share_an_id(name: str) -> None:
    found = [e.attributes["id"] for e in tree_of_page(made()[name]).walk() if "id" in e.attributes]
    assert sorted(set(found), key=str) == sorted(found, key=str)


@pytest.mark.parametrize(("name", "kind"), [("neck", 0), ("stretches/chin-tuck", 1)])
def test_the_checks_know_every_id_that_a_page_sets_itself(name: str, kind: int) -> None:
    """Read as a browser reads it, headings without an id of ours aside: those get a free one."""
    taken = reserved_ids.of_pages(reserved_ids.SPECIMEN.read_bytes())[kind]
    page = made()[file_of(f"/{name}/")]
    written = {e.attributes["id"] for e in tree_of_page(page).walk() if "id" in e.attributes}
    of_the_page = written & reserved_ids.in_markdown(page.decode())
    of_the_content = {"main", "later", "old-turn", "old-test", "wall-test", *library().exercises}
    titles = {f"{name}-name" for name in of_the_content}
    assert of_the_page - of_the_content - titles == taken
    nameless = [e for e in tree_of_page(page).walk() if e.tag.startswith("h")]
    by_renderer = {e.attributes.get("id") for e in nameless if len(e.tag) == 2}
    assert written - of_the_page <= by_renderer


def page(name: str) -> Element:
    return tree_of_page(made()[file_of(f"/{name}/")])


def test_hostile_steps_are_shown_as_they_were_written() -> None:
    steps = list(library().exercises["head-turn"].steps)
    assert "<script>" in " ".join(steps)
    assert [item.text for item in page("stretches/head-turn").find("ol")[0].find("li")] == steps
    (block,) = (e for e in page("neck").find("details") if e.attributes["id"] == "head-turn")
    assert [item.text for item in block.find("ol")[0].find("li")] == steps


WITHOUT_STRUCTURED_DATA = {
    file_of(f"/{name}/") for name in ("clinicians/links", "diary", "plan", "old-neck", "stretches")
}


@pytest.mark.parametrize("name", PAGES)
def test_structured_data_holds_the_name_as_written(name: str) -> None:
    said = front_matter(made()[name])
    if name in WITHOUT_STRUCTURED_DATA:
        assert "structured" not in said
    else:
        assert said["structured"]["@context"] == "https://schema.org"
        assert said["structured"]["name"] == said["title"]


def test_a_review_is_in_the_structured_data_only_where_there_was_one() -> None:
    reviewed = front_matter(made()[file_of("/stretches/chin-tuck/")])["structured"]
    not_reviewed = front_matter(made()[file_of("/stretches/head-turn/")])["structured"]
    assert reviewed["lastReviewed"] == "2026-11-23"
    assert "lastReviewed" not in not_reviewed


def test_a_dose_of_the_routine_is_shown_there_and_nowhere_else() -> None:
    own = "12 times: hold for 2 seconds, let go for 3 seconds"
    assert own in page("neck").text
    for name in ("short-break", "stretches/shoulder-shrug", "stretches"):
        assert own not in page(name).text
    assert "2 times 30 seconds" in page("short-break").text


def test_an_old_page_and_an_old_place_lead_on() -> None:
    old = made()[file_of("/old-neck/")]
    assert front_matter(old)["moved_to"] == "../neck/"
    links = [link.attributes["href"] for link in page("old-neck").find("a")]
    assert links == ["../neck/index.md"], "as Markdown has it, so that the renderer checks it"
    mark = page("neck").by_id("old-turn")
    assert mark.attributes["data-moved-to"] == "#head-turn"
    assert [link.attributes["href"] for link in mark.find("a")] == ["#head-turn"]
    mark = page("stretches/chin-tuck").by_id("old-test")
    assert mark.attributes["data-moved-to"] == "./"
