"""What somebody believes will come, or what is likely to come: told, not settled.

A belief about the future is open by its grammar: a verb of opinion, and a clause that is still to
come. The verbs of opinion and the words of likelihood are closed classes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues
from briefings.analysis.questions.finding import Finding, Form, Rule
from briefings.analysis.questions.grammar import (
    auxiliaries,
    child,
    children,
    completion,
    is_finished,
    is_negated,
    is_over,
    is_past_perfect,
    lemma,
    modal,
    ordered,
    subject,
)
from briefings.briefing import QuestionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_KIND = QuestionKind.DOUBT
_TALKERS = frozenset({"i", "we", "you", "one", "there", "it", "this", "that"})
_SAID = frozenset({"estimate", "forecast", "predict", "project", "suggest"})
_FUTURE = frozenset({"will", "would", "wo", "'ll", "’ll", "'d", "’d"})


def believes(token: Token) -> Finding | None:
    """ "The envoy believes the truce will hold until spring." """
    clause = child(token, "ccomp")
    holder = subject(token)
    if token.pos_ != "VERB" or clause is None or holder is None or holder.lower_ in _TALKERS:
        return None
    if modal(clause) not in _FUTURE or "have" in auxiliaries(clause) or is_past_perfect(token):
        return None
    if token.tag_ == "VBD" and lemma(token) not in _SAID:
        # "she thought it would rain": a story of then
        return None
    who = subject(clause)
    if who is None or who.lower_ in _TALKERS - {"it", "there"} or opens_list(clause):
        return None
    cue = ordered(token, clause)
    return Finding(_KIND, "believes", cue, clause, Form.EVENT, holder, who, general=True)


def foretold(token: Token) -> Finding | None:
    """ "The auditor says many schools will close.": one tells what others will do or meet."""
    clause = child(token, "ccomp")
    holder = child(token, "nsubj")
    if token.pos_ != "VERB" or clause is None or holder is None or holder.lower_ in _TALKERS:
        return None
    now = token.tag_ in {"VBP", "VBZ"} and modal(clause) == "would"
    if not now and modal(clause) not in {"will", "'ll", "’ll"}:
        return None
    if "have" in auxiliaries(clause):
        return None
    if clause.i < token.i or is_negated(clause) or is_negated(token) or is_past_perfect(token):
        return None
    outcomes = cues("doubt", "outcome") | cues("doubt", "harm") | cues("awaited", "measured")
    if lemma(clause) not in outcomes | cues("doubt", "bearing") - {"be", "get", "go", "meet"}:
        # what an organiser says will be done is an announcement
        return None
    who = child(clause, "nsubj", "nsubjpass")
    if who is None or who.pos_ not in {"NOUN", "PROPN"} or opens_list(clause):
        return None
    if lemma(who) == lemma(holder) or _announces(holder) or child(clause, "advcl") is not None:
        return None
    cue = ordered(token, clause)
    return Finding(_KIND, "foretold", cue, clause, Form.EVENT, holder, who, general=True)


def _announces(holder: Token) -> bool:
    """Whether it is an announcement (a spokesman's, an aide's) or what a poll was told."""
    counted = holder.ent_type_ in {"CARDINAL", "PERCENT"}
    return counted or lemma(holder) in cues("awaited", "heralds") | cues("undecided", "public")


def opens_list(clause: Token) -> bool:
    """Whether a clause is itself a question, and another family's."""
    return clause.left_edge.tag_ in {"WP", "WRB", "WDT"}


def is_likely(token: Token) -> Finding | None:
    """ "The strike is likely to spread." (but not: "children are likelier to read")"""
    verb = completion(token)
    copula = token.head
    if token.dep_ not in {"acomp", "oprd"} or verb is None:
        return None
    if verb.tag_ != "VB" and modal(verb) not in _FUTURE:
        return None
    if any(c.lower_ in {"more", "less", "equally"} for c in token.children) or is_over(copula):
        return None
    who = subject(copula)
    if who is None or who.lower_ in _TALKERS - {"it"} or is_negated(copula):
        return None
    if lemma(who) in cues("contingent", "anybody") | cues("undecided", "public"):
        return None
    cue, doer = ordered(copula, token), who if verb.tag_ == "VB" else None
    if modal(verb):
        doer = child(verb, "nsubj", "nsubjpass")
    return Finding(_KIND, "is_likely", cue, verb, Form.EVENT, doer, doer, general=True)


def is_likely_that(token: Token) -> Finding | None:
    """ "It's unlikely talks will resume", where the parser gives the adjective to the subject"""
    clause = token.head.head
    copula = clause.head
    if token.dep_ != "amod" or clause.dep_ != "ccomp" or lemma(copula) != "be":
        return None
    it = child(copula, "nsubj")
    if it is None or it.lower_ != "it" or token.i != copula.i + 1 or not modal(clause):
        return None
    return Finding(_KIND, "is_likely", ordered(copula, token), clause, Form.EVENT)


def will_likely(token: Token) -> Finding | None:
    """ "The ruling will probably stand.", "It likely won't last." """
    verb = token.head
    who = child(verb, "nsubj", "nsubjpass", "csubj")
    hedges = ordered(*(c for c in children(verb, "advmod") if c.lower_ in cues("doubt", "hedges")))
    if token.dep_ != "aux" or who is None or not hedges or verb.dep_ in {"relcl", "advcl"}:
        return None
    if who.lower_ in _TALKERS - {"it", "there"} or "have" in auxiliaries(verb):
        return None
    cue = ordered(token, *hedges, verb)
    return Finding(_KIND, "will_likely", cue, verb, Form.EVENT, None, who, general=True)


def is_confident(token: Token) -> Finding | None:
    """ "The coach is optimistic that the strike will end." """
    clause = completion(token)
    copula = token.head
    holder = subject(copula)
    if token.dep_ not in {"acomp", "oprd", "conj"} or clause is None or holder is None:
        return None
    if holder.lower_ in {"i", "we", "you"}:
        return None
    if modal(clause) not in _FUTURE or is_finished(copula) or is_negated(copula):
        return None
    cue = ordered(token, clause)
    return Finding(_KIND, "is_confident", cue, clause, Form.EVENT, holder, general=True)


RULES = (
    Rule(cues("doubt", "opinion"), believes),
    Rule(frozenset({"say", "argue", "claim", "contend", "insist", "maintain", "warn"}), foretold),
    Rule(cues("doubt", "probable"), is_likely),
    Rule(cues("doubt", "hopeful"), is_confident),
    Rule(cues("doubt", "probable") | cues("doubt", "improbable"), is_likely_that),
    Rule(_FUTURE, will_likely),
)
