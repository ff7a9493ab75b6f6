"""How well a line fits what was typed: the words' likeness, and small bonuses that break ties."""

from __future__ import annotations

from collections.abc import Sequence
from math import log1p
from typing import NamedTuple

from briefings.search.entries import Field
from briefings.search.little import little_words
from briefings.search.matching import EXACT, Typed, begun

# What the parts of a score are worth, a likeness of 1 being the whole. Found by trial on the open
# half of a benchmark of names, and on queries made from its actors.
PROMINENCE = 0.17  # the most that prominence adds
FIELD = {Field.NAME: 0.0, Field.ALIAS: -0.02, Field.ROLE: -0.035}
ROLE_ALONE = -0.08  # one word, and that from a role
WHOLE = 0.04  # several words that make up (almost) the whole of a name or role, spelt rightly
ALMOST = 0.85
SHORT_WHOLE = 0.2  # one short word that is the whole of a name: more than prominence ever adds
SHORT = 4  # letters of such a word
COVERAGE = 0.008  # how much of the line was typed
ORDER = 0.008  # the words stand in the order typed
EDGE = 0.002  # the first typed is the first or last of the name
HIDDEN = 0.97  # a word that the line answers to and does not show
LITTLE = 0.4  # the weight of a letter in "of" or "al"
MISSING = 0.07  # taken off for each typed word that stands for nothing
MISSING_IN_ROLE = 0.1  # taken off besides, for roles have many words to meet by chance
SPARE = 0.5  # the share of the letters too many that is forgiven


class Line(NamedTuple):
    """A line of an actor in numbers of the vocabulary; compare `Entry`.

    `letters` is the number of letters of the words that the text shows.
    """

    field: Field
    text: str
    numbers: tuple[int, ...]
    shown: int
    named: int
    letters: int
    role: str


class Pair(NamedTuple):
    """A typed word and the word of the line that it stands for, by their places."""

    typed: int
    word: int
    similarity: float


class Asked:
    """The typed words of a query.

    Attributes:
        words: The words, in order.
        lengths: Their lengths.
        weights: What they count for: their letters, little words such as "of" less.
        total: The sum of these.
        longest_first: The places of the words, the longest first.
        known: The numbers of all words that they may stand for, but for what short ones begin.
        is_short: Whether there are only short words.
        begun: What the short words begin.
        may_be_whole: Whether it is one word as short as "uk", which mostly is typed whole.
    """

    def __init__(self, words: Sequence[Typed]) -> None:
        self.words = words
        self.lengths = [len(word.word) for word in words]
        little = little_words()
        self.weights = [len(word.word) * (LITTLE if word.word in little else 1.0) for word in words]
        self.total = sum(self.weights)
        self.longest_first = sorted(range(len(words)), key=lambda place: -self.lengths[place])
        self.known: set[int] = set().union(*(word.similar for word in words))
        self.is_short = all(word.is_short for word in words)
        self.begun = [word.beginning for word in words if word.is_short]
        self.may_be_whole = len(words) == 1 and self.lengths[0] <= SHORT

    def is_whole(self, line: Line, pairs: Sequence[Pair]) -> bool:
        """Whether one short word was typed, and a name is nothing but that."""
        return (
            self.may_be_whole
            and line.shown == 1
            and line.field is not Field.ROLE
            and [(pair.word, pair.similarity) for pair in pairs] == [(0, EXACT)]
        )

    def is_in(self, line: Line) -> bool:
        """Whether the line may have any word that was typed, and be the best of its actor.

        A role of which nothing was typed is worth less than the name that stands before it.
        """
        if line.field is Field.ROLE:
            of_role = line.numbers[line.named :]
            if self.known.isdisjoint(of_role) and not any(
                number in beginning for beginning in self.begun for number in of_role
            ):
                return False
        return self.is_short or not self.known.isdisjoint(line.numbers)


def pair_up(line: Line, asked: Asked, lengths: Sequence[int]) -> list[Pair]:
    """For each typed word the likeliest word of the line that no longer one has taken.

    Args:
        line: The line.
        asked: The typed words.
        lengths: The lengths of the words of the vocabulary.

    Returns:
        A pair for each typed word that stands for something, in the order they were typed.
    """
    pairs = []
    taken = 0
    numbers, shown = line.numbers, line.shown
    for place in asked.longest_first:
        word = asked.words[place]
        similar, beginning = word.similar, word.beginning
        best, best_at = 0.0, -1
        for at, number in enumerate(numbers):
            value = similar.get(number, 0.0)
            if not value:
                if number not in beginning:
                    continue
                value = begun(asked.lengths[place], lengths[number])
            if at >= shown:
                value *= HIDDEN
            if value > best and not taken >> at & 1:
                best, best_at = value, at
        if best_at >= 0:
            taken |= 1 << best_at
            pairs.append(Pair(place, best_at, best))
    if len(pairs) > 1:
        pairs.sort()
    return pairs


def likeness(line: Line, pairs: Sequence[Pair], asked: Asked) -> float:
    """The mean similarity of the typed words, 0 to 1, each letter counting the same.

    If the whole of a name was typed and more besides, as "John Henry Miller" for John Miller, what
    is too much counts half.
    """
    similar = 0.0
    for pair in pairs:
        similar += pair.similarity * asked.weights[pair.typed]
    missing = len(asked.words) - len(pairs)
    if not missing:
        return similar / asked.total
    total = asked.total
    if 1 < len(pairs) == len(line.numbers):
        found = sum(asked.weights[pair.typed] for pair in pairs)
        total -= (total - found) * SPARE
    penalty = MISSING * missing
    if line.field is Field.ROLE:
        penalty += MISSING_IN_ROLE
    return similar / total - penalty


def bonus(line: Line, pairs: Sequence[Pair], lengths: Sequence[int]) -> float:
    """What speaks for a line besides the likeness of its words; small against that."""
    value = FIELD[line.field]
    if line.field is Field.ROLE and len(pairs) == 1:
        value += ROLE_ALONE
    covered = 0
    last = -1
    in_order = True
    for _, place, _ in pairs:
        covered += lengths[line.numbers[place]]
        in_order = in_order and place > last
        last = place
    if in_order:
        value += ORDER
    if pairs and pairs[0].word in (0, line.named - 1):
        value += EDGE
    if len(pairs) > 1 and all(pair.similarity == EXACT for pair in pairs):
        first = line.named if pairs[0].word >= line.named else 0
        whole = sum(lengths[number] for number in line.numbers[first : line.shown])
        if covered >= ALMOST * whole:
            value += WHOLE
    return value + COVERAGE * covered / max(line.letters, covered, 1)


def prominence(weight: float, most: float) -> float:
    """The part of the score that the weight gives, from 0 to that of the greatest weight."""
    return PROMINENCE * log1p(max(weight, 0.0)) / log1p(most) if most > 0 else 0.0
