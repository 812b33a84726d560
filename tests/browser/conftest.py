"""Small pages that follow the contract of the generated ones, with the real scripts beside them."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, ServeSite

FIXTURES = Path(__file__).parent / "fixtures"

MKDOCS = """\
site_name: Contract
theme: {name: material, font: false}
extra_css: [fixture.css]
extra_javascript: [{path: js/main.js, type: module}]
"""


@pytest.fixture(scope="session")
def plain_pages(tmp_path_factory: pytest.TempPathFactory, serve_site: ServeSite) -> str:
    """The address of the small pages as they are."""
    folder = tmp_path_factory.mktemp("pages")
    _copy_pages(folder)
    return serve_site(folder)


@pytest.fixture(scope="session")
def material_pages(tmp_path_factory: pytest.TempPathFactory, serve_site: ServeSite) -> str:
    """The address of the small first page inside Material, whose own script acts on blocks too."""
    project = tmp_path_factory.mktemp("material")
    _copy_pages(project / "docs")
    for page in (project / "docs").rglob("*.html"):
        content = page.read_text("utf-8").partition("<main>")[2].partition("</main>")[0]
        page.with_suffix(".md").write_text(content.strip(), "utf-8")
        page.unlink()
    (project / "mkdocs.yml").write_text(MKDOCS, "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=project, check=True, capture_output=True)
    return serve_site(project / "site", "/repo/")


@pytest.fixture(params=["plain", "material"])
def pages(request: pytest.FixtureRequest) -> str:
    """Both in turn: what holds on a bare page must hold beside Material's script."""
    return str(request.getfixturevalue(f"{request.param}_pages"))


def _copy_pages(folder: Path) -> None:
    shutil.copytree(FIXTURES, folder, dirs_exist_ok=True)
    shutil.copytree(ROOT / "docs/js", folder / "js")
