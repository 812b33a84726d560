"""The Markdown outlives its renderer: Zensical, the successor of MkDocs, makes the same pages.

It reads mkdocs.yml, its inherited part, the docs folder and our templates as they are. What differs
by nature: it renders no `static_templates` (offline.html, robots.txt) and has a sitemap.xml of its
own, writes a relative link of the frame another way (`./..` for `..`), puts an empty mark for its
own link to the text in front of it, calls the list of contents by another name, and sorts the keys
of front matter.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from stretchbook.model import Library
from stretchbook.pages import markdown
from tests.support.built import (
    NOT_FOUND,
    OFFLINE,
    SINGLE_FILES,
    Page,
    pages_of,
    target_of,
    words,
    wrong_links,
    wrong_resources,
)
from tests.support.hostile import PLACES, TEXTS, expected
from tests.support.project import run
from tests.support.renderers import build_by_zensical, rendered_project

pytestmark = pytest.mark.site

MARK_OF_ZENSICAL = "__skip"
NAMED = "//meta[@name or @property]"
# Of a file: the single ones hold one style sheet more or less
SIZE = re.compile(r" \d+ (?:KB|كيلوبايت)\b")


@pytest.fixture(scope="module")
def zensical_site(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same docs folder, built by Zensical. `site` comes first: it generates the pages."""
    assert site
    return build_by_zensical(rendered_project(tmp_path_factory.mktemp("zensical")))


@pytest.fixture(scope="module")
def both(site: Path, zensical_site: Path) -> list[tuple[Page, Page]]:
    """Each page as MkDocs and as Zensical made it."""
    ours, theirs = pages_of(site), pages_of(zensical_site)
    assert set(ours) - {OFFLINE} == set(theirs)
    return [(ours[address], page) for address, page in theirs.items()]


def structure(element: HtmlElement, address: str = "/") -> list[tuple[str, dict[str, str]]]:
    """Every element in order, with all its attributes; links by where they lead."""
    found = []
    for one in element.iter():
        if isinstance(one.tag, str):  # comments have another kind of tag
            values = dict(one.attrib)
            if "href" in values:
                target = target_of(address, values["href"])
                values["href"] = f"{target.host}{target.path}#{target.fragment}"
            found.append((one.tag, values))
    return [(tag, values) for tag, values in found if values.get("id") != MARK_OF_ZENSICAL]


def text_without_sizes(page: Page) -> str:
    return SIZE.sub("", page.text())


def test_zensical_makes_the_same_articles(both: list[tuple[Page, Page]]) -> None:
    for ours, theirs in both:
        here, there = (structure(page.article(), page.address) for page in (ours, theirs))
        assert here == there, ours.address
        assert text_without_sizes(ours) == text_without_sizes(theirs), ours.address
    assert len(both) > 30


def test_only_sizes_of_files_are_left_out_of_the_comparison(both: list[tuple[Page, Page]]) -> None:
    counts = {ours.address: len(SIZE.findall(ours.text())) for ours, _ in both}
    in_english = {"/sciatica/", "/low-back-pain/", "/daily-warm-up/"}
    others = {f"/es{address}" for address in in_english} | {"/ar/sciatica/"}
    assert {address for address, count in counts.items() if count} == in_english | others


def test_zensical_makes_the_same_frame(both: list[tuple[Page, Page]]) -> None:
    for ours, theirs in both:
        for part in ("//aside", "//header", "//footer", "//head/title", "//form"):
            here, there = (page.select(part) for page in (ours, theirs))
            assert [words(e) for e in here] == [words(e) for e in there], f"{ours.address}: {part}"
        menus = [resolved(page.select("//nav//a"), page.address) for page in (ours, theirs)]
        assert menus[0] == menus[1]
        assert menus[0] or ours.address.startswith(SINGLE_FILES)
        assert [name for name in theirs.ids if name != MARK_OF_ZENSICAL] == ours.ids


def resolved(links: list[HtmlElement], address: str) -> list[tuple[str, str]]:
    return [(target_of(address, link.get("href", "")).path, words(link)) for link in links]


def test_what_other_machines_read_is_the_same(both: list[tuple[Page, Page]]) -> None:
    seen = 0
    for ours, theirs in both:
        metas = [metas_of(page) for page in (ours, theirs)]
        if ours.address != NOT_FOUND:  # for Zensical that is a page, which could be shared
            assert metas[0] == metas[1], ours.address
        data = [
            [json.loads(e.text or "") for e in page.select("//script[contains(@type, 'json')]")]
            for page in (ours, theirs)
        ]
        assert data[0] == data[1], ours.address
        seen += len(data[0])
    assert seen > len(both)


def metas_of(page: Page) -> dict[str, str]:
    found = {
        e.get("name") or e.get("property") or "": e.get("content") or "" for e in page.select(NAMED)
    }
    if worker := found.get("offline-worker"):
        found["offline-worker"] = target_of(page.address, worker).path
    return found


def test_no_page_shows_a_fence_or_a_mark_for_a_program(both: list[tuple[Page, Page]]) -> None:
    for page in (page for pair in both for page in pair):
        assert "<!-- program" not in page.source, page.address
        if not page.is_hand_written:  # there a fence may be told about
            assert "///" not in page.text(), page.address
            assert not re.search(r"\{ [#.]|data-\w+=", page.text()), page.address


def test_the_pages_that_are_programs_work_in_both(
    both: list[tuple[Page, Page]], library: Library
) -> None:
    pages = {ours.address: (ours, theirs) for ours, theirs in both}
    for page in pages["/stretches/"]:
        (form,) = page.article().find_class("filters")
        assert [e.get("name") for e in form.iter("select")] == [
            *("area", "position", "equipment", "routine", "without")
        ]
        labels = [option.text for option in form.xpath(".//select[@name='routine']/option")]
        assert labels[1:] == [routine.name for routine in library.routines_in_order()]
    for page in pages["/diary/"]:
        days = page.select("//form[@data-reminders]//input[@name='day']/@value")
        assert [str(day) for day in days] == ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
        assert len(page.select("//*[@data-diary]")) == 1
    for page in pages["/plan/"]:
        (top,) = page.select("//*[@data-plan-top]")
        (body,) = page.select("//*[@data-plan-body]")
        (urgent,) = page.article().find_class("urgent")
        order = list(page.tree.iter())
        assert order.index(top) < order.index(urgent) < order.index(body)


def test_the_blocks_keep_their_ids_and_their_text(both: list[tuple[Page, Page]]) -> None:
    seen = 0
    for ours, theirs in both:
        for here, there in zip(ours.select("//details"), theirs.select("//details"), strict=True):
            assert (here.get("id"), words(here)) == (there.get("id"), words(there))
            seen += 1
    routines = 20 + 20 + 6  # in English, Spanish and Arabic
    assert seen == 2 * routines + 6  # on their pages and in single files; and plans on paper


def test_links_hold_below_a_sub_path(zensical_site: Path) -> None:
    checked = [p for p in pages_of(zensical_site).values() if p.address != NOT_FOUND]
    assert checked
    for page in checked:
        assert list(wrong_links(zensical_site, page, "/repo/")) == []
        assert list(wrong_resources(zensical_site, page, "/repo/")) == []


HOSTILE = "hostile"
Build = Callable[[Path], Path]


def by_mkdocs(project: Path) -> Path:
    done = run(project, "-m", "mkdocs", "build", "--site-dir", "by-mkdocs")
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "by-mkdocs"


def by_zensical(project: Path) -> Path:
    done = run(project, "-m", "zensical", "build", "--clean")
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


@pytest.fixture(scope="module", params=[by_mkdocs, by_zensical], ids=["mkdocs", "zensical"])
def hostile_pages(
    request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> list[Page]:
    """A page for each hostile text, which is its title; the first ones are each full of a place."""
    assert site
    project = rendered_project(tmp_path_factory.mktemp("hostile"))
    for number, value in enumerate(TEXTS):
        body = [markdown.heading(1, markdown.text(value), "title")]
        if number < len(PLACES):
            body += [f"{PLACES[number](value)}\n\n<hr>" for value in TEXTS]
        said = squeezed(value)
        head = {"title": said, "description": said, "structured": {"name": said}}
        folder = project / f"docs/{HOSTILE}/{number}"
        folder.mkdir(parents=True)
        (folder / "index.md").write_bytes(markdown.page(head, markdown.join(body)))
    pages = pages_of(request.param(project))
    return [pages[f"/{HOSTILE}/{number}/"] for number in range(len(TEXTS))]


def squeezed(value: str) -> str:
    """With single spaces, as content is once it is loaded."""
    return " ".join(value.split())


def test_a_hostile_text_in_any_place_of_a_page_is_only_text(hostile_pages: list[Page]) -> None:
    for place, page in zip(PLACES, hostile_pages, strict=False):
        pieces = [expected(place, value) for value in TEXTS]
        shown = structure(page.article())[2:]  # after the article itself and its title
        tags = [tag for tag, _ in shown if tag != "hr"]
        assert tags == [tag for elements, _ in pieces for tag, _ in elements], place.__name__
        attributes = [attributes.get("alt") for tag, attributes in shown if tag == "img"]
        alts = [a["alt"] for elements, _ in pieces for tag, a in elements if tag == "img"]
        assert attributes == alts, place.__name__
        title, *_ = page.select("//h1")
        said = squeezed(page.article().text_content()).removeprefix(squeezed(title.text_content()))
        assert said.strip() == squeezed(" ".join(words for _, words in pieces)), place.__name__


def test_a_hostile_title_is_only_text_wherever_it_stands(hostile_pages: list[Page]) -> None:
    for value, page in zip(TEXTS, hostile_pages, strict=True):
        said = squeezed(value)
        assert squeezed(page.select("//h1")[0].text_content()) == said
        assert squeezed(page.select("//title")[0].text_content()).startswith(said)
        assert page.meta("description") == said
        (data,) = page.select("//script[@type='application/ld+json']")
        assert json.loads(data.text or "") == {"name": said}
        assert page.select("//script[not(@src) and not(@type)]") == []
