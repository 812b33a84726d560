"""Which ids the frame around every page has: templates and scripts are asked, no list is kept.

A template of ours may extend or include one of the theme's, which is found as the renderer finds
it: first in overrides/, then in the installed theme. Where an id is only known when the page is
made, such as `tab-{{ number }}`, the open part is a star: `tab-*`.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

import yaml

SCRIPTS = "docs/js"
OTHERS = "vendor"  # packages of others, copied there by the build: they name no place of a page
CONFIGURATION = "mkdocs.yml"

SILENT = re.compile(r"\{#.*?#\}|<!--.*?-->", re.DOTALL)
JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
FOLLOWED = re.compile(r"""\{%-?\s*(?:extends|include|import|from)\s+(["'].*?)%\}""", re.DOTALL)
LITERAL = re.compile(r"""(["'])(.*?)\1""")
ATTRIBUTE = re.compile(r"""(?<![\w-])id\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
IN_SCRIPT = re.compile(
    r"""(?:\bid:\s*|\.id\s*=\s*|["']id["']\s*,\s*|\bgetElementById\(\s*)(["'`])(.*?)\1"""
    r"""|\b(?:querySelector|querySelectorAll|closest|matches)\(\s*(["'`])([^"'`]*)\3"""
)
SELECTED = re.compile(r"#([\w-]+)")
FILLED_IN = re.compile(r"\$\{.*?\}")
POSSIBLE = re.compile(r"[\w*-]*[\w-][\w*-]*")


def of_frame(root: Path) -> frozenset[str]:
    """Every id that templates and scripts of the project `root` give or look for."""
    found = {name for text in _templates(root) for name in of_template(text)}
    for script in sorted((root / SCRIPTS).rglob("*.js")):
        if OTHERS not in script.relative_to(root / SCRIPTS).parts:
            found.update(of_script(script.read_text("utf-8", "replace")))
    return frozenset(found)


@cache  # a preview asks again after every save
def of_template(text: str) -> tuple[str, ...]:
    """The ids in the text of one template."""
    text = JINJA.sub("*", SILENT.sub("", text))
    found = (found[1] or found[2] or found[3] or "" for found in ATTRIBUTE.finditer(text))
    return tuple(name for part in found for name in _known(part))


@cache
def of_script(text: str) -> tuple[str, ...]:
    """The ids that a script gives to what it makes, or looks for on the page."""
    return tuple(_in_script(text))


def _in_script(text: str) -> Iterator[str]:
    for found in IN_SCRIPT.finditer(text):
        names = [found[2]] if found[2] else SELECTED.findall(found[4] or "")
        for name in names:
            yield from _known(FILLED_IN.sub("*", name))


def _known(name: str) -> Iterator[str]:
    """Nothing where all of an id is only known later: it is made of what others have given."""
    if POSSIBLE.fullmatch(name):
        yield name


def _templates(root: Path) -> Iterator[str]:
    """The texts of all templates in overrides/, and of those that they extend or include."""
    folders = _folders(root)
    waiting = sorted(folders[0].rglob("*.html"))
    seen: set[Path] = set()
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        text = path.read_text("utf-8", "replace")
        yield text
        for expression in FOLLOWED.findall(SILENT.sub("", text)):
            waiting += _followed(folders, expression)


def _followed(folders: Sequence[Path], expression: str) -> list[Path]:
    """The templates that may be meant: many where a part of the name is only known later."""
    names = [found[1] for found in LITERAL.findall(expression)]
    if not names[-1].endswith(".html"):  # an icon, which has no id
        return []
    if "~" in expression:
        pattern = f"{names[0]}*{names[-1]}"
        return sorted(path for folder in folders for path in folder.glob(pattern))
    found = [[folder / name for folder in folders if (folder / name).is_file()] for name in names]
    return [paths[0] for paths in found if paths]


def _folders(root: Path) -> list[Path]:
    """Where templates are looked for, in that order."""
    theme = _settings(root / CONFIGURATION).get("theme")
    theme = theme if isinstance(theme, dict) else {"name": theme}
    installed = entry_points(group="mkdocs.themes", name=str(theme.get("name")))
    places = (e.dist.locate_file(e.module.replace(".", "/")) for e in installed if e.dist)
    return [root / str(theme.get("custom_dir") or "overrides"), *map(Path, map(str, places))]


class _Settings(yaml.CSafeLoader):
    """Reads the configuration of the renderer, whose own tags such as !ENV do not matter here."""


_Settings.add_multi_constructor("", lambda *_: None)


def _settings(path: Path) -> dict[str, object]:
    if not path.is_file():
        return {}
    found = yaml.load(path.read_text("utf-8"), _Settings)  # noqa: S506 - a safe loader
    return found if isinstance(found, dict) else {}
