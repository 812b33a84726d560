"""What the tests of the built site share."""

from pathlib import Path

import pytest

from stretchbook.model import Library
from stretchbook.reading.load import load
from stretchbook.words.english import written
from tests.support.built import SINGLE_FILES, Page, pages_of
from tests.support.content import CONTENT


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Page]:
    """Every page of the real site by its address, without the single files to carry."""
    return {a: page for a, page in pages_of(site).items() if not a.startswith(SINGLE_FILES)}


@pytest.fixture(scope="session")
def all_pages(site: Path) -> dict[str, Page]:
    """Everything that a reader can open, the single files too."""
    return pages_of(site)


@pytest.fixture(scope="session")
def library() -> Library:
    """The content that the site was made from."""
    library, problems = load(CONTENT)
    assert library is not None, problems
    country = library.emergency[library.site.emergency].english
    return library.published().with_shown_texts(lambda text: written(text, country))


@pytest.fixture(scope="session")
def routine_pages(pages: dict[str, Page], library: Library) -> list[Page]:
    """The pages of the routines."""
    return [pages[f"/{name}/"] for name in library.routines]
