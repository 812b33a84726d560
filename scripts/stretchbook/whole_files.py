"""Files that are whole or not there, whoever else is building and whatever breaks off."""

import hashlib
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

HALF_WRITTEN = ".half-written"  # ending of a file that is not yet whole
KEY_LENGTH = 32  # of a SHA-256 in hexadecimal: far more than a cache will ever need


def write(path: Path, data: bytes) -> None:
    """Put the file there in one step; its folder is made where it is missing."""
    half = path.with_name(f"{path.name}.{os.getpid()}{HALF_WRITTEN}")
    try:
        try:
            half.write_bytes(data)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            half.write_bytes(data)
        half.replace(path)
    except OSError as error:  # a full disk is not made fuller, and the message names the file
        with suppress(OSError):
            half.unlink()
        raise OSError(error.errno, error.strerror, str(path)) from error


def remove_half_written(folder: Path) -> None:
    """What a run that was killed has left in it; what others write at this moment stays."""
    for path in folder.rglob(f"*{HALF_WRITTEN}"):
        writer = path.name.removesuffix(HALF_WRITTEN).rpartition(".")[2]
        if not (writer.isdecimal() and int(writer) != os.getpid() and _runs(int(writer))):
            path.unlink(missing_ok=True)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except OSError as error:  # or it is somebody else's
        return not isinstance(error, ProcessLookupError)
    return True


def kept(folder: Path, suffix: str, made_of: Iterable[bytes], make: Callable[[], bytes]) -> bytes:
    """What `make` gives, from the cache in `folder` where it was made of the same before."""
    key = hashlib.sha256()
    for part in made_of:
        key.update(b"%d\0%b" % (len(part), part))
    file = folder / f"{key.hexdigest()[:KEY_LENGTH]}{suffix}"
    if not file.exists():
        write(file, make())
    return file.read_bytes()
