"""Texts that mean something to Markdown, HTML, YAML, a template or an extension of theirs, and
every place of a page where content can stand."""

from collections.abc import Callable, Iterator
from functools import cache

from markupsafe import Markup

from stretchbook.pages import markdown
from stretchbook.pages.markdown import (
    block,
    emphasis,
    heading,
    inside,
    join,
    joined,
    link,
    paragraph,
    strong,
    text,
)
from tests.support.rendered import Element, tree

TEXTS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<b>bold</b>",
    "<!-- comment",
    "<!-- program -->",
    "<!-- more -->",
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
    "*",
    "_",
    "---",
    "===",
    "- item",
    "+ item",
    "* item",
    "- [ ] task",
    "1. first",
    "12) twelfth",
    "#. numbered",
    "a. lettered",
    "-",
    "1.",
    ":",
    ": definition",
    ":   definition",
    ":::",
    "::: block",
    "!!!",
    "!!! note",
    '!!! note "Title"',
    "???",
    "??? closed",
    "???+ open",
    '=== "tab"',
    "/",
    "//",
    "///",
    "/// html",
    "/// html | div.x",
    "/// details | Title",
    "/// admonition | Title",
    "//// caption",
    "\\///",
    "a /// b",
    "1/// html",
    "type: danger",
    "attrs: {id: stolen}",
    "# heading",
    "## heading ##",
    "{: #x .y onclick=alert(1) }",
    "{#x}",
    "{ #id }",
    "{ .class }",
    "} { #id }",
    "text { #stolen-anchor }",
    "text {: .class }",
    "[link](javascript:alert(1))",
    "[link]: https://example.org",
    "](x)",
    "[",
    "[^1]",
    "[^1]: note",
    "[x] done",
    "*[HTML]: abbreviation",
    "*[X]:",
    "![image](x.png)",
    "!",
    "<https://example.org>",
    "https://example.org",
    "someone@example.org",
    "| a | b |",
    "a | b",
    "|",
    "|---|",
    ":-:",
    "> quote",
    "$",
    "$$x$$",
    "$x$ and \\(y\\)",
    "H~2~O, x^2^, ==mark==, ++key++, ~~gone~~, ^^under^^",
    "++ctrl++",
    "++ctrl+alt+delete++",
    "{++added++} {--gone--} {~~a~>b~~} {==marked==} {>>said<<}",
    "\\*not\\*",
    "\\",
    "\\\\",
    "[TOC]",
    "[[TOC]]",
    "{{ config }} {% raw %} {# gone #}",
    "{{ }}",
    "{% endblock %}",
    "%YAML",
    "@import",
    "--8<--",
    "--8<-- 'file'",
    ";--8<-- 'file'",
    ":x:",
    ":smile:",
    ":material-home:",
    ":material-home::material-heart:",
    "a:x:b",
    "(c) (tm) 1/2 ... -- 'x' -->",
    "klzzwxh:0000",
    "wzxhzdk:0",
    "\ufeffmark",
    "a\u00a0b",
    "a\u2028b",
    "a\n\n    b",
    "a  \nb",
    "    four spaces",
    "\ttab",
    "</details>",
    "</p></li></summary>",
    "<details markdown='1'>",
    "e\u0301 \u202eright to left\u202c \U0001f9b5",
    "]]>",
    "<?php",
    "<![CDATA[x",
)

OTHER = text("Other words")
SMALL = markdown.image(text(""), "small.svg", "thumbnail", width=96, height=96, loading="lazy")
HARMLESS = "Qwertz"

Place = Callable[[str], str]


def a_paragraph(value: str) -> str:
    return text(value)


def a_paragraph_between_others(value: str) -> str:
    return join([OTHER, text(value), OTHER])


def a_lead(value: str) -> str:
    return paragraph(text(value), "lead", data_print="")


def an_item(value: str) -> str:
    return markdown.bullets([OTHER, text(value), OTHER])


def an_item_of_a_loose_list(value: str) -> str:
    return markdown.bullets([join([OTHER, OTHER]), text(value), join([text(value), OTHER])])


def an_item_with_attributes(value: str) -> str:
    return markdown.bullets([f"{text(value)}\n{markdown.attributes(data_area='hips')}", OTHER])


def an_item_before_its_source(value: str) -> str:
    return markdown.bullets([joined(text(value), emphasis(OTHER, "source"))])


def an_item_of_a_list_in_a_list(value: str) -> str:
    return markdown.bullets([f"{strong(text(value))}\n{markdown.bullets([text(value), OTHER])}"])


def a_step(value: str) -> str:
    return markdown.numbers([OTHER, text(value)])


def a_heading(value: str) -> str:
    return join([heading(2, text(value), "place"), OTHER])


def a_heading_with_attributes(value: str) -> str:
    return heading(2, text(value), "place", data_session="a/b", data_section="", data_time="It is.")


def a_heading_that_is_a_link(value: str) -> str:
    return heading(3, link(text(value), "index.md"), "place")


def a_card(value: str) -> str:
    name = heading(3, link(text(value), "index.md"), "place")
    facts = markdown.definitions([(text(value), text(value)), (OTHER, OTHER)])
    card = join([name, joined(SMALL, SMALL), text(value), facts])
    return block("html", "div.grid.cards", markdown.bullets([card, join([OTHER, OTHER])]))


def the_name_in_a_summary(value: str) -> str:
    return _stretch(joined(SMALL, inside(value), emphasis(OTHER, "dose")), OTHER)


def the_name_in_a_summary_without_picture_and_dose(value: str) -> str:
    return _stretch(inside(value), OTHER)


def the_dose_in_a_summary(value: str) -> str:
    return _stretch(joined(SMALL, OTHER, emphasis(text(value), "dose")), OTHER)


def a_paragraph_in_a_stretch(value: str) -> str:
    return _stretch(OTHER, text(value))


def a_step_in_a_stretch(value: str) -> str:
    return _stretch(OTHER, join([markdown.numbers([text(value)]), text(value)]))


def a_caution_in_a_stretch(value: str) -> str:
    rows = markdown.bullets([text(value), joined(text(value), emphasis(text(value), "source"))])
    title = heading(4, OTHER, "title")
    return _stretch(OTHER, block("admonition", title, rows, type="warning"))


def _stretch(title: Markup, body: str) -> str:
    name = heading(3, title, "place-name")
    return join([block("details", name, body, type="stretch", attrs={"id": "place"}), OTHER])


def the_title_of_an_admonition(value: str) -> str:
    return block("admonition", text(value), OTHER, type="info", attrs={"class": "review"})


def a_heading_in_an_admonition(value: str) -> str:
    title = heading(4, text(value), "place")
    return block("admonition", title, OTHER, type="tip", attrs={"id": "test"})


def a_paragraph_in_a_box(value: str) -> str:
    return block("html", "div.picture-to-come", join([strong(text(value)), text(value)]))


def a_term(value: str) -> str:
    return markdown.definitions([(text(value), OTHER), (OTHER, OTHER)])


def a_meaning(value: str) -> str:
    return markdown.definitions([(OTHER, text(value)), (OTHER, OTHER)])


def a_meaning_after_a_list(value: str) -> str:
    return join([markdown.numbers([text(value)]), a_meaning(value), a_term(value)])


def a_fact_in_a_box(value: str) -> str:
    return block("html", "div.facts", markdown.definitions([(text(value), text(value))]))


def the_words_of_a_picture(value: str) -> str:
    return markdown.image(text(value), "x.svg", "picture", width=9, data_movement="../y.svg")


def the_label_of_a_link(value: str) -> str:
    return markdown.external_link(text(value), "https://example.org/_a_*b*", "source")


def the_label_of_a_link_within_a_sentence(value: str) -> str:
    return joined(text(value), link(text(value), "index.md#x"), text(value))


def the_label_of_a_file(value: str) -> str:
    return markdown.bullets([markdown.download(text(value), "../x.html", "/x.html")])


def a_link_of_several_lines(value: str) -> str:
    lines = (SMALL, strong(text(value)), text(value), emphasis(text(value), "dose"))
    label = joined(*lines, by="\n")
    values = markdown.attributes(data_area="hips low-back", data_position="x")
    entry = f"{link(label, 'index.md')}\n{values}"
    return block("html", "div.stretch-list", markdown.bullets([entry, entry]))


def set_apart(value: str) -> str:
    return joined(OTHER, emphasis(text(value), "source"), text(value))


def strong_words(value: str) -> str:
    return joined(strong(text(value)), text(value))


PLACES: tuple[Place, ...] = (
    a_paragraph,
    a_paragraph_between_others,
    a_lead,
    an_item,
    an_item_of_a_loose_list,
    an_item_with_attributes,
    an_item_before_its_source,
    an_item_of_a_list_in_a_list,
    a_step,
    a_heading,
    a_heading_with_attributes,
    a_heading_that_is_a_link,
    a_card,
    the_name_in_a_summary,
    the_name_in_a_summary_without_picture_and_dose,
    the_dose_in_a_summary,
    a_paragraph_in_a_stretch,
    a_step_in_a_stretch,
    a_caution_in_a_stretch,
    the_title_of_an_admonition,
    a_heading_in_an_admonition,
    a_paragraph_in_a_box,
    a_term,
    a_meaning,
    a_meaning_after_a_list,
    a_fact_in_a_box,
    the_words_of_a_picture,
    the_label_of_a_link,
    the_label_of_a_link_within_a_sentence,
    the_label_of_a_file,
    a_link_of_several_lines,
    set_apart,
    strong_words,
)


Shape = tuple[list[tuple[str, dict[str, str | None]]], str]


def shape_of(page: Element) -> Shape:
    """Every element with its attributes, and all words of the page, with single spaces."""
    return [(e.tag, e.attributes) for e in page.walk()], " ".join(page.text.split())


def shape_with(shape: Shape, value: str) -> Shape:
    """The same page with these words in place of the harmless ones, and nothing else changed."""
    elements, words = shape
    shown = " ".join(value.split())
    changed = [
        (tag, {name: said and said.replace(HARMLESS, shown) for name, said in attributes.items()})
        for tag, attributes in elements
    ]
    return changed, words.replace(HARMLESS, shown)


@cache
def _harmless(place: Place) -> Shape:
    return shape_of(tree(place(HARMLESS)))


def expected(place: Place, value: str) -> Shape:
    """What there must be on the page that has `value` in this place."""
    return shape_with(_harmless(place), value)


def is_only_text(place: Place, value: str) -> bool:
    """Whether a reader sees these very characters there, on a page that is otherwise the same."""
    return shape_of(tree(place(value))) == expected(place, value)


def everything(values: tuple[str, ...] = TEXTS) -> Iterator[tuple[str, str]]:
    """A page for each place, with all texts in a row: name and Markdown."""
    for place in PLACES:
        pieces = [
            place(value).replace("place", f"place-{number}").replace("#title", f"#title-{number}")
            for number, value in enumerate(values)
        ]
        yield place.__name__, join(pieces)
