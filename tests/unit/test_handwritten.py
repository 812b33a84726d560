"""What pages written by hand must not say: each is named with its line."""

import pytest

from stretchbook.checks.handwritten import check
from stretchbook.problems import report
from tests.support.content import ROOT, sample_library

LEAVE_OUT = "leave it out: every page shows the numbers of the country set in site.yml"
SAYS: dict[str, tuple[str, str]] = {
    "number of another country": (
        "# Help\r\n\r\nCall **999** now.\r\n",
        f':3: holds the emergency number "999" [emergency-numbers]\n    hint: {LEAVE_OUT}\n',
    ),
    "promise": (
        "# Help\n\nIt is proven to help.\n",
        ':3: warning: promises too much with "proven" [no-promises]\n    hint: write `may ease`\n',
    ),
    "claim of a review": (
        "# Help\n\nApproved by our doctors.\n",
        ':3: warning: claims a review with "Approved by our doctors" [no-promises]\n'
        "    hint: say who reviewed it, and when, under `review:` of each stretch; "
        "leave it out here\n",
    ),
    "starter text": (
        "# Help\n\nWrite here whom to ask.\n",
        ":3: is still the starter text [starter-text]\n"
        "    hint: write your own words in its place\n",
    ),
    "mark in a page": (
        "\ufeff# Help\n\nTwo\u200b times, 10\xa0cm.\n",
        ":3: holds U+200B ZERO WIDTH SPACE, a mark that nobody sees [unseen-marks]\n"
        "    hint: delete it; if you cannot find it, type the line anew\n",
    ),
}


@pytest.mark.parametrize("name", SAYS)
def test_what_a_page_must_not_say_is_named_with_its_line(name: str) -> None:
    text, expected = SAYS[name]
    printed = report(check(sample_library(), "pages/help.md", text))
    lines = [line.removeprefix("pages/help.md") for line in printed.splitlines(keepends=True)[:-1]]
    assert "".join(lines) == expected


def test_what_only_looks_like_it_is_left_alone() -> None:
    text = (
        "# Help\n\nIt does not cure. No clinician has reviewed it. Pictures of 112 mm.\n\n"
        "```yaml\nnumber: 999  # proven\n```\n\n`911` and [a page](https://example.org/999).\n"
    )
    assert list(check(sample_library(), "pages/help.md", text)) == []


@pytest.mark.parametrize("page", ["privacy.md", "plan-format.md"])
def test_the_pages_of_the_program_say_nothing_of_it(page: str) -> None:
    text = (ROOT / "docs" / page).read_text("utf-8")
    assert list(check(sample_library(), page, text)) == []
