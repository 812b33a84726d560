"""Runs everything `make test` promises and ends with one summary.

Nothing stops at the first failure: whoever broke three things learns of all three. The last line
is `N passed, N failed`, counting each pytest test and one for each checker.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from develop import ROOT, browsers, node_tools
from stretchbook.commands.settings import content_of
from stretchbook.translating import EXAMPLE

WORK = Path(".cache/test")
SITE = WORK / "site"

NO_TESTS = 5  # pytest's exit code for an empty selection


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one part of the run came to.

    output: what to show when it failed. engines: browsers that it has tested, with their versions.
    """

    name: str
    seconds: float
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    output: str = ""
    engines: frozenset[str] = frozenset()


def builders() -> dict[str, list[str]]:
    """The site's build, and what asks nothing of it: each is one command and passes or fails."""
    python = [sys.executable, "-m"]
    return {
        "site build": [sys.executable, "scripts/build.py", "--site", "--site-dir", str(SITE)],
        "mypy": [*python, "mypy", "--no-error-summary"],
        "ruff check": [*python, "ruff", "check", "--quiet"],
        "ruff format": [*python, "ruff", "format", "--check"],
    }


def script_checkers() -> dict[str, list[str]]:
    """What reads docs/js once the build has brought the npm packages there; the longest first."""
    return {
        "node tests": node_tools.command("--test", "tests/js/**/*.test.js"),
        "eslint": node_tools.package_command("eslint/bin/eslint.js", "--max-warnings=0", "."),
        "prettier": node_tools.prettier("--check"),
        "tsc": node_tools.package_command("typescript/bin/tsc"),
        "tsc worker": node_tools.package_command(
            "typescript/bin/tsc", "-p", "tsconfig.worker.json"
        ),
        "sizes": [sys.executable, "scripts/build.py", "sizes"],
    }


# What is quick comes first, so a slip in the generator shows before any browser has started.
STAGES = {
    "fast tests": "not site and not browser",
    "site and browser": "site or browser",
}


def run_checker(item: tuple[str, list[str]]) -> Outcome:
    """One checker as an outcome; its output is kept, so that two may run side by side."""
    name, command = item
    started = time.monotonic()
    done = subprocess.run(
        command,
        check=False,
        encoding="utf-8",
        errors="replace",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    bad = int(done.returncode != 0)
    seconds = time.monotonic() - started
    return Outcome(name=name, seconds=seconds, passed=1 - bad, failed=bad, output=done.stdout)


def run_checkers() -> list[Outcome]:
    """All checkers, two at a time, each reported as soon as it and those before it are done."""
    outcomes = []
    with ThreadPoolExecutor(max_workers=2) as pool:
        for checkers in (builders(), script_checkers()):
            for outcome in pool.map(run_checker, checkers.items()):
                report_checker(outcome)
                outcomes.append(outcome)
    return outcomes


def report_checker(outcome: Outcome) -> None:
    """One line, and for a failure all that the checker said."""
    say(f"{'FAILED' if outcome.failed else 'ok':7}{outcome.name} ({outcome.seconds:.1f} s)")
    if outcome.failed:
        say(outcome.output.rstrip())


def run_pytest(name: str, markers: str) -> Outcome:
    """One stage of tests; pytest prints as it goes, and its report gives the numbers."""
    say(f"\n{name}")
    report = WORK / f"{name.replace(' ', '-')}.xml"
    report.unlink(missing_ok=True)
    started = time.monotonic()
    # Whoever has nothing left takes over half of what another has.
    parallel = ["-n", workers(), "--dist=worksteal"]
    options = ["-q", "-m", markers, *parallel, f"--junit-xml={report}"]
    code = subprocess.run([sys.executable, "-m", "pytest", *options], check=False).returncode
    return counted(name, time.monotonic() - started, code, report)


def counted(name: str, seconds: float, code: int, report: Path) -> Outcome:
    """The stage's numbers; a run that broke before it could count is one failure."""
    # S314 warns of hostile XML; this file was written by our own pytest a moment ago.
    suite = ElementTree.parse(report).find("testsuite") if report.exists() else None  # noqa: S314
    total, failures, errors, skipped = (
        int(suite.get(key, "0")) if suite is not None else 0
        for key in ("tests", "failures", "errors", "skipped")
    )
    broken = code not in {0, NO_TESTS} and not failures + errors
    failed = failures + errors + int(broken)
    passed = max(0, total - failures - errors - skipped)
    engines = noted(suite, "engine") if suite is not None else frozenset()
    return Outcome(
        name=name, seconds=seconds, passed=passed, failed=failed, skipped=skipped, engines=engines
    )


def noted(suite: ElementTree.Element, name: str) -> frozenset[str]:
    """What tests have noted of themselves under a name."""
    found = suite.iter("property")
    return frozenset(one.get("value", "") for one in found if one.get("name") == name)


def workers() -> str:
    """How many tests run side by side: one more than processors, since each waits now and then.

    Each has a browser, so more than four helps nobody.
    """
    return str(min(4, (os.cpu_count() or 1) + 1))


def run_own() -> list[Outcome]:
    """What must hold for any content, for that of a clinic; nothing where there is only ours.

    It comes first, so that docs/ holds the example while the program is tested.
    """
    own = content_of(ROOT)
    if own == EXAMPLE:
        return []
    site = str((WORK / "own-site").resolve())
    build = [sys.executable, "scripts/build.py", "--site", "--site-dir", site]
    outcome = run_checker((f"site build of {own}", build))
    report_checker(outcome)
    with environment(STRETCHBOOK_SITE=site, STRETCHBOOK_CONTENT=own):
        return [outcome, run_pytest(f"tests of {own}", "any_content")]


def run_on_example() -> list[Outcome]:
    """The tests of the program, on the content that comes with it."""
    with environment(STRETCHBOOK_CONTENT=EXAMPLE, STRETCHBOOK_SITE=str(SITE.resolve())):
        return run_checkers() + run_stages()


@contextmanager
def environment(**variables: str) -> Iterator[None]:
    """Give these to all that is run meanwhile."""
    os.environ.update(variables)
    yield
    for name in variables:
        del os.environ[name]


def run_stages() -> list[Outcome]:
    """All pytest stages; a run without any test at all has proved nothing, so it fails."""
    outcomes = [run_pytest(name, markers) for name, markers in STAGES.items()]
    if any(outcome.passed + outcome.failed for outcome in outcomes):
        return outcomes
    return [*outcomes, Outcome(name="no test was found", seconds=0, failed=1)]


def summary(outcomes: Sequence[Outcome]) -> str:
    """A table with a line for each part, one about browsers, then the line that machines read."""
    rows = [
        f"{part.name:20}{part.passed:>8}{part.failed:>8}{part.skipped:>9}{part.seconds:>9.1f}"
        for part in outcomes
    ]
    heading = f"{'':20}{'passed':>8}{'failed':>8}{'skipped':>9}{'seconds':>9}"
    passed, failed, skipped = (
        sum(getattr(part, key) for part in outcomes) for key in ("passed", "failed", "skipped")
    )
    last = f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else "")
    tested = frozenset[str]().union(*(part.engines for part in outcomes))
    return "\n".join(["", heading, *rows, "", engines_line(tested), last])


def engines_line(tested: Iterable[str]) -> str:
    """Which were tested, and of those that are not here why not."""
    names = ", ".join(sorted(tested)) or "none"
    missing = (other.cure for other in browsers.OTHERS if not other.find())
    return " ".join([f"Browsers tested: {names}.", *missing])


def say(text: str) -> None:
    """Print at once: pytest writes to the same place, and the order should be true."""
    print(text, flush=True)


def main(_: Sequence[str]) -> int:
    """Set up, check, test, sum up; 0 only when all is well."""
    os.chdir(ROOT)
    WORK.mkdir(parents=True, exist_ok=True)
    if not (browsers.CHROMIUM.ensure() or browsers.download_chromium()):
        say(browsers.CHROMIUM.cure)
        return 1
    for other in browsers.OTHERS:
        other.ensure()  # tests in it are skipped without
    # Where Python is told to keep nothing, each of the many programs that tests start would compile
    # all its modules anew.
    with environment(PYTHONDONTWRITEBYTECODE=""):
        outcomes = run_own() + run_on_example()
    say(summary(outcomes))
    return int(any(outcome.failed for outcome in outcomes))
