"""The Markdown outlives its renderer: Zensical, the successor of MkDocs, makes the same pages.

It reads mkdocs.yml, its inherited part, the docs folder and our templates as they are. What differs
by nature: it renders no `static_templates` (offline.html, robots.txt) and has a sitemap.xml of its
own, and it writes a relative link of the frame another way (`./..` for `..`). The single files are
made after either, by our own finishing.
"""

import shutil
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from stretchbook.finish import downloads
from tests.support.built import (
    NOT_FOUND,
    OFFLINE,
    pages_of,
    target_of,
    words,
    wrong_links,
    wrong_resources,
)
from tests.support.project import ROOT, run

pytestmark = pytest.mark.site


@pytest.fixture(scope="module")
def zensical_site(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same docs folder, built by Zensical. `site` comes first: it generates the pages."""
    assert site
    project = tmp_path_factory.mktemp("zensical")
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, project / name)
    for name in ("mkdocs.yml", "mkdocs.generated.yml"):
        shutil.copy(ROOT / name, project / name)
    done = run(project, "-m", "zensical", "build", "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No issues found" in done.stdout + done.stderr
    downloads.make(project / "site")
    return project / "site"


def test_zensical_makes_the_same_pages(site: Path, zensical_site: Path) -> None:
    ours, theirs = pages_of(site), pages_of(zensical_site)
    assert set(ours) - {OFFLINE} == set(theirs)
    for address, page in theirs.items():
        assert html.tostring(ours[address].article()) == html.tostring(page.article()), address


def test_zensical_makes_the_same_frame(site: Path, zensical_site: Path) -> None:
    ours = pages_of(site)
    for address, page in pages_of(zensical_site).items():
        for part in ("//aside", "//header", "//footer", "//head"):
            here, there = (p.select(part) for p in (ours[address], page))
            assert [words(e) for e in here] == [words(e) for e in there], f"{address}: {part}"
        menus = [resolved(p.select("//nav//a"), address) for p in (ours[address], page)]
        assert menus[0] == menus[1]
        assert page.ids == ours[address].ids


def resolved(links: list[HtmlElement], address: str) -> list[str]:
    return [target_of(address, link.get("href", "")).path for link in links]


def test_the_blocks_keep_their_ids_and_their_text(zensical_site: Path, site: Path) -> None:
    seen = 0
    for address, page in pages_of(site).items():
        if address == OFFLINE:
            continue
        theirs = pages_of(zensical_site)[address].select("//details")
        for here, there in zip(page.select("//details"), theirs, strict=True):
            assert (here.get("id"), words(here)) == (there.get("id"), words(there))
            seen += 1
    assert seen == 2 * 20  # on the pages of the routines and in their single files


def test_links_hold_below_a_sub_path(zensical_site: Path) -> None:
    for page in pages_of(zensical_site).values():
        if page.address != NOT_FOUND:
            assert list(wrong_links(zensical_site, page, "/repo/")) == []
            assert list(wrong_resources(zensical_site, page, "/repo/")) == []
