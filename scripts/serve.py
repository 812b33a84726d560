"""Shows the site on this machine while somebody writes: `make serve`."""

import sys

from stretchbook.serve import main

if __name__ == "__main__":
    sys.exit(main())
