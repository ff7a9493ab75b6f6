"""Which actor a stretch of text refers to, once coreference is resolved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from briefings.briefing import Actor, Mention, Relation
from briefings.document import Span


class Resolution:
    """The actors of a document, and a way from a place in the text to them.

    Attributes:
        actors: Every actor, in the order of first mention.
        relations: What the text states between them.
    """

    def __init__(self, actors: Sequence[Actor], relations: Sequence[Relation] = ()) -> None:
        self.actors = tuple(actors)
        self.relations = tuple(relations)

    @cached_property
    def _mentions(self) -> list[tuple[int, Mention, Actor]]:
        rows = [(m.span.start, m, actor) for actor in self.actors for m in actor.mentions]
        return sorted(rows, key=lambda row: (row[0], row[1].span.end, row[2].id))

    @cached_property
    def _longest(self) -> int:
        return max((len(mention.span) for _, mention, _ in self._mentions), default=0)

    def within(self, span: Span) -> list[tuple[Mention, Actor]]:
        """Every mention that lies wholly inside `span`, with its actor, in text order."""
        first = bisect_left(self._mentions, span.start, key=lambda row: row[0])
        found = []
        for row in range(first, len(self._mentions)):
            start, mention, actor = self._mentions[row]
            if start >= span.end:
                break
            if mention.span.end <= span.end:
                found.append((mention, actor))
        return found

    def at(self, span: Span) -> list[tuple[Mention, Actor]]:
        """Every mention that shares a code point with `span`, with its actor, in text order."""
        start = span.start - self._longest
        first = bisect_left(self._mentions, start, key=lambda row: row[0])
        found = []
        for row in range(first, len(self._mentions)):
            start, mention, actor = self._mentions[row]
            if start >= span.end:
                break
            if mention.span.overlap(span):
                found.append((mention, actor))
        return found
