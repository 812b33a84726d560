"""The preview follows the author: a saved file shows, a slip is shown and does no harm."""

import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from tests.support.project import change, copy_project, free_port
from tests.support.visit import Visits

pytestmark = pytest.mark.browser

PATIENCE = 30  # seconds on a busy machine; the aim is about 2, and `pytest -rP` says what it took


@dataclass(frozen=True)
class Preview:
    """A running preview of a copy of the project."""

    project: Path
    url: str
    process: subprocess.Popen[bytes]


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    project = copy_project(tmp_path / "a copy")
    port = free_port()
    command = [sys.executable, "scripts/build.py", "serve", "--no-open", "--port", str(port)]
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=project, stdout=log, stderr=log)
    try:
        url = f"http://127.0.0.1:{port}/"
        wait_for(url, process)
        yield Preview(project, url, process)
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0, (tmp_path / "log").read_text("utf-8", "replace")
    assert "Traceback" not in (tmp_path / "log").read_text("utf-8", "replace")


def wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert process.poll() is None, "the preview has ended"
        try:
            with urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail("the preview did not start")


def note(what: str, since: float) -> None:
    """For `pytest -rP`, and for whoever reads why this failed."""
    sys.stdout.write(f"{what} after {time.monotonic() - since:.1f} s\n")


def test_the_preview_follows_the_author(visits: Visits, preview: Preview) -> None:
    page = visits.open(f"{preview.url}stretches/lying-butterfly-stretch/")
    page.set_default_timeout(PATIENCE * 1000)
    patience = PATIENCE * 1000
    facts = page.locator("article .facts").first
    expect(facts).to_contain_text("Hold for 1 minute")
    file = preview.project / "content/exercises/lying-butterfly-stretch.yml"
    recorded = (preview.project / "content/addresses.txt").read_bytes()

    saved = time.monotonic()
    change(file, "\n  hold_seconds: 60\n", "\n  hold_seconds: 45\n")
    expect(facts).to_contain_text("Hold for 45 seconds", timeout=patience)
    note("a saved change showed", saved)

    saved = time.monotonic()
    change(file, "\n  hold_seconds: 45\n", "\n  hold_secnds: 45\n")
    problem = page.get_by_role("alert")
    expect(problem).to_contain_text("lying-butterfly-stretch.yml", timeout=patience)
    note("a slip showed", saved)
    said = problem.inner_text()
    assert re.search(r"content/exercises/lying-butterfly-stretch\.yml:\d+: ", said), said
    assert "hold_seconds" in said, "it says which name was meant"
    expect(facts).to_contain_text("Hold for 45 seconds")  # the last good pages stay
    assert preview.process.poll() is None

    change(file, "\n  hold_secnds: 45\n", "\n  hold_seconds: 30\n")
    expect(facts).to_contain_text("Hold for 30 seconds", timeout=patience)
    expect(problem).to_have_count(0)
    assert (preview.project / "content/addresses.txt").read_bytes() == recorded
    page.close()  # it would complain when the preview goes
