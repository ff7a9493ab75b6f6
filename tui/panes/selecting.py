"""Words of a text that are being selected, word by word."""

from __future__ import annotations

import re
from bisect import bisect_right

from briefings.document import Span

WORD = re.compile(r"\S+")
LEADING = "“‘\"'([{«„-–—"
TRAILING = "”’\"')]}»,;:!?…-–—"


class Words:
    """The words of a text, and those from one to another that are selected.

    At first one word is under the marker and moves with it; from `fix` on, or once the marker is
    made to extend, everything between that word and the marker is selected.

    Args:
        text: The text.
        offset: A code point of the word to begin with.
    """

    def __init__(self, text: str, offset: int) -> None:
        self._text = text
        self._words = [Span(*found.span()) for found in WORD.finditer(text)]
        self._starts = [word.start for word in self._words]
        self._anchor = self._head = self._at(offset)
        self.is_fixed = False

    def _at(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    @property
    def marker(self) -> Span:
        """The word under the marker; empty in a text without words."""
        return self._words[self._head] if self._words else Span(0, 0)

    @property
    def span(self) -> Span:
        """The selected words, without quotation marks and punctuation at their ends."""
        if not self._words:
            return Span(0, 0)
        first, last = sorted((self._anchor, self._head))
        start, end = self._words[first].start, self._words[last].end
        while start < end and self._text[start] in LEADING:
            start += 1
        while start < end and self._text[end - 1] in TRAILING:
            end -= 1
        # The full stop of a sentence is no part of its last word; those of "U.S." are.
        word = self._text[max(start, self._words[last].start) : end]
        if word.endswith(".") and "." not in word[:-1]:
            end -= 1
        return Span(start, end) if start < end else self._words[first]

    def fix(self) -> None:
        """From here on the marker selects."""
        self.is_fixed = True

    def step(self, by: int) -> None:
        """Move the marker by words."""
        self._move(max(0, min(self._head + by, len(self._words) - 1)))

    def go(self, offset: int) -> None:
        """Move the marker to the word at a code point, or the last one before it."""
        self._move(self._at(offset))

    def _move(self, to: int) -> None:
        self._head = to
        if not self.is_fixed:
            self._anchor = to
