"""What phones and messages show of the site: the manifest, icons and link pictures."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from stretchbook import addresses
from stretchbook.graphics import icons, link_picture
from stretchbook.model import Library
from stretchbook.words import Words

DOCS = "docs"
LOGO = "docs/img/logo.svg"
CACHE = ".cache/rasters"
COLORS = {  # of the light page, as docs/css/theme.css has them; a test compares
    "ground": "#fbfaf7",
    "card": "#fff",
    "line": "#d8d5cc",
    "text": "#1d2527",
    "accent": "#0b5162",
}


def files_of(
    root: Path, words: Words, library: Library, made: Mapping[str, bytes]
) -> Iterator[tuple[str, bytes]]:
    """Path relative to the project, and content, of every such file.

    made: the pictures of the site by their path.
    """
    cache = root / CACHE
    yield f"{DOCS}{words.at(addresses.MANIFEST)}", manifest(words, library)
    logo = (root / LOGO).read_text("utf-8")
    for name, data in icons(logo, COLORS["accent"], cache).items():
        yield f"{DOCS}{addresses.of_icon(name)}", data
    for page, name, line, ids in _pages(words, library):
        small = [library.figures[i].small for i in ids if i in library.figures]
        pictures = [made[DOCS + addresses.of_figure(file)].decode() for file in small]
        picture = link_picture(name, line, pictures, COLORS, cache)
        yield f"{DOCS}{addresses.of_link_picture(page)}", picture


def manifest(words: Words, library: Library) -> bytes:
    """What a phone needs to put the site on its home screen; relative, so any sub-path will do.

    No `id`: it would be read from the root of the host, which several sites may share.
    """
    site, home = library.site, words.at(addresses.HOME)
    told = {
        "name": site.name,
        "short_name": site.name,
        "description": site.description,
        "lang": words.language.code,
        "dir": words.language.direction,
        "start_url": "./",
        "scope": addresses.relative(home, addresses.HOME),
        "display": "standalone",
        "background_color": COLORS["ground"],
        "theme_color": COLORS["card"],
        "icons": [
            _icon(home, "icon-192.png", 192, "any"),
            _icon(home, "icon-512.png", 512, "any"),
            _icon(home, "maskable-512.png", 512, "maskable"),
        ],
    }
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def _icon(home: str, name: str, pixels: int, purpose: str) -> dict[str, str]:
    return {
        "src": addresses.relative(home, addresses.of_icon(name)),
        "sizes": f"{pixels}x{pixels}",
        "type": "image/png",
        "purpose": purpose,
    }


def _pages(words: Words, library: Library) -> Iterator[tuple[str, str, str, list[str]]]:
    """Address, name, a line under it, and stretches to show, of every page with such a picture."""
    routines = library.routines_in_order()
    shown = {r.id: [step.exercise for s in r.sections for step in s.steps] for r in routines}
    first = [ids[0] for ids in shown.values()]
    every = [name for ids in shown.values() for name in ids]
    site = library.site
    yield words.at(addresses.HOME), site.name, site.tagline, list(dict.fromkeys(first + every))
    for routine in routines:
        yield words.at(addresses.of_routine(routine.id)), routine.name, site.name, shown[routine.id]
