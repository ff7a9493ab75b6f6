"""What something needs before it can happen: `contingent`, where no "if" says so."""

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
    is_named,
    is_negated,
    lemma,
    modal,
    opens_question,
    ordered,
    preposition,
    subject,
)
from briefings.briefing import QuestionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_KIND = QuestionKind.CONTINGENT
_GENERIC = frozenset({"i", "we", "you", "one", "it", "this", "that", "anyone"})


def must_be_approved(token: Token) -> Finding | None:
    """ "Any deal must be ratified by both parliaments.", "has to be approved" """
    passive = child(token, "nsubjpass", "auxpass") is not None
    if token.tag_ != "VBN" or not (token.dep_ == "xcomp" or passive):
        return None
    words = auxiliaries(token)
    obliged = modal(token) == "must" or (
        token.dep_ == "xcomp"
        and lemma(token.head) in {"have", "need"}
        and not is_finished(token.head)
    )
    if "be" not in words or not obliged or is_negated(token):
        return None
    who = governed(preposition(token, "by"))
    what = subject(token)
    if what is None or what.lower_ in _GENERIC:
        return None
    weight = 3 if who is not None else 2
    return Finding(_KIND, "must_be_approved", (token,), token, Form.EVENT, who, what, weight)


def requires(token: Token) -> Finding | None:
    """ "The bill requires a two-thirds majority to pass." """
    what = child(token, "dobj")
    if what is None or is_finished(token) or is_negated(token):
        return None
    if lemma(what) not in cues("contingent", "requisites"):
        return None
    who = child(what, "poss") or governed(preposition(what, "from", "by", "of"))
    subject_of = subject(token)
    if subject_of is None or subject_of.lower_ in _GENERIC:
        return None
    return Finding(_KIND, "requires", ordered(token, what), what, Form.THING, who)


def provided_that(token: Token) -> Finding | None:
    """ "Provided that the weather holds, the search will resume." """
    clause = child(token, "ccomp")
    if token.dep_ not in {"advcl", "prep"} or clause is None or token.tag_ == "VBD":
        return None
    if lemma(token) == "assume" and token.tag_ != "VBG":
        return None
    who = child(clause, "nsubj", "nsubjpass")
    if who is None or who.lower_ in _GENERIC:
        return None
    return Finding(_KIND, "conditional", (token,), clause, Form.EVENT, who)


def pending(token: Token) -> Finding | None:
    """ "Pending approval by the council, work will begin in May." """
    what = token.head if token.dep_ == "amod" else governed(token)
    if what is None or lemma(what) not in cues("contingent", "pended"):
        return None
    if token.dep_ == "amod" and not token.is_sent_start:
        return None
    who = child(what, "poss") or governed(preposition(what, "from", "by", "of"))
    return Finding(_KIND, "pending", ordered(token, what), what, Form.THING, who)


def cannot_without(token: Token) -> Finding | None:
    """ "The cabinet cannot pass a budget without the Greens." """
    what = governed(token)
    verb = token.head
    if token.dep_ != "prep" or what is None or what.pos_ not in {"NOUN", "PROPN"}:
        return None
    if is_counterfactual(verb) or verb.tag_ != "VB" or not is_negated(verb):
        return None
    who = subject(verb)
    if modal(verb) not in {"can", "could", "will", "would"} or who is None:
        return None
    if who.lower_ in _GENERIC:
        return None
    return Finding(_KIND, "cannot_without", (token,), verb, Form.EVENT, who, who)


def up_to_whether(token: Token) -> Finding | None:
    """ "It is up to voters whether the tax rises." """
    verb = token.head
    who = governed(preposition(token, "to"))
    clause = child(verb, "ccomp", "csubj", "advcl")
    if lemma(verb) not in {"be", "remain"} or who is None or clause is None:
        return None
    if not opens_question(clause) or who.pos_ == "PRON":
        return None
    return Finding(_KIND, "up_to_whether", (token,), clause, Form.STATEMENT, who)


def traded(token: Token) -> Finding | None:
    """ "Norland offered to free the pilots in return for the ship." """
    given = token.head.head
    what = governed(preposition(token, "for"))
    if token.dep_ != "pobj" or token.head.lower_ != "in" or what is None:
        return None
    verb = given if given.pos_ == "VERB" else clause_of(given)
    offering = verb.head if verb.dep_ in {"xcomp", "ccomp"} else verb
    if lemma(offering) not in cues("contingent", "committing") | cues("undecided", "urge"):
        return None
    who = subject(offering)
    return Finding(_KIND, "traded", ordered(token.head, token), verb, Form.EVENT, who, who)


def on_condition(token: Token) -> Finding | None:
    """ "The offer stands on condition that the fighting stops." """
    clause = child(token, "acl", "ccomp", "relcl")
    if token.dep_ != "pobj" or token.head.lower_ not in {"on", "under"} or clause is None:
        return None
    if any(t.lower_ in {"named", "identified", "anonymity"} for t in clause.subtree):
        return None
    return Finding(_KIND, "on_condition", ordered(token.head, token), clause, Form.EVENT)


def opening_modal(token: Token) -> Finding | None:
    """ "Should the talks collapse, …", whose subject the parser may take for part of the verb"""
    verb = token.head
    before = token.nbor(-1) if token.i > token.sent.start else None
    starts = before is None or before.is_quote or before.text in {",", ":", "-", "—", "–"}
    if token.dep_ != "aux" or verb.dep_ != "advcl" or not starts or verb.i <= token.i:
        return None
    who = child(verb, "nsubj", "nsubjpass") or child(verb, "compound")
    if who is None or not any(c.tag_ == "MD" for c in children(verb.head, "aux")):
        return None
    outcome = verb.head
    return Finding(
        _KIND, "inverted", (token,), verb, Form.EVENT, who, who, weight=3, outcome=outcome
    )


def only_then(token: Token) -> Finding | None:
    """ "The troops will leave only after the vote.", "only when the court agrees" """
    clause = token.head
    if token.lower_ != "only" or clause.dep_ not in {"advcl", "prep"}:
        return None
    verb = clause.head
    first = clause.left_edge.lower_ if clause.dep_ == "advcl" else clause.lower_
    if token.i + 1 < len(token.doc) and first == "only":
        first = token.nbor().lower_
    if modal(verb) not in {"will", "would", "can", "could"} or first not in {
        "after",
        "when",
        "once",
    }:
        return None
    matter = clause if clause.dep_ == "advcl" else governed(clause)
    if matter is None or matter.pos_ == "PRON":
        return None
    who = subject(clause) if clause.dep_ == "advcl" else None
    form = Form.EVENT if matter.pos_ in {"VERB", "AUX"} else Form.THING
    named = who is None or is_named(who) or who.pos_ == "NOUN"
    return Finding(_KIND, "only_then", ordered(token), matter, form, who, weight=2 if named else 1)


RULES = (
    Rule(cues("contingent", "clearing"), must_be_approved),
    Rule(frozenset({"require", "need", "demand"}), requires),
    Rule(frozenset({"provide", "provided", "assume", "assuming", "suppose"}), provided_that),
    Rule(frozenset({"pending"}), pending),
    Rule(frozenset({"without"}), cannot_without),
    Rule(frozenset({"up"}), up_to_whether),
    Rule(frozenset({"return", "exchange"}), traded),
    Rule(frozenset({"condition"}), on_condition),
    Rule(frozenset({"should"}), opening_modal),
    Rule(frozenset({"only"}), only_then),
)
