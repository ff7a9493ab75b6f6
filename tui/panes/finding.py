"""Words found in a running text: folded (é as e, any case), with offsets of the text as it is.

Folding keeps almost every character in its place; the few that it does not (ligatures, accents
written apart) are remembered, so that a long text costs no table as long as itself.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from briefings.document import Span
from tui.screens.narrowing import folded


class FoldedText:
    """A text that words are found in.

    Args:
        text: The text.
    """

    def __init__(self, text: str) -> None:
        letters = {letter: _one_line(folded(letter)) for letter in set(text)}
        self._folded = text.translate({ord(letter): to for letter, to in letters.items()})
        uneven = {letter for letter, to in letters.items() if len(to) != 1}
        places = [at for at, letter in enumerate(text) if letter in uneven] if uneven else []
        # After each uneven character: its end in the folded text, and how far the text is ahead.
        shifts = list(accumulate(1 - len(letters[text[at]]) for at in places))
        self._ahead = shifts
        self._ends = [at + 1 - shift for at, shift in zip(places, shifts, strict=True)]

    def find(self, words: str) -> list[Span]:
        """Where words stand, in the order of the text and without overlap.

        Args:
            words: What was typed; spaces at its ends count for nothing.
        """
        wanted = _one_line(folded(words)).strip()
        found: list[Span] = []
        if not wanted:
            return found
        start = self._folded.find(wanted)
        while start >= 0:
            end = start + len(wanted)
            found.append(Span(self._origin(start), self._origin(end - 1) + 1))
            start = self._folded.find(wanted, end)
        return found

    def _origin(self, offset: int) -> int:
        """The code point of the text that a folded character came from."""
        number = bisect_right(self._ends, offset)
        if number < len(self._ends):
            # Inside an uneven character that gave several: all of them came from it.
            ahead = self._ahead[number - 1] if number else 0
            start = self._ends[number] - 1 + self._ahead[number]
            return min(offset + ahead, start)
        return offset + (self._ahead[-1] if self._ahead else 0)


def _one_line(text: str) -> str:
    return "".join(" " if letter.isspace() else letter for letter in text)
