"""What somebody believes will come, is likely to come, or says never was: told, not settled.

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
    completion,
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
_PAST = frozenset({"did", "had", "has", "have", "was", "were"})
_FUTURE = frozenset({"will", "would", "wo", "'ll", "’ll", "'d", "’d"})


def believes(token: Token) -> Finding | None:
    """ "The envoy believes the truce will hold until spring." """
    clause = child(token, "ccomp")
    holder = subject(token)
    if token.pos_ != "VERB" or clause is None or holder is None or holder.lower_ in _TALKERS:
        return None
    if modal(clause) not in _FUTURE or "have" in auxiliaries(clause) or is_past_perfect(token):
        return None
    who = subject(clause)
    if who is None or who.lower_ in _TALKERS - {"it", "there"} or opens_list(clause):
        return None
    cue = ordered(token, clause)
    return Finding(_KIND, "believes", cue, clause, Form.EVENT, holder, who, general=True)


def opens_list(clause: Token) -> bool:
    """Whether a clause is itself a question, and another family's."""
    return clause.left_edge.tag_ in {"WP", "WRB", "WDT"}


def is_likely(token: Token) -> Finding | None:
    """ "The strike is likely to spread." (but not: "children are likelier to read")"""
    verb = completion(token)
    copula = token.head
    if token.dep_ not in {"acomp", "oprd"} or verb is None or verb.tag_ != "VB":
        return None
    if any(c.lower_ in {"more", "less", "equally"} for c in token.children) or is_over(copula):
        return None
    who = subject(copula)
    if who is None or who.lower_ in _TALKERS - {"it"} or is_negated(copula):
        return None
    if lemma(who) in cues("contingent", "anybody") | cues("undecided", "public"):
        return None
    cue = ordered(copula, token)
    return Finding(_KIND, "is_likely", cue, verb, Form.EVENT, who, who, general=True)


def never_did(token: Token) -> Finding | None:
    """ "Okafor says she never signed the letter." """
    clause = child(token, "ccomp")
    holder = subject(token)
    if token.pos_ != "VERB" or clause is None or holder is None or modal(clause):
        return None
    who = child(clause, "nsubj", "nsubjpass")
    denied = any(c.dep_ == "neg" or c.lower_ == "never" for c in clause.children)
    if who is None or not denied or who.lower_ not in {"he", "she", "they", "it"}:
        return None
    past = clause.tag_ == "VBD" or bool(_PAST & set(auxiliaries(clause)))
    if not past or lemma(clause) in cues("undecided", "stative") | cues("doubt", "idle"):
        return None
    if holder.lower_ in {"i", "we", "you"} or is_past_perfect(token):
        return None
    kind, cue = QuestionKind.DISPUTED, ordered(token, clause)
    return Finding(kind, "never_did", cue, clause, Form.STATEMENT, holder, general=True)


RULES = (
    Rule(cues("doubt", "opinion"), believes),
    Rule(frozenset({"likely", "poised", "bound"}), is_likely),
    Rule(cues("undecided", "saying") | {"say", "insist", "claim", "maintain"}, never_did),
)
