"""The plan page. docs/js/plan/plan.js fills it; without script it says where else to go."""

from stretchbook import addresses
from stretchbook.pages import markdown, page_parts
from stretchbook.pages.markdown import heading, join, joined, paragraph, text
from stretchbook.views.common import Link
from stretchbook.views.warning_view import WarningView
from stretchbook.words import Words


def write_plan_page(words: Words, warning: WarningView, report: str) -> bytes:
    """The Markdown. The warning signs stand in the page itself, whatever a script does."""
    stretches = Link(label=words["all_stretches"], address=words.at(addresses.STRETCHES))
    link = page_parts.inner_link(words.at(addresses.PLAN), stretches)
    elsewhere = joined(text(words["plan_without_script"]), link)
    body = join(
        [
            heading(1, text(words["plan_title"])),
            paragraph(elsewhere, "lead", "without-script"),
            paragraph(text(words["plan_lead"]), "lead", "with-script"),
            paragraph(text(words["plan_link_lost"]), "plan-link-lost", "source", "on-screen"),
            page_parts.program("top"),
            page_parts.warning(words, warning),
            paragraph(text(words["plan_paper_empty"]), "plan-paper-empty"),
            page_parts.program("body"),
            paragraph(text(warning.sources), "source"),
            paragraph(text(report), "plan-paper-foot"),
        ]
    )
    front_matter = {
        "title": words["plan_title"],
        "description": words["plan_description"],
        "template": "plan.html",
        "hide": ["toc"],
        "words": words.pick("failed=plan_failed again=plan_again"),
    }
    return markdown.page(front_matter, body)
