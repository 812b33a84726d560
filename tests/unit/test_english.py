"""The English of a country: what is written, what is left alone, and nothing of the other."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchbook.model import Clinic
from stretchbook.words import our_words
from stretchbook.words.english import (
    ALONE,
    INFLECTED,
    words_in,
    written,
    written_library,
    written_page,
)
from tests.support.content import sample_library

SAID: dict[str, tuple[str, str]] = {
    "spelling": ("A tumor, two tumors.", "A tumour, two tumours."),
    "a capital": ("Physical therapists. Color it.", "Physiotherapists. Colour it."),
    "an ending": ("colored, labored, orthopedics", "coloured, laboured, orthopaedics"),
    "toward": ("Move toward it.", "Move towards it."),
    "two words": ("See a physical therapist's emergency room.", "See a physiotherapist's A&E."),
    "only whole words": ("recolored discoloration incenter", "recolored discoloration incenter"),
    "a gap": ("{color} of a color", "{color} of a colour"),
    "what is the same": ("Sit tall. Towards it.", "Sit tall. Towards it."),
}


@pytest.mark.parametrize("name", SAID)
def test_a_text_follows_the_country(name: str) -> None:
    american, british = SAID[name]
    assert written(american, "uk") == british
    assert written(american, "us") in (american, american.replace("Towards", "Toward"))


@pytest.mark.parametrize(("american", "british"), [*INFLECTED, *ALONE])
def test_every_word_goes_both_ways_and_stays(american: str, british: str) -> None:
    assert written(american, "uk") == british
    assert written(british, "us") == american
    assert written(british, "uk") == british
    assert written(american, "us") == american


@given(st.text("Colrtumw ard.pysiheA&", max_size=40))
def test_a_text_in_the_words_of_a_country_stays_as_it_is(text: str) -> None:
    for english in ("us", "uk", None):
        once = written(text, english)
        assert written(once, english) == once
    assert written(text, None) == text


def test_code_and_addresses_of_a_page_stay_as_they_are() -> None:
    page = (
        "# Colors { .color #color }\n\nThe [license](https://x.org/license/) of `color`, at "
        'https://x.org/color <b class="color">color</b>\n\n```css\ncolor: red\n```\n\nA tumor.\n'
    )
    expected = (
        "# Colours { .color #color }\n\nThe [licence](https://x.org/license/) of `color`, at "
        'https://x.org/color <b class="color">colour</b>\n\n```css\ncolor: red\n```\n\nA tumour.\n'
    )
    assert written_page(page.encode(), "uk").decode() == expected
    assert written_page(page.encode(), None) == page.encode()
    assert written_page(b"caf\xe9 color", "uk") == b"caf\xe9 colour"


def test_our_words_follow_the_country_and_a_search_finds_both() -> None:
    words = words_in(our_words(), "uk")
    assert "physiotherapist" in words["urgent_someone"]
    assert "tumour" in words["search_urgent"]
    assert "tumor" in words["search_urgent"].replace("tumour", "")
    assert words_in(our_words(), None).sentences == our_words().sentences


def test_texts_of_the_content_follow_and_names_stay() -> None:
    library = sample_library()
    clinic = Clinic(name="Color Center")
    bridge = library.exercises["bridge"]
    source = replace(bridge.sources[0], title="Tumor Center: Colors", says="Move toward it.")
    library = replace(
        library,
        site=replace(library.site, clinic=clinic, tagline="In color"),
        exercises={
            **library.exercises,
            "bridge": replace(bridge, works_on="The center.", sources=(source,)),
        },
    )
    changed = written_library(library, "uk")
    assert changed.site.clinic == clinic
    assert changed.site.tagline == "In colour"
    assert "tumour" in " ".join(changed.site.disclaimer.lines)
    assert changed.exercises["bridge"].works_on == "The centre."
    assert changed.exercises["bridge"].sources[0].title == "Tumor Center: Colors"
    assert changed.exercises["bridge"].sources[0].says == "Move towards it."
    assert changed.exercises["bridge"].id == "bridge"
    assert changed.emergency["us"].numbers == library.emergency["us"].numbers
    assert written_library(library, None) == library
