"""What `make serve` shows: the pages, which follow what is saved, and what is wrong on top of them.

`live_server` hands out a folder and tells the open pages when it has changed.
"""
