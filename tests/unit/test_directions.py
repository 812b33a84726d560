"""Style sheets know start and end, never left and right: some languages run the other way."""

import re

import pytest

from tests.conftest import ROOT

SHEETS = sorted((ROOT / "docs/css").glob("*.css"))
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SIDE = re.compile(r"(?<![\w.-])[\w-]*\b(?:left|right)\b[\w-]*(?=\s*[:;{}])")
FOUR = re.compile(
    r"(margin|padding|inset|border-width|border-radius):\s*([^\s;]+) ([^\s;]+) ([^\s;]+) ([^\s;]+);"
)
OF_PAPER = {"top-left", "top-right", "bottom-left", "bottom-right"}  # @page has no other names


def sides(css: str) -> list[str]:
    """Whatever says left or right, in a name, a value, or by four values of which two differ."""
    plain = COMMENT.sub("", css)
    named = [name for name in SIDE.findall(plain) if name not in OF_PAPER]
    return named + [found[0] for found in FOUR.finditer(plain) if _unlike(*found.groups())]


def _unlike(name: str, one: str, two: str, three: str, four: str) -> bool:
    """Corners go round from the top, sides too."""
    return (one, four) != (two, three) if name == "border-radius" else two != four


@pytest.mark.parametrize(
    "css",
    [
        "a { margin-left: 1rem; }",
        "a { float: right; }",
        "a { text-align: left; }",
        "a { right: 0; }",
        "a { border-top-right-radius: 1px; }",
        "a { padding: 0 1px 0 2px; }",
        "a { inset: 0 auto auto 0; }",
    ],
)
def test_a_side_is_found(css: str) -> None:
    assert sides(css)


@pytest.mark.parametrize(
    "css",
    [
        "a { margin-inline-start: 1rem; }",
        "a { padding: 0 1px 2px 1px; }",
        ".session-left, .b { order: 1; }",
        "@page { @top-left { content: none; } }",
        "/* left: 0; */",
    ],
)
def test_nothing_else_is(css: str) -> None:
    assert not sides(css)


def test_no_sheet_names_a_side() -> None:
    assert len(SHEETS) > 20
    assert {sheet.name: found for sheet in SHEETS if (found := sides(sheet.read_text()))} == {}
