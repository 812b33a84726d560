"""The benchmark runs over made-up libraries of the real content, however that changes."""

import re
from pathlib import Path

import pytest
import yaml

from develop import bench
from tests.support.content import ROOT

NUMBER = r" *\d+\.\d\d ms"


def test_it_prints_a_line_for_each_size(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.measure_all(["3", "12", "--no-site"]) == 0
    lines = capsys.readouterr().out.splitlines()[2:]
    assert [line.split()[0] for line in lines] == ["3", "12"]
    for line in lines:
        assert re.fullmatch(rf" *\d+ \|{NUMBER} \|{NUMBER} \| *\d+\.\d\d", line)


def test_the_made_up_library_keeps_nothing_that_names_a_stretch_which_is_gone(
    tmp_path: Path,
) -> None:
    bench.make_library(tmp_path, 12)
    made = {path.stem for path in (tmp_path / "content/exercises").iterdir()}
    assert len(made) == 12
    routines = [*(tmp_path / "content/routines").iterdir()]
    assert len(routines) == 2
    for path in (tmp_path / "content").rglob("*.yml"):
        steps = re.findall(r"exercise: (\S+)", path.read_text("utf-8"))
        assert set(steps) <= made, path.name


@pytest.mark.site
def test_the_site_is_measured_against_plain_mkdocs(tmp_path: Path) -> None:
    line = bench.measure(tmp_path, 3, site=True)
    assert re.search(rf"\|{NUMBER} \|{NUMBER} \| *\d+\.\d\d$", line)
    for folder in ("site", "p"):
        assert (tmp_path / folder / "stretches/stretch-2/index.html").is_file()
    plain = (tmp_path / "p/stretches/index.html").read_text("utf-8")
    assert "navbar" in plain, "the theme of MkDocs itself"
    assert "site-header" not in plain, "no template of ours"


def test_plain_mkdocs_reads_the_same_markdown() -> None:
    plain = yaml.safe_load(bench.PLAIN_CONFIG)
    assert plain["INHERIT"] == "mkdocs.yml"
    assert (ROOT / "mkdocs.yml").is_file()
    assert "markdown_extensions" not in plain
