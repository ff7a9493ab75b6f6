"""What somebody has it to decide and has not: the kind `undecided`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues
from briefings.analysis.questions.finding import Finding, Rule
from briefings.analysis.questions.grammar import (
    child,
    children,
    finite,
    is_finished,
    is_negated,
    is_past_perfect,
    modal,
    object_of,
    ordered,
    preposition,
    subject,
)
from briefings.briefing import QuestionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_KIND = QuestionKind.UNDECIDED


def weighs(token: Token) -> Finding | None:
    """ "The council is considering a curfew." """
    if token.pos_ != "VERB":
        return None
    if token.tag_ not in {"VBG", "VB"}:
        return None
    if token.tag_ == "VB" and modal(token) not in {
        "will",
        "would",
        "may",
        "might",
        "could",
        "'d",
        "'ll",
        "’d",
        "’ll",
    }:
        return None
    if token.tag_ == "VBG" and not any(c.dep_ == "aux" for c in token.children):
        return None
    what = child(token, "dobj", "xcomp", "ccomp")
    return Finding(_KIND, "weighs", (token,), what, ordered([subject(token)]))


def looks_at(token: Token) -> Finding | None:
    """ "Ministers are looking at a ban.", "She is looking to sell the ferry." """
    if token.tag_ != "VBG":
        return None
    at = preposition(token, "at")
    what = object_of(at) or child(token, "xcomp")
    if what is None:
        return None
    return Finding(_KIND, "looks_at", ordered([token, at]), what, ordered([subject(token)]))


def has_yet_to(token: Token) -> Finding | None:
    """ "The senator has yet to take a side." """
    verb = token.head
    if verb.lemma_ == "have" and child(verb, "xcomp") is not None:
        return Finding(
            _KIND, "has_yet_to", (verb, token), child(verb, "xcomp"), ordered([subject(verb)])
        )
    if (
        verb.dep_ == "xcomp"
        and any(c.lower_ == "to" for c in verb.children)
        and not is_negated(verb)
    ):
        return Finding(_KIND, "has_yet_to", (token,), verb, ordered([subject(verb)]))
    if is_negated(verb) and verb.tag_ == "VBN":
        return Finding(_KIND, "has_yet_to", (token,), verb, ordered([subject(verb)]))
    return None


def not_decided(token: Token) -> Finding | None:
    """ "The court has not ruled on the appeal." """
    if token.tag_ != "VBN" or not is_negated(token) or is_past_perfect(token):
        return None
    what = child(token, "dobj", "xcomp", "ccomp") or object_of(preposition(token, "on", "whether"))
    return Finding(_KIND, "not_decided", (token,), what, ordered([subject(token)]))


def no_decision(token: Token) -> Finding | None:
    """ "The panel failed to reach a decision.", "She has not taken a position on the bill." """
    verb = token.head
    if token.dep_ != "dobj":
        return None
    denied = is_negated(verb) or (verb.dep_ == "xcomp" and verb.head.lemma_ == "fail")
    if not denied:
        return None
    what = object_of(preposition(token, "on", "over", "about") or preposition(verb, "on", "over"))
    return Finding(_KIND, "no_decision", (verb, token), what or token, ordered([subject(verb)]))


def proposes(token: Token) -> Finding | None:
    """ "The mayor proposes closing the market." """
    if token.pos_ != "VERB" or is_finished(token):
        return None
    what = child(token, "dobj", "xcomp", "ccomp")
    if what is None:
        return None
    return Finding(_KIND, "proposes", (token,), what, ordered([subject(token)]))


def proposal(token: Token) -> Finding | None:
    """ "The bill would cap fares." """
    verb = token.head
    if token.dep_ in {"nsubj", "nsubjpass"} and modal(verb) in {"would", "could", "may", "might"}:
        return Finding(_KIND, "proposal", (token,), verb)
    return None


def strives(token: Token) -> Finding | None:
    """ "The party is trying to push the bill through." """
    if token.pos_ != "VERB" or token.tag_ not in {"VBG", "VBZ", "VBP"}:
        return None
    if token.tag_ == "VBG" and "be" not in {c.lemma_ for c in children(token, "aux")}:
        return None
    what = child(token, "xcomp", "ccomp") or child(token, "dobj")
    if what is None and token.lemma_ in {"push", "lobby", "fight"}:
        what = object_of(preposition(token, "for"))
    if what is None:
        return None
    return Finding(_KIND, "strives", (token,), what, ordered([subject(token)]))


def urges(token: Token) -> Finding | None:
    """ "Texmark asked a judge to block the rule.", "calls for an inquiry" """
    if token.pos_ != "VERB":
        return None
    inner = child(token, "xcomp", "ccomp")
    addressee = child(token, "dobj", "dative")
    on, to = preposition(token, "on", "upon"), preposition(token, "for")
    if token.lemma_ == "ask" and inner is not None and inner.tag_ != "VB":
        return None
    if token.lemma_ in {"call", "appeal", "lobby", "press", "petition"}:
        if on is None and to is None and inner is None:
            return None
    elif inner is None and token.lemma_ not in {"demand", "request", "urge"}:
        return None
    what = inner or object_of(to) or addressee
    if on is not None and inner is None:
        what = child(on, "pcomp") or what
    return Finding(_KIND, "urges", (token,), what, ordered([object_of(on) or addressee]))


def must_be_done(token: Token) -> Finding | None:
    """ "The plant must be shut down." """
    verb = token.head
    if token.dep_ == "aux" and child(verb, "nsubjpass") is not None:
        return Finding(_KIND, "must_be_done", (token,), verb)
    return None


def open_to(token: Token) -> Finding | None:
    """ "She is open to a merger.", "The race is wide open." """
    if token.dep_ not in {"acomp", "oprd", "ROOT", "conj", "ccomp", "amod"} or token.pos_ not in {
        "ADJ",
        "VERB",
    }:
        return None
    if token.lower_ == "open":
        to = preposition(token, "to")
        if to is not None:
            return Finding(
                _KIND, "open_to", (token, to), object_of(to), ordered([subject(token.head)])
            )
        if not any(c.lower_ == "wide" for c in token.children):
            return None
    return Finding(_KIND, "open_to", (token,), subject(token.head))


def not_ruled_out(token: Token) -> Finding | None:
    """ "The minister did not rule out a strike." """
    if not is_negated(token) or child(token, "prt") is None:
        return None
    return Finding(
        _KIND, "not_ruled_out", (token,), child(token, "dobj"), ordered([subject(token)])
    )


def possible_thing(token: Token) -> Finding | None:
    """ "potential contributions", "the proposed dam" """
    if token.dep_ != "amod" or is_finished(finite(token)):
        return None
    return Finding(_KIND, "possible_thing", (token, token.head), token.head, is_weak=True)


def talks(token: Token) -> Finding | None:
    """ "Talks continue.", "a deal under discussion" """
    if token.dep_ == "pobj" and token.head.lower_ in {"under", "in"}:
        what = (
            subject(token.head.head) if token.head.head.pos_ in {"AUX", "VERB"} else token.head.head
        )
        return Finding(_KIND, "talks", (token.head, token), what)
    if token.dep_ in {"nsubj", "nsubjpass"} and token.head.lemma_ in cues("undecided", "ongoing"):
        return Finding(_KIND, "talks", (token, token.head), token)
    if token.pos_ in {"NOUN"} and any(
        c.lower_ in {"ongoing", "continuing"} for c in children(token, "amod")
    ):
        return Finding(_KIND, "talks", (token,), token)
    return None


def not_all(token: Token) -> Finding | None:
    """ "Not all members are prepared to pay." """
    noun = token.head if token.dep_ in {"det", "predet"} else token
    if not any(
        c.dep_ in {"neg", "preconj"} or c.lower_ == "not" for c in [*token.children, *noun.children]
    ):
        return None
    verb = noun.head
    if noun.dep_ not in {"nsubj", "nsubjpass"}:
        return None
    return Finding(
        _KIND, "not_all", (token, noun), child(verb, "xcomp", "acomp") or verb, ordered([noun])
    )


def no_plans(token: Token) -> Finding | None:
    """ "The firm has no plans to sell." """
    verb = token.head
    if not any(c.lower_ == "no" for c in children(token, "det")) or token.dep_ not in {
        "dobj",
        "nsubj",
        "attr",
    }:
        return None
    return Finding(_KIND, "no_plans", (token,), child(token, "acl"), ordered([subject(verb)]))


RULES = (
    Rule(cues("undecided", "weigh"), weighs),
    Rule(frozenset({"look"}), looks_at),
    Rule(frozenset({"yet"}), has_yet_to),
    Rule(cues("undecided", "decide"), not_decided),
    Rule(cues("undecided", "decisions"), no_decision),
    Rule(cues("undecided", "propose"), proposes),
    Rule(cues("undecided", "proposals"), proposal),
    Rule(cues("undecided", "strive"), strives),
    Rule(cues("undecided", "urge"), urges),
    Rule(frozenset({"must", "should"}), must_be_done),
    Rule(cues("undecided", "adjectives"), open_to),
    Rule(frozenset({"rule"}), not_ruled_out),
    Rule(cues("undecided", "possible"), possible_thing),
    Rule(cues("undecided", "talks"), talks),
    Rule(frozenset({"all", "every", "everyone"}), not_all),
    Rule(frozenset({"plan", "intention"}), no_plans),
)
