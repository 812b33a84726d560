"""Writes a commented starter file: `make new-stretch ID=…`, `make new-routine ID=…`."""

import sys

from stretchbook.starter import main

if __name__ == "__main__":
    sys.exit(main())
