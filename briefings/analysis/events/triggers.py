"""Which words of a text name something that happens.

A verb is a deed ("signed"), a noun an event ("summit"); a verb that only says that an event takes
place ("the summit was *held*") supports its noun and makes no event of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from briefings.analysis.positions.grammar import child, lemma, verb_key
from briefings.analysis.positions.lexicon import word_set
from briefings.knowledge import load, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_FILE = "en/events"
_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss"})
_NOUN_LIKE = frozenset({"amod", "compound", "intj", "pobj", "nsubj", "nsubjpass", "dobj"})
_GRADES = ("sure", "likely", "possible")
_HELPERS = frozenset({"aux", "auxpass"})


@cache
def word_list(*keys: str) -> frozenset[str]:
    """One list of `knowledge/en/events.toml`: lemmas in lower case."""
    return words(_FILE, *keys)


class Weight(Enum):
    """What an event has to be told with to be worth a line."""

    STRONG = "who takes part, where or when"
    DEED = "who does it to what, where or when"
    WEAK = "who does it where or when"
    OPEN = "who does it when"


@dataclass(frozen=True)
class Trigger:
    """A word that names an event.

    Attributes:
        token: The word; of a verb with a particle the verb.
        key: What it is listed under: its lemma, the same for a verb and its noun.
        support: The verb that says that the event of a noun takes place, or None.
        is_noun: Whether it is a noun.
        weight: What it has to be told with.
    """

    token: Token
    key: str
    support: Token | None
    is_noun: bool
    weight: Weight


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
    weight = _weight(token, key)
    if weight is None:
        return None
    if token.dep_ in _NOUN_LIKE or _supports(token) is not None:
        return None
    if _is_speech(token, key):
        return None
    if key in word_list("verbs", "alone") and child(token, "dobj") is not None:
        return None
    return Trigger(token, same(key), None, is_noun=False, weight=weight)


def _weight(verb: Token, key: str) -> Weight | None:
    """What a verb has to be told with; None if it names no happening."""
    if key in word_list("verbs", "strong") or _is_verdict(verb, key) or _goes_with(verb):
        return Weight.STRONG
    if key in word_list("verbs", "deeds") and _is_done_to_something(verb):
        return Weight.DEED
    if key in word_list("verbs", "weak") and _has_object(verb):
        return Weight.DEED if _is_done_to_something(verb) else Weight.WEAK
    is_quiet = lemma(verb) in word_list("verbs", "states") or lemma(verb) in _sayings()
    return None if is_quiet or not _has_object(verb) else Weight.OPEN


@cache
def _sayings() -> frozenset[str]:
    """The verbs that report what somebody says, thinks or wants."""
    known: frozenset[str] = frozenset()
    for form in ("quotation", "clause", "object"):
        for grade in _GRADES:
            known |= word_set("en/cues", form, grade)
    return known - word_list("verbs", "not_only_said")


def _has_object(verb: Token) -> bool:
    """Whether its object, if it has one, is something that can be done to."""
    return child(verb, "dobj", "nsubjpass") is None or _is_done_to_something(verb)


def _goes_with(verb: Token) -> bool:
    """Whether a preposition makes a deed of it: "looked into the deal"."""
    known = word_list("verbs", "prepositional")
    return any(c.dep_ == "prep" and f"{lemma(verb)} {c.lower_}" in known for c in verb.children)


def _is_verdict(verb: Token, key: str) -> bool:
    """Whether a court finds somebody guilty."""
    if key != "find":
        return False
    return any(c.lower_ in word_list("verbs", "verdicts") for c in verb.subtree if c.i > verb.i)


def _is_done_to_something(verb: Token) -> bool:
    """Whether a verb has an object that something can be done to: not "sent a message"."""
    thing = child(verb, "dobj", "nsubjpass")
    if thing is None or child(verb, "oprd", "acomp", "ccomp") is not None:
        return False
    if any(c.dep_ == "amod" for c in thing.rights):
        # "left the leaders wary"
        return False
    if thing.pos_ not in {"NOUN", "PROPN", "NUM"}:
        return thing.tag_ == "PRP" and thing.lower_ != "it"
    return lemma(thing) not in word_list("verbs", "figures")


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
            return Trigger(token, same(key), None, is_noun=True, weight=Weight.STRONG)
        if key not in word_list("nouns", "events"):
            return None
    return Trigger(token, same(key), _support_of(token), is_noun=True, weight=Weight.STRONG)


def _is_other_thing(noun: Token, key: str) -> bool:
    """Whether the word is no event here: "18 votes", "in Congress", "a heart attack"."""
    if key == "vote" and noun.tag_ == "NNS":
        return True
    if noun.text == "Congress" and not any(True for _ in noun.lefts):
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
        if noun is not None and is_event(noun):
            return noun
    governor = verb.head
    return governor if verb.dep_ in {"acl", "relcl"} and is_event(governor) else None


def is_event(noun: Token) -> bool:
    """Whether a noun names an event."""
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
