"""Keeps what was made, so that nothing is made twice of the same; it changes only the time.

`memory` holds results of functions and puts them into one file. It knows nothing of stretches.
"""

from stretchbook.keeping.memory import forget, recall, remembered, same, store

__all__ = ["forget", "recall", "remembered", "same", "store"]
