"""Which actors have which words.

Actors are numbered from the most prominent down, so that the first of a list are the best known.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import heappush, heappushpop, nlargest

from briefings.search.entries import Field
from briefings.search.matching import EXACT, Typed
from briefings.search.scoring import FIELD, Line

_FAMOUS = 500
"""Actors that are kept for each beginning of one or two letters; nobody scrolls further."""


class Postings:
    """For each word the actors that have it in a name, and those that have it in a role.

    Args:
        lines: The lines of each actor.
        words: The vocabulary.
    """

    def __init__(self, lines: Sequence[Sequence[Line]], words: Sequence[str]) -> None:
        self._named: list[list[int]] = [[] for _ in words]
        self._in_role: dict[int, list[int]] = defaultdict(list)
        self._famous: dict[str, list[int]] = defaultdict(list)
        self._initials = array("q")
        bits = [_bit(word) for word in words]
        famous = [(self._famous[word[:1]], self._famous[word[:2]]) for word in words]
        for actor, entries in enumerate(lines):
            in_name, in_role = _words_of(entries)
            initials = 0
            for number in in_role:
                self._in_role[number].append(actor)
                initials |= bits[number]
            for number in in_name:
                self._named[number].append(actor)
                initials |= bits[number]
                for known in famous[number]:
                    if len(known) < _FAMOUS and (not known or known[-1] != actor):
                        known.append(actor)
            self._initials.append(initials)

    def famous(self, beginning: str) -> Sequence[int]:
        """The most prominent actors with a word that begins with these one or two letters."""
        return self._famous.get(beginning, ())

    def has_initial(self, actor: int, word: str) -> bool:
        """Whether a word of the actor's lines begins with the same letter as `word`."""
        return bool(self._initials[actor] & _bit(word))

    def best(
        self, typed: Typed, most: int, prominence: Sequence[float], whole: float
    ) -> list[tuple[float, int]]:
        """The best actors by their likest word and prominence, without a look at all others.

        Args:
            typed: A typed word.
            most: How many at most.
            prominence: What each actor's prominence adds.
            whole: What is added if the word is that of a name.

        Returns:
            Scores, and the actors' numbers negated; the best first.
        """
        postings = [
            (value + prominence[actors[0]], value, actors)
            for value, actors in self._like(typed, whole)
        ]
        postings.sort(key=lambda posting: -posting[0])
        found: dict[int, float] = {}
        least: list[float] = []  # no more than the least score of the best so far
        for top, value, actors in postings:
            if len(least) == most and top < least[0]:
                break
            for actor in actors:
                score = value + prominence[actor]
                if len(least) == most and score < least[0]:
                    break  # all others of the list are less prominent
                if actor not in found:
                    found[actor] = score
                    (heappushpop if len(least) == most else heappush)(least, score)
                elif score > found[actor]:
                    found[actor] = score
        return nlargest(most, ((score, -actor) for actor, score in found.items()))

    def alike(self, typed: Typed) -> dict[int, float]:
        """The actors that have a word like the typed one, with the similarity of the best."""
        ranked = sorted(self._like(typed), key=lambda pair: pair[0])
        found: dict[int, float] = {}
        for value, actors in ranked:
            found.update(dict.fromkeys(actors, value))
        return found

    def _like(self, typed: Typed, whole: float = 0.0) -> Iterator[tuple[float, list[int]]]:
        """How alike each similar word is, with the actors that have it, in a name or in a role."""
        for number, value in typed.similar.items():
            if self._named[number]:
                yield value + whole * (value == EXACT), self._named[number]
            if number in self._in_role:
                yield value + FIELD[Field.ROLE], self._in_role[number]


def _words_of(lines: Sequence[Line]) -> tuple[set[int], set[int]]:
    """The words of an actor's names, and those of the roles."""
    in_name: set[int] = set()
    in_role: set[int] = set()
    for line in lines:
        if line.field is Field.ROLE:
            in_role.update(line.numbers[line.named :])
        else:
            in_name.update(line.numbers)
    return in_name, in_role


def _bit(word: str) -> int:
    """A bit for the first letter of a folded word; the digits share one."""
    return 1 << max(ord(word[0]) - ord("a") + 1, 0)
