"""Which candidates are attributions: weigh each by its source and content, then choose.

The choice is greedy and never nests: a cue inside the content of another attribution belongs to
what is said there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefings.analysis.positions.candidates import Candidate
from briefings.analysis.positions.frames import Frame
from briefings.analysis.positions.grammar import Range, overlaps
from briefings.analysis.positions.weighing import weigh_parts, weigh_standing

THRESHOLD = 0.3
"""Below this weight a candidate is none."""

_LONGEST = 300


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
    chosen: list[Candidate] = []
    for candidate in standing:
        if candidate.weight < THRESHOLD:
            continue
        if not any(_excludes(other, candidate) for other in chosen):
            chosen.append(candidate)
    chosen.sort(key=lambda c: min(r[0] for r in c.ranges))
    return chosen, list(_nested(chosen, weighed))


def _nested(
    chosen: list[Candidate], others: list[Candidate]
) -> Iterator[tuple[Candidate, Candidate]]:
    heaviest = sorted(others, key=lambda c: -c.weight)
    for outer in chosen:
        inside: list[Candidate] = []
        for inner in heaviest:
            start = min(r[0] for r in inner.ranges)
            if not any(a <= start and inner.cue[1] <= b for a, b in outer.content):
                continue
            if not any(_excludes(other, inner) for other in inside):
                inside.append(inner)
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


def _excludes(chosen: Candidate, candidate: Candidate) -> bool:
    if chosen.head.i == candidate.head.i or overlaps(chosen.cue, candidate.cue):
        return True
    if any(a <= candidate.head.i < b for a, b in chosen.content):
        return True
    if any(a <= chosen.head.i < b for a, b in candidate.content):
        return True
    return any(overlaps(x, y) for x in chosen.content for y in (*candidate.content, candidate.cue))
