"""What a screen reader is given: of each thing its role and its name, in the order of the page."""

import json

from playwright.sync_api import Page

THINGS = "h1, h2, h3, h4, a[href], button, summary, input, select, textarea, [role], [aria-label]"
SHOWN = "[...document.querySelectorAll(%s)].map((one) => one.checkVisibility())"
SAME_ROLES = {"image": "img", "DisclosureTriangle": ""}  # as others call them


def things(within: str) -> str:
    """All in a place that a screen reader stops at, or tells of by itself."""
    return f"{within} :is({THINGS})"


def spoken_line(role: str, name: str) -> str:
    """As we compare it: engines differ in spaces."""
    return f"{SAME_ROLES.get(role, role)}: {' '.join(name.split())}"


def spoken_in_chromium(page: Page, within: str) -> list[str]:
    """There by its tools for developers; WebDriver asks the others."""
    tools = page.context.new_cdp_session(page)
    selector = json.dumps(things(within))
    lines = []
    for at, is_shown in enumerate(page.evaluate(SHOWN % selector)):
        if is_shown:
            one = {"expression": f"document.querySelectorAll({selector})[{at}]"}
            found = tools.send("Runtime.evaluate", one)["result"]["objectId"]
            about = {"objectId": found, "fetchRelatives": False}
            node = tools.send("Accessibility.getPartialAXTree", about)["nodes"][0]
            lines.append(
                spoken_line(*(node.get(key, {}).get("value", "") for key in ("role", "name")))
            )
    return lines
