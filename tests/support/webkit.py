"""WebKit as Debian has it, WebKitGTK, asked by its own WebDriver on a screen that nobody sees."""

import json
import os
import socket
import subprocess
import time
import urllib.request
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any
from urllib.error import HTTPError

from tests.support.engine import PATIENCE, Engine

# Where a command goes, below the address of the session
PLACES = {
    "Navigate": "url",
    "ExecuteAsyncScript": "execute/async",
    "FindElement": "element",
    "FindElements": "elements",
    "GetComputedRole": "element/{id}/computedrole",
    "GetComputedLabel": "element/{id}/computedlabel",
    "ElementClick": "element/{id}/click",
    "ElementSendKeys": "element/{id}/value",
    "SetWindowRect": "window/rect",
}
SCREEN = ("Xvfb", "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp")


class WebKit(Engine):
    """One WebKitGTK; what it keeps goes when it ends, and `home` is where it may write."""

    def __init__(self, path: str, home: Path) -> None:
        port = _free_port()
        with ExitStack() as running:
            screen = _start(running, *SCREEN)
            display = {"DISPLAY": f":{screen.readline().decode().strip()}"}
            # It draws by the processor: there may be no other here.
            drawn = {"WEBKIT_DISABLE_DMABUF_RENDERER": "1", "LIBGL_ALWAYS_SOFTWARE": "1"}
            _start(running, path, f"--port={port}", HOME=str(home), **display, **drawn)
            self._address = f"http://127.0.0.1:{port}/session"
            _wait_for(port)
            made = self._send("POST", "", {"capabilities": {}})
            self._address += f"/{made['sessionId']}"
            running.callback(self._send, "DELETE", "")
            self._running = running.pop_all()
        self.version = f"WebKitGTK {made['capabilities']['browserVersion']}"

    def close(self) -> None:
        self._running.close()

    def ask(self, command: str, **arguments: object) -> Any:  # noqa: ANN401 - JSON
        place = PLACES[command].format_map(arguments)
        if command.startswith("Get"):
            return self._send("GET", f"/{place}")
        return self._send("POST", f"/{place}", arguments)

    def _send(self, method: str, place: str, body: object = None) -> Any:  # noqa: ANN401 - JSON
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(self._address + place, data, method=method)
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                return json.load(answer)["value"]
        except HTTPError as error:
            raise AssertionError(json.load(error)["value"]) from None


def _start(running: ExitStack, *command: str, **environment: str) -> IO[bytes]:
    """A program that ends with the others, and what it says."""
    process = subprocess.Popen(
        command,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    running.callback(process.wait, PATIENCE)
    running.callback(process.terminate)
    assert process.stdout
    running.callback(process.stdout.close)
    return process.stdout


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def _wait_for(port: int) -> None:
    """Until the driver listens."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            assert time.monotonic() < end, "WebKit's driver did not start"
            time.sleep(0.05)
        else:
            return
