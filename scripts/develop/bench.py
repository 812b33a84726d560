"""Measures the whole way from content to site on made-up libraries of 1,000 and 5,000 stretches.

One table, from one run on one machine. Its figures are seconds of processor time, with all programs
that are started, since a machine is seldom alone; only the last one is what a clock shows.

Beside our own stand three others: the bare cost of reading the same YAML with the C loader and of
writing the same bytes; MkDocs with Material as it comes (no plugin, no style or script of ours,
only index pages in the menu), and Zensical, both on the same Markdown with the same extensions.

Handouts are left out: they cost by the routine, and only when they are new.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import yaml

from develop import ROOT, made_library
from stretchbook import keeping, output
from stretchbook.commands.build_site import MEMORY
from stretchbook.commands.serve import Preview
from stretchbook.prepare import Result, prepare
from stretchbook.preview.live_server import State
from stretchbook.problems import report
from stretchbook.rendering import run_mkdocs
from stretchbook.rendering.renderer import rendering

SIZES = (1000, 5000)
WIDTH = 50
STOCK = """\
site_name: Stock
theme: {name: material, font: false, custom_dir: stock}
plugins: []
nav: [index.md, stretches/index.md]
exclude_docs: js/types.js
"""
BOUNDS: Mapping[tuple[str, str], float] = {  # how many times the second the first may be
    ("generator, nothing changed", "bare I/O"): 2,
    ("whole site, nothing kept", "stock MkDocs with Material"): 0.5,
    ("whole site, nothing changed", "stock MkDocs with Material"): 0.25,
}
GROWTH = 5.2  # the most that anything may grow from 1,000 to 5,000
EDITED = "content/exercises/stretch-0.yml"
EDITS = 3  # in the preview, of which the fastest counts

Figures = dict[str, float]
Work = Callable[[], object]


def measure_all(arguments: Sequence[str]) -> int:
    """Print the table; each figure is said on the way too."""
    parser = argparse.ArgumentParser(prog="build.py bench", description=measure_all.__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    sizes = parser.parse_args(arguments).sizes
    columns: list[Figures] = []
    for size in sizes:
        columns.append({})
        with tempfile.TemporaryDirectory() as folder:
            for name, seconds in measure(Path(folder), size):
                print(f"{size:,}: {name}: {seconds:.2f} s", file=sys.stderr, flush=True)
                columns[-1][name] = seconds
    print("\n".join(table(sizes, columns)))
    return 0


def table(sizes: Sequence[int], columns: Sequence[Figures]) -> Iterator[str]:
    """The lines of the table; where a figure has a bound, that stands behind it."""

    def line(name: str, figures: Sequence[float], last: str) -> str:
        return f"{name:{WIDTH}}" + "".join(f"{one:>10.2f}" for one in figures) + last

    heads = "".join(f"{size:>10,}" for size in sizes)
    yield f"{'seconds of processor time':{WIDTH}}{heads}  growth, at most {GROWTH}"
    for name in columns[0]:
        figures = [column[name] for column in columns]
        yield line(name, figures, f"{figures[-1] / max(figures[0], 0.01):>8.1f}")
    for (ours, other), most in BOUNDS.items():
        ratios = [column[ours] / max(column[other], 0.01) for column in columns]
        yield line(f"{ours} / {other.partition(' with')[0]}", ratios, f"  at most {most}")


def measure(root: Path, size: int) -> Iterator[tuple[str, float]]:
    """Each figure by its name, for a library of `size` stretches made below `root`."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # on a machine of its own all is compiled once
    _load_what_is_loaded_once(root / "small")
    root /= "library"
    made_library.make(root, size)
    yield "generator, nothing kept", _seconds(lambda: _generate(root))
    made = {path: path.read_bytes() for path in (root / "docs").rglob("*") if path.is_file()}
    yield "bare I/O", _seconds(lambda: _bare(root, made))
    yield "generator, nothing changed", _seconds(lambda: _generate(root))
    yield "generator, one stretch edited", _seconds(lambda: _edited(root, _generate))
    made_library.make_paper(root)
    shutil.rmtree(root / ".cache")
    yield "whole site, nothing kept", _seconds(lambda: _build(root))
    yield "whole site, nothing changed", _seconds(lambda: _build(root))
    yield "whole site, one stretch edited", _seconds(lambda: _edited(root, _build))
    yield "stock MkDocs with Material", _seconds(lambda: _stock(root, "mkdocs", "-d", "stock-site"))
    yield "Zensical", _seconds(lambda: _stock(root, "zensical"))
    shown = root / "shown"
    _seconds(lambda: _preview(root, shown))
    processor, clock = map(float, shown.read_text().split())
    yield "preview, one stretch edited", processor
    yield "preview, the same by the clock", clock


def _seconds(work: Work) -> float:
    """Processor time of some work in a process of its own, with all that it starts."""
    process = os.fork()
    if process == 0:
        failed = 1
        try:
            work()
            failed = 0
        except Exception:  # noqa: BLE001 - whatever it is, it is said, and this process ends here
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(failed)
    _, status, used = os.wait4(process, 0)
    if status:
        raise RuntimeError("what was measured has failed; what it said stands above")
    return used.ru_utime + used.ru_stime


def _load_what_is_loaded_once(root: Path) -> None:
    made_library.make(root, 3)
    _prepared(root)
    keeping.forget()


def _prepared(root: Path) -> Result:
    result = prepare(root, made_library.TODAY, paper=False)
    if result.stopped:
        raise RuntimeError(report(result.problems))
    return result


def _generate(root: Path) -> Result:
    """What `build.py` does."""
    keeping.recall(root / MEMORY)
    result = _prepared(root)
    output.write(root, result.files)
    keeping.store(root / MEMORY)
    return result


def _build(root: Path) -> None:
    """What `make` does."""
    built = run_mkdocs.build_site(root, root / "site", _generate(root).promises)
    keeping.store(root / MEMORY)
    if not built.ok:
        raise RuntimeError(built.log)


def _edited(root: Path, work: Callable[[Path], object]) -> None:
    edit(root)
    work(root)


def edit(root: Path) -> Path:
    """Save a stretch whose summary is another each time."""
    file = root / EDITED
    text = re.sub(r"\nsummary: ", "\nsummary: Slowly. ", file.read_text("utf-8"), count=1)
    file.write_text(text, "utf-8")
    return file


def _bare(root: Path, files: Mapping[Path, bytes]) -> None:
    """Read every YAML file with the C loader and write every file, and nothing else."""
    for path in (root / "content").rglob("*.yml"):
        yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    for path, data in files.items():
        target = root / "bare" / path.relative_to(root)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _stock(root: Path, program: str, *options: str) -> None:
    """Another program on the same pages; those with a template of ours get that of the theme."""
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    extensions = re.search(r"(?ms)^markdown_extensions:.*?(?=^\w)", settings)
    (root / "stock.yml").write_text(STOCK + (extensions[0] if extensions else ""), "utf-8")
    (root / "stock").mkdir(exist_ok=True)
    for template in (root / "overrides").glob("*.html"):
        if template.name not in {"main.html", "404.html"}:
            (root / "stock" / template.name).write_text('{% extends "main.html" %}\n')
    command = [sys.executable, "-m", program, "build", "-f", "stock.yml", *options]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(done.stdout + done.stderr)


def _preview(root: Path, shown: Path) -> None:
    """Write down processor time and time by the clock from a saved file until the page is there."""
    preview, pages = Preview(root, root / "content"), State()
    preview.written[root] = 0  # it has written something: handouts come later
    keeping.recall(root / MEMORY)
    with redirect_stdout(StringIO()), rendering(root, root / "preview", warm=True) as renderer:
        preview.follow([root / "content"], renderer, pages)
        times = []
        for _ in range(EDITS):
            file, before, start = edit(root), _used_by_family(), time.perf_counter()
            preview.follow([file], renderer, pages)
            times.append((_used_by_family() - before, time.perf_counter() - start))
    shown.write_text(" ".join(map(str, min(times))))


def _used_by_family() -> float:
    """Processor time of this process and of those that it has started and that still run."""
    used = 0
    for process in Path("/proc").glob("[0-9]*/stat"):
        name, _, rest = process.read_text().rpartition(")")
        fields = rest.split()
        if os.getpid() in (int(name.split()[0]), int(fields[1])):
            used += int(fields[11]) + int(fields[12])
    return used / os.sysconf("SC_CLK_TCK")
