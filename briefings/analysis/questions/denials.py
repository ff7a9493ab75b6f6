"""What is denied or called wrong in plain words: the kind `disputed`, by grammar.

A denial needs no verb of denying: whoever says that something never was, or that somebody is wrong,
disputes what somebody else has claimed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues
from briefings.analysis.questions.finding import Finding, Form, Rule
from briefings.analysis.questions.grammar import (
    auxiliaries,
    child,
    is_negated,
    is_past_perfect,
    lemma,
    modal,
    ordered,
    subject,
)
from briefings.briefing import QuestionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_KIND = QuestionKind.DISPUTED
_PAST = frozenset({"did", "had", "has", "have", "was", "were"})
_THEMSELVES = frozenset({"he", "she", "they", "it", "i", "we"})
_SPEAKERS = frozenset({"i", "we", "you"})


def never_did(token: Token) -> Finding | None:
    """ "Okafor says she never signed the letter.", "“We have never met,” Okafor said." """
    clause = child(token, "ccomp")
    holder = subject(token)
    if token.pos_ != "VERB" or clause is None or holder is None or modal(clause):
        return None
    who = child(clause, "nsubj", "nsubjpass")
    never = any(c.lower_ == "never" for c in clause.children)
    denied = never or any(c.dep_ == "neg" for c in clause.children)
    if who is None or not denied or who.lower_ not in _THEMSELVES or holder.lower_ in _SPEAKERS:
        return None
    if holder.ent_type_ in {"CARDINAL", "PERCENT"} or lemma(holder) in cues("undecided", "public"):
        # what a poll was told is no denial
        return None
    past = clause.tag_ == "VBD" or bool(_PAST & set(auxiliaries(clause)))
    if not past or (who.lower_ in _SPEAKERS and not never) or is_past_perfect(token):
        return None
    minds = cues("undecided", "stative") | cues("doubt", "idle") | cues("doubt", "opinion")
    if lemma(clause) in minds | {"go"}:
        return None
    cue = ordered(token, clause)
    weight = 3 if who.lower_ in _SPEAKERS else 2
    return Finding(
        _KIND,
        "never_did",
        cue,
        clause,
        Form.STATEMENT,
        holder,
        holder,
        weight=weight,
        general=True,
    )


def is_wrong(token: Token) -> Finding | None:
    """ "Lund said the auditor was wrong to blame the crew.", "That is not true, Lund said." """
    copula = token.head
    what = child(copula, "nsubj")
    speech = copula.head
    if token.dep_ not in {"acomp", "attr"} or copula.dep_ != "ccomp" or what is None:
        return None
    if lemma(speech) not in cues("disputed", "telling") | cues("undecided", "saying"):
        return None
    if what.lower_ in {"everything", "anything", "all", "something"}:
        return None
    true = lemma(token) in {"true", "accurate", "correct"}
    who = subject(speech)
    if true != is_negated(copula) or who is None or who.lower_ in _SPEAKERS or modal(copula):
        return None
    return Finding(_KIND, "is_wrong", ordered(copula, token), copula, Form.STATEMENT, who)


def both_claim(token: Token) -> Finding | None:
    """ "Both camps claimed victory.", "The two states each claim the islet." """
    what = child(token, "dobj")
    who = subject(token)
    if token.pos_ != "VERB" or what is None or who is None or is_negated(token):
        return None
    shared = [*who.children, *token.children, who]
    if not any(c.lower_ in {"both", "each"} for c in shared) or what.pos_ == "PRON":
        return None
    return Finding(_KIND, "both_claim", ordered(who, token), what, Form.THING, who)


_TRUTH = frozenset({"accurate", "correct", "false", "inaccurate", "incorrect", "mistaken", "true"})

RULES = (
    Rule(cues("undecided", "saying") | {"add", "reply", "respond", "tweet", "write"}, never_did),
    Rule(frozenset({"claim"}), both_claim),
    Rule(_TRUTH | {"unfounded", "untrue", "wrong"}, is_wrong),
)
