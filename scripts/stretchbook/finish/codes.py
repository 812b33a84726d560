"""The QR code that leads from a printed page back to it, on every page that knows its address."""

import re
from html import unescape
from pathlib import Path

from stretchbook.graphics import qr

CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')
PLACE = "<div data-qr-of-page>"
MODULE = 0.55  # millimeters: any phone reads that


def make(site: Path) -> None:
    """Draw each code where the page keeps a place for it, as wide as what it holds needs."""
    for page in site.rglob("index.html"):
        text = page.read_bytes().decode("utf-8")
        address = CANONICAL.search(text)
        if address and PLACE in text:
            code = _sized(unescape(address[1]))
            page.write_text(text.replace(PLACE, PLACE + code, 1), "utf-8", newline="\n")


def _sized(address: str) -> str:
    width = qr.modules(address) * MODULE
    return qr.svg(address).replace("<svg ", f'<svg width="{width:.1f}mm" ', 1)
