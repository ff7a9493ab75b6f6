"""Infinitives and participles as contents: vowed to fight, urged him to go, proposed cutting."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefings.analysis.positions.candidates import Candidate
from briefings.analysis.positions.contents import content_of
from briefings.analysis.positions.context import Context
from briefings.analysis.positions.frames import Frame
from briefings.analysis.positions.grammar import (
    VERBAL,
    child,
    is_passive,
    lemma,
    subtree,
    verb_key,
)
from briefings.analysis.positions.lexicon import word_set
from briefings.analysis.positions.sources import source_of
from briefings.analysis.positions.subjects import clause_of, cue_range

if TYPE_CHECKING:
    from spacy.tokens import Token


def infinitival(context: Context, verb: Token) -> Iterator[Candidate]:
    """Ruiz vowed to fight · Ruiz urged Okafor to resign · Ruiz proposed cutting taxes."""
    complement = child(verb, "xcomp") or _adjacent(verb)
    if complement is None or complement.i < verb.i or is_passive(verb):
        return
    if complement.pos_ not in VERBAL and not _has_to(complement):
        return
    addressee, key, cue_end = _addressed(verb)
    frame = Frame.INFINITIVE if _has_to(complement) else Frame.GERUND
    if addressee is not None and verb.i < addressee.i < complement.i:
        frame = Frame.OBJECT_INFINITIVE
    elif frame is Frame.GERUND and complement.tag_ != "VBG":
        return
    weight = context.lexicon.weight(frame, key)
    if weight is None:
        return
    start, end = subtree(complement)
    if frame is Frame.OBJECT_INFINITIVE and addressee is not None:
        start = addressee.left_edge.i
    content = content_of(context, (max(start, verb.i + 1), end), complement)
    clause = clause_of(verb)
    source = source_of(clause.subject, cue_range(clause, cue_end))
    if content:
        yield Candidate.of(frame, key, verb, source, content, complement, weight)


def _addressed(verb: Token) -> tuple[Token | None, str, int | None]:
    """Urged Okafor, called on Okafor: who is addressed, the entry of the cue, and its end."""
    preposition = child(verb, "prep")
    if preposition is not None and preposition.i == verb.i + 1:
        key = f"{lemma(verb)} {preposition.lower_}"
        if key in word_set("en/cues", "addressing"):
            return child(preposition, "pobj"), key, preposition.i + 1
    return child(verb, "dobj", "dative"), verb_key(verb), None


def _adjacent(verb: Token) -> Token | None:
    """Sworn [to fight], agreed in Oslo on Monday [to stop]: where the parser hung it elsewhere.

    Only times and places may stand between.
    """
    end = verb.i + 1
    for below in verb.rights:
        if below.dep_ == "advcl" and _has_to(below) and below.left_edge.i == end:
            return below
        if not _is_when_or_where(below) or below.left_edge.i != end:
            return None
        end = below.right_edge.i + 1
    return None


def _is_when_or_where(phrase: Token) -> bool:
    named = child(phrase, "pobj") if phrase.dep_ == "prep" else phrase
    return named is not None and named.ent_type_ in {"DATE", "TIME", "GPE", "LOC"}


def _has_to(verb: Token) -> bool:
    return any(d.lower_ == "to" and d.dep_ == "aux" for d in verb.lefts)
