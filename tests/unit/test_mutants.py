"""Whatever happens to a content file, the author is told where, and nothing is lost without a word.

`STRETCHBOOK_MUTANTS=10000 pytest tests/unit/test_mutants.py` tries more of them, from the first on;
with `-n 2` in as many processes.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
import yaml

import figures
from stretchbook import keeping
from stretchbook.prepare import Result, prepare
from stretchbook.problems import Problem, has_errors
from tests.support.content import ROOT, TODAY
from tests.support.mutants import Mutant, mutant
from tests.support.small_project import make_content

MANY = int(os.environ.get("STRETCHBOOK_MUTANTS", "240"))
GROUPS = 8  # each is one test, and may run in a process of its own
# What is said of a whole file; everything else is said of a line
OF_THE_FILE = (
    *("is empty", "holds only comments", "is newer than its picture", "is in no routine"),
    *("is not read, and stands on no page", "is about a picture that is not there"),
)
# What no page shows: the name of the country in its own file, the alternative text of a picture
# whose stretch has one, where a lone routine is in the menu, the color of paper, a search word that
# stands in another list of the same stretch too, and an exception that no stretch needs
UNSEEN = {"country", "alt", "place_in_menu", "color", "also", "unless"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("mutants")
    make_content(root / "content")
    shutil.copytree(ROOT / "overrides", root / "overrides")
    for name in ("css", "img"):
        shutil.copytree(ROOT / "docs" / name, root / "docs" / name)
    return root


@pytest.fixture(scope="module")
def build(project: Path) -> Callable[[], Result]:
    """All of a build but paper and writing."""
    return partial(prepare, project, TODAY, paper=False)


@pytest.fixture(scope="module")
def before(build: Callable[[], Result]) -> Result:
    found = build()
    assert found.problems == ()
    return found


def mutants_of(project: Path, group: int) -> Iterator[tuple[Path, Mutant]]:
    files = sorted((project / "content").rglob("*.yml"))
    for number in range(group, MANY, GROUPS):
        if number % 400 < GROUPS:
            keeping.forget()  # or it would hold ten thousand libraries
        file = files[number // GROUPS % len(files)]
        name = file.relative_to(project).as_posix()
        yield file, mutant(name, file.read_text("utf-8"), number)


@pytest.mark.parametrize("group", range(GROUPS))
def test_a_spoiled_file_is_told_with_its_line_or_shows(
    project: Path, build: Callable[[], Result], before: Result, group: int
) -> None:
    for file, spoiled in mutants_of(project, group):
        written = file.read_bytes()
        file.write_bytes(spoiled.data)
        try:
            found = build()
            told = [*found.problems]
            if file.parent.name == "figures":
                told += figures.load_figure(file, spoiled.name)[1]
        except Exception as error:
            error.add_note(str(spoiled))
            raise
        finally:
            file.write_bytes(written)
        assert found.stopped == has_errors(found.problems), spoiled
        for problem in told:
            assert has_place(project, problem, spoiled), f"{spoiled}\n{problem}"
        shows = dict(found.files) != before.files
        assert told or shows or means_the_same(spoiled, written), spoiled


def has_place(project: Path, problem: Problem, spoiled: Mutant) -> bool:
    """Whether the problem names a file that is there, and a line that is in it."""
    if problem.path != spoiled.name:
        return (project / problem.path).exists()
    lines = spoiled.data.decode("utf-8", "replace").splitlines()
    whole = problem.message.startswith(OF_THE_FILE) or "bytes, allowed" in problem.message
    return whole if not problem.line else problem.line <= len(lines) + 1


def means_the_same(spoiled: Mutant, written: bytes) -> bool:
    """Whether a change is none, or one of what nobody sees."""
    return meaning(spoiled.data) == meaning(written)


def meaning(data: bytes) -> object:
    """What YAML holds that somebody sees, without the order of its fields; 5.0 seconds are 5."""
    return _plain(yaml.compose(data, Loader=yaml.CSafeLoader))


def _plain(node: yaml.Node | None) -> object:
    if isinstance(node, yaml.MappingNode):
        seen = ((name, value) for name, value in node.value if name.value not in UNSEEN)
        return frozenset((_plain(name), _plain(value)) for name, value in seen)
    if isinstance(node, yaml.SequenceNode):
        return tuple(map(_plain, node.value))
    return " ".join(node.value.removesuffix(".0").split()) if node else None
