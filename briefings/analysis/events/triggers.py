"""Which words of a text name something that happens.

A verb is a deed ("signed"), a noun an event ("summit"); a verb that only says that an event takes
place ("the summit was *held*") supports its noun and makes no event of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from briefings.analysis.positions.grammar import child, lemma, verb_key
from briefings.knowledge import load, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_FILE = "en/events"
_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss"})
_NOUN_LIKE = frozenset({"amod", "compound", "intj", "pobj", "nsubj", "nsubjpass", "dobj"})
_HELPERS = frozenset({"aux", "auxpass"})


@cache
def word_list(*keys: str) -> frozenset[str]:
    """One list of `knowledge/en/events.toml`: lemmas in lower case."""
    return words(_FILE, *keys)


@dataclass(frozen=True)
class Trigger:
    """A word that names an event.

    Attributes:
        token: The word; of a verb with a particle the verb.
        key: What it is listed under: its lemma, the same for a verb and its noun.
        support: The verb that says that the event of a noun takes place, or None.
        is_noun: Whether it is a noun.
        is_strong: Whether it is told by who does it; else only with a time or a place.
    """

    token: Token
    key: str
    support: Token | None
    is_noun: bool
    is_strong: bool


def triggers(tokens: Sequence[Token]) -> Iterator[Trigger]:
    """The triggers among the tokens of a sentence, in text order."""
    nouns = word_list("nouns", "events") | word_list("nouns", "processes")
    for token in tokens:
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in _HELPERS:
            found = _verb(token)
            if found is not None:
                yield found
        elif token.pos_ in {"NOUN", "PROPN"} and lemma(token) in nouns:
            found = _noun(token)
            if found is not None:
                yield found


def _verb(token: Token) -> Trigger | None:
    key = verb_key(token)
    if key not in word_list("verbs", "strong"):
        key = lemma(token) if child(token, "prt") is None else key
    strong = key in word_list("verbs", "strong")
    if not strong and key not in word_list("verbs", "weak"):
        return None
    if token.dep_ in _NOUN_LIKE or _supports(token) is not None:
        return None
    if _is_speech(token, key):
        return None
    if key in word_list("verbs", "alone") and child(token, "dobj") is not None:
        return None
    return Trigger(token, same(key), None, is_noun=False, is_strong=strong)


def _is_speech(verb: Token, key: str) -> bool:
    """Whether a verb of doing only speaks here: "charged that it leaked", "issued a statement"."""
    thing = child(verb, "dobj", "nsubjpass")
    if thing is None and verb.dep_ == "acl":
        thing = verb.head
    if thing is None:
        clause = child(verb, "ccomp")
        return clause is not None and key not in word_list("verbs", "clausal")
    return lemma(thing) in word_list("nouns", "utterances")


def _noun(token: Token) -> Trigger | None:
    if token.dep_ in _MODIFIERS and token.head.pos_ in {"NOUN", "PROPN"} and token.i < token.head.i:
        return None
    key = lemma(token)
    if _is_other_thing(token, key):
        return None
    if key in word_list("nouns", "processes"):
        # "a peace deal under discussion": what is discussed is the event.
        if token.dep_ == "pobj" and token.head.lower_ == "under":
            return Trigger(token, same(key), None, is_noun=True, is_strong=True)
        if key not in word_list("nouns", "events"):
            return None
    return Trigger(token, same(key), _support_of(token), is_noun=True, is_strong=True)


def _is_other_thing(noun: Token, key: str) -> bool:
    """Whether the word is no event here: "18 votes", "March 1", "a heart attack"."""
    if key == "vote" and noun.tag_ == "NNS":
        return True
    if key == "fire" and not any(True for _ in noun.lefts):
        # "caught fire"
        return True
    if noun.ent_type_ == "DATE" and noun.text[:1].isupper():
        return True
    phrases = word_list("nouns", "other_things")
    return any(f"{c.lower_} {key}" in phrases for c in noun.lefts)


def same(key: str) -> str:
    """What a lemma is listed under."""
    known: dict[str, str] = load(_FILE)["same"]
    return known.get(key, key)


def _supports(verb: Token) -> Token | None:
    """The noun of an event that a verb only says to take place."""
    if verb_key(verb) not in word_list("verbs", "support"):
        return None
    for label in ("dobj", "nsubjpass", "nsubj"):
        noun = child(verb, label)
        if noun is not None and _is_event(noun):
            return noun
    governor = verb.head
    return governor if verb.dep_ in {"acl", "relcl"} and _is_event(governor) else None


def _is_event(noun: Token) -> bool:
    return noun.pos_ in {"NOUN", "PROPN"} and lemma(noun) in word_list("nouns", "events")


def _support_of(noun: Token) -> Token | None:
    """The verb that says that the event of a noun takes place: "held a summit"."""
    verb = noun.head
    if noun.dep_ in {"dobj", "nsubjpass", "nsubj"} and _supports(verb) == noun:
        return verb
    below = child(noun, "acl", "relcl")
    if below is not None and _supports(below) == noun:
        return below
    return None
