"""What is called into question: the kind `doubt`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues
from briefings.analysis.questions.finding import Finding, Rule
from briefings.analysis.questions.grammar import (
    child,
    children,
    is_negated,
    modal,
    object_of,
    preposition,
    subject,
)
from briefings.briefing import QuestionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_KIND = QuestionKind.DOUBT
_ABOUT = ("about", "over", "of", "on", "with", "regarding")


def raises(token: Token) -> Finding | None:
    """ "The delay raises doubts about the budget." """
    verb = token.head
    if token.dep_ == "dobj" and verb.lemma_ in cues("doubt", "raise"):
        what = object_of(preposition(token, *_ABOUT) or preposition(verb, "on", "about", "over"))
        return Finding(_KIND, "raises", (verb, token), what or child(token, "acl") or subject(verb))
    if token.dep_ in {"attr", "nsubj"} and token.pos_ == "NOUN":
        what = object_of(preposition(token, *_ABOUT)) or child(token, "acl")
        if what is not None:
            return Finding(_KIND, "raises", (token,), what)
    return None


def fears(token: Token) -> Finding | None:
    """ "Farmers fear the dam will burst." """
    if token.pos_ != "VERB" or is_negated(token):
        return None
    what = child(token, "ccomp", "dobj") or object_of(preposition(token, "about"))
    if what is None or (what.pos_ == "PRON" and what.dep_ == "dobj"):
        return None
    return Finding(_KIND, "fears", (token,), what)


def doubtful(token: Token) -> Finding | None:
    """ "A deal is unlikely.", "Traders are wary of the merger." """
    if token.dep_ not in {"acomp", "oprd", "ROOT", "conj", "ccomp", "attr"}:
        return None
    verb = token.head
    if is_negated(verb) and token.lower_ != "likely":
        return None
    what = child(token, "ccomp", "xcomp") or object_of(preposition(token, *_ABOUT)) or subject(verb)
    return Finding(_KIND, "doubtful", (token,), what)


def not_likely(token: Token) -> Finding | None:
    """ "The ban isn't likely to last." """
    if token.dep_ in {"acomp", "oprd"} and is_negated(token.head):
        return Finding(
            _KIND, "not_likely", (token,), child(token, "xcomp", "ccomp") or subject(token.head)
        )
    return None


def hard_to_see(token: Token) -> Finding | None:
    """ "It is hard to see how the plan survives." """
    verb = child(token, "xcomp", "ccomp", "advcl")
    if token.dep_ not in {"acomp", "oprd"} or verb is None or verb.tag_ != "VB":
        return None
    return Finding(_KIND, "hard_to_see", (token, verb), child(verb, "ccomp") or verb)


def slim_chance(token: Token) -> Finding | None:
    """ "She has little chance of winning." """
    small = next(
        (c for c in children(token, "amod", "det") if c.lower_ in cues("doubt", "small")), None
    )
    if small is None:
        return None
    return Finding(
        _KIND,
        "slim_chance",
        (small, token),
        object_of(preposition(token, "of", "for")) or child(token, "acl"),
    )


def disbelieves(token: Token) -> Finding | None:
    """ "I don't believe the bank can survive." """
    clause = child(token, "ccomp")
    if (
        not is_negated(token)
        or clause is None
        or modal(clause) not in {"will", "can", "could", "would", "'ll"}
    ):
        return None
    return Finding(_KIND, "disbelieves", (token,), clause)


def could_harm(token: Token) -> Finding | None:
    """ "The ruling could derail the merger." """
    if modal(token) not in {"could", "may", "might"} or token.pos_ != "VERB":
        return None
    return Finding(_KIND, "could_harm", (token,), token)


def threatens_to(token: Token) -> Finding | None:
    """ "The strike threatens to close the port." """
    verb = child(token, "xcomp")
    if verb is None or token.tag_ not in {"VBZ", "VBP"}:
        return None
    return Finding(_KIND, "threatens_to", (token,), verb)


RULES = (
    Rule(cues("doubt", "nouns"), raises),
    Rule(cues("doubt", "fear"), fears),
    Rule(cues("doubt", "adjectives"), doubtful),
    Rule(frozenset({"likely"}), not_likely),
    Rule(cues("doubt", "hard") | {"impossible"}, hard_to_see),
    Rule(cues("doubt", "chances"), slim_chance),
    Rule(cues("doubt", "believe"), disbelieves),
    Rule(cues("doubt", "harm"), could_harm),
    Rule(frozenset({"threaten"}), threatens_to),
)
