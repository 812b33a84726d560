"""Handouts in another language: what views say, and how paper from right to left is laid out."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from stretchbook import handouts
from stretchbook.graphics import fonts
from stretchbook.model import ENGLISH, Clinic, Language, Library
from stretchbook.model.paper import BOTH, EDITIONS, WITH_ENGLISH, editions_in
from stretchbook.views.common import handout_links
from stretchbook.views.handout_view import HandoutView, view_handouts
from stretchbook.words import Words, our_words
from tests.support.content import sample_library, with_exercises
from tests.support.pdf import Pdf
from tests.support.pdf_reading import Element, elements, lacks_a_letter

FROM_RIGHT = Language(
    code="ar",
    name="العربية",
    english_name="Arabic",
    direction="rtl",
    translated_by="a test",
)
BRAZIL = replace(
    FROM_RIGHT, code="pt-br", name="Português", english_name="Portuguese", direction="ltr"
)
STATE = {"sciatica": "لم يراجع أحد هذه الترجمة بعد."}
LONG = replace(
    sample_library().site,
    clinic=Clinic(
        name="مركز العلاج الطبيعي " * 6 + "Northern Physiotherapy Centre " * 3,
        phone="+1 (555) 010-0199",
        address="شارع المثال 12, " * 8 + "Example Town",
        url="https://clinic.example.org/a/very/long/address/that/goes/on/and/on/and/on",
    ),
)
STEPS = tuple(f"قف منتصبًا وعدّ إلى {n}." for n in range(1, 6))
SITE = "https://example.org/site/"
NOTE = "اتصل بالرقم 555 0100 قبل 2026-11-26. افعل 3 x 10 كل يوم."


def small(language: Language) -> tuple[Words, Library]:
    """A routine of two stretches, as if it were in this language."""
    library = sample_library()
    routine = library.routines["sciatica"]
    first = routine.sections[0]
    steps = (replace(first.steps[0], note=NOTE), first.steps[1])
    routine = replace(
        routine,
        related=(),
        afterwards=(),
        sections=(replace(first, steps=steps, stated_minutes=None),),
    )
    words = Words(our_words().sentences, language)
    library = replace(library, routines={"sciatica": routine}, plans={}, site=LONG)
    exercise = library.exercises[first.steps[0].exercise]
    said = exercise.steps if language == ENGLISH else STEPS
    return words, with_exercises(library, replace(exercise, steps=said))


def views(language: Language, states: Mapping[str, str] = STATE) -> tuple[HandoutView, ...]:
    return view_handouts(*small(language), states)


def made(language: Language, folder: Path) -> dict[str, bytes]:
    """All its handouts; the folder keeps them."""
    english = view_handouts(*small(ENGLISH), {"sciatica": "Nobody has checked this."})
    return handouts.files_of(views(language), {}, folder, SITE, english)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("handouts")


def read(folder: Path, edition: str, language: Language = FROM_RIGHT) -> list[Element]:
    return elements(made(language, folder)[path_of(edition, language)])


def path_of(edition: str, language: Language = FROM_RIGHT) -> str:
    return f"docs/{language.code}/handouts/sciatica-{edition}.pdf"


def test_a_view_says_its_language_and_how_far_it_is_checked() -> None:
    (view,) = views(FROM_RIGHT)
    assert view.language == FROM_RIGHT
    assert view.translation == STATE["sciatica"]
    (plain,) = view_handouts(*small(ENGLISH))
    assert plain.language == ENGLISH
    assert plain.translation == ""


def test_only_other_languages_have_an_edition_with_english() -> None:
    assert editions_in(ENGLISH) == EDITIONS
    assert editions_in(FROM_RIGHT) == (*EDITIONS, *WITH_ENGLISH)
    assert [(one.id, one.print) for one in WITH_ENGLISH] == [
        ("a4-both", BOTH),
        ("letter-both", BOTH),
    ]


def test_pages_lead_to_it_beside_the_others() -> None:
    words, _ = small(FROM_RIGHT)
    links = [(link.label, link.address) for link in handout_links(words, "sciatica")]
    assert len(links) == len(EDITIONS) + 2
    assert links[-2:] == [
        ("Handout, العربية with English, A4 (PDF)", "/ar/handouts/sciatica-a4-both.pdf"),
        ("Handout, العربية with English, Letter (PDF)", "/ar/handouts/sciatica-letter-both.pdf"),
    ]


def test_what_is_made_is_what_pages_lead_to(folder: Path) -> None:
    words, _ = small(FROM_RIGHT)
    links = {f"docs{link.address}" for link in handout_links(words, "sciatica")}
    assert set(made(FROM_RIGHT, folder)) == links


def test_a_language_is_set_in_the_font_of_its_letters() -> None:
    assert fonts.families("Español")[0] == fonts.LATIN.family
    assert "Arabic" in fonts.families("العربية")[0]
    assert "Hebrew" in fonts.families("עברית")[0]
    assert set(fonts.families("العربية")) == {font.family for font in fonts.installed()}


def test_the_region_is_in_the_language_of_the_file(folder: Path) -> None:
    files = made(BRAZIL, folder)
    assert str(Pdf(files[path_of("a4", BRAZIL)]).root.Lang) == "pt-BR"


def test_telephone_day_and_repeats_keep_their_order(folder: Path) -> None:
    (said,) = [one.text for one in read(folder, "a4") if "555 0100" in one.text]
    for number in ("555 0100", "2026-11-26", "3 x 10"):
        assert number in said
    page = "".join(one.text for one in read(folder, "a4") if one.page == 0)
    assert "+1 (555) 010-0199" in page
    assert "example.org/site/ar/sciatica" in page.replace("\u200b", "")


@pytest.mark.parametrize("edition", [edition.id for edition in editions_in(FROM_RIGHT)])
def test_long_lines_of_a_clinic_stay_on_the_paper(edition: str, folder: Path) -> None:
    data = made(FROM_RIGHT, folder)[path_of(edition)]
    pdf = Pdf(data)
    for number in range(len(pdf.sheets)):
        assert min(pdf.ink_box(number)) > 4.2
    assert not lacks_a_letter(data)
    first = "\n".join(one.text for one in elements(data) if one.page == 0)
    assert STATE["sciatica"] in first
    assert small(FROM_RIGHT)[1].site.disclaimer.lines[0] in first


def test_both_say_the_same_each_in_its_language(folder: Path) -> None:
    said = read(folder, "a4-both")
    assert str(Pdf(made(FROM_RIGHT, folder)[path_of("a4-both")]).root.Lang) == "ar"
    entries = [(one.language, one.text) for one in said if one.kind == "/LBody"]
    english = view_handouts(*small(ENGLISH))[0].routine.sections[0].steps[0].stretch.steps
    assert len(english) == len(STEPS)
    for text, there in zip(english, STEPS, strict=True):
        assert entries[entries.index(("en", text)) + 1] == ("ar", there)
    page = [(one.language, one.text) for one in said if one.page == 0]
    assert ("en", "Nobody has checked this.") in page
    assert ("ar", STATE["sciatica"]) in page
    heads = [one.left for one in said if one.kind == "/H1"]
    assert heads[0] < heads[1], "English is on the left"


def test_the_same_content_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    english = view_handouts(*small(ENGLISH), {"sciatica": "Nobody has checked this."})
    again = handouts.files_of(views(FROM_RIGHT), {}, tmp_path, SITE, english)
    assert again == made(FROM_RIGHT, folder)
