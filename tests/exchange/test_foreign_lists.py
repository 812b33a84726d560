"""Lists of wger and of free-exercise-db: their texts with author and licence, no pictures."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from exchange import foreign_json
from exchange.records import Said
from tests.exchange.conftest import Bring, about

HERE = Path(__file__).parent
WGER, FREE = ((HERE / f"{name}.json").read_text("utf-8") for name in ("wger", "free"))


def fields_of(content: Path, name: str) -> dict[str, Any]:
    value: dict[str, Any] = yaml.safe_load((content / f"exercises/{name}.yml").read_text("utf-8"))
    return value


def words(said: list[Said]) -> dict[tuple[str, str], tuple[str, str]]:
    return {(each.column, each.found): (each.word, each.reason) for each in said}


def test_wger_gives_text_author_and_licence(bring: Bring, content: Path) -> None:
    done = bring(WGER, "wger.json")
    found = fields_of(content, "heel-raise")
    assert found["steps"] == ["Hold a chair.", "Rise on to your toes.", "Come down slowly & rest."]
    assert found["other_names"] == ["Calf raise"]
    assert found["works_on"] == "Calves (Gastrocnemius), Soleus"
    assert found["areas"] == ["calves"]
    assert found["sources"] == [{"title": "wger, exercise 12", "url": "https://wger.de"}]
    assert found["draft"] is True
    assert "dose" not in found
    assert done.spoiled == [
        "wger.json, exercise 2: has no text in en, only in es",
        "wger.json, exercise 3: is no exercise: not an object",
    ]


def test_every_value_of_wger_has_its_word(bring: Bring) -> None:
    found = words(about(bring(WGER, "wger.json"), "wger.json, exercise 1"))
    assert found["name", "Heel raise"] == ("exact", "")
    assert found["translations.notes.comment", "Do not bounce"] == (
        "dropped",
        "we have no field for it",
    )
    assert found["images", "https://example.org/a.jpg"][0] == "dropped"
    assert found["name", "Wadenheben"] == ("dropped", "is in de, the site is in en")
    for value in ("0f2c", "Legs", "jane", "CC-BY-SA 4", "https://example.org/a.mp4"):
        assert [key for key in found if key[1] == value], value


def test_free_exercise_db_is_public_domain_where_it_says_nothing_else(
    bring: Bring, content: Path
) -> None:
    done = bring(FREE, "free.json")
    found = fields_of(content, "wall-calf-stretch")
    assert found["steps"] == ["Stand at a wall.", "Lean in, and hold."]
    assert (found["works_on"], found["areas"]) == ("calves, hamstrings", ["calves"])
    assert done.written == ["wall-calf-stretch", "stretch-3-4-roll"]
    first = words(about(done, "free.json, exercise 1"))
    assert first["(the list)", "Unlicense (public domain)"] == ("near", foreign_json.PUBLIC)
    assert first["equipment", "none"] == ("exact", "")
    assert first["force", "static"] == ("dropped", "we have no field for it")
    second = words(about(done, "free.json, exercise 2"))
    assert second["license", "CC BY 4.0"] == ("exact", "")
    assert second["equipment", "foam roll"][0] == "dropped"


def test_a_second_import_of_each_changes_nothing(bring: Bring) -> None:
    for data, name, count in ((WGER, "wger.json", 1), (FREE, "free.json", 2)):
        assert len(bring(data, name).written) == count
        assert len(bring(data, name).unchanged) == count


@pytest.mark.parametrize("value", [{}, [], [1], None, "a", {"results": 3}])
def test_other_shapes_are_nobodys(value: object) -> None:
    assert foreign_json.kind_of(value) == ""


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)
KEYS = (
    *("name", "instructions", "primaryMuscles", "images", "translations", "muscles", "license"),
    *("language", "description", "equipment", "license_author", "aliases"),
)
ITEM = st.dictionaries(st.sampled_from(KEYS), JSON)


def leaves(value: object) -> list[str]:
    found, pending = [], [value]
    while pending:
        each = pending.pop()
        if isinstance(each, dict | list):
            pending += each.values() if isinstance(each, dict) else each
        elif each not in (None, ""):
            found.append(each if isinstance(each, str) else json.dumps(each))
    return found


@given(st.lists(ITEM, min_size=1, max_size=3))
def test_no_shape_makes_a_traceback_and_every_value_has_a_cell(items: list[dict[str, Any]]) -> None:
    records = list(foreign_json.records(items, "list.json", "en"))
    assert len(records) == len(items)
    for record, item in zip(records, items, strict=True):
        shown = [cell.text for cell in record.cells]
        for text in leaves(item):
            assert any(text in each for each in shown), text
