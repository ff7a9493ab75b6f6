"""From what was typed to the best line of each actor, in two steps.

First every actor that has words like the typed ones gets a rough score from the words alone, then
the lines of the best are scored in full. No line can be worth more than its actor's rough score
and the greatest bonus, so that the second step stops as soon as nobody below can rise among the
best.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from math import inf

from briefings.search import scoring
from briefings.search.highlighting import Stretch
from briefings.search.matching import EXACT, Typed, begun
from briefings.search.postings import Postings
from briefings.search.scoring import Asked, Line, Pair, bonus, likeness, pair_up

FAIR = 0.6
"""Lines less alike are not shown,"""

PARTLY = 0.3
"""unless a word of them was typed as it stands."""

_POOL = 150  # actors whose lines are scored for a query as it was typed
_POOL_OF_MISSPELT = 60  # and for a query that seems misspelt
_REMEMBERED = 16  # typed words whose actors are kept for the next keystroke
_COMMON = 3000  # actors with a word so common that it adds nobody by itself


@dataclass(slots=True)
class Row:
    """An actor with the line that fits best.

    Attributes:
        actor: The actor's number.
        line: The line.
        likeness: How alike it is to what was typed, 0 to 1.
        score: The same with bonuses and prominence.
        stretches: What was typed, and for which words of the line it stands.
    """

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
        self._alike = lru_cache(_REMEMBERED)(postings.alike)
        self._prominence = prominence
        self._lengths = lengths

    def with_all(self, typed: Sequence[Typed], limit: int) -> list[Row]:
        """The best rows of the actors that have all the typed words, best first."""
        asked = Asked(typed)
        if len(typed) == 1 and not typed[0].is_short:
            whole = scoring.SHORT_WHOLE if asked.may_be_whole else 0.0
            best = self._postings.best(typed[0], max(_POOL, limit), self._prominence, whole)
            return self._rows(best, asked, limit)
        alike = [self._alike(word) for word in typed]
        short = [word for word in typed if word.is_short]
        long = [found for found, word in zip(alike, typed, strict=True) if not word.is_short]
        if long:
            smallest, *others = sorted(long, key=len)
            actors: Iterable[int] = set(smallest).intersection(*others)
            has_initial = self._postings.has_initial
            for word in short:
                actors = [actor for actor in actors if has_initial(actor, word.word)]
        else:
            actors = self._with_short(short)
        most = begun(1, 1)
        prominence = self._prominence
        if len(alike) == 1:
            found = alike[0]
            if asked.may_be_whole:
                found = {
                    actor: value + scoring.SHORT_WHOLE * (value == EXACT)
                    for actor, value in found.items()
                }
            rough = [(found.get(actor, most) + prominence[actor], -actor) for actor in actors]
        else:
            shares = [weight / asked.total for weight in asked.weights]
            weighted = list(zip(alike, shares, strict=True))
            rough = [
                (
                    sum([found.get(actor, most) * share for found, share in weighted])
                    + prominence[actor],
                    -actor,
                )
                for actor in actors
            ]
        return self._rows(nlargest(max(_POOL, limit), rough), asked, limit)

    def _with_short(self, short: Sequence[Typed]) -> set[int]:
        """The most prominent actors with words that begin so, and those with the very words."""
        first = max(short, key=lambda word: len(word.word))
        others = [word.word for word in short if word is not first]
        has_initial = self._postings.has_initial
        return {
            actor
            for actor in (*self._alike(first), *self._postings.famous(first.word))
            if all(has_initial(actor, other) for other in others)
        }

    def with_some(self, typed: Sequence[Typed]) -> list[int]:
        """The best actors that have some of the typed words, by rough score."""
        asked = Asked(typed)
        total: dict[int, float] = {}
        long = [
            (self._alike(word), weight / asked.total)
            for word, weight in zip(typed, asked.weights, strict=True)
            if not word.is_short
        ]
        for found, weight in sorted(long, key=lambda pair: len(pair[0])):
            if total and len(found) > _COMMON:
                for actor in total:
                    total[actor] += weight * found.get(actor, 0.0)
            elif total:
                for actor, value in found.items():
                    total[actor] = total.get(actor, 0.0) + weight * value
            else:
                total = {actor: weight * value for actor, value in found.items()}
        prominence = self._prominence
        rough = [(value + prominence[actor], -actor) for actor, value in total.items()]
        return [-actor for _, actor in nlargest(_POOL_OF_MISSPELT, rough)]

    def words_of(self, actors: Iterable[int]) -> set[int]:
        """The numbers of all words of the actors' lines."""
        return {
            number for actor in actors for line in self._lines[actor] for number in line.numbers
        }

    def of_actors(self, actors: Iterable[int], typed: Sequence[Typed]) -> list[Row]:
        """The rows of these actors, best first."""
        return self._rows([(inf, -actor) for actor in actors], Asked(typed), _POOL_OF_MISSPELT)

    def _rows(self, rough: Iterable[tuple[float, int]], asked: Asked, limit: int) -> list[Row]:
        """The rows of actors given by rough score and negated number, the best first."""
        rows: list[Row] = []
        best: list[float] = []
        most = scoring.ORDER + scoring.EDGE + scoring.COVERAGE
        most += scoring.WHOLE if len(asked.words) > 1 else 0.0
        for value, actor in rough:
            if len(best) >= limit and value + most < best[-limit]:
                break
            row = self._best_line(-actor, asked)
            if row is not None:
                rows.append(row)
                insort(best, row.score)
        rows.sort(key=lambda row: -row.score)
        return rows

    def _best_line(self, actor: int, asked: Asked) -> Row | None:
        best: tuple[float, float, Line, list[Pair]] | None = None
        for line in self._lines[actor]:
            if not asked.is_in(line):
                continue
            pairs = pair_up(line, asked, self._lengths)
            like = likeness(line, pairs, asked)
            if like < FAIR and not self._is_partly(like, pairs, asked):
                continue
            score = like + bonus(line, pairs, self._lengths)
            if asked.is_whole(line, pairs):
                score += scoring.SHORT_WHOLE
            if best is None or score > best[0]:
                best = (score, like, line, pairs)
        if best is None:
            return None
        score, like, line, pairs = best
        stretches = [(asked.words[pair.typed].word, (pair.word,)) for pair in pairs]
        return Row(actor, line, like, score + self._prominence[actor], stretches)

    @staticmethod
    def _is_partly(like: float, pairs: Sequence[Pair], asked: Asked) -> bool:
        return like >= PARTLY and any(
            pair.similarity == EXACT and asked.lengths[pair.typed] > 2 for pair in pairs
        )

    def row(self, actor: int, line: Line, like: float, stretches: Sequence[Stretch]) -> Row:
        """A row for a line that was found otherwise than by its words."""
        score = like + bonus(line, (), self._lengths) + self._prominence[actor]
        return Row(actor, line, like, score, stretches)
