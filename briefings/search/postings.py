"""Which actors have which words.

Actors are numbered from the most prominent down, so that the first of a list are the best known.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Sequence

from briefings.search.entries import Field
from briefings.search.matching import Typed
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

    def alike(self, typed: Typed) -> dict[int, float]:
        """The actors that have a word like the typed one, with the similarity of the best."""
        ranked = [(value, self._named[number]) for number, value in typed.similar.items()]
        ranked += [
            (value + FIELD[Field.ROLE], self._in_role[number])
            for number, value in typed.similar.items()
            if number in self._in_role
        ]
        ranked.sort(key=lambda pair: pair[0])
        found: dict[int, float] = {}
        for value, actors in ranked:
            found.update(dict.fromkeys(actors, value))
        return found


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
