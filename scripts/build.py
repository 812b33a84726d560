"""The build script: `python scripts/build.py --help`."""

import sys

from stretchbook.commands.command_line import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
