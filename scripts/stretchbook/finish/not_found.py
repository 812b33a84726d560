"""The page of addresses that are not there, where a site does not know its own address.

A host shows that page at any address, and its links start at the root of the host. Below a
sub-path they would miss, and the page would stand there without style. So its sheets and its script
are named as each depth sees them. Those that miss cost a moment; the script mends the links.
"""

import re
from pathlib import Path

PAGE = "404.html"
MARK = "data-from-root"  # overrides/404.html writes it where the address is not known
DEPTHS = ("/", "", "../", "../../", "../../../")
FILE = re.compile(
    r'<link rel="stylesheet" href="/[^>]*>|<script src="/[^>]*type="module"></script>'
)


def settle(site: Path) -> None:
    """Complete the page in place."""
    page = site / PAGE
    text = page.read_text("utf-8") if page.exists() else ""
    if MARK in text:
        page.write_text(
            FILE.sub(lambda found: at_each_depth(found[0]), text), "utf-8", newline="\n"
        )


def at_each_depth(element: str) -> str:
    """The same element, with an address for each."""
    return "".join(element.replace('="/', f'="{depth}', 1) for depth in DEPTHS)
