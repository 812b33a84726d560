"""What keeps a reader safe is on every page, complete, first, and never hidden."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from lxml.html import HtmlElement

from stretchbook.model import Library
from stretchbook.render import render
from tests.support.built import Page, in_english, squeeze, words
from tests.support.content import CONTENT

pytestmark = [pytest.mark.site, pytest.mark.any_content]

PACKS = {"us": ["911"], "uk": ["999", "111"], "eu": ["112"]}


def content(name: str) -> dict[str, object]:
    """A content file read by nobody's code but PyYAML's."""
    values: dict[str, object] = yaml.safe_load((CONTENT / name).read_text("utf-8"))
    return values


def is_hidden(element: HtmlElement) -> bool:
    reasons = "ancestor-or-self::*[self::details or self::dialog or @hidden or @aria-hidden='true']"
    return bool(element.xpath(reasons))


def test_the_disclaimer_stands_on_every_page_word_for_word(all_pages: dict[str, Page]) -> None:
    said = content("site.yml")["disclaimer"]
    assert isinstance(said, dict)
    expected = squeeze(" ".join([said["title"], *said["lines"]]))
    for page in in_english(all_pages).values():
        (banner,) = page.tree.find_class("disclaimer")
        assert words(banner) == expected, page.address
        assert not is_hidden(banner), page.address


def test_the_disclaimer_cannot_be_sent_away(pages: dict[str, Page]) -> None:
    for page in pages.values():
        (banner,) = page.tree.find_class("md-banner")
        assert banner.xpath(".//button | .//input | .//a") == []
        first = page.select("//h1")[0]
        order = list(page.tree.iter())
        assert order.index(banner) < order.index(first), page.address


def test_urgent_signs_stand_complete_before_the_first_stretch(
    routine_pages: list[Page], library: Library
) -> None:
    for page in routine_pages:
        routine = library.routines[page.address.strip("/")]
        signs = library.urgent_signs[routine.urgent_signs]
        (section,) = page.article().find_class("urgent")
        assert not is_hidden(section)
        listed = [squeeze(words(item)) for item in section.iter("li")]
        for sign in (*signs.emergency, *signs.see_doctor_first, *signs.see_someone):
            assert squeeze(sign) in listed, f"{page.address}: {sign}"
        order = list(page.tree.iter())
        assert order.index(section) < order.index(page.select("//details")[0])


# What the lists must not lose, whatever words they are told in: the facts of section 5.
URGENT_FACTS = {
    "both legs": r"both legs",
    "getting worse fast": r"worse fast|fast getting worse",
    "saddle numbness": r"(numb|tingl)[^.]*genitals[^.]*back passage[^.]*inner thighs",
    "urine": r"starting or stopping[^.]*(pee|urin)",
    "leaking": r"leak",
    "bowels": r"bowel control",
    "sexual function": r"sexual function",
    "sudden weakness": r"sudden weakness",
    "foot drop": r"foot that drops",
    "accident": r"serious fall or accident",
    "small accident with osteoporosis": r"smaller fall[^.]*(osteoporosis|weak bones)",
    "small accident with steroids": r"smaller fall[^.]*steroids",
    "cancer": r"cancer",
    "weight": r"lost weight",
    "fever": r"fever or feel unwell",
    "immune system": r"weak immune system",
    "night pain": r"pain at night[^.]*not let up",
    "age": r"under about 20 or over about 55",
    "no better": r"no better after a few weeks",
    "worse": r"getting worse\.",
    "normal activity": r"normal activity",
}


@pytest.mark.parametrize("fact", URGENT_FACTS)
def test_no_urgent_sign_is_lost(routine_pages: list[Page], fact: str) -> None:
    for page in routine_pages:
        (section,) = page.article().find_class("urgent")
        assert re.search(URGENT_FACTS[fact], words(section), re.IGNORECASE), page.address


def test_every_page_of_a_stretch_and_the_home_page_warn_in_short(
    pages: dict[str, Page], library: Library
) -> None:
    signs = library.urgent_signs[library.site.urgent_signs]
    for address in ["/", *(f"/stretches/{name}/" for name in library.exercises)]:
        page = pages[address]
        (section,) = page.article().find_class("urgent")
        assert not is_hidden(section)
        assert squeeze(signs.in_short) in words(section)
        (link,) = [a for a in section.iter("a") if not a.get("href", "").startswith("tel:")]
        assert link.get("href", "").endswith("#urgent-signs")


def test_the_number_can_be_tapped_where_the_signs_stand(
    english_pages: dict[str, Page], library: Library
) -> None:
    pack = library.emergency[library.site.emergency]
    expected = [f"tel:{phone.number.replace(' ', '')}" for phone in pack.numbers]
    seen = 0
    for page in english_pages.values():
        for section in page.article().find_class("urgent"):
            calls = section.xpath(".//a[starts-with(@href, 'tel:')]/@href")
            assert calls == expected, page.address
            assert pack.instruction in words(section)
            seen += 1
    assert seen == 2 + len(library.routines) + len(library.exercises)


@pytest.mark.parametrize("pack", PACKS)
def test_each_country_gets_its_own_numbers_and_no_other(library: Library, pack: str) -> None:
    files = render(replace(library, site=replace(library.site, emergency=pack)))
    service = library.emergency[pack]
    assert [phone.number for phone in service.numbers] == PACKS[pack]
    others = {number for name, numbers in PACKS.items() if name != pack for number in numbers}
    others -= set(PACKS[pack])
    pages = {name: data.decode() for name, data in files.items() if name.endswith(".md")}
    warned = {name: page for name, page in pages.items() if '"class": "urgent' in page}
    assert len(warned) == 2 + len(library.routines) + len(library.exercises)
    for name, page in warned.items():
        for number in PACKS[pack]:
            assert f"](tel:{number})" in page, name
        for number in others:
            assert f"tel:{number}" not in page, name
    for name, page in pages.items():
        for other in set(PACKS) - {pack}:
            assert library.emergency[other].instruction not in page, name
    frame = yaml.safe_load(files["mkdocs.generated.yml"])["extra"]["frame"]
    assert service.instruction in str(frame)


def test_no_stretch_names_an_emergency_number() -> None:
    """The number is a setting of the site; a text with 911 in it would be wrong elsewhere."""
    numbers = "|".join(sorted({number for pack in PACKS.values() for number in pack}))
    for folder in ("exercises", "routines"):
        for path in sorted((CONTENT / folder).glob("*.yml")):
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
                if re.search(rf"(?<![\w.])({numbers})(?![\w.])", line):
                    assert "Wales" in line or "url:" in line, f"{path.name}:{number}: {line}"


def test_every_page_says_how_to_report_a_mistake(all_pages: dict[str, Page]) -> None:
    said = squeeze(str(content("site.yml")["report_mistakes"]))
    for page in in_english(all_pages).values():
        (footer,) = page.select("//footer[not(ancestor::template)]")
        assert said in words(footer), page.address


def test_every_page_with_advice_says_truly_that_nobody_has_reviewed_it(
    pages: dict[str, Page], library: Library
) -> None:
    for name in library.routines:
        assert "Not yet reviewed by a clinician" in pages[f"/{name}/"].text()
    for name in library.exercises:
        assert "Not yet reviewed by a clinician" in pages[f"/stretches/{name}/"].text()


def test_names_that_belong_to_others_are_nowhere(site: Path) -> None:
    for path in site.rglob("*"):
        if path.suffix in {".html", ".json", ".svg", ".xml"}:
            text = path.read_text("utf-8")
            assert not re.search(r"egoscue|e-cise|HONcode|PIF TICK", text, re.IGNORECASE), path


def test_no_advice_promises_a_cure(all_pages: dict[str, Page]) -> None:
    promise = re.compile(r"\b(cures?|guarantee[sd]?|heals?)\b", re.IGNORECASE)
    for page in all_pages.values():
        if not page.is_hand_written:  # there it says that we promise none
            assert not promise.search(page.text()), page.address
