"""What tense, modality and the clause around it say of what a verb tells.

`None` is what is told not to happen, or not told at all, and makes no event.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.events.triggers import word_list
from briefings.analysis.positions.grammar import VERBAL, child, lemma
from briefings.analysis.questions.grammar import (
    auxiliaries,
    children,
    is_counterfactual,
    is_negated,
    modal,
)
from briefings.events import EventStatus

if TYPE_CHECKING:
    from spacy.tokens import Token

_MAY = frozenset({"may", "might", "could", "can"})
_MUST = frozenset({"should", "must", "ought"})
_UNREAL = frozenset({"if", "unless", "provided", "providing", "lest", "whether"})
_AFTER = frozenset({"after", "following", "since", "by", "amid", "with", "in", "upon", "on"})
_AHEAD = frozenset({"before", "ahead", "until", "till", "toward", "towards"})
_DEPENDS = frozenset({"following", "after", "pending", "upon"})
_SAID = frozenset({"ccomp", "relcl", "ROOT", "parataxis"})
_OPEN = frozenset({EventStatus.SCHEDULED, EventStatus.CONDITIONAL, EventStatus.HYPOTHETICAL})
_WHEN = frozenset({"when", "before", "after", "until"})
_DEEPEST = 6


def verb_status(verb: Token, *, headline: bool = False, depth: int = 0) -> EventStatus | None:
    """The status that a verb gives to what it tells."""
    if is_negated(verb) or is_counterfactual(verb) or _is_unmet(verb) or depth > _DEEPEST:
        return None
    if _is_denied(verb):
        return None
    if in_condition(verb):
        return EventStatus.HYPOTHETICAL
    found = _by_form(verb, headline=headline, depth=depth)
    if found in {EventStatus.SCHEDULED, EventStatus.HYPOTHETICAL} and _depends(verb):
        return EventStatus.CONDITIONAL
    if found is EventStatus.SCHEDULED and _is_supposed(verb):
        return EventStatus.HYPOTHETICAL
    return found


def _by_form(verb: Token, *, headline: bool, depth: int) -> EventStatus | None:
    helpers = auxiliaries(verb)
    word = modal(verb)
    either = verb.dep_ == "conj" and any(c.lower_ in {"or", "nor"} for c in verb.head.children)
    if either and is_negated(verb.head):
        return None
    joined = not helpers and verb.dep_ == "conj" and verb.head.pos_ in VERBAL
    if joined and verb.tag_ in {"VB", "VBN", "VBG", verb.head.tag_}:
        return verb_status(verb.head, headline=headline, depth=depth + 1)
    if word in {"will", "shall", "'ll", "’ll"}:
        return EventStatus.SCHEDULED
    if word in {"would", "'d", "’d"}:
        if any(c.lower_ in {"rather", "like"} for c in verb.children):
            return EventStatus.HYPOTHETICAL
        reported = verb.dep_ == "ccomp" and verb.head.tag_ in {"VBD", "VBN"}
        return EventStatus.SCHEDULED if reported else EventStatus.HYPOTHETICAL
    if word in _MUST:
        return None
    if word in _MAY:
        return EventStatus.HYPOTHETICAL
    if verb.tag_ == "VB" and not helpers and verb.dep_ in {"xcomp", "ccomp"}:
        # "helped restore the rights"
        helped = lemma(verb.head) in word_list("verbs", "done") and verb.head.pos_ in VERBAL
        return verb_status(verb.head, headline=headline, depth=depth + 1) if helped else None
    if "to" in helpers:
        return _infinitive(verb, headline=headline, depth=depth)
    if verb.tag_ == "VBG":
        return _gerund(verb, helpers, headline=headline, depth=depth)
    if verb.tag_ == "VBN":
        return _participle(verb, helpers, headline=headline)
    if verb.tag_ == "VBD":
        return EventStatus.PAST
    return _present(verb, headline=headline)


def _infinitive(verb: Token, *, headline: bool, depth: int) -> EventStatus | None:
    """To sign: as planned, done or merely possible as the word above it says."""
    above = verb.head
    if verb.dep_ == "ROOT" or (headline and verb.dep_ in {"relcl", "acl"}):
        return EventStatus.SCHEDULED
    key = lemma(above)
    if key in word_list("verbs", "undone") or is_negated(above):
        return None
    if key in word_list("verbs", "planned") and verb.dep_ != "advcl":
        if above.pos_ in VERBAL and verb_status(above, depth=depth + 1) in _OPEN - {
            EventStatus.SCHEDULED
        }:
            return EventStatus.HYPOTHETICAL
        return EventStatus.SCHEDULED
    if key in word_list("verbs", "done") and above.pos_ in VERBAL:
        return verb_status(above, headline=headline, depth=depth + 1)
    to = child(verb, "aux")
    bare = child(above, "acomp", "attr", "expl") is None
    if above.pos_ == "AUX" and bare and to is not None and to.i == above.i + 1:
        # "Ruiz is to sign on Friday."
        return EventStatus.SCHEDULED
    return EventStatus.HYPOTHETICAL


def _gerund(verb: Token, helpers: list[str], *, headline: bool, depth: int) -> EventStatus | None:
    """Is signing · was signing · after signing · leaders gathering in Oslo."""
    if {"was", "were", "had"} & set(helpers):
        return EventStatus.PAST
    if helpers:
        return EventStatus.ONGOING
    above = verb.head
    if verb.dep_ == "pcomp":
        if above.lower_ in _AHEAD:
            # "spoke before leaving" is mostly told after both.
            found = of_clause(above.head, headline=headline, depth=depth + 1)
            return EventStatus.PAST if found is EventStatus.PAST else EventStatus.SCHEDULED
        if above.lower_ not in _AFTER and not _is_reason(above, helpers):
            return None
        above = above.head
    elif verb.dep_ == "advcl" and any(c.lower_ in _AHEAD for c in children(verb, "mark")):
        return EventStatus.SCHEDULED
    # "began closing the port", but not "proposed closing it"
    if verb.dep_ in {"acl", "relcl"}:
        # "a ban on migrants entering Norland"
        if above.dep_ == "pobj" and above.head.lower_ not in {"with", "by"}:
            return None
        found = of_clause(above, headline=headline, depth=depth + 1)
        return found if found is not EventStatus.HYPOTHETICAL else None
    completes = verb.dep_ in {"ccomp", "xcomp"} and child(verb, "nsubj") is None
    if completes and lemma(above) not in word_list("verbs", "done"):
        return None
    return of_clause(above, headline=headline, depth=depth + 1)


def _is_reason(prep: Token, helpers: list[str]) -> bool:
    """Criticised for having sunk it · jailed for stealing it."""
    punished = lemma(prep.head) in word_list("verbs", "punished")
    return prep.lower_ in {"for", "over"} and ("having" in helpers or punished)


def _participle(verb: Token, helpers: list[str], *, headline: bool) -> EventStatus | None:
    """Has signed · was signed · is signed · the deal signed by both."""
    words = set(helpers)
    if words & {"have", "has", "'ve", "’ve", "had", "was", "were", "having", "got"}:
        return EventStatus.PAST
    if "being" in words:
        return EventStatus.ONGOING
    if words & {"is", "are", "'s", "’s", "'re", "’re"}:
        return EventStatus.SCHEDULED if headline else None
    if words:
        return EventStatus.HYPOTHETICAL
    return EventStatus.PAST if verb.dep_ in {"acl", "advcl", "relcl", "ROOT"} else None


def _present(verb: Token, *, headline: bool) -> EventStatus | None:
    """Ruiz signs: done in a headline, else only told as set or going on."""
    if headline:
        return EventStatus.PAST
    if lemma(verb) in word_list("verbs", "ongoing"):
        return EventStatus.ONGOING
    return _present_in_future(verb)


def _present_in_future(verb: Token) -> EventStatus | None:
    """Will meet when the envoy arrives: she is to arrive."""
    if verb.dep_ != "advcl" or not any(c.lower_ in _WHEN for c in verb.lefts):
        return None
    helper = modal(verb.head)
    return EventStatus.SCHEDULED if helper in {"will", "'ll", "’ll"} else None


def of_clause(token: Token, *, headline: bool, depth: int) -> EventStatus | None:
    """The status of the clause that a token stands in."""
    seen = token
    for _ in range(_DEEPEST):
        if seen.pos_ in VERBAL and seen.dep_ not in {"aux", "auxpass"}:
            found = verb_status(seen, headline=headline, depth=depth + 1)
            if found is None and not is_negated(seen):
                return _plain(seen)
            return found
        if seen.head == seen:
            return None
        seen = seen.head
    return None


def _plain(verb: Token) -> EventStatus | None:
    """The present of a clause goes on: "As talks continue, …"."""
    return EventStatus.ONGOING if verb.tag_ in {"VBZ", "VBP"} else None


def in_condition(token: Token) -> bool:
    """Whether a token stands in a clause of condition: "if talks fail", "should they fail"."""
    seen = token
    for _ in range(_DEEPEST):
        if seen.pos_ in VERBAL:
            if any(c.dep_ in {"mark", "advmod"} and c.lower_ in _UNREAL for c in seen.lefts):
                return True
            if _is_inverted(seen, "should"):
                return True
            if seen.dep_ in _SAID:
                return False
        if seen.head == seen:
            return False
        seen = seen.head
    return False


def _depends(verb: Token) -> bool:
    """Whether the verb has a condition: "if …", "once …", "following a deal"."""
    for below in verb.children:
        if below.dep_ == "advcl" and in_condition(below):
            return True
        if below.dep_ == "advcl" and any(c.lower_ == "once" for c in below.lefts):
            return True
        if below.dep_ == "prep" and below.lower_ in _DEPENDS:
            if below.lower_ == "after" and not modal(verb):
                # "decided to leave after a defeat" tells why.
                continue
            noun = child(below, "pobj")
            if noun is not None and any(c.lower_ in {"a", "an", "any"} for c in noun.lefts):
                return True
    return any(c.lower_ == "in" and _in_the_event(c) for c in verb.children)


def _in_the_event(prep: Token) -> bool:
    noun = child(prep, "pobj")
    return noun is not None and lemma(noun) in {"event", "case", "aftermath", "wake"}


def _is_supposed(verb: Token) -> bool:
    """Whether it is only hoped, feared or foretold: "hopes that the strike will end"."""
    return verb.dep_ == "ccomp" and lemma(verb.head) in word_list("verbs", "supposing")


def _is_unmet(verb: Token) -> bool:
    """Whether it is a condition that was not met: "Had they won the vote, …"."""
    return _is_inverted(verb, "had")


def _is_inverted(verb: Token, word: str) -> bool:
    """Whether an auxiliary stands before the subject, as in a condition without "if"."""
    helper = next((c for c in verb.lefts if c.dep_ == "aux" and c.lower_ == word), None)
    if helper is None:
        return False
    doer = child(verb, "nsubj", "nsubjpass")
    return doer is not None and helper.i < doer.i and verb.sent[-1].text != "?"


def _is_denied(verb: Token) -> bool:
    """Whether it is the content of a denial, a doubt or a failure: "denied that he sold it"."""
    above = verb.head
    if verb.dep_ not in {"ccomp", "xcomp"}:
        return False
    return lemma(above) in word_list("verbs", "undone")
