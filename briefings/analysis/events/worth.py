"""Whether an event is told well enough to be worth a line: who takes part, where, when.

A verb that always names a deed needs one of them; one that often is a figure of speech needs
somebody who does it to something, and any other verb needs somebody and a date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.events.merging import Telling, points_back
from briefings.analysis.events.status import is_known
from briefings.analysis.events.triggers import Weight, is_event, word_list
from briefings.analysis.positions.grammar import child, counted, is_human, lemma
from briefings.events import EventStatus, TimeKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_TO_COME = frozenset({EventStatus.SCHEDULED, EventStatus.HYPOTHETICAL})
_TOLD = frozenset({EventStatus.PAST, EventStatus.SCHEDULED, EventStatus.ONGOING})
_RELATIVE = frozenset({"who", "which", "that", "whom"})


def is_told(telling: Telling) -> bool:
    """Whether an event is told well enough to be listed."""
    trigger = telling.trigger
    if trigger.is_noun:
        return _is_noun_told(telling)
    someone = bool(telling.actors) or _has_people(telling)
    if trigger.weight is Weight.STRONG:
        return someone or _is_placed(telling) or _is_done_by_a_thing(telling)
    if trigger.weight is Weight.DEED and someone:
        return True
    dated = telling.time is not None and telling.time.kind is not TimeKind.DURATION
    if trigger.weight is Weight.OPEN:
        return dated and someone and telling.status in _TOLD
    if not someone:
        return dated and telling.status is EventStatus.PAST and _happens(trigger.token)
    if _is_placed(telling) or _is_at_event(trigger.token):
        return True
    return len(telling.actors) > 1 and child(trigger.token, "dobj", "prep") is not None


def is_told_fully(telling: Telling) -> bool:
    """Whether what a speaker tells has someone who does it, and a time or place."""
    return bool(telling.actors) and _is_placed(telling)


def _is_noun_told(telling: Telling) -> bool:
    token = telling.trigger.token
    if _is_placed(telling) or telling.actors:
        return True
    turns = lemma(token) in word_list("nouns", "turns") and not points_back(token)
    if turns and telling.status in _TO_COME:
        return True
    # "talks continue": a verb says that it takes place, and nothing else
    return telling.trigger.support is not None and token.dep_ in {"nsubj", "nsubjpass"}


def _is_placed(telling: Telling) -> bool:
    return telling.place is not None or telling.time is not None


def _has_people(telling: Telling) -> bool:
    """Whether nouns tell who takes part, though nobody known does: "a jury", "17 miners"."""
    verb = telling.trigger.token
    doer = child(verb, "nsubj", "nsubjpass")
    if doer is None:
        return False
    if doer.lower_ in _RELATIVE and verb.dep_ == "relcl":
        doer = verb.head
    if telling.status is EventStatus.HYPOTHETICAL and not is_known(doer):
        # "a man who lied would be dismissed"
        return False
    done_to = child(verb, "dobj")
    agent = child(verb, "agent")
    done_by = child(agent, "pobj") if agent is not None else None
    nouns = [counted(noun) for noun in (doer, done_to, done_by) if noun is not None]
    return any(is_human(n) or lemma(n) in word_list("verbs", "bodies") for n in nouns)


def _is_done_by_a_thing(telling: Telling) -> bool:
    """Whether a thing did something to another: "the ruling struck down the law"."""
    verb = telling.trigger.token
    done = telling.status is EventStatus.PAST and child(verb, "nsubj") is not None
    thing = child(verb, "dobj")
    return done and thing is not None and thing.pos_ in {"NOUN", "PROPN"}


def _happens(verb: Token) -> bool:
    """Whether a verb without an object tells what happens to a thing: "the mine closed"."""
    if child(verb, "dobj") is not None:
        return False
    doer = child(verb, "nsubj", "nsubjpass")
    return doer is not None and doer.pos_ in {"NOUN", "PROPN"}


def _is_at_event(verb: Token) -> bool:
    """Whether it is done at an event: "appeared at the hearing"."""
    for below in verb.children:
        if below.dep_ == "prep" and below.lower_ in {"at", "in", "during"}:
            noun = child(below, "pobj")
            if noun is not None and is_event(noun):
                return True
    return False
