"""What somebody may have meant by an address that leads nowhere."""

import difflib
import re
from collections.abc import Collection
from pathlib import PurePosixPath

from stretchbook import addresses

INDEX = "index.html"
PAGE_ENDINGS = {"", ".html", ".md"}
MADE_OF_A_PAGE = re.compile(r"(^|/)index\.(html|md)$|\.(html|md)$")


class Nearest:
    """Looks for the nearest of the files of a site, each wrong one only once."""

    def __init__(self, files: Collection[str]) -> None:
        self.pages = [file.removesuffix(INDEX) for file in files if file.endswith(f"/{INDEX}")]
        self.others = [file for file in files if not file.endswith(".html")]
        self.known: dict[str, str] = {}

    def is_page(self, file: str) -> bool:
        """Whether somebody who names this file means a page."""
        return PurePosixPath(file).suffix in PAGE_ENDINGS

    def file(self, wrong: str) -> str:
        """The file that is nearest to one that does not exist; empty where none is near."""
        if wrong not in self.known:
            self.known[wrong] = self._look_for(wrong)
        return self.known[wrong]

    def place(self, wrong: str, places: Collection[str]) -> str:
        """The nearest of the places of a page; empty where none is near."""
        return "".join(difflib.get_close_matches(wrong, places, n=1))

    def link(self, page: str, file: str) -> str:
        """How a page links to a file: both are files of the site."""
        folder = page.rpartition("/")[0]
        target = "/" + (file.removesuffix(INDEX) if file.endswith(INDEX) else file)
        return addresses.relative(f"/{folder}/" if folder else "/", target)

    def _look_for(self, wrong: str) -> str:
        wrong = wrong.removeprefix("../")
        if not self.is_page(wrong):
            return "".join(difflib.get_close_matches(wrong, self.others, n=1))
        page = MADE_OF_A_PAGE.sub("", wrong).strip("/")
        near = difflib.get_close_matches(f"{page}/", self.pages, n=1)
        return f"{near[0]}{INDEX}" if near else ""
