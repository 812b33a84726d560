"""How the cost grows with the library: `make bench`. Prints ratios; asserts nothing."""

import sys

from stretchbook.bench import main

if __name__ == "__main__":
    sys.exit(main())
