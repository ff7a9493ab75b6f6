"""What somebody has it to decide and has not: the kind `undecided`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues
from briefings.analysis.questions.finding import Finding, Form, Rule
from briefings.analysis.questions.grammar import (
    asked_clause,
    auxiliaries,
    child,
    children,
    clause_of,
    governed,
    is_finished,
    is_named,
    is_negated,
    is_past_perfect,
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

_KIND = QuestionKind.UNDECIDED
_CHATTY = frozenset({"i", "we", "you", "it", "this", "that"})


def _found(
    rule: str,
    cue: tuple[Token, ...],
    matter: Token | None,
    who: Token | None,
    doer: Token | None = None,
    weight: int = 2,
) -> Finding:
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
    if token.tag_ == "VBG":
        if child(token, "aux") is None and token.dep_ not in {"ROOT", "conj"}:
            return None
    elif token.tag_ != "VB" or modal(token) not in {"will", "would", "may", "might", "'d"}:
        return None
    what = child(token, "dobj", "xcomp", "ccomp", "nsubjpass")
    if what is None:
        return None
    if what.dep_ == "ccomp" and (what.pos_ == "ADJ" or child(what, "det", "poss") is not None):
        # "consider him a friend" weighs nothing
        return None
    examining = lemma(token) in cues("unknown", "inquire")
    if examining and what.pos_ != "VERB" and lemma(what) not in cues("undecided", "choices"):
        return None
    return _found("weighs", (token,), what, subject(token), weight=3)


def looks_at(token: Token) -> Finding | None:
    """ "Ministers are looking at a ban.", "She is looking to sell the ferry." """
    if token.tag_ != "VBG" or child(token, "aux") is None or child(token, "mark") is not None:
        return None
    at = preposition(token, "at")
    what = governed(at) or child(token, "xcomp")
    if what is None:
        return None
    return _found("looks_at", ordered(token, at), what, subject(token))


def has_yet_to(token: Token) -> Finding | None:
    """ "The senator has yet to take a side.", "has not yet ruled" """
    verb = token.head
    if lemma(verb) == "have" and child(verb, "xcomp") is not None and not modal(verb):
        who = subject(verb)
        return _found("has_yet_to", ordered(verb, token), child(verb, "xcomp"), who, weight=3)
    if verb.dep_ == "xcomp" and lemma(verb.head) in {"have", "be"} and not modal(verb.head):
        return _found("has_yet_to", ordered(verb.head, token), verb, subject(verb), weight=3)
    if is_negated(verb) and verb.tag_ == "VBN" and "have" in {lemma(c) for c in verb.children}:
        return _found("has_yet_to", ordered(token, verb), verb, subject(verb))
    return None


def not_decided(token: Token) -> Finding | None:
    """ "The court has not ruled on the appeal.", "undecided whether to run" """
    if token.tag_ != "VBN" or not is_negated(token) or is_past_perfect(token):
        return None
    if not {"has", "have"} & set(auxiliaries(token)):
        return None
    return _found("not_decided", (token,), token, subject(token))


def no_decision(token: Token) -> Finding | None:
    """ "The panel failed to reach a decision.", "She has not taken a position on the bill." """
    verb = token.head
    if token.dep_ != "dobj" or lemma(verb) not in {"reach", "take", "make", "come", "strike"}:
        return None
    failed = verb.dep_ == "xcomp" and lemma(verb.head) in {"fail", "struggle", "unable"}
    if modal(verb) or not (is_negated(verb) or failed):
        return None
    words = ("on", "over", "about")
    what = governed(preposition(token, *words) or preposition(verb, *words))
    return _found("no_decision", ordered(verb, token), what or token, subject(verb), weight=3)


def proposes(token: Token) -> Finding | None:
    """ "The mayor proposes closing the market." """
    if token.pos_ != "VERB" or is_finished(token) or token.tag_ in {"VB", "VBN"}:
        return None
    what = child(token, "xcomp", "dobj") if lemma(token) == "propose" else child(token, "xcomp")
    who = subject(token)
    if what is None or who is None:
        return None
    tells = what.dep_ == "dobj" and lemma(what) not in cues("phrasing", "light")
    weight = 2 if token.tag_ == "VBG" and tells and is_named(who) else 1
    return _found("proposes", (token,), what, who, weight=weight)


def suggests(token: Token) -> Finding | None:
    """ "Three senators suggested that the firm could be broken up." """
    clause = child(token, "ccomp")
    if clause is None or modal(clause) not in {"could", "might", "may", "should"}:
        return None
    acting = subject(clause)
    if acting is None or acting.lower_ in _CHATTY | {"you"}:
        return None
    return Finding(_KIND, "suggests", (token,), clause, Form.EVENT, subject(token))


def strives(token: Token) -> Finding | None:
    """ "The party is trying to push the bill through." """
    if token.pos_ != "VERB" or token.tag_ not in {"VBG", "VBZ", "VBP"}:
        return None
    if token.tag_ == "VBG" and not {"is", "are", "'s", "’s", "been"} & set(auxiliaries(token)):
        return None
    who = subject(token)
    if who is None or who.lower_ in _CHATTY:
        return None
    what = child(token, "xcomp", "ccomp")
    addressee = child(token, "dobj")
    if what is None and lemma(token) in {"push", "lobby", "press"}:
        for_ = preposition(token, "for")
        what = governed(for_) or child(token, "advcl")
    if what is None or what.tag_ == "VBG":
        return None
    public = lemma(what) in cues("undecided", "acts") or _mentions_proposal(what)
    doer = addressee or child(what, "nsubj")
    weight = 2 if public or addressee is not None or lemma(token) in {"push", "lobby"} else 1
    return _found("strives", (token,), what, who, doer, weight)


def _mentions_proposal(verb: Token) -> bool:
    """Whether the verb's object is something that is adopted or not: a bill, a rule, a cap."""
    what = child(verb, "dobj", "nsubjpass")
    return what is not None and lemma(what) in cues("undecided", "proposals")


def urges(token: Token) -> Finding | None:
    """ "The city asked a judge to block the rule.", "has called for an inquiry" """
    if token.pos_ != "VERB" or token.dep_ in {"relcl", "amod"} or is_negated(token):
        return None
    if token.dep_ == "xcomp" and is_negated(token.head):
        return None
    who = subject(token)
    inner = child(token, "xcomp", "ccomp")
    addressee = child(token, "dobj", "dative") or governed(preposition(token, "on", "upon"))
    target = governed(preposition(token, "for"))
    if inner is not None and (inner.pos_ not in {"VERB", "AUX"} or modal(inner)):
        return None
    if inner is not None and lemma(token) == "ask" and inner.tag_ != "VB":
        return None
    if lemma(token) == "call" and target is None and preposition(token, "on", "upon") is None:
        return None
    if inner is None and addressee is not None:
        inner = child(addressee, "acl", "relcl")
        inner = inner if inner is not None and inner.tag_ == "VB" else None
    what = inner or target
    if inner is not None and lemma(inner) == "know":
        what = asked_clause(inner) or what
    if what is None and lemma(token) in {"demand", "request", "urge"}:
        what, addressee = addressee, None
    if what is None or (who is None and addressee is None):
        return None
    if who is not None and who.lower_ in _CHATTY:
        return None
    if addressee is not None and _is_private(addressee):
        return None
    doer = child(what, "nsubj", "nsubjpass") or addressee
    weight = 2 if _is_public_act(what) or _decides(addressee) else 1
    found = _found("urges", (token,), what, addressee, doer, weight)
    if doer is None and what.tag_ == "VBG":
        return replace(found, form=Form.THING)
    return found


def _is_public_act(what: Token) -> bool:
    """Whether what is asked for is a measure: an inquiry, a ban, to repeal, to extradite."""
    lists = cues("undecided", "acts") | cues("undecided", "measures")
    if what.pos_ in {"VERB", "AUX"}:
        return lemma(what) in lists or _mentions_proposal(what)
    return lemma(what) in cues("undecided", "proposals") | cues("undecided", "remedies")


def _decides(addressee: Token | None) -> bool:
    """Whether a request goes to someone who decides on public matters: a court, a state."""
    return addressee is not None and (
        lemma(addressee) in cues("undecided", "deciders") or addressee.ent_type_ == "GPE"
    )


def _is_private(addressee: Token) -> bool:
    """Whether a request goes to a mere "him", "people" or "voters": nobody who decides."""
    return addressee.pos_ == "PRON" or lemma(addressee) in cues("undecided", "public")


def must_be_done(token: Token) -> Finding | None:
    """ "The plant must be shut down." (of a body or a thing; a person is scolded)"""
    verb = token.head
    what = child(verb, "nsubjpass")
    if token.dep_ != "aux" or what is None or is_negated(verb):
        return None
    if lemma(verb) not in cues("undecided", "measures"):
        return None
    return _found("must_be_done", ordered(token, verb), verb, None, what)


def open_to(token: Token) -> Finding | None:
    """ "She is open to a merger.", "The race is wide open.", "Half the voters are undecided." """
    if (token.pos_ == "VERB" and token.tag_ != "VBN") or token.dep_ in {"amod", "relcl"}:
        return None
    who = subject(token.head)
    if token.lower_ == "open":
        to = linked(token, "to")
        if to is not None and token.dep_ in {"acomp", "oprd", "ccomp"}:
            if who is None or not (who.ent_type_ or who.tag_ in {"PRP", "NNS"}):
                return None
            return _found("open_to", ordered(token, to), governed(to), who)
        if not any(c.lower_ == "wide" for c in token.children):
            return None
    if who is None:
        return None
    return _found("open_to", (token,), who, who)


def not_ruled_out(token: Token) -> Finding | None:
    """ "The minister did not rule out a strike." """
    if not is_negated(token) or child(token, "prt") is None:
        return None
    return _found(
        "not_ruled_out", (token,), child(token, "dobj", "xcomp"), subject(token), weight=3
    )


def possible_thing(token: Token) -> Finding | None:
    """ "potential contributions", "the proposed dam" """
    verb = clause_of(token)
    if token.dep_ != "amod" or (
        is_finished(verb) and lemma(verb) not in cues("undecided", "hinting")
    ):
        return None
    weight = 2 if lemma(verb) in cues("undecided", "hinting") else 1
    return _found(
        "possible_thing", ordered(token, token.head), token.head, subject(verb), weight=weight
    )


def talks(token: Token) -> Finding | None:
    """ "Talks continue.", "a deal under discussion" """
    preposed = token.head
    if token.dep_ == "pobj" and preposed.lower_ == "under":
        what = preposed.head if preposed.head.pos_ == "NOUN" else subject(preposed.head)
        if preposed.head.pos_ in {"AUX", "VERB"} and what is not None and what.pos_ == "PRON":
            what = preposed.head.head if preposed.head.dep_ == "relcl" else what
        return _found("talks", ordered(preposed, token), what, None, weight=3)
    if token.dep_ == "nsubj" and lemma(token.head) in cues("undecided", "ongoing"):
        return _found("talks", ordered(token, token.head), token, None)
    if token.pos_ == "NOUN" and any(
        c.lower_ in {"ongoing", "continuing"} for c in children(token, "amod")
    ):
        return _found("talks", (token,), token, None)
    return None


def not_all(token: Token) -> Finding | None:
    """ "Not all members are prepared to pay." """
    noun = token.head if token.dep_ in {"det", "predet"} else token
    denied = any(c.lower_ == "not" for c in [*token.children, *noun.children])
    if not denied or noun.dep_ not in {"nsubj", "nsubjpass"}:
        return None
    verb = noun.head
    if is_finished(verb):
        return None
    return Finding(_KIND, "not_all", ordered(token, noun), verb, Form.STATEMENT, noun)


def no_plans(token: Token) -> Finding | None:
    """ "The firm has no plans to sell." """
    verb = token.head
    what = child(token, "acl", "relcl")
    if what is None or not any(c.lower_ == "no" for c in children(token, "det")):
        return None
    return _found("no_plans", (token,), what, subject(verb))


def holds_off(token: Token) -> Finding | None:
    """ "The bank is holding off on a merger." """
    if not any(c.lower_ == "off" for c in children(token, "prt", "prep")):
        return None
    on = preposition(token, "on")
    if on is None or lemma(token) not in {"hold", "put"}:
        return None
    return _found("holds_off", (token,), governed(on), subject(token))


def may_act(token: Token) -> Finding | None:
    """ "The ministry may extend the scheme." """
    verb = token.head
    acts = cues("undecided", "acts") | cues("undecided", "measures")
    if token.dep_ != "aux" or is_negated(verb) or lemma(verb) not in acts:
        return None
    if verb.tag_ != "VB" or child(verb, "nsubj") is None:
        return None
    who = child(verb, "nsubj")
    if who is None or not (who.ent_type_ or who.lower_ == "we" or _decides(who)):
        return None
    return _found("may_act", ordered(token, verb), verb, who, weight=3)


def options(token: Token) -> Finding | None:
    """ "There are still ways to challenge the ruling." """
    verb = token.head
    what = child(token, "acl", "relcl")
    if what is None or lemma(verb) != "be" or child(verb, "expl") is None or is_negated(verb):
        return None
    return _found("options", (token,), what, None)


def to_decide(token: Token) -> Finding | None:
    """ "She will wait until June to decide whom to back." """
    clause = asked_clause(token)
    if token.tag_ != "VB" or clause is None or modal(token) in {"could", "can", "'d"}:
        return None
    who = subject(token)
    if who is None or who.lower_ in _CHATTY | {"you"}:
        return None
    weight = 2 if who.ent_type_ or who.lower_ in {"he", "she"} else 1
    return _found("to_decide", (token,), clause, who, weight=weight)


def in_talks(token: Token) -> Finding | None:
    """ "The bank is in talks to buy its rival." """
    prep = token.head
    if token.dep_ != "pobj" or prep.lower_ not in {"in", "into"} or is_finished(clause_of(token)):
        return None
    verb = child(token, "acl") or child(prep.head, "advcl", "xcomp")
    what = verb or governed(preposition(token, "over", "about", "on"))
    if what is None or (verb is not None and verb.tag_ != "VB"):
        return None
    return _found("in_talks", ordered(prep, token), what, subject(prep.head), weight=3)


def whether_to(token: Token) -> Finding | None:
    """ "a debate over whether to close the port" """
    clause = token.head
    if clause.left_edge != token or clause.dep_ not in {"ccomp", "pcomp", "acl", "xcomp"}:
        return None
    governor = clause.head.head if clause.dep_ == "pcomp" else clause.head
    if clause.tag_ != "VB" or child(clause, "nsubj") is not None or modal(clause):
        return None
    if lemma(governor) in {"regardless", "matter", "irrespective"} or is_finished(
        clause_of(governor)
    ):
        return None
    if lemma(governor) in cues("undecided", "choosing"):
        return None
    return _found("whether_to", (token,), clause, subject(clause_of(governor)))


RULES = (
    Rule(cues("undecided", "choosing"), to_decide),
    Rule(cues("undecided", "weigh"), weighs),
    Rule(frozenset({"look"}), looks_at),
    Rule(frozenset({"yet"}), has_yet_to),
    Rule(cues("undecided", "decide"), not_decided),
    Rule(cues("undecided", "decisions"), no_decision),
    Rule(cues("undecided", "propose"), proposes),
    Rule(cues("undecided", "propose"), suggests),
    Rule(cues("undecided", "strive"), strives),
    Rule(cues("undecided", "urge"), urges),
    Rule(frozenset({"must", "should"}), must_be_done),
    Rule(cues("undecided", "adjectives"), open_to),
    Rule(frozenset({"rule"}), not_ruled_out),
    Rule(cues("undecided", "possible"), possible_thing),
    Rule(cues("undecided", "talks"), talks),
    Rule(cues("undecided", "talks"), in_talks),
    Rule(frozenset({"whether"}), whether_to),
    Rule(frozenset({"all", "every", "everyone"}), not_all),
    Rule(frozenset({"plan", "intention"}), no_plans),
    Rule(frozenset({"hold", "put"}), holds_off),
    Rule(frozenset({"may", "might", "could"}), may_act),
    Rule(frozenset({"way", "option", "choice"}), options),
)
