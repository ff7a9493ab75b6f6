"""What is planned, asked for or looked for by its noun: `undecided`, where the verb only helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues
from briefings.analysis.questions.decisions import undecided
from briefings.analysis.questions.finding import Finding, Form, Rule
from briefings.analysis.questions.grammar import (
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
    ordered,
    preposition,
    subject,
)
from briefings.briefing import QuestionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_KIND = QuestionKind.UNDECIDED
_CHATTY = frozenset({"i", "we", "you", "it", "this", "that", "one", "there"})


def plan_to(token: Token) -> Finding | None:
    """ "a bid to block the merger", "The plan to close the port has angered fishermen." """
    act = child(token, "acl", "relcl")
    if act is None or act.tag_ != "VB" or token.dep_ in {"compound", "ROOT"}:
        return None
    acts = cues("undecided", "acts") | cues("undecided", "measures") | cues("undecided", "joining")
    what = child(act, "dobj")
    proposal = what is not None and lemma(what) in cues("undecided", "proposals")
    if not (lemma(act) in acts or proposal) or any(c.lower_ == "no" for c in token.children):
        return None
    verb = clause_of(token)
    if is_negated(verb) or lemma(verb) in cues("undecided", "ended") or is_past_perfect(verb):
        return None
    doer = child(token, "poss") or subject(verb)
    weight = 1 if is_over(verb) else 2
    return undecided("plan_to", ordered(token, act), act, doer, weight=weight)


def calls_for(token: Token) -> Finding | None:
    """ "There are growing calls for an inquiry." """
    what = governed(preposition(token, "for"))
    act = child(token, "acl", "relcl")
    if lemma(token) == "pressure" and lemma(token.head) in cues("doubt", "persist"):
        # "pressure is mounting on the chairman to quit"
        act = act or child(token.head, "xcomp", "advcl")
        on = governed(preposition(token, "on") or preposition(token.head, "on"))
        if act is not None and act.tag_ == "VB" and on is not None:
            return undecided("calls_for", ordered(token, token.head), act, on, on)
    if token.pos_ != "NOUN" or token.dep_ not in {"nsubj", "attr", "dobj"}:
        return None
    if is_negated(token.head):
        return None
    if any(c.lower_ in cues("background", "former") for c in children(token, "amod")):
        return None
    if act is not None and act.tag_ == "VB":
        return undecided("calls_for", (token,), act, None)
    public = cues("undecided", "remedies") | cues("undecided", "proposals")
    if what is None or lemma(what) not in public:
        return None
    return undecided("calls_for", ordered(token, what), what, None)


def looks_for(token: Token) -> Finding | None:
    """ "The party is looking for a new leader." """
    what = governed(preposition(token, "for"))
    who = subject(token)
    if token.tag_ != "VBG" or not auxiliaries(token) or what is None or who is None:
        return None
    if lemma(what) not in cues("undecided", "wanted") or is_finished(token) or is_negated(token):
        return None
    return Finding(_KIND, "looks_for", (token,), what, Form.THING, who)


def wants_thing(token: Token) -> Finding | None:
    """ "Norland wants a new treaty." """
    what = child(token, "dobj")
    who = child(token, "nsubj")
    if what is None or who is None or token.tag_ not in {"VBZ", "VBP"} or is_negated(token):
        return None
    party = is_named(who) or lemma(who) in cues("undecided", "deciders") or who.tag_ == "NNS"
    wanted = cues("undecided", "remedies") | cues("undecided", "proposals")
    wanted |= cues("undecided", "wanted")
    if who.lower_ in _CHATTY or not party or lemma(what) not in wanted:
        return None
    return Finding(_KIND, "wants_thing", (token,), what, Form.THING, who)


def interest_in(token: Token) -> Finding | None:
    """ "Two deputies have signalled their interest in taking the post." """
    act = governed(preposition(token, "in"))
    verb = token.head
    if token.dep_ != "dobj" or act is None or act.tag_ != "VBG" or is_negated(verb):
        return None
    if lemma(verb) not in cues("undecided", "voicing") or is_past_perfect(verb):
        return None
    who = subject(verb)
    if who is None or who.lower_ in _CHATTY or any(c.lower_ == "no" for c in token.children):
        return None
    return Finding(_KIND, "interest_in", ordered(verb, token), act, Form.EVENT, who, who)


def panel_to(token: Token) -> Finding | None:
    """ "They agreed on a commission to review the rules." """
    act = child(token, "acl", "relcl")
    if act is None or act.tag_ != "VB":
        return None
    if lemma(act) not in cues("undecided", "weigh") | cues("unknown", "inquire"):
        return None
    if is_negated(token.head) or is_past_perfect(clause_of(token)):
        return None
    what = child(act, "dobj", "ccomp") or governed(preposition(act, "into", "on", "of"))
    return undecided("panel_to", ordered(token, act), what, token)


def vows(token: Token) -> Finding | None:
    """ "The firm vowed to appeal.", "The president has threatened to veto the bill." """
    act = child(token, "xcomp")
    who = subject(token)
    if act is None or act.tag_ != "VB" or who is None or who.lower_ in _CHATTY:
        return None
    if is_negated(token) or is_past_perfect(token) or lemma(act) not in cues("undecided", "fights"):
        return None
    doer = who if is_named(who) or who.pos_ in {"NOUN", "PROPN", "PRON"} else None
    return undecided("vows", ordered(token, act), act, who, doer)


def faces_calls(token: Token) -> Finding | None:
    """ "The minister faces calls to resign." """
    verb = token.head
    act = child(token, "acl", "relcl")
    what = governed(preposition(token, "for"))
    if token.dep_ != "dobj" or lemma(verb) not in {"face", "resist", "reject"} or is_over(verb):
        return None
    matter = act if act is not None and act.tag_ == "VB" else what
    if matter is None or any(c.lower_ == "no" for c in children(token, "det")):
        return None
    return undecided("faces_calls", ordered(verb, token), matter, subject(verb))


RULES = (
    Rule(cues("undecided", "plans"), plan_to),
    Rule(frozenset({"call", "demand", "pressure", "appeal"}), calls_for),
    Rule(frozenset({"call", "demand", "pressure"}), faces_calls),
    Rule(frozenset({"look", "search", "hunt"}), looks_for),
    Rule(frozenset({"want", "seek"}), wants_thing),
    Rule(cues("undecided", "panels"), panel_to),
    Rule(frozenset({"interest", "willingness", "readiness", "openness"}), interest_in),
    Rule(frozenset({"vow", "threaten", "pledge", "promise", "plan"}), vows),
)
