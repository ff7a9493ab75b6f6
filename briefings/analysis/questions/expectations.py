"""What a set or expected event will tell: the kind `awaited`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues
from briefings.analysis.questions.finding import Finding, Form, Rule
from briefings.analysis.questions.grammar import (
    FINITE_TAGS,
    auxiliaries,
    child,
    completion,
    governed,
    is_finished,
    is_named,
    is_negated,
    lemma,
    modal,
    ordered,
    preposition,
    subject,
)
from briefings.briefing import QuestionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_KIND = QuestionKind.AWAITED
_TALKERS = frozenset({"i", "we", "you", "it", "this", "that", "there"})
_AGES = frozenset({"year", "day", "age", "old", "decade", "century", "generation"})
_DURATIONS = frozenset({"since", "for", "until", "after"})
_DATED = frozenset({"npadvmod", "advmod", "dobj", "pobj", "nsubj"})
_OPENERS = frozenset({"xcomp", "dobj", "attr", "prep", "npadvmod", "advmod", "acl", "ccomp"})


def has_date(verb: Token, depth: int = 5) -> bool:
    """Whether a date stands with the verb: "on Saturday", "will have a say next month"."""
    for c in verb.children:
        gone = any(t.lower_ in {"ago", "last"} for t in c.children)
        told = any(t.lower_ in {"this", "next"} for t in c.children)
        long = lemma(c) in _AGES and not told
        if c.ent_type_ in {"DATE", "TIME"} and c.dep_ in _DATED and not long:
            return not (gone or c.lower_ == "ago")
        opens = c.i > verb.i and c.dep_ in _OPENERS and c.lower_ not in _DURATIONS
        if depth and opens and has_date(c, depth - 1):
            return True
    return False


def expected(token: Token) -> Finding | None:
    """ "The verdict is expected on Friday." """
    if token.tag_ not in {"VBN", "VBD"} or is_negated(token):
        return None
    if {"was", "were", "had"} & set(auxiliaries(token)) or child(token, "dobj", "ccomp"):
        return None
    if token.dep_ == "advcl" and not auxiliaries(token):
        return None
    what = child(token, "xcomp")
    if what is None:
        what = token.head if token.dep_ == "acl" else subject(token)
        if what is None or what.pos_ == "PRON" or (token.tag_ == "VBD" and not has_date(token)):
            return None
    if is_amount(what) or is_amount(subject(token)):
        # "10,000 visitors are expected", "growth is expected to rise": an estimate, and told
        return None
    weight = 3 if has_date(token) else 2 if lemma(what) in cues("awaited", "events") else 1
    if token.dep_ != "amod" and what.pos_ == "NOUN":
        weight = max(weight, 2)
    return Finding(_KIND, "expected", (token,), what, Form.EVENT, subject(token), weight=weight)


def is_amount(what: Token | None) -> bool:
    """Whether it is a count or a measure, or the verb of one: "rise to three percent"."""
    if what is None:
        return False
    if what.pos_ == "VERB":
        steps = cues("awaited", "measured")
        amount = any(t.like_num or t.ent_type_ in {"PERCENT", "MONEY"} for t in what.subtree)
        return lemma(what) in steps and amount
    counted = child(what, "nummod") is not None
    return counted or what.ent_type_ in {"CARDINAL", "PERCENT", "MONEY", "QUANTITY"}


def expects(token: Token) -> Finding | None:
    """ "The club expects to sign him." """
    if token.tag_ not in {"VBZ", "VBP", "VBG"} or is_negated(token):
        return None
    what = child(token, "xcomp", "ccomp")
    who = subject(token)
    if what is None or what.i < token.i or who is None or who.lower_ in _TALKERS:
        return None
    return Finding(_KIND, "expects", (token,), what, Form.EVENT, who)


def scheduled(token: Token) -> Finding | None:
    """ "The board is set to vote." """
    verb = completion(token)
    if verb is None or is_negated(token) or is_negated(token.head):
        return None
    if verb.tag_ != "VB" or token.dep_ == "amod" or token.lower_ == "likely":
        return None
    if lemma(verb) in cues("awaited", "shows") | cues("awaited", "appearances") or is_amount(verb):
        return None
    if token.tag_ not in {"VBN", "JJ"} or child(token, "dobj") is not None:
        return None
    who = subject(verb)
    if who is None or who.lower_ in _TALKERS or {"was", "were"} & set(auxiliaries(token)):
        return None
    if token.head.tag_ == "VBD" and token.dep_ == "acomp":
        return None
    return Finding(_KIND, "scheduled", (token,), verb, Form.EVENT, who)


def prepares(token: Token) -> Finding | None:
    """ "The navy plans to close the port." """
    if token.tag_ not in {"VBZ", "VBP", "VBG"} or is_negated(token):
        return None
    verb = child(token, "xcomp", "ccomp")
    who = subject(token)
    if verb is None or who is None or who.lower_ in _TALKERS:
        return None
    headline = token.dep_ == "ROOT" and not any(t.tag_ in FINITE_TAGS for t in token.sent)
    if token.tag_ == "VBG" and not auxiliaries(token) and not headline:
        return None
    weight = (
        2 if headline or lemma(verb) in cues("awaited", "events") | cues("undecided", "acts") else 1
    )
    planned = lemma(token) == "plan" and (is_named(who) or who.lower_ in {"he", "she"})
    if has_date(verb) or planned:
        weight = 2
    return Finding(_KIND, "prepares", (token,), verb, Form.EVENT, who, weight=weight)


def preparations(token: Token) -> Finding | None:
    """ "Police are making arrangements to question the mayor." """
    verb = child(token, "acl", "relcl")
    if lemma(token.head) != "make" or verb is None or is_finished(token.head):
        return None
    if token.head.dep_ == "advcl" or verb.tag_ != "VB":
        return None
    return Finding(
        _KIND, "preparations", ordered(token.head, token), verb, Form.EVENT, subject(token.head)
    )


def will(token: Token) -> Finding | None:
    """ "The court will rule on Monday." """
    verb = token.head
    if (
        token.dep_ != "aux"
        or is_negated(verb)
        or verb.tag_ in {"VBD", "VBZ", "VBP"}
        or (verb.tag_ == "VBN" and "have" in auxiliaries(verb))
    ):
        return None
    if lemma(verb) in cues("contingent", "settle") and child(verb, "dobj", "ccomp"):
        return None
    who = subject(verb)
    if who is None or (
        who.pos_ in {"PRON"} and who.lower_ in {"it", "this", "that", "there", "you"}
    ):
        return None
    if lemma(verb) in cues("awaited", "conversations") and not _is_body(verb, who):
        # a host will interview a guest; what a committee will discuss is another thing
        return None
    shows = lemma(verb) in cues("awaited", "appearances") and not _is_summoned(verb)
    shows = shows or lemma(verb) in cues("awaited", "shows")
    if lemma(who) in cues("awaited", "occasions") or shows:
        return None
    event = lemma(verb) in cues("awaited", "events")
    first_person = who.lower_ in {"i", "we"}
    if has_date(verb):
        weight = 3 if event else 1 if first_person else 2
    elif event and not first_person:
        weight = 2 if is_named(who) or who.pos_ == "PRON" else 1
    else:
        return None
    return Finding(_KIND, "will", ordered(token, verb), verb, Form.EVENT, who, weight=weight)


def _is_body(verb: Token, who: Token) -> bool:
    """Whether several or a body do it, and not one person."""
    by = governed(preposition(verb, "by"))
    doer = by if verb.tag_ == "VBN" else who
    if doer is None:
        return False
    many = doer.tag_ in {"NNS", "NNPS"} or child(doer, "conj") is not None
    return many or doer.ent_type_ in {"ORG", "GPE"} or lemma(doer) in cues("undecided", "deciders")


def _is_summoned(verb: Token) -> bool:
    """ "will appear before the committee on Tuesday" """
    before = governed(preposition(verb, "before", "in"))
    return before is not None and (
        before.ent_type_ == "ORG" or lemma(before) in cues("undecided", "deciders")
    )


def on_course(token: Token) -> Finding | None:
    """ "The party is on track to win a majority." """
    before = token.nbor(-1) if token.i > token.sent.start else token
    verb = token.head if token.head != before else before.head
    if before.lower_ not in {"on", "off"} or lemma(verb) not in {"be", "remain", "seem", "stay"}:
        return None
    act = child(verb, "xcomp", "advcl") or child(token, "acl", "relcl")
    who = subject(verb)
    if act is None or act.tag_ != "VB" or act.i < token.i or who is None or is_finished(verb):
        return None
    if who.lower_ in _TALKERS - {"it"}:
        return None
    return Finding(_KIND, "on_course", ordered(before, token), act, Form.EVENT, who, who)


def going_to(token: Token) -> Finding | None:
    """ "The firm is going to release its accounts." """
    verb = child(token, "xcomp")
    if token.tag_ != "VBG" or verb is None or verb.tag_ != "VB" or is_negated(token):
        return None
    if token.dep_ in {"relcl", "pcomp"} or token.left_edge.tag_ in {"WP", "WDT", "WRB"}:
        return None
    who = subject(token)
    if who is None or who.lower_ in _TALKERS or lemma(verb) not in cues("awaited", "events"):
        return None
    return Finding(_KIND, "going_to", ordered(token, verb), verb, Form.EVENT, who)


def holds_on(token: Token) -> Finding | None:
    """ "The island holds its election on Sunday." """
    if token.tag_ not in {"VBZ", "VBP"} or is_negated(token) or not has_date(token, 1):
        return None
    who = subject(token)
    if token.dep_ == "advcl" or auxiliaries(token) or who is None or who.pos_ == "PRON":
        return None
    what = child(token, "dobj")
    if lemma(token) == "take" and (
        what is None or lemma(what) not in {"effect", "place", "office"}
    ):
        return None
    return Finding(_KIND, "holds_on", (token,), token, Form.EVENT, who)


def headline(token: Token) -> Finding | None:
    """ "Minister to visit Norland", the way headlines tell the future"""
    verb = token.head
    who = child(verb, "nsubj", "nsubjpass") if verb.dep_ == "ROOT" else verb.head
    if verb.tag_ not in {"VB", "VBN"} or verb.dep_ not in {"acl", "relcl", "ROOT"} or who is None:
        return None
    if who.pos_ not in {"NOUN", "PROPN"} or token.i != who.i + 1:
        return None
    if verb.dep_ != "ROOT" and who.dep_ != "ROOT":
        return None
    acts = cues("awaited", "events") | cues("undecided", "acts") | cues("undecided", "measures")
    if any(t.tag_ in FINITE_TAGS for t in token.sent) or lemma(verb) not in acts:
        return None
    return Finding(_KIND, "headline", ordered(token, verb), verb, Form.EVENT, who)


def pledges(token: Token) -> Finding | None:
    """ "The firm promised to publish its accounts by Friday.", "is vowing to fight on" """
    verb = child(token, "xcomp")
    who = subject(token)
    if verb is None or verb.tag_ != "VB" or who is None or who.lower_ in _TALKERS:
        return None
    goes_on = token.tag_ == "VBG" and bool(auxiliaries(token))
    if is_negated(token) or not (goes_on or has_date(verb)):
        return None
    return Finding(_KIND, "pledges", (token,), verb, Form.EVENT, who)


def makes_ready(token: Token) -> Finding | None:
    """ "The ministry is drafting a bill.", "A report is being prepared." """
    words = auxiliaries(token)
    if not {"is", "are", "'s", "’s", "'re", "’re"} & set(words) or is_negated(token):
        return None
    being = token.tag_ == "VBN" and "being" in words
    what = child(token, "nsubjpass") if being else child(token, "dobj")
    if what is None or what.pos_ == "PRON" or (token.tag_ != "VBG" and not being):
        return None
    return Finding(_KIND, "makes_ready", (token,), what, Form.THING, subject(token))


def not_over(token: Token) -> Finding | None:
    """ "The work is not done.", "The fight is far from over." """
    if token.lower_ not in cues("awaited", "unfinished"):
        return None
    verb = token.head if token.dep_ in {"acomp", "oprd", "advmod", "prep"} else token
    who = subject(verb)
    if not is_negated(verb) or is_finished(verb) or who is None or who.pos_ == "PRON":
        return None
    if child(verb, "dobj") is not None or {"has", "have"} & set(auxiliaries(verb)):
        return None
    if modal(verb) in {"can", "could", "may", "might", "must", "should"}:
        # "a recount cannot be done"
        return None
    if token.dep_ not in {"acomp", "oprd", "ROOT", "ccomp", "conj", "advmod"}:
        return None
    return Finding(_KIND, "not_over", ordered(verb, token), who, Form.THING, who)


def prepares_for(token: Token) -> Finding | None:
    """ "The army is preparing for an offensive." """
    what = governed(preposition(token, "for"))
    if token.tag_ != "VBG" or not auxiliaries(token) or what is None or what.pos_ == "PRON":
        return None
    return Finding(_KIND, "prepares_for", (token,), what, Form.THING, subject(token))


RULES = (
    Rule(frozenset({"prepare", "brace", "gear"}), prepares_for),
    Rule(cues("awaited", "expect"), expected),
    Rule(cues("awaited", "expect"), expects),
    Rule(cues("awaited", "scheduled"), scheduled),
    Rule(cues("awaited", "prepare"), prepares),
    Rule(frozenset({"arrangement", "preparation", "plan"}), preparations),
    Rule(frozenset({"will", "shall"}), will),
    Rule(frozenset({"go"}), going_to),
    Rule(frozenset({"track", "course", "pace"}), on_course),
    Rule(cues("awaited", "held"), holds_on),
    Rule(frozenset({"to"}), headline),
    Rule(cues("awaited", "pledge"), pledges),
    Rule(cues("awaited", "produce"), makes_ready),
    Rule(cues("awaited", "unfinished") | {"do", "finish", "complete", "settle"}, not_over),
)
