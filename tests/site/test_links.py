"""Every link leads somewhere, at the root of a host and below a sub-path, and nothing is fetched
from anybody else."""

import re
from pathlib import Path

import pytest

from stretchbook.model import Library
from stretchbook.plans import decode
from tests.support.built import (
    NOT_FOUND,
    Page,
    css_addresses,
    is_file,
    links,
    loaded_resources,
    module_addresses,
    pages_of,
    target_of,
    without_comments,
    wrong_links,
    wrong_resources,
)
from tests.support.content import CONTENT

pytestmark = [pytest.mark.site, pytest.mark.any_content]


@pytest.mark.parametrize("prefix", ["/", "/repo/"])
def test_every_link_and_every_place_it_names_is_there(
    site: Path, pages: dict[str, Page], prefix: str
) -> None:
    # A host shows the 404 page at any address, so its links start at the root; without SITE_URL
    # that is the root of the host. test_variant.py sees it below /repo/.
    checked = [p for p in pages.values() if prefix == "/" or p.address != NOT_FOUND]
    assert [wrong for page in checked for wrong in wrong_links(site, page, prefix)] == []


@pytest.mark.parametrize("prefix", ["/", "/repo/"])
def test_everything_a_page_loads_is_there_and_ours(
    site: Path, pages: dict[str, Page], prefix: str
) -> None:
    checked = [p for p in pages.values() if prefix == "/" or p.address != NOT_FOUND]
    assert [wrong for page in checked for wrong in wrong_resources(site, page, prefix)] == []


def test_the_404_page_works_at_any_address(pages: dict[str, Page]) -> None:
    page = pages[NOT_FOUND]
    for address in links(page):
        assert address.startswith(("/", "#", "https://")), address
    loaded = loaded_resources(page)
    from_root = {address for address in loaded if address.startswith("/")}
    assert {f"/{address.removeprefix('/').replace('../', '')}" for address in loaded} == from_root
    assert {"../css/print.css", "../../../js/main.js"} < {*loaded}


def test_style_sheets_load_only_what_is_there(site: Path) -> None:
    wrong = []
    for path in site.rglob("*.css"):
        sheet = "/" + path.relative_to(site).as_posix()
        for address in css_addresses(path.read_text("utf-8")):
            target = target_of(sheet, address)
            if target.host or not is_file(site, target.path):
                wrong.append(f"{sheet}: {address}")
    assert wrong == []


def test_ready_made_plans_are_listed_for_clinicians(
    pages: dict[str, Page], library: Library
) -> None:
    listed = [address for address in links(pages["/clinicians/"]) if "/plan/#" in address]
    titles = [decode(address.partition("#")[2]).plan.title for address in listed]
    assert sorted(titles) == sorted(plan.title for plan in library.plans.values())


def test_our_modules_load_only_what_is_there(site: Path) -> None:
    scripts = list((site / "js").rglob("*.js"))
    assert scripts
    for path in scripts:
        script = without_comments(path.read_text("utf-8"))  # a licence may name its home
        assert not re.search(r"https?://(?!www\.w3\.org/)", script), path.name
        for address in module_addresses(script):
            assert address.startswith(("./", "../")), f"{path.name}: {address}"
            assert (path.parent / address).is_file(), f"{path.name}: {address}"


def test_pictures_bring_nothing_with_them(site: Path) -> None:
    pictures = [*(site / "figures").glob("*.svg"), *(site / "img").glob("*.svg")]
    assert pictures
    for path in pictures:
        picture = path.read_text("utf-8")
        assert not re.search(r"<script|<foreignObject|\son\w+=|@import", picture), path.name
        addresses = re.findall(r"""(?:href|src)=["']([^"']+)""", picture) + css_addresses(picture)
        assert [address for address in addresses if not address.startswith("#")] == [], path.name


def test_only_plain_links_leave_the_site_and_tell_nobody_where_they_came_from(
    all_pages: dict[str, Page],
) -> None:
    left = 0
    for page in all_pages.values():
        assert page.meta("referrer") == "no-referrer", page.address
        for link in page.select("//a[@href]"):
            if not target_of(page.address, link.get("href", "")).host.startswith("http"):
                continue
            left += 1
            said = {name: link.get(name) for name in ("ping", "target", "referrerpolicy")}
            assert not any(said.values()), f"{page.address}: {link.get('href')}"
            assert link.text_content().strip(), f"{page.address}: {link.get('href')} has no words"
    assert left, "the sources are links"


def test_the_pages_ask_no_other_host_in_advance(pages: dict[str, Page]) -> None:
    hints = "//link[contains('preconnect dns-prefetch prefetch prerender', @rel) and @rel]"
    for page in pages.values():
        assert page.select(hints) == [], page.address
        assert page.select("//iframe | //embed | //base") == [], page.address
        for form in page.select("//form[@action]"):
            assert target_of(page.address, form.get("action", "")).host == "", page.address


def test_every_published_address_opens(site: Path) -> None:
    published = [
        line
        for line in (CONTENT / "addresses.txt").read_text("utf-8").splitlines()
        if line.startswith("/")
    ]
    pages = pages_of(site)
    lost = []
    for address in published:
        page, _, anchor = address.partition("#")
        if page not in pages or (anchor and anchor not in pages[page].ids):
            lost.append(address)
    assert lost == []
