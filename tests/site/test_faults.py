"""A build that is stopped anywhere harms nobody, and the next one gives what a clean one gives.

What is promised, and held here at each step that a build makes on the disk:

- killed: readers have the old site or the new one, whole; only between two changes of a name there
  is none, and the next build of any kind puts it back or the new one there;
- a full disk, or one that may only be read: one sentence, no traceback, an error to the shell;
- after either, the next build makes, byte for byte, what a build from nothing makes, and leaves
  nothing half done behind.

A build has some 700 steps. Here it is stopped at one of each kind in each folder. With
`STRETCHBOOK_FAULTS=1 pytest tests/site/test_faults.py` it is stopped at every one of them, which
takes up to an hour; with 5 at every fifth.
"""

import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.support.content import ROOT
from tests.support.small_project import keep_two_stretches, make_project

pytestmark = pytest.mark.site

EVERY = int(os.environ.get("STRETCHBOOK_FAULTS", "0"))  # how-manyth step; 0 for one of each kind
BUILD = ["build", "--site"]
FILE = "content/exercises/bridge.yml"
OLD, NEW = "hold_seconds: 5", "hold_seconds: 6"
MADE = "docs", "site", "mkdocs.generated.yml"
KEPT = *MADE, "site.new", "site.old", ".cache"
Tree = Mapping[str, bytes]


@dataclass(slots=True)
class Builds:
    """A project, and the program that builds and stops it."""

    root: Path
    program: "subprocess.Popen[str]"
    repaired: set[bytes] = field(default_factory=set)

    def run(self, at: int = 0, how: str = "kill", command: Sequence[str] = BUILD) -> dict[str, Any]:
        """One build; it is stopped at the step of this number."""
        assert self.program.stdin
        assert self.program.stdout
        print(json.dumps({"command": command, "at": at, "how": how}), file=self.program.stdin)
        self.program.stdin.flush()
        answer: dict[str, Any] = json.loads(self.program.stdout.readline())
        return answer

    def write(self, line: str) -> None:
        """Change the content: the line of the dose."""
        file = self.root / FILE
        text, count = re.subn("hold_seconds: [0-9]", line, file.read_text("utf-8"))
        assert count == 1
        file.write_text(text, "utf-8")

    def remove_made(self, *names: str) -> None:
        """As if none of it had ever been built."""
        for path in (self.root / name for name in names):
            if path.is_dir():
                shutil.rmtree(path)
            path.unlink(missing_ok=True)

    def save(self) -> None:
        """Remember all that is there, by links: files are replaced by a build, never changed."""
        self.copy(self.root, self.saved)

    def restore(self) -> None:
        """All is as it was."""
        self.remove_made(*KEPT)
        self.copy(self.saved, self.root)

    def copy(self, source: Path, target: Path) -> None:
        """By links, which costs next to nothing."""
        target.mkdir(exist_ok=True)
        names = [str(source / name) for name in KEPT if (source / name).exists()]
        subprocess.run(["/bin/cp", "-al", *names, str(target)], check=True)

    def state(self) -> bytes:
        """Another one where any file is another, but in a half-made site: that is thrown away."""
        found = hashlib.sha256()
        for name, data in sorted(self.tree(*MADE, "site.old", ".cache").items()):
            if "/handouts/" not in name:
                found.update(f"{name} {len(data)} ".encode() + data)
        return found.digest()

    @property
    def saved(self) -> Path:
        """Beside the project."""
        return self.root.with_name("saved")

    def tree(self, *names: str) -> dict[str, bytes]:
        """What is in these folders."""
        paths = (
            path for name in names for path in [self.root / name, *(self.root / name).rglob("*")]
        )
        files = (path for path in paths if path.is_file())
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Builds]:
    root = make_project(tmp_path_factory.mktemp("faults") / "project")
    keep_two_stretches(root / "content")
    program = subprocess.Popen(
        [sys.executable, "-B", str(ROOT / "tests/support/faults.py"), str(root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "STRETCHBOOK_CONTENT": "content", "PYTHONDONTWRITEBYTECODE": "1"},
    )
    try:
        yield Builds(root, program)
    finally:
        program.kill()
        program.wait()


@dataclass(frozen=True, slots=True)
class Clean:
    """What builds from nothing make of the old content and of the new; steps: of the change."""

    old: Tree
    new: Tree
    steps: list[list[str]]


@pytest.fixture(scope="module")
def clean(builds: Builds) -> Clean:
    docs = shutil.copytree(builds.root / "docs", builds.root.with_name("docs"))
    found = []
    for line in (NEW, OLD):
        builds.write(line)
        builds.remove_made(*MADE, ".cache/rendered", ".cache/rendered.json", ".cache/memory")
        shutil.copytree(docs, builds.root / "docs")
        done = builds.run()
        assert done["code"] == 0, done["said"]
        found.append(builds.tree(*MADE))
    builds.save()
    builds.write(NEW)
    steps = builds.run()["steps"]
    # of the generator, of MkDocs, and of what finishes its pages
    for folder in ("docs/", ".cache/rendered/", "site.new/"):
        assert any(file.startswith(folder) for _, file, _ in steps), f"no step in {folder} is seen"
    assert builds.tree(*MADE) == found[0]
    return Clean(old=found[1], new=found[0], steps=steps)


def chosen(steps: list[list[str]], *events: str) -> list[int]:
    """The numbers of the steps to stop at: the first, the last or a middle one of each kind."""
    wanted = [(n, s) for n, s in enumerate(steps, 1) if not events or s[0] in events]
    if EVERY:
        return [number for number, _ in wanted[::EVERY]]
    kinds: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, (event, file, _) in wanted:
        kinds[event, file.partition("/")[0]].append(number)
    ways = [(n[len(n) // 2], n[-1], n[0]) for n in kinds.values()]
    return sorted(way[index % 3] for index, way in enumerate(ways))


def shown(builds: Builds) -> Tree:
    """The site that readers have, or that waits under its other name."""
    if found := builds.tree("site"):
        return found
    waiting = builds.tree("site.old")
    return {name.replace(".old", "", 1): data for name, data in waiting.items()}


def is_whole(site: Tree, clean: Clean) -> bool:
    """Whether it is the old site or the new one."""
    return any(
        site == {name: data for name, data in one.items() if name.startswith("site/")}
        for one in (clean.old, clean.new)
    )


def left_over(builds: Builds) -> list[str]:
    """What no build leaves there when it has ended."""
    found = (path.relative_to(builds.root).as_posix() for path in builds.root.rglob("*"))
    endings = (".half-written", "site.new", "site.old")
    return [name for name in found if name.endswith(endings)]


def differences(found: Tree, expected: Tree) -> list[str]:
    """The files that are not as expected, missing or too many."""
    return sorted(n for n in found.keys() | expected.keys() if found.get(n) != expected.get(n))


def stop(builds: Builds, clean: Clean, number: int, how: str) -> dict[str, Any]:
    """A build that is stopped at this step, and the next one, which repairs it.

    Where it has left what another stop has left, the next build is known.
    """
    builds.write(NEW)
    builds.restore()
    stopped = builds.run(number, how)
    place = number, clean.steps[number - 1], stopped["said"]
    assert is_whole(shown(builds), clean), place
    state = builds.state()
    if state not in builds.repaired:
        done = builds.run()
        assert done["code"] == 0, (place, done["said"])
        assert differences(builds.tree(*MADE), clean.new) == [], place
        assert left_over(builds) == [], place
        builds.repaired.add(state)
    return stopped


def test_a_kill_at_each_step(builds: Builds, clean: Clean) -> None:
    for number in chosen(clean.steps):
        stopped = stop(builds, clean, number, "kill")
        assert stopped["code"] == -signal.SIGKILL, (number, clean.steps[number - 1])


def test_a_disk_that_is_full_at_each_step(builds: Builds, clean: Clean) -> None:
    for number in chosen(clean.steps, "open"):
        refused(stop(builds, clean, number, "full"), (number, clean.steps[number - 1]))


def test_a_folder_that_may_only_be_read(builds: Builds, clean: Clean) -> None:
    """Every step is refused from the first one in it."""
    for folder in ("docs/", ".cache/", "site.new") if EVERY else ("docs/", ".cache/"):
        numbers = (n for n, step in enumerate(clean.steps, 1) if step[1].startswith(folder))
        said = stop(builds, clean, next(numbers), "read-only")
        refused(said, folder)
        assert folder in said["said"]


def refused(stopped: dict[str, Any], place: object) -> None:
    """It was told in a sentence, and to the shell."""
    assert "Traceback" not in stopped["said"], (place, stopped["said"])
    assert "Mend that and run it again" in stopped["said"], (place, stopped["said"])
    assert stopped["code"] == 1, place


def test_a_file_that_changes_while_it_is_read(builds: Builds, clean: Clean) -> None:
    """It goes, is half there or longer just before it is opened; the next run is right."""
    builds.write(NEW)
    builds.restore()
    content = builds.root.with_name("content")
    shutil.copytree(builds.root / "content", content)
    reads = builds.run(0, "gone", ["build"])["steps"]
    for index, number in enumerate(range(1, len(reads) + 1, EVERY or 4)):
        how = ("gone", "halved", "longer")[index % 3]
        done = builds.run(number, how, ["build"])
        place = how, reads[number - 1], done["said"]
        assert done["code"] in (0, 1), place
        assert "Traceback" not in done["said"], place
        shutil.rmtree(builds.root / "content")
        shutil.copytree(content, builds.root / "content")
        shutil.copy(ROOT / "mkdocs.yml", builds.root)
        shutil.copy(ROOT / "docs/plan-format.md", builds.root / "docs")
    done = builds.run()
    assert done["code"] == 0, done["said"]
    assert differences(builds.tree(*MADE), clean.new) == []


def test_a_clock_that_jumps(builds: Builds, clean: Clean) -> None:
    """All files are of the day after tomorrow, then of one moment; an edit is older than both."""
    for then, line, expected in (
        (time.time() + 200_000, OLD, clean.old),
        (1_000_000_000, NEW, clean.new),
    ):
        for path in builds.root.rglob("*"):
            if not path.is_symlink() and "node_modules" not in path.parts:
                os.utime(path, (then, then))
        builds.write(line)
        os.utime(builds.root / FILE, (1000, 1000))
        assert builds.run()["code"] == 0
        assert differences(builds.tree(*MADE), expected) == []


def started(builds: Builds) -> "subprocess.Popen[str]":
    """A build in a process of its own, as somebody types it."""
    return subprocess.Popen(
        [sys.executable, "-B", str(builds.root / "scripts/build.py"), *BUILD],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "STRETCHBOOK_CONTENT": "content"},
    )


@pytest.mark.parametrize("apart", [0, 0.7], ids=["together", "one in the middle of the other"])
def test_two_builds_at_once(builds: Builds, clean: Clean, apart: float) -> None:
    """The content changes between their starts; the second one is right, whoever waited."""
    builds.write(OLD)
    builds.restore()
    first = started(builds)
    time.sleep(apart)
    builds.write(NEW)
    second = started(builds)
    said = [build.communicate()[1] for build in (first, second)]
    assert [first.returncode, second.returncode] == [0, 0], said
    assert any("Another build is running here" in one for one in said), said
    assert differences(builds.tree(*MADE), clean.new) == []
    assert left_over(builds) == []


def test_a_build_whose_mkdocs_outlives_it(builds: Builds, clean: Clean) -> None:
    """The next one waits until it has ended, or it would write old pages among the new ones."""
    builds.write(NEW)
    builds.restore()
    first, record = started(builds), builds.root / ".cache/rendered.json"
    while record.exists():  # it is away while MkDocs works
        time.sleep(0.005)
    children = Path(f"/proc/{first.pid}/task/{first.pid}/children").read_text("utf-8")
    (mkdocs,) = map(int, children.split())
    os.kill(mkdocs, signal.SIGSTOP)
    first.kill()
    first.wait()
    builds.write(OLD)
    second = started(builds)
    assert second.stderr
    assert "Another build is running here" in second.stderr.readline()
    os.kill(mkdocs, signal.SIGCONT)
    second.communicate()
    assert second.returncode == 0
    assert differences(builds.tree(*MADE), clean.old) == []
    assert left_over(builds) == []
