"""The build script: `python scripts/build.py --help`."""

import sys

from stretchbook.command import main

if __name__ == "__main__":
    sys.exit(main())
