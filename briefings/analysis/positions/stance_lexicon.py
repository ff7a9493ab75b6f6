"""Words -> stances: the lists of `knowledge/en/stances.toml`, by look-up."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefings.analysis.positions.grammar import lemma, verb_key
from briefings.analysis.positions.lexicon import word_set
from briefings.briefing import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

NEGATED = {
    Stance.COMMITS: Stance.REFUSES,
    Stance.REFUSES: Stance.COMMITS,
    Stance.SUPPORTS: Stance.OPPOSES,
    Stance.OPPOSES: Stance.SUPPORTS,
    Stance.CONCEDES: Stance.DENIES,
    Stance.DENIES: Stance.CONCEDES,
    Stance.DEMANDS: Stance.STATES,
    Stance.ACCUSES: Stance.STATES,
    Stance.THREATENS: Stance.STATES,
    Stance.WARNS: Stance.STATES,
    Stance.WITHHOLDS: Stance.STATES,
    Stance.CONDITIONS: Stance.STATES,
    Stance.STATES: Stance.STATES,
}
"""The stance of a negated cue: "did not support" opposes."""


def stance_of(kind: str, *keys: str) -> Stance | None:
    """The stance of the first key that is on a list.

    Args:
        kind: "verbs", "nouns" or "adjectives".
        keys: Lemmas, the most exact first: "push for", "push".
    """
    known = _stances(kind)
    for key in keys:
        if key in known:
            return known[key]
    return None


def pair_stance(verb: Token, noun: Token) -> Stance | None:
    """What verb and noun tell together: lifted a curfew, ratified a treaty, ignored a ruling."""
    key, name = verb_key(verb), lemma(noun)
    for kind, stance in _PAIRS.items():
        if key in word_set("en/stances", kind, "verbs") and name in word_set(
            "en/stances", kind, "nouns"
        ):
            return stance
    return None


_PAIRS = {
    "giving_way": Stance.CONCEDES,
    "stepping_back": Stance.CONCEDES,
    "sealing": Stance.SUPPORTS,
    "disclaiming": Stance.DENIES,
    "defying": Stance.REFUSES,
    "breaking_off": Stance.REFUSES,
}


def is_mere_deed(verb: Token, noun: Token) -> bool:
    """Blocked a road, attacked a convoy: the verbs tell a stand only on a bill or a rival."""
    key = verb_key(verb)
    if key in word_set("en/stances", "mere_deeds", "stopping"):
        if any(d.dep_ == "prep" and d.lower_ == "from" for d in (*verb.rights, *noun.rights)):
            return False  # "barred her from entering"
        return lemma(noun) not in word_set("en/stances", "binding", "nouns") | word_set(
            "en/stances", "mere_deeds", "decisions"
        )
    if key not in word_set("en/stances", "mere_deeds", "fighting"):
        return False
    is_place = noun.ent_type_ in {"GPE", "LOC", "FAC"}
    return is_place or lemma(noun) in word_set("en/stances", "mere_deeds", "targets")


@cache
def words_of(kind: str) -> frozenset[str]:
    """All words of a kind that tell a stance: "verbs", "nouns" or "adjectives"."""
    return frozenset(_stances(kind))


@cache
def _stances(kind: str) -> dict[str, Stance]:
    return {
        word: stance
        for stance in Stance
        if stance is not Stance.STATES
        for word in _list(stance, kind)
    }


def _list(stance: Stance, kind: str) -> frozenset[str]:
    try:
        return word_set("en/stances", stance, kind)
    except KeyError:
        return frozenset()
