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
    governed,
    is_finished,
    is_named,
    is_negated,
    is_past_perfect,
    is_refused,
    lemma,
    modal,
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
    """ "The union rejects the plan." (a plan is disputed; a person is merely disliked)"""
    if token.pos_ != "VERB" or is_negated(token) or is_refused(token):
        return None
    if child(token, "dative") is not None or any(
        c.lower_ in {"than", "of"} for c in children(token.head, "cc", "prep") if c.i < token.i
    ):
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
    if lemma(token) == "challenge" and child(token, "xcomp") is not None and what.dep_ == "dobj":
        # "challenged the bishops to be humbler"
        return None
    if token.i > token.sent.start and token.nbor(-1).lower_ == "as" and token.tag_ == "VBN":
        # "the old rules as opposed to the new"
        return None
    claim = child(what, "acl", "ccomp") if lemma(what) in cues("disputed", "notions") else None
    finite = claim is not None and (claim.tag_ in FINITE_TAGS | {"VBG", "VBN"} or modal(claim))
    if claim is not None and finite:
        return Finding(_KIND, "opposes", (token,), claim, Form.STATEMENT, subject(token))
    if lemma(what) in cues("disputed", "people") and lemma(token) != "dispute":
        return None
    who = subject(token)
    if who == what:
        who = governed(preposition(token, "by"))
    weight = 1
    if who is not None and who.lower_ not in {"i", "you", "we", "it"}:
        agent = is_named(who) or who.tag_ in {"PRP", "NNS"}
        weight = 2 if agent or lemma(token) not in cues("disputed", "things_too") else 1
    court = governed(preposition(token, "in", "before"))
    sued = court is not None and lemma(court) in {"court", "tribunal"}
    if lemma(what) in cues("disputed", "accounts") or (sued and not is_finished(token)):
        weight = 2
    urged = token.dep_ == "xcomp" and lemma(token.head) in cues("undecided", "urge")
    if urged or token.dep_ == "pcomp" or modal(token) in {"should", "would", "must", "could"}:
        weight = 1
    return Finding(_KIND, "opposes", (token,), what, Form.THING, who, weight=weight)


def denies(token: Token) -> Finding | None:
    """ "She denied taking the money.", "The firm denies that it knew." """
    if token.dep_ == "conj" and is_refused(token.head):
        # "declined to confirm or deny it" denies nothing
        return None
    what = child(token, "ccomp", "xcomp", "dobj")
    told = child(token, "dobj")
    pointing = told is not None and told.lower_ == "which" and not is_negated(token)
    if token.dep_ == "relcl" and (pointing or lemma(token.head) in cues("disputed", "claims")):
        # "a charge that it denies", "accuses it of cheating, which it denies"
        return Finding(_KIND, "denies", (token,), token.head, Form.THING, subject(token), weight=3)
    if token.pos_ != "VERB" or is_negated(token) or what is None:
        return None
    if child(token, "dative", "auxpass") is not None:
        return None
    if what.dep_ == "dobj" and lemma(what) not in cues("disputed", "claims"):
        return None
    if what.tag_ == "VBN" and "being" in {c.lower_ for c in children(what, "auxpass")}:
        # "denied the change being sought" refuses it
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
    if lemma(verb) != "take" or token.dep_ != "dobj" or child(token, "det", "poss") is not None:
        # "takes the issue seriously" is another thing
        return None
    what = governed(preposition(token, "with") or preposition(verb, "with"))
    if what is None:
        return None
    return Finding(_KIND, "takes_issue", ordered(verb, token), what, Form.THING, subject(verb))


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
    if token.dep_ == "pcomp":
        # "known for suing the state"
        return None
    over = preposition(token, "over", "for")
    if over is not None and any(t.ent_type_ == "MONEY" or t.is_currency for t in over.subtree):
        over = None
    what = governed(over) or child(token, "dobj")
    rule = "sues" if over is None else "contests"
    return Finding(_KIND, rule, (token,), what, Form.THING, subject(token))


def critics_say(token: Token) -> Finding | None:
    """ "Critics say the law is unconstitutional." """
    speech = token.head
    clause = child(speech, "ccomp")
    if token.dep_ != "nsubj" or clause is None or speech.tag_ == "VBN":
        return None
    if child(token, "amod", "compound") is not None and lemma(token) == "rival":
        return None
    return Finding(_KIND, "critics_say", ordered(token, speech), clause, Form.STATEMENT, token)


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


def fights(token: Token) -> Finding | None:
    """ "Residents are fighting the closure of the school." """
    what = child(token, "dobj")
    if what is None or lemma(what) not in cues("disputed", "measures") or is_finished(token):
        return None
    if token.tag_ == "VB" and not modal(token):
        return None
    return Finding(_KIND, "fights", (token,), what, Form.THING, subject(token))


RULES = (
    Rule(frozenset({"fight", "appeal", "battle"}), fights),
    Rule(cues("disputed", "critics"), critics_say),
    Rule(frozenset({"claim", "allege"}), claims_but),
    Rule(cues("disputed", "verbs"), opposes),
    Rule(frozenset({"deny"}), denies),
    Rule(cues("disputed", "attacks") | {"demonstrate", "rally"}, attacks_plan),
    Rule(frozenset({"issue", "exception"}), takes_issue),
    Rule(cues("disputed", "insist"), insists_not),
    Rule(frozenset({"sue"}), sues),
    Rule(frozenset({"nothing"}), nothing_to_do),
)
