"""Turns views into Markdown pages. Places what the views decided; decides nothing itself."""
