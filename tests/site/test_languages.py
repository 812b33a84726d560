"""Pages in other languages say the same: every number, every warning, whom to call."""

import re
import unicodedata
from collections import Counter

import pytest

from tests.support.built import Page, squeeze, words
from tests.support.translated import languages, translations

IN_A_WORD = {"ar": {"1", "2"}}  # "two times" is one word there, without a digit
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def numbers(text: str) -> list[str]:
    plain = "".join(str(unicodedata.digit(one, one)) for one in text)
    return sorted(found.replace(",", ".") for found in NUMBER.findall(plain))


def pages_in(code: str, pages: dict[str, Page]) -> dict[str, Page]:
    found = {name: page for name, page in pages.items() if name.startswith(f"/{code}/")}
    assert len(found) > 10
    return found


def test_the_languages_of_the_content_are_on_the_site(pages: dict[str, Page]) -> None:
    shown = {address.split("/")[1] for address in pages if address.count("/") == 2}
    assert set(languages()) == set(translations())
    assert set(languages()) <= shown


@pytest.mark.parametrize("code", languages())
def test_every_page_has_the_disclaimer_and_whom_to_call(code: str, pages: dict[str, Page]) -> None:
    site = translations()[code].library.site
    service = translations()[code].library.emergency[site.emergency]
    said = squeeze(" ".join([site.disclaimer.title, *site.disclaimer.lines]))
    for page in pages_in(code, pages).values():
        (banner,) = page.tree.find_class("disclaimer")
        assert squeeze(words(banner)) == said, page.address
        (footer,) = page.select("//footer[not(ancestor::template)]")
        assert service.instruction in words(footer), page.address
        (state,) = page.tree.find_class("translation")
        assert words(state), page.address


@pytest.mark.parametrize("code", languages())
def test_every_stretch_has_the_numbers_of_the_english_one(
    code: str, pages: dict[str, Page]
) -> None:
    compared = 0
    for name in translations()[code].library.routines:
        theirs, ours = pages[f"/{code}/{name}/"], pages[f"/{name}/"]
        blocks = zip(theirs.article().iter("details"), ours.article().iter("details"), strict=True)
        for there, here in blocks:
            assert there.get("id") == here.get("id")
            said, expected = (Counter(numbers(words(one))) for one in (there, here))
            assert not said - expected, f"{code}: {here.get('id')}"
            assert {*(expected - said)} <= IN_A_WORD.get(code, set()), f"{code}: {here.get('id')}"
            compared += 1
    assert compared > 5


@pytest.mark.parametrize("code", languages())
def test_the_signs_are_all_there(code: str, pages: dict[str, Page]) -> None:
    library = translations()[code].library
    for name, routine in library.routines.items():
        signs = library.urgent_signs[routine.urgent_signs]
        (box,) = pages[f"/{code}/{name}/"].article().find_class("urgent")
        for sign in (*signs.emergency, *signs.see_doctor_first, *signs.see_someone):
            assert squeeze(sign) in squeeze(words(box)), sign


def ways_in(page: Page, path: str) -> list[str | None]:
    return [link.get("href") for link in page.select(path)]


@pytest.mark.parametrize("code", languages())
def test_pages_by_hand_lead_to_each_other_in_every_language(
    code: str, pages: dict[str, Page]
) -> None:
    theirs = pages[f"/{code}/privacy/"]
    assert (theirs.tree.get("lang"), theirs.select("//body")[0].get("dir")) == (
        code,
        translations()[code].words.language.direction,
    )
    ways = ways_in(pages["/privacy/"], f"//nav[@id='languages']//a[@hreflang='{code}']")
    assert ways == [f"../{code}/privacy/"]
    assert ways_in(theirs, "//nav[@id='languages']//a[@hreflang='en']") == ["../../privacy/"]
    assert "./" in ways_in(theirs, "//nav[@id='menu']//a[not(@hreflang)]")
    (banner,) = theirs.tree.find_class("translation")
    assert words(banner)
    assert theirs.select("//*[@data-forget]")
