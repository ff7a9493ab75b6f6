"""Whether a cue is negated, stopped or withheld: did not support, failed to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.positions.candidates import Candidate
from briefings.analysis.positions.content_stances import (
    has_negative_quantifier,
)
from briefings.analysis.positions.frames import Frame
from briefings.analysis.positions.grammar import (
    VERBAL,
    child,
    is_negated,
    lemma,
    verb_key,
)
from briefings.analysis.positions.lexicon import word_set
from briefings.analysis.positions.stance_lexicon import stance_of
from briefings.briefing import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUN_CONTENT = frozenset({Frame.OBJECT, Frame.PREPOSITION, Frame.OBJECT_AS, Frame.PASSIVE_BY})


def is_negative_cue(candidate: Candidate) -> bool:
    """Did not support · no nation backed it · not all are ready · has never agreed"""
    head = candidate.head
    heads = {head.i: head}
    for token in head.doc[candidate.cue[0] : candidate.cue[1]]:
        if token.pos_ in VERBAL and token.dep_ not in {"aux", "auxpass"}:
            heads[token.i] = token
    if head.dep_ in {"acomp", "oprd"}:
        heads[head.head.i] = head.head
    if _is_outstanding(candidate):
        return True
    flips = sum(is_negated(word) for word in heads.values())
    flips += sum(_refuses(word) for word in heads.values() if word != head)
    source, noun = candidate.source_head, _object_of(candidate)
    flips += source is not None and has_negative_quantifier(source)
    flips += noun is not None and has_negative_quantifier(noun) and not _is_few(noun)
    return flips % 2 == 1


def has_stopped(candidate: Candidate) -> bool:
    """Stopped insulting him, failed to condemn it: no stance, and no opposite one."""
    doc = candidate.head.doc
    words = doc[candidate.cue[0] : candidate.cue[1]]
    ended = word_set("en/stances", "ended")
    return any(lemma(t) in ended for t in words if t != candidate.head)


def _is_few(noun: Token) -> bool:
    """Offered few ideas: little is not nothing."""
    return any(d.lower_ == "few" for d in noun.lefts)


def _object_of(candidate: Candidate) -> Token | None:
    """The noun whose "no" negates the cue: endorsed none of it, expressed no support for it."""
    if candidate.frame is Frame.VERB_NOUN:
        return child(candidate.head, "dobj")
    return candidate.content_head if candidate.frame in _NOUN_CONTENT else None


def _is_outstanding(candidate: Candidate) -> bool:
    """Has yet to say: it has not been said."""
    start, end = candidate.cue
    words = [t.lower_ for t in candidate.head.doc[start:end]]
    return "yet" in words[:-1] and words[words.index("yet") + 1] == "to"


def _refuses(verb: Token) -> bool:
    """Whether a verb above the cue turns it into its opposite: "refused to support"."""
    return stance_of("verbs", lemma(verb)) is Stance.REFUSES


def withholds(candidate: Candidate) -> bool:
    """Did not say · declined to comment on · refused to answer"""
    if candidate.head.pos_ not in VERBAL:
        return False
    if candidate.key != "know" and not tells_something(candidate.head):
        return False
    if candidate.frame is Frame.QUOTATION or candidate.key == "deny":
        return False
    return is_negative_cue(candidate)


def tells_something(verb: Token) -> bool:
    """Whether a verb is one of giving information: to comment, to release the figures."""
    keys = {lemma(verb), verb_key(verb)}
    preposition, noun = child(verb, "prep"), child(verb, "dobj")
    if preposition is not None:
        keys.add(f"{lemma(verb)} {preposition.lower_}")
    if keys & word_set("en/stances", "speaking", "verbs"):
        return True
    if not keys & word_set("en/stances", "speaking", "giving") or noun is None:
        return False
    return lemma(noun) in word_set("en/stances", "speaking", "information")
