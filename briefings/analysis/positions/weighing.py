"""How much a candidate weighs once its parts are looked at.

The word lists give a cue's weight; here it goes up or down by steps for what source, clause and
content say about it. The steps are set by hand and coarse on purpose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.positions.candidates import Candidate
from briefings.analysis.positions.frames import Frame
from briefings.analysis.positions.grammar import (
    counted,
    is_human,
    is_misread_main_verb,
    is_negated,
)
from briefings.analysis.positions.stance_lexicon import stance_of
from briefings.analysis.positions.subjects import is_parallel, is_written
from briefings.briefing import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_STEP = 0.1
_LEAST, _MOST = 0.05, 0.95
_EMPTY = frozenset({"that", "what", "this", "these", "those", "one"})
_VAGUE = frozenset({"it", "they", "you", "we", "which", "i"})
_NAMES = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_AMOUNTS = frozenset({"MONEY", "DATE", "TIME", "QUANTITY", "CARDINAL"})
_SOURCELESS = frozenset({Frame.PASSIVE, Frame.IMPERSONAL, Frame.VERB_NOUN})
_PHRASAL = frozenset(
    {
        Frame.OBJECT,
        Frame.OBJECT_AS,
        Frame.PREDICATE,
        Frame.PREPOSITION,
        Frame.INFINITIVE,
        Frame.OBJECT_INFINITIVE,
        Frame.GERUND,
        Frame.VERB_NOUN,
    }
)
_CLAUSAL = frozenset({Frame.CLAUSE, Frame.QUESTION})
_OF_PHRASES: dict[str, float] = {
    "ROOT": 1,
    "xcomp": -1,
    "pcomp": -1,
    "relcl": -1,
    "acl": -2,
    "ccomp": -3,
}
_OF_CLAUSES: dict[str, float] = {
    "ROOT": 0.5,
    "xcomp": -1,
    "pcomp": -1,
    "relcl": -1,
    "acl": -3,
    "ccomp": -3,
}
_POSSIBLE = frozenset({"would", "could", "can", "might", "may", "will", "should", "to"})
_WILL = frozenset({"will", "wo"})
_SHORT = 12
_LONG = 60


def weigh_parts(candidate: Candidate) -> float:
    """The weight with steps for source and content."""
    steps = 0.0
    if candidate.source:
        steps += _source_steps(candidate.source_head)
    elif candidate.frame is Frame.NOUN:
        steps -= 1.5
    elif candidate.frame not in _SOURCELESS:
        steps -= 3
    if candidate.content_head is not None:
        steps += 0.5 * (candidate.length > _LONG)
        is_amount = candidate.content_head.ent_type_ in _AMOUNTS
        steps -= is_amount and stance_of("verbs", candidate.key) is not Stance.COMMITS
    return _bounded(candidate.weight + _STEP * steps)


def weigh_standing(candidate: Candidate) -> float:
    """The weight with steps for where the cue stands: a main clause in the past tells most.

    "Ruiz rejected it" against "it was Ruiz's plan to reject it" and "who would reject it".
    """
    steps = 0.0
    if candidate.content_head is not None and candidate.length < _SHORT:
        is_vague = candidate.content_head.pos_ == "PRON" and not _is_about_somebody(candidate)
        is_stand = stance_of("verbs", candidate.key) is not None
        steps -= 1.5 if is_vague else 0.0 if is_stand else 0.5
    table = _standing(candidate.frame)
    if table is not None:
        verb = _first_of_chain(candidate.head)
        steps += table.get(_place(verb), 0)
        auxiliaries = {d.lower_ for d in verb.lefts if d.dep_ == "aux"}
        if is_negated(verb) and auxiliaries & _WILL:
            # "will not support it" is a refusal, as plain as any.
            return _bounded(candidate.weight + _STEP * steps)
        if auxiliaries & _POSSIBLE and not _is_purpose(verb):
            steps -= 1.5
        if is_negated(verb):
            steps -= 1
    return _bounded(candidate.weight + _STEP * steps)


def _is_about_somebody(candidate: Candidate) -> bool:
    """Endorsed her, blamed them: short, and yet a stand."""
    head = candidate.content_head
    is_person = head is not None and head.lower_ in {"him", "her", "them", "me", "us"}
    return is_person and stance_of("verbs", candidate.key) is not None


def _standing(frame: Frame) -> dict[str, float] | None:
    if frame in _CLAUSAL:
        return _OF_CLAUSES
    return _OF_PHRASES if frame in _PHRASAL else None


def _first_of_chain(verb: Token) -> Token:
    """The verb that a chain begins with: "[refused] to rule out"."""
    while verb.dep_ in {"xcomp", "acomp"} and verb.head.i < verb.i:
        verb = verb.head
    return verb


def _is_purpose(verb: Token) -> bool:
    """Marched through Oslo to demand a vote: who marched did demand it."""
    opens = any(d.dep_ == "aux" and d.lower_ == "to" for d in verb.lefts)
    return opens and verb.dep_ == "advcl" and verb.head.tag_ in {"VBD", "VBZ", "VBP"}


def _place(verb: Token) -> str:
    """How the clause of a verb hangs in the sentence, seen through coordination."""
    while verb.dep_ == "conj" and verb.head.i < verb.i:
        above = verb.head
        verb = above.head if above.dep_ == "ccomp" and is_parallel(verb, above.head) else above
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and is_written(verb.head):
        return verb.head.head.dep_  # "passed a resolution backing it"
    return "ROOT" if is_misread_main_verb(verb) else verb.dep_


def _source_steps(head: Token | None) -> float:
    if head is None:
        return 0
    if head.lower_ in _EMPTY:
        return -2.5
    if head.lower_ in _VAGUE:
        return -1
    if head.ent_type_ in _NAMES or head.pos_ == "PROPN":
        return 0.5
    if head.pos_ == "PRON":
        return 0
    if is_human(counted(head)):
        return 0.5
    return -1 if head.pos_ in {"NOUN", "VERB", "NUM"} else 0


def _bounded(weight: float) -> float:
    return min(_MOST, max(_LEAST, weight))
