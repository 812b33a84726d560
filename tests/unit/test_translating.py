"""Translations: what there is to translate, catalogues that follow it, and what is shown."""

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml
from babel.messages import Catalog

from stretchbook import published
from stretchbook.commands import translations
from stretchbook.model import ENGLISH, Language, TranslationCheck
from stretchbook.problems import RefusedError, Severity, shortened
from stretchbook.render import render_all
from stretchbook.translating import FOLDER, po_files
from stretchbook.translating.fidelity import faults
from stretchbook.translating.plural_forms import by_name, gettext_rule
from stretchbook.translating.source_texts import (
    SourceText,
    exact,
    notes_of_words,
    source_texts,
)
from stretchbook.translating.states import state
from stretchbook.translating.translation import read_translations
from stretchbook.words import FOLDER as WORDS_FOLDER
from stretchbook.words import InLanguage, Words, in_english, our_words
from tests.support.catalogues import Say, translate
from tests.support.content import HANDWRITTEN, copy_content, sample_library, with_exercises

WORDS = our_words()
DAY = date(2026, 12, 1)


@cache
def texts() -> list[SourceText]:
    return source_texts(sample_library(), WORDS, notes_of_words(WORDS_FOLDER))


def shouted(_: SourceText, english: str) -> str:
    """A translation that keeps all that is exact: gaps stay, the rest is in capitals."""
    return "".join(
        part if part.startswith("{") else part.upper()
        for part in re.split(r"(\{[a-z_]+\})", english)
    )


def read(content: Path) -> tuple[list[InLanguage], list[str]]:
    found, problems = read_translations(content, content, sample_library(), WORDS)
    return found, [str(problem) for problem in problems]


def but(said: Say, **instead: str) -> Say:
    """The same translator, but for texts whose context holds a word with `_` for each mark."""

    def say(text: SourceText, english: str) -> str:
        plain = re.sub(r"\W+", "_", text.context)
        found = [other for part, other in instead.items() if part in plain]
        return found[0] if found else said(text, english)

    return say


# What there is to translate


def test_every_text_stands_once_and_without_its_position() -> None:
    keys = [text.key for text in texts()]
    assert len(keys) == len(set(keys)) > 1000
    fields = [text.context.partition(" / ")[2] for text in texts() if "words" not in text.context]
    assert not [field for field in fields if re.search(r"\d", field)]


def test_ids_names_of_people_and_titles_of_sources_are_not_translated() -> None:
    found = {text.text for text in texts()}
    library = sample_library()
    exercise = library.exercises["bridge"]
    assert exercise.name in found
    assert exercise.sources[0].title not in found
    assert not found & {*library.exercises}


def test_texts_on_which_safety_hangs_have_a_catalogue_of_their_own() -> None:
    safety = {text.text for text in texts() if text.catalogue == "safety"}
    library = sample_library()
    cautions = {c.text for exercise in library.exercises.values() for c in exercise.cautions}
    signs = library.urgent_signs[library.site.urgent_signs]
    assert {*signs.emergency, *signs.see_doctor_first, *library.site.disclaimer.lines} <= safety
    assert cautions
    assert cautions <= safety
    assert library.emergency[library.site.emergency].instruction in safety
    assert library.exercises["bridge"].steps[0] not in safety


def test_a_translator_reads_what_a_text_is_for_what_the_picture_shows_and_what_is_exact() -> None:
    bridge = sample_library().exercises["bridge"]
    step = next(
        text for text in texts() if text.key == ("exercises/bridge / steps", bridge.steps[0])
    )
    assert step.notes[0].startswith("What to do, in order, one action a step.")
    assert bridge.picture.alt in step.notes[1]
    assert list(exact("Hold {hold}, 3 times, with your left leg.")) == [
        "Keep as it is, it is filled in: {hold}",
        "The numbers must be the same: 3",
        "The side must be the same: left",
    ]
    word = next(text for text in texts() if text.context == "words / range")
    assert word.notes[0].startswith("From the smaller number to the larger")


# Catalogues follow the English


def changed(**steps: tuple[str, ...]) -> list[SourceText]:
    """The texts where the steps of some stretches are others."""
    library = sample_library()
    exercises = (replace(library.exercises[name], steps=found) for name, found in steps.items())
    return source_texts(with_exercises(library, *exercises), WORDS)


def content_of(all_texts: list[SourceText]) -> list[SourceText]:
    return [text for text in all_texts if text.catalogue == "content"]


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    folder = translate(tmp_path, "pl", texts(), shouted)
    return po_files.read(folder / "content.po", "pl", "content.po")[0]


def entry(catalog: Catalog, text: str) -> tuple[str, bool, list[str]]:
    message = catalog.get(text, "exercises/bridge / steps")
    assert message is not None
    return str(message.string or ""), message.fuzzy, list(message.previous_id)


def test_an_inserted_step_moves_nothing(catalog: Catalog) -> None:
    steps = sample_library().exercises["bridge"].steps
    new = po_files.updated(catalog, content_of(changed(bridge=("Put on socks.", *steps))))
    assert entry(new, "Put on socks.") == ("", False, [])
    for step in steps:
        assert entry(new, step) == entry(catalog, step)


def test_a_small_edit_is_marked_with_the_old_english_and_a_rewrite_is_empty(
    catalog: Catalog,
) -> None:
    first, _, *rest = sample_library().exercises["bridge"].steps
    edited, rewritten = first.replace(".", ", please."), "Sing something."
    new = po_files.updated(catalog, content_of(changed(bridge=(edited, rewritten, *rest))))
    assert entry(new, edited) == (entry(catalog, first)[0], True, [first])
    assert entry(new, rewritten) == ("", False, [])
    assert b"#~ msgid" in po_files.write(new), "the old translation is lost"
    assert f'#| msgid "{first}"'.encode() in po_files.write(new)


def test_the_translation_of_another_text_is_never_taken_for_an_edit(
    catalog: Catalog,
) -> None:
    first, *rest = sample_library().exercises["bridge"].steps
    near = first.replace(".", " now.")
    new = po_files.updated(catalog, content_of(changed(bridge=(first, near, *rest))))
    assert entry(new, near) == ("", False, [])  # the old step is still there, and still its own


def test_an_update_without_a_change_changes_no_byte(catalog: Catalog) -> None:
    once = po_files.write(po_files.updated(catalog, content_of(texts())))
    assert once == po_files.write(catalog)


def test_what_a_translator_noted_stays(catalog: Catalog) -> None:
    step = sample_library().exercises["bridge"].steps[0]
    message = catalog.get(step, "exercises/bridge / steps")
    assert message is not None
    message.user_comments = ["Ask the clinic."]
    new = po_files.updated(catalog, content_of(texts()))
    assert b"# Ask the clinic.\n" in po_files.write(new)


def test_forms_have_the_numbers_of_their_own_catalogue() -> None:
    assert gettext_rule("es") == "nplurals=2; plural=(((n == 1)) ? 0 : 1);"
    standard = "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5"
    forms = ["none", "one", "two", "few", "many", "hundreds"]
    named = by_name("ar", standard, forms)
    assert named == dict(zip(("zero", "one", "two", "few", "many", "other"), forms, strict=True))
    moved = by_name("ar", standard.replace("? 4 : 5", "? 5 : 4"), forms)
    assert (moved["many"], moved["other"]) == ("hundreds", "many")


# What is shown


def test_a_whole_translation_is_shown_whole(tmp_path: Path) -> None:
    translate(tmp_path, "pl", texts(), shouted)
    (found,), problems = read(tmp_path)
    assert problems == []
    library = sample_library()
    assert found.library.exercises.keys() == library.exercises.keys()
    assert found.library.exercises["bridge"].name == library.exercises["bridge"].name.upper()
    assert found.library.exercises["bridge"].dose.given == library.exercises["bridge"].dose.given
    assert found.words["how_to"] == WORDS["how_to"].upper()
    assert found.words.plural("seconds", 1.5) == "1,5 SECONDS"


def test_a_stretch_is_there_only_where_all_of_it_is(tmp_path: Path) -> None:
    translate(tmp_path, "pl", texts(), but(shouted, exercises_heel_digs_feel=""))
    (found,), problems = read(tmp_path)
    assert problems == [
        f"{tmp_path.name}/translations/pl: warning: does not show 1 file, translated only in"
        " part: exercises/heel-digs [translations]\n"
        "    hint: run `make translations`, and fill in what is empty in the catalogues"
    ]
    library = sample_library()
    assert library.exercises.keys() - found.library.exercises.keys() == {"heel-digs"}
    using = {name for name, one in library.routines.items() if "heel-digs" in str(one.sections)}
    assert using
    assert library.routines.keys() - found.library.routines.keys() == using


@pytest.mark.parametrize(
    ("part", "named"),
    [
        ("site_disclaimer_lines", "site"),
        ("urgent_signs_back_emergency", "urgent-signs/back"),
        ("emergency_us_instruction", "emergency/us"),
        ("words_how_to", "words / how_to"),
        ("words_session_start", "words / session.start"),
    ],
)
def test_without_its_safety_texts_or_our_words_a_language_is_not_shown(
    part: str, named: str, tmp_path: Path
) -> None:
    translate(tmp_path, "pl", texts(), but(shouted, **{part: ""}))
    found, problems = read(tmp_path)
    assert found == []
    assert problems == [
        f"{tmp_path.name}/translations/pl: warning: is not shown: 1 part every page needs is not"
        f" translated: {named} [translations]\n"
        "    hint: run `make translations`, and fill in what is empty in the catalogues"
    ]


def test_a_text_that_must_be_looked_at_again_is_not_shown(tmp_path: Path) -> None:
    folder = translate(tmp_path, "pl", texts(), shouted)
    path = folder / "content.po"
    mark = 'msgctxt "exercises/heel-digs / feel"'
    path.write_text(path.read_text("utf-8").replace(mark, f"#, fuzzy\n{mark}", 1), "utf-8")
    (found,), _ = read(tmp_path)
    assert "heel-digs" not in found.library.exercises


def test_a_word_of_the_program_that_is_missing_stays_english_and_is_set_apart(
    tmp_path: Path,
) -> None:
    translate(tmp_path, "pl", texts(), but(shouted, words_plan_lead="", words_plan_shown=""))
    (found,), problems = read(tmp_path)
    assert found.words["plan_lead"] == in_english(WORDS["plan_lead"])
    assert found.words.plural("plan.shown", 3) == in_english("3 stretches to choose from")
    assert found.words["plan_title"] == WORDS["plan_title"].upper()
    assert problems == [
        f"{tmp_path.name}/translations/pl: warning: has 2 texts of the program in English: words /"
        " plan_lead, words / plan.shown [translations]\n"
        "    hint: run `make translations`, and fill in what is empty in the catalogues"
    ]


def test_what_is_missing_since_its_english_has_changed_was_there_before(tmp_path: Path) -> None:
    say = but(shouted, exercises_bridge_feel="")
    path = translate(tmp_path, "pl", texts(), say) / "content.po"
    text = path.read_text("utf-8")
    marked = 'msgctxt "exercises/heel-digs / feel"'
    feel = sample_library().exercises["side-bend"].feel
    for old, new in ((marked, f"#, fuzzy\n{marked}"), (f'msgid "{feel}"', 'msgid "Of old."')):
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")
    (found,), _ = read(tmp_path)
    absent = sample_library().exercises.keys() - found.library.exercises.keys()
    assert absent == {"bridge", "heel-digs", "side-bend"}
    assert found.before
    assert found.before.exercises.keys() - found.library.exercises.keys() == absent - {"bridge"}
    assert found.before.routines.keys() - found.library.routines.keys() == {"daily-warm-up"}


def test_our_words_come_from_the_program_where_a_site_has_none(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "clinic").mkdir()
    translate(tmp_path / "content", "pl", texts(), shouted)
    folder = translate(tmp_path / "clinic", "pl", texts(), shouted)
    (folder / "site.po").unlink()
    found, problems = read_translations(
        tmp_path / "clinic", tmp_path / "content", sample_library(), WORDS
    )
    assert [one.words["how_to"] for one in found] == [WORDS["how_to"].upper()]
    assert problems == []


# What a machine finds wrong


def text_of(english: str, **more: int | str) -> SourceText:
    return SourceText(catalogue="content", context="a / b", text=english, file="a.yml", **more)  # type: ignore[arg-type]  # the two fields that tests set


@pytest.mark.parametrize(
    ("english", "translation", "fault"),
    [
        ("Hold {hold}.", "Mantenga.", "has the gaps none, the English has {hold}"),
        ("Hold.", "Mantenga {hold}.", "has the gaps {hold}, the English has none"),
        ("Wait 30 days.", "Espere 3 días.", "has the numbers 3, the English has 30"),
        ("Wait.", "Espere 3 días.", "has the numbers 3, the English has none"),
        ("Wait 1.5 hours.", "Espere 15 horas.", "has the numbers 15, the English has 1.5"),
        (
            "Lift your left leg.",
            "Levante la pierna derecha.",
            "does not say left, the English does",
        ),
        ("On the right side.", "Del lado izquierdo.", "does not say right, the English does"),
        ("Rest.", "<b>Descanse.</b>", "holds markup, allowed is plain text"),
        ("Rest.", "Descanse\u200f.", "holds a mark of direction, allowed is plain text"),
        ("Rest.", " Descanse.", "has a line end, or spaces at its ends or twice"),
    ],
)
def test_a_fault_is_named(english: str, translation: str, fault: str) -> None:
    assert faults("es", text_of(english), translation) == [fault]


@pytest.mark.parametrize(
    ("code", "english", "translation"),
    [
        ("ar", "Wait 30 days.", "انتظر \u0663\u0660 يومًا."),
        ("es", "Wait 1.5 hours.", "Espere 1,5 horas."),
        ("es", "Sit right back.", "Siéntese bien atrás."),
        ("es", "Lift your left leg.", "Levante la pierna izquierda."),
        ("pl", "Lift your left leg.", "Podnieś nogę."),  # nobody has looked at Polish yet
    ],
)
def test_what_is_right_is_not_called_a_fault(code: str, english: str, translation: str) -> None:
    assert faults(code, text_of(english), translation) == []


def test_a_form_may_say_its_number_in_a_word_and_others_may_not() -> None:
    counted = text_of("{n} time", plural="{n} times")
    assert faults("ar", counted, "مرتين", "two") == []
    assert faults("ar", counted, "مرات", "few") != []


def test_a_name_that_is_far_too_long_is_a_fault() -> None:
    name = next(text for text in texts() if text.context == "exercises/bridge / name")
    assert name.longest == 84
    assert faults("es", name, "x" * 85) == ["has 85 letters, allowed are 84"]


def test_a_fault_stands_with_its_file_line_and_cure(tmp_path: Path) -> None:
    folder = translate(tmp_path, "pl", texts(), but(shouted, exercises_bridge_feel="SIENTE 7."))
    found, problems = read(tmp_path)
    lines = (folder / "content.po").read_text("utf-8").splitlines()
    line = lines.index('msgctxt "exercises/bridge / feel"') + 2  # of the English
    feel = sample_library().exercises["bridge"].feel
    assert problems == [
        f"{tmp_path.name}/translations/pl/content.po:{line}: exercises/bridge / feel: has the"
        " numbers 7, the English has none [translations]\n"
        f'    hint: mend it in this file; the English is "{shortened(feel)}"'
    ]
    assert found


@pytest.mark.parametrize(
    ("name", "written", "said"),
    [
        ("content.po", b'msgid "a"\nmsgstr "b\n', "content.po:2: cannot be read: a text is not"),
        ("content.po", b'msgid "a"\nmsgstr "x\\"\n', "content.po:2: cannot be read: a text is not"),
        ("content.po", b'msgid "a\nmsgstr ""\n', "content.po:1: cannot be read: a text is not"),
        ("site.po", b'<<<<<<< HEAD\nmsgid "a"\nmsgstr "b"\n', "site.po:1: cannot be read: "),
        ("site.po", b'msgid "a"\nmsgstr "b"\nnonsense\n', "site.po:3: cannot be read: "),
        ("content.po", b'msgid "\xff"\nmsgstr ""\n', "content.po: cannot be read: "),
        ("review.yml", b"name: Example\n", "review.yml:1: english_name: is missing"),
        ("review.yml", b"", "review.yml"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_and_nothing_raises(
    name: str, written: bytes, said: str, tmp_path: Path
) -> None:
    folder = translate(tmp_path, "pl", texts(), shouted)
    (folder / name).write_bytes(written)
    _, problems = read_translations(tmp_path, tmp_path, sample_library(), WORDS)
    assert f"{tmp_path.name}/translations/pl/{said}" in "\n".join(map(str, problems))
    assert [one for one in problems if one.severity is Severity.ERROR]


# How far it is checked


def test_the_state_is_computed_from_what_was_read(tmp_path: Path) -> None:
    translate(tmp_path, "pl", texts(), shouted)
    (found,), _ = read(tmp_path)
    now = found.hashes["sciatica"]
    said = found.words

    def told(language: Language) -> str:
        return state(Words(said.sentences, language), "sciatica", now)

    def checked(read_then: str) -> Language:
        one = TranslationCheck(checked_by="A. Person", checked_on=DAY, texts=read_then)
        return replace(said.language, checks={"sciatica": one})

    assert said["translation_unchecked"] in told(said.language)
    assert said.fill("translation_checked", who="A. Person", day="2026-12-01") in told(checked(now))
    older = told(checked("0" * 12))
    assert said.fill("translation_changed", who="A. Person", day="2026-12-01") in older
    assert all("A TEST" in text or "a test" in text for text in (told(said.language), older))


def test_what_was_read_differs_once_a_text_of_the_page_changes(tmp_path: Path) -> None:
    for name, say in {
        "a": shouted,
        "b": but(shouted, exercises_bridge_feel="OTHER"),
        "c": but(shouted, urgent_signs_back_in_short="OTHER"),
        "d": but(shouted, plan_lead="OTHER"),
    }.items():
        (tmp_path / name).mkdir()
        translate(tmp_path / name, "pl", texts(), say)
    library = sample_library()
    using = {name for name, one in library.routines.items() if "bridge" in str(one.sections)}
    a, b, c, d = (read(tmp_path / name)[0][0].hashes for name in "abcd")
    assert {name for name in a if a[name] != b[name]} == using
    assert {name for name in a if a[name] != c[name]} == set(a)
    assert a == d  # a word of the program is not the text of a routine


# The command


def test_a_new_language_begins_with_what_is_translated_already(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(translations, "ROOT", tmp_path)
    copy_content(tmp_path)
    (tmp_path / "content").rename(tmp_path / "clinic")
    monkeypatch.setenv("STRETCHBOOK_CONTENT", "clinic")
    ours = replace(texts()[0], context="exercises/ours / name", text="Not of this clinic")
    translate(tmp_path / "content", "pl", [*texts(), ours], but(shouted, exercises_bridge_feel=""))
    assert translations.update(["pl"]) == 0
    said = capsys.readouterr().out
    folder = tmp_path / "clinic/translations/pl"
    assert sorted(path.name for path in folder.iterdir()) == [
        *("content.po", "review.yml", "safety.po"),
    ]
    count = len([text for text in texts() if text.catalogue == "content"])
    assert f"pl: content {count - 1} of {count}\n" in said
    assert "review.yml:6: translated_by: is empty" in said
    assert "name: Polski\nenglish_name: Polish\ndirection: ltr\n" in (
        folder / "review.yml"
    ).read_text("utf-8")
    assert "Not of this clinic" not in (folder / "content.po").read_text("utf-8")
    before = {path: path.read_bytes() for path in folder.iterdir()}
    assert translations.update([]) == 0
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_a_language_that_nobody_knows_is_refused_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translations, "ROOT", tmp_path)
    copy_content(tmp_path)
    with pytest.raises(RefusedError) as refused:
        translations.update(["es", "klingon"])
    assert str(refused.value) == (
        'LANGUAGE: is no language that is known, found "klingon"\n'
        "    hint: write its code in small letters, such as es, ar or pt-br"
    )
    assert not (tmp_path / "content/translations").exists()


# Addresses


def several(tmp_path: Path, say: Say) -> list[InLanguage]:
    translate(tmp_path, "pl", texts(), say)
    (found,), _ = read(tmp_path)
    return [InLanguage(words=WORDS, library=sample_library()), found]


def test_each_language_has_its_addresses_and_its_pages_name_each_other(tmp_path: Path) -> None:
    files = render_all(several(tmp_path, shouted), HANDWRITTEN)
    spanish = files["docs/pl/sciatica/index.md"].decode()
    assert '"pl": "pl/sciatica/"' in spanish
    assert '"pl": "pl/sciatica/"' in files["docs/sciatica/index.md"].decode()
    assert 'language: "pl"' in spanish
    assert "](../../pl/stretches/standing-quad-stretch/index.md)" in spanish
    assert "docs/pl/data/stretches/bridge.json" in files


def test_a_page_that_people_write_in_a_language_stands_in_its_frame_and_menu(
    tmp_path: Path,
) -> None:
    languages = several(tmp_path, shouted)
    files = render_all(languages, [*HANDWRITTEN, "pl/about.md"])
    extra = yaml.safe_load(files["mkdocs.generated.yml"])["extra"]
    both = {"en": "about/", "pl": "pl/about/", "x-default": "about/"}
    state = languages[1].states[""]
    theirs = {"language": "pl", "translation": state, "alternates": both}
    assert extra["by_hand"]["pl/about/"] == theirs
    assert extra["by_hand"]["about/"] == {"language": "en", "alternates": both}
    menu = {one["url"]: one["language"] for one in extra["frames"]["pl"]["menu"][-1]["children"]}
    assert menu["pl/about/"] == ""
    assert menu["privacy/"] == "en"
    assert "about/" not in menu


def test_one_language_alone_says_nothing_of_languages() -> None:
    files = render_all([InLanguage(words=WORDS, library=sample_library())], HANDWRITTEN)
    assert not [path for path in files if "/pl/" in path]
    assert "alternates" not in files["docs/sciatica/index.md"].decode()


def test_a_page_that_a_language_has_no_more_stays_and_leads_to_the_english_one(
    tmp_path: Path,
) -> None:
    languages = several(tmp_path, but(shouted, exercises_heel_digs_feel=""))
    library = languages[1].library
    before = published.current(sample_library(), HANDWRITTEN)
    before |= published.current(sample_library(), [], "/pl/")
    now = published.current(sample_library(), HANDWRITTEN)
    now |= published.current(library, [], "/pl/")
    gone = published.untranslated(now, before, ["/pl/"])
    assert "/pl/stretches/heel-digs/" in gone
    page = render_all(languages, HANDWRITTEN, sorted(gone))["docs/pl/stretches/heel-digs/index.md"]
    said = languages[1].words
    assert f"# {said['outdated_title']}" in page.decode()
    assert 'language: "pl"' in page.decode()  # or its frame would be English
    assert "../../../stretches/heel-digs/index.md" in page.decode()
    assert published.untranslated(now, now, ["/pl/"]) == set()


def test_the_language_of_the_content_stands_at_the_root() -> None:
    assert ENGLISH.home == "/"
    assert WORDS.at("/plan/") == "/plan/"
    assert FOLDER == "translations"
