"""Verbs -> their subjects: own, or taken from a clause above.

"Ruiz went on to praise it, adding that …": both verbs have the subject Ruiz.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from briefings.analysis.positions.grammar import (
    SUBJECTS,
    VERBAL,
    Range,
    after_comma,
    can_speak,
    child,
    is_passive,
    lemma,
    own_subject,
    possessor,
    verb_key,
)
from briefings.analysis.positions.lexicon import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMES = frozenset({"PROPN", "PRON", "NOUN"})
_CUE_PARTS = frozenset({"aux", "auxpass", "neg", "advmod", "prt"})
_LONGEST_CHAIN = 8
_HIGHEST_CLIMB = 6


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb and what stands above it in its clause.

    Attributes:
        verb: The verb.
        start: The first verb of the chain it belongs to ("refused to rule out": refused).
        subject: The head of its subject, or None.
        is_passive: Whether its subject undergoes it.
    """

    verb: Token
    start: Token
    subject: Token | None
    is_passive: bool


class _Step(Enum):
    """What the word above is to the verb below."""

    SUBJECT = auto()
    CHAIN = auto()
    CLAUSE = auto()


def clause_of(verb: Token) -> Clause:
    """Find the subject of a verb, above it if it has none of its own.

    A chain of verbs starts at its first one: "went on to praise", "put out a statement saying".
    """
    passive = is_passive(verb)
    start, at = verb, verb
    for _ in range(_HIGHEST_CLIMB):
        subject = own_subject(at)
        if subject is not None:
            if subject.tag_ == "VBG":
                # "The Red Cross operating there said": the parser takes the participle.
                subject = child(subject, "nsubj") or subject
            return Clause(verb, start, subject, passive)
        above, step = _above(at, passive)
        if above is None:
            break
        if step is _Step.SUBJECT:
            return Clause(verb, start, above, passive)
        if step is _Step.CHAIN and start == at and above.i < at.i:
            start = above
        at = above
    return Clause(verb, start, None if passive else _neighbour(verb), passive)


def _neighbour(verb: Token) -> Token | None:
    """The name right before a finite verb, if the parser hung it elsewhere."""
    if verb.tag_ not in {"VBD", "VBZ", "VBP"}:
        return None
    doc = verb.doc
    at = verb.i - 1
    while at > 0 and doc[at].dep_ in _CUE_PARTS and doc[at].head == verb:
        at -= 1
    name = doc[at] if at >= 0 else verb
    if name.pos_ not in _NAMES or not can_speak(name) or name.sent.start != verb.sent.start:
        return None
    while name.head.i > name.i and name.head.i < verb.i:
        name = name.head
    return name


def _above(at: Token, passive: bool) -> tuple[Token | None, _Step]:
    """Where to look next for the subject of `at`, and what is found there."""
    above = at.head
    if at.dep_ == "xcomp":
        addressee = _addressee(above, at)
        return (above, _Step.CHAIN) if addressee is None else (addressee, _Step.SUBJECT)
    if at.dep_ == "acomp" or (at.dep_ == "ccomp" and above.pos_ == "ADJ"):
        return above, _Step.CHAIN
    if above.dep_ == "ccomp" and (is_parallel(at, above.head) or _is_loose_clause(at)):
        return above.head, _Step.CLAUSE
    if at.dep_ == "advcl" and at.tag_ == "VBG" and not after_comma(at):
        doer = _doer_before(at)
        if doer is not None:
            return doer, _Step.SUBJECT
    if at.dep_ in {"pcomp", "prep", "advcl"}:
        return above, _Step.CLAUSE
    if at.dep_ in {"conj", "dep"} and above.pos_ in VERBAL:
        return above, _Step.CLAUSE
    if at.dep_ == "acl" and above.pos_ in {"NOUN", "PROPN", "PRON"}:
        owner = possessor(above)
        if is_written(above) and owner is not None and owner.pos_ != "PRON":
            return owner, _Step.SUBJECT  # "follows Ruiz's speech denouncing the tax"
        governor = None if passive else _governor(above)
        if governor is not None and is_written(above):
            return governor, _Step.CHAIN
        if governor is not None and _hangs_loose(at):
            return governor, _Step.CLAUSE
        return above, _Step.SUBJECT
    return None, _Step.CLAUSE


def _doer_before(participle: Token) -> Token | None:
    """Spoke about Ruiz calling it a sham: it is Ruiz who calls it so."""
    noun = participle.doc[max(0, participle.left_edge.i - 1)]
    is_topic = noun.dep_ == "pobj" and noun.head.lower_ in {"about", "of"}
    return noun if is_topic and can_speak(noun) and child(participle, "mark") is None else None


def _addressee(verb: Token, infinitive: Token) -> Token | None:
    """Urged voters to go, called on voters to go: it is the voters who go."""
    noun = child(verb, "dobj") if verb.pos_ in VERBAL else None
    preposition = child(verb, "prep")
    if noun is None and preposition is not None and preposition.i == verb.i + 1:
        key = f"{lemma(verb)} {preposition.lower_}"
        called = child(preposition, "pobj")
        is_addressed = called is not None and called.i < infinitive.i
        return called if is_addressed and key in word_set("en/cues", "addressing") else None
    if noun is None or noun.i > infinitive.i:
        return None
    return noun if verb_key(verb) in word_set("en/cues", "addressing") else None


def is_parallel(verb: Token, report: Token) -> bool:
    """Said that it failed and [accused Okafor]: same tense as the report, no subject."""
    same = verb.tag_ == report.tag_ and verb.tag_ in {"VBD", "VBZ"}
    return verb.dep_ == "conj" and same and report.pos_ in VERBAL and report.i < verb.i


def _is_loose_clause(verb: Token) -> bool:
    return verb.dep_ == "advcl" and _hangs_loose(verb)


def _hangs_loose(participle: Token) -> bool:
    """Said that it failed, [adding that …]: the parser hangs it too deep."""
    return (
        participle.tag_ == "VBG" and after_comma(participle) and child(participle, "mark") is None
    )


def is_written(noun: Token) -> bool:
    """Put out a statement saying that …: the statement says what its author says."""
    return noun.dep_ == "dobj" and lemma(noun) in word_set("en/cues", "artefacts")


def _governor(noun: Token) -> Token | None:
    """The verb that a noun behind it hangs on, through prepositions and other nouns."""
    at = noun
    while at.dep_ not in SUBJECTS and at.head != at:
        at = at.head
        if at.pos_ in VERBAL:
            return at
    return None


def cue_range(clause: Clause, end: int | None = None) -> Range:
    """The verb with its auxiliaries, negation, particle and the chain before it.

    "has repeatedly called" · "went on to criticise" · "could not rule out"
    """
    verb = clause.verb
    first = clause.start if verb.i - clause.start.i <= _LONGEST_CHAIN else verb
    start = first.i
    left = {d.i for d in first.lefts if d.dep_ in _CUE_PARTS}
    while start - 1 in left:
        start -= 1
    last = verb.i + 1
    particle = child(verb, "prt")
    if particle is not None and verb.i < particle.i <= verb.i + 2:
        last = particle.i + 1
    return start, max(last, end or last)
