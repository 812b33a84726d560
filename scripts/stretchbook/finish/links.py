"""What a built page shows and where it leads, as files of the site."""

from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

SHOWN = "//img/@src | //script/@src | //link[not(@rel='canonical')]/@href | //@data-movement"
LINKS = "//a/@href"


def linked_files(site: Path, page: str) -> tuple[list[str], list[str]]:
    """Files that the page shows, and pages it links to, in order; each exists."""
    source = html.document_fromstring((site / page).read_bytes().decode("utf-8"))
    shown = _files(site, page, source.xpath(SHOWN))
    pages = _files(site, page, source.xpath(LINKS))
    return shown, [path for path in pages if path.endswith("index.html")]


def _files(site: Path, page: str, found: list[str]) -> list[str]:
    paths = (_file(site, page, str(address)) for address in found)
    return list(dict.fromkeys(path for path in paths if path))


def _file(site: Path, page: str, address: str) -> str:
    """Empty for what is not of this site."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return ""
    path = unquote(urlsplit(urljoin(f"/{page}", address)).path).lstrip("/")
    if not path or path.endswith("/"):
        path += "index.html"
    return path if (site / path).is_file() else ""
