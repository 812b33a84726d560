"""A preview that follows the author: every saved YAML file shows in the open browser.

MkDocs serves and reloads; we only write what changed into docs/. While the content has an error,
the last good pages stay, and the errors stand on top of every page.
"""

import argparse
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from watchfiles import watch

from stretchbook import output, published
from stretchbook.commands import ROOT, draw_pictures
from stretchbook.prepare import CONTENT, prepare
from stretchbook.problems import has_errors, report
from stretchbook.rendering import config

SETTLE = 50  # milliseconds to wait for an editor that saves in several steps

Say = Callable[[str], None]


def serve(arguments: Sequence[str]) -> int:
    """Serve until Ctrl-C."""
    options = _parser().parse_args(arguments)
    if not update(ROOT, _say) and not (ROOT / config.FILE).exists():
        _say("Waiting for these to be mended…")
    server: subprocess.Popen[bytes] | None = None
    try:
        if (ROOT / config.FILE).exists():
            server = _start(options)
        for _ in watch(ROOT / CONTENT, step=SETTLE, debounce=SETTLE * 4):
            if update(ROOT, _say) and server is None:
                server = _start(options)
            if server and server.poll() is not None:
                return server.returncode
    except KeyboardInterrupt:
        return 0
    finally:
        if server:
            server.kill()  # it holds nothing worth saving, and may be slow to listen
            server.wait()
    return 0


def update(root: Path, say: Say) -> bool:
    """Bring docs/ up to date, or put the errors on the pages; whether the content was in order.

    A changed pose is drawn first, so that its author sees it at once. New addresses are not
    recorded: a draft that is only previewed has not been published.
    """
    drawn = draw_pictures.redraw(root / CONTENT, lambda name: say(f"drew {name}"))
    result = prepare(root, datetime.now(UTC).date())
    problems = [*drawn.problems, *result.problems]
    if problems:
        say(report(problems))
    if result.stopped or has_errors(problems):
        _show(root, [str(problem) for problem in problems])
        return False
    files = {path: data for path, data in result.files.items() if path != published.FILE}
    files[config.FILE] = config.for_preview(files[config.FILE])
    changes = output.write(root, files)
    say(f"{len(changes.written)} written, {len(changes.removed)} removed.")
    return True


def _show(root: Path, problems: Sequence[str]) -> None:
    """Put the errors on top of every page, if there are pages from an earlier run."""
    file = root / config.FILE
    if file.exists():
        file.write_bytes(config.with_problems(file.read_bytes(), problems))


def _start(options: argparse.Namespace) -> subprocess.Popen[bytes]:
    address = f"127.0.0.1:{options.port}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address]
    # The generated configuration is inherited, and MkDocs by itself watches only mkdocs.yml.
    command += ["--watch", config.FILE, "--watch-theme"]
    if not options.no_open:
        command.append("--open")
    return subprocess.Popen(command, cwd=ROOT)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="build.py serve", description=serve.__doc__)
    parser.add_argument("--port", type=int, default=8000, help="port on 127.0.0.1 (default 8000)")
    parser.add_argument("--no-open", action="store_true", help="do not open a browser")
    return parser


def _say(text: str) -> None:
    print(text, flush=True)
