"""Firefox as far as its prints need it, asked by Marionette, the protocol that it speaks itself."""

import base64
import json
import socket
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.support.pdf import Pdf

PATIENCE = 60  # seconds on a busy machine
SIZES = {"A4": (21.0, 29.7), "Letter": (21.59, 27.94)}  # centimeters
# Nothing but this machine is reached: all else goes to a proxy that is not there.
SETTINGS = {
    "marionette.port": 0,
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
}


class Firefox:
    """One headless Firefox with a profile of its own, in `profile`."""

    def __init__(self, path: str, profile: Path, *, script: bool = True) -> None:
        settings = {**SETTINGS, "javascript.enabled": script}
        lines = (f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in settings.items())
        (profile / "user.js").write_text("\n".join(lines), "utf-8")
        command = [path, "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
        self._process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            self._socket = socket.create_connection(("127.0.0.1", _port(profile)), PATIENCE)
        except BaseException:
            self._process.kill()
            raise
        self._answers = self._socket.makefile("rb")
        self._asked = 0
        self._read()  # it greets
        self._ask("WebDriver:NewSession")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, why: BaseException | None, at: TracebackType | None
    ) -> None:
        self._socket.close()
        self._process.terminate()
        self._process.wait(PATIENCE)

    def open(self, url: str) -> None:
        """Go there and wait until it is loaded; a new hash alone would load nothing."""
        self._ask("WebDriver:Navigate", url="about:blank")
        self._ask("WebDriver:Navigate", url=url)

    def evaluate(self, expression: str) -> Any:  # noqa: ANN401 - whatever the page says
        """What an expression is worth in the page."""
        script = f"return ({expression})"
        return self._ask("WebDriver:ExecuteScript", script=script, args=[])["value"]

    def wait_until(self, question: str) -> None:
        """Ask the page until it says yes."""
        end = time.monotonic() + PATIENCE
        while not self.evaluate(question):
            assert time.monotonic() < end, question
            time.sleep(0.1)

    def print(self, paper: str = "A4") -> Pdf:
        """The page on paper, with the margins that it asks for."""
        width, height = SIZES[paper]
        made = self._ask(
            "WebDriver:Print", page={"width": width, "height": height}, shrinkToFit=False
        )
        return Pdf(base64.b64decode(made["value"]))

    def _ask(self, command: str, **arguments: object) -> dict[str, Any]:
        self._asked += 1
        message = json.dumps([0, self._asked, command, arguments]).encode()
        self._socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, answer = self._read()
        assert error is None, error
        return answer or {}

    def _read(self) -> Any:  # noqa: ANN401 - JSON
        """One message: its length, a colon, and JSON."""
        length = b""
        while (digit := self._answers.read(1)) != b":":
            assert digit, "Firefox ended"
            length += digit
        return json.loads(self._answers.read(int(length)))


def _port(profile: Path) -> int:
    """Where it listens, which it writes down once it does."""
    written = profile / "MarionetteActivePort"
    end = time.monotonic() + PATIENCE
    while not (written.exists() and written.read_text("utf-8")):
        assert time.monotonic() < end, "Firefox did not start"
        time.sleep(0.1)
    return int(written.read_text("utf-8"))
