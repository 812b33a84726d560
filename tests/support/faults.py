"""Builds a project again and again and stops it at a step on the disk: killed there, or refused.

A program of its own: `faults.py PROJECT` reads requests, one a line, and answers each with one. It
imports what a build needs once, then every build is a fork of it, MkDocs too. A step is whatever
changes the disk: a file that is opened to be written, moved or removed, a folder that is made or
removed. At a kill the file is half written, as it would be.

Or else a step is a file of somebody's that is opened to be read, and just then it goes away.
"""

import errno
import io
import json
import mmap
import os
import runpy
import signal
import struct
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any, NoReturn

HALF = b"ha"
STEPS = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.symlink", "os.link", "os.truncate"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
ERRORS = {"full": errno.ENOSPC, "read-only": errno.EROFS}
PEOPLES = ("content/", "docs/plan-format.md", "mkdocs.yml")


class Stop:
    """Counts the steps of a build in all its processes, and stops it at one of them.

    at: the number of the step, from 1; 0 for none. how: kill, or a name of ERRORS.
    """

    def __init__(self, root: Path, at: int, how: str) -> None:
        self.root, self.at, self.how = f"{root}/", at, how
        self.shared = mmap.mmap(-1, 8)
        self.seen = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the build
        self.busy = False

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """What Python calls before each step."""
        if self.busy or not (event in STEPS or event == "open"):
            return
        path = _path(event, arguments)
        if not path.startswith(self.root):
            return
        writes = event != "open" or (isinstance(arguments[2], int) and arguments[2] & WRITING)
        if self.how in CHANGED:
            if writes or not path.removeprefix(self.root).startswith(PEOPLES):
                return
        elif not writes:
            return
        self.busy = True
        try:
            self._step(event, path)
        finally:
            self.busy = False

    def _step(self, event: str, path: str) -> None:
        (number,) = struct.unpack("q", self.shared[:])
        number += 1
        self.shared[:] = struct.pack("q", number)
        line = json.dumps([event, path.removeprefix(self.root), _place()])
        os.write(self.seen.fileno(), f"{line}\n".encode())
        if self.how in CHANGED:
            if number == self.at:
                CHANGED[self.how](path)
        elif number == self.at or (self.at and number > self.at and self.how != "kill"):
            self._stop(event, path)

    def _stop(self, event: str, path: str) -> None:
        has_folder = os.path.isdir(os.path.dirname(path))  # noqa: PTH112, PTH120
        if event == "open" and has_folder and self.how != "read-only":
            with open(path, "wb", buffering=0) as file:  # noqa: PTH123 - within a hook
                file.write(HALF)
        if self.how == "kill":
            os.killpg(0, signal.SIGKILL)
        code = ERRORS[self.how]
        if self.how == "full" and event != "open":
            return  # a full disk still moves and removes
        raise OSError(code, os.strerror(code), *(() if self.how == "full" else (path,)))

    def steps(self) -> list[list[str]]:
        """Each step: what, of which file, and from which line of which program."""
        self.seen.seek(0)
        return [json.loads(line) for line in self.seen]


def _halve(path: str) -> None:
    os.truncate(path, os.path.getsize(path) // 2)  # noqa: PTH202


def _add(path: str) -> None:
    with open(path, "ab") as file:  # noqa: PTH123 - as above
        file.write(b"\n# changed\n")


CHANGED = {"gone": os.unlink, "halved": _halve, "longer": _add}  # what happens to it


FOLDER_AT = {"os.remove": 1, "os.rmdir": 1, "os.mkdir": 2, "os.rename": 2}  # of the arguments


def _path(event: str, arguments: tuple[Any, ...]) -> str:
    given = arguments[0].decode() if isinstance(arguments[0], bytes) else arguments[0]
    if not isinstance(given, str | os.PathLike):
        return ""
    folder = arguments[FOLDER_AT[event]] if event in FOLDER_AT else -1
    around = "" if folder is None or folder < 0 else os.readlink(f"/proc/self/fd/{folder}")  # noqa: PTH115
    return os.path.abspath(os.path.join(around, given))  # noqa: PTH100, PTH118


def _place() -> str:
    """The line that asked for it: the innermost of ours or of MkDocs'."""
    frame = sys._getframe(3)
    last = ""
    while frame:
        name = frame.f_code.co_filename
        if "/scripts/stretchbook/" in name or "/site-packages/" in name:
            return f"{name.rpartition('/')[2]}:{frame.f_lineno}"
        last, frame = f"{name.rpartition('/')[2]}:{frame.f_lineno}", frame.f_back  # type: ignore[assignment]
    return last


class Forked:
    """A Python program that is a fork of this process: it has imported everything already."""

    def __init__(self, command: list[str], *, cwd: Path, env: dict[str, str], **_: object) -> None:
        orders, self.stdin = _pipe()
        self.stdout, answers = _pipe()
        self.pid = os.fork()
        if self.pid:
            orders.close()
            answers.close()
            return
        self.stdin.close()
        self.stdout.close()
        os.environ.update(env)
        os.chdir(cwd)
        sys.stdin, sys.stdout = orders, answers
        _ends(lambda: runpy.run_module(command[-1], run_name="__main__"))

    def kill(self) -> None:
        """End it."""
        os.kill(self.pid, signal.SIGKILL)

    def wait(self) -> None:
        """Until it has ended."""
        os.waitpid(self.pid, 0)


def _pipe() -> tuple[io.TextIOWrapper, io.TextIOWrapper]:
    reader, writer = os.pipe()
    return open(reader, encoding="utf-8"), open(writer, "w", encoding="utf-8")  # noqa: PTH123


def _ends(run: Any) -> NoReturn:  # noqa: ANN401 - whatever is called
    code = 1
    try:
        code = run() or 0
    except SystemExit as end:
        code = int(end.code or 0)
    except BaseException:  # noqa: BLE001 - it is told as Python tells it
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else 1)


def _build(root: Path, asked: dict[str, Any]) -> dict[str, Any]:
    """One build; what it said and came to, and its steps."""
    from stretchbook.commands import command_line  # noqa: PLC0415 - of the project that is built
    from stretchbook.rendering import renderer  # noqa: PLC0415

    stop = Stop(root, asked.get("at", 0), asked.get("how", "kill"))
    with tempfile.TemporaryFile() as said:
        ended, alive = os.pipe()
        pid = os.fork()
        if not pid:
            os.close(ended)
            os.setpgrp()
            os.dup2(said.fileno(), 1)
            os.dup2(said.fileno(), 2)
            os.set_inheritable(alive, True)  # noqa: FBT003
            renderer.subprocess.Popen = _popen(subprocess.Popen)  # type: ignore[attr-defined]
            sys.addaudithook(stop)
            _ends(lambda: command_line.main(asked["command"]))
        os.close(alive)
        _, status = os.waitpid(pid, 0)
        os.read(ended, 1)  # until its MkDocs has ended too
        os.close(ended)
        said.seek(0)
        code = os.waitstatus_to_exitcode(status)
        return {"code": code, "said": said.read().decode(), "steps": stop.steps()}


def _popen(real: Any) -> Any:  # noqa: ANN401 - the class of the standard library
    def start(command: list[str], **options: Any) -> Any:  # noqa: ANN401
        ours = command[0] == sys.executable and command[-1].endswith(".mkdocs_program")
        return Forked(command, **options) if ours else real(command, **options)

    return start


def main(root: Path) -> None:
    """Answer until nobody asks any more."""
    sys.path.insert(0, str(root / "scripts"))
    for name in (
        *("stretchbook.commands.command_line", "stretchbook.commands.build_site", "typst"),
        *("mkdocs.commands.build", "mkdocs.config.defaults", "material.extensions.emoji"),
        *("pymdownx.superfences", "material.templates", "stretchbook.rendering.quick_markdown"),
    ):
        __import__(name)
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    for line in sys.stdin:
        print(json.dumps(_build(root, json.loads(line))), file=answers, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
