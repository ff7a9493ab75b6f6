"""What somebody has it to decide and has not: the kind `undecided`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues
from briefings.analysis.questions.finding import Finding, Form, Rule
from briefings.analysis.questions.grammar import (
    asked_clause,
    auxiliaries,
    child,
    children,
    governed,
    is_named,
    is_negated,
    is_past_perfect,
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

_KIND = QuestionKind.UNDECIDED
_CHATTY = frozenset({"i", "we", "you", "it", "this", "that"})


def undecided(
    rule: str,
    cue: tuple[Token, ...],
    matter: Token | None,
    who: Token | None,
    doer: Token | None = None,
    weight: int = 2,
) -> Finding:
    """A finding of this kind: a clause is asked as an event, a noun as a thing."""
    form = Form.THING
    if matter is not None and matter.pos_ in {"VERB", "AUX"}:
        form = Form.STATEMENT if opens_question(matter) else Form.EVENT
    return Finding(_KIND, rule, cue, matter, form, who, doer or who, weight)


def weighs(token: Token) -> Finding | None:
    """ "The council is considering a curfew.", "would consider offers" """
    if token.pos_ != "VERB" or token.dep_ in {"amod", "compound"} or is_negated(token):
        return None
    if lemma(token) in {"discuss", "debate"} and token.tag_ != "VBG":
        return None
    being = token.tag_ == "VBN" and "being" in auxiliaries(token)
    if token.tag_ == "VBG":
        if child(token, "aux") is None and token.dep_ not in {"ROOT", "conj"}:
            return None
    elif being:
        # "other missions being considered"
        if token.dep_ == "pcomp":
            # "kept the motion from being considered"
            return None
        what = token.head if token.dep_ == "acl" else child(token, "nsubjpass")
        return undecided("weighs", (token,), what, None, weight=3)
    elif token.tag_ != "VB" or modal(token) not in {"will", "would", "may", "might", "'d"}:
        return None
    what = child(token, "dobj", "xcomp", "ccomp", "nsubjpass")
    if what is None:
        return None
    if what.dep_ == "ccomp" and (what.pos_ == "ADJ" or child(what, "det", "poss") is not None):
        # "consider him a friend" weighs nothing
        return None
    if child(token, "oprd") is not None or (what.dep_ == "dobj" and _takes_relative(token)):
        # "people whom she would consider experts"
        return None
    if what.left_edge.lower_ == "what" and what.tag_ in {"VBD", "VBZ", "VBP"}:
        # "is considering what he had ruled out": a thing, not a question
        what = subject(token) or what
    if lemma(what) == "vote" and what.dep_ == "xcomp":
        # what voters would consider, a poll tells
        return None
    examining = lemma(token) in cues("unknown", "inquire")
    if examining and what.pos_ != "VERB" and lemma(what) not in cues("undecided", "choices"):
        return None
    return undecided("weighs", (token,), what, subject(token), weight=3)


def _takes_relative(verb: Token) -> bool:
    """Whether a relative pronoun is an object too: "whom they would consider experts"."""
    return (
        verb.dep_ == "relcl"
        and verb.left_edge.lower_ in {"whom", "which", "who"}
        and (verb.left_edge.dep_ != "nsubj")
    )


def looks_at(token: Token) -> Finding | None:
    """ "Ministers are looking at a ban.", "She is looking to sell the ferry." """
    if token.tag_ != "VBG" or child(token, "aux") is None or child(token, "mark") is not None:
        return None
    if {"was", "were"} & set(auxiliaries(token)) and token.dep_ not in {"ROOT", "ccomp"}:
        return None
    at = preposition(token, "at")
    what = governed(at) or child(token, "xcomp")
    if what is None or what.pos_ == "PROPN":
        return None
    return undecided("looks_at", ordered(token, at), what, subject(token))


def has_yet_to(token: Token) -> Finding | None:
    """ "The senator has yet to take a side.", "has not yet ruled" """
    verb = token.head
    if token.is_sent_start:
        # "Yet she said no more" is a mere "but"
        return None
    if lemma(verb) == "have" and child(verb, "xcomp") is not None and not modal(verb):
        who = subject(verb)
        return undecided("has_yet_to", ordered(verb, token), child(verb, "xcomp"), who, weight=3)
    if verb.dep_ == "xcomp" and lemma(verb.head) in {"have", "be"} and not modal(verb.head):
        return undecided("has_yet_to", ordered(verb.head, token), verb, subject(verb), weight=3)
    if is_negated(verb) and verb.tag_ == "VBN" and "have" in {lemma(c) for c in verb.children}:
        return undecided("has_yet_to", ordered(token, verb), verb, subject(verb))
    return None


def not_decided(token: Token) -> Finding | None:
    """ "The court has not ruled on the appeal.", "undecided whether to run" """
    handed = preposition(token, "on", "along") if lemma(token) == "pass" else None
    if lemma(token) == "pass" and (child(token, "prt") or (handed and handed.i == token.i + 1)):
        # "failed to pass on the message"
        return None
    if token.dep_ == "xcomp" and lemma(token.head) == "fail":
        if token.head.tag_ == "VBG" or lemma(token) not in cues("undecided", "settle"):
            return None
        cue = ordered(token.head, token)
        return undecided("not_decided", cue, token, subject(token), weight=3)
    if token.tag_ != "VBN" or not is_negated(token) or is_past_perfect(token):
        return None
    if lemma(token) == "vote" and any(c.lower_ == "never" for c in token.children):
        return None
    if not {"has", "have"} & set(auxiliaries(token)) or _is_record(token):
        return None
    return undecided("not_decided", (token,), token, subject(token))


def _is_record(verb: Token) -> bool:
    """ "has not voted for a liberal in decades": what has been so for long, and is told."""
    spans = [governed(p) for p in children(verb, "prep") if p.lower_ in {"in", "for", "since"}]
    lengths = {"century", "decade", "generation", "year"}
    return any(span is not None and lemma(span) in lengths for span in spans)


def no_decision(token: Token) -> Finding | None:
    """ "The panel failed to reach a decision.", "She has not taken a position on the bill." """
    verb = token.head
    perfect = bool({"has", "have", "had"} & set(auxiliaries(verb)))
    perfect = perfect and not any(c.lower_ == "ever" for c in children(verb, "advmod"))
    if token.dep_ == "nsubjpass" and is_negated(verb) and perfect:
        what = governed(preposition(token, "on", "over", "about"))
        return undecided("no_decision", ordered(token, verb), what or token, None, weight=3)
    if token.dep_ != "dobj" or lemma(verb) not in {"reach", "take", "make", "come", "strike"}:
        return None
    balking = {"fail", "struggle", "unable"} | cues("unknown", "refusals")
    failed = verb.dep_ == "xcomp" and lemma(verb.head) in balking
    plain = lemma(token) in cues("undecided", "decisions") | {"position", "stance"}
    if failed and lemma(verb.head) in cues("unknown", "refusals") - {"fail"} and not plain:
        return None
    if modal(verb) or not (is_negated(verb) or failed):
        return None
    words = ("on", "over", "about")
    what = governed(preposition(token, *words) or preposition(verb, *words))
    return undecided("no_decision", ordered(verb, token), what or token, subject(verb), weight=3)


def not_ruled_out(token: Token) -> Finding | None:
    """ "The minister did not rule out a strike." """
    if not is_negated(token) or (lemma(token) == "rule" and child(token, "prt") is None):
        return None
    return undecided(
        "not_ruled_out", (token,), child(token, "dobj", "xcomp"), subject(token), weight=3
    )


def holds_off(token: Token) -> Finding | None:
    """ "The bank is holding off on a merger." """
    if not any(c.lower_ == "off" for c in children(token, "prt", "prep")):
        return None
    act = child(token, "xcomp", "advcl")
    if act is not None and act.tag_ == "VBG" and act.i > token.i and not is_past_perfect(token):
        return undecided("holds_off", (token,), asked_clause(act) or act, subject(token))
    on = preposition(token, "on")
    if on is None or lemma(token) not in {"hold", "put"}:
        return None
    return undecided("holds_off", (token,), governed(on), subject(token))


def to_decide(token: Token) -> Finding | None:
    """ "She will wait until June to decide whom to back." """
    clause = asked_clause(token)
    going_on = token.tag_ == "VBG" and bool(auxiliaries(token))
    if not (token.tag_ == "VB" or going_on) or clause is None:
        return None
    if modal(token) in {"could", "can", "'d"}:
        return None
    who = subject(token)
    if who is None or who.lower_ in _CHATTY | {"you"}:
        return None
    weight = 2 if is_named(who) or who.tag_ == "NNS" or who.lower_ in {"he", "she"} else 1
    return undecided("to_decide", (token,), clause, who, weight=weight)


def agrees_to_hear(token: Token) -> Finding | None:
    """ "The court has agreed to hear the appeal." """
    act = child(token, "xcomp")
    who = subject(token)
    weighing = cues("undecided", "weigh") | cues("unknown", "inquire") | {"hear"}
    if act is None or who is None or lemma(act) not in weighing or is_negated(token):
        return None
    what = child(act, "dobj")
    if what is None or is_past_perfect(token) or lemma(who) not in cues("undecided", "deciders"):
        return None
    return undecided("agrees_to_hear", ordered(token, act), what, who)


def deliberates(token: Token) -> Finding | None:
    """ "The jury began deliberating on Tuesday." """
    who = subject(token)
    if token.pos_ != "VERB" or who is None or who.pos_ == "PRON" or is_past_perfect(token):
        return None
    return undecided("deliberates", (token,), who, who)


RULES = (
    Rule(frozenset({"deliberate"}), deliberates),
    Rule(frozenset({"agree", "consent", "decide"}), agrees_to_hear),
    Rule(cues("undecided", "choosing"), to_decide),
    Rule(cues("undecided", "weigh"), weighs),
    Rule(frozenset({"look"}), looks_at),
    Rule(frozenset({"yet"}), has_yet_to),
    Rule(cues("undecided", "decide"), not_decided),
    Rule(cues("undecided", "decisions"), no_decision),
    Rule(frozenset({"rule", "exclude"}), not_ruled_out),
    Rule(frozenset({"hold", "put"}), holds_off),
)
