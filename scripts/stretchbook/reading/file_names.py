"""Names of files as people give them, and as they are meant."""

import re
import unicodedata
from pathlib import Path

ENDINGS = (".yml", ".yaml")
# What editors and file managers add to a name: a copy, a second ending
ADDED = re.compile(r"(~|\.(bak|orig|old|txt|yml|yaml)|\s*\(\d+\))+$", re.IGNORECASE)


def found_file(path: Path) -> Path:
    """The file as it is there: what is called x.yml may end in .yaml as well."""
    other = path.with_suffix(".yaml")
    return other if path.suffix == ".yml" and not path.exists() and other.exists() else path


def meant_name(name: str) -> str:
    """The name that somebody most likely meant, as an id with its ending."""
    plain = unicodedata.normalize("NFKD", ADDED.sub("", name.strip()).lower())
    plain = plain.encode("ascii", "ignore").decode()
    words = re.sub("[^a-z0-9]+", "-", plain)
    return f"{re.sub('^[-0-9]+', '', words).rstrip('-')}.yml"
