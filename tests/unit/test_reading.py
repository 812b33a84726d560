"""The reading grade agrees with the formula and with known texts; the content stays easy."""

import pytest

from stretchbook.checks import walk
from stretchbook.checks.grade import GRADE_WANTED
from stretchbook.checks.reading_level import grade, syllable_count
from stretchbook.model import Exercise, Routine
from tests.support.content import sample_library

SYLLABLES = {
    "the": 1,
    "knee": 1,
    "stretch": 1,
    "stretches": 2,
    "squeeze": 1,
    "squeezed": 1,
    "muscle": 2,
    "muscles": 2,
    "people": 2,
    "gentle": 2,
    "shoulder": 2,
    "exercise": 3,
    "comfortable": 4,
    "medicine": 3,
    "areas": 3,
    "quiet": 2,
    "don't": 1,
    "you're": 1,
    "low-back": 2,
    "hip-width": 2,
    "all-fours": 2,
    "90": 1,
    "BACK": 1,
}


@pytest.mark.parametrize(("word", "number"), SYLLABLES.items())
def test_syllables_are_counted_as_one_says_them(word: str, number: int) -> None:
    assert syllable_count(word) == number


UNKNOWN = {"zorbling": 2, "flimp": 1, "quandrel": 2, "mibbed": 1, "strandle": 2}


@pytest.mark.parametrize(("word", "number"), UNKNOWN.items())
def test_an_unknown_word_is_counted_by_its_vowels(word: str, number: int) -> None:
    assert syllable_count(word) == number


# The formula on counts made by hand: 0.39 * words / sentences + 11.8 * syllables / words - 15.59
BY_HAND = {
    "The cat sat on the mat.": (6, 1, 6),
    "Lie on your back. Bend your knees.": (7, 2, 7),
    "Squeeze the pillow with your inner thighs, evenly, and count to 2.": (12, 1, 16),
    "Do not hold it tight!": (5, 1, 5),
    "Ready? Breathe in; breathe out.": (5, 3, 6),
}


@pytest.mark.parametrize(("text", "counts"), BY_HAND.items())
def test_the_grade_is_that_of_counting_by_hand(text: str, counts: tuple[int, int, int]) -> None:
    words, sentences, syllables = counts
    expected = 0.39 * words / sentences + 11.8 * syllables / words - 15.59
    assert grade([text]) == pytest.approx(expected, abs=0.01)


# Published: Wikipedia's article on the test gives 'The cat sat on the mat.' as -1.45 (it says that
# the lowest grade in theory is -3.40), and 'The Australian platypus is seemingly a hybrid of a
# mammal and reptilian creature.' as 11.3 (24 syllables in 13 words).
PUBLISHED = {
    "The cat sat on the mat.": -1.45,
    "Go. Go. Go.": -3.40,
    "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.": 11.3,
}


@pytest.mark.parametrize(("text", "published"), PUBLISHED.items())
def test_the_grade_is_within_half_a_grade_of_a_published_one(text: str, published: float) -> None:
    assert grade([text]) == pytest.approx(published, abs=0.5)


def test_longer_sentences_and_longer_words_read_harder() -> None:
    short = "Lie down. Rest. Bend one leg."
    joined = "Lie down and rest and bend one leg."
    long_words = "Recline horizontally. Relax. Elevate one extremity."
    assert grade([short]) < grade([joined])
    assert grade([short]) < grade([long_words])


def test_each_text_ends_a_sentence_with_or_without_a_full_stop() -> None:
    assert grade(["Lie down", "Rest"]) == grade(["Lie down.", "Rest."])
    assert grade(["Lie down", "Rest"]) < grade(["Lie down rest"])


@pytest.mark.parametrize("texts", [[], [""], ["…", "—"], ["!?"]])
def test_a_text_without_words_has_no_grade(texts: list[str]) -> None:
    assert grade(texts) == 0.0


@pytest.mark.parametrize("item", list(walk.items(sample_library())), ids=lambda item: item.id)
def test_every_stretch_and_routine_reads_at_grade_six_or_lower(item: Exercise | Routine) -> None:
    texts = [text for _, text in walk.texts_of(item)]
    assert texts
    assert grade(texts) <= GRADE_WANTED == 6


def test_the_warning_signs_and_the_disclaimer_read_easily_too() -> None:
    library = sample_library()
    for signs in library.urgent_signs.values():
        assert grade([*signs.emergency, *signs.see_doctor_first, *signs.see_someone]) <= 6
        assert grade([signs.in_short]) <= 8
    assert grade(library.site.disclaimer.lines) <= 8
