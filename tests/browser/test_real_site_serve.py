"""The preview follows the author: a saved file shows, a slip is shown and does no harm."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from tests.support.project import change, copy_project, free_port, run
from tests.support.visit import Visits

pytestmark = pytest.mark.browser

PATIENCE = 30  # seconds on a busy machine; the aim is about 2, and `pytest -rP` says what it took


@dataclass(frozen=True)
class Preview:
    """A running preview of a copy of the project."""

    project: Path
    url: str
    process: subprocess.Popen[bytes]
    log: Path


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    project = copy_project(tmp_path / "a copy")
    port = free_port()
    command = [sys.executable, "scripts/build.py", "serve", "--no-open", "--port", str(port)]
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen(
            command,
            cwd=project,
            stdout=log,
            stderr=log,
            preexec_fn=ignore_interrupts,  # noqa: PLW1509 - as a shell does to what ends with `&`
        )
    try:
        url = f"http://127.0.0.1:{port}/"
        wait_for(url, process)
        yield Preview(project, url, process, tmp_path / "log")
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0, (tmp_path / "log").read_text("utf-8", "replace")
    assert "Traceback" not in (tmp_path / "log").read_text("utf-8", "replace")


def ignore_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert process.poll() is None, "the preview has ended"
        try:
            with urlopen(url, timeout=2) as page:
                if b"Waiting for the first page" not in page.read():
                    return
        except OSError:
            pass
        time.sleep(0.2)
    pytest.fail("the preview did not start")


def note(what: str, since: float) -> None:
    """For `pytest -rP`, and for whoever reads why this failed."""
    sys.stdout.write(f"{what} after {time.monotonic() - since:.1f} s\n")


def rebuilds(preview: Preview) -> int:
    return preview.log.read_text("utf-8", "replace").count(" written, ")


def processor_time(process: subprocess.Popen[bytes]) -> float:
    """Seconds that it and the MkDocs below it have worked."""
    below = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    files = [Path(f"/proc/{pid}/stat").read_text() for pid in (process.pid, *below)]
    ticks = [sum(map(int, text.rpartition(")")[2].split()[11:13])) for text in files]
    return sum(ticks) / os.sysconf("SC_CLK_TCK")


def test_the_preview_follows_the_author(visits: Visits, preview: Preview) -> None:
    page = visits.open(f"{preview.url}stretches/lying-butterfly-stretch/")
    page.set_default_timeout(PATIENCE * 1000)
    patience = PATIENCE * 1000
    facts = page.locator("article .facts").first
    expect(facts).to_contain_text("Hold for 1 minute")
    file = preview.project / "content/exercises/lying-butterfly-stretch.yml"
    recorded = (preview.project / "content/addresses.txt").read_bytes()
    before = rebuilds(preview)

    saved = time.monotonic()
    change(file, "\n  hold_seconds: 60\n", "\n  hold_seconds: 45\n")
    expect(facts).to_contain_text("Hold for 45 seconds", timeout=patience)
    note("a saved change showed", saved)

    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    saved = time.monotonic()
    change(file, "\n  hold_seconds: 45\n", "\n  hold_secnds: 45\n")
    problem = page.get_by_role("alert")
    expect(problem).to_contain_text("lying-butterfly-stretch.yml", timeout=patience)
    note("a slip showed", saved)
    said = problem.inner_text()
    assert re.search(r"content/exercises/lying-butterfly-stretch\.yml:\d+: ", said), said
    assert "hold_seconds" in said, "it says which name was meant"
    expect(problem).to_be_in_viewport()
    page.evaluate("scrollTo(0, 0)")
    expect(problem).to_be_in_viewport()
    expect(facts).to_contain_text("Hold for 45 seconds")  # the last good pages stay
    page.reload()
    expect(problem).to_be_in_viewport()
    assert preview.process.poll() is None

    change(file, "\n  hold_secnds: 45\n", "\n  hold_seconds: 30\n")
    expect(facts).to_contain_text("Hold for 30 seconds", timeout=patience)
    expect(problem).to_have_count(0, timeout=PATIENCE * 1000)
    assert (preview.project / "content/addresses.txt").read_bytes() == recorded

    worked, began = processor_time(preview.process), time.monotonic()
    time.sleep(4)  # nobody saves
    idle = (processor_time(preview.process) - worked) / (time.monotonic() - began)
    assert idle < 0.02, f"{idle:.1%} of a processor while nothing happens"
    assert rebuilds(preview) == before + 2, "a save was built more than once"
    page.close()  # it would complain when the preview goes


def test_a_link_that_leads_nowhere_is_named_on_the_page(visits: Visits, preview: Preview) -> None:
    page = visits.open(f"{preview.url}about/")
    page.set_default_timeout(PATIENCE * 1000)
    about = preview.project / "content/pages/about.md"
    change(about, "(privacy.md)", "(privaci.md)")
    problem = page.get_by_role("alert")
    expect(problem).to_contain_text("about.md", timeout=PATIENCE * 1000)
    expect(problem).to_contain_text("privaci.md")
    change(about, "(privaci.md)", "(privacy.md)")
    expect(problem).to_have_count(0, timeout=PATIENCE * 1000)
    page.close()


def test_a_port_that_is_taken_is_said_in_a_sentence(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "a copy")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = run(project, "scripts/build.py", "serve", "--no-open", "--port", port)
    assert done.returncode == 1
    assert done.stderr.startswith(f"port {port}: cannot be used: Address already in use\n")
    assert "Traceback" not in done.stderr


def test_a_build_beside_the_preview_takes_its_turn(visits: Visits, preview: Preview) -> None:
    """They share docs/ and what is kept: each waits for the other."""
    page = visits.open(f"{preview.url}stretches/lying-butterfly-stretch/")
    file = preview.project / "content/exercises/lying-butterfly-stretch.yml"
    change(file, "\n  hold_seconds: 60\n", "\n  hold_seconds: 45\n")
    done = run(preview.project, "scripts/build.py", "build", "--site")
    assert done.returncode == 0, done.stderr
    built = preview.project / "site/stretches/lying-butterfly-stretch/index.html"
    assert "Hold for 45 seconds" in built.read_text("utf-8")
    facts = page.locator("article .facts").first
    expect(facts).to_contain_text("Hold for 45 seconds", timeout=PATIENCE * 1000)
    drift = run(preview.project, "scripts/build.py", "build", "--check")
    assert drift.stdout.endswith("0 changes.\n"), drift.stdout
    assert preview.process.poll() is None
    page.close()
