"""How well a line fits what was typed: the words' likeness, and small bonuses that break ties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p

from briefings.search.entries import Field
from briefings.search.matching import Typed, begun

PROMINENCE = 0.14
FIELD = {Field.NAME: 0.0, Field.ALIAS: -0.02, Field.ROLE: -0.05}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an actor in numbers of the vocabulary; compare `Entry`."""

    field: Field
    text: str
    numbers: tuple[int, ...]
    shown: int
    named: int
    role: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A typed word and the word of the line that it stands for, by their places."""

    typed: int
    word: int
    similarity: float


def pair_up(numbers: Sequence[int], typed: Sequence[Typed], lengths: Sequence[int]) -> list[Pair]:
    """For each typed word the likeliest word of the line that no other has taken."""
    pairs = []
    taken = 0
    for place, word in enumerate(typed):
        best, best_at = 0.0, -1
        similar, beginning = word.similar, word.beginning
        for at, number in enumerate(numbers):
            if taken >> at & 1:
                continue
            value = similar.get(number, 0.0)
            if not value and number in beginning:
                value = begun(len(word.word), lengths[number])
            if value > best:
                best, best_at = value, at
        if best_at >= 0:
            taken |= 1 << best_at
            pairs.append(Pair(place, best_at, best))
    return pairs


def likeness(pairs: Sequence[Pair], typed: Sequence[Typed]) -> float:
    """The mean similarity of the typed words, 0 to 1, each letter counting the same."""
    letters = sum(len(word.word) for word in typed)
    return sum(pair.similarity * len(typed[pair.typed].word) for pair in pairs) / letters


def bonus(line: Line, pairs: Sequence[Pair], lengths: Sequence[int]) -> float:
    """What speaks for a line besides the likeness of its words; small against that."""
    value = FIELD[line.field]
    places = [pair.word for pair in pairs]
    if places == sorted(places):
        value += 0.01
    if places and places[0] in (0, line.named - 1):
        value += 0.01
    letters = sum(lengths[number] for number in line.numbers[: line.shown])
    covered = sum(lengths[line.numbers[place]] for place in places)
    return value + 0.03 * covered / max(letters, covered)


def prominence(weight: float, most: float) -> float:
    """The part of the score that the weight gives, from 0 to that of the greatest weight."""
    return PROMINENCE * log1p(max(weight, 0.0)) / log1p(most) if most > 0 else 0.0
