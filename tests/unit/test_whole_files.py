"""Files that are whole or not there, and a cache of them that several builds share."""

from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from stretchbook import whole_files

BUILDS = 8


def test_what_is_made_of_the_same_is_made_once(tmp_path: Path) -> None:
    made: list[bytes] = []

    def make() -> bytes:
        made.append(b"picture")
        return b"picture"

    for made_of in ((b"a", b"b"), (b"a", b"b"), (b"ab",), (b"a", b"b", b"")):
        assert whole_files.kept(tmp_path / "cache", ".png", made_of, make) == b"picture"
    assert len(made) == 3  # the same parts only; a text that is cut elsewhere is another
    assert {path.suffix for path in (tmp_path / "cache").iterdir()} == {".png"}


def test_what_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    def fail() -> bytes:
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011 - whichever it is, it must come through
        whole_files.kept(tmp_path, ".png", (b"a",), fail)
    assert list(tmp_path.iterdir()) == []


def build(folder: Path) -> bytes:
    return whole_files.kept(folder, ".bin", (b"same",), lambda: b"x" * 3_000_000)


def test_builds_at_the_same_time_share_a_cache(tmp_path: Path) -> None:
    with ProcessPoolExecutor(BUILDS) as pool:
        found = list(pool.map(build, [tmp_path / "cache"] * BUILDS))
    assert {len(data) for data in found} == {3_000_000}
    assert len(list((tmp_path / "cache").iterdir())) == 1
