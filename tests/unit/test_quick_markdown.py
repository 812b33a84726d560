"""The quick parser gives what Python-Markdown gives, from one text to the next."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.config import load_config
from mkdocs.utils import meta

from stretchbook.prepare import prepare
from stretchbook.rendering.quick_markdown import ALONE, OF_BLOCKS, OF_PATTERNS, QuickMarkdown
from tests.support.project import ROOT

DAY = date(2027, 6, 1)  # after the content was written
SETTINGS = load_config(str(ROOT / "mkdocs.yml"))
OPTIONS: dict[str, Any] = {
    "extensions": SETTINGS.markdown_extensions,
    "extension_configs": SETTINGS.mdx_configs,
}
QUICK = QuickMarkdown(**OPTIONS)  # one for all, as in a build
EVERY: dict[str, Any] = {"extensions": sorted(ALONE)}
QUICK_WITH_ALL = QuickMarkdown(**EVERY)
STARTS = (  # what a processor takes a block by
    *("# ", "### ", "- ", "* ", "+ ", "1. ", "12. ", "> ", ":   ", ": ", "    ", "        ", "  "),
    *("|a|b|\n|-|-|\n", "a | b\n--|--\n", "---", "* * *", "___", "===\n", "-----\n"),
    *("!!! note\n", '??? tip "T"\n', '=== "Tab"\n', "[^1]: ", "[a]: b\n", "```\n", "~~~ py\n"),
    *("/// details | T\n", "/// html | div.a\n", "    type: tip\n", "///\n", "[TOC]", "\\/// "),
    *("<div markdown>\n", "<div>\n", "</div>\n", "<!-- ", "<p markdown='span'>"),
)
TEXTS = (  # what a pattern finds in a text
    *("word", "Two words.", "a_b_c", "*em*", "**strong**", "_em_", "__s__", "***", "`code`", "``"),
    *("\\*", "\\", "[a](b.md)", "[a][b]", "[a]", "![i](i.svg)", "![i][b]", "[^1]", "![", "](", "["),
    *("<https://a.b>", "<a@b.c>", "<b>", "</b>", "<", ">", "&amp;", "&#49;", "&", ":smile:", ":x:"),
    *(
        "{ .c }",
        "{ #i }",
        "{: a=b }",
        "|",
        ": ",
        ". ",
        "]:",
        "#",
        "  \n",
        "\n",
        "\n\n",
        " ",
        "é",
        "\t",
    ),
    *("\u0002", "\u0003", "klzzwxh:0001", "1. ", "- "),
)
BLOCK = st.tuples(
    st.lists(st.sampled_from(STARTS), max_size=2), st.lists(st.sampled_from(TEXTS), max_size=5)
).map(lambda parts: "".join(parts[0]) + "".join(parts[1]))
TEXT = st.lists(st.tuples(BLOCK, st.sampled_from(("\n", "\n\n"))), max_size=8).map(
    lambda blocks: "".join(block + end for block, end in blocks)
)
# A block in a quote is read again and again, as deep as Python goes: not the same even by itself.
DOCUMENT = TEXT.filter(lambda text: "> ///" not in text)


def read(parser: Markdown, text: str) -> tuple[str, object]:
    """The page and its headings; or what the parser has against it."""
    try:
        return parser.convert(text), parser.toc_tokens
    except Exception as error:  # noqa: BLE001 - the library does not take every text
        return "", repr(error)


@given(text=DOCUMENT)
def test_any_text_gives_the_same(text: str) -> None:
    assert read(QUICK.reset(), text) == read(Markdown(**OPTIONS), text)


@given(text=DOCUMENT)
def test_so_does_any_with_every_extension_that_is_let_in(text: str) -> None:
    assert read(QUICK_WITH_ALL.reset(), text) == read(Markdown(**EVERY), text)


def test_all_our_pages_are_the_same() -> None:
    made = prepare(ROOT, DAY, paper=False).files
    pages = {name: data.decode() for name, data in made.items() if name.endswith(".md")}
    pages |= {
        str(path): path.read_text("utf-8")
        for path in (ROOT / "tests/support/features").glob("*.md")
    }
    assert len(pages) > 50
    for name, page in pages.items():
        text = meta.get_data(page)[0]
        assert read(QUICK.reset(), text) == read(Markdown(**OPTIONS), text), name


def test_what_is_asked_without_a_mark_is_known() -> None:
    """Where the library has another processor or pattern, it is only slower: look at it then."""
    blocks = {type(one) for one in QUICK.parser.blockprocessors} - OF_BLOCKS.keys()
    assert {one.__name__ for one in blocks} == {
        *("BlocksProcessor", "EmptyBlockProcessor", "ParagraphProcessor"),
    }
    patterns = {one.getCompiledRegExp().pattern for one in QUICK.inlinePatterns}
    assert patterns == OF_PATTERNS.keys()


@pytest.mark.parametrize("text", ["", "\n", "# Title", "Text [a][b].\n\n[b]: c.md"])
def test_one_text_leaves_nothing_for_the_next(text: str) -> None:
    read(
        QUICK.reset(), "[b]: other.md\n\n[^1] # T { #title }\n\n# T\n\n[^1]: Note\n\n/// html | p\n"
    )
    assert read(QUICK.reset(), text) == read(Markdown(**OPTIONS), text)
