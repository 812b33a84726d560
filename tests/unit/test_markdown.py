"""Content is plain text: whatever stands in it, a reader sees those very characters."""

import json
from collections.abc import Callable

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from stretchbook import markdown
from stretchbook.html import element, void_element
from stretchbook.model.fields import UNPRINTABLE
from tests.support.rendered import Element, front_matter, tree

HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<b>bold</b>",
    "<!-- comment",
    "-->",
    "<",
    "a < b > c",
    "&lt;script&gt;",
    "&amp;amp;",
    "&#60;",
    "AT&T; R&B",
    "\"quotes\" and 'apostrophes'",
    '" onclick="alert(1)',
    "`code`",
    "``` python",
    "~~~",
    "***",
    "**bold** _italic_ __strong__ *em*",
    "---",
    "===",
    "- item",
    "+ item",
    "* item",
    "1. first",
    "12) twelfth",
    "-",
    "1.",
    ": definition",
    "::: block",
    "!!! note",
    "??? closed",
    '=== "tab"',
    "/// caption",
    "# heading",
    "## heading ##",
    "{: #x .y onclick=alert(1) }",
    "{#x}",
    "text { #stolen-anchor }",
    "text {: .class }",
    "[link](javascript:alert(1))",
    "[link]: https://example.org",
    "[^1]",
    "[^1]: note",
    "*[HTML]: abbreviation",
    "![image](x.png)",
    "<https://example.org>",
    "https://example.org",
    "someone@example.org",
    "| a | b |",
    "a | b",
    "> quote",
    "$x$ and \\(y\\)",
    "H~2~O, x^2^, ==mark==, ++key++, ~~gone~~",
    "\\*not\\*",
    "\\",
    "[TOC]",
    "{{ config }} {% raw %}",
    "%YAML",
    "--8<-- 'file'",
    ":smile:",
    "(c) (tm) 1/2 ... -- 'x'",
    "klzzwxh:0000",
    "wzxhzdk:0",
    "\ufeffmark",
    "a\u00a0b",
    "a\u2028b",
    "a\n\n    b",
    "</details>",
    "</p></li></summary>",
    "<details markdown='1'>",
    "e\u0301 \u202eright to left\u202c \U0001f9b5",
    "]]>",
    "<?php",
    "<![CDATA[x",
)


def paragraph(value: str) -> tuple[str, list[str]]:
    return markdown.text(value), ["p"]


def raw_paragraph(value: str) -> tuple[str, list[str]]:
    return element("p", value), ["p"]


def bullet(value: str) -> tuple[str, list[str]]:
    return markdown.bullets([markdown.text(value)]), ["ul", "li"]


def numbered(value: str) -> tuple[str, list[str]]:
    return markdown.numbers([markdown.text(value)]), ["ol", "li"]


def heading(value: str) -> tuple[str, list[str]]:
    return markdown.heading(2, markdown.text(value), "place"), ["h2"]


def link(value: str) -> tuple[str, list[str]]:
    return markdown.external_link(markdown.text(value), "https://example.org/_a_*b*"), ["p", "a"]


def inside_details(value: str) -> tuple[str, list[str]]:
    inside = Markup(f"\n\n{markdown.text(value)}\n\n")  # noqa: S704 - as the pages do
    return element("details", inside, id="x", markdown="1"), ["details", "p"]


def item_inside_details(value: str) -> tuple[str, list[str]]:
    inside = Markup(f"\n\n{markdown.numbers([markdown.text(value)])}\n\n")  # noqa: S704 - as above
    return element("details", inside, id="x", markdown="1"), ["details", "ol", "li"]


def raw_inside_details(value: str) -> tuple[str, list[str]]:
    inside = Markup(f"\n\n{element('div', element('p', value))}\n\n")  # noqa: S704 - as above
    return element("details", inside, id="x", markdown="1"), ["details", "div", "p"]


def summary(value: str) -> tuple[str, list[str]]:
    name = element("summary", element("h3", value))
    return element("details", name, Markup("\n\n\n\n"), id="x", markdown="1"), [
        "details",
        "summary",
        "h3",
    ]


Context = Callable[[str], tuple[str, list[str]]]
CONTEXTS: tuple[Context, ...] = (
    paragraph,
    raw_paragraph,
    bullet,
    numbered,
    heading,
    link,
    inside_details,
    item_inside_details,
    raw_inside_details,
    summary,
)
ATTRIBUTES: dict[str, set[str]] = {
    "h2": {"id"},
    "h3": {"id"},  # the renderer makes one of the title
    "a": {"href", "rel"},
    "details": {"id"},
}


def check(context: Context, value: str) -> None:
    source, tags = context(value)
    page = tree(source)
    seen = page.walk()
    assert [element.tag for element in seen] == tags
    assert page.text.strip() == " ".join(value.split())
    for found in seen:
        assert set(found.attributes) == ATTRIBUTES.get(found.tag, set())
    assert all(found.attributes["id"] == "place" for found in page.find("h2"))


def named(value: object) -> str:
    return getattr(value, "__name__", "")


@pytest.mark.parametrize("context", CONTEXTS, ids=named)
@pytest.mark.parametrize("value", HOSTILE, ids=ascii)
def test_a_hostile_text_is_only_text(value: str, context: Context) -> None:
    check(context, value)


marks = st.text("<>&\"'`*_{}[]()#+-.!:=|~^$\\/% \n19ax;@", min_size=1, max_size=25)
anything = st.text(
    st.characters(codec="utf-8").filter(lambda c: not UNPRINTABLE.match(c) or c.isspace()),
    min_size=1,
    max_size=25,
)


@pytest.mark.parametrize("context", CONTEXTS, ids=named)
@settings(max_examples=40)
@given(value=st.one_of(marks, anything).filter(str.strip))
@example(value="1.")
@example(value="&#35;")
def test_any_text_is_read_back_as_it_was_written(context: Context, value: str) -> None:
    check(context, value)


@settings(max_examples=60)
@given(st.one_of(marks, anything))
def test_any_text_in_an_attribute_is_read_back_and_adds_no_other(value: str) -> None:
    page = tree(element("div", void_element("img", alt=value, src="x.svg", loading="lazy")))
    (image,) = page.find("img")
    assert image.attributes == {"alt": " ".join(value.split()), "src": "x.svg", "loading": "lazy"}
    assert [found.tag for found in page.walk()] == ["div", "img"]
    assert page.text.strip() == ""


@settings(max_examples=60)
@given(st.one_of(marks, anything), st.one_of(marks, anything))
def test_any_front_matter_is_read_back(title: str, description: str) -> None:
    title, description = " ".join(title.split()), " ".join(description.split())
    page = markdown.page({"title": title, "description": description}, "# Body")
    assert front_matter(page) == {"title": title, "description": description}
    assert page.endswith(b"\n---\n\n# Body\n")


@settings(max_examples=60)
@given(st.one_of(marks, anything))
@example("</script>")
@example("<!--<script>")
@example("```\n&amp;\\")
def test_structured_data_survives_the_renderer(value: str) -> None:
    source = f"before\n\n{markdown.data_block({'name': value})}\n\nafter"
    page = tree(source)
    (script,) = page.find("script")
    assert json.loads(script.text) == {"name": value}
    assert [found.tag for found in page.walk()] == ["p", "script", "p"]


def test_two_texts_in_a_row_stay_two_paragraphs() -> None:
    page = tree(markdown.join([markdown.text("==="), "", markdown.text("---"), markdown.text("a")]))
    assert [(found.tag, found.text) for found in page.walk()] == [
        ("p", "==="),
        ("p", "---"),
        ("p", "a"),
    ]


def test_many_items_are_one_list() -> None:
    def items(page: Element) -> list[tuple[str, str]]:
        return [(found.tag, found.text) for found in page.find("li")]

    texts = [markdown.text(value) for value in ("1. a", "- b", "    c", "")]
    expected = [("li", "1. a"), ("li", "- b"), ("li", "c")]
    assert items(tree(markdown.bullets(texts[:3]))) == expected
    assert items(tree(markdown.numbers(texts[:3]))) == expected


def test_front_matter_is_plain_yaml() -> None:
    page = markdown.page({"title": "no", "moved_to": "../", "search": {"exclude": True}}, "x")
    head = page.decode().split("---\n")[1]
    assert yaml.safe_load(head) == {"title": "no", "moved_to": "../", "search": {"exclude": True}}
