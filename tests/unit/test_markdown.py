"""Content is plain text: whatever stands in it, a reader sees those very characters."""

import re
from collections.abc import Callable, Mapping

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from stretchbook.model.fields import UNPRINTABLE
from stretchbook.pages import markdown
from stretchbook.pages.markdown import text
from tests.support.hostile import (
    HARMLESS,
    PLACES,
    TEXTS,
    Place,
    expected,
    is_only_text,
    shape_of,
)
from tests.support.rendered import Element, front_matter, tree


def named(value: object) -> str:
    return getattr(value, "__name__", "")


@pytest.mark.parametrize("place", PLACES, ids=named)
def test_a_hostile_text_is_only_text(place: Place) -> None:
    assert tree(place(HARMLESS)).walk(), "the harmless page has elements to compare with"
    assert [value for value in TEXTS if not is_only_text(place, value)] == []


@pytest.mark.parametrize("place", PLACES, ids=named)
def test_hostile_texts_have_no_power_over_each_other(place: Place) -> None:
    """A reference, a footnote, an abbreviation or a fence acts on the rest of the page."""
    pieces = [expected(place, value) for value in TEXTS]
    elements, words = shape_of(tree(markdown.join(f"{place(v)}\n\n<hr>" for v in TEXTS)))
    assert " ".join(words.split()) == " ".join(piece[1] for piece in pieces if piece[1])
    tags = [tag for tag, _ in elements if tag != "hr"]
    assert tags == [tag for piece in pieces for tag, _ in piece[0]]


def unescaped(value: str) -> str:
    return markdown.bullets([value, f"{value} and more"])


def test_the_comparison_sees_what_is_not_escaped() -> None:
    assert is_only_text(unescaped, "Some words")
    seen = [value for value in TEXTS if not is_only_text_or_broken(unescaped, value)]
    for value in (
        "<b>bold</b>",
        "1. first",
        "`code`",
        ":smile:",
        "&#60;",
        "/// html | div.x",
        "\\\\",
    ):
        assert value in seen


def is_only_text_or_broken(place: Place, value: str) -> bool:
    try:
        return is_only_text(place, value)
    except AssertionError:  # tags that are never closed
        return False


marks = st.text("<>&\"'`*_{}[]()#+-.!:=|~^$\\/% \n19ax;@", min_size=1, max_size=25)
anything = st.text(
    st.characters(codec="utf-8").filter(lambda c: not UNPRINTABLE.match(c) or c.isspace()),
    min_size=1,
    max_size=25,
)


@settings(max_examples=400)
@given(place=st.sampled_from(PLACES), value=st.one_of(marks, anything).filter(str.strip))
@example(place=PLACES[0], value="1.")
@example(place=PLACES[0], value="&#35;")
def test_any_text_is_read_back_as_it_was_written(place: Place, value: str) -> None:
    assert is_only_text(place, value)


@settings(max_examples=100)
@given(st.one_of(marks, anything), st.one_of(marks, anything))
def test_two_texts_side_by_side_make_nothing_together(before: str, after: str) -> None:
    source = markdown.joined(text("Begin"), text(before), text(after))
    words = " ".join(f"Begin {before} {after}".split())
    assert shape_of(tree(source)) == ([("p", {})], words)


@settings(max_examples=60)
@given(st.one_of(marks, anything), st.one_of(marks, anything))
def test_any_front_matter_is_read_back(title: str, description: str) -> None:
    title, description = " ".join(title.split()), " ".join(description.split())
    page = markdown.page({"title": f"a {title}", "description": description}, "# Body")
    assert front_matter(page).pop("description", "") == description, "an empty one is left out"
    assert front_matter(page)["title"] == f"a {title}"
    assert page.endswith(b"\n---\n\n# Body\n")


nested = st.recursive(
    st.one_of(marks, anything),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3),
        st.dictionaries(marks, inner, min_size=1, max_size=3),
    ),
    max_leaves=6,
)


@settings(max_examples=100)
@given(nested)
def test_any_structured_value_is_read_back_from_the_front_matter(value: object) -> None:
    value = one_line(value)
    page = markdown.page({"before": "x", "structured": {"@type": value}, "after": "y"}, "# Body")
    expected = {"before": "x", "structured": {"@type": value}, "after": "y"}
    assert front_matter(page) == expected


def one_line(value: object) -> object:
    """Without line ends and characters that no content has: loading it takes them away."""
    if isinstance(value, dict):
        return {one_line(key): one_line(item) for key, item in value.items()}
    if isinstance(value, list):
        return [one_line(item) for item in value]
    return " ".join(str(value).split())


Writer = Callable[[str], str]
LISTS: tuple[Writer, ...] = (
    lambda value: markdown.paragraph(text("A"), "lead", data_x=value),
    lambda value: markdown.heading(2, text("A"), "place", data_x=value),
    lambda value: markdown.image(text("A"), "x.svg", "picture", data_x=value),
    lambda value: markdown.link(text("A"), "x.md", "source", data_x=value),
    lambda value: markdown.bullets([f"{text('A')}\n{markdown.attributes(data_x=value)}"]),
)


@settings(max_examples=300)
@given(st.sampled_from(LISTS), st.one_of(marks, anything))
@example(LISTS[0], "")
@example(LISTS[0], "\u00a0: it is\u2028so")
@example(LISTS[1], "It counts the time for you: about 11 minutes.")
@example(LISTS[3], "../#x-1")
def test_an_attribute_is_read_back_or_refused(write: Writer, value: str) -> None:
    try:
        source = write(value)
    except ValueError:
        return
    page = tree(source)
    assert [e.attributes["data-x"] for e in page.walk() if "data-x" in e.attributes] == [value]
    assert page.text.strip() in {"A", ""}


@pytest.mark.parametrize(
    "value", ["It counts the time for you: 11 minutes.", "../#x-1", "a b", "", 96]
)
def test_what_pages_say_in_attributes_is_not_refused(value: str | int) -> None:
    assert markdown.attributes(data_x=value)


@pytest.mark.parametrize(
    "value",
    [
        *('"', "}", "{", 'a" onclick="b', "a }", "<b>", "&quot;", "a\nb", "\\", "\x00", "\x7f"),
        *("*a*", "_a_", "`a`", "[a](b)", ":smile:", "a:x:b", "++a++"),
    ],
)
def test_an_attribute_that_could_end_the_list_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="not fit for an attribute list"):
        markdown.attributes(data_x=value)


@pytest.mark.parametrize("anchor", ["a b", "a}", '"', "Über", ".x", "a_b", "a\n", "#a"])
def test_an_id_that_could_end_the_list_is_refused(anchor: str) -> None:
    with pytest.raises(ValueError, match="not fit for an id"):
        markdown.heading(2, text("A"), anchor)


@pytest.mark.parametrize(
    "name", ["danger urgent", "a: b", "a\nb", "///", "Ü", "1st", "", "-", "{x}"]
)
def test_a_block_refuses_a_type_or_an_id_that_would_show_it_as_text(name: str) -> None:
    with pytest.raises(ValueError, match="not fit for the type or the id of a block"):
        markdown.block("admonition", "Title", "Body", attrs={"id": name})
    if name:  # an empty option is left out
        with pytest.raises(ValueError, match="not fit for the type or the id of a block"):
            markdown.block("admonition", "Title", "Body", type=name)


@settings(max_examples=100)
@given(
    st.from_regex(re.compile(r"[a-z][a-z0-9-]*", re.ASCII), fullmatch=True),
    st.one_of(marks, anything),
)
@example("y", "no: [x")
@example("null", "")
@example("a", "\x85\u2028")
def test_a_block_with_any_other_options_is_a_block(anchor: str, value: str) -> None:
    attrs: Mapping[str, str] = {"id": anchor, "class": "urgent short", "aria-label": value}
    source = markdown.block("admonition", text("Title"), text("Body"), type="danger", attrs=attrs)
    (box,) = tree(source).find("div")
    classes = (box.attributes.pop("class") or "").split()
    assert sorted(classes) == ["admonition", "danger", "short", "urgent"]
    assert box.attributes == {"id": anchor, "aria-label": value}
    assert [e.tag for e in box.walk()] == ["p", "p"]


def test_a_paragraph_without_words_leaves_no_attributes_behind() -> None:
    assert markdown.paragraph(text("  "), "credit") == ""


def test_a_number_in_a_title_stays_good_to_read() -> None:
    assert markdown.heading(3, markdown.inside("5. Quad stretch")) == "### 5. Quad stretch"
    assert text("5. Quad stretch") == "5&#46; Quad stretch"


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
