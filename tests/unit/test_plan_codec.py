"""Plans in links: the shared examples, and that both programs read whatever else alike."""

import json
import random
import subprocess
from dataclasses import asdict
from functools import cache
from typing import Any

import pytest

from develop import node_tools
from stretchbook.model.plan import MOST_STRETCHES
from stretchbook.plans import Reading, decode, encode
from tests.conftest import ROOT

VECTORS = json.loads((ROOT / "tests/vectors/plan-links.json").read_text("utf-8"))["vectors"]
LINKS = [vector["link"] for vector in VECTORS]
# The examples say only what a plan says of its dates and days.
ALWAYS = {
    *("sets", "repetitions", "hold_seconds", "release_seconds", "repetition_seconds"),
    *("set_seconds", "sides", "first_side"),
}
NO_LIFE: dict[str, Any] = {"made_on": None, "made_by": "", "until": None, "days": []}
PIECES = [
    *("1", "2", "/", "/", "/", "/", ".", "end:", "title:", "about:", "note:", "often:", "bridge"),
    *(
        "2x8",
        "8-12",
        "1f",
        "c",
        "t",
        "a",
        "load:",
        "h5",
        "r2",
        "m3",
        "s60",
        "e",
        "p30",
        "d2",
        "w5",
        "_",
        "-",
        "%20",
        "%C3%A4",
        "%FF",
    ),
    *(
        "%",
        "%2F",
        "<script>",
        "javascript:",
        "\u202e",
        "\0",
        "\ud83e",
        "\u212a",
        "İ",
        "٣",
        " ",
        "#",
    ),
    *("from:", "made:", "until:", "days:", "20261126", "2026112", "135", "other", "20260230"),
    *("é", "\u0085", "\ufeff", "🦵", "999999"),
]
READ_ALL = """
import { readFileSync } from "node:fs"
import { decode } from "./docs/js/plan/read.js"
import { encode } from "./docs/js/plan/write.js"
const links = JSON.parse(readFileSync(0, "utf8"))
const read = (link) => { const r = decode(link); return { ...r, written: encode(r.plan) } }
console.log(JSON.stringify(links.map(read)))
"""


def assert_both_read_alike(links: list[str]) -> None:
    """Python and JavaScript find the same plan and the same problems, and write it alike."""
    command = node_tools.command("--input-type=module", "--eval", READ_ALL)
    done = subprocess.run(
        command,
        cwd=ROOT,
        input=json.dumps(links),
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    for link, theirs in zip(links, json.loads(done.stdout), strict=True):
        ours = decode(link)
        assert {**plain(ours), "written": encode(ours.plan)} == theirs, repr(link)


def plain(reading: Reading) -> dict[str, Any]:
    """A reading in the form of the vectors, which is that of the browser."""
    values: dict[str, Any] = json.loads(json.dumps(asdict(reading), default=str))
    del values["plan"]["id"], values["plan"]["review"], values["plan"]["draft"], values["dated"]
    for step in values["plan"]["steps"]:
        if step["dose"]:
            for name in ("source", "reason", "alternate"):  # of the stretch, not of the plan
                del step["dose"][name]
            for name in [name for name in step["dose"] if name not in ALWAYS]:
                if not step["dose"][name]:
                    del step["dose"][name]
    return values


def spoiled(chance: random.Random) -> str:
    """A link of pieces in any order, or a good one with something else in the middle."""
    pieces = "".join(chance.choices(PIECES, k=chance.randrange(30)))
    if chance.random() < 0.5:
        return pieces
    link: str = chance.choice(LINKS)
    start = chance.randrange(len(link) + 1)
    middle = chance.choice([pieces[: chance.randrange(8)], ""])
    return link[:start] + middle + link[start + chance.randrange(20) :]


@pytest.mark.parametrize(
    "vector", VECTORS, ids=lambda vector: f"{vector['kind']}: {vector['name']}"
)
def test_an_example_is_read_and_written_as_documented(vector: dict[str, Any]) -> None:
    reading = decode(vector["link"])
    plan = {**NO_LIFE, **vector["plan"]}
    assert plain(reading) == {"plan": plan, "problems": vector["problems"]}
    assert encode(reading.plan) == vector["written"]
    if vector["kind"] == "valid":
        assert vector["written"] == vector["link"].removeprefix("#")


def test_a_whole_address_is_read_like_its_last_part() -> None:
    link = LINKS[0]
    assert decode(f"https://example.org/plan/#{link}") == decode(link)


def test_a_plan_of_six_with_doses_is_under_200_characters() -> None:
    (vector,) = [vector for vector in VECTORS if vector["name"].startswith("six stretches")]
    assert len(vector["plan"]["steps"]) == 6
    assert all(step["dose"] for step in vector["plan"]["steps"])
    assert len(vector["link"]) < 200


def test_100_000_spoiled_links_are_read_without_an_exception() -> None:
    chance = random.Random(6)  # noqa: S311 - the same links each time
    read = cache(decode)  # many come to the same plan, such as none
    for _ in range(100_000):
        plan = decode(spoiled(chance)).plan
        assert len(plan.steps) <= MOST_STRETCHES
        again = read(encode(plan))
        assert again.plan == plan
        assert not plan.steps or not again.problems


def test_both_programs_read_3000_spoiled_links_alike() -> None:
    chance = random.Random(7)  # noqa: S311 - the same links each time
    links = [spoiled(chance) for _ in range(3000)]
    assert_both_read_alike(links)


def test_a_megabyte_is_read_only_as_far_as_a_link_may_go() -> None:
    reading = decode("1/" + "bridge/" * 150_000)
    assert len(reading.plan.steps) == MOST_STRETCHES
    assert {problem.code for problem in reading.problems} >= {"too-long", "too-many", "truncated"}
