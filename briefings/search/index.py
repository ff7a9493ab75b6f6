"""The index of actors: what the search asks.

Everything that depends on the actors alone is worked out once, when the index is made. A query is
tried as it stands, then with misspelt words if that gives too few good rows; names written as one
word and initials are looked up beside it.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from functools import lru_cache

from briefings.folding import fold
from briefings.search.candidates import Candidate, Hit
from briefings.search.entries import Entry, entries_of
from briefings.search.highlighting import positions
from briefings.search.matching import Matcher
from briefings.search.postings import Postings
from briefings.search.ranking import Ranking, Row
from briefings.search.scoring import Line, prominence
from briefings.search.shortcuts import Shortcuts
from briefings.search.vocabulary import Vocabulary

MAX_QUERY = 128
"""Characters of a query that are looked at; nobody types a longer name."""

GOOD = 0.84
"""A row so alike is one of those that were looked for."""

SURE = 0.93
"""One so alike to several words leaves no doubt that they are spelt rightly."""

FAR = 0.8
"""Rows are approximate whose likeness is a smaller share of the greatest,"""

ROUGH = 0.65
"""or smaller than this by itself."""

INITIALS = 0.99
JOINED = 0.97
"""How alike a name is to its initials, and to its words written as one."""

SPLIT = 0.95
"""What is left of the likeness of words that fit only without a space: it is a slip, too."""

_MAX_WORDS = 16
_REMEMBERED = 500  # typed words kept with what they may stand for, for the next keystroke
_ENOUGH = 10  # good rows that make it needless to look for misspelt words
_MOST_BY_INITIALS = 20
_LEAST_JOINED = 5  # letters
_MANY = 1_000  # actors of whom so much is made that the collector of reference cycles is in the way


class ActorIndex:
    """Actors, found by names as people type them: in part, misspelt, in any order or script."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._actors = sorted(candidates, key=lambda candidate: -candidate.weight)
        with _uncollected() if len(self._actors) >= _MANY else nullcontext():
            self._build()

    def _build(self) -> None:
        entries = [list(entries_of(candidate)) for candidate in self._actors]
        vocabulary = Vocabulary(
            word for lines in entries for entry in lines for word in entry.words
        )
        entries.reverse()
        lines: list[list[Line]] = []
        while entries:  # freed as they are turned into lines, or memory would hold both
            lines.append([_numbered(entry, vocabulary.numbers) for entry in entries.pop()])
        most = max((candidate.weight for candidate in self._actors), default=0.0)
        self._prominence = [prominence(candidate.weight, most) for candidate in self._actors]
        self._words = vocabulary.words
        lengths = bytes(min(len(word), 255) for word in vocabulary.words)
        self._matcher = Matcher(vocabulary)
        self._shortcuts = Shortcuts(lines, vocabulary.words)
        postings = Postings(lines, vocabulary.words)
        self._ranking = Ranking(lines, postings, self._prominence, lengths)
        self._look_up = lru_cache(_REMEMBERED)(self._matcher.typed)
        self._look_closer = lru_cache(_REMEMBERED)(self._matcher.compared)

    def search(self, query: str, limit: int = 10) -> list[Hit]:
        """The actors that fit, best first.

        Args:
            query: What was typed; only the first `MAX_QUERY` characters count. An empty one
                asks for the most prominent actors.
            limit: How many at most.
        """
        if limit < 1:
            return []
        words = fold(query[:MAX_QUERY])[:_MAX_WORDS]
        if not words:
            return [] if query.strip() else self._most_prominent(limit)
        rows = self._as_typed(words, limit)
        rows += self._by_shortcut("".join(words))
        if not self._is_enough(rows, words, limit):
            for at in range(len(words) - 1):
                joined = [*words[:at], words[at] + words[at + 1], *words[at + 2 :]]
                rows += [_glued(row) for row in self._as_typed(joined, limit)]
            if not self._is_enough(rows, words, limit):
                rows += self._misspelt(words)
                rows += self._by_misspelt_run("".join(words))
        return self._hits(rows, limit)

    def _most_prominent(self, limit: int) -> list[Hit]:
        return [
            Hit(actor.id, actor.name, (), value, False)
            for actor, value in zip(self._actors[:limit], self._prominence, strict=False)
        ]

    @staticmethod
    def _is_enough(rows: Sequence[Row], words: Sequence[str], limit: int) -> bool:
        """Whether what was found as typed makes it needless to look for misspelt words."""
        good = sum(row.likeness >= GOOD for row in rows)
        sure = any(row.likeness >= SURE for row in rows)
        return good >= min(limit, _ENOUGH) or (sure and len(words) > 1)

    def _as_typed(self, words: Sequence[str], limit: int) -> list[Row]:
        return self._ranking.with_all([self._look_up(word) for word in words], limit)

    def _misspelt(self, words: Sequence[str]) -> list[Row]:
        typed = [self._look_closer(word) for word in words]
        actors = self._ranking.with_some(typed)
        if len(typed) > 1:
            near = self._ranking.words_of(actors)
            typed = [self._matcher.compared_with(word, near) for word in typed]
        return self._ranking.of_actors(actors, typed)

    def _by_shortcut(self, typed: str) -> list[Row]:
        """The actors whose name is written as one word, or in initials."""
        rows = []
        if len(typed) > 1:
            for actor, line in self._shortcuts.with_initials(typed)[:_MOST_BY_INITIALS]:
                stretches = self._shortcuts.initial_words(typed, line)
                rows.append(self._ranking.row(actor, line, INITIALS, stretches))
        if len(typed) >= _LEAST_JOINED:
            for actor, line in self._shortcuts.beginning_joined(typed):
                stretch = (typed, self._shortcuts.joined_words(typed, line))
                rows.append(self._ranking.row(actor, line, JOINED, [stretch]))
        return rows

    def _by_misspelt_run(self, typed: str) -> list[Row]:
        """The actors whose name is written as one word, and misspelt."""
        rows = []
        for actor, line, edits in self._shortcuts.nearly_joined(typed):
            places = tuple(range(len(line.numbers)))
            like = JOINED - edits / len(typed)
            rows.append(self._ranking.row(actor, line, like, [(typed, places)]))
        return rows

    def _hits(self, rows: Sequence[Row], limit: int) -> list[Hit]:
        """The rows as they are shown, each actor once."""
        best: dict[int, Row] = {}
        for row in rows:
            if row.actor not in best or best[row.actor].score < row.score:
                best[row.actor] = row
        top = max((row.likeness for row in best.values()), default=0.0)
        ranked = sorted(best.values(), key=lambda row: (_is_far(row, top), -row.score, row.actor))[
            :limit
        ]
        return [
            Hit(
                self._actors[row.actor].id,
                row.line.text,
                positions(row.line, row.stretches, self._words),
                row.score,
                _is_far(row, top),
            )
            for row in ranked
        ]


def _is_far(row: Row, top: float) -> bool:
    """Whether a row fits much worse than the one most alike, or little at all."""
    return row.likeness < max(FAR * top, ROUGH)


def _glued(row: Row) -> Row:
    """A row of words that fit only without a space between two of them."""
    likeness = SPLIT * row.likeness
    return replace(row, likeness=likeness, score=row.score - row.likeness + likeness)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Holds the collector of reference cycles off, and lets it walk what is new once at the end.

    It would walk hundreds of thousands of new tuples again and again, find nothing, and take two
    fifths of the time; or do so in the middle of the first keystrokes.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
            gc.collect()


def _numbered(entry: Entry, numbers: dict[str, int]) -> Line:
    """A line with its words as numbers of the vocabulary."""
    return Line(
        entry.field,
        entry.text,
        tuple(map(numbers.__getitem__, entry.words)),
        entry.shown,
        entry.named,
        sum(map(len, entry.words[: entry.shown])),
        entry.role,
    )
