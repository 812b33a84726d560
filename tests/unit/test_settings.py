"""What a project chooses outside its content, and what is said where that cannot be used."""

import subprocess
import sys
from pathlib import Path

import pytest

from stretchbook.commands import build_site, command_line, settings
from stretchbook.prepare import prepare
from stretchbook.problems import RefusedError, report
from tests.support.content import ROOT, TODAY, copy_project, swap


@pytest.fixture(autouse=True)
def _nothing_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(settings.CHOSEN, raising=False)


def test_the_content_is_in_the_folder_that_one_line_names(tmp_path: Path) -> None:
    assert settings.content_of(tmp_path) == "content"
    (tmp_path / "clinic").mkdir()
    (tmp_path / settings.FILE).write_text("# Ours\ncontent: clinic\n")
    assert settings.content_of(tmp_path) == "clinic"


NOTHING_ELSE = (
    "stretchbook.yml: must name the folder of the content, and nothing else\n"
    "    hint: write one line, such as `content: clinic`"
)
BAD_SETTINGS = {
    "content: clinics": (
        'stretchbook.yml: names the folder "clinics", which is not there\n'
        "    hint: mend the name, or remove this file"
    ),
    "content: ../elsewhere": NOTHING_ELSE,
    "contents: clinic": NOTHING_ELSE,
    "content: clinic\nmore: words": NOTHING_ELSE,
    "clinic": NOTHING_ELSE,
    "content:clinic": NOTHING_ELSE,
    "content: clinic\ncontent: content": (
        "stretchbook.yml:2: content: is given twice, first on line 1\n    hint: keep one of the two"
    ),
}


@pytest.mark.parametrize(("text", "said"), BAD_SETTINGS.items(), ids=BAD_SETTINGS)
def test_a_folder_that_cannot_be_used_is_said(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "clinic").mkdir()
    (tmp_path / settings.FILE).write_text(text)
    with pytest.raises(RefusedError) as refused:
        settings.content_of(tmp_path)
    assert str(refused.value) == said


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("", ""),
        ("https://example.org", "https://example.org/"),
        ("https://example.org//", "https://example.org/"),
        ("http://localhost:8000/a/b_c/", "http://localhost:8000/a/b_c/"),
    ],
)
def test_an_address_has_one_slash_at_its_end(
    monkeypatch: pytest.MonkeyPatch, given: str, used: str
) -> None:
    monkeypatch.setenv("SITE_URL", given)
    assert settings.site_url() == used


BAD_ADDRESSES = (
    *("example.org", "ftp://example.org/", "https://", "https:///a/", "https://example.org/?a=1"),
    *("https://example.org/#a", "https://exam ple.org/", "https://[::1/", "https://a:99999/"),
    *(
        "javascript:alert(1)",
        "https://u:p@example.org/",
        'https://example.org/"><b>',
        "//a.b/",
        "?",
    ),
)


@pytest.mark.parametrize("given", BAD_ADDRESSES)
def test_an_address_that_is_none_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], given: str
) -> None:
    monkeypatch.setenv("SITE_URL", given)
    assert command_line.main(["check"]) == 1
    assert capsys.readouterr().err == (
        f'SITE_URL: is not the address of a site, found "{given}"\n'
        "    hint: write it as https://example.org/ or https://example.org/stretches/\n"
    )


def test_what_is_said_of_the_content_names_the_folder_that_was_chosen(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    (project / "content").rename(project / "clinic")
    swap(project / "clinic/site.yml", "emergency: us", "emergency: fr")
    (project / "clinic/addresses.txt").unlink()
    result = prepare(project, TODAY, content="clinic", paper=False)
    assert report(result.problems).startswith("clinic/site.yml:")
    swap(project / "clinic/site.yml", "emergency: fr", "emergency: us")
    result = prepare(project, TODAY, content="clinic", paper=False)
    assert not result.stopped
    assert set(result.record) == {"clinic/addresses.txt"}
    assert not [path for path in result.files if path.startswith("content/")]
    assert "clinic/schema/exercise.schema.json" in result.files


def test_without_the_set_up_it_says_what_to_run(tmp_path: Path) -> None:
    bare = tmp_path / "bare"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(bare)], check=True)
    done = subprocess.run(
        [bare / "bin/python", ROOT / "scripts/build.py", "check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "is not installed here: run `make` once" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_build_waits_for_another_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program = (
        "import sys, time; sys.path.insert(0, sys.argv[2])\n"
        "from pathlib import Path; from stretchbook.commands.build_site import alone\n"
        "with alone(Path(sys.argv[1])): print('held', flush=True); time.sleep(1)"
    )
    command = [sys.executable, "-c", program, str(tmp_path), str(ROOT / "scripts")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        with build_site.alone(tmp_path):
            assert other.wait(10) == 0  # it let go first
    said = "Another build is running here; this one waits for it.\n"
    assert capsys.readouterr().err == said
