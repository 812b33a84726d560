"""A folder of content that takes imports: the sample library, without a look at the clock."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from exchange import importing
from exchange.columns import ColumnMap
from exchange.importing import Imported, Into
from exchange.records import Said
from exchange.sources import open_file
from stretchbook.checks import Reserved
from tests.support.content import SAMPLE, TODAY, sample_library

Bring = Callable[..., Imported]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    shutil.copytree(SAMPLE, folder)
    return folder


@pytest.fixture
def bring(content: Path, tmp_path: Path) -> Bring:
    """Import a text or bytes as a file of this name."""
    check = importing.what_a_build_refuses(TODAY, Reserved(), lambda _: "")
    into = Into(folder=content, library=sample_library(), today=TODAY, check=check)

    def run(
        data: str | bytes, name: str = "list.csv", columns: ColumnMap | None = None
    ) -> Imported:
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return importing.bring(open_file(path, columns or ColumnMap(), "en"), name, into)

    return run


def words_of(done: Imported) -> dict[str, tuple[str, str]]:
    """Column of a one-row import: its word and the reason."""
    return {said.column: (said.word, said.reason) for said in done.said}


def about(done: Imported, place: str) -> list[Said]:
    return [said for said in done.said if said.place == place]
