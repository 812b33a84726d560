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

QUERIES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("search-queries.yml").read_text("utf-8")
)
DRIVER = "tests/support/answer-queries.js"

pytestmark = pytest.mark.site


@cache
def answers(site: Path) -> dict[str, dict[str, list[str]]]:
    """Every query with its answer."""
    asked = [query["ask"] for query in QUERIES]
    command = node_tools.command(DRIVER, str(site))
    done = subprocess.run(
        command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8", input="\n".join(asked)
    )
    return dict(zip(asked, map(json.loads, done.stdout.splitlines()), strict=True))


def addresses(names: list[str]) -> set[str]:
    """Stretches go by their ids."""
    return {name if name.startswith("/") else f"/stretches/{name}/" for name in names}


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query["ask"])
def test_a_query_is_answered(site: Path, query: dict[str, Any]) -> None:
    answer = answers(site)[query["ask"]]
    results = answer["results"]
    assert answer["lists"] == query.get("lists", [])
    assert addresses(query.get("out", [])) <= set(answer["held"])
    assert not addresses(query.get("never", [])) & set(results)
    if "first" in query:
        assert results
        assert results[0] in addresses(query["first"])
    if query.get("nothing"):
        assert results == []


def test_the_table_is_as_long_as_promised() -> None:
    assert len({query["ask"] for query in QUERIES}) == len(QUERIES) >= 120
    kinds = {"first", "lists", "nothing"}
    assert all(kinds & query.keys() for query in QUERIES)
