"""Text as the search compares it: words of the letters a to z and digits.

Letters of every script are written in Latin ones by `anyascii` (ISC licence), which, unlike the
decomposition of Unicode, also covers ø, ł, ß and ı. Apostrophes and full stops vanish, so that
"O’Neill" is `oneill` and "U.N." is `un`; whatever else is no letter parts words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

_WORD = re.compile("[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Placed:
    """A folded word, and for each of its letters the offset of the character it came from."""

    word: str
    origins: tuple[int, ...]


def fold(text: str) -> list[str]:
    """The folded words of a text, in order."""
    latin = text if text.isascii() else anyascii(text)
    return _WORD.findall(_plain(latin))


def fold_in_place(text: str) -> list[Placed]:
    """The same words as `fold` gives, with the offsets of their letters in code points.

    Several letters may come from one character ("ß" gives two, "Щ" four), never the reverse.
    """
    letters: list[str] = []
    origins: list[int] = []
    for offset, character in enumerate(text):
        for letter in _letters(character):
            letters.append(letter)
            origins.append(offset)
    return [
        Placed(found.group(), tuple(origins[found.start() : found.end()]))
        for found in _WORD.finditer("".join(letters))
    ]


@lru_cache(4096)
def _letters(character: str) -> str:
    return _plain(anyascii(character))


def _plain(latin: str) -> str:
    # Three times `replace` takes a fifteenth of the time of `translate` here.
    return latin.lower().replace(".", "").replace("'", "").replace("`", "")
