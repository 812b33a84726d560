"""A preview that follows the author: every saved file shows in the open browser.

We write what changed into docs/, MkDocs renders it, and open pages load it. While the content has
an error, the last good pages stay, and the errors stand in sight on every page.
"""

import argparse
import webbrowser
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

from watchfiles import watch

from stretchbook import keeping, output, whole_files
from stretchbook.commands import ROOT, draw_pictures
from stretchbook.commands.build_site import MEMORY, alone
from stretchbook.commands.settings import content_of
from stretchbook.pictures.drawn import files_of_drawing
from stretchbook.pictures.picture_reader import PICTURES, POSES
from stretchbook.prepare import Result, prepare
from stretchbook.preview.live_server import State, serving, until_stopped
from stretchbook.problems import Problem, Severity, has_errors, report
from stretchbook.rendering.renderer import Renderer, rendering

SITE = ".cache/preview"
QUIET = 20.0  # seconds without a save, after which the handouts are set anew
SETTLE = 50  # milliseconds to wait for an editor that saves in several steps
AROUND = ("docs", "overrides", "mkdocs.yml")  # what pages are made of, beside the content

Paths = Iterable[Path]


def serve(arguments: Sequence[str]) -> int:
    """Serve until Ctrl-C."""
    options = _parser().parse_args(arguments)
    preview = Preview(ROOT, ROOT / content_of(ROOT))

    def run() -> None:
        with (
            serving(ROOT / SITE, options.port) as (address, pages),
            rendering(ROOT, ROOT / SITE, warm=True) as renderer,
        ):
            keeping.recall(ROOT / MEMORY)
            saved = preview.watch()
            preview.follow(saved.get(), renderer, pages)
            _say(f"Serving on {address} until Ctrl-C.")
            if not options.no_open:
                webbrowser.open(address)
            are_old = False  # the handouts
            while True:
                try:
                    news = saved.get(timeout=QUIET if are_old else None)
                except Empty:
                    preview.set_handouts(renderer)
                    are_old = False
                else:
                    are_old |= preview.follow(news, renderer, pages)

    return until_stopped(run)


@dataclass(slots=True)
class Preview:
    """A project that is watched.

    written: the files that we wrote ourselves, and when, in nanoseconds: they are no news.
    """

    root: Path
    content: Path
    written: dict[Path, int] = field(default_factory=dict)

    def watch(self) -> SimpleQueue[Paths]:
        """What is saved, as it comes; first all that is there."""
        watched = [self.content, *(self.root / name for name in AROUND)]
        saved: SimpleQueue[Paths] = SimpleQueue()
        saved.put(watched)

        def listen() -> None:
            for changes in watch(*watched, step=SETTLE, debounce=SETTLE * 4):
                saved.put({Path(path) for _, path in changes})

        Thread(target=listen, daemon=True).start()
        return saved

    def follow(self, saved: Paths, renderer: Renderer, pages: State) -> bool:
        """Show what was saved, or what is wrong with it; whether there was anything new."""
        news = [path for path in saved if self._is_news(path)]
        if not news:
            return False
        with alone(self.root):
            try:
                problems, changes = self.write(news)
            except FileNotFoundError as gone:  # of that, too, there will be news
                _say(f"{gone.filename}: went away while it was read.")
                return True
            if changes is None:
                stops_first = sorted(problems, key=lambda p: p.severity is not Severity.ERROR)
                pages.complain([str(problem) for problem in stops_first])
                return True
            pages.renew(renderer.render())
            return True

    def set_handouts(self, renderer: Renderer) -> None:
        """The handouts of what was saved: they take longest, so the pages come first."""
        with alone(self.root):
            result = self._prepare(paper=True)
            if not result.stopped:
                keeping.store(self.root / MEMORY)
                changes = output.write(self.root, result.files)
                self._note(self.root / path for path in changes.written)
                if changes.written:
                    renderer.render()

    def _prepare(self, *, paper: bool) -> Result:
        today = datetime.now(UTC).date()
        return prepare(self.root, today, content=self.content.name, drafts=True, paper=paper)

    def _handouts_of_before(self) -> dict[str, bytes]:
        found = (self.root / "docs").rglob("handouts/**/*.pdf")
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in found}

    def _is_news(self, path: Path) -> bool:
        """Whether the author wrote it: not we, and not an editor for itself."""
        own = path.name.startswith(".") or path.name.endswith(("~", whole_files.HALF_WRITTEN))
        made = path.is_dir() and path != self.content  # a new folder, for what is written into it
        return not own and not made and self.written.get(path) != _time_of(path)

    def write(self, news: Paths) -> tuple[list[Problem], output.Changes | None]:
        """Bring docs/ up to date: what is wrong, and what changed unless that is an error."""
        problems = self._draw(news)
        is_first = not self.written
        result = self._prepare(paper=is_first)
        problems += result.problems
        if problems:
            _say(report(problems))
        if result.stopped or has_errors(problems):
            return problems, None
        files = result.files if is_first else {**self._handouts_of_before(), **result.files}
        changes = output.write(self.root, files)
        self._note(self.root / path for path in (*changes.written, *changes.removed))
        _say(f"{len(changes.written)} written, {len(changes.removed)} removed.")
        return problems, changes

    def _draw(self, news: Paths) -> list[Problem]:
        """A changed pose is drawn at once, so that its author sees it."""
        places = (self.content, self.content / POSES)
        if not any(path in places or path.parent in places for path in news):
            return []
        drawn = draw_pictures.redraw(self.content, lambda name: _say(f"drew {name}"))
        names = [name for one in (*drawn.drawn, *drawn.removed) for name in files_of_drawing(one)]
        self._note(self.content / PICTURES / name for name in names)
        return list(drawn.problems)

    def _note(self, paths: Paths) -> None:
        self.written |= {path: _time_of(path) for path in paths}


def _time_of(path: Path) -> int:
    """When a file was written, in nanoseconds; 0 where there is none."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="build.py serve", description=serve.__doc__)
    parser.add_argument("--port", type=int, default=8000, help="port on 127.0.0.1 (default 8000)")
    parser.add_argument("--no-open", action="store_true", help="do not open a browser")
    return parser


def _say(text: str) -> None:
    print(text, flush=True)
