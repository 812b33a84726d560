"""Handouts: views in, PDFs out, set with Typst.

`handout.typ` and `wall.typ` place, with what both share in `sheet.typ`; `typeset` runs Typst and
keeps what it made, `contents` writes down what a sheet says. Nothing is decided here that a reader
could notice: views decide.
"""

from stretchbook.handouts.contents import files_of

__all__ = ["files_of"]
