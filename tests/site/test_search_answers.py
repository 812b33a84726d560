"""What people type into the search of our own site, and what it must answer."""

import json
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from develop import node_tools
from tests.conftest import ROOT

LEAST = {"en": 120, "es": 50, "ar": 40}
QUERIES: dict[str, list[dict[str, Any]]] = {
    language: yaml.safe_load(Path(__file__).with_name(f"{name}.yml").read_text("utf-8"))
    for language in LEAST
    for name in ["search-queries" if language == "en" else f"search-queries-{language}"]
}
DRIVER = "tests/support/answer-queries.js"

pytestmark = pytest.mark.site


@cache
def answers(site: Path, language: str) -> dict[str, dict[str, list[str]]]:
    """Every query with its answer."""
    asked = [query["ask"] for query in QUERIES[language]]
    command = node_tools.command(DRIVER, str(site), language)
    done = subprocess.run(
        command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8", input="\n".join(asked)
    )
    return dict(zip(asked, map(json.loads, done.stdout.splitlines()), strict=True))


def addresses(names: list[str], language: str) -> set[str]:
    """Stretches go by their ids."""
    home = "/" if language == "en" else f"/{language}/"
    return {name if name.startswith("/") else f"{home}stretches/{name}/" for name in names}


@pytest.mark.parametrize(
    ("language", "query"),
    [(language, query) for language, queries in QUERIES.items() for query in queries],
    ids=lambda value: value["ask"] if isinstance(value, dict) else value,
)
def test_a_query_is_answered(site: Path, language: str, query: dict[str, Any]) -> None:
    answer = answers(site, language)[query["ask"]]
    results = answer["results"]
    assert answer["lists"] == query.get("lists", [])
    assert addresses(query.get("out", []), language) <= set(answer["held"])
    assert not addresses(query.get("never", []), language) & set(results)
    if "first" in query:
        assert results
        assert results[0] in addresses(query["first"], language)
    if query.get("nothing"):
        assert results == []


@pytest.mark.parametrize("language", LEAST)
def test_the_table_is_as_long_as_promised(language: str) -> None:
    queries = QUERIES[language]
    assert len({query["ask"] for query in queries}) == len(queries) >= LEAST[language]
    kinds = {"first", "lists", "nothing"}
    assert all(kinds & query.keys() for query in queries)
