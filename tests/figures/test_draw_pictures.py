"""`build.py figures` draws what changed, and nothing else."""

from pathlib import Path

import pytest

from stretchbook import handouts
from stretchbook.commands import serve
from stretchbook.commands.draw_pictures import redraw
from stretchbook.commands.figure_preview import preview
from stretchbook.pictures import read_pictures
from stretchbook.problems import report
from tests.figures.samples import PLAIN
from tests.support.content import copy_project

MOVES = "movement: {start: {root: {lie: upright, to: right, pitch: 20}, ground: {by: feet}}}\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures/tall.yml").write_text(PLAIN, "utf-8")
    return tmp_path


def pictures(content: Path) -> dict[str, int]:
    """The files of content/pictures/, and when each was written."""
    return {p.name: p.stat().st_mtime_ns for p in sorted((content / "pictures").iterdir())}


def test_a_pose_is_drawn_once_and_again_when_its_meaning_changes(content: Path) -> None:
    said: list[str] = []
    assert redraw(content, said.append).drawn == ("tall",)
    assert said == ["tall (1 of 1)"]
    assert read_pictures(content)[1] == []
    before = pictures(content)
    pose = content / "figures/tall.yml"
    pose.write_text(f"# a remark\n{PLAIN}", "utf-8")
    assert redraw(content).drawn == ()
    assert pictures(content) == before
    pose.write_text(PLAIN.replace("to: right", "to: right, pitch: 10"), "utf-8")
    assert report(read_pictures(content)[1]).startswith(
        "content/figures/tall.yml: warning: is newer than its picture"
    )
    assert redraw(content).drawn == ("tall",)
    assert read_pictures(content)[1] == []


def test_a_moving_picture_goes_when_nothing_moves_any_more(content: Path) -> None:
    pose = content / "figures/tall.yml"
    pose.write_text(PLAIN + MOVES, "utf-8")
    redraw(content)
    assert list(pictures(content)) == ["tall-moving.svg", "tall-small.svg", "tall.svg"]
    pose.write_text(PLAIN, "utf-8")
    redraw(content)
    assert list(pictures(content)) == ["tall-small.svg", "tall.svg"]


def test_a_torn_picture_is_drawn_again(content: Path) -> None:
    redraw(content)
    file = content / "pictures/tall.svg"
    whole = file.read_bytes()
    file.write_bytes(whole[:2000])
    assert redraw(content).drawn == ("tall",)
    assert file.read_bytes() == whole


def test_the_picture_of_a_deleted_pose_goes_and_a_photograph_stays(content: Path) -> None:
    redraw(content)
    (content / "figures/tall.yml").unlink()
    (content / "pictures/photo.jpg").write_bytes(b"")
    assert redraw(content).removed == ("tall",)
    assert list(pictures(content)) == ["photo.jpg"]


BAD = {
    "a slip": (PLAIN.replace("by: feet", "by: foot"), ":7: panels[1].pose.ground.by: names an unk"),
    "no YAML": ("a: *b\n", ":1: uses a YAML anchor"),
    "bent too far": (
        PLAIN.replace("to: right}\n", "to: right}\n    armL: {hand_at: [150, 100, 0]}\n"),
        ":7: panels[1].pose.armL.hand_at: the hand's target is",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_pose_with_an_error_keeps_the_picture_it_has(name: str, content: Path) -> None:
    redraw(content)
    before = pictures(content)
    text, expected = BAD[name]
    (content / "figures/tall.yml").write_text(text, "utf-8")
    done = redraw(content)
    assert f"{content.name}/figures/tall.yml{expected}" in report(done.problems)
    assert (done.drawn, done.removed) == ((), ())
    assert pictures(content) == before


def test_the_preview_of_the_site_draws_a_saved_pose(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = copy_project(tmp_path)
    monkeypatch.setattr(handouts, "files_of", lambda *_: {})  # they take long
    (project / "content/figures").mkdir()
    pose, shown = project / "content/figures/bridge.yml", project / "docs/figures/bridge.svg"
    pose.write_text(PLAIN, "utf-8")
    preview = serve.Preview(project, project / "content")
    assert preview.write([pose])[1]
    first = shown.read_bytes()
    pose.write_text(PLAIN.replace("to: right", "to: left"), "utf-8")
    assert preview.write([pose])[1]
    assert shown.read_bytes() != first
    pose.write_text(PLAIN.replace("to: right", "to: up"), "utf-8")
    problems, changes = preview.write([pose])
    assert changes is None
    expected = "content/figures/bridge.yml:6: panels[1].pose.root.to: is unknown"
    assert expected in report(problems)


def test_the_preview_of_a_pose_shows_it_in_every_way_and_writes_nothing(content: Path) -> None:
    page = str(preview(content, "tall")[0])
    assert "Standing tall" in page
    assert "turned by 90°" in page
    assert not (content / "pictures").exists()
    (content / "figures/tall.yml").write_text(PLAIN.replace("to: right", "to: up"), "utf-8")
    assert "panels[1].pose.root.to: is unknown" in report(preview(content, "tall")[1])


def test_the_preview_of_all_shows_them_drawn_anew(content: Path) -> None:
    assert "data:image/svg+xml,%3Csvg%20data-pose" in str(preview(content, "")[0])
    assert list(pictures(content)) == ["tall-small.svg", "tall.svg"]
