"""The fonts of the paper have what they must, and say truly what they lack."""

import string
from collections.abc import Iterator
from pathlib import Path

import pytest
import typst
from fontTools.ttLib import TTFont

from stretchbook.graphics import fonts
from stretchbook.handouts.typeset import STANDARD, typst_fonts
from stretchbook.words import our_words

SCRIPTS = {
    "Latin": "Größe, Übung, niño, żółć, Tiếng Việt, “quotes” ½ ⅓ ≥ → ✓",
    "Greek and Cyrillic": "Διάταση, Растяжка, Ґрунт",
    "Arabic": "تمدد الورك، ۱۲۳ ٤٥٦",
    "Urdu": "کولہے کو پھیلائیں",
    "Hebrew": "מתיחה של הירך, שָׁלוֹם",
    "Devanagari": "कूल्हे का खिंचाव, क्षमा",
    "Bengali": "নিতম্ব প্রসারণ",
    "Gurmukhi": "ਕਮਰ ਦਾ ਖਿਚਾਅ",
    "Tamil": "இடுப்பு நீட்சி",
    "Thai": "ยืดสะโพก",
}
NOT_THERE = fonts.Font("Noto Sans Nowhere", (Path("nowhere"),), "Nowhere.ttf")
INVISIBLE = "a\u00adb\u200bc\u200dd\u200ee\u2060f\u2068g\u2069h\u00a0i\u3000j\ufe0fk"
LACKED = (
    "漢",
    "\U0001342f",
    "\ue000",
    "b\u0338",
    "1\ufe0f\u20e3",
    "क\u0338",
    "😀",
    "\ufffd",
)


def is_printed(text: str, folder: Path) -> bool:
    """Whether Typst sets it, in regular and in bold, without an empty box."""
    families = ", ".join(f'"{font.family}"' for font in fonts.FONTS)
    source = folder / "page.typ"
    source.write_text(
        f'#set document(title: "Test")\n#set text(font: ({families}))\n{text} *{text}*', "utf-8"
    )
    try:
        typst.compile(str(source), font_paths=typst_fonts(), pdf_standards=[STANDARD])
    except typst.TypstError:
        return False
    return True


@pytest.mark.parametrize("text", [*SCRIPTS.values(), INVISIBLE], ids=[*SCRIPTS, "invisible"])
def test_scripts_are_printed_and_nothing_of_them_is_said_to_lack(text: str, tmp_path: Path) -> None:
    assert list(fonts.shapeless(text)) == []
    assert is_printed(text, tmp_path)


@pytest.mark.parametrize("letter", LACKED, ids=ascii)
def test_what_cannot_be_printed_is_found_with_its_marks(letter: str, tmp_path: Path) -> None:
    assert list(fonts.shapeless(f"Leg {letter} or {letter}e")) == [letter]
    assert not is_printed(letter, tmp_path)


def test_all_are_here_and_ascii_needs_no_look() -> None:
    assert fonts.installed() == fonts.FONTS
    with TTFont(fonts.LATIN.path) as file:
        assert set(map(ord, string.printable.strip())) <= set(file.getBestCmap())


@pytest.mark.parametrize("font", fonts.FONTS, ids=lambda font: font.family)
def test_bold_has_the_letters_of_regular_and_the_licence_is_open(font: fonts.Font) -> None:
    bold = font.folders[-1] / font.file.replace("400Regular", "700Bold").replace("Regular", "Bold")
    with TTFont(font.path) as regular_file, TTFont(bold) as bold_file:
        assert regular_file.getBestCmap().keys() == bold_file.getBestCmap().keys()
        assert "SIL Open Font License" in regular_file["name"].getDebugName(13)
        assert regular_file["name"].getBestFamilyName() == font.family


def test_typst_sees_no_other_fonts() -> None:
    assert set(typst_fonts().families()) == {font.family for font in fonts.FONTS}


def test_our_own_words_can_be_printed() -> None:
    words = str(our_words().sentences)
    assert list(fonts.shapeless(words)) == []


@pytest.fixture
def only_latin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine without the optional packages."""
    caches = (fonts.installed, fonts.has_shape)
    with monkeypatch.context() as patch:
        patch.setattr(fonts, "FONTS", (fonts.LATIN, *(NOT_THERE for _ in fonts.FONTS[1:])))
        for cache in caches:
            cache.cache_clear()
        yield
    for cache in caches:
        cache.cache_clear()


@pytest.mark.usefixtures("only_latin")
def test_without_the_packages_latin_is_printed_and_the_rest_is_named() -> None:
    assert fonts.installed() == (fonts.LATIN,)
    assert list(fonts.shapeless("Größe, Διάταση")) == []
    assert list(fonts.shapeless("Leg ירך")) == list("ירך")
