"""Files that are whole or not there, whoever else is building and whatever breaks off."""

import hashlib
import os
from collections.abc import Callable, Iterable
from pathlib import Path

HALF_WRITTEN = ".half-written"  # ending of a file that is not yet whole
KEY_LENGTH = 32  # of a SHA-256 in hexadecimal: far more than a cache will ever need


def write(path: Path, data: bytes) -> None:
    """Put the file there in one step; its folder is made where it is missing."""
    half = path.with_name(f"{path.name}.{os.getpid()}{HALF_WRITTEN}")
    try:
        half.write_bytes(data)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        half.write_bytes(data)
    half.replace(path)


def kept(folder: Path, suffix: str, made_of: Iterable[bytes], make: Callable[[], bytes]) -> bytes:
    """What `make` gives, from the cache in `folder` where it was made of the same before."""
    key = hashlib.sha256()
    for part in made_of:
        key.update(b"%d\0%b" % (len(part), part))
    file = folder / f"{key.hexdigest()[:KEY_LENGTH]}{suffix}"
    if not file.exists():
        write(file, make())
    return file.read_bytes()
