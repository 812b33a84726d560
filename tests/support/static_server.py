"""A plain static host, as strict as the simplest one a clinic may use."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from socket import SHUT_RDWR, socket
from typing import Any, BinaryIO

TYPES = {  # said here since Python asks the machine, and machines differ
    ".css": "text/css",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}


@contextmanager
def serving(directory: Path, prefix: str = "/") -> Iterator[str]:
    """Serve a folder under a prefix such as `/repo/` on a free port; gives the address."""
    handler = partial(_Handler, directory=str(directory), prefix=prefix)
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
        server.shutdown()


class _Server(ThreadingHTTPServer):
    accepted: list[socket] | None = None

    def get_request(self) -> tuple[socket, Any]:
        connection, address = super().get_request()
        self.accepted = [*(self.accepted or []), connection]
        return connection, address

    def server_close(self) -> None:
        """Also in connections that are open nobody is answered any more."""
        super().server_close()
        for connection in self.accepted or []:
            with suppress(OSError):  # closed by the browser
                connection.shutdown(SHUT_RDWR)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing when a browser goes away in the middle of an answer."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # as given


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # keeps connections open: a page asks for many small files
    extensions_map = TYPES

    def __init__(self, *arguments: object, directory: str, prefix: str) -> None:
        self.prefix = prefix
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]  # passed through

    def send_head(self) -> BytesIO | BinaryIO | None:
        if not self.path.startswith(self.prefix):
            return self._missing()
        return super().send_head()

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def list_directory(self, path: object) -> BytesIO | None:  # noqa: ARG002  # the name is given
        return self._missing()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        body = self._missing()
        if self.command != "HEAD":
            self.copyfile(body, self.wfile)

    def _missing(self) -> BytesIO:
        """The site's own 404 page, as every static host gives it, or one line."""
        page = Path(self.directory) / "404.html"
        body = page.read_bytes() if page.exists() else b"Not found"
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", TYPES[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def log_message(self, *arguments: object) -> None:
        """Say nothing: a failing test tells what it asked for."""
