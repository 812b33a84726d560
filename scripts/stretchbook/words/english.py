"""The English of a country: the words that differ between the United States and Britain.

The numbers to call say which one a site is written in. Our words and an author's texts follow it,
so that nothing of the other country is left on a page. Only words that mean the same stand here:
what is one thing in one country and another in the other is for the author alone.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Literal

from stretchbook.keeping import remembered
from stretchbook.model import Library
from stretchbook.model.library import shown_texts_changed
from stretchbook.words.catalogue import Sentence, Words

English = Literal["us", "uk"]

# American, British; each also with the endings below
INFLECTED = (
    ("physical therapist", "physiotherapist"),
    ("tumor", "tumour"),
    ("color", "colour"),
    ("center", "centre"),
    ("orthopedic", "orthopaedic"),
    ("pediatric", "paediatric"),
    ("anesthetic", "anaesthetic"),
    ("hemorrhage", "haemorrhage"),
    ("hematoma", "haematoma"),
    ("labor", "labour"),
    ("favor", "favour"),
    ("favorite", "favourite"),
    ("behavior", "behaviour"),
    ("neighbor", "neighbour"),
    ("fiber", "fibre"),
    ("liter", "litre"),
    ("centimeter", "centimetre"),
    ("millimeter", "millimetre"),
    ("kilometer", "kilometre"),
    ("license", "licence"),
    ("countertop", "worktop"),
    ("emergency room", "A&E"),
    ("drugstore", "chemist's"),
    ("cell phone", "mobile phone"),
    ("zip code", "postcode"),
    ("mom", "mum"),
    ("organize", "organise"),
    ("recognize", "recognise"),
)
ALONE = (
    ("physical therapy", "physiotherapy"),
    ("toward", "towards"),
    ("edema", "oedema"),
    ("diarrhea", "diarrhoea"),
    ("anemia", "anaemia"),
    ("leukemia", "leukaemia"),
    ("estrogen", "oestrogen"),
    ("esophagus", "oesophagus"),
    ("orthopedics", "orthopaedics"),
    ("pajamas", "pyjamas"),
    ("traveling", "travelling"),
    ("labeled", "labelled"),
    ("counterclockwise", "anticlockwise"),
    ("acetaminophen", "paracetamol"),
)
WORD = re.compile("[a-z]+")
ENDINGS = ("", "s", "ed", "ing", "'s", "ful")
FORMS = {
    "organize",
    "recognize",
    "emergency room",
    "drugstore",
}  # whose endings are not simply added
# Of a page in Markdown, what is no text: code, addresses, marks in braces and tags
NO_TEXT = re.compile(
    r"(^ *```.*?^ *```[^\n]*$|`[^`\n]*`|\]\([^)\n]*\)|<[^>\n]*>|\{[^}\n]*\}|https?://\S+)",
    re.DOTALL | re.MULTILINE,
)
# What people type in a search is shown nowhere: both ways of writing it must find
TYPED = re.compile(r"search_(?:urgent|kinds|positions|pages|\w*words)\b")


@cache
def _pairs(english: English) -> Mapping[str, str]:
    """What to write for each word of the other country, in small letters."""
    pairs = [*ALONE]
    for us, uk in INFLECTED:
        endings = ENDINGS if us not in FORMS else ("",)
        pairs += [(us + ending, uk + ending) for ending in endings]
    pairs += [("organized", "organised"), ("recognized", "recognised")]
    if english == "us":
        pairs = [(uk, us) for us, uk in reversed(pairs)]
    return {word.lower(): other for word, other in pairs}


@cache
def _pattern(english: English) -> re.Pattern[str]:
    longest_first = sorted(_pairs(english), key=len, reverse=True)
    return re.compile(rf"(?<![\w{{-])(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.I)


@cache
def _first_words(english: English) -> frozenset[str]:
    """Hardly any text has one of them, and finding that out is quick."""
    return frozenset(WORD.findall(word)[0] for word in _pairs(english))


def written(text: str, english: English | None) -> str:
    """The text with the words of this country; unchanged where none is said."""
    if english is None or _first_words(english).isdisjoint(WORD.findall(text.lower())):
        return text
    pairs = _pairs(english)

    def other(found: re.Match[str]) -> str:
        word = pairs[found[0].lower()]
        begins_a_sentence = found[0][0].isupper() and not found[0].isupper()  # A&E is no word
        return word[0].upper() + word[1:] if begins_a_sentence else word

    return _pattern(english).sub(other, text)


def written_library(library: Library, english: English | None) -> Library:
    """The content with the words of this country."""
    return library.with_parts(lambda _, part: _written_part(part, english))


@remembered
def _written_part(part: Any, english: English | None) -> Any:  # noqa: ANN401 - any part of the model
    return shown_texts_changed(part, lambda text: written(text, english))


def written_page(data: bytes, english: English | None) -> bytes:
    """A page in Markdown with the words of this country; code and addresses stay as they are."""
    parts = NO_TEXT.split(data.decode("utf-8", "surrogateescape"))
    parts[::2] = [written(part, english) for part in parts[::2]]
    return "".join(parts).encode("utf-8", "surrogateescape")


def words_in(words: Words, english: English | None) -> Words:
    """The catalogue with the words of this country."""

    def said(text: str) -> str:
        return written(text, english)

    return Words({key: _sentence(key, found, said) for key, found in words.sentences.items()})


def _sentence(key: str, found: Sentence, said: Callable[[str], str]) -> Sentence:
    if not isinstance(found, str):
        return {name: said(form) for name, form in found.items()}
    changed = said(found)
    typed = TYPED.match(key) and not found.endswith(".")
    return f"{found}, {changed}" if typed and changed != found else changed
