"""Makes and reads links that hold a plan: `python scripts/plan.py --help`."""

import sys

from stretchbook.plan_command import main

if __name__ == "__main__":
    sys.exit(main())
