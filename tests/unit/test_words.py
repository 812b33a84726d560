"""The catalogue: strictly read, right plurals, every sentence used and every gap filled."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from stretchbook.model import Language, Library, Plan, Review, Routine, TranslationCheck
from stretchbook.reading.load import load
from stretchbook.render import Files, render, render_all
from stretchbook.rendering import config
from stretchbook.translating.states import state
from stretchbook.views.handout_view import LABELS, view_handout
from stretchbook.words import (
    InLanguage,
    Sentence,
    Words,
    our_words,
    read_words,
    said_with_stretches,
)
from tests.support.content import HANDWRITTEN, ROOT, sample_library, with_exercises, with_routines

WORDS = our_words()

# Times and counts

DURATIONS = {
    1: "1 second",
    2: "2 seconds",
    59: "59 seconds",
    60: "1 minute",
    61: "1 minute 1 second",
    100: "1 minute 40 seconds",
    120: "2 minutes",
    342: "5 minutes 42 seconds",
    420: "7 minutes",
    600: "10 minutes",
    1800: "30 minutes",
}


@pytest.mark.parametrize(("seconds", "said"), DURATIONS.items())
def test_a_time_is_said_in_minutes_and_seconds(seconds: int, said: str) -> None:
    assert WORDS.duration(seconds) == said


@given(st.integers(1, 5000))
def test_the_time_said_is_the_time_meant(seconds: int) -> None:
    parts = WORDS.duration(seconds).split()
    length = {"second": 1, "seconds": 1, "minute": 60, "minutes": 60}
    pairs = list(zip(parts[::2], parts[1::2], strict=True))
    assert sum(int(number) * length[unit] for number, unit in pairs) == seconds
    assert all((int(number) == 1) != unit.endswith("s") for number, unit in pairs)
    assert "0" not in [number for number, _ in pairs]


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 stretches"), (1, "1 stretch"), (2, "2 stretches")]
)
def test_one_is_singular_and_none_is_not(number: int, said: str) -> None:
    assert WORDS.plural("stretches", number) == said


@pytest.mark.parametrize(
    ("items", "said"), [([], ""), (["Chair"], "Chair"), (["A", "{b}", "C"], "A, {b}, C")]
)
def test_several_things_stand_in_a_row(items: list[str], said: str) -> None:
    assert WORDS.listed(items) == said


def test_a_reader_of_its_own_gets_the_keys_it_asks_for() -> None:
    forms = {"one": "B", "other": "Bs"}
    words = Words({"a": "A", "b": forms, "c.d": "D", "c.e": "E", "cc": "no"})
    assert words.pick("x=a b c.*") == {"x": "A", "b": forms, "d": "D", "e": "E"}
    assert words.group("c") == {"d": "D", "e": "E"}
    with pytest.raises(KeyError):
        words.group("d")
    with pytest.raises(KeyError):
        words.pick("d")
    with pytest.raises(TypeError):
        words["b"]
    with pytest.raises(TypeError):
        words.plural("a", 1)


# Reading

WRONG = {
    "a: [b": "words/a.yml:1: is not valid YAML",
    "a: One\na: Two": "words/a.yml:2: a: is given twice",
    "a: 3": "words/a.yml:1: a: is no sentence",
    "a:\n  b: [One, Two]": "words/a.yml:2: a.b: is no sentence",
    "a:\n": "words/a.yml:1: a: is no sentence",
    "- One": "words/a.yml:1: is no sentence",
    'a: ""': "words/a.yml:1: a: is empty",
    'a: "One "': "words/a.yml:1: a: is empty, or has spaces",
    'b: One\na: "One {n"': "words/a.yml:2: a: has a gap that is not whole",
    "a: One {} two": "words/a.yml:1: a: has a gap",
    "a: One {0} two": "words/a.yml:1: a: has a gap",
    "a: One {n!r} two": "words/a.yml:1: a: has a gap",
    "a: One}": "words/a.yml:1: a: has a gap",
    'a:\n  one: "{n} day"': "words/a.yml:1: a: is neither a plural nor a group",
    'a:\n  one: One\n  other: "{n} days"\n  few: Two': "words/a.yml:1: a: is neither a plural",
    "a:\n  one: One day\n  other: Some days": "words/a.yml:1: a: has a gap in one form only",
    'a:\n  one: "{m} day"\n  other: "{n} days"': "words/a.yml:1: a: has a gap in one form only",
    'a:\n  one: "{n day"\n  other: "{n} days"': "words/a.yml:2: a.one: has a gap that is not whole",
}


@pytest.mark.parametrize(("text", "said"), WRONG.items())
def test_what_is_no_catalogue_is_refused_with_its_line(
    text: str, said: str, tmp_path: Path
) -> None:
    (tmp_path / "a.yml").write_text(text, "utf-8")
    _, problems = read_words(tmp_path)
    assert [str(problem) for problem in problems if str(problem).startswith(said)]


def test_a_key_in_two_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("b:\n  c: One", "utf-8")
    (tmp_path / "b.yml").write_text("b:\n  c: Two", "utf-8")
    words, (problem,) = read_words(tmp_path)
    assert str(problem).startswith("words/b.yml:2: b.c: stands in another file too")
    assert words["b.c"] == "One"


# Used and unused


class Asked(dict[str, Sentence]):
    """Sentences that remember who was asked for."""

    def __init__(self, sentences: Mapping[str, Sentence]) -> None:
        super().__init__(sentences)
        self.keys_asked: set[str] = set()

    def __getitem__(self, key: str) -> Sentence:
        self.keys_asked.add(key)
        return super().__getitem__(key)


class Strict(Words):
    """Fills a sentence only if somebody brings exactly what its gaps want."""

    def fill(self, key: str, **gaps: str | float) -> str:
        wanted = gaps_of(self[key])
        # A dose brings all its numbers; its sentence takes those that it has.
        assert wanted == set(gaps) or (key.startswith("dose.") and wanted < set(gaps)), key
        return super().fill(key, **gaps)


def gaps_of(sentence: Sentence) -> set[str]:
    forms = [sentence] if isinstance(sentence, str) else [*sentence.values()]
    return {name for form in forms for _, name, _, _ in Formatter().parse(form) if name}


def libraries() -> Iterator[Library]:
    """Content that between them says everything."""
    real = sample_library()
    yield real
    hostile, _ = load(ROOT / "tests/golden/content")
    assert hostile is not None
    yield hostile
    first = next(iter(real.exercises.values()))
    large = with_exercises(real, *(replace(first, id=f"copy-{n}", name=f"{n}") for n in range(400)))
    short = replace(real.routines["daily-warm-up"], sections=real.routines["sciatica"].sections[:1])
    yield with_routines(large, *(replace(short, id=f"r-{n}", name=f"R {n}") for n in range(200)))
    done = Review(
        written_on=date(2026, 11, 22),
        next_review=date(2027, 11, 22),
        reviewed_by="A. Person",
        reviewed_on=date(2026, 12, 1),
    )
    yield with_exercises(real, replace(first, review=done, areas=()))


@cache
def asked() -> Asked:
    """Every key that the generator asks for on the way to pages, data and handouts."""
    sentences = Asked(WORDS.sentences)
    words = Strict(sentences)
    other = Strict(sentences, ELSEWHERE)
    for library in libraries():
        names = (*library.routines, "")
        states = {name: state(other, name, "0" * 12) for name in names}
        translated = InLanguage(words=other, library=library, states=states)
        languages = [InLanguage(words=words, library=library), translated]
        render_all(languages, HANDWRITTEN, ["/es/stretches/gone/"])
        shown_ones: list[Routine | Plan] = [*library.routines.values(), *library.plans.values()]
        for shown in shown_ones:
            view_handout(words, library, shown)
    return sentences


def check_of(texts: str) -> TranslationCheck:
    return TranslationCheck(checked_by="A. Person", checked_on=date(2026, 12, 1), texts=texts)


ELSEWHERE = Language(
    code="es",
    name="Español",
    english_name="Spanish",
    translated_by="somebody",
    checks={"sciatica": check_of("0" * 12), "low-back-pain": check_of("1" * 12)},
)


# Written before or after pages are rendered.
LATER = {
    "draft": "scripts/stretchbook/prepare.py",
}


def test_every_sentence_is_asked_for_and_every_gap_filled() -> None:
    assert set(WORDS.sentences) - asked().keys_asked == set(LATER)
    for key, file in LATER.items():
        assert f'"{key}"' in (ROOT / file).read_text("utf-8")


def test_what_is_printed_in_a_language_is_in_that_language() -> None:
    sentences = Asked(WORDS.sentences)
    for shown in sample_library().routines_in_order():
        view_handout(Words(sentences, ELSEWHERE), sample_library(), shown)
    beside = {key for key in sentences.keys_asked if not key.startswith("search_")}
    assert beside - said_with_stretches() == {"editions_both"}  # of the page that leads to it


@cache
def files() -> Files:
    return render(sample_library(), HANDWRITTEN)


def test_no_page_shows_an_open_gap() -> None:
    for name, data in files().items():
        if name.endswith(".md"):
            body = data.decode().split("\n---\n", 1)[1]
            assert not re.findall(r"\{[a-z_]+\}", body), name


def source(pattern: str) -> str:
    found = sorted(ROOT.glob(pattern))
    assert found, pattern
    return "\n".join(path.read_text("utf-8") for path in found)


def data_of(name: str) -> Any:  # noqa: ANN401 - as JSON is
    return json.loads(files()[f"docs/data/{name}.json"])


def listed() -> Iterator[tuple[str, Mapping[str, Any], str]]:
    """Who gets sentences by a list of keys: its name, the list, and the text of who reads it."""
    scripts, templates = source("docs/js/**/*.js"), source("overrides/**/*.html")
    session = data_of("session")
    yield "plan", data_of("plan")["words"], scripts
    yield "search", data_of("search")["words"], scripts
    yield "offline", data_of("offline"), scripts
    for part in ("text", "diary", "reminders", "plural"):
        yield part, session[part], scripts
    frame = yaml.safe_load(files()[config.FILE])["extra"]["frame"]
    yield "buttons", frame["buttons"], scripts
    for part in ("labels", "print_labels"):
        yield part, frame[part], templates
    yield "frame", frame, templates
    yield "diary page", WORDS.group("diary_page"), templates
    yield "filters", {**WORDS.group("filters"), "reset": ""}, templates
    sheets = ("sheet", "handout", "wall")
    told = "".join(source(f"scripts/stretchbook/handouts/{name}.typ") for name in sheets)
    yield "handout", WORDS.pick(LABELS), told


LISTED = [pytest.param(*found, id=found[0]) for found in listed()]
MADE = re.compile(
    r"`((?:[\w -]*\$\{[^{}`]*\})+[\w -]*)`"
)  # `do-${phase.kind}`: a name that is made
OPEN = re.compile(r"\$\{[^{}`]*\}")
SHORTEST = 3  # letters of a name that is made: `${a}-${b}` would stand for all


def reads(text: str, key: str) -> bool:
    """Whether a program names this key, whole or by a part that it completes."""
    if re.search(rf"""["'`.]{re.escape(key)}(?![\w-]|\.\d)|\b{re.escape(key)}: """, text):
        return True
    made = {tuple(OPEN.split(name)) for name in MADE.findall(text)}
    patterns = (".*".join(parts) for parts in made if len("".join(parts).strip()) >= SHORTEST)
    return any(re.fullmatch(pattern, key) for pattern in patterns)


@pytest.mark.parametrize(("name", "keys", "text"), LISTED)
def test_every_key_of_a_list_is_read_by_its_reader(
    name: str, keys: Mapping[str, Any], text: str
) -> None:
    assert {key for key in keys if not reads(text, key)} == set(), name


SAID_BY_SCRIPTS = ("plan", "offline", "text", "diary", "reminders", "plural", "buttons")


def test_every_gap_that_a_script_fills_is_named_by_a_script() -> None:
    scripts = source("docs/js/**/*.js")
    told = {part: keys for part, keys, _ in listed() if part in SAID_BY_SCRIPTS}
    gaps = {
        (part, key, gap)
        for part, keys in told.items()
        for key, found in keys.items()
        for gap in gaps_of(found)
    }
    assert len(gaps) > 50
    assert [found for found in gaps if not re.search(rf"\b{found[2]}\b", scripts)] == []


# How a script asks for a sentence, and the lists that may have it.
ASKING = {
    r"""\bsay\(\s*(?:\w+\.)*words,\s*"([\w-]+)\"""": ("plan", "search", "offline"),
    r"""\btext\["([\w.-]+)"\]""": ("text", "diary", "reminders"),
    r"""\bsay\(\s*(?:this\.)?(?:data\.)?text,\s*"([\w-]+)\"""": ("text", "diary", "reminders"),
    r"""\bsay\(\s*(?:\w+\.)?plural,\s*"(\w+)\"""": ("plural",),
}


@pytest.mark.parametrize(("asking", "parts"), ASKING.items(), ids=[p[0] for p in ASKING.values()])
def test_every_sentence_that_a_script_asks_for_is_there(
    asking: str, parts: tuple[str, ...]
) -> None:
    known = {key for part, keys, _ in listed() if part in parts for key in keys}
    asked_for = set(re.findall(asking, source("docs/js/**/*.js")))
    assert asked_for
    assert asked_for - known == set()


def test_no_sentence_stands_twice() -> None:
    """Adjectives of a choice agree with what is chosen, counts with the sentence around them."""
    keys: dict[str, list[str]] = {}
    for key, sentence in WORDS.sentences.items():
        if not key.startswith(("choices.", "session.pace-", "count_")):
            keys.setdefault(str(sentence), []).append(key)
    assert [found for found in keys.values() if len(found) > 1] == []
