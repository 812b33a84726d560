"""Builds: checks the content, writes the pages, and has MkDocs make the site of them."""

import argparse
import fcntl
import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from stretchbook import keeping, output, whole_files
from stretchbook.commands import ROOT
from stretchbook.commands.progress import counting
from stretchbook.commands.settings import content_of, site_url
from stretchbook.prepare import Result, prepare
from stretchbook.problems import count, report
from stretchbook.reading import own_pages
from stretchbook.rendering import run_mkdocs

MEMORY = ".cache/memory"  # what the generator made before


def build(arguments: Sequence[str]) -> int:
    """Turn content/ into the pages in docs/."""
    options = _build_options().parse_args(arguments)
    with alone(ROOT):
        result = _prepare(strict=options.strict)
        if result.stopped:
            return 1
        return _report_drift(result) if options.check else _write(result, options)


def publish(arguments: Sequence[str]) -> int:
    """Build the site that goes online, and record its addresses: they work for ever from now on."""
    parser = _options("publish", publish.__doc__)
    _add_site_dir(parser)
    options = parser.parse_args(arguments)
    with alone(ROOT):
        result = _prepare(strict=options.strict)
        if result.stopped or _build_site(result, options.site_dir):
            return 1
        for path, data in result.record.items():
            whole_files.write(ROOT / path, data)
            print(f"The addresses are in {path}: commit it when the site is online.")
    return 0


def check(arguments: Sequence[str]) -> int:
    """Check content/ and stop."""
    options = _options("check", check.__doc__).parse_args(arguments)
    if _prepare(strict=options.strict, paper=False).stopped:
        return 1
    print("The content is in order.")
    return 0


def clean(arguments: Sequence[str]) -> int:
    """Remove everything that was generated."""
    argparse.ArgumentParser(prog="build.py clean", description=clean.__doc__).parse_args(arguments)
    with alone(ROOT):
        changes = output.clean(ROOT)
    print(f"{count(len(changes.removed), 'generated file')} removed.")
    return 0


def _prepare(*, strict: bool, paper: bool = True) -> Result:
    """What a run would write; its problems are printed. Handouts take longest, and say nothing."""
    content, address = content_of(ROOT), site_url()
    with _timed("content"):
        keeping.recall(ROOT / MEMORY)
        today = datetime.now(UTC).date()
        result = prepare(
            ROOT,
            today,
            content=content,
            strict=strict,
            progress=counting("files", every=100),
            site_url=address,
            paper=paper,
        )
    if result.problems:
        print(report(result.problems), file=sys.stderr)
    if result.stopped:
        print("Nothing was written.", file=sys.stderr)
    return result


def _build_options() -> argparse.ArgumentParser:
    parser = _options("build", build.__doc__)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="say what would change; write nothing")
    what.add_argument("--site", action="store_true", help="build the web site as well")
    _add_site_dir(parser)
    return parser


def _add_site_dir(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--site-dir", type=Path, default=ROOT / "site", help="where the site goes (default: site)"
    )


def _options(name: str, description: str | None) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=f"build.py {name}", description=description)
    parser.add_argument("--strict", action="store_true", help="let a warning stop the build")
    return parser


def _write(result: Result, options: argparse.Namespace) -> int:
    if options.site:
        return _build_site(result, options.site_dir)
    _write_pages(result)
    keeping.store(ROOT / MEMORY)
    return 0


def _write_pages(result: Result) -> None:
    with _timed("pages"):
        changes = output.write(ROOT, result.files)
    files = count(len(result.files), "file")
    print(f"{files}: {len(changes.written)} written, {len(changes.removed)} removed.")


def _build_site(result: Result, site: Path) -> int:
    _write_pages(result)
    with _timed("site"):
        built = run_mkdocs.build_site(ROOT, site, result.promises)
    keeping.store(ROOT / MEMORY)  # with what was seen on the pages
    if not built.ok:
        print(own_pages.said_where_written(built.log, ROOT / content_of(ROOT)), file=sys.stderr)
        print("The site was not built; the old one is untouched.", file=sys.stderr)
        return 1
    print(f"The site is in {_shown(site)}. To see it: make serve")
    return 0


def _report_drift(result: Result) -> int:
    changes = output.plan(ROOT, result.files)
    for path in changes.written:
        print(f"would write {path}")
    for path in changes.removed:
        print(f"would remove {path}")
    total = len(changes.written) + len(changes.removed)
    print(f"{count(total, 'change')}.")
    return 1 if total else 0


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Wait for whoever builds here already: two at once would mix their pages."""
    lock = root / ".cache/build.lock"
    lock.parent.mkdir(exist_ok=True)
    with lock.open("a") as held:  # it stays as it is
        # MkDocs holds it too: were we killed, it would go on, and the next build mix with it
        os.set_inheritable(held.fileno(), True)  # noqa: FBT003
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Another build is running here; this one waits for it.", file=sys.stderr)
            fcntl.flock(held, fcntl.LOCK_EX)
        whole_files.remove_half_written(lock.parent)
        yield


@contextmanager
def _timed(step: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    print(f"{step:>8}: {time.perf_counter() - start:5.2f} s")


def _shown(path: Path) -> str:
    path = path.resolve()
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)
