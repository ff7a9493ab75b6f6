"""What parties differ on: the kind `disputed`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues
from briefings.analysis.questions.finding import Finding, Form, Rule
from briefings.analysis.questions.grammar import (
    FINITE_TAGS,
    auxiliaries,
    child,
    children,
    clause_of,
    governed,
    is_finished,
    is_named,
    is_negated,
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


def opposes(token: Token) -> Finding | None:
    """ "The union rejects the plan." (a plan is disputed; a person is merely disliked)"""
    if token.pos_ != "VERB" or is_negated(token) or child(token, "dative") is not None:
        return None
    what = child(token, "dobj", "nsubjpass", "xcomp") or governed(
        preposition(token, "over", "about", "on", "to", "with")
    )
    if (
        what is None
        or _is_person(what)
        or (what.dep_ == "dobj" and child(what, "det") is None and what.ent_type_)
    ):
        return None
    claim = child(what, "acl", "ccomp") if lemma(what) in cues("disputed", "notions") else None
    if claim is not None and claim.tag_ in FINITE_TAGS | {"VBG", "VBN"}:
        return Finding(_KIND, "opposes", (token,), claim, Form.STATEMENT, subject(token))
    who = subject(token)
    if who == what:
        who = governed(preposition(token, "by"))
    weight = 1
    if who is not None and who.lower_ not in {"i", "you", "we", "it"}:
        agent = is_named(who) or who.tag_ in {"PRP", "NNS"}
        weight = 2 if agent or lemma(token) not in cues("disputed", "things_too") else 1
    if lemma(what) in cues("disputed", "accounts"):
        weight = 2
    if token.dep_ == "pcomp":
        weight = 1
    return Finding(_KIND, "opposes", (token,), what, Form.THING, who, weight=weight)


def denies(token: Token) -> Finding | None:
    """ "She denied taking the money.", "The firm denies that it knew." """
    what = child(token, "ccomp", "xcomp", "dobj")
    if token.dep_ == "relcl" and lemma(token.head) in cues("disputed", "claims"):
        # "a charge that it denies"
        return Finding(_KIND, "denies", (token,), token.head, Form.THING, subject(token), weight=3)
    if token.pos_ != "VERB" or is_negated(token) or what is None:
        return None
    if child(token, "dative", "auxpass") is not None:
        return None
    if what.dep_ == "dobj" and lemma(what) not in cues("disputed", "claims"):
        return None
    who = subject(token)
    form = Form.THING if what.dep_ == "dobj" else Form.STATEMENT
    return Finding(_KIND, "denies", (token,), what, form, who, who, weight=3)


def attacks_plan(token: Token) -> Finding | None:
    """ "Critics slammed the agreement." (but not: slammed the mayor)"""
    what = child(token, "dobj", "nsubjpass") or governed(preposition(token, "against"))
    if token.pos_ != "VERB" or what is None or lemma(what) not in cues("disputed", "plans"):
        return None
    who = subject(token)
    return Finding(_KIND, "attacks_plan", (token,), what, Form.THING, who if who != what else None)


def takes_issue(token: Token) -> Finding | None:
    """ "Ruiz takes issue with the clause." """
    verb = token.head
    if lemma(verb) != "take" or token.dep_ != "dobj":
        return None
    what = governed(preposition(token, "with") or preposition(verb, "with"))
    return Finding(_KIND, "takes_issue", ordered(verb, token), what, Form.THING, subject(verb))


def dispute(token: Token) -> Finding | None:
    """ "A dispute over fishing rights", "met with opposition" """
    if token.pos_ != "NOUN" or token.dep_ in {"compound", "amod", "ROOT"}:
        return None
    verb = clause_of(token)
    if is_finished(verb) or verb.pos_ not in {"VERB", "AUX"}:
        return None
    what = governed(preposition(token, *_MATTER))
    if what is None and token.dep_ == "nsubj" and verb.tag_ == "VBG":
        # "Opposition is growing to the dam"
        what = governed(preposition(verb, *_MATTER))
    if what is not None and _is_person(what):
        return None
    who = next((c for c in children(token, "poss") if c.pos_ != "PRON"), None)
    weight = 2 if what is not None or who is not None else 1
    met = lemma(verb) in {"meet", "face", "encounter", "draw", "spark", "provoke", "trigger"}
    if met or (token.dep_ in {"dobj", "nsubj", "nsubjpass", "attr"} and child(token, "amod")):
        weight = 2
    bare = what is None and who is None and child(token, "amod", "compound", "prep") is None
    matter = subject(verb) or token if bare else what or token
    return Finding(_KIND, "dispute", (token,), matter, Form.THING, who, weight=weight)


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
        if noun.dep_ == "attr" and noun.ent_type_ != "PERSON":
            return Finding(_KIND, "contentious", ordered(token, noun), subject(noun.head), weight=3)
        if noun.dep_ == "pobj" and noun.head.lower_ == "as":
            what = subject(noun.head.head)
            return Finding(_KIND, "contentious", ordered(token, noun), what, weight=3)
        return None
    if token.dep_ in {"acomp", "oprd", "ROOT", "conj"}:
        what = governed(linked(token, "on", "over", "about")) or subject(token.head)
        if what is not None and lemma(what) in cues("disputed", "parties"):
            return Finding(_KIND, "contentious", (token,), None, Form.THING, what)
        if what is None:
            return None
        return Finding(_KIND, "contentious", (token,), what)
    return None


def divides(token: Token) -> Finding | None:
    """ "an issue that divides the country", "Lawmakers are divided over the tax." """
    if token.pos_ != "VERB" or (token.dep_ in {"amod", "acl"} and token.tag_ == "VBN"):
        return None
    if is_finished(token) or token.dep_ == "pcomp":
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


def insists_not(token: Token) -> Finding | None:
    """ "The firm insists that age was not a factor." """
    clause = child(token, "ccomp")
    if token.pos_ != "VERB" or clause is None or not is_negated(clause) or modal(clause):
        return None
    who = subject(clause)
    speaker = subject(token)
    weight = 1 if lemma(token) == "state" and not auxiliaries(clause) else 2
    if who is None or who.lower_ in {"i", "we", "you", "there"}:
        weight = 1
    return Finding(_KIND, "insists_not", (token,), clause, Form.STATEMENT, speaker, weight=weight)


def nothing_to_do(token: Token) -> Finding | None:
    """ "She had nothing to do with the sale." """
    verb = child(token, "relcl", "acl")
    have = token.head
    if lemma(have) != "have" or verb is None or lemma(verb) != "do":
        return None
    who = subject(have)
    return Finding(_KIND, "nothing_to_do", ordered(have, token), have, Form.STATEMENT, who, who)


def sues(token: Token) -> Finding | None:
    """ "Residents are suing the city over the dump." """
    if token.pos_ != "VERB" or is_negated(token) or is_past_perfect(token):
        return None
    over = preposition(token, "over", "for")
    what = governed(over) or child(token, "dobj")
    return Finding(_KIND, "sues", (token,), what, Form.THING, subject(token))


def critics_say(token: Token) -> Finding | None:
    """ "Critics say the law is unconstitutional." """
    speech = token.head
    clause = child(speech, "ccomp")
    if token.dep_ != "nsubj" or clause is None or speech.tag_ == "VBN":
        return None
    if child(token, "amod", "compound") is not None and lemma(token) == "rival":
        return None
    return Finding(_KIND, "critics_say", ordered(token, speech), clause, Form.STATEMENT, token)


def each_other(token: Token) -> Finding | None:
    """ "Both sides blamed each other for the shelling." """
    what = child(token, "dobj")
    if what is None or what.lower_ not in {"other", "another"}:
        return None
    about = governed(preposition(token, "for", "of", "over"))
    return Finding(_KIND, "each_other", ordered(token, what), about, Form.THING, subject(token))


def claims_but(token: Token) -> Finding | None:
    """ "Rebels claimed to hold the town, but the army said it did." """
    clause = child(token, "xcomp", "ccomp")
    other = child(token, "conj")
    if clause is None or other is None or child(other, "ccomp") is None:
        return None
    if not any(c.lower_ in {"but", "while", "though"} for c in children(token, "cc")):
        return None
    who = subject(token)
    return Finding(_KIND, "claims_but", (token,), clause, Form.STATEMENT, who, who)


def differs(token: Token) -> Finding | None:
    """ "The accounts of the two officers differ.", "The partners differ over the price." """
    who = subject(token)
    what = governed(preposition(token, "over", "on", "about"))
    if token.pos_ != "VERB" or who is None or is_finished(token):
        return None
    if what is None and lemma(who) not in cues("disputed", "accounts"):
        return None
    return Finding(_KIND, "differs", (token,), what or who, Form.THING, who)


def fights(token: Token) -> Finding | None:
    """ "Residents are fighting the closure of the school." """
    what = child(token, "dobj")
    if what is None or lemma(what) not in cues("disputed", "measures") or is_finished(token):
        return None
    return Finding(_KIND, "fights", (token,), what, Form.THING, subject(token))


def draws_anger(token: Token) -> Finding | None:
    """ "The decision drew sharp criticism from teachers." """
    verb = token.head
    what = subject(verb)
    if token.dep_ != "dobj" or lemma(verb) not in {"draw", "spark", "provoke", "trigger", "face"}:
        return None
    if what is None or _is_person(what) or is_past_perfect(verb):
        return None
    who = governed(preposition(token, "from", "among") or preposition(verb, "from", "among"))
    return Finding(_KIND, "draws_anger", ordered(verb, token), what, Form.THING, who)


RULES = (
    Rule(cues("disputed", "outcries"), draws_anger),
    Rule(frozenset({"differ", "diverge", "clash"}), differs),
    Rule(frozenset({"fight", "appeal", "battle"}), fights),
    Rule(cues("disputed", "critics"), critics_say),
    Rule(cues("disputed", "blame"), each_other),
    Rule(frozenset({"claim", "allege"}), claims_but),
    Rule(cues("disputed", "verbs"), opposes),
    Rule(frozenset({"deny"}), denies),
    Rule(cues("disputed", "attacks") | {"demonstrate", "rally"}, attacks_plan),
    Rule(frozenset({"issue", "exception"}), takes_issue),
    Rule(cues("disputed", "nouns"), dispute),
    Rule(frozenset({"debate", "dispute"}), debated),
    Rule(cues("disputed", "contests"), contest),
    Rule(cues("disputed", "adjectives"), contentious),
    Rule(cues("disputed", "divide"), divides),
    Rule(frozenset({"odds", "odd", "loggerheads", "loggerhead"}), at_odds),
    Rule(frozenset({"point"}), sticking_point),
    Rule(cues("disputed", "insist"), insists_not),
    Rule(frozenset({"sue"}), sues),
    Rule(frozenset({"nothing"}), nothing_to_do),
)
