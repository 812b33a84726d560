"""The content says what its sources say: the numbers below are theirs, not copied from the YAML.

A clinic's fork that changes a dose on purpose changes its row here too.
"""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from stretchbook.checks import reading_level, walk
from stretchbook.checks.grade import GRADE_WANTED
from stretchbook.model import Dose
from stretchbook.render import render
from tests.support.content import CONTENT, HANDWRITTEN, ROOT, file_of, real_library, steps_of
from tests.support.rendered import Element, tree_of_page


class Fact(NamedTuple):
    """What the sources say about one stretch.

    dose: only what is given, and `sides` where each side gets the whole dose.
    editor: the numbers that the sources leave open and we chose.
    says: words that its cautions, steps or other texts must hold, in any form.
    """

    position: str
    equipment: str  # must have / can do without, by id
    dose: dict[str, int | str]
    editor: str
    says: str


E5 = {"hold_seconds": 5}
FACTS: dict[str, Fact] = {
    "standing-glute-squeeze": Fact(
        "standing",
        "/ chair",
        {"sets": 2, "repetitions": 10, "hold_seconds": 3, "release_seconds": 2},
        "repetitions hold_seconds release_seconds",
        "gluteus|arms|thighs|belly|duck|straight|far apart as your hips|10 to 15 times",
    ),
    "legs-up-knee-squeeze": Fact(
        "supine",
        "chair pillow / couch",
        {"repetitions": 20, "hold_seconds": 2, "release_seconds": 2},
        "repetitions release_seconds",
        "90 degrees|inner thighs|adductors|below your shoulders|palms up|ceiling|belly rises"
        "|hip surgery|surgeon|5 to 10 seconds",
    ),
    "bedside-hip-stretch": Fact(
        "sitting",
        "bed /",
        {"hold_seconds": 30, "sides": "each"},
        "",
        "edge of the bed|knee|chest|piriformis|past 90 degrees|cross|turn",
    ),
    "lying-butterfly-stretch": Fact(
        "supine",
        "/ cushion",
        {"hold_seconds": 60},
        "",
        "soles|cushions? under|adductors|groin|do not press|from the front|turn that leg out",
    ),
    "standing-quad-stretch": Fact(
        "standing",
        "support chair / bed block countertop",
        {"hold_seconds": 60, "sides": "each"},
        "hold_seconds",
        "rectus femoris|higher|straight ahead|knees level|belly forward|from the front"
        "|behind|hold on|knee hurts|30 to 60 seconds|AAOS",
    ),
    "legs-up-groin-stretch": Fact(
        "supine",
        "chair /",
        {"hold_seconds": 300, "sides": "each"},
        "hold_seconds",
        "90 degrees|toes point up|iliopsoas|change legs|let go",
    ),
    "knee-rolls": Fact(
        "supine",
        "/ cushion pillow",
        {"repetitions": 5, "hold_seconds": 2, "sides": "each"},
        "",
        "trunk rotators|small|pillow between your knees|NHS inform|Mayo",
    ),
    "pelvic-tilt": Fact(
        "supine",
        "/",
        {"repetitions": 10, "repetition_seconds": 2},
        "",
        "neck|feet|NHS inform|Mayo",
    ),
    "knee-to-chest": Fact(
        "supine",
        "/",
        {"repetitions": 3, **E5, "sides": "each"},
        "",
        "hip replacement|behind your thigh|Mayo|Nuffield",
    ),
    "bridge": Fact(
        "supine",
        "/",
        {"repetitions": 8, **E5},
        "",
        "gluteus maximus|do not arch|MSD Manual|Nuffield",
    ),
    "cat-stretch": Fact(
        "all-fours",
        "mat /",
        {"repetitions": 8, "repetition_seconds": 3},
        "",
        "wrists|knees|Mayo|Nuffield",
    ),
    "childs-pose": Fact(
        "all-fours",
        "mat /",
        {"repetitions": 8, **E5},
        "",
        "breath|heels|knee problem|do not sit right back|nhs.uk",
    ),
    "prone-elbow-prop": Fact(
        "prone",
        "/",
        {"repetitions": 5, **E5},
        "",
        "elbows|further down your leg|NHS inform|nhs.uk",
    ),
    "march-on-the-spot": Fact(
        "standing",
        "/ chair",
        {"set_seconds": 120},
        "",
        "balance|nhs.uk",
    ),
    "heel-digs": Fact(
        "standing",
        "/",
        {"repetitions": 60, "set_seconds": 60},
        "",
        "soft|hamstrings|nhs.uk",
    ),
    "knee-lifts": Fact(
        "standing",
        "/",
        {"repetitions": 30, "set_seconds": 30},
        "",
        "hold a chair|hip replacement|nhs.uk",
    ),
    "shoulder-rolls": Fact(
        "standing",
        "/",
        {"sets": 2, "repetitions": 10, "repetition_seconds": 2},
        "",
        "shoulders|sit|nhs.uk",
    ),
    "mini-squats": Fact(
        "standing",
        "chair /",
        {"repetitions": 10, "repetition_seconds": 3},
        "",
        "knees hurt|10 cm|nhs.uk",
    ),
    "seated-twist": Fact(
        "sitting",
        "chair /",
        {"repetitions": 5, **E5, "sides": "each"},
        "",
        "without wheels|cross your arms|nhs.uk",
    ),
    "side-bend": Fact(
        "standing",
        "/",
        {"repetitions": 3, "hold_seconds": 2, "sides": "each"},
        "",
        "small|side|nhs.uk",
    ),
}
NUMBERS = ("repetitions", "hold_seconds", "release_seconds", "repetition_seconds", "set_seconds")


def given(dose: Dose) -> dict[str, int | str]:
    """The numbers of a dose that are more than the default."""
    numbers = {name: getattr(dose, name) for name in ("sets", *NUMBERS)}
    found: dict[str, int | str] = {
        name: value for name, value in numbers.items() if value not in (None, 1)
    }
    return {**found, "sides": "each"} if dose.sides == "each" else found


def test_the_table_names_every_stretch() -> None:
    assert set(FACTS) == set(real_library().exercises)


@pytest.mark.parametrize("name", FACTS)
def test_the_dose_is_that_of_the_sources(name: str) -> None:
    dose = real_library().exercises[name].dose
    assert given(dose) == FACTS[name].dose


@pytest.mark.parametrize("name", [name for name, fact in FACTS.items() if fact.editor])
def test_a_number_we_chose_says_so_and_why(name: str) -> None:
    dose = real_library().exercises[name].dose
    chosen = {number for number, origin in dose.source.items() if origin == "editor"}
    assert chosen == set(FACTS[name].editor.split())
    assert dose.reason
    assert len(dose.reason) > 60


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("standing-glute-squeeze", "sets"),
        ("legs-up-knee-squeeze", "hold_seconds"),
        ("bedside-hip-stretch", "hold_seconds"),
        ("lying-butterfly-stretch", "hold_seconds"),
    ],
)
def test_a_number_of_the_source_page_says_so(name: str, number: str) -> None:
    source = real_library().exercises[name].dose.source
    assert {str(key): value for key, value in source.items()}[number] == "source page"


@pytest.mark.parametrize("name", FACTS)
def test_position_and_equipment_are_those_of_the_sources(name: str) -> None:
    exercise = real_library().exercises[name]
    needed, _, optional = FACTS[name].equipment.partition("/")
    assert exercise.position == FACTS[name].position
    assert set(needed.split()) <= set(exercise.equipment)
    assert set(optional.split()) <= {*exercise.equipment, *exercise.optional_equipment}


@pytest.mark.parametrize("name", FACTS)
def test_its_texts_hold_the_facts_of_the_sources(name: str) -> None:
    exercise = real_library().exercises[name]
    texts = [
        *steps_of(exercise),
        exercise.summary,
        exercise.feel,
        exercise.works_on,
        exercise.dose.reason or "",
        *(f"{caution.text} {caution.source or ''}" for caution in exercise.cautions),
        *(f"{s.title} {s.url or ''} {s.says or ''}" for s in exercise.sources),
    ]
    text = " ".join(texts)
    missing = [fact for fact in FACTS[name].says.split("|") if not found(fact, text)]
    assert missing == []


@pytest.mark.parametrize("name", FACTS)
def test_a_reader_can_understand_and_check_themselves(name: str) -> None:
    exercise = real_library().exercises[name]
    assert exercise.why
    assert exercise.check_yourself
    assert exercise.common_mistakes
    texts = [remark.text for _, remark in walk.remarks(exercise)]
    assert reading_level.grade(texts) <= GRADE_WANTED


def found(fact: str, text: str) -> bool:
    """Whether a text says it, in small letters or capitals."""
    return re.search(fact, text, re.IGNORECASE) is not None


def test_the_routines_hold_their_stretches_in_order() -> None:
    library = real_library()
    order = {
        (routine.id, section.id): [step.exercise for step in section.steps]
        for routine in library.routines.values()
        for section in routine.sections
    }
    names = list(FACTS)
    assert order == {
        ("sciatica", "main"): names[:5],
        ("sciatica", "when-resting"): names[5:6],
        ("low-back-pain", "main"): names[6:13],
        ("daily-warm-up", "main"): names[13:],
    }


def test_stated_times_are_fields_of_their_own() -> None:
    sections = real_library().routines["sciatica"].sections
    assert [section.stated_minutes for section in sections] == [7, 10]


def test_the_thigh_test_is_timed_and_attributed() -> None:
    test = real_library().exercises["legs-up-groin-stretch"].self_test
    assert test is not None
    assert (test.id, test.name, test.check_every_seconds) == ("thigh-test", "Thigh Test", 180)
    text = " ".join(test.steps)  # how often stands below them, made of the number above
    for words in ("near your knee", "higher up", "let go", "change sides"):
        assert words in text, words
    assert "clinic" in test.attribution
    says = real_library().exercises["legs-up-groin-stretch"].sources[0].says
    assert "Thigh Test" in (says or "")
    assert "in no other source" in (says or "")


@cache
def page(name: str) -> Element:
    return tree_of_page(render(real_library(), HANDWRITTEN)[file_of(f"/{name}/")])


# R1 to R10: what a reader of the built page must find, in these words; R2 and R3 are tested below.
SCIATICA: dict[str, tuple[str, ...]] = {
    "R1 leg pain": ("pain, numbness or shooting pain down your leg to your foot",),
    "R1 where": ("front of your leg", "back of your knee"),
    "R1 low back": ("low back pain that the low back routine does not quite",),
    "R4 stop at pain": ("causes pain, stop it and go on to the next",),
    "R5 how often": ("at least once a day", "free of pain for a full 24 hours"),
    "R6 faster": ("up to 10 times a day", "in the order given", "own rule", "no public source"),
    "R7 skip": ("skip it for now", "back later"),
    "R8 afterwards": ("tension, aches and pains", "daily warm-up"),
    "R9 time": ("7 minutes",),
    "R10 resting": ("Add this when resting", "10 minutes"),
}


@pytest.mark.parametrize("words", SCIATICA.values(), ids=SCIATICA.keys())
def test_the_sciatica_page_says_every_fact(words: tuple[str, ...]) -> None:
    text = page("sciatica").text
    missing = [part for part in words if part not in text]
    assert missing == []


def test_the_sciatica_page_links_to_the_other_two_routines() -> None:
    links = {link.attributes["href"] for link in page("sciatica").find("a")}
    assert {"../low-back-pain/index.md", "../daily-warm-up/index.md"} <= links


def test_every_stretch_of_the_page_is_closed_at_first_and_has_its_picture_and_steps() -> None:
    blocks = page("sciatica").find("details")
    assert [block.attributes["id"] for block in blocks] == list(FACTS)[:6]
    library = real_library()
    for block in blocks:
        exercise = library.exercises[str(block.attributes["id"])]
        assert "open" not in block.attributes
        (summary,) = block.find("summary")
        assert exercise.name in summary.text
        assert block.find("details") == []
        shown = [item.text for item in block.find("ol")[0].find("li")]
        assert shown == list(steps_of(exercise))
        assert exercise.picture.alt in block.text
        for caution in exercise.cautions:
            assert caution.text in block.text


def test_the_warning_signs_stand_above_the_stretches_and_in_no_block() -> None:
    for name in ("sciatica", "low-back-pain", "daily-warm-up"):
        elements = page(name).walk()
        warning = page(name).by_id("urgent-signs")
        tags = [(element.tag, element.attributes.get("id")) for element in elements]
        first_block = next(i for i, (tag, _) in enumerate(tags) if tag == "details")
        assert tags.index((warning.tag, "urgent-signs")) < first_block
        for block in page(name).find("details"):
            assert "urgent-signs" not in [e.attributes.get("id") for e in block.walk()]


# Section 5 of the facts: signs by how urgent they are.
SIGNS = {
    "emergency": (
        "both legs|genitals, back passage or inner thighs|starting or stopping|leak|bowel"
        "|sexual|sudden weakness|foot that drops|getting worse fast"
    ),
    "see_doctor_first": (
        "serious fall or accident|osteoporosis|steroids|cancer|lost weight|fever|feel unwell"
        "|immune|at night|under about 20 or over about 55"
    ),
    "see_someone": "few weeks|getting worse|normal activity",
}


@pytest.mark.parametrize("level", SIGNS)
def test_every_warning_sign_is_named_at_its_level(level: str) -> None:
    text = " ".join(getattr(real_library().urgent_signs["back"], level)).lower()
    assert [sign for sign in SIGNS[level].split("|") if sign not in text] == []


def test_the_disclaimer_says_both_things_and_names_what_to_rule_out() -> None:
    text = " ".join(real_library().site.disclaimer.lines)
    for words in ("not medical advice", "medical professional", "rule out", "stop it and go on"):
        assert words in text, words
    for danger in ("fracture", "infection", "tumor", "tear", "organ"):
        assert danger in text, danger


def test_the_evidence_is_told_modestly_with_its_numbers() -> None:
    library = real_library()
    sciatica = " ".join(advice.text for advice in library.routines["sciatica"].evidence)
    for words in ("11.4 points", "0.7", "22.2", "low certainty", "may ease", "4 to 6 weeks"):
        assert words in sciatica, words
    back = " ".join(advice.text for advice in library.routines["low-back-pain"].evidence)
    assert "stretching" in back.lower()


def test_the_low_back_routine_starts_gently() -> None:
    routine = real_library().routines["low-back-pain"]
    how_often = " ".join(advice.text for advice in routine.how_often)
    stop = " ".join(advice.text for advice in routine.when_to_stop)
    for words in ("5", "3 times a day", "1 or 2", "walk"):
        assert words in how_often, words
    for words in ("worse", "new pain", "2 weeks"):
        assert words in stop, words


def test_no_review_is_claimed_that_has_not_happened() -> None:
    library = real_library()
    for item in walk.items(library):
        assert item.review.reviewed_by is None, item.id
    assert "Not yet reviewed by a clinician." in page("sciatica").text


WRITTEN = sorted(
    path
    for folder in (CONTENT, ROOT / "docs", ROOT / "overrides")
    for path in folder.rglob("*")
    if path.suffix in (".yml", ".md", ".html", ".txt") and "schema" not in path.parts
)
FORBIDDEN = re.compile(  # but `it does not cure` is the truth, and the rule for authors names it
    r"e-cise|egoscue|\bproven\b|(?<!not )(?<!never \")\bcures?\b|\bcured\b|PIF TICK|HONcode", re.I
)


@pytest.mark.parametrize("path", WRITTEN, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_no_brand_of_others_and_no_promise_is_written_anywhere(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    assert [line for line in lines if FORBIDDEN.search(line)] == []
