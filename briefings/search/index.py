"""The index of actors: what the search asks.

Everything that depends on the actors alone is worked out once, when the index is made; a query
then looks its words up in the vocabulary, gathers the actors that have such words, most
prominent first, and scores their lines. Misspelt words are looked for only if that gives too few
good rows.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefings.search.candidates import Candidate, Hit
from briefings.search.entries import Entry, Field, entries_of
from briefings.search.folding import fold
from briefings.search.highlighting import positions
from briefings.search.matching import Matcher, Typed
from briefings.search.scoring import Line, Pair, bonus, likeness, pair_up, prominence
from briefings.search.vocabulary import Vocabulary

MAX_QUERY = 128
"""Characters of a query that are looked at; nobody types a longer name."""

_MAX_WORDS = 16
_FAMOUS = 400  # actors kept for each beginning of one or two letters
_POOL = 1500  # actors scored for a query
_GOOD = 0.8
_FAIR = 0.6


@dataclass(slots=True)
class _Row:
    actor: int
    line: Line
    pairs: list[Pair]
    likeness: float
    score: float


class ActorIndex:
    """Actors, found by names as people type them: in part, misspelt, in any order or script."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._actors = sorted(candidates, key=lambda candidate: -candidate.weight)
        entries = [list(entries_of(candidate)) for candidate in self._actors]
        self._vocabulary = Vocabulary(
            word for lines in entries for entry in lines for word in entry.words
        )
        self._lengths = bytes(min(len(word), 255) for word in self._vocabulary.words)
        self._matcher = Matcher(self._vocabulary)
        self._lines = [[self._line(entry) for entry in lines] for lines in entries]
        self._holders: list[list[int]] = [[] for _ in self._vocabulary.words]
        self._famous: dict[str, list[int]] = defaultdict(list)
        for actor, lines in enumerate(self._lines):
            self._register(actor, lines)
        most = max((candidate.weight for candidate in self._actors), default=0.0)
        self._prominence = [prominence(candidate.weight, most) for candidate in self._actors]
        self._typed: dict[str, Typed] = {}

    def _line(self, entry: Entry) -> Line:
        numbers = self._vocabulary.numbers
        return Line(
            entry.field,
            entry.text,
            tuple(numbers[word] for word in entry.words),
            entry.shown,
            entry.named,
            entry.role,
        )

    def _register(self, actor: int, lines: Sequence[Line]) -> None:
        words = self._vocabulary.words
        for number in dict.fromkeys(number for line in lines for number in line.numbers):
            self._holders[number].append(actor)
        for line in lines:
            if line.field is not Field.ROLE:
                for number in line.numbers:
                    for beginning in {words[number][:1], words[number][:2]}:
                        famous = self._famous[beginning]
                        if len(famous) < _FAMOUS and (not famous or famous[-1] != actor):
                            famous.append(actor)

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
        rows = self._score(self._pool(typed), typed)
        if sum(row.likeness >= _GOOD for row in rows) < min(limit, 10):
            for word in typed:
                self._matcher.compare(word)
            pool = self._pool(typed)
            self._compare_nearby(pool, typed)
            rows = self._score(pool, typed)
        return self._hits(rows[:limit], words)

    def _most_prominent(self, limit: int) -> list[Hit]:
        return [
            Hit(actor.id, actor.name, (), value, False)
            for actor, value in zip(self._actors[:limit], self._prominence, strict=False)
        ]

    def _look_up(self, word: str) -> Typed:
        if word not in self._typed:
            if len(self._typed) > 500:
                self._typed.clear()
            self._typed[word] = self._matcher.typed(word)
        return self._typed[word]

    def _holding(self, typed: Typed) -> set[int]:
        """The actors that have a word like the typed one."""
        if len(typed.word) <= 2:
            found = set(self._famous.get(typed.word, ()))
            return found.union(*(self._holders[number] for number in typed.similar))
        return set().union(*(self._holders[number] for number in typed.similar))

    def _pool(self, typed: Sequence[Typed]) -> list[int]:
        """The actors worth scoring, those first that have most of the typed letters."""
        if len(typed) == 1:
            return sorted(self._holding(typed[0]))[:_POOL]
        letters: Counter[int] = Counter()
        for word in typed:
            length = len(word.word)
            for actor in self._holding(word):
                letters[actor] += length
        return sorted(letters, key=lambda actor: (-letters[actor], actor))[:_POOL]

    def _compare_nearby(self, pool: Sequence[int], typed: Sequence[Typed]) -> None:
        """Compares the typed words with all words of the actors that some of them found."""
        if len(typed) < 2:
            return
        numbers = {
            number for actor in pool for line in self._lines[actor] for number in line.numbers
        }
        for word in typed:
            if len(word.word) >= 3:
                self._matcher.compare_with(word, sorted(numbers.difference(word.similar)))

    def _score(self, pool: Iterable[int], typed: Sequence[Typed]) -> list[_Row]:
        """The best line of each actor, best actor first."""
        rows = []
        for actor in pool:
            best: _Row | None = None
            for line in self._lines[actor]:
                pairs = pair_up(line.numbers, typed, self._lengths)
                like = likeness(pairs, typed)
                if like < _FAIR:
                    continue
                score = like + bonus(line, pairs, self._lengths)
                if best is None or score > best.score:
                    best = _Row(actor, line, pairs, like, score)
            if best is not None:
                best.score += self._prominence[actor]
                rows.append(best)
        rows.sort(key=lambda row: -row.score)
        return rows

    def _hits(self, rows: Sequence[_Row], words: Sequence[str]) -> list[Hit]:
        hits = []
        for row in rows:
            lit = positions(row.line, row.pairs, words, self._vocabulary.words)
            identity = self._actors[row.actor].id
            far = row.likeness < 0.75 * rows[0].likeness
            hits.append(Hit(identity, row.line.text, lit, row.score, far))
        return hits
