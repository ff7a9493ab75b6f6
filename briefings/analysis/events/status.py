"""Whether an event has happened, goes on, is set, or depends on something.

Of a verb its own form tells it, of a noun the verb and the preposition it stands with. `None` is
what is told not to happen, or not told at all, and makes no event.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.events.calendar import bounds
from briefings.analysis.events.triggers import Trigger, word_list
from briefings.analysis.events.verb_status import in_condition, of_clause, verb_status
from briefings.analysis.positions.grammar import VERBAL, lemma
from briefings.analysis.questions.grammar import auxiliaries, is_negated, preposition
from briefings.document import Published
from briefings.events import EventStatus, Time, TimeKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_CIRCUMSTANCES = frozenset({"in", "on", "at", "near", "between", "by", "with"})
_AHEAD = frozenset({"before", "ahead", "until", "till", "toward", "towards"})


def status_of(trigger: Trigger, *, headline: bool = False) -> EventStatus | None:
    """The status of an event, or None if it is denied or its words do not tell."""
    if trigger.is_noun:
        return _noun_status(trigger, headline=headline)
    return verb_status(trigger.token, headline=headline)


def as_dated(
    status: EventStatus | None,
    time: Time | None,
    published: Published | None,
    *,
    supposed: bool,
) -> EventStatus | None:
    """The status of an event that a noun names, once its date is compared to the publication.

    "The meeting on Friday" is told by a verb that says nothing of the meeting.

    Args:
        status: What the words around it say.
        time: When it happens.
        published: The date of publication.
        supposed: Whether it stands in a condition: "unless the meeting is held on Friday".
    """
    if published is None or time is None or time.kind is TimeKind.DURATION:
        return status
    when, today = bounds(time.value), bounds(published.date)
    if when is None or today is None:
        return status
    if when[0] > today[1] and status is not EventStatus.CONDITIONAL and not supposed:
        return EventStatus.SCHEDULED
    if when[1] < today[0] and status in {None, EventStatus.SCHEDULED, EventStatus.ONGOING}:
        return EventStatus.PAST
    return status


def _noun_status(trigger: Trigger, *, headline: bool) -> EventStatus | None:
    """The status of an event that a noun names."""
    noun = trigger.token
    described = _by_adjective(noun)
    if is_denied(noun):
        return None
    if described is None and trigger.support is None and _has_happened(noun):
        return EventStatus.PAST
    if in_condition(noun):
        return EventStatus.HYPOTHETICAL
    if trigger.support is not None:
        return _supported(trigger.support, described, headline=headline)
    if noun.dep_ == "pobj":
        return _after_preposition(noun, described, headline=headline)
    verb = noun.head
    if described is not None:
        return described
    if noun.dep_ in {"nsubj", "nsubjpass"} and verb.pos_ in VERBAL:
        return _as_subject(noun, verb, headline=headline)
    if noun.dep_ in {"dobj", "attr", "appos", "conj", "oprd", "ROOT"} and _is_made(noun):
        found = of_clause(verb, headline=headline, depth=0)
        if found is EventStatus.HYPOTHETICAL and is_known(noun):
            return None
        return EventStatus.PAST if headline and found is None else found
    return None


def _by_adjective(noun: Token) -> EventStatus | None:
    said = {lemma(c) for c in noun.lefts if c.dep_ in {"amod", "advmod", "compound"}}
    for name, status in (
        ("possible", EventStatus.HYPOTHETICAL),
        ("upcoming", EventStatus.SCHEDULED),
        ("ongoing", EventStatus.ONGOING),
        ("past", EventStatus.PAST),
    ):
        if said & word_list("adjectives", name):
            return status
    return None


def _supported(verb: Token, described: EventStatus | None, *, headline: bool) -> EventStatus | None:
    """Held a summit · talks continue · a summit will take place."""
    found = verb_status(verb, headline=headline)
    if found is None and not is_negated(verb) and verb.tag_ in {"VBZ", "VBP"}:
        ongoing = lemma(verb) in word_list("verbs", "ongoing")
        return EventStatus.ONGOING if ongoing else described
    return found


def _as_subject(noun: Token, verb: Token, *, headline: bool) -> EventStatus | None:
    """The attack killed three · talks are under way · the vote is on Tuesday."""
    if lemma(verb) == "be":
        if preposition(verb, "under") or any(c.lower_ == "underway" for c in verb.children):
            return verb_status(verb) or EventStatus.ONGOING
        if preposition(verb, "on", "in", "at") is None:
            return None
        return verb_status(verb) or EventStatus.SCHEDULED
    found = verb_status(verb, headline=headline)
    # "The war could lead to more" does not say that there could be a war, and "this attack will
    # change much" not that there will be an attack.
    pointed = any(c.lower_ in {"this", "these", "that"} for c in noun.lefts)
    unsaid = (
        {EventStatus.HYPOTHETICAL, EventStatus.SCHEDULED} if pointed else {EventStatus.HYPOTHETICAL}
    )
    return found if found not in unsaid else None


def _after_preposition(
    noun: Token, described: EventStatus | None, *, headline: bool
) -> EventStatus | None:
    """After the summit · ahead of the vote · during talks · under discussion."""
    prep = noun.head
    word = prep.lower_
    clause = of_clause(prep.head, headline=headline, depth=0)
    if lemma(prep.head) in {"aftermath", "wake", "event", "case"} and word == "of":
        word, prep = "after", prep.head.head
        clause = of_clause(prep.head, headline=headline, depth=0)
    if lemma(prep.head) in {"eve", "start", "end", "height"} and word == "of":
        word, prep = "during", prep.head.head
        clause = of_clause(prep.head, headline=headline, depth=0)
    if word == "of" and prep.head.lower_ == "ahead":
        word = "ahead"
    if word == "under":
        return _under(prep)
    if described is not None:
        return described
    is_new = any(c.dep_ == "det" and c.lower_ in {"a", "an"} for c in noun.lefts)
    if word in _AHEAD:
        # "before a committee" is a place; "before the vote, she led" leaves open when the vote is.
        told = clause is EventStatus.PAST and word == "before" and not _has_time(noun)
        return None if told or is_new else EventStatus.SCHEDULED
    if word in {"after", "following", "since"}:
        if clause is EventStatus.PAST or (clause is EventStatus.ONGOING):
            return EventStatus.PAST
        return EventStatus.SCHEDULED if is_known(noun) else EventStatus.HYPOTHETICAL
    if is_new and clause is not EventStatus.PAST and word != "during":
        return None
    if clause in {EventStatus.HYPOTHETICAL, EventStatus.CONDITIONAL} and is_known(noun):
        return None
    if word in {"during", "at", "amid", "in", "by"}:
        return EventStatus.ONGOING if word == "amid" and clause is None else clause
    return None


def _has_happened(noun: Token) -> bool:
    """Whether it is one that the reader knows and nobody could set: "after the Oslo bombing"."""
    if lemma(noun) not in word_list("nouns", "sudden") or not is_known(noun):
        return False
    named = any(c.dep_ in {"compound", "nmod", "poss"} and c.ent_type_ for c in noun.lefts)
    return named and noun.dep_ == "pobj"


def is_known(noun: Token) -> bool:
    """Whether a noun has "the", "this" or an owner: the reader is to know it."""
    return any(c.dep_ in {"det", "poss"} and c.lower_ not in {"a", "an"} for c in noun.lefts)


def is_denied(noun: Token) -> bool:
    """Whether a noun is said not to be: "no talks"."""
    return any(c.dep_ == "det" and c.lower_ in {"no", "any"} for c in noun.lefts)


def _has_time(noun: Token) -> bool:
    return any(t.ent_type_ in {"DATE", "TIME"} for t in noun.subtree)


def _under(prep: Token) -> EventStatus | None:
    """A deal under discussion · has been under investigation · was under review."""
    verb = prep.head
    if verb.pos_ not in VERBAL:
        return EventStatus.ONGOING
    helpers = set(auxiliaries(verb))
    if is_negated(verb):
        return None
    if {"has", "have", "'ve", "’ve"} & helpers or verb.tag_ in {"VBZ", "VBP"}:
        return EventStatus.ONGOING
    return verb_status(verb)


def _is_made(noun: Token) -> bool:
    """Whether the noun has a time, place or maker of its own, so that it is told by itself."""
    for below in noun.children:
        if below.ent_type_ and below.dep_ in {"poss", "compound", "nmod", "npadvmod", "amod"}:
            return True
        if below.dep_ == "prep" and below.lower_ in _CIRCUMSTANCES:
            return True
        if below.dep_ == "acl" and below.tag_ in {"VBN", "VBG"}:
            return True
    return False
