"""Whether a word stands where somebody takes a stand: says, demands, refuses, is blamed by.

The words are those of the positions (`en/stances`, `en/agency`); here only the place of the noun
in its sentence is looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.actors import lexicon
from briefings.analysis.positions.lexicon import word_set
from briefings.analysis.positions.stance_lexicon import pair_stance, words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset(("nsubj",))
ADJECTIVAL = frozenset(("acomp", "oprd", "attr"))
OWN_PREPOSITIONS = frozenset(("by", "from", "among"))
MOST_STEPS = 4
WILL = frozenset(("will", "'ll", "’ll", "wo"))


def takes_stand(noun: Token) -> bool:
    """ "[Dockers] demanded", "was rejected by [judges]", "the [dockers]' demand"."""
    for _ in range(MOST_STEPS):
        if noun.dep_ not in {"conj", "appos"}:
            break
        noun = noun.head
    above = noun.head
    if noun.dep_ in SUBJECTS:
        return _tells(above)
    if noun.dep_ == "nsubjpass":
        return above.lower_ in words_of("adjectives")  # "are concerned", "is prepared to"
    if noun.dep_ == "poss":
        return above.lemma_.lower() in words_of("nouns") | lexicon.agency("stances")
    if noun.dep_ != "pobj":
        return False
    if above.dep_ == "agent":
        return _tells(above.head)
    if above.lower_ == "to" and above.head.lower_ == "according":
        return True
    behind = above.head
    if above.lower_ in OWN_PREPOSITIONS and behind.pos_ == "NOUN":
        return behind.lemma_.lower() in words_of("nouns")
    speaks_for = above.lower_ in {"for", "of"} and behind.lower_ in lexicon.titles("voices")
    return speaks_for and behind.dep_ in SUBJECTS and _tells(behind.head)


def _tells(verb: Token) -> bool:
    """Whether a verb, or one that goes on with it, tells a stand."""
    lemma = verb.lemma_.lower()
    telling = words_of("verbs")
    if lemma in telling or lemma in lexicon.agency("saying"):
        return True
    for below in verb.children:
        lower = below.lower_
        if below.dep_ in {"prep", "prt"} and _goes_with(lemma, below, telling):
            return True
        if below.dep_ in ADJECTIVAL and lower in words_of("adjectives"):
            return True
        if (
            below.dep_ == "aux"
            and lower in WILL
            and lemma in word_set("en/stances", "undertakings")
        ):
            return True
        if below.dep_ == "dobj" and below.lemma_.lower() in words_of("nouns"):
            return True
        if below.dep_ == "dobj" and pair_stance(verb, below) is not None:
            return True
        if below.dep_ in {"xcomp", "conj", "advcl"} and below.i > verb.i and _tells(below):
            return True
    return False


def _goes_with(lemma: str, preposition: Token, telling: frozenset[str]) -> bool:
    """ "object to", "walk out of"."""
    key = f"{lemma} {preposition.lower_}"
    inner = (f"{key} {below.lower_}" for below in preposition.rights if below.dep_ == "prep")
    return key in telling or any(longer in telling for longer in inner)
