"""Handouts: views in, PDFs out, set with Typst.

`handout.typ` places, `typeset` runs Typst and keeps what it made, `contents` writes down what a
handout says. Nothing is decided here that a reader could notice: views decide.
"""

from stretchbook.handouts.contents import files_of

__all__ = ["files_of"]
