"""What something else hangs on: the kind `contingent`, where a verb or adjective says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues
from briefings.analysis.questions.finding import Finding, Form, Rule
from briefings.analysis.questions.grammar import (
    IRREALIS,
    child,
    children,
    clause_of,
    governed,
    is_counterfactual,
    is_finished,
    is_negated,
    lemma,
    linked,
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
_GENERIC = frozenset({"you", "one", "anyone", "someone", "somebody", "so-and-so", "anybody"})
_SPEAKERS = frozenset({"i", "we"})


def depends(token: Token) -> Finding | None:
    """ "The sale hinges on the regulator's consent." """
    on = preposition(token, "on", "upon")
    who = child(token, "nsubj")
    relies = who is not None and (who.ent_type_ == "PERSON" or _is_someone(who, token))
    if on is None or is_finished(token) or (relies and lemma(token) in {"depend", "rely"}):
        return None
    asked = child(token, "csubj")
    matter = governed(on) or child(on, "ccomp")
    if asked is not None and opens_question(asked):
        return Finding(_KIND, "depends", ordered(token, on), asked, Form.EVENT, matter, weight=3)
    if matter is None:
        return None
    weight = 3
    main = clause_of(token)
    if token.lower_ == "depending":
        main = token.head
        foretold = lemma(main) in cues("doubt", "opinion") | cues("unknown", "foretelling")
        if modal(main) not in IRREALIS and lemma(main) != "be":
            weight = 2 if foretold else 1
    elif lemma(token) in {"ride", "hang", "rest", "turn", "build"} and not modal(token):
        weight = 2
    if lemma(main) in {"vary", "differ", "range"}:
        weight = 1
    return Finding(_KIND, "depends", ordered(token, on), matter, Form.EVENT, weight=weight)


_MATTERS = frozenset({"all", "everything", "much", "that", "this", "what", "which"})


def _is_someone(who: Token, verb: Token) -> bool:
    """Whether a pronoun may stand for one who relies on another; "this depends" has none."""
    if who.pos_ != "PRON" or who.lower_ in _MATTERS:
        return False
    return who.lower_ != "it" or not modal(verb)


def contingent(token: Token) -> Finding | None:
    """ "Peace is contingent on the army's consent.", "subject to approval" """
    on = linked(token, "on", "upon", "to")
    matter = governed(on)
    if on is None or matter is None:
        return None
    weight = 3
    if token.lower_ == "subject":
        if lemma(matter) not in cues("contingent", "approvals"):
            return None
        weight = 2
    elif on.lower_ == "to":
        return None
    elif token.lower_ == "dependent":
        weight = 2 if modal(clause_of(token)) in IRREALIS else 1
    return Finding(_KIND, "contingent", ordered(token, on), matter, Form.STATEMENT, weight=weight)


def would_have_to(token: Token) -> Finding | None:
    """ "The union would have to drop its claim." """
    if modal(token) not in {"would", "'d"} or is_negated(token) or is_counterfactual(token):
        return None
    verb = child(token, "xcomp")
    who = subject(token)
    if verb is None or who is None or who.lower_ in _GENERIC | _SPEAKERS:
        return None
    named = who.ent_type_ or who.lower_ in {"he", "she", "they"}
    weight = 2 if named or lemma(who) in cues("undecided", "deciders") else 1
    return Finding(_KIND, "would_have_to", (token,), verb, Form.EVENT, who, weight=weight)


def must_in_order(token: Token) -> Finding | None:
    """ "To stay in the league, the club must win twice." """
    verb = token.head
    if token.dep_ != "aux":
        return None
    purpose = child(verb, "advcl")
    if purpose is None or purpose.left_edge.lower_ not in {"to", "in", "for"}:
        return None
    who = subject(verb)
    if who is None or who.lower_ in _GENERIC | _SPEAKERS:
        return None
    if not any(c.lower_ == "to" for c in purpose.children):
        return None
    if purpose.i > verb.i and lemma(purpose) not in cues("contingent", "gained"):
        return None
    return Finding(_KIND, "must_in_order", (token,), verb, Form.EVENT, who)


def will_settle(token: Token) -> Finding | None:
    """ "The turnout will decide the seat." """
    if modal(token) not in {"will", "could", "may", "might", "would"} or token.pos_ != "VERB":
        return None
    what = child(token, "ccomp", "dobj")
    who = subject(token)
    if what is None or who is None or who.pos_ == "PRON" or is_negated(token):
        return None
    return Finding(_KIND, "will_settle", (token,), what, Form.EVENT, who)


def decisive(token: Token) -> Finding | None:
    """ "The rural vote could be decisive." """
    copula = token.head
    if token.dep_ == "acomp" and modal(copula) in IRREALIS:
        who = subject(copula)
        if who is None or (child(who, "det", "poss") is None and not who.ent_type_):
            return None
        return Finding(_KIND, "decisive", (token,), copula, Form.EVENT, who)
    return None


def failure(token: Token) -> Finding | None:
    """ "Failure to register may lead to a fine." """
    verb = token.head
    if token.dep_ != "nsubj" or modal(verb) not in IRREALIS or child(token, "acl") is None:
        return None
    return Finding(_KIND, "failure", (token,), verb, Form.STATEMENT)


def any_would(token: Token) -> Finding | None:
    """ "Any attempt to leave would bring sanctions." """
    noun = token.head
    verb = noun.head
    if token.dep_ != "det" or noun.dep_ != "nsubj" or is_counterfactual(verb):
        return None
    modals = {"will", "would", "could", "may", "might"}
    if token.lower_ != "any":
        # "a loss would end her bid": nobody knows yet whether there will be one
        modals = modals if lemma(noun) in cues("contingent", "turns") else set()
    elif child(noun, "acl", "prep") is None:
        return None
    if modal(verb) not in modals or any(c.lower_ == "only" for c in children(verb, "advmod")):
        return None
    return Finding(_KIND, "any_would", ordered(token, noun), verb, Form.STATEMENT, noun)


def bare_would(token: Token) -> Finding | None:
    """ "Rejection would end the talks.", "Closing the port would cost jobs." """
    verb = token.head
    who = child(verb, "nsubj", "csubj")
    if token.dep_ != "aux" or who is None or is_counterfactual(verb) or verb.dep_ == "relcl":
        return None
    act = who.dep_ == "csubj" and who.tag_ == "VBG" and verb.dep_ != "ccomp"
    turn = lemma(who) in cues("contingent", "turns") | cues("contingent", "clearance")
    if not (act or (turn and who.tag_ == "NN" and child(who, "det") is None)):
        return None
    return Finding(_KIND, "any_would", ordered(who, token), verb, Form.STATEMENT, who, general=True)


def whoever(token: Token) -> Finding | None:
    """ "Whoever wins will inherit the debt." """
    clause = token.head
    main = clause.head
    if token.dep_ != "nsubj" or clause.dep_ != "csubj" or modal(main) not in {"will", "would"}:
        return None
    cue = ordered(token, clause)
    return Finding(_KIND, "whoever", cue, clause, Form.EVENT, token, general=True)


def needs_approval(token: Token) -> Finding | None:
    """ "The merger needs parliament's approval.", "pending approval by the court" """
    verb = token.head
    if token.dep_ not in {"dobj", "pobj"} or lemma(verb) not in {
        "need",
        "require",
        "pending",
        "await",
    }:
        return None
    if is_finished(verb):
        return None
    who = child(token, "poss") or governed(preposition(token, "from", "by", "of"))
    return Finding(_KIND, "needs_approval", ordered(verb, token), token, Form.THING, who)


RULES = (
    Rule(cues("contingent", "rest"), depends),
    Rule(cues("contingent", "adjectives"), contingent),
    Rule(frozenset({"have", "need"}), would_have_to),
    Rule(frozenset({"must"}), must_in_order),
    Rule(cues("contingent", "settle"), will_settle),
    Rule(cues("contingent", "decisive"), decisive),
    Rule(cues("contingent", "failures"), failure),
    Rule(frozenset({"any", "a", "an", "such", "another"}), any_would),
    Rule(cues("contingent", "clearance"), needs_approval),
    Rule(frozenset({"would"}), bare_would),
    Rule(frozenset({"whoever", "whichever", "whatever"}), whoever),
)
