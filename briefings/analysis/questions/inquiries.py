"""What is being found out, or only guessed at: `unknown`, seen from those who ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues
from briefings.analysis.questions.finding import Finding, Form, Rule
from briefings.analysis.questions.grammar import (
    SUBJECTS,
    asked_clause,
    auxiliaries,
    child,
    children,
    clause_of,
    governed,
    is_finished,
    is_negated,
    is_over,
    is_past_perfect,
    lemma,
    modal,
    ordered,
    preposition,
    subject,
)
from briefings.analysis.questions.unknowns import unknown
from briefings.briefing import QuestionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_KIND = QuestionKind.UNKNOWN
_PERSONAL = frozenset({"i", "he", "she", "we", "you", "they", "it", "this", "that"})


def under_inquiry(token: Token) -> Finding | None:
    """ "The probe into the fire continues." """
    if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ == "compound":
        return None
    if token.dep_ == "pobj" and lemma(token.head.head) in {"part", "answer", "reply", "respond"}:
        # an inquiry that one answers is a question put by somebody
        return None
    if any(c.lower_ in {"any", "each", "every"} for c in children(token, "det")):
        return None
    if any(c.lower_ in cues("background", "former") for c in children(token, "amod")):
        return None
    into = governed(preposition(token, "into", "of", "over", "for"))
    verb = clause_of(token)
    if token.dep_ == "attr" and into is None:
        # "this is a hard investigation" describes it
        return None
    if token.dep_ == "pobj" and token.head.lower_ == "under":
        what = subject(clause_of(token))
        if what is None or what.pos_ == "PRON" or is_over(clause_of(token)):
            return None
        return Finding(_KIND, "investigated", ordered(token.head, token), what, Form.THING)
    into_whether = asked_clause(token)
    if into_whether is not None and not _is_closed(verb):
        return unknown("under_inquiry", (token,), into_whether)
    opened = token.dep_ == "nsubjpass" and verb == token.head and into is not None
    opened = opened and lemma(verb) in {"announce", "begin", "launch", "open", "order", "start"}
    if opened and not is_past_perfect(verb):
        return unknown("under_inquiry", ordered(token, verb), token)
    if is_over(verb) or (token.dep_ == "pobj" and token.head.lower_ == "for"):
        return None
    if token.dep_ in {"nsubj", "nsubjpass", "attr"} and _is_closed(verb):
        return None
    matter = asked_clause(verb) or token
    weight = 2 if into is not None or child(token, "det", "poss", "amod", "compound") else 1
    if token.lower_ in {"search", "hunt", "audit", "inquiries", "review"} and into is None:
        weight = 1
    return unknown("under_inquiry", (token,), matter, weight=weight)


def _is_closed(verb: Token) -> bool:
    """ "The inquiry has found …", "There have been nine inquiries", "The case is closed." """
    if any(lemma(c) in cues("unknown", "closed") for c in [verb, *children(verb, "acomp", "attr")]):
        return True
    if lemma(verb) in {"broaden", "deepen", "expand", "extend", "launch", "open", "widen"}:
        return False
    return verb.tag_ == "VBN" and bool({"has", "have"} & set(auxiliaries(verb)))


def inquires(token: Token) -> Finding | None:
    """ "Prosecutors are investigating whether the seal was forged." """
    if token.pos_ != "VERB" or token.dep_ in {"amod", "acl", "relcl", "compound"}:
        return None
    words = auxiliaries(token)
    if token.tag_ == "VBG" and not words:
        return None
    going_on = token.tag_ == "VBG" or (token.tag_ == "VBN" and "being" in words)
    if not going_on and modal(token) not in {"will", "may"}:
        return None
    matter = asked_clause(token) or child(token, "dobj", "nsubjpass")
    return unknown("inquires", (token,), matter, subject(token))


def looks_into(token: Token) -> Finding | None:
    """ "Auditors are looking into the sale." """
    into = preposition(token, "into")
    what = governed(into)
    if into is None or what is None or token.pos_ != "VERB" or is_finished(token):
        return None
    if is_negated(token):
        # what nobody has looked into will find nothing
        return None
    if into.i > token.i + 1 or lemma(what) in cues("phrasing", "sights"):
        return None
    return unknown("looks_into", ordered(token, into), what, subject(token))


def to_find_out(token: Token) -> Finding | None:
    """ "a panel to determine whether the dam was safe" """
    if token.tag_ not in {"VB", "VBG"} or is_negated(token) or modal(token):
        return None
    what = child(token, "dobj")
    if token.dep_ in {"advcl", "xcomp"} and is_negated(token.head):
        # "did not need to go there to find out"
        return None
    if "did" in auxiliaries(token):
        return None
    if what is not None and lemma(what) in cues("unknown", "sought"):
        return Finding(_KIND, "to_find", ordered(token, what), what, Form.THING)
    clause = asked_clause(token)
    if clause is None or clause.dep_ == "relcl":
        return None
    return unknown("to_find_out", (token,), clause)


def to_see_if(token: Token) -> Finding | None:
    """ "The envoy will talk to both sides to see if a truce is possible." """
    clause = next((c for c in children(token, "ccomp", "advcl") if _opens_with_if(c)), None)
    if token.tag_ not in {"VB", "VBG"} or clause is None or clause.i < token.i:
        return None
    to_come = token.dep_ in {"advcl", "xcomp", "acl", "relcl"} or modal(token) in {"will", "must"}
    who = subject(clause)
    if not to_come or is_negated(token) or who is None or who.lower_ in {"i", "you", "we"}:
        return None
    if is_finished(token.head) and token.dep_ == "advcl" and token.head.dep_ == "ROOT":
        # "she went there to see if he was at home": by now she knows
        return None
    return Finding(_KIND, "to_see_if", (token,), clause, Form.STATEMENT, None, general=True)


def _opens_with_if(clause: Token) -> bool:
    return any(c.lower_ == "if" for c in children(clause, "mark"))


def speculated(token: Token) -> Finding | None:
    """ "Neighbours speculated that a gas leak had started it." """
    clause = child(token, "ccomp")
    if token.pos_ != "VERB" or clause is None:
        return None
    if token.tag_ == "VBD" and _is_answered(token):
        return None
    return unknown("speculated", (token,), clause)


def is_thought(token: Token) -> Finding | None:
    """ "The general is thought to be planning a coup." """
    act = child(token, "xcomp")
    who = child(token, "nsubjpass")
    helped = auxiliaries(token)
    if token.tag_ != "VBN" or act is None or who is None or not {"is", "are"} & set(helped):
        return None
    if is_negated(token) or who.lower_ in {"i", "we", "you", "it"}:
        return None
    return Finding(_KIND, "is_thought", (token,), act, Form.STATEMENT, None, who, general=True)


def treats_as(token: Token) -> Finding | None:
    """ "Police are treating the fire as suspicious." """
    as_ = preposition(token, "as")
    what = child(token, "dobj", "nsubjpass")
    if as_ is None or what is None or is_finished(token) or is_negated(token):
        return None
    if not any(lemma(c) in cues("unknown", "suspicions") for c in as_.children):
        return None
    return unknown("treats_as", ordered(token, as_), what, subject(token))


def _is_answered(verb: Token) -> bool:
    """ "Many speculated that he might lose, but he won." """
    other = child(verb, "conj")
    opposed = any(c.lower_ == "but" for c in children(verb, "cc"))
    return other is not None and opposed and is_finished(other)


def may_have(token: Token) -> Finding | None:
    """ "The storm may have cut the cable." """
    verb = token.head
    if token.dep_ != "aux" or is_negated(verb) or "have" not in auxiliaries(verb):
        return None
    who = subject(verb)
    told = verb.dep_ == "ccomp" and who is not None and who.lower_ in {"it", "they"}
    if verb.tag_ != "VBN" or who is None or _is_concession(verb) or _is_unreal(verb):
        return None
    if who.lower_ in _PERSONAL and not told:
        return None
    weight = 2 if verb.dep_ in {"ROOT", "ccomp", "conj", "acl"} else 1
    return unknown("may_have", (token,), verb, weight=weight)


def _is_unreal(verb: Token) -> bool:
    """ "The crew might have been saved if a boat had come": it was not."""
    conditions = [c for c in children(verb, "advcl") if any(t.lower_ == "if" for t in c.children)]
    return any(is_past_perfect(c) or (is_finished(c) and c.i > verb.i) for c in conditions)


def _is_concession(verb: Token) -> bool:
    """ "She may have won the vote, but …", "He may have said it best …" """
    said = lemma(verb) in {"say", "put"}
    return said or any(c.lower_ == "but" for c in children(verb, "cc"))


def whether(token: Token) -> Finding | None:
    """ "The case turns on whether the guard was asleep." """
    clause = token.head
    if token.dep_ != "mark" or clause.dep_ not in {"ccomp", "pcomp", "acl"}:
        return None
    governor = clause.head.head if clause.dep_ == "pcomp" else clause.head
    into = clause.dep_ == "pcomp" and clause.head.lower_ == "into"
    if lemma(governor) in cues("unknown", "indifferent"):
        return None
    if is_finished(clause_of(governor)) and not into:
        return None
    if child(clause, *SUBJECTS) is None:
        return None
    return unknown("whether", (token,), clause, weight=2 if into else 1)


def searches(token: Token) -> Finding | None:
    """ "Rescuers were searching for three sailors." """
    what = governed(preposition(token, "for"))
    if token.tag_ != "VBG" or what is None or what.pos_ == "PRON":
        return None
    if token.dep_ not in {"ROOT", "ccomp", "conj"} or not auxiliaries(token):
        return None
    return unknown("searches", (token,), what, subject(token))


def lost(token: Token) -> Finding | None:
    """ "Three people remain missing." """
    who = subject(token.head) if token.dep_ in {"acomp", "oprd"} else None
    if who is None or is_negated(token.head):
        return None
    return unknown("lost", ordered(token.head, token), who)


def the_question(token: Token) -> Finding | None:
    """ "The question is whether parliament will agree." """
    verb = token.head
    clause = asked_clause(verb)
    if token.dep_ != "nsubj" or lemma(verb) not in {"be", "remain", "become"} or clause is None:
        return None
    return unknown("the_question", ordered(token, verb), clause, weight=3)


def leaves_out(token: Token) -> Finding | None:
    """ "The study does not account for the drought." (what was not measured is not known)"""
    who = child(token, "nsubj", "nsubjpass")
    what = child(token, "dobj") or governed(preposition(token, "for", "of"))
    if token.pos_ != "VERB" or who is None or what is None or not is_negated(token):
        return None
    if lemma(who) not in cues("unknown", "studies") or what.pos_ == "PRON":
        return None
    return unknown("leaves_out", (token,), what)


def reason_may_be(token: Token) -> Finding | None:
    """ "The reason may be that the pump failed." """
    who = subject(token)
    claim = child(token, "ccomp", "attr")
    if token.lower_ != "be" or modal(token) not in {"may", "might", "could"} or who is None:
        return None
    told = [who, *(of for of in (governed(preposition(who, "of")),) if of is not None)]
    if claim is None or not any(lemma(t) in cues("unknown", "causes") for t in told):
        return None
    return unknown("reason_may_be", (token,), claim)


RULES = (
    Rule(frozenset({"search", "hunt", "comb"}), searches),
    Rule(cues("unknown", "lost"), lost),
    Rule(frozenset({"question", "issue", "debate", "mystery"}), the_question),
    Rule(cues("unknown", "inquiries"), under_inquiry),
    Rule(cues("unknown", "inquire"), inquires),
    Rule(frozenset({"look"}), looks_into),
    Rule(frozenset({"determine", "establish", "clarify", "find", "identify"}), to_find_out),
    Rule(frozenset({"see", "determine", "check", "learn", "decide"}), to_see_if),
    Rule(frozenset({"treat", "regard"}), treats_as),
    Rule(cues("unknown", "speculate"), speculated),
    Rule(frozenset({"may", "might"}), may_have),
    Rule(frozenset({"whether"}), whether),
    Rule(cues("unknown", "covering"), leaves_out),
    Rule(frozenset({"be"}), reason_may_be),
    Rule(cues("unknown", "hearsay"), is_thought),
)
