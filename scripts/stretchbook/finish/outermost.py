"""What no block of the theme reaches: the outermost elements of a page.

The theme writes two boxes for its own menu and search, which ours do without, and its root element
cannot carry what css/print.css writes at the edges of the paper. Some of its `features:` write
buttons for its own script, one of them to send the disclaimer away.
"""

import re

BOX = '<input class="md-toggle" data-md-toggle="{0}" type="checkbox" id="__{0}" autocomplete="off">'
UNUSED = (
    BOX.format("drawer"),
    BOX.format("search"),
    '<label class="md-overlay" for="__drawer"></label>',
)
OF_FEATURES = re.compile(
    r'<button [^>]*class="md-banner__button .*?</button>'  # announce.dismiss, and its script
    r"|<script>var el=[^<]*__md_get\(.__announce.*?</script>"
    r'|<button [^>]*class="md-top .*?</button>'  # navigation.top
    r'|<div class="md-progress".*?</div>',  # navigation.instant.progress
    re.DOTALL,
)
EDGES = '<meta name="paper" content=""'  # overrides/main.html: its other attributes are the root's


def settled(text: str) -> str:
    """One page without what only the theme's script would use, the texts for paper on its root."""
    for element in UNUSED:
        text = text.replace(element, "", 1)
    text = OF_FEATURES.sub("", text)
    before, mark, rest = text.partition(EDGES)
    if not mark:
        return text
    edges, _, after = rest.partition(">")
    return before.replace("<html ", f"<html{edges} ", 1) + after
