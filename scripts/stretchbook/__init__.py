"""Turns exercise data in content/ into the Markdown pages that MkDocs renders."""
