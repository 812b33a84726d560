"""What `make serve` shows: pages that MkDocs keeps up to date, and what is wrong on top of them.

`live_server` hands out a folder and tells the open pages when it has changed; `renderer` keeps a
MkDocs that is warm, in a process of its own (`mkdocs_worker`).
"""
