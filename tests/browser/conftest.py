"""Small pages that follow the contract of the generated ones, with the real scripts beside them."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, ServeSite

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture(scope="session")
def plain_pages(tmp_path_factory: pytest.TempPathFactory, serve_site: ServeSite) -> str:
    """The address of the small pages as they are."""
    folder = tmp_path_factory.mktemp("pages")
    _copy_pages(folder)
    return serve_site(folder)


def _copy_pages(folder: Path) -> None:
    shutil.copytree(FIXTURES, folder, dirs_exist_ok=True)
    shutil.copytree(ROOT / "docs/js", folder / "js")
