"""A page for the one who draws: one figure in every way it will be seen, or all of them.

Large, moving, as a thumbnail, on paper in grey, in the dark, and turned round. The page is made
anew whenever a pose file is saved; what is wrong with the file stands on top of it.
"""

import argparse
import webbrowser
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from markupsafe import Markup
from watchfiles import watch

from figures import Drawing, FigureSpec, draw, draw_turned, load_figure
from stretchbook import whole_files
from stretchbook.commands import ROOT
from stretchbook.commands.draw_pictures import redraw
from stretchbook.commands.settings import content_of
from stretchbook.pictures import read_origins, read_pictures
from stretchbook.pictures.picture_reader import POSES
from stretchbook.preview.live_server import State, serving, until_stopped
from stretchbook.problems import Problem

FOLDER = ".cache/figure-preview"
TURNS = (-90, -45, 0, 45, 90, 180)  # degrees added to the camera's own

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
""")
PAGE = Markup(
    '<!doctype html><html lang="en"><head><title>Figures</title><style>{}</style></head>'
    "<body>{}</body></html>"
)
FIGURE = Markup('<figure class="{}"><img src="{}" alt=""><figcaption>{}</figcaption></figure>')


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

    def run() -> None:
        with serving(ROOT / FOLDER, options.port) as (address, pages):
            _write(content, options.id, pages)
            print(f"Showing {options.id or 'all figures'} on {address} until Ctrl-C.", flush=True)
            if not options.no_open:
                webbrowser.open(address)
            for _ in watch(content / POSES):
                _write(content, options.id, pages)

    return until_stopped(run)


def _write(content: Path, figure_id: str, pages: State) -> None:
    body, problems = preview(content, figure_id)
    whole_files.write(ROOT / FOLDER / "index.html", PAGE.format(STYLE, body).encode())
    pages.renew([str(problem) for problem in problems])


def preview(content: Path, figure_id: str) -> tuple[Markup, list[Problem]]:
    """The body of the page, one figure in every way or all pictures; and what is wrong."""
    if not figure_id:
        return _gallery(content)
    name = f"figures/{figure_id}.yml"
    spec, problems = load_figure(content / name, f"{content.name}/{name}")
    if spec is None:
        return Markup(), problems
    drawing, found = draw(spec)
    return Markup().join(_every_way(spec, drawing)), [*problems, *found]


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


def _gallery(content: Path) -> tuple[Markup, list[Problem]]:
    """Every picture as the site will show it; those whose poses changed are drawn first."""
    redrawn = redraw(content)
    shown, found = read_pictures(content)
    pictures = (_figure("turn", name, one.svg) for name, one in shown.items())
    return Markup().join(pictures), [*redrawn.problems, *found]


def _figure(kind: str, caption: str, svg: str) -> Markup:
    return FIGURE.format(kind, f"data:image/svg+xml,{quote(svg)}", caption)
