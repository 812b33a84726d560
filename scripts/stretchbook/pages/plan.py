"""The plan page. docs/js/plan/plan.js fills it; without script it says where else to go."""

from stretchbook import markdown
from stretchbook.markdown import heading, join, joined, paragraph, text
from stretchbook.pages import parts
from stretchbook.views.plan import PlanPageView


def write_plan_page(view: PlanPageView) -> bytes:
    """The Markdown. The warning signs stand in the page itself, whatever a script does."""
    elsewhere = joined(text(view.without_script), parts.inner_link(view.address, view.stretches))
    body = join(
        [
            heading(1, text(view.title)),
            paragraph(elsewhere, "lead", "without-script"),
            parts.program("top"),
            parts.warning(view.warning),
            paragraph(joined(*map(text, view.paper_foot)), "plan-paper-foot"),
            parts.program("body"),
        ]
    )
    front_matter = {
        "title": view.title,
        "description": view.description,
        "template": "plan.html",
        "hide": ["toc"],
        "words": {"failed": view.failed, "again": view.again},
    }
    return markdown.page(front_matter, body)
