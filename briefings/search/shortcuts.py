"""Names typed as one word ("kimjongun") and names typed by their initials ("wto", "kj")."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from briefings.search.entries import Field
from briefings.search.little import little_words
from briefings.search.scoring import Line

_LONGEST = 8  # words of a name that somebody would write as one
_LONG = 8  # letters of a joined name that may be misspelt
_SLIPS = 2
_LAST = "\x7f"


class Shortcuts:
    """All names as one word, and all initials of names of two words and more.

    Args:
        lines: The lines of each actor.
        words: The vocabulary.
    """

    def __init__(self, lines: Sequence[Sequence[Line]], words: Sequence[str]) -> None:
        self._words = words
        self._little = little_words()
        self._initials: dict[str, list[tuple[int, Line]]] = defaultdict(list)
        joined: list[tuple[str, int, tuple[int, Line]]] = []
        for actor, entries in enumerate(lines):
            for line in entries:
                if line.field is Field.ROLE or len(line.numbers) < 2:
                    continue
                found = (actor, line)
                parts = [words[number] for number in line.numbers]
                for initials in self._all_initials(parts):
                    self._initials[initials].append(found)
                if len(parts) <= _LONGEST:
                    for at in range(len(parts) - 1):
                        joined.append(("".join(parts[at:]), len(parts[at]), found))
        joined.sort(key=lambda run: run[0])
        self._joined = [text for text, _, _ in joined]
        self._first_words = bytes(min(first, 255) for _, first, _ in joined)
        self._joined_lines = [found for _, _, found in joined]

    def _all_initials(self, parts: Sequence[str]) -> set[str]:
        """The initials of all the words, and of those that count."""
        found = {"".join([part[0] for part in parts])}
        weighty = [part[0] for part in parts if part not in self._little]
        if len(weighty) > 1:
            found.add("".join(weighty))
        return found

    def with_initials(self, typed: str) -> Sequence[tuple[int, Line]]:
        """The actors and lines with these initials, most prominent first."""
        return self._initials.get(typed, ())

    def initial_words(self, typed: str, line: Line) -> list[tuple[str, tuple[int, ...]]]:
        """Each of the initials with the place of its word in the line."""
        parts = [self._words[number] for number in line.numbers]
        weighty = [at for at, part in enumerate(parts) if part not in self._little]
        places = range(len(parts)) if len(parts) == len(typed) else weighty
        return [(letter, (at,)) for letter, at in zip(typed, places, strict=True)]

    def beginning_joined(self, typed: str) -> Iterator[tuple[int, Line]]:
        """The actors and lines of which a run of words, written as one, begins so.

        What is no longer than the first word of a run is no run.
        """
        start = bisect_left(self._joined, typed)
        end = bisect_left(self._joined, typed + _LAST, start)
        for place in range(start, end):
            if self._first_words[place] < len(typed):
                yield self._joined_lines[place]

    def nearly_joined(self, typed: str) -> Iterator[tuple[int, Line, int]]:
        """The actors and lines that, written as one word, are nearly so, with the edits.

        Only those with the same first letter are compared.
        """
        if len(typed) < _LONG:
            return
        start = bisect_left(self._joined, typed[0])
        end = bisect_left(self._joined, typed[0] + _LAST, start)
        for text, edits, place in process.extract(
            typed, self._joined[start:end], scorer=OSA.distance, score_cutoff=_SLIPS, limit=20
        ):
            actor, line = self._joined_lines[start + place]
            if len(text) == sum(len(self._words[number]) for number in line.numbers):
                yield actor, line, int(edits)

    def joined_words(self, typed: str, line: Line) -> tuple[int, ...]:
        """The places of the words that the joined word runs over."""
        parts = [self._words[number] for number in line.numbers]
        for at in range(len(parts) - 1):
            run = ""
            for end in range(at, len(parts)):
                run += parts[end]
                if end > at and run.startswith(typed):
                    return tuple(range(at, end + 1))
        return ()
