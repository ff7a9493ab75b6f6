"""Nouns and adjectives as cues: her claim that, calls by miners for, wary of, ready to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefings.analysis.positions.candidates import Candidate
from briefings.analysis.positions.contents import content_of
from briefings.analysis.positions.context import Context
from briefings.analysis.positions.frames import Frame
from briefings.analysis.positions.grammar import (
    VERBAL,
    Range,
    child,
    lemma,
    own_subject,
    possessor,
    subtree,
    trimmed,
)
from briefings.analysis.positions.lexicon import word_set
from briefings.analysis.positions.sources import Source, source_of
from briefings.analysis.positions.stance_lexicon import stance_of
from briefings.analysis.positions.subjects import clause_of
from briefings.briefing import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_HIGHEST_CLIMB = 5
_HANGS_BELOW = frozenset({"dobj", "pobj", "prep", "xcomp", "acl", "pcomp", "conj", "ccomp"})


def nominal(context: Context, noun: Token) -> Iterator[Candidate]:
    """Her claim that it failed · Okafor's promise to resign · calls by miners for talks."""
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return
    found = _complement(context, noun, Frame.NOUN)
    if found is None or _is_hypothetical(noun):
        return
    key, weight, complement, content, end = found
    source = _owner(noun, (noun.i, end))
    yield Candidate.of(Frame.NOUN, key, noun, source, content, complement, weight)


def _is_hypothetical(noun: Token) -> bool:
    """It hinges on Norland's readiness to talk · she withdrew her support for it.

    Nobody says there that Norland is ready, or that she supports it.
    """
    at = noun
    for _ in range(_HIGHEST_CLIMB):
        above = at.head
        if at.dep_ not in _HANGS_BELOW or above == at:
            return False
        if at.dep_ == "pobj" and at.head.lower_ in {"on", "upon"} and _is_conditional(at.head):
            return True
        if at.dep_ in {"dobj", "prep", "xcomp"} and _takes_back(above):
            return True
        if above.pos_ in {"NOUN", "ADJ"} and _takes_back(above):
            return True
        at = above
    return False


def _is_conditional(preposition: Token) -> bool:
    """Whether "on" belongs to "hinges", "contingent" or the like."""
    doc = preposition.doc
    before = {lemma(preposition.head), lemma(doc[preposition.i - 1]) if preposition.i else ""}
    return any(
        word in word_set("en/conditions", kind)
        for word in before
        for kind in ("verbs", "adjectives")
    )


def _takes_back(word: Token) -> bool:
    """Whether a word gives up or puts in doubt what hangs below it."""
    if lemma(word) in word_set("en/stances", "voiding"):
        return True
    kinds = ("verbs",) if word.pos_ in VERBAL else ("nouns", "adjectives")
    return any(stance_of(kind, lemma(word)) is Stance.REFUSES for kind in kinds)


def adjectival(context: Context, adjective: Token) -> Iterator[Candidate]:
    """Ruiz is ready to talk · Okafor was wary of the plan · it left miners wary of the plan."""
    if adjective.pos_ != "ADJ" and adjective.tag_ not in {"VBN", "JJ"}:
        return
    found = _complement(context, adjective, Frame.ADJECTIVE)
    if found is None:
        return
    key, weight, complement, content, end = found
    above = adjective.head
    start = adjective.i
    subject = own_subject(adjective)
    if adjective.dep_ in {"amod", "acl", "appos"}:
        subject = above if above.i < adjective.i else None
    elif adjective.dep_ == "oprd" and child(above, "dobj") is not None:
        subject = child(above, "dobj")
    elif subject is None:
        subject = clause_of(adjective).subject
        if above.pos_ in VERBAL and above.i < adjective.i <= above.i + 4:
            start = above.i
            left = {d.i for d in above.lefts if d.dep_ in {"aux", "neg", "advmod"}}
            while start - 1 in left:
                start -= 1
    if subject is None or context.spoken[subject.i]:
        return
    source = source_of(subject, (start, end))
    if source.ranges:
        yield Candidate.of(Frame.ADJECTIVE, key, adjective, source, content, complement, weight)


def _complement(
    context: Context, word: Token, frame: Frame
) -> tuple[str, float, Token, tuple[Range, ...], int] | None:
    """The complement of a noun or adjective: key, weight, its head, content, end of the cue."""
    name = lemma(word) if frame is Frame.NOUN else word.lower_
    bearers = [word]
    if frame is Frame.ADJECTIVE and word.head.pos_ in VERBAL and word.dep_ in {"acomp", "oprd"}:
        bearers.append(word.head)
    for bearer in bearers:
        for below in bearer.rights:
            if below.i <= word.i:
                continue
            kind = _kind(below)
            if kind is None:
                continue
            key = f"{name} {kind}"
            weight = context.lexicon.weight(frame, key)
            if weight is None:
                continue
            start, end = subtree(below)
            end_of_cue = word.i + 1
            if below.dep_ == "prep":
                day = child(below, "pobj")
                if day is not None and day.ent_type_ in {"DATE", "TIME"}:
                    continue  # "announced a plan on Monday"
                start = end_of_cue = below.i + 1
            content = content_of(context, (max(start, end_of_cue), end), below)
            if content:
                return key, weight, below, content, end_of_cue
    return None


def _kind(complement: Token) -> str | None:
    """How a complement is joined: "that", "to" or its preposition."""
    if complement.dep_ == "prep":
        return complement.lower_
    if complement.dep_ in {"acl", "xcomp", "advcl"}:
        infinitive = any(d.dep_ == "aux" and d.lower_ == "to" for d in complement.lefts)
        if infinitive:
            return "to"
        if any(d.dep_ == "mark" and d.lower_ == "that" for d in complement.lefts):
            return "that"
    if complement.dep_ in {"ccomp", "acl"} and complement.pos_ in VERBAL:
        edge = complement.left_edge.lower_
        return edge if edge in {"whether", "how", "why", "what"} else "that"
    return None


def _owner(noun: Token, cue: Range) -> Source:
    """Whose noun it is: possessive, by- or among-phrase, subject of the verb above, name before."""
    doc = noun.doc
    owner = possessor(noun)
    if owner is None and noun.dep_ == "conj" and child(noun, "det") is None:
        # "the union's promise to talk and support for the plan"
        owner = possessor(noun.head)
    if owner is not None:
        start, end = subtree(owner)
        end -= doc[end - 1].tag_ == "POS"
        return Source(((start, end),), owner, cue)
    for below in noun.rights:
        if below.dep_ in {"prep", "agent"} and below.lower_ in {"by", "among", "from"}:
            head = child(below, "pobj")
            if head is not None and (found := trimmed(doc, subtree(head))):
                return Source((found,), head, cue)
    for below in noun.lefts:
        if below.ent_type_ in {"PERSON", "ORG", "NORP", "GPE"} and below.dep_ in {
            "compound",
            "amod",
            "nmod",
        }:
            return Source((subtree(below),), below, cue)
    return Source((), None, cue)
