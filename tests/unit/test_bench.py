"""The benchmark runs over made-up libraries of the real content, however that changes."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from develop import bench, made_library


@pytest.mark.site
def test_it_prints_one_table_of_everything(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    measure = bench.measure

    def measured(root: Path, size: int) -> Iterator[tuple[str, float]]:
        yield from measure(root, size)
        look_at_the_others(root / "library")

    monkeypatch.setattr(bench, "measure", measured)
    assert bench.measure_all(["3"]) == 0
    head, *lines = capsys.readouterr().out.splitlines()
    assert head.split()[4] == "3"
    names = [re.fullmatch(r"(.*?) +\d+\.\d\d( .*)", line) for line in lines]
    assert [found[1] for found in names if found] == [
        "generator, nothing kept",
        "bare I/O",
        "generator, nothing changed",
        "generator, one stretch edited",
        "whole site, nothing kept",
        "whole site, nothing changed",
        "whole site, one stretch edited",
        "stock MkDocs with Material",
        "Zensical",
        "preview, one stretch edited",
        "preview, the same by the clock",
        "generator, nothing changed / bare I/O",
        "whole site, nothing kept / stock MkDocs",
        "whole site, nothing changed / stock MkDocs",
    ]


def look_at_the_others(root: Path) -> None:
    """They have rendered the same pages, with nothing of ours around them."""
    for folder in ("stock-site", "site"):
        assert (root / folder / "stretches/stretch-2/index.html").is_file()
    stock = (root / "stock-site/stretches/index.html").read_text("utf-8")
    assert "md-header" in stock, "the theme"
    assert "site-name" not in stock, "no template of ours"
    assert '<details class="stretch"' in (root / "stock-site/routine-0/index.html").read_text()


def test_the_made_up_library_keeps_nothing_that_names_a_stretch_which_is_gone(
    tmp_path: Path,
) -> None:
    made_library.make(tmp_path, 12)
    made = {path.stem for path in (tmp_path / "content/exercises").iterdir()}
    assert len(made) == 12
    routines = [*(tmp_path / "content/routines").iterdir()]
    assert len(routines) == 2
    for path in (tmp_path / "content").rglob("*.yml"):
        steps = re.findall(r"exercise: (\S+)", path.read_text("utf-8"))
        assert set(steps) <= made, path.name


def test_an_edit_is_another_text_each_time(tmp_path: Path) -> None:
    made_library.make(tmp_path, 1)
    texts = {bench.edit(tmp_path).read_text("utf-8") for _ in range(3)}
    assert len(texts) == 3


def test_what_fails_is_no_figure(capfd: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        raise ValueError("said")

    with pytest.raises(RuntimeError):
        bench._seconds(fail)
    assert "said" in capfd.readouterr().err


def test_the_table_says_what_grows_too_fast_and_what_costs_too_much() -> None:
    figures = dict.fromkeys([name for pair in bench.BOUNDS for name in pair], 2.0)
    lines = [*bench.table([10, 50], [figures, dict.fromkeys(figures, 11.0)])]
    assert lines[1].split()[-3:] == ["2.00", "11.00", "5.5"]
    assert lines[-1].endswith("1.00      1.00  at most 0.25")
