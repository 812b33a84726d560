"""Every page is what the HTML standard allows, by a validator that is not ours.

.htmlvalidate.json leaves out three rules: two of taste (blanks at the end of lines, capitals in the
doctype), and the submit button, since the forms here act at once and are never sent.
"""

import subprocess
from pathlib import Path

import pytest

from develop import node_tools
from tests.support.content import ROOT

pytestmark = [pytest.mark.site, pytest.mark.any_content]

BROKEN = "<!doctype html><html lang=en><head><title>A</title></head><body><ul><p>x</p></ul></body>"


def validate(folder: Path) -> subprocess.CompletedProcess[str]:
    options = ("--config", str(ROOT / ".htmlvalidate.json"), f"{folder}/**/*.html")
    command = node_tools.package_command("html-validate/bin/html-validate.mjs", *options)
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


def test_every_page_is_valid(site: Path) -> None:
    done = validate(site)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_page_that_is_not_is_found(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(BROKEN, "utf-8")
    assert "element is not permitted as content under <ul>" in validate(tmp_path).stdout
