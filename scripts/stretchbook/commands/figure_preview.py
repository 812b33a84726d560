"""A page for the one who draws: one figure in every way it will be seen, or all of them.

Large, moving, as a thumbnail, on paper in grey, in the dark, and turned round. The page is made
anew whenever a pose file is saved; what is wrong with the file stands on top of it.
"""

import argparse
import threading
import webbrowser
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

from markupsafe import Markup
from watchfiles import watch

from figures import Drawing, FigureSpec, draw, draw_turned, load_figure
from stretchbook.commands import ROOT
from stretchbook.commands.draw_pictures import redraw
from stretchbook.commands.settings import content_of
from stretchbook.pictures import read_origins, read_pictures
from stretchbook.pictures.picture_reader import POSES
from stretchbook.problems import Problem, report

TURNS = (-90, -45, 0, 45, 90, 180)  # degrees added to the camera's own
ASK_AGAIN = 300  # milliseconds between two looks for a newer page

STYLE = Markup("""
body { font: 16px/1.4 system-ui, sans-serif; margin: 1rem; max-width: 1200px }
figure { display: inline-block; margin: 0 1rem 1rem 0; vertical-align: top }
figcaption { color: #444; font-size: 14px }
img { background: #fff; border: 1px solid #ccc; display: block; height: auto }
.large img { width: min(900px, 95vw) }
.half img { width: 440px }
.paper img { filter: grayscale(1); width: 6cm }
.dark img { background: #12181b; color-scheme: dark; width: 440px }
.thumb img { height: 96px; width: 96px }
.turn img { width: 280px }
pre { background: #fdeeec; border-left: 4px solid #8f1414; padding: 0.6rem; white-space: pre-wrap }
""")
RELOAD = """
const shown = document.body.dataset.version
setInterval(async () => {
  const newest = await fetch("/version").then((answer) => answer.text(), () => shown)
  if (newest !== shown) location.reload()
}, %d)
"""
PAGE = Markup(
    '<!doctype html><html lang="en"><head><title>Figures</title><style>{}</style></head>'
    '<body data-version="{}">{}<script type="module">{}</script></body></html>'
)
FIGURE = Markup('<figure class="{}"><img src="{}" alt=""><figcaption>{}</figcaption></figure>')


@dataclass(slots=True)
class Shown:
    """The page as it stands; the watching thread replaces it, the server hands it out."""

    version: int = 0
    page: str = ""
    lock: threading.Lock = field(default_factory=threading.Lock)

    def replace(self, body: Markup) -> None:
        """Put a newer page in the place of the old one."""
        with self.lock:
            self.version += 1
            self.page = _document(body, self.version)


def show(arguments: Sequence[str]) -> int:
    """Show one figure, or all where no id is given, until Ctrl-C."""
    parser = argparse.ArgumentParser(prog="build.py figure", description=show.__doc__)
    parser.add_argument("id", nargs="?", default="", help="name of a file in content/figures/")
    parser.add_argument("--port", type=int, default=8001, help="port on 127.0.0.1 (default 8001)")
    parser.add_argument("--no-open", action="store_true", help="do not open a browser")
    options = parser.parse_args(arguments)
    content = ROOT / content_of(ROOT)
    poses = read_origins(content)[0].poses
    if options.id and options.id not in poses:
        print(f'There is no pose "{options.id}". There are: {", ".join(sorted(poses))}.')
        return 1
    shown = Shown()
    shown.replace(preview(content, options.id))
    server = ThreadingHTTPServer(("127.0.0.1", options.port), _handler(shown))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    print(f"Showing {options.id or 'all figures'} on {address} until Ctrl-C.", flush=True)
    if not options.no_open:
        webbrowser.open(address)
    try:
        for _ in watch(content / POSES):
            shown.replace(preview(content, options.id))
    except KeyboardInterrupt:
        pass
    return 0


def preview(content: Path, figure_id: str) -> Markup:
    """The body of the page: one figure in every way, or all pictures side by side."""
    if not figure_id:
        return _gallery(content)
    name = f"figures/{figure_id}.yml"
    spec, problems = load_figure(content / name, f"{content.name}/{name}")
    if spec is None:
        return _problems(problems)
    drawing, found = draw(spec)
    return _problems([*problems, *found]) + Markup().join(_every_way(spec, drawing))


def _every_way(spec: FigureSpec, drawing: Drawing) -> Iterator[Markup]:
    yield Markup("<h1>{}</h1><p>{}</p>").format(drawing.title, drawing.description)
    yield _figure("large", f"{len(drawing.svg.encode()):,} bytes", drawing.svg)
    if drawing.moving:
        yield _figure("half", f"moving, {len(drawing.moving.encode()):,} bytes", drawing.moving)
    yield _figure("dark", "dark", drawing.svg)
    yield _figure("paper", "paper, 6 cm, grey", drawing.svg)
    yield _figure("thumb", "96 pixels", drawing.thumbnail)
    for turn in TURNS:
        yield _figure("turn", f"turned by {turn}°", draw_turned(spec, turn))


def _gallery(content: Path) -> Markup:
    """Every picture as the site will show it; those whose poses changed are drawn first."""
    redrawn = redraw(content)
    shown, found = read_pictures(content)
    pictures = (_figure("turn", name, one.svg) for name, one in shown.items())
    return _problems([*redrawn.problems, *found]) + Markup().join(pictures)


def _figure(kind: str, caption: str, svg: str) -> Markup:
    return FIGURE.format(kind, f"data:image/svg+xml,{quote(svg)}", caption)


def _problems(problems: Sequence[Problem]) -> Markup:
    return Markup("<pre>{}</pre>").format(report(problems)) if problems else Markup()


def _document(body: Markup, version: int) -> str:
    return PAGE.format(STYLE, version, body, Markup(RELOAD % ASK_AGAIN))  # noqa: S704 - our own script


def _handler(shown: Shown) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with shown.lock:
                text = str(shown.version) if self.path == "/version" else shown.page
            kind = "text/plain" if self.path == "/version" else "text/html"
            data = text.encode()
            self.send_response(200)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(data)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            """Say nothing: the page asks for the version many times a minute."""

    return Handler
