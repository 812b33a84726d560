"""Results of functions that give the same for the same arguments, from one build to the next.

Arguments are told apart by what they are, which costs nothing: texts and numbers by their value,
bytes by their hash, and records by being the same object. A file with the same bytes is the same
record again (its reader is remembered), so whatever is made of it is found again too.

All of it goes into one file, which is written whole by whoever holds the lock of the build. It
holds only for the program that wrote it, and a file that cannot be read is no file.
"""

import gc
import hashlib
import pickle
import sys
from collections.abc import Callable, Hashable
from datetime import date
from functools import cache, wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from stretchbook import whole_files

Given = ParamSpec("Given")
Result = TypeVar("Result")
Entry = tuple[str, tuple[Any, ...], Any]  # name of the function, its arguments, what it gave

BY_VALUE = (str, bytes, int, date, type(None))
PROGRAM = Path(__file__).parents[1]
LOCKS = PROGRAM.parents[1] / "requirements"  # the libraries that it is run with
_entries: dict[Hashable, Entry] = {}  # an entry holds its arguments, so no other takes their place
_used: set[Hashable] = set()  # since the last run
_used_before: set[Hashable] = set()
_news = [False]  # whether the file does not hold all of it


def remembered(function: Callable[Given, Result]) -> Callable[Given, Result]:
    """Make a function remember. Its arguments go by position, and nobody changes its results."""
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def remembering(*given: Given.args, **none: Given.kwargs) -> Result:
        known = tuple(_hashed(one) if isinstance(one, bytes) else one for one in given)
        key = (name, *map(_mark, known))
        if key not in _entries:
            _entries[key] = name, known, function(*given, **none)
            _news[0] = True
        _used.add(key)
        result: Result = _entries[key][2]
        return result

    return remembering


def same(record: Result) -> Result:
    """The record that was equal before, if there was one: so what is made of it is found again."""
    key = ("same", type(record).__name__, repr(record))
    if key not in _entries:
        _entries[key] = "same", key[1:], record
        _news[0] = True
    _used.add(key)
    found: Result = _entries[key][2]
    return found


def _hashed(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def _mark(given: object) -> Hashable:
    if isinstance(given, BY_VALUE):
        return given
    return tuple(map(_mark, given)) if type(given) is tuple else (None, id(given))


def store(file: Path) -> None:
    """Put all of it into the file, but what neither this run nor the last one asked for."""
    for key in _entries.keys() - _used - _used_before:
        del _entries[key]
    if _news[0]:
        entries = pickle.dumps(list(_entries.values()), protocol=5)
        whole_files.write(file, _program() + entries)
        _news[0] = False
    _used_before.clear()
    _used_before.update(_used)
    _used.clear()


def forget() -> None:
    """Let go of everything."""
    for part in (_entries, _used, _used_before):
        part.clear()
    _news[0] = False


def recall(file: Path) -> None:
    """Take in what a file holds, if this program has written it."""
    gc.disable()  # it would look through a million new objects again and again
    try:
        data, program = file.read_bytes(), _program()
        entries = pickle.loads(data[len(program) :]) if data.startswith(program) else []  # noqa: S301 - written by `store`
        _entries.update(
            {(name, *map(_mark, given)): (name, given, made) for name, given, made in entries}
        )
    except Exception:  # noqa: BLE001 - whatever is wrong with it: then all is made anew
        forget()
    finally:
        _used_before.update(_entries)
        gc.enable()
        gc.freeze()


@cache
def _program() -> bytes:
    """Another one where any of our files or the Python is another."""
    found = hashlib.sha256(sys.version.encode())
    for path in sorted([*PROGRAM.rglob("*.py"), *PROGRAM.rglob("*.yml"), *LOCKS.glob("*.txt")]):
        found.update(f"{path.name}\0".encode() + path.read_bytes())
    return found.digest()
