"""What pages written by hand must not say: each is named with its line."""

import pytest

from stretchbook.checks.claims import KNOWN_NUMBERS, number_in, promise_in
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


CLAIMED = (
    *("Reviewed by Dr. Smith", "checked by clinicians", "It always works", "100% effective"),
    *("clinically-proven", "Doctors recommend it", "recommended by our own physios", "It cures."),
    *("designed by experts", "doctor-approved", "a miracle", "guaranteed", "no side effects"),
)
HONEST = (
    *(
        "This is not proven.",
        "It does not cure.",
        "No clinician has reviewed it.",
        "risk of a fall",
    ),
    *("Have it checked by your doctor", "get tested by a nurse", "Always work slowly"),
    *("Your doctor recommended rest", "when your clinician has approved it", "a safe place"),
)


@pytest.mark.parametrize("text", CLAIMED)
def test_a_claim_that_nobody_can_stand_for_is_found(text: str) -> None:
    assert promise_in(text)


@pytest.mark.parametrize("text", HONEST)
def test_honest_words_are_left_alone(text: str) -> None:
    assert promise_in(text) is None


CALLS = ("call 911", "9-1-1!", "9 - 1 - 1", "999/111", "(112)", "NINE ONE ONE", "triple nine")
COUNTS = (
    "999 people",
    "1,999",
    "11 112",
    "in 1999",
    "2:999",
    "112 cm",
    "for 111 s",
    "01999 112233",
)


@pytest.mark.parametrize("text", CALLS)
def test_a_number_to_call_is_found_however_it_is_written(text: str) -> None:
    assert number_in(text, KNOWN_NUMBERS)


@pytest.mark.parametrize("text", COUNTS)
def test_a_number_that_counts_is_none_to_call(text: str) -> None:
    assert number_in(text, KNOWN_NUMBERS) == ""


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
