"""Noun phrases as contents: rejected the plan, called for talks, called it a mistake."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefings.analysis.positions.candidates import Candidate
from briefings.analysis.positions.contents import content_of, with_tail
from briefings.analysis.positions.context import Context
from briefings.analysis.positions.frames import Frame
from briefings.analysis.positions.grammar import (
    child,
    is_passive,
    lemma,
    subtree,
    verb_key,
)
from briefings.analysis.positions.lexicon import word_set
from briefings.analysis.positions.sources import source_of
from briefings.analysis.positions.stance_lexicon import pair_stance, stance_of
from briefings.analysis.positions.subjects import clause_of, cue_range

if TYPE_CHECKING:
    from spacy.tokens import Token

_CARRIED = 0.5
_COMPLEMENTS = ("acl", "prep", "ccomp", "relcl")


def objects(context: Context, verb: Token) -> Iterator[Candidate]:
    """Ruiz rejected the plan · Ruiz dismissed it as a joke · Ruiz called it a mistake."""
    head = child(verb, "dobj")
    if head is None or head.i < verb.i or is_passive(verb) or child(verb, "ccomp"):
        return
    frame = Frame.OBJECT
    predicate = child(verb, "oprd")
    if predicate is not None and predicate.i > head.i:
        frame = Frame.PREDICATE
    elif any(d.dep_ == "prep" and d.lower_ == "as" for d in (*verb.rights, *head.rights)):
        frame = Frame.OBJECT_AS
    key = verb_key(verb)
    weight = context.lexicon.weight(frame, key)
    if weight is None:
        frame, weight = Frame.OBJECT, context.lexicon.weight(Frame.OBJECT, key)
    if pair_stance(verb, head) is not None:
        weight = max(weight or 0.0, _CARRIED)
    if weight is None or context.spoken[verb.i] or _is_written_out(head):
        return
    start, end = with_tail(verb, head)
    if predicate is not None:
        end = max(end, predicate.right_edge.i + 1)
    content = content_of(context, (start, end), head)
    clause = clause_of(verb)
    source = source_of(clause.subject, cue_range(clause))
    if content:
        yield Candidate.of(frame, key, verb, source, content, head, weight)


def _is_written_out(noun: Token) -> bool:
    """Issued a declaration demanding that …: what it says is the content."""
    written = child(noun, "acl")
    return (
        lemma(noun) in word_set("en/cues", "artefacts")
        and written is not None
        and written.tag_ == "VBG"
        and child(written, "ccomp", "dobj") is not None
    )


def light_verbs(context: Context, verb: Token) -> Iterator[Candidate]:
    """A verb that leaves the cue to its object: "expressed concern about", "made clear that"."""
    if is_passive(verb):
        return
    for noun in verb.rights:
        if noun.dep_ not in {"dobj", "acomp", "oprd", "advmod"}:
            continue
        key = f"{verb_key(verb)} {lemma(noun)}"
        weight = context.lexicon.weight(Frame.VERB_NOUN, key) or _light(verb, noun)
        if weight is None:
            continue
        complement = child(noun, *_COMPLEMENTS) or child(
            verb, "ccomp", "xcomp", "prep", "dative", "advcl"
        )
        if complement is None or complement.i < noun.i or _is_price(complement):
            continue
        if _is_day(complement):
            continue
        if complement.dep_ == "relcl" and complement.left_edge.lower_ != "that":
            continue  # "launched a petition, which has many signers"
        start, end = subtree(complement)
        end_of_cue = noun.i + 1
        if complement.dep_ == "prep" or complement.pos_ == "ADP":
            start, end_of_cue = complement.i + 1, complement.i + 1
        content = content_of(context, (max(start, end_of_cue), end), complement)
        clause = clause_of(verb)
        source = source_of(clause.subject, cue_range(clause, end_of_cue))
        if content:
            yield Candidate.of(Frame.VERB_NOUN, key, verb, source, content, complement, weight)


def _is_day(phrase: Token) -> bool:
    """Announced a plan [on Monday]."""
    noun = child(phrase, "pobj")
    return noun is not None and noun.ent_type_ in {"DATE", "TIME"}


def _is_price(phrase: Token) -> bool:
    """Pledged support in return for reforms: the support is for somebody else."""
    noun = child(phrase, "pobj") if phrase.lower_ == "in" else None
    return noun is not None and noun.lower_ in {"return", "exchange"}


def _light(verb: Token, noun: Token) -> float | None:
    """Issued a threat, voiced support: any light verb with any noun that tells a stance."""
    if noun.dep_ != "dobj" or lemma(verb) not in word_set("en/cues", "carrying"):
        return None
    preposition = child(noun, "prep")
    kind = preposition.lower_ if preposition is not None else "to"
    stance = stance_of("nouns", f"{lemma(noun)} {kind}", lemma(noun))
    return _CARRIED if stance is not None else None


def prepositional(context: Context, verb: Token) -> Iterator[Candidate]:
    """Ruiz called for talks · Ruiz called on Okafor to resign · talks about the plan."""
    if child(verb, "dobj", "ccomp") is not None or is_passive(verb):
        return
    for preposition in verb.rights:
        if preposition.dep_ != "prep":
            continue
        inner = child(preposition, "prep") if preposition.lower_ in {"out", "up"} else None
        bearer = inner or preposition
        head = child(bearer, "pobj", "pcomp")
        key = f"{verb_key(verb)} {preposition.lower_}" + (f" {inner.lower_}" if inner else "")
        weight = context.lexicon.weight(Frame.PREPOSITION, key)
        if head is None or weight is None or head.ent_type_ in {"DATE", "TIME"}:
            continue
        start, end = subtree(head)
        for later in verb.rights:
            if later.dep_ in {"xcomp", "advcl"} and later.i > head.i and _infinitive(later):
                end = max(end, later.right_edge.i + 1)
        content = content_of(context, (max(start, bearer.i + 1), end), head)
        clause = clause_of(verb)
        near = bearer.i <= verb.i + 4
        cue = cue_range(clause, bearer.i + 1 if near else None)
        source = source_of(clause.subject, cue)
        if content:
            yield Candidate.of(Frame.PREPOSITION, key, verb, source, content, head, weight)


def _infinitive(verb: Token) -> bool:
    return any(d.dep_ == "aux" and d.lower_ == "to" for d in verb.lefts)
