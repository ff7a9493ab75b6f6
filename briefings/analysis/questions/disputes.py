"""What parties differ on: the kind `disputed`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues
from briefings.analysis.questions.finding import Finding, Rule
from briefings.analysis.questions.grammar import (
    child,
    finite,
    is_finished,
    is_negated,
    object_of,
    ordered,
    preposition,
    subject,
)
from briefings.briefing import QuestionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_KIND = QuestionKind.DISPUTED


def _is_person(token: Token) -> bool:
    return token.ent_type_ == "PERSON" or token.pos_ == "PRON"


def opposes(token: Token) -> Finding | None:
    """ "The union rejects the plan.", "She denied taking the money." """
    if token.pos_ != "VERB" or is_negated(token):
        return None
    what = child(token, "dobj", "ccomp", "xcomp") or object_of(
        preposition(token, "to", "with", "over")
    )
    if what is None or _is_person(what):
        return None
    who = subject(token)
    return Finding(_KIND, "opposes", (token,), what, ordered([who]))


def attacks_plan(token: Token) -> Finding | None:
    """ "Critics slammed the agreement." (but not: slammed the mayor)"""
    what = child(token, "dobj")
    if token.pos_ != "VERB" or what is None or _is_person(what):
        return None
    return Finding(_KIND, "attacks_plan", (token,), what, ordered([subject(token)]), is_weak=True)


def takes_issue(token: Token) -> Finding | None:
    """ "Ruiz takes issue with the clause." """
    if token.head.lemma_ != "take" or token.dep_ != "dobj":
        return None
    what = object_of(preposition(token, "with") or preposition(token.head, "with"))
    return Finding(_KIND, "takes_issue", (token.head, token), what, ordered([subject(token.head)]))


def dispute(token: Token) -> Finding | None:
    """ "A dispute over fishing rights", "met with opposition" """
    if token.pos_ not in {"NOUN", "PROPN"}:
        return None
    if is_finished(finite(token)):
        return None
    what = object_of(preposition(token, "over", "about", "on", "to", "against", "in"))
    return Finding(_KIND, "dispute", (token,), what or token)


def contest(token: Token) -> Finding | None:
    """ "The battle over the harbour continues.", "faces legal challenges" """
    if token.pos_ != "NOUN":
        return None
    what = object_of(preposition(token, "over", "to"))
    legal = any(c.lower_ in {"legal", "court"} for c in token.children)
    if what is None and not legal:
        return None
    return Finding(_KIND, "contest", (token,), what or subject(token.head))


def contentious(token: Token) -> Finding | None:
    """ "The border remains a contentious issue." """
    if token.dep_ == "amod":
        noun = token.head
        what = subject(noun.head) if noun.dep_ in {"attr", "oprd"} else noun
        if noun.dep_ == "pobj" and noun.head.lower_ == "as":
            what = subject(noun.head.head)
        return Finding(_KIND, "contentious", (token, noun), what)
    if token.dep_ in {"acomp", "oprd", "ROOT", "conj"}:
        what = object_of(preposition(token, "on", "over", "about")) or subject(token.head)
        return Finding(_KIND, "contentious", (token,), what)
    return None


def divides(token: Token) -> Finding | None:
    """ "an issue that divides the country", "Lawmakers are divided over the tax." """
    if token.pos_ != "VERB":
        return None
    what = object_of(preposition(token, "on", "over", "about")) or subject(token)
    return Finding(_KIND, "divides", (token,), what)


def at_odds(token: Token) -> Finding | None:
    """ "The partners are at odds over the price." """
    if token.head.lower_ != "at":
        return None
    verb = token.head.head
    what = object_of(
        preposition(token, "over", "on", "about") or preposition(verb, "over", "on", "about")
    )
    return Finding(_KIND, "at_odds", (token.head, token), what, ordered([subject(verb)]))


def sticking_point(token: Token) -> Finding | None:
    """ "Pensions are the main sticking point." """
    if not any(c.lower_ == "sticking" for c in token.children):
        return None
    return Finding(_KIND, "sticking_point", (token,), subject(token.head))


def insists_not(token: Token) -> Finding | None:
    """ "The firm insists that age was not a factor." """
    clause = child(token, "ccomp")
    if token.pos_ != "VERB" or clause is None or not is_negated(clause):
        return None
    return Finding(_KIND, "insists_not", (token,), clause, ordered([subject(token)]))


def nothing_to_do(token: Token) -> Finding | None:
    """ "She had nothing to do with the sale." """
    verb = child(token, "relcl", "acl")
    if token.head.lemma_ != "have" or verb is None or verb.lemma_ != "do":
        return None
    return Finding(
        _KIND,
        "nothing_to_do",
        (token,),
        object_of(preposition(verb, "with")),
        ordered([subject(token.head)]),
    )


RULES = (
    Rule(cues("disputed", "verbs"), opposes),
    Rule(cues("disputed", "attacks"), attacks_plan),
    Rule(frozenset({"issue", "exception"}), takes_issue),
    Rule(cues("disputed", "nouns"), dispute),
    Rule(cues("disputed", "contests"), contest),
    Rule(cues("disputed", "adjectives"), contentious),
    Rule(cues("disputed", "divide"), divides),
    Rule(frozenset({"odds", "odd", "loggerheads", "loggerhead"}), at_odds),
    Rule(frozenset({"point"}), sticking_point),
    Rule(cues("disputed", "insist"), insists_not),
    Rule(frozenset({"nothing"}), nothing_to_do),
)
