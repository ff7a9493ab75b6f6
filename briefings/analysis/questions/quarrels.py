"""Quarrels by their names: `disputed`, where a noun or adjective says that parties differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues
from briefings.analysis.questions.finding import Finding, Form, Rule
from briefings.analysis.questions.grammar import (
    auxiliaries,
    child,
    children,
    clause_of,
    governed,
    is_counterfactual,
    is_finished,
    is_over,
    is_past_perfect,
    lemma,
    linked,
    modal,
    ordered,
    preposition,
    subject,
)
from briefings.briefing import QuestionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_KIND = QuestionKind.DISPUTED
_MATTER = ("over", "about", "on", "to", "against", "with")


def _is_person(token: Token) -> bool:
    return token.ent_type_ == "PERSON" or token.pos_ == "PRON"


def dispute(token: Token) -> Finding | None:
    """ "A dispute over fishing rights", "met with opposition" """
    if token.pos_ != "NOUN" or token.dep_ in {"compound", "amod", "ROOT"} or _is_no_quarrel(token):
        return None
    if lemma(token) == "contention" and child(token, "acl", "ccomp", "relcl") is not None:
        # "his contention that the dam is safe" is a claim
        return None
    told = cues("background", "former") | {"whatever"}
    if any(c.lower_ in told for c in children(token, "amod", "det")):
        return None
    verb = clause_of(token)
    if is_finished(verb) or verb.pos_ not in {"VERB", "AUX"}:
        return None
    if lemma(token.head) in cues("disputed", "ending"):
        return None
    if token.dep_ == "pobj" and lemma(token.head.head) in cues("disputed", "sharing"):
        # "has played a part in the disputes": told in passing
        return None
    if token.dep_ == "pobj" and token.head.lower_ in {"including", "by"}:
        return None
    what = governed(preposition(token, *_MATTER))
    if token.dep_ == "attr" and what is None:
        what = subject(verb)
    if what is None and token.dep_ == "nsubj" and verb.tag_ == "VBG":
        # "Opposition is growing to the dam", "A row is brewing among members over the dam"
        among = governed(preposition(verb, "among", "between", "within"))
        what = governed(
            preposition(verb, *_MATTER) or (among and preposition(among, "over", "about"))
        )
    if what is not None and _is_person(what):
        return None
    parties = lemma(token) == "opposition" and token.dep_ == "dobj" and what is None
    if parties and any(c.lower_ == "the" for c in children(token, "det")):
        return None
    who = next((c for c in children(token, "poss") if c.pos_ != "PRON"), None)
    weight = 2 if what is not None or who is not None else 1
    met = lemma(verb) in {"meet", "face", "encounter", "draw", "run", "spark", "provoke", "trigger"}
    core = token.dep_ in {"dobj", "nsubj", "nsubjpass", "attr"}
    fierce = any(c.lower_ in cues("disputed", "fierce") for c in children(token, "amod"))
    parties_to = preposition(token, "between", "with", "among", "from") is not None
    lasting = lemma(verb) in cues("doubt", "persist") | cues("disputed", "lasting")
    lasting = lasting and token.dep_ == "nsubj"
    if met or lasting or (core and (fierce or parties_to)):
        weight = 2
    elif lemma(token) == "opposition" and token.dep_ == "pobj":
        # "known for his opposition to the war": somebody's stand, told in passing
        weight = 1
    bare = what is None and who is None and child(token, "amod", "compound", "prep") is None
    bare = bare or (met and what is None and token.dep_ == "pobj")
    matter = subject(verb) or token if bare else what or token
    return Finding(_KIND, "dispute", (token,), matter, Form.THING, who, weight=weight)


def _is_no_quarrel(token: Token) -> bool:
    """ "three defeats in a row", "her argument that the port pays" """
    if lemma(token) == "argument":
        return preposition(token, "over", "about", "between") is None
    if lemma(token) == "resistance":
        return preposition(token, "of", "among") is not None
    return lemma(token) == "row" and token.dep_ == "pobj" and token.head.lower_ == "in"


def debated(token: Token) -> Finding | None:
    """ "Historians have long debated the cause.", "the subject of fierce debate" """
    if token.pos_ == "VERB":
        if "have" not in auxiliaries(token) and "has" not in auxiliaries(token):
            return None
        return Finding(_KIND, "debated", (token,), child(token, "dobj", "ccomp"), Form.STATEMENT)
    if token.pos_ != "NOUN" or token.dep_ == "compound":
        return None
    what = governed(preposition(token, "over", "about", "on"))
    subject_of = token.dep_ == "pobj" and lemma(token.head.head) in {"subject", "matter", "source"}
    if subject_of:
        what = subject(clause_of(token))
    if what is None or is_over(clause_of(token)):
        return None
    fierce = any(c.lower_ in cues("disputed", "fierce") for c in children(token, "amod"))
    if not subject_of and not fierce and preposition(token, "over", "about") is None:
        # "the debate on television" is a contest of candidates
        return None
    return Finding(_KIND, "debated", (token,), what)


def contest(token: Token) -> Finding | None:
    """ "The battle over the harbour continues.", "faces legal challenges" """
    if token.pos_ != "NOUN":
        return None
    what = governed(preposition(token, "over", "to"))
    legal = any(c.lower_ in {"legal", "court"} for c in token.children)
    if is_over(clause_of(token)) or not (legal or what is not None):
        return None
    return Finding(_KIND, "contest", (token,), what or subject(clause_of(token)))


def contentious(token: Token) -> Finding | None:
    """ "The border remains a contentious issue." """
    if token.dep_ == "amod":
        noun = token.head
        if lemma(noun) in cues("disputed", "people"):
            return None
        if noun.dep_ == "attr" and noun.ent_type_ != "PERSON":
            return Finding(_KIND, "contentious", ordered(token, noun), subject(noun.head), weight=3)
        if noun.dep_ == "pobj" and noun.head.lower_ == "as":
            what = subject(noun.head.head)
            return Finding(_KIND, "contentious", ordered(token, noun), what, weight=3)
        return None
    if token.dep_ in {"acomp", "oprd", "ROOT", "conj"}:
        what = governed(linked(token, "on", "over", "about")) or subject(token.head)
        if what is None or _is_person(what):
            return None
        if lemma(what) in cues("disputed", "parties"):
            return Finding(_KIND, "contentious", (token,), None, Form.THING, what)
        weight = 1 if is_over(clause_of(token)) and token.tag_ == "VBN" else 2
        return Finding(_KIND, "contentious", (token,), what, weight=weight)
    return None


def divides(token: Token) -> Finding | None:
    """ "an issue that divides the country", "Lawmakers are divided over the tax." """
    if token.pos_ != "VERB" or (token.dep_ in {"amod", "acl"} and token.tag_ == "VBN"):
        return None
    if preposition(token, "into", "in") is not None and token.tag_ == "VBN":
        # "can be divided into two sorts"
        return None
    if is_finished(token) or token.dep_ == "pcomp" or (token.tag_ == "VB" and not modal(token)):
        return None
    if is_counterfactual(token):
        return None
    what = governed(preposition(token, "on", "over", "about")) or subject(token)
    defining = token.dep_ == "relcl" and lemma(token.head) in {"issue", "question", "topic"}
    return Finding(_KIND, "divides", (token,), what, weight=3 if defining else 2)


def at_odds(token: Token) -> Finding | None:
    """ "The partners are at odds over the price." """
    if token.head.lower_ != "at":
        return None
    verb = token.head.head
    words = ("over", "on", "about")
    what = governed(preposition(token, *words) or preposition(verb, *words))
    return Finding(_KIND, "at_odds", ordered(token.head, token), what, Form.THING, subject(verb))


def sticking_point(token: Token) -> Finding | None:
    """ "Pensions are the main sticking point." """
    if not any(c.lower_ == "sticking" for c in token.children):
        return None
    return Finding(_KIND, "sticking_point", (token,), subject(token.head), weight=3)


def each_other(token: Token) -> Finding | None:
    """ "Both sides blamed each other for the shelling." """
    what = child(token, "dobj")
    if what is None or what.lower_ not in {"other", "another"}:
        return None
    about = governed(preposition(token, "for", "of", "over"))
    return Finding(_KIND, "each_other", ordered(token, what), about, Form.THING, subject(token))


def differs(token: Token) -> Finding | None:
    """ "The accounts of the two officers differ.", "The partners differ over the price." """
    who = subject(token)
    what = governed(preposition(token, "over", "on", "about"))
    if token.pos_ != "VERB" or who is None or is_finished(token):
        return None
    if what is None and lemma(who) not in cues("disputed", "accounts"):
        return None
    return Finding(_KIND, "differs", (token,), what or who, Form.THING, who)


def draws_anger(token: Token) -> Finding | None:
    """ "The decision drew sharp criticism from teachers." """
    verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "with" else token.head
    what = subject(verb)
    drawn = token.dep_ == "dobj" and lemma(verb) in {"draw", "spark", "provoke", "trigger", "face"}
    met = token.dep_ == "pobj" and lemma(verb) in {"meet", "greet", "receive"}
    if not (drawn or (met and child(verb, "auxpass") is not None)):
        return None
    if what is None or _is_person(what) or is_past_perfect(verb):
        return None
    if verb.tag_ == "VB" and not modal(verb):
        return None
    who = governed(preposition(token, "from", "among") or preposition(verb, "from", "among"))
    return Finding(_KIND, "draws_anger", ordered(verb, token), what, Form.THING, who)


RULES = (
    Rule(cues("disputed", "outcries"), draws_anger),
    Rule(frozenset({"differ", "diverge", "clash"}), differs),
    Rule(cues("disputed", "blame"), each_other),
    Rule(cues("disputed", "nouns"), dispute),
    Rule(frozenset({"debate", "dispute"}), debated),
    Rule(cues("disputed", "contests"), contest),
    Rule(cues("disputed", "adjectives"), contentious),
    Rule(cues("disputed", "divide"), divides),
    Rule(frozenset({"odds", "odd", "loggerheads", "loggerhead"}), at_odds),
    Rule(frozenset({"point"}), sticking_point),
)
