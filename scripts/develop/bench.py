"""Measures the build on made-up libraries of 100, 1,000 and 5,000 stretches.

Every figure is processor time of this run, beside two others of the same run: the bare cost of
reading the same YAML with the C loader and writing the same bytes, and plain MkDocs (its own theme,
no search, no style or script of ours, only index pages in the menu) on the same Markdown with the
same Markdown extensions. Handouts are left out: they cost by the routine, and only
when they are new.
"""

import argparse
import gc
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import yaml

from develop import ROOT
from stretchbook import output
from stretchbook.prepare import prepare
from stretchbook.problems import report

SIZES = (100, 1000, 5000)
STRETCHES_A_ROUTINE = 10
TODAY = date(2027, 6, 1)  # after the content was written, and before its reviews are due
PLAIN_CONFIG = """\
INHERIT: mkdocs.yml
theme: {name: mkdocs, custom_dir: plain, static_templates: []}
plugins: []
nav: [index.md, stretches/index.md]
extra_css: []
extra_javascript: []
validation: {links: {not_found: ignore, anchors: ignore, unrecognized_links: ignore}}
"""
HEAD = (
    f"{'stretches':>9} | {'generator':>12} | {'bare I/O':>12} | {'ratio':>5} | "
    f"{'site':>12} | {'plain MkDocs':>12} | {'ratio':>5}"
)


def measure_all(arguments: Sequence[str]) -> int:
    """Print one line for each size; times are milliseconds of processor time a stretch."""
    parser = argparse.ArgumentParser(prog="build.py bench", description=measure_all.__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--no-site", action="store_true", help="leave out the MkDocs builds")
    options = parser.parse_args(arguments)
    print("milliseconds of processor time a stretch")
    print(HEAD, flush=True)
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            print(measure(Path(folder), size, site=not options.no_site), flush=True)
    return 0


def measure(root: Path, size: int, *, site: bool) -> str:
    """One line of the table for a library of `size` stretches made below `root`."""
    make_library(root, size)
    result = prepare(root, TODAY, paper=False)  # also warms up what is loaded once
    if result.stopped:
        raise RuntimeError(report(result.problems))
    files = dict(result.files)

    def generate() -> None:
        output.write(root, prepare(root, TODAY, paper=False).files)

    generator = _milliseconds(generate) / size
    bare = _milliseconds(lambda: _bare(root, files)) / size
    line = f"{size:>9} | {generator:>9.2f} ms | {bare:>9.2f} ms | {generator / bare:>5.2f}"
    if not site:
        return line
    ours = _build(root, [sys.executable, "-m", "mkdocs", "build", "-d", str(root / "site")]) / size
    _make_plain(root)
    command = [sys.executable, "-m", "mkdocs", "build", "-f", "plain.yml", "-d", str(root / "p")]
    plain = _build(root, command) / size
    return f"{line} | {ours:>9.2f} ms | {plain:>9.2f} ms | {ours / plain:>5.2f}"


def make_library(root: Path, size: int) -> None:
    """Copy the project and multiply its stretches; each copy has a name and words of its own."""
    for name in ("mkdocs.yml", "overrides", "content"):
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, root / name)
    for name in ("css", "js", "img"):
        shutil.copytree(ROOT / "docs" / name, root / "docs" / name)
    content = root / "content"
    originals = sorted((content / "exercises").glob("*.yml"))
    texts = [path.read_text("utf-8") for path in originals]
    for path in originals:
        path.unlink()
    for name in ("addresses.txt", "figures", "pictures", "plans"):  # of stretches that are gone
        target = content / name
        shutil.rmtree(target) if target.is_dir() else target.unlink(missing_ok=True)
    for number in range(size):
        text = re.sub(r"\n(easier|harder): .*", "", texts[number % len(texts)])  # these are gone
        for field in ("name", "summary"):  # five digits, so that no 911 stands in a text
            text = text.replace(f"\n{field}: ", f"\n{field}: N{number:05} ", 1)
        (content / "exercises" / f"stretch-{number}.yml").write_text(text, encoding="utf-8")
    _make_routines(content / "routines", size)


def _make_routines(folder: Path, size: int) -> None:
    """One routine for every ten stretches, made from the first real one."""
    originals = sorted(folder.glob("*.yml"))
    value = yaml.safe_load((folder / "daily-warm-up.yml").read_text("utf-8"))
    for path in originals:
        path.unlink()
    for first in range(0, size, STRETCHES_A_ROUTINE):
        numbers = range(first, min(first + STRETCHES_A_ROUTINE, size))
        steps = [{"exercise": f"stretch-{number}"} for number in numbers]
        routine = {k: v for k, v in value.items() if k not in ("related", "afterwards")}
        routine |= {"name": f"Routine {first}", "summary": f"Routine {first}."}
        routine["sections"] = [{"id": "main", "title": "In order", "steps": steps}]
        for advice in [*routine["how_often"], *routine["when_to_stop"], *routine["evidence"]]:
            advice.pop("routine", None)
        text = yaml.safe_dump(routine, sort_keys=False, allow_unicode=True)
        (folder / f"routine-{first}.yml").write_text(text, encoding="utf-8")


def _make_plain(root: Path) -> None:
    """Plain MkDocs for the same pages: those with a template of ours get its own page."""
    (root / "plain.yml").write_text(PLAIN_CONFIG)
    (root / "plain").mkdir()
    for template in (root / "overrides").glob("*.html"):
        if template.name not in {"main.html", "404.html"}:
            (root / "plain" / template.name).write_text('{% extends "main.html" %}\n')


def _bare(root: Path, files: dict[str, bytes]) -> None:
    """Read every YAML file with the C loader and write every file, and nothing else."""
    for path in (root / "content").rglob("*.yml"):
        yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    for name, data in files.items():
        target = root / "bare" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _milliseconds(work: Callable[[], None]) -> float:
    gc.collect()
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def _build(root: Path, command: list[str]) -> float:
    """Milliseconds of processor time of a program that we start."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return used * 1000
