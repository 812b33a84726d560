"""Makes and reads links that hold a plan, and makes a routine of one.

`link` prints the link of a plan file, `read` prints a plan file for a link, and `routine` writes a
starter for content/routines/ with the plan's stretches and doses in it.
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from stretchbook.commands import ROOT, starter_file
from stretchbook.commands.settings import content_of
from stretchbook.model import Plan
from stretchbook.plans import Reading, decode, encode, write_plan, write_steps
from stretchbook.problems import report
from stretchbook.reading.load import load, load_plan


def run(arguments: Sequence[str]) -> int:
    """Make or read a link; the exit code is 0 only where nothing was wrong."""
    options = _parser().parse_args(arguments)
    if options.command == "link":
        return _link(options.file, options.page)
    reading = decode(options.link)
    for line in _complaints(reading):
        print(line, file=sys.stderr)
    if options.command == "read":
        print(write_plan(reading.plan), end="")
        return 1 if reading.problems else 0
    return 1 if reading.problems else _routine(options.id, reading.plan)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build.py plan", description="Make and read plans in links."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    link = commands.add_parser("link", help="print the link of a plan file")
    link.add_argument("file", type=Path, help="YAML or JSON, as in content/plans/")
    link.add_argument("--page", default="", help="address of the plan page, to stand in front")
    read = commands.add_parser("read", help="print the plan file for a link")
    routine = commands.add_parser("routine", help="write content/routines/ID.yml from a link")
    routine.add_argument("id", help="small letters, digits and single hyphens; never changes")
    for command in (read, routine):
        command.add_argument("link", help="a whole address, or what follows its #")
    return parser


def _link(path: Path, page: str) -> int:
    plan, problems = load_plan(path)
    if plan is None:
        print(report(problems), file=sys.stderr)
        return 1
    print(f"{page}#{encode(plan)}")
    return 0


def _complaints(reading: Reading) -> list[str]:
    """What is wrong with a link, in the words of docs/plan-format.md."""
    if not reading.plan.steps and not reading.problems:
        return ["no-plan: this is no link to a plan"]
    return [f'{p.code}: "{p.found}"' if p.found else p.code for p in reading.problems]


def _routine(routine_id: str, plan: Plan) -> int:
    """A starter with the plan in it; the author fills in the rest, as in any other."""
    content = ROOT / content_of(ROOT)
    library, problems = load(content)
    if library is None:
        print(report(problems), "Mend these first.", sep="\n", file=sys.stderr)
        return 1
    path = content / "routines" / f"{routine_id}.yml"
    if refusal := starter_file.refuse("routine", routine_id, path):
        print(refusal, file=sys.stderr)
        return 1
    text = starter_file.fill("routine", routine_id, library, datetime.now(UTC).date())
    before, after = starter_file.around_steps(text)
    steps = "".join(f"    {line}\n" for line in write_steps(plan).splitlines())
    path.write_text(before + steps + after, encoding="utf-8")
    print(f"Wrote {path.relative_to(ROOT).as_posix()}. Fill in the rest; `make serve` shows it.")
    return 0
