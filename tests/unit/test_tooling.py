"""The set-up is repeatable: everything is pinned by hash, and no registry is named."""

import json
import re
from pathlib import Path

import pytest

from develop import debian
from develop.browsers import CHROMIUM, FIREFOX, WEBKIT
from tests.conftest import ROOT

LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


def pins(lock: Path) -> dict[str, str]:
    """Every locked package with all that is said of it, by `name==version ; condition`."""
    entries = re.split(r"\n(?=\S)", lock.read_text("utf-8").strip())
    return {entry.split(" \\")[0]: entry for entry in entries}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_package_is_pinned_by_hash(lock: Path) -> None:
    assert [name for name, entry in pins(lock).items() if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", [*LOCKS, ROOT / ".npmrc"], ids=lambda lock: lock.name)
def test_no_index_is_named(lock: Path) -> None:
    assert (
        re.findall(r"https?:|file:|--index|--find-links|registry=", lock.read_text("utf-8")) == []
    )


def test_tests_run_against_the_same_packages_as_the_build() -> None:
    build, test = (pins(ROOT / f"requirements/{name}.txt") for name in ("build", "test"))
    assert build.keys() - test.keys() == set()


def test_npm_packages_are_pinned_by_hash_and_from_nowhere() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    installed = {name: package for name, package in packages.items() if name}
    alone = {name for name, package in installed.items() if not package.get("inBundle")}
    assert [name for name in sorted(alone) if "integrity" not in installed[name]] == []
    assert [name for name, package in installed.items() if "resolved" in package] == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.name)
def test_actions_are_pinned_by_commit(workflow: Path) -> None:
    used = re.findall(r"uses: (.*)", workflow.read_text("utf-8"))
    assert used
    assert [action for action in used if not re.search(r"@[0-9a-f]{40} # v\d", action)] == []


def test_every_goal_is_documented_and_never_mistaken_for_a_file() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    goals = set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))
    listed = re.search(r"\.PHONY: ((?:.*\\\n)*.*)", makefile)
    assert listed
    assert goals - set(listed[1].replace("\\\n", " ").split()) == set()
    assert goals >= {"site", "test", "serve", "check", "new-stretch", "new-routine", "golden"}


def test_a_browser_is_found_where_one_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    mine = tmp_path / "firefox"
    mine.touch(mode=0o755)
    monkeypatch.setenv("FIREFOX", str(mine))
    assert FIREFOX.find() == str(mine)
    monkeypatch.delenv("FIREFOX")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert FIREFOX.find() == str(mine)


def test_a_chromium_without_windows_is_taken_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[str] = []

    def install(*packages: str) -> bool:
        asked.extend(packages)
        return False

    monkeypatch.setattr(debian, "install", install)
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    whole, lean = tmp_path / "chromium", tmp_path / "chromium-headless-shell"
    whole.touch(mode=0o755)
    assert CHROMIUM.ensure()  # a machine that can get no other
    assert asked == ["chromium-headless-shell", "fonts-liberation"]
    assert CHROMIUM.find() == str(whole)
    lean.touch(mode=0o755)
    assert CHROMIUM.ensure()
    assert len(asked) == 2
    assert CHROMIUM.find() == str(lean)


def test_webkit_is_there_only_with_a_screen_to_run_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[str] = []

    def install(*packages: str) -> bool:
        asked.extend(packages)
        (tmp_path / "Xvfb").touch(mode=0o755)
        return True

    monkeypatch.setattr(debian, "install", install)
    monkeypatch.delenv("WEBKIT_DRIVER", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    driver = tmp_path / "WebKitWebDriver"
    driver.touch(mode=0o755)
    assert WEBKIT.find() is None
    assert WEBKIT.ensure()
    assert asked == ["webkit2gtk-driver", "xvfb"]
    assert WEBKIT.find() == str(driver)


def test_nothing_is_installed_where_we_may_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(debian, "is_root", lambda: False)
    monkeypatch.setattr(debian, "succeeds", pytest.fail)
    monkeypatch.setenv("PATH", "/nowhere")
    assert not debian.install("firefox-esr")
    assert not FIREFOX.ensure()
    assert FIREFOX.find() is None
