"""A clinic's own site: it starts from nothing, and updates of ours touch nothing of hers."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.support.built import pages_of, wrong_links, wrong_resources
from tests.support.project import ROOT, change, copy_project, link_packages, run, share_caches

pytestmark = pytest.mark.site

NAME = """O'Neill & "Sons" 50 < 60 Clinic: #1"""
TRACKED = ("content", "docs", "overrides", "scripts", "mkdocs.yml", "Makefile", ".gitignore")


def git(folder: Path, *command: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    program = shutil.which("git")
    assert program, "git is needed: it is what a clinic updates with"
    done = subprocess.run(
        [program, *who, *command], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "As it is today")


def build(project: Path, *command: str) -> str:
    done = run(project, "scripts/build.py", *command)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in found}


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our repository, as a clinic finds it."""
    folder = copy_project(tmp_path_factory.mktemp("own") / "ours")
    for name in TRACKED:
        if not (folder / name).exists():
            shutil.copy(ROOT / name, folder / name)
    for name in ("node_modules", ".cache"):
        (folder / name).unlink() if (folder / name).is_symlink() else shutil.rmtree(folder / name)
    git(folder, "init", "--quiet")
    commit(folder)
    return folder


@pytest.fixture(scope="module")
def hers(ours: Path) -> Path:
    """A clinic's copy, started."""
    folder = ours.with_name("hers")
    git(ours.parent, "clone", "--quiet", str(ours), str(folder))
    with (folder / ".git/info/exclude").open("a") as exclude:
        exclude.write("node_modules\n.cache\n")
    link_packages(folder)
    share_caches(folder)
    assert "Your site is in the folder clinic/." in build(folder, "start", NAME)
    return folder


def test_it_builds_at_once_with_her_name_and_nothing_of_ours(hers: Path) -> None:
    said = build(hers, "--site")
    assert "warning" not in said
    pages = pages_of(hers / "site")
    assert {address for address in pages if address.startswith("/stretches/")} == {
        "/stretches/",
        "/stretches/shoulder-circles/",
    }
    assert pages["/"].meta("description")
    assert NAME in pages["/"].title
    for page in pages.values():
        assert "Stretchbook" not in page.source, page.address
        if not page.address.startswith("/downloads/"):
            assert [*wrong_links(hers / "site", page, "/")] == []
            assert [*wrong_resources(hers / "site", page, "/")] == []


def test_it_is_started_once(hers: Path) -> None:
    done = run(hers, "scripts/build.py", "start", "Another Clinic")
    assert done.returncode == 1
    assert done.stderr == "clinic: is there already\n    hint: change what it holds\n"


def test_addresses_are_recorded_when_it_is_published_and_not_before(hers: Path) -> None:
    record = hers / "clinic/addresses.txt"
    build(hers, "--site")
    assert "/short-break/" not in record.read_text("utf-8")
    assert "clinic/addresses.txt" in build(hers, "publish")
    assert "/short-break/\n" in record.read_text("utf-8")


def steps_of(job: str) -> list[str]:
    """What a job of the workflow runs."""
    workflow = yaml.safe_load((ROOT / ".github/workflows/pages.yml").read_text("utf-8"))
    return [step["run"] for step in workflow["jobs"][job]["steps"] if "run" in step]


def test_the_workflow_commits_the_addresses_that_are_online(hers: Path, tmp_path: Path) -> None:
    commit(hers)
    for name in ("online", "record"):  # two machines of the workflow, and where both come from
        git(tmp_path, "clone", "--quiet", *(["--bare"] * (name == "online")), str(hers), name)
    git(tmp_path / "record", "remote", "set-url", "origin", str(tmp_path / "online"))
    record = hers / "clinic/addresses.txt"
    record.write_text(f"{record.read_text('utf-8')}/a-new-page/\n", "utf-8")

    publish, find_new = steps_of("build")
    assert publish == "make publish"
    told = tmp_path / "output"
    shell(find_new, hers, GITHUB_OUTPUT=str(told))
    name, _, rest = told.read_text("utf-8").partition("<<END\n")
    assert name == "new"
    (write,) = steps_of("record")
    shell(write, tmp_path / "record", ADDRESSES=rest.removesuffix("END\n").rstrip("\n"))
    git(tmp_path, "clone", "--quiet", "online", "later")
    assert (tmp_path / "later/clinic/addresses.txt").read_text("utf-8").endswith("/a-new-page/\n")
    git(hers, "checkout", "--quiet", "clinic/addresses.txt")


def shell(script: str, folder: Path, **variables: str) -> None:
    """As the workflow's machine runs it."""
    command = [shutil.which("bash") or "bash", "-e", "-o", "pipefail", "-c", script]
    environment = {**os.environ, **variables}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_update_of_ours_touches_nothing_of_hers(ours: Path, hers: Path) -> None:
    stretch = hers / "clinic/exercises/shoulder-circles.yml"
    change(stretch, "  repetitions: 10\n", "  repetitions: 8\n")
    build(hers, "--site")
    commit(hers)
    before, shown = files(hers / "clinic"), set(pages_of(hers / "site"))
    pages_of.cache_clear()

    change(ours / "content/exercises/bridge.yml", "\nname: Bridge\n", "\nname: Our bridge\n")
    shutil.copy(ours / "content/exercises/bridge.yml", ours / "content/exercises/new.yml")
    (ours / "content/exercises/heel-digs.yml").unlink()
    words = ours / "scripts/stretchbook/words/common.yml"
    change(words, "dose_label: How much\n", "dose_label: How much to do\n")
    commit(ours)

    git(hers, "pull", "--quiet", "--no-edit", "--no-rebase")
    assert files(hers / "clinic") == before
    build(hers, "--site")
    after = pages_of(hers / "site")
    assert set(after) == shown
    text = after["/stretches/shoulder-circles/"].text()
    assert "How much to do 2 sets of 8" in text
