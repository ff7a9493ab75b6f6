"""Stances told by somebody else: praised Okafor's commitment, said that Norland has agreed.

The holder is not the source. Only what is told as a fact counts: what somebody would, could or
must do, or does if something else happens, is no stance of theirs.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefings.analysis.positions.candidates import Candidate
from briefings.analysis.positions.deeds import is_undertaking
from briefings.analysis.positions.frames import Frame
from briefings.analysis.positions.grammar import VERBAL, child, lemma, own_subject
from briefings.analysis.positions.lexicon import word_set
from briefings.analysis.positions.reality import is_fact
from briefings.analysis.positions.sources import source_of

_REPORTS = frozenset(
    {Frame.QUOTATION, Frame.CLAUSE, Frame.PARENTHESIS, Frame.ACCORDING, Frame.QUESTION}
)
_WILL = frozenset({"will", "'ll", "’ll", "wo"})
_FUTURE_WEIGHT = 0.5


def told(nested: list[tuple[Candidate, Candidate]]) -> Iterator[tuple[Candidate, Candidate]]:
    """The pairs of report and inner stance where the inner one is told as a fact."""
    for outer, inner in nested:
        head = inner.source_head
        if head is None or not is_fact(inner.head, outer.head):
            continue
        if inner.frame in _REPORTS and head.pos_ == "PRON":
            continue
        if set(outer.key.split()) & word_set("en/stances", "contested"):
            continue  # "claimed that Norland wants war": so it is only claimed
        if inner.head.tag_ == "VB" and child(inner.head, "aux") is None:
            # "demanded that Norland ease the rules": it has not eased them.
            continue
        # Whose "his support" is, the sentence seldom tells.
        if inner.frame is not Frame.NOUN or head.pos_ != "PRON":
            yield outer, inner


def foretold(report: Candidate) -> Candidate | None:
    """Norland will send troops, a spokesman said: an undertaking of Norland's.

    Only deeds that are done on purpose count: "the rebels will lose" is a forecast.
    """
    verb = report.content_head
    if report.frame not in _REPORTS or verb is None or verb.pos_ not in VERBAL:
        return None
    future = next((d for d in verb.lefts if d.dep_ == "aux" and d.lower_ in _WILL), None)
    subject = own_subject(verb)
    planned = child(verb, "xcomp") if lemma(verb) == "be" and verb.tag_ in {"VBP", "VBZ"} else None
    if planned is not None and any(d.lower_ == "to" for d in planned.lefts):
        # "are to hold talks"
        future, verb = verb, planned
    if future is None or subject is None or not subject.i < future.i < verb.i:
        return None
    if not is_undertaking(verb):
        return None
    source = source_of(subject, (future.i, verb.i))
    end = next((b for a, b in report.content if a <= verb.i < b), verb.i + 1)
    return Candidate.of(Frame.FUTURE, "will", verb, source, ((verb.i, end),), verb, _FUTURE_WEIGHT)
