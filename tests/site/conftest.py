"""What the tests of the built site share."""

from pathlib import Path

import pytest

from stretchbook.model import Library
from tests.support.built import SINGLE_FILES, Page, in_english, pages_of
from tests.support.content import shown_library


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Page]:
    """Every page of the real site by its address, without the single files to carry."""
    return {a: page for a, page in pages_of(site).items() if not a.startswith(SINGLE_FILES)}


@pytest.fixture(scope="session")
def english_pages(pages: dict[str, Page]) -> dict[str, Page]:
    """Those in the language of the content."""
    return in_english(pages)


@pytest.fixture(scope="session")
def all_pages(site: Path) -> dict[str, Page]:
    """Everything that a reader can open, the single files too."""
    return pages_of(site)


@pytest.fixture(scope="session")
def library() -> Library:
    """The content that the site was made from."""
    return shown_library()


@pytest.fixture(scope="session")
def routine_pages(pages: dict[str, Page], library: Library) -> list[Page]:
    """The pages of the routines."""
    return [pages[f"/{name}/"] for name in library.routines]
