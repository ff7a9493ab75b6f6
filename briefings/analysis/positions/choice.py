"""Which candidates are attributions: weigh each by its source and content, then choose.

The choice is greedy and never nests: a cue inside the content of another attribution belongs to
what is said there.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefings.analysis.positions.candidates import Candidate
from briefings.analysis.positions.frames import Frame
from briefings.analysis.positions.grammar import Range, lemma, overlaps
from briefings.analysis.positions.lexicon import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

THRESHOLD = 0.3
"""Below this weight a candidate is none."""

_STEP = 0.1
_EMPTY_SOURCES = frozenset({"that", "what", "this", "these", "those", "it", "one", "which"})
_NAMES = frozenset({"PERSON", "ORG", "NORP", "GPE", "PERCENT"})
_AMOUNTS = frozenset({"MONEY", "DATE", "TIME", "QUANTITY", "CARDINAL"})
_SOURCELESS = frozenset({Frame.PASSIVE, Frame.IMPERSONAL, Frame.NOUN, Frame.VERB_NOUN})
_SHORTEST = 12
_LONGEST = 300


def choose(
    candidates: list[Candidate],
) -> tuple[list[Candidate], list[tuple[Candidate, Candidate]]]:
    """The attributions, and what they tell of others' stances.

    Returns:
        The chosen candidates, and pairs of a chosen one with a candidate inside its content:
        "Ruiz praised [Okafor's commitment to talks]".
    """
    weighed = [weighed_by_parts(c) for c in _joined(candidates)]
    weighed = [c for c in weighed if c.weight >= THRESHOLD]
    weighed.sort(key=lambda c: (-(c.weight + 0.25 * _length(c) / _LONGEST), c.head.i))
    chosen: list[Candidate] = []
    refused: list[Candidate] = []
    for candidate in weighed:
        excluded = any(_excludes(other, candidate) for other in chosen)
        (refused if excluded else chosen).append(candidate)
    chosen.sort(key=lambda c: min(r[0] for r in c.ranges))
    nested = [
        (outer, inner)
        for outer in chosen
        for inner in refused
        if any(a <= min(r[0] for r in inner.ranges) and inner.cue[1] <= b for a, b in outer.content)
    ]
    return chosen, nested


def weighed_by_parts(candidate: Candidate) -> Candidate:
    """A step up for a source that can speak, steps down for empty sources and tiny contents."""
    weight = candidate.weight
    if candidate.source:
        weight += _STEP * _source_steps(candidate.source_head)
    elif candidate.frame not in _SOURCELESS:
        weight -= 3 * _STEP
    if candidate.content_head is not None:
        if _characters(candidate) < _SHORTEST:
            weight -= 1.5 * _STEP
        if candidate.content_head.ent_type_ in _AMOUNTS:
            weight -= _STEP
    return candidate.weighing(min(0.95, max(0.05, weight)))


def _source_steps(head: Token | None) -> float:
    if head is None:
        return 0
    if head.lower_ in _EMPTY_SOURCES:
        return -2.5
    if head.pos_ == "PRON" or head.ent_type_ in _NAMES or head.pos_ == "PROPN":
        return 0.5
    if lemma(head) in word_set("en/cues", "speakers"):
        return 1
    return -1 if head.pos_ in {"NOUN", "VERB", "NUM"} else 0


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
            quoted[candidate.head.i] = replace(partner, content=_union([*partner.content, *kept]))
    return [quoted.get(c.head.i, c) if c.frame is Frame.QUOTATION else c for c in joined]


def _is_beside(words: Range, quoted: Candidate) -> bool:
    """Whether a clause stands on the same side of the cue as a quotation."""
    before = words[0] < quoted.cue[0]
    return any((r[0] < quoted.cue[0]) == before for r in quoted.content)


def _union(ranges: list[Range]) -> tuple[Range, ...]:
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return tuple(merged)


def _characters(candidate: Candidate) -> int:
    doc = candidate.head.doc
    return sum(doc[b - 1].idx + len(doc[b - 1].text) - doc[a].idx for a, b in candidate.content)


def _length(candidate: Candidate) -> int:
    return min(_LONGEST, _characters(candidate))


def _excludes(chosen: Candidate, candidate: Candidate) -> bool:
    if chosen.head.i == candidate.head.i or overlaps(chosen.cue, candidate.cue):
        return True
    if any(a <= candidate.head.i < b for a, b in chosen.content):
        return True
    if any(a <= chosen.head.i < b for a, b in candidate.content):
        return True
    return any(overlaps(x, y) for x in chosen.content for y in (*candidate.content, candidate.cue))
