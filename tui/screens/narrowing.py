"""Lists narrowed by typing: every word typed must stand somewhere in a row, in any order.

This is for titles, help and themes, which one narrows by a word one sees. Names of actors, which
one misspells, have the search of `briefings.search`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence


def folded(text: str) -> str:
    """A text without what nobody types: case, accents."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()


def words_of(query: str) -> tuple[str, ...]:
    """The folded words of what was typed."""
    return tuple(folded(query).split())


def fits(words: Iterable[str], haystack: str) -> bool:
    """Whether every folded word stands in a folded text."""
    return all(word in haystack for word in words)


def fitting_positions(words: Iterable[str], text: str) -> tuple[int, ...]:
    """The code points of `text` at which folded words stand, for lighting them."""
    if text.isascii():
        return _positions(words, text.casefold(), range(len(text)))
    letters: list[str] = []
    origins: list[int] = []
    for offset, character in enumerate(text):
        for letter in folded(character):
            letters.append(letter)
            origins.append(offset)
    return _positions(words, "".join(letters), origins)


def _positions(words: Iterable[str], haystack: str, origins: Sequence[int]) -> tuple[int, ...]:
    found: set[int] = set()
    for word in words:
        start = haystack.find(word)
        while start >= 0:
            found.update(origins[start : start + len(word)])
            start = haystack.find(word, start + len(word))
    return tuple(sorted(found))
