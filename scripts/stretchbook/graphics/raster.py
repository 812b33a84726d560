"""SVG to PNG, none drawn twice."""

import hashlib
from pathlib import Path

import resvg_py

KEY_LENGTH = 32  # of a SHA-256 in hexadecimal: far more than a cache will ever need


def png(svg: str, width: int, cache: Path | None = None) -> bytes:
    """The picture, `width` pixels wide, the same on every machine.

    The SVG must hold its letters as shapes: no font of this machine is used.
    """
    kept = cache / f"{_key(svg, width)}.png" if cache else None
    if kept and kept.exists():
        return kept.read_bytes()
    data = bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width, skip_system_fonts=True))
    if kept:
        _keep(kept, data)
    return data


def _key(svg: str, width: int) -> str:
    made_of = f"{resvg_py.__version__}\n{width}\n{svg}"
    return hashlib.sha256(made_of.encode()).hexdigest()[:KEY_LENGTH]


def _keep(target: Path, data: bytes) -> None:
    """Whole or not at all, whoever else is building."""
    target.parent.mkdir(parents=True, exist_ok=True)
    half = target.with_suffix(".part")
    half.write_bytes(data)
    half.replace(target)
