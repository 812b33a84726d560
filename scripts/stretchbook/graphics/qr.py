"""QR codes: the way from paper back to a page."""

import segno

BORDER = 2  # modules of white around; the paper is white too, so this is enough


def svg(address: str) -> str:
    """A code that holds an address, as an SVG without a size of its own; a printer may smudge it.

    Error correction M: about a seventh of the code may be unreadable.
    """
    return _code(address).svg_inline(border=BORDER, omitsize=True, svgclass=None, lineclass=None)


def modules(address: str) -> int:
    """How many squares the code is wide, its white edge among them."""
    width, _ = _code(address).symbol_size(border=BORDER)
    return int(width)


def _code(address: str) -> segno.QRCode:
    return segno.make(address, error="m", micro=False)
