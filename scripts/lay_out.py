"""`make format`: lays out Python and JavaScript as `make test` wants them, by ruff and prettier."""

import subprocess
import sys

import node_tools

for command in ([sys.executable, "-m", "ruff", "format"], node_tools.prettier("--write")):
    subprocess.run(command, check=True)
