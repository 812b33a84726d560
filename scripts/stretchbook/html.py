"""Writes HTML elements, for pages that are not made by way of Markdown.

Plain text is escaped on its way in; only `Markup`, which has been escaped already, passes as it is.
"""

from collections.abc import Iterable

from markupsafe import Markup, escape

Child = str | None | Iterable["Child"]  # Markup is a str that is known to be safe


def element(tag: str, *children: Child, **attributes: str) -> Markup:
    """One element. `class_` writes class, `data_x` writes data-x."""
    inner = Markup().join(map(_inner, children))
    return Markup("<{}{}>{}</{}>").format(Markup(tag), _written(attributes), inner, Markup(tag))  # noqa: S704 - the tag is ours


def void_element(tag: str, **attributes: str) -> Markup:
    """One element that has no end, such as img."""
    return Markup("<{}{}>").format(Markup(tag), _written(attributes))  # noqa: S704 - the tag is ours


def _inner(child: Child) -> Markup:
    if child is None or isinstance(child, str):
        return escape(child or "")
    return Markup().join(map(_inner, child))


def _written(attributes: dict[str, str]) -> Markup:
    return Markup().join(_attribute(name, value) for name, value in attributes.items())


def _attribute(name: str, value: str) -> Markup:
    return Markup(' {}="{}"').format(name.rstrip("_").replace("_", "-"), value)
