"""A generated page is Markdown that a clinician can read, and find a change in, in any editor."""

import re
from pathlib import Path

import pytest

from stretchbook import addresses
from stretchbook.model import Library
from tests.support.built import Page, squeeze, words
from tests.support.content import ROOT, file_of, real_library, steps_of

pytestmark = pytest.mark.site

TAG = re.compile(r"</?[a-zA-Z][^>]*>|<!--.*?-->")
LIBRARY = real_library()
PAGES = (
    *(addresses.of_routine(name) for name in LIBRARY.routines),
    *(addresses.of_stretch(name) for name in LIBRARY.exercises),
)
LONGEST_LINE = 300
SOURCE = re.compile(r"\]\(https?://|\*\{ \.source \}")
OTHER_MARKUP = re.compile(
    r"\]\((?!http)|<|\||^[#/!]"
)  # links within the site, tags, titles, blocks


def parts_of(page: str, site: Path) -> tuple[str, str]:
    """The front matter and the text below it; `site` says that the pages have been made."""
    assert site
    _, head, body = (ROOT / file_of(page)).read_text("utf-8").split("---\n", 2)
    return head, body


def share_of_lines(text: str) -> float:
    lines = [line for line in text.splitlines() if line.strip()]
    return sum(not TAG.search(line) for line in lines) / len(lines)


def share_of_bytes(text: str) -> float:
    whole = len(text.encode())
    return 1 - sum(len(tag.encode()) for tag in TAG.findall(text)) / whole


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_nearly_free_of_html(site: Path, page: str) -> None:
    head, body = parts_of(page, site)
    for text in (body, head + body):
        assert share_of_lines(text) >= 0.9
        assert share_of_bytes(text) >= 0.8
    assert len(TAG.findall(body)) <= 2, "the link to a file that is made after the pages"


def test_the_measure_sees_html() -> None:
    html = '<p class="x">One</p>\n\n<!-- two -->\nthree'
    assert share_of_lines(html) == pytest.approx(1 / 3)
    assert share_of_bytes(html) < 0.5


@pytest.mark.parametrize("page", PAGES)
def test_a_long_line_is_one_long_text_with_at_most_its_source(site: Path, page: str) -> None:
    head, body = parts_of(page, site)
    assert [line for line in head.splitlines() if len(line) > LONGEST_LINE] == []
    long = [line for line in body.splitlines() if len(line) > LONGEST_LINE]
    assert [line for line in long if OTHER_MARKUP.search(line)] == []
    assert [line for line in long if len(SOURCE.findall(line)) > 1] == []


def plain(markdown: str) -> str:
    """What is left to read of Markdown: without what only says how it looks."""
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", markdown)
    text = re.sub(r"\{ [^{}]*\}", "", text)
    text = re.sub(
        r"(?m)^\s*///( \w+)?( \|)?( #+)?|^    [a-z]+: .*$|^#+ |^:   |^\s*- |^\d+\. ", "", text
    )
    return squeeze(TAG.sub("", text).replace("*", ""))


def test_the_sciatica_page_says_in_an_editor_what_it_says_in_a_browser(
    site: Path, pages: dict[str, Page], library: Library
) -> None:
    _, body = parts_of("/sciatica/", site)
    shown = plain(body)
    article = pages["/sciatica/"].article()
    seen = 0
    for element in article.iter("p", "li", "h1", "h2", "h3", "h4", "dt", "dd"):
        if element.xpath(".//p | .//li"):
            continue
        said = re.sub(r" \d+ KB$", "", words(element))
        assert squeeze(said) in shown or not said, said
        seen += 1
    assert seen > 150
    assert body.index("## Stop and get help first") < body.index("/// details")
    for exercise in (library.exercises[e.get("id", "")] for e in article.iter("details")):
        for number, step in enumerate(steps_of(exercise), 1):
            assert f"\n{number}. {step}\n" in body, "a step is one line, as it was written"
        for caution in exercise.cautions:
            assert f"\n- {caution.text}" in body


def test_a_changed_warning_is_a_changed_line(site: Path, library: Library) -> None:
    _, body = parts_of("/sciatica/", site)
    signs = library.urgent_signs[library.routines["sciatica"].urgent_signs]
    listed = (*signs.emergency, *signs.see_doctor_first, *signs.see_someone)
    assert len(listed) > 10
    assert [sign for sign in listed if body.splitlines().count(f"- {sign}") != 1] == []
