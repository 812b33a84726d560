"""Time enough: the guided session of every stretch of the sample library."""

from pathlib import Path

import pytest

from stretchbook.render import render
from tests.support import timetables
from tests.support.content import sample_library


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the browser would read, without a built site."""
    folder, prefix = tmp_path_factory.mktemp("data"), "docs/data/"
    for name, content in render(sample_library()).items():
        if name.startswith(prefix) and name.endswith(".json"):
            path = folder / name.removeprefix(prefix)
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
    return folder


def test_no_instruction_is_cut_off(data: Path) -> None:
    assert len(timetables.printed(data)) > len(sample_library().exercises)
    assert timetables.cut_off(data) == []


def test_a_cut_would_be_found(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timetables, "SLOWEST_VOICE", 60)
    assert len(timetables.cut_off(data)) > len(sample_library().exercises)
