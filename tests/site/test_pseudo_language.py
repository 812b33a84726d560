"""No English word stands on a page for good: a language that a machine has made shows each one."""

import json
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from stretchbook.words import our_words
from tests.support.built import Page, pages_of
from tests.support.leftovers import plain_words, texts_of, told
from tests.support.pseudo import ADDRESS, LONG, MIRRORED

pytestmark = pytest.mark.site
SURFACES = {"", "sciatica/", "stretches/", "stretches/bridge/", "plan/", "diary/", "untranslated/"}
SURFACES |= {"clinicians/links/"}


def pages_in(site: Path, language: str) -> dict[str, Page]:
    found = {
        address.removeprefix(f"/{language}/"): page
        for address, page in pages_of(site).items()
        if address.startswith(f"/{language}/")
    }
    assert found.keys() >= SURFACES
    return found


def leftovers(texts: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    return {(where, text.strip()) for where, text in texts if plain_words(text)}


def test_the_scanner_finds_english_where_it_is(pseudo_site: Path) -> None:
    found = leftovers(texts_of(pages_of(pseudo_site)["/sciatica/"].select("//body")[0]))
    assert ("h1", "Sciatica stretches") not in found  # its page says lang="en"
    page = pages_of(pseudo_site)["/sciatica/"].source.replace('<html lang="en"', "<html")
    again = Page("/sciatica/", re.sub(r' lang="en"', "", page))
    assert ("h1", "Sciatica stretches") in leftovers(texts_of(again.tree))


@pytest.mark.parametrize("language", [LONG, MIRRORED])
def test_no_page_shows_an_english_word(pseudo_site: Path, language: str) -> None:
    found = {
        address: left
        for address, page in pages_in(pseudo_site, language).items()
        if (left := leftovers(texts_of(page.tree)))
    }
    assert found == {}


@pytest.mark.parametrize("language", [LONG, MIRRORED])
def test_no_data_of_a_script_holds_an_english_word(pseudo_site: Path, language: str) -> None:
    files = [*(pseudo_site / language).rglob("*.json")]
    files.append(pseudo_site / language / "manifest.webmanifest")
    assert {"plan.json", "search.json", "session.json", "choices.json"} <= {f.name for f in files}
    data = {
        file.relative_to(pseudo_site / language).as_posix(): json.loads(file.read_text("utf-8"))
        for file in files
    }
    del data["data/search.json"]["parts"]["vocabulary"]  # words without the marks of their texts
    assert {name: left for name, said in data.items() if (left := leftovers(told(said)))} == {}


@pytest.mark.parametrize("language", [LONG, MIRRORED])
def test_no_script_on_a_page_holds_an_english_word(pseudo_site: Path, language: str) -> None:
    held = {
        address: [
            json.loads(script.text_content())
            for script in page.select("//script[contains(@type, 'json')]")
        ]
        for address, page in pages_in(pseudo_site, language).items()
    }
    assert all(held.values())
    found = {address: left for address, data in held.items() if (left := leftovers(told(data)))}
    assert found == {}


@pytest.mark.parametrize(
    ("address", "language", "direction"),
    [("/", "en", None), (f"/{LONG}/", LONG, None), (f"/{MIRRORED}/sciatica/", MIRRORED, "rtl")],
)
def test_a_page_says_its_language_and_direction(
    pseudo_site: Path, address: str, language: str, direction: str | None
) -> None:
    page = pages_of(pseudo_site)[address]
    assert (page.tree.get("lang"), page.tree.get("dir")) == (language, direction)
    assert page.select("//body")[0].get("dir") == (direction or "ltr")


def test_english_titles_stand_apart_in_other_languages(pseudo_site: Path) -> None:
    (listed,) = pages_of(pseudo_site)[f"/{MIRRORED}/sciatica/"].select(
        "//h2[@id='sources']/following-sibling::ul[1]"
    )
    assert "NICE guideline NG59: Low back pain and sciatica in over 16s" in [
        element.text for element in listed.xpath(".//bdi[@lang='en']")
    ]
    assert not pages_of(pseudo_site)["/sciatica/"].select("//article//bdi")


def test_words_that_nobody_has_translated_yet_say_that_they_are_english(pseudo_site: Path) -> None:
    plan, words = pages_of(pseudo_site)[f"/{MIRRORED}/plan/"], our_words()
    said = {element.text for element in plan.select("//body//bdi[@lang='en']")}
    assert {words["plan_lead"], words["menu_home"]} <= said
    assert "\u2068" not in "".join(plan.select("//body")[0].itertext())


ALTERNATES = {
    "en": f"{ADDRESS}sciatica/",
    LONG: f"{ADDRESS}{LONG}/sciatica/",
    MIRRORED: f"{ADDRESS}{MIRRORED}/sciatica/",
    "x-default": f"{ADDRESS}sciatica/",
}


@pytest.mark.parametrize("page", ["/sciatica/", f"/{LONG}/sciatica/", f"/{MIRRORED}/sciatica/"])
def test_each_page_names_itself_in_other_languages(pseudo_site: Path, page: str) -> None:
    links = pages_of(pseudo_site)[page].select("//head/link[@rel='alternate'][@hreflang]")
    assert {link.get("hreflang"): link.get("href") for link in links} == ALTERNATES


def test_the_sitemap_names_each_page_in_other_languages(pseudo_site: Path) -> None:
    text = (pseudo_site / "sitemap.xml").read_text("utf-8")
    (entry,) = re.findall(
        rf"<url><loc>{re.escape(ADDRESS)}{LONG}/sciatica/</loc>(.*?)</url>", text, re.DOTALL
    )
    assert dict(re.findall(r'hreflang="([^"]+)" href="([^"]+)"', entry)) == ALTERNATES
    assert 'xmlns:xhtml="http://www.w3.org/1999/xhtml"' in text


def test_a_page_in_one_language_has_no_default(pseudo_site: Path) -> None:
    links = pages_of(pseudo_site)[f"/{LONG}/untranslated/"].select("//link[@hreflang='x-default']")
    assert links == []
