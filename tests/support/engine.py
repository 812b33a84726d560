"""A browser of another make than Chromium, asked by the commands of WebDriver."""

import json
import time
from abc import ABC, abstractmethod
from types import TracebackType
from typing import Any, Self

from tests.support.spoken import SHOWN, spoken_line, things

PATIENCE = 60  # seconds on a busy machine
PHONE = {"width": 390, "height": 844}
# What comes back is what it is worth, or why it is worth nothing. Only a promise is waited for: in
# a page without script none is ever kept.
CALLED = """const done = arguments[arguments.length - 1]
const fail = (why) => done({ why: String(why) })
try {
  const is = (%s)
  is?.then ? is.then((is) => done({ is }), fail) : done({ is })
} catch (why) { fail(why) }"""


class Engine(ABC):
    """One browser with a profile of its own and one page. version: with its name."""

    version: str

    @abstractmethod
    def ask(self, command: str, **arguments: object) -> Any:  # noqa: ANN401 - JSON
        """What the browser answers to a command of WebDriver, by its name there."""

    @abstractmethod
    def close(self) -> None:
        """End it."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, why: BaseException | None, at: TracebackType | None
    ) -> None:
        self.close()

    def open(self, url: str) -> None:
        """Go there and wait until it is loaded; a new hash alone would load nothing."""
        self.ask("Navigate", url="about:blank")
        self.ask("Navigate", url=url)

    def evaluate(self, expression: str) -> Any:  # noqa: ANN401 - whatever the page says
        """What an expression is worth in the page, or what it promises."""
        answer = self.ask("ExecuteAsyncScript", script=CALLED % expression, args=[])
        assert "why" not in answer, f"{expression}: {answer['why']}"
        return answer.get("is")

    def wait_until(self, question: str) -> None:
        """Ask the page until it says yes."""
        end = time.monotonic() + PATIENCE
        while not self.evaluate(question):
            assert time.monotonic() < end, question
            time.sleep(0.05)

    def press(self, selector: str) -> None:
        """As a finger does, in the middle of what is there to be seen."""
        self.ask("ElementClick", id=self._find(selector))

    def type(self, selector: str, text: str) -> None:
        self.ask("ElementSendKeys", id=self._find(selector), text=text)

    def spoken(self, within: str) -> list[str]:
        """What a screen reader is given of each thing there: its role and its name."""
        lines = []
        found = self.ask("FindElements", using="css selector", value=things(within))
        shown = self.evaluate(SHOWN % json.dumps(things(within)))
        for reference, is_shown in zip(found, shown, strict=True):
            (name,) = reference.values()
            if is_shown:
                role = self.ask("GetComputedRole", id=name)
                lines.append(spoken_line(role, self.ask("GetComputedLabel", id=name)))
        return lines

    def _find(self, selector: str) -> str:
        """Once it can be seen, away from what sticks to an edge; scripts make it a moment later."""
        place = f"document.querySelector({json.dumps(selector)})"
        self.wait_until(f"{place}?.checkVisibility()")
        self.evaluate(f"{place}.scrollIntoView({{ block: 'center', behavior: 'instant' }})")
        (found,) = self.ask("FindElement", using="css selector", value=selector).values()
        return str(found)
