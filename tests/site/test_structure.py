"""The bones of every page: ids, headings, names, blocks, and no script or style in the markup."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from stretchbook.model import Library
from tests.support.built import NOT_FOUND, OFFLINE, Page, words
from tests.support.content import pictured
from tests.support.translated import languages

pytestmark = [pytest.mark.site, pytest.mark.any_content]

ERRORS = {NOT_FOUND, OFFLINE}  # pages with nothing of their own to describe
DATA_TYPES = {"WebSite", "MedicalWebPage", "ExercisePlan"}
# Words that would claim a review, a rating or an author that we do not have.
CLAIMS = {
    "lastReviewed",
    "reviewedBy",
    "aggregateRating",
    "review",
    "author",
    "recognizingAuthority",
}


def test_every_id_is_there_once(pages: dict[str, Page]) -> None:
    twice = {
        page.address: [name for name, count in Counter(page.ids).items() if count > 1]
        for page in pages.values()
    }
    assert {address: ids for address, ids in twice.items() if ids} == {}


def test_what_refers_to_an_id_finds_it(pages: dict[str, Page]) -> None:
    wrong = []
    for page in pages.values():
        for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls"):
            for element in page.select(f"//*[@{name}]"):
                lost = set(element.get(name, "").split()) - set(page.ids)
                wrong += [f"{page.address}: {name}={one}" for one in lost]
    assert wrong == []


def test_each_stretch_of_a_routine_is_a_closed_block_with_its_own_id(
    pages: dict[str, Page], library: Library
) -> None:
    for routine in library.routines.values():
        page = pages[f"/{routine.id}/"]
        expected = [step.exercise for section in routine.sections for step in section.steps]
        blocks = page.select("//details")
        assert [block.get("id") for block in blocks] == expected
        for block in blocks:
            assert block.get("open") is None
            assert block.get("class") == "stretch"
            assert block.xpath("ancestor::details | .//details") == []
            assert block.xpath("name(*[1])") == "summary"
            assert len(block.findall(".//summary")) == 1


def test_a_closed_block_shows_name_dose_and_a_picture(
    routine_pages: list[Page], library: Library
) -> None:
    for page in routine_pages:
        blocks = page.select("//details")
        assert blocks, page.address
        for block in blocks:
            summary = block.find("summary")
            assert summary is not None
            name = library.exercises[block.get("id", "")].name
            (heading,) = summary.findall(".//h3")
            (dose,) = heading.find_class("dose")
            assert words(dose)
            said = re.fullmatch(r"\d+\. (.+)", words(heading).removesuffix(words(dose)).strip())
            assert said is not None, words(heading)
            assert said[1] == name
            thumbnails = heading.find_class("thumbnail")
            assert bool(thumbnails) == (block.get("id") in pictured())
            for image in thumbnails:
                assert image.get("alt") == "", "the name beside it says it already"
                assert (image.get("width"), image.get("height")) == ("96", "96")
            links = "a[@href] | .//button | .//input"
            assert summary.xpath(f".//{links}") == [], "a summary is itself a button"


def test_no_other_page_hides_anything_in_a_block(
    english_pages: dict[str, Page], library: Library
) -> None:
    routines = {f"/{name}/" for name in library.routines}
    for page in english_pages.values():
        if page.address not in routines:
            assert page.select("//details[not(@class='one-file')]") == [], page.address


def test_titles_and_descriptions_are_there_and_differ(english_pages: dict[str, Page]) -> None:
    titles = Counter(page.title for page in english_pages.values())
    assert [title for title, count in titles.items() if count > 1 or not title] == []
    found = [
        page.meta("description") for page in english_pages.values() if page.address not in ERRORS
    ]
    descriptions = Counter(found)
    assert [text for text, count in descriptions.items() if count > 1 or not text] == []


def test_what_a_shared_link_shows(pages: dict[str, Page], library: Library) -> None:
    for page in pages.values():
        shown = {
            e.get("property"): e.get("content")
            for e in page.select("//head/meta[starts-with(@property, 'og:')]")
        }
        if page.address in ERRORS:
            assert shown == {}, "nobody shares a link to what is not there"
            continue
        assert shown["og:site_name"] == library.site.name
        assert shown["og:title"]
        assert page.title.startswith((shown["og:title"], shown["og:site_name"]))
        assert shown["og:description"] == page.meta("description")


def test_every_page_says_its_language(pages: dict[str, Page], library: Library) -> None:
    for page in pages.values():
        folder = page.address.split("/")[1]
        expected = folder if folder in languages() else library.site.language
        assert page.tree.get("lang") == expected
        viewport = page.meta("viewport") or ""
        assert "width=device-width" in viewport
        assert "user-scalable" not in viewport
        assert "maximum-scale" not in viewport


def headings(page: Page) -> Iterator[tuple[int, str]]:
    for element in page.article().iter("h1", "h2", "h3", "h4", "h5", "h6"):
        yield int(str(element.tag)[1]), words(element)


def test_one_first_heading_and_no_level_is_left_out(pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert len(page.select("//h1")) == 1, page.address
        before = 0
        for level, text in headings(page):
            assert text, f"{page.address}: an empty heading"
            assert level <= before + 1, f"{page.address}: {text!r} jumps to level {level}"
            before = level


def test_the_first_heading_is_what_the_tab_says(english_pages: dict[str, Page]) -> None:
    for page in english_pages.values():
        if page.address != "/":
            heading = words(page.select("//h1")[0])
            assert page.title.startswith(heading), f"{page.address}: {page.title}"


def test_pictures_have_words_and_a_size(pages: dict[str, Page]) -> None:
    for page in pages.values():
        for image in page.select("//img"):
            where = f"{page.address}: {image.get('src')}"
            assert image.get("alt") is not None, where
            if image.getparent() is not None and page.article() in image.iterancestors():
                assert image.get("width"), f"{where}: the page would jump"
                assert image.get("height"), f"{where}: the page would jump"


def test_the_picture_of_a_stretch_is_described(pages: dict[str, Page], library: Library) -> None:
    for exercise in library.exercises.values():
        page = pages[f"/stretches/{exercise.id}/"]
        pictures = page.article().find_class("picture")
        assert bool(pictures) == (exercise.id in pictured())
        described = [image.get("alt") for image in pictures]
        assert exercise.picture.alt in (described or words(page.article()))


def test_buttons_and_fields_are_named_and_typed(pages: dict[str, Page]) -> None:
    for page in pages.values():
        for button in page.select("//button"):
            assert button.get("type") in {"button", "reset", "submit"}, page.address
            assert words(button) or button.get("aria-label"), page.address
        for field in page.select("//article//select | //article//input"):
            assert field.xpath("ancestor::label") or field.get("aria-label"), page.address


SHOWN_BY_SCRIPT = "ancestor-or-self::*[@hidden or contains(@class, 'with-script')]"


def test_what_only_works_with_script_is_hidden_until_it_runs(
    english_pages: dict[str, Page],
) -> None:
    seen = set()
    for page in english_pages.values():
        for element in page.select("//article//button | //article//form"):
            hidden = element.xpath(SHOWN_BY_SCRIPT)
            assert hidden, f"{page.address}: {words(element)}"
            seen.add(page.address)
    assert seen == {"/clinicians/links/", "/diary/", "/stretches/"}, (
        "other pages get their buttons from their scripts"
    )


def test_no_script_or_style_of_ours_stands_in_the_markup(pages: dict[str, Page]) -> None:
    for page in pages.values():
        handlers = page.select("//*[@*[starts-with(name(), 'on')]]")
        assert [(page.address, element.tag) for element in handlers] == []
        assert [(page.address, e.tag) for e in page.select("//*[@style]")] == []
        assert page.select("//style") == [], page.address
        assert page.select("//*[starts-with(@href, 'javascript:')]") == [], page.address
        inline = page.select("//script[not(@src)]")
        assert [script.get("id") for script in inline if script.get("id")] == ["words"]
        for script in inline:
            assert script.get("type") in {"application/ld+json", "application/json"}, page.address


def test_buttons_that_scripts_make_have_their_words_on_every_page(pages: dict[str, Page]) -> None:
    for page in pages.values():
        (script,) = page.select("//script[@id='words']")
        said = json.loads(script.text or "")
        assert {"open_all", "copy_link", "print", "start_session", "start_failed"} <= said.keys()
        for text in said.values():  # a text, or its singular and plural
            forms = [text] if isinstance(text, str) else text
            assert forms, page.address
            assert all(isinstance(form, str) and form for form in forms), page.address


def data_blocks(page: Page) -> list[dict[str, Any]]:
    return [json.loads(s.text or "") for s in page.select("//script[@type='application/ld+json']")]


def walk(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for item in value.values():
            yield from walk(item)
    elif isinstance(value, list):
        for item in value:
            yield from walk(item)


def test_structured_data_parses_and_claims_nothing_untrue(
    pages: dict[str, Page], library: Library
) -> None:
    reviews = [item.review for item in library.exercises.values()]
    reviews += [item.review for item in library.routines.values()]
    reviewed = [review for review in reviews if review.reviewed_by]
    assert reviewed == [], "then this test must learn what may be said of whom"
    found = 0
    for page in pages.values():
        for block in data_blocks(page):
            assert block["@context"] == "https://schema.org"
            for item in walk(block):
                found += 1
                assert item.get("@type") in DATA_TYPES, page.address
                assert not CLAIMS & item.keys(), page.address
    assert found > len(library.exercises)


def test_structured_data_says_what_the_page_says(pages: dict[str, Page], library: Library) -> None:
    for exercise in library.exercises.values():
        (block,) = data_blocks(pages[f"/stretches/{exercise.id}/"])
        plan = block["mainEntity"]
        assert plan["@type"] == "ExercisePlan"
        assert plan["name"] == exercise.name
        seconds = int(re.fullmatch(r"PT(\d+)S", plan["activityDuration"]).group(1))  # type: ignore[union-attr]
        assert seconds == exercise.dose.total_seconds


def test_no_canonical_address_is_invented(pages: dict[str, Page]) -> None:
    """Without SITE_URL nobody knows where the site will stand."""
    for page in pages.values():
        assert page.select("//link[@rel='canonical'] | //meta[@property='og:url']") == []
