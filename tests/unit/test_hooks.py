"""The `data-` names by which pages, templates, styles and scripts find each other."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

import pytest
import yaml

from tests.conftest import ROOT

Side = Literal["pages", "templates", "texts", "scripts", "styles"]

LISTED: dict[str, dict[str, Any]] = yaml.safe_load(
    (ROOT / "scripts/stretchbook/pages/hooks.yml").read_text("utf-8")
)
FILES: dict[Side, tuple[str, ...]] = {
    "pages": (
        "scripts/stretchbook/pages/*.py",
        "scripts/stretchbook/finish/*.py",
    ),
    "templates": ("overrides/**/*.html",),
    "texts": ("docs/*.md",),
    "scripts": ("docs/js/**/*.js",),
    "styles": ("docs/css/*.css",),
}
NAME = r"(?!md-)([a-z][a-z-]*[a-z])\b(?!-?[{*$.])"  # not the theme's, nor where more is put in
IN_HTML = rf"[\s<]data-{NAME}(?==|[\s>}}])"
WRITES: dict[Side, tuple[str, ...]] = {
    "pages": (r"\bdata_([a-z_]+)(?:=|\":|\"\])", rf"<[^>]*\bdata-{NAME}="),
    "templates": (IN_HTML,),
    "texts": (rf"\{{[^}}\n]*\bdata-{NAME}=", rf"<[^>\n]*\bdata-{NAME}[=>\s]"),
    "scripts": (
        rf"\"data-{NAME}\":",
        rf"(?:set|toggle|remove)Attribute\(\"data-{NAME}\"",
        r"\bdataset\.(\w+) = ",
    ),
    "styles": (),
}
READS: dict[Side, tuple[str, ...]] = {
    "pages": (
        rf"@data-{NAME}",
        rf"\[data-{NAME}",
        rf"<a \[\^>\]\*data-{NAME}",
        rf"<div data-{NAME}>",
    ),
    "templates": (),
    "texts": (),
    "scripts": (
        rf"\[data-{NAME}",
        rf"getAttribute\(\"data-{NAME}\"",
        r"\bdataset\.(\w+)(?! = )\b",
        r"dataset: \{([^}]+)\}",
    ),
    "styles": (rf"\[data-{NAME}", rf"attr\(data-{NAME}"),
}
EITHER = rf"\"data-{NAME}\""  # handed on in a script: it may be written there, or read


def hyphened(name: str) -> str:
    """`copyLink` and `copy_link` as `copy-link`."""
    return re.sub(r"(?<=[a-z])([A-Z])", lambda m: f"-{m[1].lower()}", name).replace("_", "-")


def texts(side: Side) -> Iterable[str]:
    for pattern in FILES[side]:
        for path in ROOT.glob(pattern):
            if "vendor" not in path.parts:
                yield without_comments(path)


def without_comments(path: Path) -> str:
    text = path.read_text("utf-8")
    if path.suffix == ".py":
        return re.sub(r'(?s)""".*?"""', "", text)
    if path.suffix == ".md":
        return re.sub(r"(?s)```.*?```|`[^`\n]*`", "", text)
    return re.sub(r"(?s)/\*.*?\*/|\{#.*?#\}", "", text)


def found(side: Side, patterns: Iterable[str]) -> set[str]:
    names = set()
    for text in texts(side):
        for pattern in patterns:
            for match in re.findall(pattern, text):
                names |= {hyphened(part.split("=")[0].strip()) for part in match.split(",")}
    return names


def listed(kind: str, side: Side) -> tuple[set[str], set[str]]:
    """Names of which the code must hold every letter, and those put together from parts."""
    whole = {name for name, hook in LISTED.items() if side in hook[kind]}
    return whole, {name for name, hook in LISTED.items() if f"{side}*" in hook[kind]}


@pytest.mark.parametrize("side", FILES)
def test_what_is_written_is_listed_and_what_is_listed_is_written(side: Side) -> None:
    compare("writes", side, WRITES[side])


@pytest.mark.parametrize("side", FILES)
def test_what_is_read_is_listed_and_what_is_listed_is_read(side: Side) -> None:
    compare("reads", side, READS[side])


def compare(kind: str, side: Side, patterns: tuple[str, ...]) -> None:
    whole, composed = listed(kind, side)
    surely = found(side, patterns)
    perhaps = found(side, [EITHER]) if side == "scripts" else set()
    assert sorted(surely - whole - composed) == [], f"{side}: not in hooks.yml"
    assert sorted(whole - surely - perhaps) == [], f"hooks.yml: no longer so in {side}"
    unknown = perhaps - set(LISTED)
    assert sorted(unknown) == [], f"{side}: not in hooks.yml"


def test_each_has_a_writer_a_reader_and_a_sentence() -> None:
    assert list(LISTED)
    for name, hook in LISTED.items():
        assert set(hook) == {"what", "writes", "reads"}, name
        assert all(hook.values()), name
        sides = {side.rstrip("*") for side in (*hook["writes"], *hook["reads"])}
        assert sides <= set(FILES), name
