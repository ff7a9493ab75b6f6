"""How well a line fits what was typed: the words' likeness, and small bonuses that break ties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p

from briefings.search.entries import Field
from briefings.search.matching import Typed, begun

PROMINENCE = 0.14
SPARE = 0.5
MISSING = 0.05
HIDDEN = 0.97
ROLE_ALONE = -0.05
ORDER = 0.01
EDGE = 0.01
COVERAGE = 0.03
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


def pair_up(line: Line, typed: Sequence[Typed], lengths: Sequence[int]) -> list[Pair]:
    """For each typed word the likeliest word of the line that no other has taken."""
    pairs = []
    taken = 0
    for place, word in sorted(enumerate(typed), key=lambda each: -len(each[1].word)):
        best, best_at = 0.0, -1
        similar, beginning = word.similar, word.beginning
        for at, number in enumerate(line.numbers):
            if taken >> at & 1:
                continue
            value = similar.get(number, 0.0)
            if not value and number in beginning:
                value = begun(len(word.word), lengths[number])
            if at >= line.shown:
                value *= HIDDEN
            if value > best:
                best, best_at = value, at
        if best_at >= 0:
            taken |= 1 << best_at
            pairs.append(Pair(place, best_at, best))
    if len(pairs) > 1:
        pairs.sort(key=lambda pair: pair.typed)
    return pairs


def likeness(line: Line, pairs: Sequence[Pair], typed: Sequence[Typed]) -> float:
    """The mean similarity of the typed words, 0 to 1, each letter counting the same.

    If the whole of a name was typed and more besides, as "John Henry Miller" for John Miller, what
    is too much counts half.
    """
    letters: float = sum(len(word.word) for word in typed)
    found = sum(len(typed[pair.typed].word) for pair in pairs)
    similar = sum(pair.similarity * len(typed[pair.typed].word) for pair in pairs)
    if found < letters and 1 < len(pairs) == len(line.numbers):
        letters -= (letters - found) * SPARE
    return similar / letters - MISSING * (len(typed) - len(pairs))


def bonus(line: Line, pairs: Sequence[Pair], lengths: Sequence[int]) -> float:
    """What speaks for a line besides the likeness of its words; small against that."""
    value = FIELD[line.field]
    if line.field is Field.ROLE and len(pairs) == 1:
        value += ROLE_ALONE
    places = [pair.word for pair in pairs]
    if places == sorted(places):
        value += ORDER
    if places and places[0] in (0, line.named - 1):
        value += EDGE
    letters = sum(lengths[number] for number in line.numbers[: line.shown])
    covered = sum(lengths[line.numbers[place]] for place in places)
    return value + COVERAGE * covered / max(letters, covered)


def prominence(weight: float, most: float) -> float:
    """The part of the score that the weight gives, from 0 to that of the greatest weight."""
    return PROMINENCE * log1p(max(weight, 0.0)) / log1p(most) if most > 0 else 0.0
