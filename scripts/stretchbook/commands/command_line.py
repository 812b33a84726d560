"""The command line, `python scripts/build.py`: it finds the command and runs it."""

import errno
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from stretchbook.commands import ROOT
from stretchbook.problems import RefusedError

# Name: its module and function, and what it does. A module is imported when it is asked for: each
# needs libraries that others do not, and `packages` runs before there are any.
COMMANDS = {
    "build": (
        "stretchbook.commands.build_site:build",
        "write the pages, and with --site the web site (the default)",
    ),
    "check": ("stretchbook.commands.build_site:check", "check the content and stop"),
    "publish": (
        "stretchbook.commands.build_site:publish",
        "build the site that goes online, and record its addresses",
    ),
    "start": (
        "stretchbook.commands.new_site:start",
        "write the first content of a clinic's own site",
    ),
    "clean": ("stretchbook.commands.build_site:clean", "remove everything that was generated"),
    "serve": (
        "stretchbook.commands.serve:serve",
        "show the site on this machine; a saved file shows at once",
    ),
    "new": (
        "stretchbook.commands.starter_file:start",
        "write a commented file for a new stretch or routine",
    ),
    "import": (
        "exchange.import_command:bring",
        "take in stretches from a spreadsheet or another list",
    ),
    "export": (
        "exchange.export_command:take_away",
        "write the library as tables, JSON and FHIR, for others",
    ),
    "translations": (
        "stretchbook.commands.translations:update",
        "write what there is to translate into catalogues for translators",
    ),
    "plan": ("stretchbook.commands.plan_links:run", "make and read links that hold a plan"),
    "figures": (
        "stretchbook.commands.draw_pictures:draw",
        "draw the pictures whose poses have changed",
    ),
    "figure": (
        "stretchbook.commands.figure_preview:show",
        "show pictures while somebody edits their poses",
    ),
    "bench": (
        "develop.bench:measure_all",
        "measure how the build grows with the library",
    ),
    "test": ("develop.run_tests:main", "run every test, linter and type checker"),
    "format": ("develop.lay_out:main", "lay out Python and JavaScript as the tests want them"),
    "sheet": ("develop.contact_sheet:main", "put all pictures on one sheet, for the README"),
    "lock": ("develop.lock:main", "renew the lock files"),
    "sizes": ("develop.sizes:main", "count the lines, and name those that stand twice"),
    "packages": (
        "develop.node_tools:install",
        "install the npm packages that `build` or `test` needs",
    ),
}
HELP = "\n".join(
    (
        "usage: build.py [COMMAND] [OPTIONS]",
        "",
        "Turn content/ into the pages in docs/, and more. `build.py COMMAND --help` says more.",
        "",
        *(f"  {name:12} {does}" for name, (_, does) in COMMANDS.items()),
    )
)
REFUSED = {errno.EACCES, errno.EDQUOT, errno.ENOSPC, errno.EPERM, errno.EROFS}  # by the machine


def main(arguments: Sequence[str]) -> int:
    """Run one command; the exit code is 0 only if all of it worked."""
    if list(arguments) in (["--help"], ["-h"]):
        print(HELP)
        return 0
    name, *options = arguments if arguments and arguments[0] in COMMANDS else ("build", *arguments)
    try:
        return _function(name)(options)
    except RefusedError as error:
        print(error, file=sys.stderr)
        return 1
    except ModuleNotFoundError as error:
        if is_set_up():
            raise
        print(
            f"{error.name} is not installed here: run `make` once, which sets up", file=sys.stderr
        )
        print("what is needed, or start this with .venv/bin/python.", file=sys.stderr)
        return 1
    except OSError as error:
        if _went_away(error):
            print(f"{error.filename}: went away while it was read", file=sys.stderr)
            print("Run it again when nobody changes the folder.", file=sys.stderr)
            return 1
        if error.errno not in REFUSED:
            raise
        where = f"{error.filename}: " if error.filename else ""
        print(f"{where}{error.strerror}", file=sys.stderr)
        print("Mend that and run it again: it goes on from where it stopped.", file=sys.stderr)
        return 1


def _went_away(error: OSError) -> bool:
    """Whether a file that people write was there a moment ago; one of ours is a bug."""
    path = Path(str(error.filename))
    away = isinstance(error, FileNotFoundError) and path.is_relative_to(ROOT)
    return away and path.relative_to(ROOT).parts[0] not in {"scripts", ".venv", "node_modules"}


def is_set_up() -> bool:
    """Whether this Python is the one that `make` has set up for the project."""
    return Path(sys.prefix).resolve() == (ROOT / ".venv").resolve()


def _function(name: str) -> Callable[[Sequence[str]], int]:
    module, _, function = COMMANDS[name][0].partition(":")
    found: Callable[[Sequence[str]], int] = getattr(import_module(module), function)
    return found
