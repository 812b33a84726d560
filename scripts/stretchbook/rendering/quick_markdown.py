"""Python-Markdown without the steps that cannot find anything; what it makes is the same.

It asks some twenty processors about each block and some sixteen patterns about each text, most of
which look for a mark that is not there. Here a mark is looked for first, which costs a tenth. And
one parser reads all pages, since extensions take as long to load as a small page to read.
"""

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element

from markdown import Markdown, blockparser, treeprocessors
from markdown import blockprocessors as blocks
from markdown import inlinepatterns as inline
from markdown.extensions import admonition, def_list, footnotes, md_in_html, tables
from markdown.util import STX, AtomicString
from pymdownx import details, emoji, superfences, tabbed

# Extensions that make a page of its own text alone, and that start anew for each. With others, and
# with plugins and hooks, nobody knows what a page depends on.
ALONE = {
    *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "meta", "tables"),
    *("sane_lists", "smarty", "toc", "pymdownx.blocks.admonition", "pymdownx.blocks.details"),
    *("pymdownx.blocks.html", "pymdownx.blocks.tab", "pymdownx.details", "pymdownx.emoji"),
    *("pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.mark"),
    *("pymdownx.smartsymbols", "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist"),
    "fenced_code",  # MkDocs puts it in
}

INDENT = " " * 4
ALWAYS = ("",)  # it is in every text
# One of these is in every text that the pattern finds something in.
OF_PATTERNS: Mapping[str, tuple[str, ...]] = {
    inline.BACKTICK_RE: ("`",),
    inline.ESCAPE_RE: ("\\",),
    inline.LINK_RE: ("[",),  # and those of references
    inline.IMAGE_LINK_RE: ("![",),
    inline.AUTOLINK_RE: ("<",),
    inline.AUTOMAIL_RE: ("<",),
    inline.LINE_BREAK_RE: ("\n",),
    inline.HTML_RE: ("<",),
    inline.ENTITY_RE: ("&",),
    emoji.RE_EMOJI: (":",),
    r"\[\^([^\]]*)\]": ("[^",),  # a footnote
    r"\*|_": ("*", "_"),  # stress
}
# One of these is in every block that a processor of just this class takes.
OF_BLOCKS: Mapping[type[blocks.BlockProcessor], tuple[str, ...]] = {
    admonition.AdmonitionProcessor: ("!!!", INDENT),
    details.DetailsProcessor: ("???", INDENT),
    tabbed.TabbedProcessor: ("===", INDENT),
    md_in_html.MarkdownInHtmlProcessor: (STX,),
    blocks.ListIndentProcessor: (INDENT,),
    def_list.DefListIndentProcessor: (INDENT,),
    superfences.SuperFencesCodeBlockProcessor: (INDENT,),
    tables.TableProcessor: ("|",),
    blocks.HashHeaderProcessor: ("#",),
    blocks.SetextHeaderProcessor: ("\n=", "\n-"),
    blocks.HRProcessor: ("-", "*", "_"),
    blocks.OListProcessor: (". ",),
    blocks.UListProcessor: ("* ", "- ", "+ "),
    def_list.DefListProcessor: (": ",),
    blocks.BlockQuoteProcessor: (">",),
    footnotes.FootnoteBlockProcessor: ("[^",),
    blocks.ReferenceProcessor: ("]:",),
}


class QuickBlocks(blockparser.BlockParser):
    """Asks a processor only about a block that holds one of its marks."""

    def parseDocument(self, lines: Iterable[str]) -> Element:
        """A whole text; by now all processors are there."""
        self.steps = [(one, OF_BLOCKS.get(type(one), ALWAYS)) for one in self.blockprocessors]
        return super().parseDocument(lines)

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:
        """As in the library, whose processors may take a block, change it, or leave it."""
        while blocks:
            for processor, marks in self.steps:
                block = blocks[0]
                for mark in marks:
                    if mark in block:
                        break
                else:
                    continue
                if processor.test(parent, block) and processor.run(parent, blocks) is not False:
                    break


class QuickTexts(treeprocessors.InlineProcessor):
    """Tries a pattern only on a text that holds one of its marks."""

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """All texts of a tree; by now all patterns are there."""
        self.steps = [
            (pattern, OF_PATTERNS.get(pattern.getCompiledRegExp().pattern, ALWAYS))
            for pattern in self.inlinePatterns
        ]
        return super().run(tree, ancestors)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:
        """As in the library, where it is private: with another name, nothing would be quicker."""
        if isinstance(data, AtomicString):
            return data
        index, start, steps = patternIndex, 0, self.steps
        while index < len(steps):
            pattern, marks = steps[index]
            for mark in marks:
                if mark in data:
                    break
            else:
                index, start = index + 1, 0
                continue
            data, found, start = self._InlineProcessor__applyPattern(pattern, data, index, start)
            index += not found
        return data


class QuickMarkdown(Markdown):
    """Python-Markdown with both."""

    def build_parser(self) -> Markdown:
        """Put them in before extensions look for what they change."""
        super().build_parser()
        self.parser.__class__ = QuickBlocks  # its processors hold on to this very parser
        self.treeprocessors.register(QuickTexts(self), "inline", 20)
        return self
