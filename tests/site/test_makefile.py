"""Every goal of the Makefile is run, or prints the command that another test runs."""

import os
import re
import shlex
import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.conftest import ROOT
from tests.support.project import copy_project, free_port

pytestmark = pytest.mark.site

PYTHON = shlex.quote(sys.executable)  # its folder may have a space in its name
# What is installed is there already: the tests run with it.
MAKE = ("make", "--no-print-directory", "-o", "ready-build", "-o", "ready-test", "-o", "ready-lock")
# Goal, in the order in which they are tried on one project: what to give it, and what it says.
RUN = {
    "help": ((), "make site          Build the whole site"),
    "check": ((), "The content is in order."),
    "site": ((), "The site is in site. To see it: make serve"),
    "publish": ((), "The addresses are in content/addresses.txt"),
    "new-stretch": (("ID=wall-stretch",), "Wrote content/exercises/wall-stretch.yml."),
    "new-routine": (("ID=desk-break",), "Wrote content/routines/desk-break.yml."),
    "start": (('NAME=Example "Back" Clinic',), "Your site is in the folder clinic/."),
    "figures": ((), "0 pictures drawn, 0 removed."),
    "sheet": ((), ".github/contact-sheet.png: "),
    "bench": (("SIZES=3",), "seconds of processor time"),
    "import": ((f"FILE={ROOT}/tests/exchange/thirty.csv",), "30 stretches: 27 written"),
    "export": ((), "in export/: exercises.csv, exercises.xlsx, stretchbook.json, fhir/."),
    "translations": (("LANGUAGE=pl",), "pl: content 0 of "),
    "clean": ((), "generated files removed."),
}
# Those that need the network, are this run or do not end by themselves, with their commands;
# test_real_site_serve.py starts `serve`, and a test below `figure`.
PRINTED = {
    "serve": "scripts/build.py serve",
    "figure": "scripts/build.py figure",
    "golden": "-m pytest -q -m golden",
    "format": "scripts/build.py format",
    "lock": "scripts/build.py lock",
    "test": "scripts/build.py test",
}


def make(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*MAKE, f"PYTHON={PYTHON}", *arguments],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = copy_project(tmp_path_factory.mktemp("make") / "a copy")
    (copy / "Makefile").write_bytes((ROOT / "Makefile").read_bytes())
    (copy / ".github").mkdir()
    return copy


def test_every_goal_is_in_one_of_the_tables() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE)) == {*RUN, *PRINTED}


def test_every_goal_that_ends_by_itself_does_what_it_says(project: Path) -> None:
    for goal, (given, said) in RUN.items():
        done = make(project, goal, *given)
        assert done.returncode == 0, f"{goal}: {done.stdout}{done.stderr}"
        assert said in done.stdout, f"{goal}: {done.stdout}"


@pytest.mark.parametrize("goal", PRINTED)
def test_the_other_goals_are_one_command_each(project: Path, goal: str) -> None:
    printed = make(project, "-n", goal).stdout.strip()
    assert printed.endswith(f"{PYTHON} {PRINTED[goal]}")


@pytest.mark.parametrize("goal", ["new-stretch", "new-routine"])
def test_a_goal_that_needs_an_id_asks_for_it(project: Path, goal: str) -> None:
    done = make(project, goal)
    assert done.returncode != 0
    assert f"Say which one: make {goal} ID=some-id" in done.stderr


def test_a_figure_is_shown_until_one_stops_it() -> None:
    options = f"ID=bridge --no-open --port {free_port()}"
    process = subprocess.Popen(
        [*MAKE, f"PYTHON={PYTHON}", "figure", options],
        cwd=ROOT,  # with the poses
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        assert process.stdout
        line = process.stdout.readline()
        found = re.fullmatch(r"Showing bridge on (http://127\.0\.0\.1:\d+/) until Ctrl-C\.\n", line)
        assert found, line
        with urlopen(found[1], timeout=10) as page:
            assert "turned by 180°" in page.read().decode()
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.wait(30)
