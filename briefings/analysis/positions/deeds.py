"""What kind of deed a verb tells: one that hurts, one done on purpose, an ultimatum, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.positions.grammar import child, lemma, verb_key
from briefings.analysis.positions.lexicon import word_set
from briefings.analysis.positions.stance_lexicon import pair_stance
from briefings.briefing import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_WELL = frozenset({"well", "great", "fine", "good", "better"})


def is_harmful(verb: Token) -> bool:
    """Whether a deed hurts somebody: to retaliate, to start a war; not to end one."""
    key = verb_key(verb)
    noun = child(verb, "dobj")
    if noun is not None and pair_stance(verb, noun) in {Stance.SUPPORTS, Stance.CONCEDES}:
        return False  # "strike a deal"
    if key in word_set("en/stances", "harm", "verbs") or _goes_on_strike(verb):
        return True
    if key not in word_set("en/stances", "harm", "causing"):
        return False
    return noun is not None and lemma(noun) in word_set("en/stances", "harm", "nouns")


def _goes_on_strike(verb: Token) -> bool:
    preposition = child(verb, "prep")
    noun = child(preposition, "pobj") if preposition is not None else None
    return noun is not None and lemma(verb) == "go" and lemma(noun) == "strike"


def is_undertaking(verb: Token) -> bool:
    """Whether a deed is only done on purpose: to send troops, to take part."""
    noun = child(verb, "dobj")
    name = f"{verb_key(verb)} {lemma(noun)}" if noun is not None else ""
    known = word_set("en/stances", "undertakings")
    return lemma(verb) in known or verb_key(verb) in known or name in known


def is_ultimatum(verb: Token) -> bool:
    """Would withdraw its envoy unless they apologize: a threat, unless what is done helps them."""
    if lemma(verb) in word_set("en/stances", "benefits"):
        return False
    return any(
        below.lower_ == "unless"
        for clause in verb.rights
        if clause.dep_ == "advcl"
        for below in clause.lefts
        if below.dep_ == "mark"
    )


def is_said_only(head: Token) -> bool:
    """I will tell you what it is · we are going to do well: no undertaking."""
    told = child(head, "dobj", "dative")
    if lemma(head) == "tell":
        return told is not None and told.lower_ == "you"
    return lemma(head) == "do" and any(d.lower_ in _WELL for d in head.rights)


def is_giving_up(head: Token) -> bool:
    """Not to do it is a promise: to give up, to abandon somebody."""
    return bool({verb_key(head), lemma(head)} & word_set("en/stances", "steadfast"))


def is_behind_it(head: Token) -> bool:
    """Said the rebels were behind the attack."""
    preposition = child(head, "prep")
    if lemma(head) != "be" or preposition is None or preposition.lower_ != "behind":
        return False
    wrong = child(preposition, "pobj")
    return wrong is not None and lemma(wrong) in word_set("en/stances", "guilt", "wrongs")
