"""How large the house is, and what stands in it twice: `python scripts/build.py sizes`.

Each bound is what we have or what we want, whichever is larger; a change that needs more room says
why where it raises one.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from develop import ROOT

RUN = 6  # equal lines that follow each other
SAYS_NOTHING = re.compile(r"\W*|\w+,")  # brackets, and names in a long import

Node = TypeVar("Node", bound=ast.AST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """One count, the most it may be, and what we aim at."""

    name: str
    count: int
    most: int
    aim: int


def main(_: Sequence[str]) -> int:
    """Print the table; 1 where a bound is passed or lines stand twice."""
    sizes = list(measure())
    print(f"{'':24}{'now':>8}{'most':>8}{'aim':>8}")
    for size in sizes:
        mark = "  TOO MUCH" if size.count > size.most else ""
        print(f"{size.name:24}{size.count:>8,}{size.most:>8,}{size.aim:>8,}{mark}")
    twice = list(repeated([*files("scripts", "*.py"), *files("docs/js", "*.js")]))
    for first, second in twice:
        print(f"{RUN} equal lines: {first} and {second}")
    return 1 if twice or any(size.count > size.most for size in sizes) else 0


def measure() -> Iterator[Size]:
    """Every count that has a bound."""
    python, views = files("scripts", "*.py"), files("scripts/stretchbook/views", "*.py")
    classes = [node for path in views for node in _nodes(path, ast.ClassDef)]
    fields = sum(isinstance(part, ast.AnnAssign) for node in classes for part in node.body)
    lengths = [length(node) for path in python for node in _nodes(path, ast.FunctionDef)]
    loose = [
        path for path in files("scripts/stretchbook", "*.py") if path.parent.name == "stretchbook"
    ]
    sheets = [lines(path) for path in files("docs/css", "*.css")]
    bounds = (
        ("lines of the generator", total("scripts/stretchbook", "*.py"), 16_045, 6_500),
        ("lines of docs/js", total("docs/js", "*.js"), 8_870, 4_600),
        ("lines of docs/css", sum(sheets), 3_365, 2_300),
        ("longest sheet", max(sheets), 200, 200),
        ("modules outside rooms", len(loose) - 1, 8, 8),  # and __init__
        ("longest module", max(map(lines, python)), 275, 250),
        ("longest function", max(lengths), 41, 40),
        ("classes of views", len(classes), 27, 25),
        ("fields of views", fields, 191, 170),
    )
    for name, count, most, aim in bounds:
        yield Size(name=name, count=count, most=most, aim=aim)


def files(folder: str, pattern: str) -> list[Path]:
    """Files of ours below a folder; what others wrote is left out."""
    found = sorted((ROOT / folder).rglob(pattern))
    return [path for path in found if "vendor" not in path.parts]


def total(folder: str, pattern: str) -> int:
    """Lines of all files of a kind together."""
    return sum(map(lines, files(folder, pattern)))


def lines(path: Path) -> int:
    """Lines of one file, empty ones and comments too."""
    return len(path.read_text("utf-8").splitlines())


def length(function: ast.FunctionDef) -> int:
    """Lines of a function, from its `def` to its end."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def _nodes(path: Path, kind: type[Node]) -> Iterator[Node]:
    yield from (
        node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, kind)
    )


def repeated(paths: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """Where a run of lines begins that stands in two places."""
    for found in _runs(paths).values():
        if len(found) > 1:
            yield found[0], found[1]


def _runs(paths: Iterable[Path]) -> Mapping[tuple[str, ...], list[str]]:
    places: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for path in paths:
        text = path.read_text("utf-8").splitlines()
        said = [
            (n, line.strip())
            for n, line in enumerate(text, 1)
            if not SAYS_NOTHING.fullmatch(line.strip())
        ]
        for at in range(len(said) - RUN + 1):
            part = said[at : at + RUN]
            if not any(line.startswith(("import ", "from ", "#", "*", "//")) for _, line in part):
                places[tuple(line for _, line in part)].append(
                    f"{path.relative_to(ROOT)}:{part[0][0]}"
                )
    return places
