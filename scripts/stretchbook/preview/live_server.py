"""A web server for one person: it hands out a folder, and open pages follow what changes in it.

Each page gets one script more, `preview.js`. It asks for the state and is answered only when that
has changed, so that nothing runs while nobody saves.
"""

import json
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from stretchbook.problems import Problem, RefusedError

HERE = Path(__file__).parent
SCRIPT = b'<script type="module" src="/preview.js"></script>'
WAITING = b"<!doctype html><html lang=en><title>Preview</title><p>Waiting for the first page."
OURS = {"/preview.js": "text/javascript", "/preview.css": "text/css"}
LONGEST_ANSWER = 25.0  # seconds that a page waits for news, before it asks again


class State:
    """What open pages know: how often it and the pages have changed, and what is wrong."""

    def __init__(self) -> None:
        self._version = self._pages = 0
        self._problems: Sequence[str] = ()
        self._changed = threading.Condition()

    @property
    def has_pages(self) -> bool:
        """Whether all of them have been made once; until then most would be missing."""
        return self._pages > 0

    def renew(self, problems: Sequence[str]) -> None:
        """The pages are others now; these problems they have all the same."""
        self._pages += 1
        self.complain(problems)

    def complain(self, problems: Sequence[str]) -> None:
        """The pages stay, with these problems on top."""
        with self._changed:
            self._version, self._problems = self._version + 1, problems
            self._changed.notify_all()

    def after(self, seen: int) -> bytes:
        """The state as JSON, as soon as it is another than the one that a page has seen."""
        with self._changed:
            self._changed.wait_for(lambda: self._version != seen, LONGEST_ANSWER)
            known = {"version": self._version, "pages": self._pages, "problems": self._problems}
            return json.dumps(known).encode()


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extensions_map = {  # noqa: RUF012 - as the class above has it
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".svg": "image/svg+xml",
        ".webmanifest": "application/manifest+json",
    }

    def __init__(self, *request: object, state: State, directory: str) -> None:
        self.state = state
        super().__init__(*request, directory=directory)  # type: ignore[arg-type] # three of http.server's own

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if address.path == "/preview-state":
            seen = parse_qs(address.query).get("seen", ["-1"])[0]
            self._answer(self.state.after(int(seen)), "application/json")
        elif address.path in OURS:
            self._answer((HERE / address.path[1:]).read_bytes(), OURS[address.path])
        elif (page := self._page(address.path)) is not None:
            self._answer(page, "text/html; charset=utf-8")
        else:
            super().do_GET()

    def _page(self, address: str) -> bytes | None:
        """The page at an address, with our script; None where something else stands there."""
        file = Path(self.translate_path(address))
        if file.is_dir() and address.endswith("/"):
            file /= "index.html"
        if file.suffix == ".html" or not file.exists():
            missing = Path(self.directory) / "404.html"
            shown = (file, missing) if self.state.has_pages else ()
            found = next((path for path in shown if path.is_file()), None)
            return (found.read_bytes() if found else WAITING) + SCRIPT
        return None

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing: what the author wants to read is what is wrong."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False  # pages wait for news, and need not hear of the end

    def handle_error(self, *_: object) -> None:
        """A browser that goes away in the middle of an answer is no fault."""


@contextmanager
def serving(folder: Path, port: int) -> Iterator[tuple[str, State]]:
    """Serve the folder; gives its address, and what its pages know."""
    state = State()
    handler = partial(_Handler, state=state, directory=str(folder))
    try:
        server = _Server(("127.0.0.1", port), handler)
    except (OSError, OverflowError) as error:
        message = f"cannot be used: {getattr(error, 'strerror', None) or error}"
        hint = f"choose another: python scripts/build.py serve --port {(port + 1) % 65536}"
        raise RefusedError(Problem(path=f"port {port}", message=message, hint=hint)) from error
    with server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", state
        server.shutdown()


def until_stopped(run: Callable[[], object]) -> int:
    """Run what never ends until somebody stops it; that is no failure."""
    for ending in (signal.SIGINT, signal.SIGTERM):  # what is started with a `&` ignores SIGINT
        signal.signal(ending, signal.default_int_handler)
    with suppress(KeyboardInterrupt):
        run()
    return 0
