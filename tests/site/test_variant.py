"""A clinic's copy with its own address, numbers and a renamed stretch: old links keep working."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from stretchbook.checks import walk
from stretchbook.model.paper import EDITIONS, Edition
from stretchbook.prepare import prepare
from stretchbook.problems import report
from stretchbook.words.english import written
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
from tests.support.content import real_library
from tests.support.pdf import Pdf, same
from tests.support.project import copy_project
from tests.support.search_index import is_found_by, read_entries
from tests.support.variant import (
    ADDRESS,
    NAME,
    NEW,
    OLD,
    build_once,
    build_variant,
    rename_stretch,
    shared_folder,
)

pytestmark = pytest.mark.site

MOVED = f"/stretches/{OLD}/"


@pytest.fixture(scope="module")
def variant(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the clinic's copy."""
    shared = shared_folder(tmp_path_factory.getbasetemp())
    return build_once(shared, "variant", build_variant)


@pytest.fixture(scope="module")
def pages(variant: Path) -> dict[str, Page]:
    return {a: page for a, page in pages_of(variant).items() if not a.startswith(SINGLE_FILES)}


def texts_in(value: object) -> Iterator[str]:
    """Every text in what a JSON file holds."""
    if isinstance(value, str):
        yield value
    for part in (
        value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    ):
        yield from texts_in(part)


def test_no_word_of_another_country_is_left(variant: Path, pages: dict[str, Page]) -> None:
    sources = [one for item in walk.items(real_library()) for one in item.sources]
    titles = sorted({one.title for one in sources}, key=len, reverse=True)
    assert any(written(title, "uk") != title for title in titles)  # names stay as they are

    def own(text: str) -> str:
        for title in titles:
            text = text.replace(title, "")
        return text

    for page in pages.values():
        text = own(" ".join(page.tree.xpath("//body//text()[not(ancestor::script)]")))
        assert written(text, "uk") == text, page.address
    assert "physiotherapist" in pages["/sciatica/"].source
    for file in (variant / "data").glob("*.json"):
        if file.name not in ("search.json", "plan.schema.json"):  # a search finds both
            told = own("\n".join(texts_in(json.loads(file.read_text("utf-8")))))
            assert written(told, "uk") == told, file.name


def test_every_link_resolves_below_the_clinics_address(
    variant: Path, pages: dict[str, Page]
) -> None:
    for page in pages.values():
        assert list(wrong_links(variant, page, "/repo/")) == []
        assert list(wrong_resources(variant, page, "/repo/")) == []


def test_the_404_page_links_below_the_clinics_address(pages: dict[str, Page]) -> None:
    page = pages[NOT_FOUND]
    links = page.article().xpath(".//a/@href")
    assert "/repo/sciatica/" in links
    assert all(address.startswith("/repo/") for address in links)


def test_each_page_names_its_one_true_address(pages: dict[str, Page]) -> None:
    for page in pages.values():
        if page.address in {NOT_FOUND, OFFLINE}:
            continue
        canonical = page.select("//head/link[@rel='canonical']")
        assert [link.get("href") for link in canonical] == [ADDRESS + page.address[1:]]
        shown = page.select("//head/meta[@property='og:url']")
        assert [meta.get("content") for meta in shown] == [ADDRESS + page.address[1:]]


def test_the_sheet_of_links_says_whole_addresses_without_script(pages: dict[str, Page]) -> None:
    page = pages["/clinicians/links/"]
    for item in page.article().xpath(".//*[contains(@class, 'link-sheet')]//li"):
        (link,), (address,) = item.xpath("./a/@href"), item.xpath("./em[@class='address']")
        target = target_of(page.address, link)
        assert address.text_content() == ADDRESS.removeprefix("https://") + target.path[1:]
    assert len(page.article().xpath(".//em[@class='address']")) >= 23
    assert "does not know its own address" not in page.article().text_content()


def test_the_map_of_the_site_names_every_page_but_no_old_one(
    variant: Path, pages: dict[str, Page]
) -> None:
    # S314 warns of hostile XML; this file was written by MkDocs a moment ago.
    tree = ET.parse(variant / "sitemap.xml")  # noqa: S314
    listed = {element.text for element in tree.iter() if element.tag.endswith("loc")}
    expected = {
        ADDRESS + address[1:] for address in pages if address not in {NOT_FOUND, OFFLINE, MOVED}
    }
    assert listed == expected


def test_an_old_page_leads_on_without_script(pages: dict[str, Page]) -> None:
    page = pages[MOVED]
    (refresh,) = page.select("//head/meta[@http-equiv='refresh']")
    seconds, _, address = (refresh.get("content") or "").partition("; url=")
    assert int(seconds) <= 1
    assert target_of(MOVED, address).path == f"/stretches/{NEW}/"
    (link,) = page.article().xpath(".//a")
    assert target_of(MOVED, link.get("href")).path == f"/stretches/{NEW}/"
    assert page.meta("robots") == "noindex"


def test_an_old_anchor_has_a_mark_that_leads_on(pages: dict[str, Page]) -> None:
    page = pages["/low-back-pain/"]
    assert page.ids.count(OLD) == 1
    mark = page.tree.get_element_by_id(OLD)
    assert mark.get("data-moved-to") == f"#{NEW}"
    assert mark.xpath(".//a/@href") == [f"#{NEW}"]
    assert mark.xpath("ancestor::details") == []
    assert page.tree.get_element_by_id(NEW).tag == "details"


def test_every_address_that_was_ever_published_opens(variant: Path, pages: dict[str, Page]) -> None:
    record = (variant.parent / "content/addresses.txt").read_text("utf-8").splitlines()
    assert {MOVED, f"/stretches/{NEW}/", f"/low-back-pain/#{OLD}"} <= set(record)
    for address in record[1:]:
        page, _, anchor = address.partition("#")
        assert page in pages, address
        assert not anchor or anchor in pages[page].ids, address


def test_without_a_redirect_nothing_is_built(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "copy")
    rename_stretch(project)
    result = prepare(project, date(2027, 6, 1))
    assert result.stopped
    assert not result.files
    said = report(result.problems)
    for address in (MOVED, f"/low-back-pain/#{OLD}"):
        assert f"the published address {address} would be lost" in said
        assert f"add to content/redirects.yml: `- {{from: {address}, to:" in said


def test_a_name_full_of_marks_arrives_as_it_was_written(pages: dict[str, Page]) -> None:
    page = pages[f"/stretches/{NEW}/"]
    assert words(page.select("//h1")[0]) == NAME
    assert page.title.startswith(NAME)
    (shown,) = page.select("//head/meta[@property='og:title']")
    assert shown.get("content") == NAME
    (script,) = page.select("//script[@type='application/ld+json']")
    assert json.loads(script.text or "")["name"] == NAME
    heading = pages["/low-back-pain/"].tree.get_element_by_id(NEW).xpath(".//summary/h3")[0]
    (dose,) = heading.find_class("dose")
    assert re.fullmatch(r"\d\. (.*)", words(heading).removesuffix(f" {words(dose)}"))[1] == NAME  # type: ignore[index]
    assert NAME in pages["/stretches/"].text()
    assert page.select("//article//b") == []
    assert {em.get("class") for em in page.select("//article//em")} <= {"source"}


def test_a_name_full_of_marks_is_found_by_search_as_it_was_written(variant: Path) -> None:
    entry = read_entries(variant)[f"/stretches/{NEW}/"]
    assert entry["name"] == NAME
    assert is_found_by(entry, NAME)


def test_a_picture_that_is_to_come_has_its_place_and_its_words(pages: dict[str, Page]) -> None:
    page = pages[f"/stretches/{NEW}/"]
    block = pages["/low-back-pain/"].tree.get_element_by_id(NEW)
    for place in (page.article(), block):
        (slot,) = place.find_class("picture-to-come")
        assert "A person lies on the back with bent knees" in words(slot)
        assert place.find_class("picture") == []
        assert place.xpath(".//img") == []


def test_the_clinic_and_its_numbers_stand_on_every_page(pages: dict[str, Page]) -> None:
    for page in pages.values():
        (footer,) = page.select("//footer[not(ancestor::template)]")
        for fact in ("Back & Neck <Clinic>", "020 7946 0000", "1 Example Street, Example Town"):
            assert fact in words(footer), page.address
        assert "Call 999" in words(footer)
        assert not re.search(r"\b911\b", words(page.tree)), page.address
        links = [a.get("href") for a in footer.iter("a")]
        assert "https://example.org/report?page=1&kind=slip" in links


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.id)
def test_a_handout_leads_back_to_its_page_and_names_the_clinic(
    variant: Path, edition: Edition
) -> None:
    pdf = Pdf((variant / f"handouts/sciatica-{edition.id}.pdf").read_bytes())
    for dpi in (150, 300):
        assert pdf.codes(dpi=dpi) == [f"{ADDRESS}sciatica/"]
    for line in ("Back & Neck <Clinic>", "020 7946 0000", "1 Example Street, Example Town"):
        assert same(line) in pdf.sheets[0]
    alts = [str(tag.get("/Alt", "")) for kind, tag in pdf.tags() if kind == "/Figure"]
    assert alts[0] == "Back & Neck <Clinic>", "the logo says whose it is"


def test_names_full_of_marks_are_names_on_a_handout(variant: Path) -> None:
    pdf = Pdf((variant / "handouts/low-back-pain-a4.pdf").read_bytes())
    assert same(NAME) in pdf.text


def test_the_logo_stands_at_the_foot_of_every_page(pages: dict[str, Page], variant: Path) -> None:
    assert (variant / "img/clinic-our-logo.svg").is_file()
    for page in pages.values():
        assert page.select("//footer//img[@class='clinic-logo']"), page.address


def test_a_single_file_has_the_head_of_the_paper_with_the_clinic(variant: Path) -> None:
    page = pages_of(variant)[f"{SINGLE_FILES}sciatica.html"]
    (head,) = page.tree.find_class("letterhead")
    assert "Back & Neck <Clinic>" in words(head)
    (logo,) = head.find_class("clinic-logo")
    assert (logo.get("src") or "").startswith("data:image/svg+xml,")
    assert head.xpath(".//*[local-name()='svg']"), "the code that leads back"


def test_the_clinic_stands_at_the_head_of_every_page(pages: dict[str, Page]) -> None:
    for page in pages.values():
        (header,) = page.select("//header[contains(@class, 'md-header')]")
        assert "Back & Neck <Clinic>" in words(header), page.address
        assert "tel:02079460000" in header.xpath(".//a/@href"), page.address
        assert "clinic-our-logo.svg" in header.xpath("string(.//img/@src)"), page.address
