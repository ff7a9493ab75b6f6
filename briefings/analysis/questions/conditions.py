"""What hangs on something that is not settled: the kind `contingent`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues
from briefings.analysis.questions.finding import Finding, Rule
from briefings.analysis.questions.grammar import (
    IRREALIS,
    auxiliaries,
    child,
    finite,
    is_counterfactual,
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

_KIND = QuestionKind.CONTINGENT


def conditional(token: Token) -> Finding | None:
    """ "If the dam breaks, the valley will flood." """
    clause = token.head
    if token.dep_ != "mark" or clause.dep_ not in {"advcl", "ccomp", "ROOT", "conj"}:
        return None
    if (
        token.i
        and token.nbor(-1).lower_ in {"as", "even", "what"}
        and token.nbor(-1).sent == token.sent
    ):
        return None
    main = clause.head
    if (
        token.lower_ == "if"
        and clause.dep_ == "ccomp"
        and main.lemma_
        in {
            "ask",
            "see",
            "know",
            "wonder",
            "say",
            "question",
            "determine",
            "tell",
            "doubt",
            "decide",
        }
    ):
        return None
    if (
        is_past_perfect(clause)
        or is_counterfactual(main)
        or (is_finished(main) and clause.dep_ == "advcl")
    ):
        return None
    who = subject(clause)
    if who is None or who.lower_ in {"you", "one", "anyone"}:
        return None
    if who.lower_ == "i" and any(w == "were" for w in [clause.lower_, *auxiliaries(clause)]):
        return None
    return Finding(_KIND, "conditional", (token,), clause, ordered([who]))


def inverted(token: Token) -> Finding | None:
    """ "Should talks fail, the bridge stays shut." """
    clause = token.head if token.dep_ == "aux" else token
    if clause.dep_ not in {"advcl", "ccomp"} or clause.sent.text.rstrip().endswith("?"):
        return None
    who = child(clause, "nsubj", "nsubjpass")
    if who is None or who.i < token.i or clause.left_edge.i < token.i - 1:
        return None
    if token.lower_ == "were" and child(clause, "xcomp") is None and token.dep_ != "aux":
        return None
    if any(c.lower_ in {"why", "what", "how", "when", "where", "who"} for c in clause.children):
        return None
    return Finding(_KIND, "inverted", (token,), clause, ordered([who]))


def depends(token: Token) -> Finding | None:
    """ "The sale hinges on the regulator's consent." """
    on = preposition(token, "on", "upon")
    if on is None or token.pos_ not in {"VERB", "ADP"} or is_finished(token):
        return None
    return Finding(
        _KIND, "depends", ordered([token, on]), object_of(on) or child(on, "ccomp"), ordered([])
    )


def contingent(token: Token) -> Finding | None:
    """ "Peace is contingent on the army's consent.", "subject to approval" """
    on = preposition(token, "on", "upon", "to")
    governed = object_of(on)
    if on is None or governed is None:
        return None
    if token.lower_ == "subject":
        if governed.lemma_ not in cues("contingent", "approvals"):
            return None
    elif on.lower_ == "to":
        return None
    return Finding(_KIND, "contingent", ordered([token, on]), governed)


def would_have_to(token: Token) -> Finding | None:
    """ "The union would have to drop its claim." """
    if modal(token) not in {"would", "'d", "will"} or child(token, "xcomp") is None:
        return None
    verb = child(token, "xcomp")
    return Finding(_KIND, "would_have_to", (token,), verb, ordered([subject(token)]))


def must_in_order(token: Token) -> Finding | None:
    """ "To stay in the league, the club must win twice." """
    verb = token.head
    if token.dep_ != "aux":
        return None
    purpose = child(verb, "advcl")
    if purpose is None or purpose.tag_ != "VB" or purpose.left_edge.lower_ != "to":
        return None
    return Finding(_KIND, "must_in_order", (token,), verb, ordered([subject(verb)]))


def will_settle(token: Token) -> Finding | None:
    """ "The turnout will decide the seat." """
    if modal(token) in {"will", "could", "may", "would"} and token.pos_ == "VERB":
        what = child(token, "dobj", "ccomp")
        if what is not None:
            return Finding(_KIND, "will_settle", (token,), what, ordered([subject(token)]))
    return None


def decisive(token: Token) -> Finding | None:
    """ "The rural vote could be decisive." """
    copula = token.head
    if token.dep_ == "acomp" and modal(copula) in IRREALIS:
        return Finding(_KIND, "decisive", (token,), subject(copula))
    return None


def failure(token: Token) -> Finding | None:
    """ "Failure to register may lead to a fine." """
    verb = token.head
    if token.dep_ == "nsubj" and modal(verb) in IRREALIS:
        return Finding(_KIND, "failure", (token,), child(token, "acl") or token)
    return None


def once_it(token: Token) -> Finding | None:
    """ "The road will open once the snow melts.", "They refuse to leave until they are paid." """
    clause = token.head
    if token.dep_ not in {"mark", "advmod"} or clause.dep_ != "advcl":
        return None
    main = clause.head
    future = modal(finite(main)) in {"will", "would", "'ll", "’ll"} or is_negated(main)
    if not future or is_counterfactual(main):
        return None
    return Finding(_KIND, "once_it", (token,), clause, ordered([subject(clause)]), is_weak=True)


def in_the_event(token: Token) -> Finding | None:
    """ "in the event of a strike", "in case of war" """
    if token.dep_ == "pobj" and token.head.lower_ == "in":
        of = preposition(token, "of")
        if of is not None or child(token, "acl", "relcl") is not None:
            return Finding(
                _KIND, "in_the_event", (token.head, token), object_of(of) or child(token, "acl")
            )
    return None


RULES = (
    Rule(cues("contingent", "conjunctions"), conditional),
    Rule(frozenset({"should", "be"}), inverted),
    Rule(cues("contingent", "rest"), depends),
    Rule(cues("contingent", "adjectives"), contingent),
    Rule(frozenset({"have", "need"}), would_have_to),
    Rule(frozenset({"must"}), must_in_order),
    Rule(cues("contingent", "settle"), will_settle),
    Rule(cues("contingent", "decisive"), decisive),
    Rule(cues("contingent", "failures"), failure),
    Rule(frozenset({"once", "until"}), once_it),
    Rule(frozenset({"event", "case"}), in_the_event),
)
