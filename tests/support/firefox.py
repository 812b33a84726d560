"""Firefox, asked by Marionette, the protocol that it speaks itself."""

import base64
import json
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

from tests.support.engine import PATIENCE, Engine
from tests.support.pdf import Pdf

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


class Firefox(Engine):
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
        made = self._call("NewSession")
        self.version = f"Firefox {made['capabilities']['browserVersion']}"

    def close(self) -> None:
        self._socket.close()
        self._process.terminate()
        self._process.wait(PATIENCE)

    def print(self, paper: str = "A4") -> Pdf:
        """The page on paper, with the margins that it asks for."""
        width, height = SIZES[paper]
        made = self.ask("Print", page={"width": width, "height": height}, shrinkToFit=False)
        return Pdf(base64.b64decode(made))

    def ask(self, command: str, **arguments: object) -> Any:  # noqa: ANN401 - JSON
        answer = self._call(command, **arguments)
        return answer.get("value") if isinstance(answer, dict) else answer  # elements come bare

    def _call(self, command: str, **arguments: object) -> Any:  # noqa: ANN401 - JSON
        self._asked += 1
        message = json.dumps([0, self._asked, f"WebDriver:{command}", arguments]).encode()
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
