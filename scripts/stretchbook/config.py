"""mkdocs.generated.yml: what mkdocs.yml inherits from the content.

The templates read it as `config.extra.frame`. They only place these texts, escaped.
"""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import yaml

from stretchbook import policy
from stretchbook.views.common import MenuEntry
from stretchbook.views.frame import FrameView

FILE = "mkdocs.generated.yml"
HEADER = "# Made by the generator from content/. mkdocs.yml inherits it. Do not edit.\n"


def write_config(view: FrameView) -> bytes:
    """The configuration."""
    values: dict[str, Any] = {
        "site_name": view.name,
        "site_description": view.description,
        "theme": {"language": view.language},
        "nav": [_menu_entry(entry) for entry in view.menu],
        "extra": {"frame": _plain(asdict(view)), "policy": policy.IN_PAGE, "problems": []},
    }
    return _dump(values)


def _menu_entry(entry: MenuEntry) -> dict[str, str] | str:
    return {entry.title: entry.file} if entry.title else entry.file


def _plain(value: Any) -> Any:  # noqa: ANN401 - the values of a view, nested
    """Tuples become lists, which is what YAML writes plainly."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list | tuple) else value


def with_problems(config: bytes, problems: Sequence[str]) -> bytes:
    """The same configuration with other problems on top of every page."""
    values = yaml.safe_load(config)
    values["extra"]["problems"] = list(problems)
    return _dump(values)


def for_preview(config: bytes) -> bytes:
    """The same configuration without the policy: MkDocs reloads pages by an inline script."""
    values = yaml.safe_load(config)
    values["extra"]["policy"] = ""
    return _dump(values)


def _dump(values: dict[str, Any]) -> bytes:
    text = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=100)
    return (HEADER + text).encode()
