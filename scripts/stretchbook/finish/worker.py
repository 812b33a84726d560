"""The list of files that the service worker keeps on the reader's device.

The worker itself is written by hand. The list, with a hash of what is in each file, is put in front
of it: when anything in the list changes, so does the worker, and browsers fetch it anew. All of a
small site is in it; of a large one what is nearest to the home page, so that a visit never costs
more when a library grows. What else a reader opens is kept then, without being listed.

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
DATA = "data/"
FIRST_BYTES = 8_000_000  # kept at the first visit; about a quarter of that goes over the line
FIRST_FILES = 500  # each is some 60 bytes of the list, which browsers ask for at every visit
HASH_LENGTH = 16  # of base 64, 96 bits: enough to tell a file from every other one
OF_A_LANGUAGE = "*/manifest.webmanifest"  # its folder
NEVER = (WORKER, "404.html", "*.map", "*.gz", "robots.txt", "sitemap.xml", "social/*", "_*", "*/.*")
ONLY_WHEN_ASKED = (
    *("assets/javascripts/lunr/*", "downloads/*", "handouts/*", "fonts/*"),
    "clinicians/links/*",  # they grow with the library
    *("*/handouts/*", "*/clinicians/links/*", "*data/search/*", "*data/names/*"),
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
        "files": _hashes(site, chosen.files),
        "languages": {folder: _hashes(site, paths) for folder, paths in chosen.languages.items()},
    }
    version = hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]
    build = json.dumps({"version": version, **told}, indent=0)
    return f"self.BUILD = {build};\n".encode()


class Chosen(NamedTuple):
    """What is kept at the first visit, in order of need.

    languages: by its folder, what is kept besides once a page of that language was opened.
    """

    files: list[str]
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
    return Chosen(
        _share(site, _in_order_of_need(source, pages)),
        {
            folder: _share(site, chain(_walk(pages, set(own), f"{folder}/"), own))
            for folder, own in parts.items()
        },
    )


def _share(site: Path, in_order: Iterable[str]) -> list[str]:
    """What is kept together, each file once, as long as there is room."""
    found: dict[str, None] = {}
    left = FIRST_BYTES
    for path in in_order:
        if path in found or _matches(path, (*NEVER, *ONLY_WHEN_ASKED)):
            continue
        size = (site / path).stat().st_size
        if size <= left:
            found[path] = None
            left -= size
        if len(found) == FIRST_FILES:
            break
    return list(found)


def _in_order_of_need(everything: Sequence[str], pages: Pages) -> Iterator[str]:
    """The home page and what it shows, the pages it links to and what they show, and so on.

    Scripts fetch each other where no link can be seen, so all of them come early.
    """
    yield OFFLINE_PAGE
    yield from (path for path in everything if path.endswith((".css", ".js", ".webmanifest")))
    yield from (
        path for path in everything if fnmatch(path, f"{DATA}*.json") and path.count("/") == 1
    )
    yield from _walk(pages, set(everything))
    yield from everything


def _walk(pages: Pages, files: Collection[str], folder: str = "") -> Iterator[str]:
    waiting, seen = [f"{folder}index.html"], {f"{folder}index.html"}
    while waiting:
        further: list[str] = []
        for page in waiting:
            yield page
            yield from (path for path in _data_of(page, folder) if path in files)
            leads_to = pages_linked(pages[page], files)
            yield from files_shown(pages[page], files)
            further += [path for path in leads_to if path not in seen]
            seen.update(leads_to)
        waiting = list(dict.fromkeys(further))


def _data_of(page: str, folder: str) -> tuple[str, ...]:
    """What scripts may fetch for a stretch or a routine: its data has the name of its page."""
    name = page.removeprefix(folder).removesuffix("/index.html")
    return f"{folder}{DATA}{name}.json", f"{folder}{DATA}routines/{name}.json"


def _matches(path: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch(path, pattern) for pattern in patterns)


def _hashes(site: Path, paths: Iterable[str]) -> dict[str, str]:
    return {path: _hash((site / path).read_bytes()) for path in sorted(paths)}


def _hash(data: bytes) -> str:
    return base64.b64encode(hashlib.sha256(data).digest()).decode("ascii")[:HASH_LENGTH]
