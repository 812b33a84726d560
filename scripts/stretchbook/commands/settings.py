"""What a project chooses outside its content: which folder that is, and where the site will be."""

import os
import re
from pathlib import Path
from urllib.parse import urlsplit

from stretchbook.problems import Problem, RefusedError
from stretchbook.reading import yaml_source
from stretchbook.translating import EXAMPLE

FILE = "stretchbook.yml"
CHOSEN = "STRETCHBOOK_CONTENT"  # for tests of the program: they look at the example
FOLDER = re.compile("[a-z][a-z0-9-]*")
ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~%-]+)*/*")


def content_of(root: Path) -> str:
    """The folder that holds the content of the site: the line `content:` of stretchbook.yml."""
    if chosen := os.environ.get(CHOSEN):
        return chosen
    if not (root / FILE).exists():
        return EXAMPLE
    source, problems = yaml_source.read(root / FILE, FILE)
    if problems:
        raise RefusedError(*problems)
    value = source.value if source else None
    folder = value.get("content") if isinstance(value, dict) and len(value) == 1 else None
    if not isinstance(folder, str) or not FOLDER.fullmatch(folder):
        message = "must name the folder of the content, and nothing else"
        raise RefusedError(_problem(FILE, message, "write one line, such as `content: clinic`"))
    if not (root / folder).is_dir():
        message = f'names the folder "{folder}", which is not there'
        raise RefusedError(_problem(FILE, message, "mend the name, or remove this file"))
    return folder


def site_url() -> str:
    """Where the site will be, with one slash at the end; empty while nobody knows."""
    given = os.environ.get("SITE_URL", "")
    if not given:
        return ""
    if not ADDRESS.fullmatch(given) or not _has_host(given):
        message = f'is not the address of a site, found "{given}"'
        hint = "write it as https://example.org/ or https://example.org/stretches/"
        raise RefusedError(_problem("SITE_URL", message, hint))
    return f"{given.rstrip('/')}/"


def _problem(place: str, message: str, hint: str) -> Problem:
    return Problem(path=place, message=message, hint=hint)


def _has_host(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port above 65535
        return False
