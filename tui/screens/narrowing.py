"""Lists narrowed by typing: every word typed must stand somewhere in a row, in any order.

This is for titles, help and themes, which one narrows by a word one sees. Names of actors, which
one misspells, have the search of `briefings.search`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable


def folded(text: str) -> str:
    """A text without what nobody types: case, accents."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()


def fits(query: str, haystack: str) -> bool:
    """Whether every word of a query stands in a folded text."""
    return all(word in haystack for word in folded(query).split())


def fitting_positions(query: str, text: str) -> tuple[int, ...]:
    """The code points of `text` at which words of the query stand, for lighting them."""
    letters: list[str] = []
    origins: list[int] = []
    for offset, character in enumerate(text):
        for letter in folded(character):
            letters.append(letter)
            origins.append(offset)
    haystack = "".join(letters)
    return tuple(sorted(set(_origins(folded(query).split(), haystack, origins))))


def _origins(words: Iterable[str], haystack: str, origins: list[int]) -> Iterable[int]:
    for word in words:
        start = haystack.find(word)
        while start >= 0:
            yield from origins[start : start + len(word)]
            start = haystack.find(word, start + len(word))
