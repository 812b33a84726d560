"""Lays out Python and JavaScript as `make test` wants them: `make format`."""

import subprocess
import sys
from collections.abc import Sequence

from develop import node_tools


def main(_: Sequence[str]) -> int:
    """Run ruff and prettier, which write what they change."""
    for command in ([sys.executable, "-m", "ruff", "format"], node_tools.prettier("--write")):
        subprocess.run(command, check=True)
    return 0
