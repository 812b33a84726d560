"""axe-core, the accessibility checker, in a page as a reader has it before them."""

from functools import cache
from pathlib import Path

from playwright.sync_api import Page

SOURCE = Path(__file__).resolve().parents[2] / "node_modules/axe-core/axe.min.js"

# Everything axe knows, not only what it checks by default: all levels and its own good practice.
RUN = """async () => {
  const levels = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa"]
  const runOnly = [...levels, "best-practice"]
  const result = await axe.run({ runOnly, resultTypes: ["violations"] })
  return result.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target}`))
}"""


def violations(page: Page) -> list[str]:
    """Every rule that the page breaks now, each with the element that breaks it."""
    page.evaluate(_source())  # by the browser's own tools, so the page's policy does not stop it
    found: list[str] = page.evaluate(RUN)
    return found


@cache
def _source() -> str:
    return SOURCE.read_text("utf-8")
