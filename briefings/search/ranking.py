"""From what was typed to the best line of each actor, in two steps.

First every actor that has a word like a typed one gets a rough score from the words alone, then
the lines of the best are scored in full. The rough score leaves out only the small bonuses, so
that the second step may stop as soon as nobody below can rise among the best.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest

from briefings.search.highlighting import Stretch
from briefings.search.matching import Typed
from briefings.search.postings import Postings
from briefings.search.scoring import Line, bonus, likeness, pair_up

_POOL = 150  # actors whose lines are scored
_COMMON = 3000  # actors with a word so common that it adds nobody by itself
FAIR = 0.6
PARTLY = 0.35
SURE = 0.93
"""Lines less alike are not shown."""


@dataclass(slots=True)
class Row:
    """An actor with the line that fits best."""

    actor: int
    line: Line
    likeness: float
    score: float
    stretches: Sequence[Stretch]


class Ranking:
    """Ranks the actors of an index.

    Args:
        lines: The lines of each actor.
        postings: Which actors have which words.
        prominence: What each actor's prominence adds to the score.
        lengths: The lengths of the words of the vocabulary.
    """

    def __init__(
        self,
        lines: Sequence[Sequence[Line]],
        postings: Postings,
        prominence: Sequence[float],
        lengths: bytes,
    ) -> None:
        self._lines = lines
        self._postings = postings
        self._prominence = prominence
        self._lengths = lengths

    def with_all(self, typed: Sequence[Typed]) -> list[int]:
        """The best actors that have all the typed words, by rough score."""
        long = [self._postings.alike(word) for word in typed if not word.is_short]
        short = [word for word in typed if word.is_short]
        if not long:
            return self._with_short(short)
        long.sort(key=len)
        actors = set(long[0]).intersection(*long[1:])
        for word in short:
            has_initial = self._postings.has_initial
            actors = {actor for actor in actors if has_initial(actor, word.word)}
        return self._best(actors, typed)

    def _with_short(self, short: Sequence[Typed]) -> list[int]:
        """The most prominent actors with words that begin so, and those with the very words."""
        first = max(short, key=lambda word: len(word.word))
        actors = [*self._postings.alike(first), *self._postings.famous(first.word)]
        others = [word.word for word in short if word is not first]
        has_initial = self._postings.has_initial
        return sorted({a for a in actors if all(has_initial(a, other) for other in others)})[:_POOL]

    def _best(self, actors: Iterable[int], typed: Sequence[Typed]) -> list[int]:
        letters = sum(len(word.word) for word in typed)
        weighted = [
            (self._postings.alike(word), len(word.word) / letters)
            for word in typed
            if not word.is_short
        ]
        prominence = self._prominence

        def rough(actor: int) -> float:
            return prominence[actor] + sum(
                found.get(actor, 0.0) * weight for found, weight in weighted
            )

        return nlargest(_POOL, actors, key=rough)

    def with_some(self, typed: Sequence[Typed]) -> list[int]:
        """The best actors that have some of the typed words, by rough score."""
        letters = sum(len(word.word) for word in typed)
        total: dict[int, float] = {}
        long = [(self._postings.alike(word), len(word.word)) for word in typed if not word.is_short]
        for found, length in sorted(long, key=lambda pair: len(pair[0])):
            weight = length / letters
            if total and len(found) > _COMMON:
                for actor in total:
                    total[actor] += weight * found.get(actor, 0.0)
            else:
                for actor, value in found.items():
                    total[actor] = total.get(actor, 0.0) + weight * value
        prominence = self._prominence
        return nlargest(_POOL, total, key=lambda actor: total[actor] + prominence[actor])

    def rows(self, actors: Iterable[int], typed: Sequence[Typed]) -> list[Row]:
        """The best line of each of the actors, best actor first."""
        rows = []
        for actor in actors:
            best: Row | None = None
            for line in self._lines[actor]:
                pairs = pair_up(line, typed, self._lengths)
                like = likeness(line, pairs, typed)
                if like < FAIR and not (
                    like >= PARTLY
                    and any(
                        pair.similarity >= SURE and len(typed[pair.typed].word) > 3
                        for pair in pairs
                    )
                ):
                    continue
                score = like + bonus(line, pairs, self._lengths)
                if best is None or score > best.score:
                    stretches = [(typed[pair.typed].word, (pair.word,)) for pair in pairs]
                    best = Row(actor, line, like, score, stretches)
            if best is not None:
                best.score += self._prominence[actor]
                rows.append(best)
        rows.sort(key=lambda row: -row.score)
        return rows

    def row(self, actor: int, line: Line, like: float, stretches: Sequence[Stretch]) -> Row:
        """A row for a line that was found otherwise than by its words."""
        score = like + bonus(line, (), self._lengths) + self._prominence[actor]
        return Row(actor, line, like, score, stretches)
