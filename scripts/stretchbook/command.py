"""The command line of the generator. It wires the rooms together; nobody imports it."""

import argparse
import errno
import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from stretchbook import output, renderer
from stretchbook.build import CONTENT, Result, prepare
from stretchbook.problems import count, has_errors, report

ROOT = Path(__file__).resolve().parents[2]
REFUSED = {errno.EACCES, errno.EDQUOT, errno.ENOSPC, errno.EPERM, errno.EROFS}  # by the machine
LONG_LIBRARY = 200  # files; below that reading takes less time than a glance at a progress line


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0 only if all of it worked."""
    options = _parser().parse_args(arguments)
    try:
        return _run(options)
    except OSError as error:
        if error.errno not in REFUSED:
            raise
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        print("Mend that and run it again: it goes on from where it stopped.", file=sys.stderr)
        return 1


def _run(options: argparse.Namespace) -> int:
    if options.command == "figures":
        return _draw_pictures()
    if options.clean:
        return _clean()
    with _timed("content"):
        today = datetime.now(UTC).date()
        result = prepare(
            ROOT, today, strict=options.strict, progress=_progress, site_url=_site_url()
        )
    if result.problems:
        print(report(result.problems), file=sys.stderr)
    if result.stopped:
        print("Nothing was written.", file=sys.stderr)
        return 1
    if options.check_content:
        print("The content is in order.")
        return 0
    if options.check:
        return _report_drift(result)
    return _write(result, options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build.py", description="Turn content/ into the pages in docs/."
    )
    parser.add_argument(
        "command",
        nargs="?",
        choices=["figures"],
        help="figures: draw what changed in content/figures/ into content/pictures/, and stop",
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--check", action="store_true", help="report what would change; write nothing"
    )
    what.add_argument("--check-content", action="store_true", help="check content/ and stop")
    what.add_argument("--site", action="store_true", help="build the web site as well")
    what.add_argument("--clean", action="store_true", help="remove everything that was generated")
    parser.add_argument("--strict", action="store_true", help="let a warning stop the build")
    parser.add_argument(
        "--site-dir", type=Path, default=ROOT / "site", help="where the site goes (default: site)"
    )
    return parser


def _write(result: Result, options: argparse.Namespace) -> int:
    with _timed("pages"):
        changes = output.write(ROOT, result.files)
    files = count(len(result.files), "file")
    print(f"{files}: {len(changes.written)} written, {len(changes.removed)} removed.")
    if not options.site:
        return 0
    with _timed("site"):
        built = renderer.build_site(ROOT, options.site_dir, result.promises)
    if not built.ok:
        print(built.log, file=sys.stderr)
        print("The site was not built; the old one is untouched.", file=sys.stderr)
        return 1
    print(f"The site is in {_shown(options.site_dir)}: open index.html there.")
    return 0


def _draw_pictures() -> int:
    from stretchbook import draw_pictures  # noqa: PLC0415 - needs libraries that no build needs

    with _timed("pictures"):
        done = draw_pictures.redraw(ROOT / CONTENT, lambda name: print(f"drew {name}", flush=True))
    if done.problems:
        print(report(done.problems), file=sys.stderr)
    print(f"{count(len(done.drawn), 'picture')} drawn, {len(done.removed)} removed.")
    return 1 if has_errors(done.problems) else 0


def _site_url() -> str:
    """Where the site will be, as mkdocs.yml reads it too; with one slash at the end."""
    given = os.environ.get("SITE_URL", "")
    return f"{given.rstrip('/')}/" if given else ""


def _report_drift(result: Result) -> int:
    changes = output.plan(ROOT, result.files)
    for path in changes.written:
        print(f"would write {path}")
    for path in changes.removed:
        print(f"would remove {path}")
    total = len(changes.written) + len(changes.removed)
    print(f"{count(total, 'change')}.")
    return 1 if total else 0


def _clean() -> int:
    changes = output.clean(ROOT)
    print(f"{count(len(changes.removed), 'generated file')} removed.")
    return 0


@contextmanager
def _timed(step: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    print(f"{step:>8}: {time.perf_counter() - start:5.2f} s")


def _progress(done: int, total: int) -> None:
    """One line that counts up, only for a person who waits for a long library."""
    if total > LONG_LIBRARY and sys.stderr.isatty() and (done % 100 == 0 or done == total):
        end = "\n" if done == total else ""
        print(f"\rreading {done} of {total} files", end=end, file=sys.stderr)


def _shown(path: Path) -> str:
    path = path.resolve()
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)
