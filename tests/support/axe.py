"""axe-core, the accessibility checker, in a page as a reader has it before them."""

from functools import cache
from pathlib import Path

from playwright.sync_api import Page

SOURCE = Path(__file__).resolve().parents[2] / "node_modules/axe-core/axe.min.js"

# Everything axe knows, not only what it checks by default: all levels and its own good practice.
# "color-contrast" alone is left out: "color-contrast-enhanced" asks more of the same texts.
RUN = """async (onlyColors) => {
  const levels = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa"]
  const runOnly = onlyColors ? ["cat.color"] : [...levels, "best-practice"]
  const rules = { "color-contrast": { enabled: false } }
  const result = await axe.run({ runOnly, rules, resultTypes: ["violations"] })
  return result.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target}`))
}"""


def violations(page: Page, *, only_colors: bool = False) -> list[str]:
    """Every rule that the page breaks now, each with the element that breaks it.

    only_colors: by the rules that look at colors, for a page that was looked at in others.
    """
    if not page.evaluate("'axe' in window"):
        # By the browser's own tools, so the page's policy does not stop it.
        page.evaluate(_source())
    found: list[str] = page.evaluate(RUN, only_colors)
    return found


def violations_in_all_colors(page: Page) -> list[str]:
    """As the page is in light, and what its colors break in dark and in forced colors."""
    page.emulate_media(color_scheme="light", forced_colors="none")
    found = violations(page)
    page.emulate_media(color_scheme="dark")
    found += [f"dark: {one}" for one in violations(page, only_colors=True)]
    page.emulate_media(color_scheme="light", forced_colors="active")
    found += [f"forced colors: {one}" for one in violations(page, only_colors=True)]
    page.emulate_media(forced_colors="none")
    return found


@cache
def _source() -> str:
    return SOURCE.read_text("utf-8")
