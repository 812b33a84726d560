"""The same page in other languages."""

from collections.abc import Collection, Mapping, Sequence

from stretchbook.model import Language

Alternates = Mapping[str, object]
"""For the front matter of a page: its language, and the same page in each that has it, by code.

Who speaks none of them takes that of the content: `x-default` is what search engines call it.
"""


def view_alternates(
    languages: Sequence[Language], pages: Sequence[Collection[str]]
) -> dict[str, Alternates]:
    """By address, of the pages of each language; none where all is in one language."""
    every = [
        (language, address)
        for language, addresses in zip(languages, pages, strict=True)
        for address in addresses
    ]
    same: dict[str, dict[str, str]] = {}
    for language, address in every:
        same.setdefault(_source(language, address), {})[language.code] = address.lstrip("/")
    if len(languages) == 1:
        return {}
    for source, found in same.items():
        if languages[0].code in found:
            found["x-default"] = source.lstrip("/")
    return {
        address: {"language": language.code, "alternates": same[_source(language, address)]}
        for language, address in every
    }


def _source(language: Language, address: str) -> str:
    """The address of the same page in the language of the content."""
    return f"/{address.removeprefix(language.home)}"
