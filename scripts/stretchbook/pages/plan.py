"""The plan page. docs/js/plan-page.js fills it; without script it says where else to go."""

from stretchbook import markdown
from stretchbook.html import SPACE, element
from stretchbook.markdown import heading, join, text
from stretchbook.pages import parts
from stretchbook.views.plan import PlanPageView


def write_plan_page(view: PlanPageView) -> bytes:
    """The Markdown. The warning signs stand in the page itself, whatever a script does."""
    body = join(
        [
            heading(1, text(view.title)),
            element(
                "p",
                view.without_script,
                SPACE,
                parts.inner_link(view.address, view.stretches),
                class_="lead without-script",
            ),
            element(
                "div",
                class_="plan-top with-script",
                data_plan_top=True,
                data_failed=view.failed,
                data_again=view.again,
            ),
            parts.warning(view.warning),
            element("p", SPACE.join(map(text, view.paper_foot)), class_="plan-paper-foot"),
            element("div", class_="plan-body with-script", data_plan_body=True),
        ]
    )
    style = "css/plan.css"  # no other page needs it
    return markdown.page(
        {"title": view.title, "description": view.description, "style": style}, body
    )
