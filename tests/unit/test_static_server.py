"""The test host behaves like a plain static one, at the root and under a sub-path."""

from http.client import HTTPConnection
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import pytest

from tests.conftest import ServeSite
from tests.support.static_server import serving


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sciatica").mkdir()
    (tmp_path / "empty").mkdir()
    (tmp_path / "sciatica/index.html").write_text("routine", "utf-8")
    (tmp_path / "main.js").write_text("start()", "utf-8")
    (tmp_path / "404.html").write_text("our own 404", "utf-8")
    return tmp_path


@pytest.mark.parametrize("prefix", ["/", "/repo/"])
def test_pages_and_scripts_are_served(folder: Path, serve_site: ServeSite, prefix: str) -> None:
    address = serve_site(folder, prefix)
    assert address.endswith(prefix)
    assert urlopen(f"{address}sciatica/").read() == b"routine"
    assert urlopen(f"{address}main.js").headers["Content-Type"] == "text/javascript"


def test_a_folder_without_a_slash_is_redirected(folder: Path, serve_site: ServeSite) -> None:
    address = serve_site(folder, "/repo/")
    assert urlopen(f"{address}sciatica").url == f"{address}sciatica/"


@pytest.mark.parametrize("missing", ["nothing", "empty/", "../secret", "/sciatica/"])
def test_what_is_missing_gives_the_sites_own_404(
    folder: Path, serve_site: ServeSite, missing: str
) -> None:
    address = serve_site(folder, "/repo/")
    url = address.removesuffix("/repo/") + missing if missing.startswith("/") else address + missing
    with pytest.raises(HTTPError) as found:
        urlopen(url)
    assert found.value.code == 404
    assert found.value.read() == b"our own 404"


def test_a_missing_page_asked_for_by_head_has_no_body(folder: Path, serve_site: ServeSite) -> None:
    with pytest.raises(HTTPError) as found:
        urlopen(Request(f"{serve_site(folder)}nothing", method="HEAD"))
    assert found.value.read() == b""


def test_once_closed_nobody_is_answered_also_where_a_connection_is_open(folder: Path) -> None:
    with serving(folder) as address:
        connection = HTTPConnection(urlsplit(address).netloc)
        connection.request("GET", "/main.js")
        assert connection.getresponse().read()
    assert connection.sock.recv(1) == b""  # it has ended
