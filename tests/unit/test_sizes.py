"""What keeps the house small counts rightly, and sees what stands twice."""

from pathlib import Path

import pytest

from develop import sizes

SAID = [f"total += price_of(item_{n})" for n in range(sizes.RUN)]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sizes, "ROOT", tmp_path)
    return tmp_path


def written(root: Path, name: str, lines: list[str]) -> Path:
    path = root / name
    path.write_text("\n".join(lines), "utf-8")
    return path


def test_lines_that_stand_twice_are_named_with_both_places(root: Path) -> None:
    one = written(root, "one.py", ["def total():", *SAID])
    other = written(root, "other.js", [*SAID[:3], "", "  )", *SAID[3:]])
    assert list(sizes.repeated([one, other])) == [("one.py:2", "other.js:1")]


@pytest.mark.parametrize("lines", [SAID[:-1], ["import a"] * 9, ["),"] * 9, ["name,"] * 9])
def test_fewer_lines_and_lines_that_say_nothing_may(root: Path, lines: list[str]) -> None:
    assert not list(sizes.repeated([written(root, n, lines) for n in ("a.py", "b.py")]))


def test_the_longest_function_and_all_lines_are_found() -> None:
    found = {size.name: size for size in sizes.measure()}
    assert found["lines of docs/css"].count > found["longest sheet"].count > 100
    assert 25 < found["longest function"].count <= found["longest module"].count


def test_a_passed_bound_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    size = sizes.Size(name="lines of the roof", count=12, most=10, aim=8)
    monkeypatch.setattr(sizes, "measure", lambda: [size])
    assert sizes.main([]) == 1
    assert "lines of the roof             12      10       8  TOO MUCH" in capsys.readouterr().out
