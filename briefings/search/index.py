"""The index of actors: what the search asks.

Everything that depends on the actors alone is worked out once, when the index is made. A query is
tried as it stands, then with misspelt words if that gives too few good rows; names written as one
word and initials are looked up beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefings.search.candidates import Candidate, Hit
from briefings.search.entries import Entry, entries_of
from briefings.search.folding import fold
from briefings.search.highlighting import Stretch, positions
from briefings.search.matching import Matcher, Typed
from briefings.search.postings import Postings
from briefings.search.ranking import Ranking, Row
from briefings.search.scoring import Line, bonus, prominence
from briefings.search.shortcuts import Shortcuts
from briefings.search.vocabulary import Vocabulary

MAX_QUERY = 128
"""Characters of a query that are looked at; nobody types a longer name."""

_MAX_WORDS = 16
_REMEMBERED = 500  # typed words kept with what they may stand for, for the next keystroke
_GOOD = 0.8
_SURE = 0.93
_FAR = 0.75
_INITIALS = 0.95
_JOINED = 0.97


class ActorIndex:
    """Actors, found by names as people type them: in part, misspelt, in any order or script."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._actors = sorted(candidates, key=lambda candidate: -candidate.weight)
        entries = [list(entries_of(candidate)) for candidate in self._actors]
        vocabulary = Vocabulary(
            word for lines in entries for entry in lines for word in entry.words
        )
        lines = [[_numbered(entry, vocabulary.numbers) for entry in each] for each in entries]
        del entries
        most = max((candidate.weight for candidate in self._actors), default=0.0)
        self._prominence = [prominence(candidate.weight, most) for candidate in self._actors]
        self._words = vocabulary.words
        self._lines = lines
        self._lengths = bytes(min(len(word), 255) for word in vocabulary.words)
        self._matcher = Matcher(vocabulary)
        self._shortcuts = Shortcuts(lines, vocabulary.words)
        postings = Postings(lines, vocabulary.words)
        self._ranking = Ranking(lines, postings, self._prominence, self._lengths)
        self._typed: dict[str, Typed] = {}

    def search(self, query: str, limit: int = 10) -> list[Hit]:
        """The actors that fit, best first.

        Args:
            query: What was typed; only the first `MAX_QUERY` characters count. An empty one
                asks for the most prominent actors.
            limit: How many at most.
        """
        words = fold(query[:MAX_QUERY])[:_MAX_WORDS]
        if not words:
            return [] if query.strip() else self._most_prominent(limit)
        typed = [self._look_up(word) for word in words]
        rows = self._ranking.rows(self._ranking.with_all(typed), typed)
        shortcuts = self._by_shortcut("".join(words))
        if not self._is_enough(rows, typed, limit):
            rows = self._misspelt(typed)
        return self._hits(rows, shortcuts, words, limit)

    def _most_prominent(self, limit: int) -> list[Hit]:
        return [
            Hit(actor.id, actor.name, (), value, False)
            for actor, value in zip(self._actors[:limit], self._prominence, strict=False)
        ]

    def _look_up(self, word: str) -> Typed:
        if word not in self._typed:
            if len(self._typed) >= _REMEMBERED:
                self._typed.clear()
            self._typed[word] = self._matcher.typed(word)
        return self._typed[word]

    @staticmethod
    def _is_enough(rows: Sequence[Row], typed: Sequence[Typed], limit: int) -> bool:
        """Whether what was found as typed makes it needless to look for misspelt words."""
        good = sum(row.likeness >= _GOOD for row in rows)
        sure = any(row.likeness >= _SURE for row in rows)
        return good >= min(limit, 10) or (sure and len(typed) > 1)

    def _misspelt(self, typed: Sequence[Typed]) -> list[Row]:
        for word in typed:
            self._matcher.compare(word)
        actors = self._ranking.with_some(typed)
        if len(typed) > 1:
            near = {
                number for actor in actors for line in self._lines[actor] for number in line.numbers
            }
            for word in typed:
                if not word.is_short:
                    self._matcher.compare_with(word, sorted(near.difference(word.similar)))
        return self._ranking.rows(actors, typed)

    def _by_shortcut(self, typed: str) -> dict[int, tuple[Row, list[Stretch]]]:
        """The actors whose name is written as one word, or in initials."""
        found: dict[int, tuple[Row, list[Stretch]]] = {}
        if len(typed) > 1:
            for actor, line in self._shortcuts.with_initials(typed)[:20]:
                row = self._shortcut_row(actor, line, _INITIALS)
                found.setdefault(actor, (row, self._shortcuts.initial_words(typed, line)))
        if len(typed) > 4:
            for actor, line in self._shortcuts.beginning_joined(typed):
                places = self._shortcuts.joined_words(typed, line)
                if len(places) > 1:
                    row = self._shortcut_row(actor, line, _JOINED)
                    found.setdefault(actor, (row, [(typed, places)]))
        return found

    def _shortcut_row(self, actor: int, line: Line, value: float) -> Row:
        score = value + bonus(line, (), self._lengths) + self._prominence[actor]
        return Row(actor, line, (), value, score)

    def _hits(
        self,
        rows: Sequence[Row],
        shortcuts: dict[int, tuple[Row, list[Stretch]]],
        words: Sequence[str],
        limit: int,
    ) -> list[Hit]:
        best = {row.actor: row for row in rows}
        for actor, (row, _) in shortcuts.items():
            if actor not in best or best[actor].score < row.score:
                best[actor] = row
        ranked = sorted(best.values(), key=lambda row: -row.score)[:limit]
        top = max((row.likeness for row in ranked), default=0.0)
        hits = []
        for row in ranked:
            stretches: Sequence[Stretch] = [(words[p.typed], (p.word,)) for p in row.pairs]
            if row.actor in shortcuts and shortcuts[row.actor][0] is row:
                stretches = shortcuts[row.actor][1]
            hits.append(
                Hit(
                    self._actors[row.actor].id,
                    row.line.text,
                    positions(row.line, stretches, self._words),
                    row.score,
                    row.likeness < _FAR * top,
                )
            )
        return hits


def _numbered(entry: Entry, numbers: dict[str, int]) -> Line:
    """A line with its words as numbers of the vocabulary."""
    return Line(
        entry.field,
        entry.text,
        tuple(numbers[word] for word in entry.words),
        entry.shown,
        entry.named,
        entry.role,
    )
