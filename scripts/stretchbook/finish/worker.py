"""The list of files that the service worker keeps on the reader's device.

The worker itself is written by hand. The list, with a hash of what is in each file, is put in front
of it: when anything on the site changes, so does the worker, and browsers fetch it anew.

The folder of another language has a list of its own: it is kept once a page in it was opened.
"""

import base64
import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from fnmatch import fnmatch
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from stretchbook.finish.built_pages import Pages, files_shown, pages_linked
from stretchbook.finish.unfinished import Unfinished

WORKER = "service-worker.js"
OFFLINE_PAGE = "offline.html"
FIRST_BYTES = 8_000_000  # kept at the first visit; about a quarter of that goes over the line
LATER_FILES = 2_000  # more that are kept when they are visited; the list itself must stay short
OF_A_LANGUAGE = "*/manifest.webmanifest"  # its folder
NEVER = (WORKER, "404.html", "*.map", "*.gz", "robots.txt", "sitemap.xml", "social/*", "_*", "*/.*")
ONLY_WHEN_ASKED = (
    *("assets/javascripts/lunr/*", "downloads/*", "handouts/*", "fonts/*"),
    "clinicians/links/*",  # they grow with the library
    *("*/handouts/*", "*/clinicians/links/*"),
)


def make(site: Path, pages: Pages) -> None:
    """Put the list into the worker; `pages` are all pages of the site."""
    target = site / WORKER
    if not target.exists():
        raise Unfinished(f"{WORKER}: the built site has none")
    target.write_bytes(_list(site, pages) + target.read_bytes())


def _list(site: Path, pages: Pages) -> bytes:
    chosen = choose(site, pages)
    told = {
        "first": _hashes(site, chosen.first),
        "later": _hashes(site, chosen.later),
        "languages": {folder: _hashes(site, paths) for folder, paths in chosen.languages.items()},
    }
    version = hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]
    build = json.dumps({"version": version, **told}, indent=0)
    return f"self.BUILD = {build};\n".encode()


class Chosen(NamedTuple):
    """What is kept at the first visit, in order of need, and what only when it is visited.

    languages: by its folder, what is kept besides once a page of that language was opened.
    """

    first: list[str]
    later: list[str]
    languages: dict[str, list[str]]


def choose(site: Path, pages: Pages) -> Chosen:
    """What the worker keeps, and when."""
    everything = sorted(p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file())
    folders = sorted(path.parent.name for path in site.glob(OF_A_LANGUAGE))
    parts = {
        folder: [path for path in everything if path.startswith(f"{folder}/")] for folder in folders
    }
    others = set().union(*parts.values())
    source = [path for path in everything if path not in others]
    first, later = _shares(site, _in_order_of_need(source, pages))
    languages: dict[str, list[str]] = {}
    for folder, own in parts.items():
        languages[folder], more = _shares(site, _walk(pages, set(own), f"{folder}/"), own)
        later += more
    return Chosen(first, later, languages)


def _shares(site: Path, *in_order: Iterable[str]) -> tuple[list[str], list[str]]:
    """What is kept together, and what one by one; each file once, as long as there is room."""
    first: dict[str, None] = {}
    later: dict[str, None] = {}
    left = FIRST_BYTES
    for path in chain(*in_order):
        if path in first or path in later or _matches(path, NEVER):
            continue
        size = (site / path).stat().st_size
        if size <= left and not _matches(path, ONLY_WHEN_ASKED):
            first[path] = None
            left -= size
        elif len(later) < LATER_FILES:
            later[path] = None
        else:
            break
    return list(first), list(later)


def _in_order_of_need(everything: Sequence[str], pages: Pages) -> Iterator[str]:
    """The home page and what it shows, the pages it links to and what they show, and so on.

    Scripts fetch each other where no link can be seen, so all of them come early.
    """
    yield OFFLINE_PAGE
    yield from (path for path in everything if path.endswith((".css", ".js", ".webmanifest")))
    yield from _walk(pages, set(everything))
    yield from everything


def _walk(pages: Pages, files: Collection[str], folder: str = "") -> Iterator[str]:
    waiting, seen = [f"{folder}index.html"], {f"{folder}index.html"}
    while waiting:
        further: list[str] = []
        for page in waiting:
            yield page
            leads_to = pages_linked(pages[page], files)
            yield from files_shown(pages[page], files)
            further += [path for path in leads_to if path not in seen]
            seen.update(leads_to)
        waiting = list(dict.fromkeys(further))


def _matches(path: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch(path, pattern) for pattern in patterns)


def _hashes(site: Path, paths: Iterable[str]) -> dict[str, str]:
    return {path: _hash((site / path).read_bytes()) for path in sorted(paths)}


def _hash(data: bytes) -> str:
    return base64.b64encode(hashlib.sha256(data).digest()).decode("ascii")
