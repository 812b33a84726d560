"""Shows pictures while somebody edits their poses: `make figure ID=…`; without ID, all of them."""

import sys

from stretchbook.figure_preview import main

if __name__ == "__main__":
    sys.exit(main())
