"""The languages that the content of the built site is in, beside English."""

from stretchbook.translating.translation import folders
from tests.support.content import CONTENT


def languages() -> list[str]:
    """Their codes."""
    return [folder.name for folder in folders(CONTENT)]
