"""What a library of any size costs on a phone: `python -m develop.phone 1000 20000`, from scripts/.

It makes and builds each library and goes through it in Chromium, 390 pixels wide and with a
processor four times as slow. Files come from this machine, compressed. The first figure of each row
is the time until the answer is on the screen, then comes what was fetched for it.
"""

import gzip
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import lru_cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from develop import browsers, made_library
from stretchbook import output
from stretchbook.prepare import prepare
from stretchbook.rendering import run_mkdocs

SLOWER = 4  # a phone than this machine
PATIENCE = 60_000  # milliseconds
READING = 300  # milliseconds between two steps, in which the page may go on; a person takes more
PACKED = {".html", ".json", ".js", ".css", ".svg", ".webmanifest"}
PLAN = "plan/#1/stretch-1/stretch-20/stretch-77/stretch-140/end:1b72"
RESULTS = "[data-search-results] li"
UNTIL = """async ([act, awaited, most]) => {
    const old = document.querySelector(awaited)
    const start = performance.now()
    new Function(act)()
    for (;;) {
        await new Promise(requestAnimationFrame)
        const found = document.querySelector(awaited)
        const past = performance.now() - start
        if ((found && found !== old) || past > most) return past
    }
}"""
SCROLL = """async () => {
    let [worst, last] = [0, performance.now()]
    for (let step = 0; step < 40; step += 1) {
        scrollBy(0, 700)
        await new Promise(requestAnimationFrame)
        worst = Math.max(worst, performance.now() - last)
        last = performance.now()
    }
    return worst
}"""


@dataclass
class Phone:
    """A page, and what it has fetched since it was last asked."""

    base: str
    page: Page
    fetched: list[int] = field(default_factory=list)

    def open(self, address: str, awaited: str) -> float:
        """Milliseconds until a page shows an element."""
        start = time.perf_counter()
        self.page.goto(self.base + address)
        self.page.wait_for_selector(awaited, state="attached", timeout=PATIENCE)
        return (time.perf_counter() - start) * 1000

    def until(self, act: str, awaited: str) -> float:
        """Milliseconds until the page shows another element than before."""
        return float(self.page.evaluate(UNTIL, [act, awaited, PATIENCE]))

    def settle(self) -> tuple[float, int]:
        """Kilobytes and files since the last time."""
        self.page.wait_for_timeout(READING)
        self.page.wait_for_load_state("networkidle")
        found = sum(self.fetched) / 1000, len(self.fetched)
        self.fetched.clear()
        return found


def typed(place: str, text: str) -> str:
    """What fills the search field of a place."""
    return (
        f"const field = document.querySelector('{place} input[type=search]');"
        f"field.value = '{text}'; field.dispatchEvent(new Event('input', {{bubbles: true}}))"
    )


def chosen(name: str, value: str) -> str:
    """What chooses a value of a filter."""
    return (
        f"const list = document.querySelector('select[name={name}]'); list.value = '{value}';"
        "list.dispatchEvent(new Event('change', {bubbles: true}))"
    )


def pressed(selector: str) -> str:
    """What presses a button."""
    return f"document.querySelector('{selector}').click()"


SEARCH = "dialog[data-search]"
STEPS: tuple[tuple[str, Callable[[Phone], float]], ...] = (
    ("list: opened", lambda phone: phone.open("stretches/", ".stretch-list li")),
    ("list: the slowest frame of scrolling", lambda phone: float(phone.page.evaluate(SCROLL))),
    (
        "list: all for the hips",
        lambda phone: phone.until(chosen("area", "hips"), ".stretch-list li:last-child"),
    ),
    ("list: opened again", lambda phone: phone.open("stretches/?", ".stretch-list li")),
    (
        "list: what a hip replacement rules out",
        lambda phone: phone.until(chosen("without", "hip-replacement"), "[data-left-out] li"),
    ),
    ("search: a routine opened", lambda phone: phone.open("routine-0/", "[data-search-open]")),
    (
        "search: opened",
        lambda phone: phone.until(pressed("[data-search-open]"), f"{SEARCH}[open]"),
    ),
    *(
        (f"search: {asked}", partial(lambda phone, act: phone.until(act, RESULTS), act=act))
        for asked in ("hip", "hip s", "hip st", "hip stretch", "strech", "s", "hip replacement")
        for act in (typed(SEARCH, asked),)
    ),
    ("plan: one of four opened", lambda phone: phone.open(PLAN, "[data-plan-body] *")),
    ("plan: begun", lambda phone: phone.open("plan/?", ".plan-choices li")),
    (
        "plan: bridge found",
        lambda phone: phone.until(typed(".plan-choose", "bridge"), ".plan-choices li"),
    ),
    ("plan: added", lambda phone: phone.until(pressed(".plan-choices button"), ".plan-step")),
    (
        "plan: a hip replacement ticked",
        lambda phone: phone.until(pressed(".plan-conditions input"), ".plan-choices li"),
    ),
)


def build(root: Path, size: int) -> Path:
    """The built site of a made library."""
    made_library.make(root, size)
    result = prepare(root, made_library.TODAY, paper=False)
    output.write(root, result.files)
    made_library.make_paper(root)
    built = run_mkdocs.build_site(root, root / "site", result.promises)
    if not built.ok:
        raise RuntimeError(built.log)
    return root / "site"


def measure(browser: Browser, site: Path) -> Iterator[tuple[str, float, float, int]]:
    """Each step: what it is, milliseconds, kilobytes and files."""
    with serving(site) as base:
        for warm in (True, False):  # the first time the host compresses
            phone = _phone(browser, base)
            for name, work in STEPS:
                took = work(phone)
                kilobytes, files = phone.settle()
                if not warm:
                    yield name, took, kilobytes, files


def _phone(browser: Browser, base: str) -> Phone:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, service_workers="block", reduced_motion="reduce"
    )
    phone = Phone(base, context.new_page())
    session = context.new_cdp_session(phone.page)
    session.send("Network.enable")
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    session.on(
        "Network.loadingFinished",
        lambda event: phone.fetched.append(int(event["encodedDataLength"])),
    )
    return phone


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """A host that compresses."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@lru_cache(maxsize=10_000)
def _packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6)


class _Host(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        is_packed = path.suffix in PACKED
        data = _packed(path) if is_packed else path.read_bytes()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(data)))
        if is_packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        with suppress(ConnectionError):  # the page has gone elsewhere
            self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def main(sizes: list[int]) -> None:
    """Print the table, one size after the other."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browsers.CHROMIUM.find(), args=browsers.launch_arguments()
        )
        for size in sizes:
            with tempfile.TemporaryDirectory() as folder:
                print(f"{f'{size:,} stretches':42}{'ms':>10}{'KB':>10}{'files':>10}")
                site = build(Path(folder) / "library", size)
                for name, took, kilobytes, files in measure(browser, site):
                    print(f"{name:42}{took:10.0f}{kilobytes:10.1f}{files:10}", flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1000, 20_000])
