"""The top of a page written by hand: what the renderer would show as text or lose is refused."""

from pathlib import Path

import pytest

from stretchbook import output
from stretchbook.prepare import prepare
from stretchbook.problems import report
from stretchbook.reading import front_matter
from tests.support.content import ROOT, TODAY, copy_project

IN_QUOTES = 'put the whole text in straight quotes: "…"'
QUOTE = "put a text that holds `: ` or starts with a special character in quotes"
RULE = "for a line across the page write `***`"
START = "front matter: must start with `---` alone on the first line of the file"
ALONE = "write three hyphens there, with nothing above them"
NO_FIELDS = "front matter: must hold fields such as `title: …`, found something else"

BAD = {
    "open double quote": (
        '---\ntitle: "About\nhide: [toc]\n---\n# A\n',
        [(2, "front matter: has a quote that never ends", "close it, or leave out both quotes")],
    ),
    "open single quote": (
        "---\nhide: x\ntitle: 'About\n---\n# A\n",
        [(3, "front matter: has a quote that never ends", "close it, or leave out both quotes")],
    ),
    "quote within quotes": (
        "---\ntitle: 'It's here'\n---\n",
        [
            (
                2,
                "front matter: ends a text in quotes before its last word",
                "write two '' for one ' within the text",
            )
        ],
    ),
    "tab": (
        "---\nsearch:\n\texclude: true\n---\n",
        [
            (
                3,
                "front matter: is indented with a tab, allowed are spaces",
                "use two spaces for each level",
            )
        ],
    ),
    "colon in a text": (
        "---\ntitle: Pain: what helps\n---\n",
        [
            (
                2,
                "front matter: has a text with a colon and a space",
                IN_QUOTES,
            )
        ],
    ),
    "sign at the start of a text": (
        "---\ntitle: @home\n---\n",
        [
            (
                2,
                "front matter: starts with a mark that has a meaning of its own in YAML",
                IN_QUOTES,
            )
        ],
    ),
    "open bracket": (
        "---\nhide: [toc\n---\n",
        [(3, "front matter: is not valid YAML: did not find expected ',' or ']'", QUOTE)],
    ),
    "anchor": (
        "---\ntitle: *star\n---\n",
        [
            (
                2,
                "front matter: uses a YAML anchor or alias (`&` or `*`), which are not allowed",
                "put a text that starts with & or * in quotes; write what is the same out twice",
            )
        ],
    ),
    "never ends": (
        "---\ntitle: About\n\n# About\n\nText.\n",
        [
            (
                1,
                "front matter: starts with `---` and never ends",
                f"write `---` alone on a line below its last field; {RULE}",
            )
        ],
    ),
    "ends with too many hyphens": (
        "---\ntitle: About\n----\n",
        [
            (
                1,
                "front matter: starts with `---` and never ends",
                f"write `---` alone on a line below its last field; {RULE}",
            )
        ],
    ),
    "ends without a line end": (
        "---\ntitle: About\n---",
        [
            (
                3,
                "front matter: ends with the last line of the file, which has no line end",
                "press Enter at the end of that line",
            )
        ],
    ),
    "list": ("---\n- a\n- b\n---\n", [(2, NO_FIELDS, f"write fields; {RULE}")]),
    "sentence": ("---\nJust words.\n---\n", [(2, NO_FIELDS, f"write fields; {RULE}")]),
    "no colon": (
        "---\ntitle About\n---\n",
        [(2, NO_FIELDS, f"write fields; {RULE}")],
    ),
    "key twice": (
        "---\ntitle: A\nhide: [toc]\ntitle: B\n---\n",
        [(4, "title: is given twice, first on line 2", "keep one of the two")],
    ),
    "key twice, further in": (
        "---\nsearch:\n  boost: 2\n  boost: 3\n---\n",
        [(4, "search.boost: is given twice, first on line 3", "keep one of the two")],
    ),
    "word that YAML takes for true": (
        "---\ntitle: Yes\n---\n",
        [
            (
                2,
                "title: is ambiguous, YAML reads `Yes` as true or false",
                'write true or false; if you mean the word, put it in quotes: "Yes"',
            )
        ],
    ),
    "two slips at once": (
        "---\ntitle: no\ntitle: x\n---\n",
        [
            (
                2,
                "title: is ambiguous, YAML reads `no` as true or false",
                'write true or false; if you mean the word, put it in quotes: "no"',
            ),
            (3, "title: is given twice, first on line 2", "keep one of the two"),
        ],
    ),
    "four hyphens": ("----\ntitle: A\n----\n", [(1, f"{START}, found `----` on line 1", ALONE)]),
    "dash of a word processor": ("—\ntitle: A\n—\n", [(1, f"{START}, found `—` on line 1", ALONE)]),
    "line above": ("\n---\ntitle: A\n---\n", [(2, f"{START}, found `---` on line 2", ALONE)]),
    "space in front": (" ---\ntitle: A\n---\n", [(1, f"{START}, found ` ---` on line 1", ALONE)]),
    "Windows line ends and a colon": (
        "---\r\nhide: [toc]\r\ntitle: a: b\r\n---\r\n# A\r\n",
        [
            (
                3,
                "front matter: has a text with a colon and a space",
                IN_QUOTES,
            )
        ],
    ),
    "mark of the byte order and an open quote": (
        '\ufeff---\ntitle: "A\n---\n',
        [(2, "front matter: has a quote that never ends", "close it, or leave out both quotes")],
    ),
    "not UTF-8": (
        "# A\n\nR\xfccken\n".encode("latin-1"),
        [(3, "is not UTF-8 text, found byte 0xfc", "save the file with the encoding UTF-8")],
    ),
}

GOOD = {
    "no page": "",
    "none": "# About\n",
    "one field": "---\ntitle: About\n---\n# About\n",
    "several fields": "---\ntitle: 'A: b'\nsearch:\n  exclude: true\nhide: [toc]\n---\n\n# A\n",
    "empty": "---\n---\n# About\n",
    "empty line": "---\n\n---\n# About\n",
    "only a note": "---\n# later\n---\n# About\n",
    "dots at the end": "---\ntitle: About\n...\n# About\n",
    "blanks after the hyphens": "---  \ntitle: About\n--- \t\n# About\n",
    "line across the page": "---\ntitle: About\n---\n# About\n\n---\n\nA: b: c\n\n---\n",
    "line across the page, nothing above": "# About\n\nText\n\n---\n\ntitle: a: b\n\n---\n",
    "line across the page below an empty line": "\n---\n\nText: more: and more\n",
    "Windows line ends": "---\r\ntitle: About\r\n---\r\n# About\r\n",
    "old Mac line ends": "---\rtitle: About\r---\r# About\r",
    "mark of the byte order": "\ufeff---\ntitle: About\n---\n# About\n",
    "list of dashes": "- a\n- b: c: d\n",
    "fields without hyphens": "title: About\n\n# About\n",
}


@pytest.mark.parametrize(("page", "said"), BAD.values(), ids=BAD.keys())
def test_bad_front_matter_is_refused_with_its_line_and_a_cure(
    page: str | bytes, said: list[tuple[int, str, str]]
) -> None:
    data = page.encode() if isinstance(page, str) else page
    found = [str(problem) for problem in front_matter.check(data, "docs/a.md")]
    assert found == [f"docs/a.md:{line}: {text}\n    hint: {hint}" for line, text, hint in said]


@pytest.mark.parametrize("page", GOOD.values(), ids=GOOD.keys())
def test_a_page_without_a_fault_passes(page: str) -> None:
    assert front_matter.check(page.encode(), "docs/a.md") == []


def test_the_pages_of_the_project_pass() -> None:
    pages = output.handwritten(ROOT)
    assert pages
    assert list(front_matter.problems(ROOT, pages)) == []


def test_all_of_it_is_said_at_once_and_nothing_is_made(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    (project / "docs/about.md").write_text("---\ntitle: a: b\n---\n# A\n", "utf-8")
    (project / "docs/visits").mkdir()
    (project / "docs/visits/first.md").write_text("---\ntitle: First\n# First\n", "utf-8")
    result = prepare(project, TODAY, paper=False)
    assert result.stopped
    assert result.files == {}
    assert report(p for p in result.problems if p.path.startswith("docs/")) == (
        "docs/about.md:2: front matter: has a text with a colon and a space\n"
        f"    hint: {IN_QUOTES}\n"
        "docs/visits/first.md:1: front matter: starts with `---` and never ends\n"
        f"    hint: write `---` alone on a line below its last field; {RULE}\n"
        "2 errors, 0 warnings"
    )
