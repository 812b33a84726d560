"""Writes HTML elements that stand within Markdown.

Plain text is escaped on its way in; only `Markup`, which has been escaped already, passes as it is.
"""

from collections.abc import Iterable

from markupsafe import Markup

from stretchbook.markdown import text

SPACE = Markup(" ")  # plain text loses the space at its ends

Child = str | None | Iterable["Child"]  # Markup is a str that is known to be safe


def spaced(*children: Child) -> list[Child]:
    """Children with a space between each two.

    On the page each stands in a line of its own; search reads the bare text, where the last word of
    one would grow together with the first word of the next, and neither be found.
    """
    return [part for child in children for part in (child, SPACE)][:-1]


def element(tag: str, *children: Child, **attributes: str | int | bool) -> Markup:
    """One element. `class_` writes class, `data_x` writes data-x; True writes the bare name."""
    inner = "".join(map(_inner, children))
    return Markup(f"<{tag}{_written(attributes)}>{inner}</{tag}>")  # noqa: S704 - escaped below


def void_element(tag: str, **attributes: str | int | bool) -> Markup:
    """One element that has no end, such as img."""
    return Markup(f"<{tag}{_written(attributes)}>")  # noqa: S704 - escaped below


def _inner(child: Child) -> str:
    if child is None:
        return ""
    if isinstance(child, Markup):
        return str(child)
    return text(child) if isinstance(child, str) else "".join(map(_inner, child))


def _written(attributes: dict[str, str | int | bool]) -> str:
    return "".join(_attribute(name, value) for name, value in attributes.items())


def _attribute(name: str, value: str | int | bool) -> str:  # noqa: FBT001 - an attribute may be bare
    name = name.rstrip("_").replace("_", "-")
    if value is True:
        return f" {name}"
    if isinstance(value, Markup):
        return f' {name}="{value}"'
    return f' {name}="{text(str(value))}"'
