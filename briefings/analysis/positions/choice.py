"""Which candidates are attributions: weigh each by its source and content, then choose.

The choice is greedy and never nests: a cue inside the content of another attribution belongs to
what is said there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from briefings.analysis.positions.candidates import Candidate
from briefings.analysis.positions.frames import Frame
from briefings.analysis.positions.grammar import Range
from briefings.analysis.positions.weighing import weigh_parts, weigh_standing

THRESHOLD = 0.3
"""Below this weight a candidate is none."""

_LONGEST = 300

_BLOCK = 64
"""Tokens of a stretch of text; the size only matters for speed."""


def choose(
    candidates: list[Candidate],
) -> tuple[list[Candidate], list[tuple[Candidate, Candidate]]]:
    """The attributions, and what they tell of others' stances.

    Returns:
        The chosen candidates, and pairs of a chosen one with a candidate inside its content:
        "Ruiz praised [Okafor's commitment to talks]".
    """
    weighed = [c.weighing(weigh_parts(c)) for c in _joined(candidates)]
    weighed = [c for c in weighed if c.weight >= THRESHOLD]
    standing = [c.weighing(weigh_standing(c)) for c in weighed]
    standing.sort(key=lambda c: (-(c.weight + 0.25 * min(_LONGEST, c.length) / _LONGEST), c.head.i))
    if not standing:
        return [], []
    taken = _Taken(len(standing[0].head.doc))
    chosen = [c for c in standing if c.weight >= THRESHOLD and taken.add(c)]
    chosen.sort(key=lambda c: min(r[0] for r in c.ranges))
    return chosen, list(_nested(chosen, weighed))


class _Taken:
    """The tokens that chosen candidates cover: their heads, cues and contents."""

    def __init__(self, size: int) -> None:
        self._heads = bytearray(size)
        self._cues = bytearray(size)
        self._contents = bytearray(size)

    def add(self, candidate: Candidate) -> bool:
        """Take a candidate in, unless a chosen one excludes it; returns whether it was taken."""
        head = candidate.head.i
        if self._heads[head] or self._contents[head]:
            return False
        if _marked(self._cues, candidate.cue) or _marked(self._contents, candidate.cue):
            return False
        for words in candidate.content:
            if _marked(self._heads, words) or _marked(self._contents, words):
                return False
        self._heads[head] = 1
        _mark(self._cues, candidate.cue)
        for words in candidate.content:
            _mark(self._contents, words)
        return True


def _marked(tokens: bytearray, words: Range) -> bool:
    return tokens.find(1, *words) >= 0


def _mark(tokens: bytearray, words: Range) -> None:
    tokens[words[0] : words[1]] = b"\x01" * (words[1] - words[0])


def _nested(
    chosen: list[Candidate], others: list[Candidate]
) -> Iterator[tuple[Candidate, Candidate]]:
    by_place = sorted(others, key=lambda c: c.cue)
    places = [c.cue[0] for c in by_place]
    for outer in chosen:
        inside = [
            inner
            for start, end in outer.content
            for inner in by_place[bisect_left(places, start) : bisect_left(places, end)]
            if inner.cue[1] <= end and min(r[0] for r in inner.ranges) >= start
        ]
        if not inside:
            continue
        taken = _Taken(len(outer.head.doc))
        for inner in sorted(inside, key=lambda c: -c.weight):
            if taken.add(inner):
                yield outer, inner


def _joined(candidates: list[Candidate]) -> list[Candidate]:
    """Quotations and the clause of one verb are one content: said that it was “a shame”."""
    quoted = {c.head.i: c for c in candidates if c.frame is Frame.QUOTATION}
    joined: list[Candidate] = []
    for candidate in candidates:
        partner = quoted.get(candidate.head.i)
        if partner is None or candidate.frame is Frame.QUOTATION:
            joined.append(candidate)
        elif candidate.frame in {Frame.CLAUSE, Frame.QUESTION}:
            kept = [r for r in candidate.content if _is_beside(r, partner)]
            kept = [r for r in kept if not _ends_before_colon(candidate, partner, r)]
            quoted[candidate.head.i] = replace(partner, content=_union([*partner.content, *kept]))
    return [quoted.get(c.head.i, c) if c.frame is Frame.QUOTATION else c for c in joined]


def _is_beside(words: Range, quoted: Candidate) -> bool:
    """Whether a clause stands on the same side of the cue as a quotation."""
    before = words[0] < quoted.cue[0]
    return any((r[0] < quoted.cue[0]) == before for r in quoted.content)


def _ends_before_colon(clause: Candidate, quoted: Candidate, words: Range) -> bool:
    """It was over: “We lost,” she said. What stands before the colon is the writer's."""
    doc = clause.head.doc
    first = min(r[0] for r in quoted.content)
    return words[0] < first and first > 0 and doc[first - 1].text in {":", ";"}


def _union(ranges: list[Range]) -> tuple[Range, ...]:
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return tuple(merged)
