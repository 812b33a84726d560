"""One line that counts up, for a person who waits; nothing where nobody looks or waits long."""

import sys
from collections.abc import Callable

LONG = 200  # below that a run takes less time than a glance at the line


def counting(noun: str, *, every: int) -> Callable[[int, int], None]:
    """What to call with how many are done, of how many; it writes at each `every`th."""

    def show(done: int, total: int) -> None:
        if total > LONG and sys.stderr.isatty() and (done % every == 0 or done == total):
            end = "\n" if done == total else ""
            print(f"\rreading {done} of {total} {noun}", end=end, file=sys.stderr)

    return show
