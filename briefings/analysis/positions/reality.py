"""Whether a stance is told as a fact, or only as something that could be.

"If Norland backed the tax" and "Norland could back it" do not say that Norland backs it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.positions.candidates import Candidate
from briefings.analysis.positions.frames import Frame
from briefings.analysis.positions.grammar import VERBAL

if TYPE_CHECKING:
    from spacy.tokens import Token

_POSSIBLE = frozenset({"could", "can", "might", "may", "must", "should", "ought"})
_UNREAL = _POSSIBLE | {"would", "to"}
_OPENING = frozenset({"if", "unless", "whether", "until", "once", "lest"})
_UNASSERTED = frozenset({"about", "of", "without", "from", "to", "for", "before", "against"})
_REPLACED = frozenset({("rather", "than"), ("instead", "of")})
_REPORTS = frozenset(
    {Frame.QUOTATION, Frame.CLAUSE, Frame.PARENTHESIS, Frame.ACCORDING, Frame.QUESTION}
)


def is_fact(word: Token, report: Token) -> bool:
    """Whether nothing between word and report makes it unreal: "must agree", "if they agree".

    Args:
        word: The cue of a stance inside the content of a report.
        report: The cue of that report.
    """
    at = word
    while at != report:
        if _is_opened(at):
            return False
        if at.pos_ in VERBAL and _has_auxiliary(at, _UNREAL):
            return False
        if at.dep_ in {"ROOT", "ccomp", "relcl"}:
            return True
        at = at.head
    return True


def is_hypothetical(candidate: Candidate) -> bool:
    """Whether an attribution is only possible: in an if-clause, under "could", or denied."""
    if _is_conditional(candidate.head):
        return True
    if candidate.frame in _REPORTS or candidate.frame is Frame.NOUN:
        return False
    head = candidate.head
    if head.dep_ == "pcomp" and head.head.lower_ in _UNASSERTED:
        # "told her about backing the plan"
        return True
    doc, start = head.doc, candidate.cue[0]
    if tuple(t.lower_ for t in doc[max(0, start - 2) : start]) in _REPLACED:
        return True
    return any(t.dep_ == "aux" and t.lower_ in _POSSIBLE for t in doc[start : head.i])


def _is_conditional(word: Token) -> bool:
    """Whether the word stands in a clause that "if" opens."""
    at = word
    while True:
        if at.pos_ in VERBAL and _is_opened(at):
            return True
        if at.dep_ not in {"conj", "xcomp", "acomp", "advcl", "dobj", "prep", "pobj"}:
            return False
        at = at.head


def _is_opened(verb: Token) -> bool:
    # "once opposed it" in a main clause is a time, not a condition.
    kinds = {"mark", "advmod"} if verb.dep_ == "advcl" else {"mark"}
    return any(below.dep_ in kinds and below.lower_ in _OPENING for below in verb.lefts)


def _has_auxiliary(verb: Token, words: frozenset[str]) -> bool:
    return any(below.dep_ == "aux" and below.lower_ in words for below in verb.lefts)
