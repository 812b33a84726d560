"""Whole copies of the project, to change and to build."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from stretchbook import output

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("content", "docs", "overrides", "scripts")
CACHES = (".cache/handouts", ".cache/rasters", ".cache/pictures")
FILES = ("mkdocs.yml",)


def copy_project(target: Path) -> Path:
    """All that a build needs. What was generated before stays behind."""
    for name in FOLDERS:
        ignore = shutil.ignore_patterns("__pycache__", "*.half-written")
        shutil.copytree(ROOT / name, target / name, ignore=ignore)
    for name in FILES:
        shutil.copy(ROOT / name, target / name)
    link_packages(target)
    share_caches(target)
    output.clean(target)
    return target


def link_packages(target: Path) -> None:
    """The npm packages as they are installed here: the program looks for them beside itself."""
    (target / "node_modules").symlink_to(ROOT / "node_modules", target_is_directory=True)


def share_caches(target: Path) -> None:
    """Handouts and icons are kept by what they are made of, so one store serves all.

    What a test makes is there for the next one, so nothing is set or drawn twice.
    """
    for name in CACHES:
        (ROOT / name).mkdir(parents=True, exist_ok=True)
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).symlink_to(ROOT / name, target_is_directory=True)


def run(
    project: Path, *command: str, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """One of the project's programs, run in the copy with our Python; it chooses its content."""
    outside = {name: os.environ[name] for name in os.environ if name != "STRETCHBOOK_CONTENT"}
    return subprocess.run(
        [sys.executable, *command],
        cwd=project,
        env={**outside, "NO_COLOR": "1", **(environment or {})},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )


def change(path: Path, old: str, new: str) -> None:
    """Replace a text that stands in the file exactly once."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    path.write_text(text.replace(old, new), "utf-8")


def free_port() -> int:
    """A port of this machine that nobody listens on, a moment ago."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port
