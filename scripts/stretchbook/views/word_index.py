"""Which entries of the search have a word, so that a large library need not be looked through.

An index goes by numbers: those of the entries, in their order, written as steps from one to the
next. Minus three stands for three more, one after the other. docs/js/index-parts.js reads them.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Final

from stretchbook.views.filter_view import FilterView
from stretchbook.views.search_view import SearchEntry

STRICTEST_FIRST: Final = ("leave-out", "ask-first", "adapt")
UNHEARD: Final = "'\u2019\u0640"  # apostrophes, and what stretches a line of Arabic
ALIKE: Final = str.maketrans(
    "\u0629\u0649", "\u0647\u064a"
)  # Arabic letters written for each other

Steps = list[int]
Postings = dict[int, Steps]
"""How much a word counts there, and the numbers of the entries."""


@cache
def words_in(text: str) -> tuple[str, ...]:
    """The words of a text, as docs/js/search-match.js takes a question apart."""
    letters = unicodedata.normalize("NFD", text)
    heard = (x for x in letters if unicodedata.category(x)[0] != "M" and x not in UNHEARD)
    return tuple(re.findall(r"[^\W_]+", "".join(heard).translate(ALIKE).lower()))


def index_words(entries: Iterable[SearchEntry], most: int) -> tuple[str, list[list[Postings]]]:
    """Every word, in order, and where they stand: in parts of some `most` numbers.

    Where an entry has a word in several places the best one counts.
    """
    found: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, entry in enumerate(entries):
        for word, weight in _weights(entry).items():
            found[word][weight].append(number)
    parts: list[list[Postings]] = [[]]
    room = most
    in_order = sorted(found)
    for word in in_order:
        if room <= 0:
            parts.append([])
            room = most
        parts[-1].append({weight: steps(numbers) for weight, numbers in found[word].items()})
        room -= sum(map(len, parts[-1][-1].values()))
    return " ".join(in_order), parts


def _weights(entry: SearchEntry) -> Mapping[str, int]:
    weights: dict[str, int] = {}
    places = ((8, (entry.name,)), (6, entry.other_names), (3, entry.search_words))
    for weight, texts in (*places, (1, (entry.summary,))):
        for text in texts:
            for word in words_in(text):
                weights.setdefault(word, weight)
    return weights


def index_limits(entries: Iterable[SearchEntry]) -> Mapping[str, Mapping[str, Steps]]:
    """By condition and by what it means: each entry once, where it is strictest."""
    found: dict[str, dict[str, list[int]]] = defaultdict(
        lambda: {means: [] for means in STRICTEST_FIRST}
    )
    for number, entry in enumerate(entries):
        for condition in {limit.condition for limit in entry.limits}:
            means = {limit.means for limit in entry.limits if limit.condition == condition}
            found[condition][min(means, key=STRICTEST_FIRST.index)].append(number)
    return {
        condition: {means: steps(numbers) for means, numbers in lists.items()}
        for condition, lists in found.items()
    }


def index_filters(
    filters: Iterable[FilterView], found_by: Iterable[Mapping[str, Sequence[str]]]
) -> Mapping[tuple[str, str], Steps]:
    """The entries that have each value of each filter; conditions have lists of their own."""
    found: dict[tuple[str, str], list[int]] = {
        (item.name, value): []
        for item in filters
        if item.name != "without"
        for value in item.choices
    }
    for number, filtered in enumerate(found_by):
        for by in ((name, value) for name, values in filtered.items() for value in values):
            if by in found:
                found[by].append(number)
    return {by: steps(numbers) for by, numbers in found.items()}


def steps(numbers: Iterable[int]) -> Steps:
    """Numbers in their order as they are written."""
    written: list[int] = []
    last = 0
    for number in numbers:
        if written and number == last + 1:
            if written[-1] >= 0:
                written.append(0)
            written[-1] -= 1
        else:
            written.append(number - last)
        last = number
    return written
