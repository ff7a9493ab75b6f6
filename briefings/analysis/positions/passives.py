"""Passives and impersonal verbs: was rejected by, is expected to, it seems that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefings.analysis.positions.candidates import Candidate
from briefings.analysis.positions.contents import content_of
from briefings.analysis.positions.context import Context
from briefings.analysis.positions.frames import Frame
from briefings.analysis.positions.grammar import (
    Range,
    can_speak,
    child,
    counted,
    is_passive,
    own_subject,
    subtree,
    trimmed,
    verb_key,
)
from briefings.analysis.positions.lexicon import word_set
from briefings.analysis.positions.sources import source_of
from briefings.analysis.positions.stance_lexicon import stance_of
from briefings.analysis.positions.subjects import clause_of, cue_range

if TYPE_CHECKING:
    from spacy.tokens import Token

_CARRIED = 0.4
_EMPTY = frozenset({"it", "there"})


def passive(context: Context, verb: Token) -> Iterator[Candidate]:
    """The plan was rejected by Ruiz · Prices are expected to fall · it is said that …"""
    if not is_passive(verb):
        return
    agent = child(verb, "agent")
    by = child(agent, "pobj") if agent is not None else None
    frame = Frame.PASSIVE_BY if by is not None else Frame.PASSIVE
    key = verb_key(verb)
    weight = context.lexicon.weight(frame, key)
    if weight is None and by is not None and can_speak(counted(by)) and stance_of("verbs", key):
        weight = _CARRIED  # "was applauded by critics"
    if weight is None:
        return
    clause = clause_of(verb)
    content = _undergone(context, verb, clause.subject)
    if not content:
        return
    cue = cue_range(clause, agent.i + 1 if agent is not None and agent.i == verb.i + 1 else None)
    source = source_of(by, cue)
    yield Candidate.of(frame, key, verb, source, content, clause.subject, weight)


def _undergone(context: Context, verb: Token, subject: Token | None) -> tuple[Range, ...]:
    """What a passive is about: its clause, or its subject with what is said of it."""
    complement = child(verb, "ccomp")
    if complement is not None and complement.i > verb.i:
        return content_of(context, subtree(complement), complement)
    pieces: list[Range] = []
    if subject is not None and subject.lower_ not in _EMPTY:
        start, end = subtree(subject)
        if subject.i < verb.i < end:
            end = min(d.left_edge.i for d in subject.rights if d.right_edge.i >= verb.i)
        found = trimmed(context.parse.doc, (start, end))
        if found:
            pieces.append(found)
    completing = word_set("en/cues", "completing")
    for below in verb.rights:
        said = below.dep_ in {"xcomp", "oprd"} or (
            below.dep_ == "prep" and f"{verb_key(verb)} {below.lower_}" in completing
        )
        if said or (below.dep_ == "prep" and below.lower_ == "as"):
            pieces.extend(content_of(context, subtree(below), below))
            break
    return tuple(pieces)


def impersonal(context: Context, verb: Token) -> Iterator[Candidate]:
    """It seems that the plan is dead · The plan appears to be dead: nobody is the source."""
    weight = context.lexicon.weight(Frame.IMPERSONAL, verb_key(verb))
    subject = own_subject(verb)
    if weight is None or subject is None:
        return
    complement = child(verb, "xcomp", "ccomp", "oprd", "acomp")
    if complement is None or complement.i < verb.i:
        return
    pieces = [] if subject.lower_ in _EMPTY else [subtree(subject)]
    pieces.append(subtree(complement))
    content = tuple(r for piece in pieces for r in content_of(context, piece))
    cue = cue_range(clause_of(verb))
    if content:
        yield Candidate(
            Frame.IMPERSONAL, verb_key(verb), verb, cue, content, (), None, complement, weight
        )
