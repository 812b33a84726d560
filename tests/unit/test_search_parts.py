"""The index of the search: whole or in parts it finds what a look through every entry finds."""

import json
import random
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from develop import node_tools
from stretchbook import assets, render
from stretchbook.views.search_view import SearchView
from stretchbook.views.word_index import steps, words_in
from stretchbook.words import Words
from tests.support.content import HANDWRITTEN, ROOT, sample_library
from tests.support.search_index import numbers

LETTERS = "abcdefghijklmnopqrstuvwxyz"
SMALL = {"WHOLE": 0, "ENTRIES_A_PART": 3, "NUMBERS_A_PART": 60, "NAMES_A_PART": 4}
QUESTIONS = 600


def write_data(site: Path) -> list[dict[str, Any]]:
    """The data of the sample as a site has it; gives the entries, whole."""
    views: list[SearchView] = []
    real = assets.write_assets

    def noted(words: Words, **given: Any) -> assets.Files:  # noqa: ANN401 - as it is given
        views.append(given["search"])
        return real(words, **given)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(assets, "write_assets", noted)
        files = render.render(sample_library(), HANDWRITTEN)
    for name, data in files.items():
        if name.startswith("docs/data/"):
            path = site / name.removeprefix("docs/")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    fields = ("address", "name", "summary", "other_names", "search_words")
    return [
        {name: getattr(entry, name) for name in fields}
        | {"limits": [{"condition": x.condition, "means": x.means} for x in entry.limits]}
        for entry in views[0].entries
    ]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("whole")
    (site / "entries").write_text(json.dumps(write_data(site)))
    return site


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    site = tmp_path_factory.mktemp("parts")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in SMALL.items():
            patch.setattr(assets, name, value)
        write_data(site)
        yield site


def read(site: Path, name: str) -> Any:  # noqa: ANN401 - as JSON is
    return json.loads((site / f"data/{name}.json").read_text("utf-8"))


def questions(site: Path) -> Iterator[str]:
    """Whole words, beginnings, middles and slips of them, and names of conditions among them."""
    chance = random.Random(1)  # noqa: S311 - the same questions each time
    index = read(site, "search")
    words = index["parts"]["vocabulary"]["words"].split()
    said = [name for item in index["conditions"] for name in (item["name"], *item["also"])]
    for _ in range(QUESTIONS):
        asked = [spoiled(chance, chance.choice(words)) for _ in range(chance.randint(1, 3))]
        if chance.random() < 0.3:
            asked.insert(chance.randint(0, 1), chance.choice(said))
        yield " ".join(asked)


def spoiled(chance: random.Random, word: str) -> str:
    at = chance.randrange(len(word))
    letter = chance.choice(LETTERS)
    ways = (word, word[: at + 1], word[at:], word[:at] + letter + word[at + 1 :], word + letter)
    return chance.choice((word, *ways, word[:at] + word[at + 1 :], word.upper()))


def answers(site: Path, asked: list[str], *more: str) -> list[dict[str, Any]]:
    command = node_tools.command("tests/support/answer-queries.js", str(site), "en", *more)
    done = subprocess.run(
        command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8", input="\n".join(asked)
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_whole_or_in_parts_it_finds_what_every_entry_says(whole: Path, parts: Path) -> None:
    asked = list(questions(whole))
    plainly = answers(whole, asked, str(whole / "entries"))
    assert sum(bool(one["results"]) for one in plainly) > QUESTIONS / 4
    assert sum(bool(one["lists"]) for one in plainly) > QUESTIONS / 20
    with_index, with_parts = answers(whole, asked), answers(parts, asked)
    for query, expected, one, other in zip(asked, plainly, with_index, with_parts, strict=True):
        assert one == expected, query
        assert other == expected, query


def test_no_file_grows_where_there_are_parts(whole: Path, parts: Path) -> None:
    assert not (whole / "data/search").exists()
    assert not (whole / "data/names").exists()
    assert read(parts, "search")["parts"] == {}
    entries = sorted((parts / "data/search").glob("entries-*.json"))
    assert sum(len(read(parts, f"search/{one.stem}")) for one in entries) > 3 * (len(entries) - 1)
    vocabulary = read(parts, "search/vocabulary")
    assert len(vocabulary["parts"]) > 5
    for at, count in enumerate(vocabulary["parts"]):
        assert len(read(parts, f"search/words-{at}")) == count


def test_every_name_is_in_the_part_that_its_id_leads_to(parts: Path) -> None:
    plan = read(parts, "plan")
    assert (plan["names"], plan["untranslated"]) == ({}, {})
    for id_, exercise in sample_library().exercises.items():
        at = sum(first <= id_ for first in plan["name_parts"]) - 1
        assert read(parts, f"names/{at}")["names"][id_] == exercise.name


def test_what_is_chosen_and_what_is_ruled_out_is_complete(whole: Path) -> None:
    """Numbers are those of the entries, each in the strictest list of a condition."""
    index = read(whole, "search")
    entries = [x for name, part in index["parts"].items() if "entries" in name for x in part]
    for exercise in sample_library().exercises.values():
        (number,) = [
            at for at, x in enumerate(entries) if x["address"].endswith(f"/{exercise.id}/")
        ]
        assert number in numbers(index["parts"][f"filter-position-{exercise.position}"])
        for caution in exercise.cautions:
            for condition in caution.conditions:
                lists = index["parts"][f"limits-{condition}"]
                (means,) = [means for means, found in lists.items() if number in numbers(found)]
                order = ["leave-out", "ask-first", "adapt"]
                assert order.index(means) <= order.index(caution.means or "")


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ([], []),
        ([0], [0]),
        ([1], [1]),
        ([0, 1, 2], [0, -2]),
        ([4, 5, 6, 9, 10, 20], [4, -2, 3, -1, 10]),
    ],
)
def test_numbers_are_written_as_steps(given: list[int], written: list[int]) -> None:
    assert steps(given) == written
    assert numbers(written) == given


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Child's pose, 90\u00b0", ("childs", "pose", "90")),
        ("R\u00e9chauffe_Toi \u00c9T\u00c9", ("rechauffe", "toi", "ete")),
        (
            "\u0631\u064f\u0643\u0628\u0629 \u0639\u0644\u0649",
            ("\u0631\u0643\u0628\u0647", "\u0639\u0644\u064a"),
        ),
    ],
)
def test_a_text_is_taken_apart_without_accents_and_case(text: str, words: tuple[str, ...]) -> None:
    assert words_in(text) == words
