"""What a set date will bring: the kind `awaited`, where a participle or "to" sets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues
from briefings.analysis.questions.expectations import has_date, is_amount
from briefings.analysis.questions.finding import Finding, Form, Rule
from briefings.analysis.questions.grammar import (
    asked_clause,
    auxiliaries,
    child,
    children,
    completion,
    governed,
    is_finished,
    is_named,
    is_negated,
    is_over,
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

_KIND = QuestionKind.AWAITED
_TALKERS = frozenset({"i", "we", "you", "it", "this", "that", "there"})


def set_for(token: Token) -> Finding | None:
    """ "Elections are scheduled for May.", "The results are due in June." """
    copula = token.head if token.dep_ in {"acomp", "oprd"} else token
    if token.dep_ == "amod" or is_negated(copula) or is_over(copula):
        return None
    if token.tag_ == "VBN" and not auxiliaries(token) and token.dep_ not in {"acl", "ROOT"}:
        return None
    what = token.head if token.dep_ == "acl" else child(copula, "nsubj", "nsubjpass")
    prep = preposition(token, "for", "in", "on", "at", "before") or preposition(
        copula, "for", "in", "on", "at", "before"
    )
    day = governed(prep) or child(token, "npadvmod")
    if what is None or what.pos_ == "PRON" or completion(token) is not None:
        return None
    if what.ent_type_ == "PERSON" or is_amount(what):
        return None
    if (day is None or day.ent_type_ not in {"DATE", "TIME"}) and not has_date(copula, 1):
        return None
    return Finding(_KIND, "set_for", ordered(token, prep), what, Form.THING, weight=2)


def is_to(token: Token) -> Finding | None:
    """ "The report is to be published in March." """
    verb = token.head
    be = verb.head
    who = child(be, "nsubj", "nsubjpass")
    if token.dep_ != "aux" or verb.dep_ != "xcomp" or lemma(be) != "be" or who is None:
        return None
    if be.tag_ not in {"VBZ", "VBP"} or verb.i < be.i or child(be, "acomp", "attr"):
        return None
    if who.lower_ in _TALKERS or lemma(who) in cues("awaited", "purposes") or is_negated(be):
        return None
    passive = "be" in auxiliaries(verb)
    if not (passive or is_named(who) or lemma(who) in cues("undecided", "deciders")):
        return None
    if passive and lemma(verb) in {"blame", "believe", "expect", "find", "see", "trust"}:
        return None
    told = cues("undecided", "settle") | cues("awaited", "events")
    weight = 2 if passive or lemma(verb) in told - {"begin", "start", "travel", "visit"} else 1
    return Finding(_KIND, "is_to", ordered(be, token, verb), verb, Form.EVENT, who, weight=weight)


def hopes_to(token: Token) -> Finding | None:
    """ "The government hopes to sign the treaty by June." """
    act = child(token, "xcomp", "ccomp")
    who = subject(token)
    if act is None or who is None or who.lower_ in _TALKERS or is_negated(token):
        return None
    if token.tag_ not in {"VBZ", "VBP", "VBG"} or (token.tag_ == "VBG" and not auxiliaries(token)):
        return None
    decider = is_named(who) or lemma(who) in cues("undecided", "deciders") or who.tag_ == "NNS"
    official = decider and lemma(act) in cues("undecided", "acts") | cues("undecided", "measures")
    weight = 2 if has_date(act) or official or (decider and act.dep_ == "ccomp") else 1
    return Finding(_KIND, "hopes_to", (token,), act, Form.EVENT, who, weight=weight)


def likely(token: Token) -> Finding | None:
    """ "More arrests are likely.", "The strike is likely to last for weeks." """
    copula = token.head if token.dep_ in {"acomp", "oprd"} else token
    if token.dep_ not in {"acomp", "oprd"} or is_negated(copula) or is_over(copula):
        return None
    who = subject(copula)
    if any(c.lower_ in {"because", "due"} for c in [*token.children, *copula.children]):
        # "was likely due to the rain": a guess at what was
        return None
    if who is None or who.lower_ in _TALKERS - {"it", "there"}:
        return None
    act = completion(token)
    if act is None:
        if who.pos_ != "NOUN" or any(c.lower_ in {"more", "than"} for c in token.children):
            return None
        return Finding(_KIND, "likely_thing", (token,), who, Form.THING)
    if who.pos_ == "PRON" and act.tag_ == "VB":
        return None
    tells = lemma(act) in cues("awaited", "events") | cues("undecided", "acts")
    tells = tells or lemma(act) in cues("doubt", "outcome") or has_date(act)
    return Finding(_KIND, "likely", (token,), act, Form.EVENT, who, weight=2 if tells else 1)


def goes_to(token: Token) -> Finding | None:
    """ "The case goes to trial in June." """
    verb = token.head.head
    if token.dep_ != "pobj" or token.head.lower_ not in {"to", "before", "on"}:
        return None
    if lemma(verb) not in {"go", "head", "come", "stand"} or is_over(verb) or is_negated(verb):
        return None
    who = subject(verb)
    if who is None or who.lower_ in _TALKERS:
        return None
    return Finding(_KIND, "goes_to", ordered(verb, token), verb, Form.EVENT, who)


def will_show(token: Token) -> Finding | None:
    """ "Sunday's election will show how strong the party is." """
    clause = asked_clause(token)
    who = subject(token)
    if modal(token) not in {"will", "could", "may", "should"} or clause is None or who is None:
        return None
    if who.lower_ in _TALKERS or is_negated(token):
        return None
    return Finding(_KIND, "will_show", (token,), clause, Form.STATEMENT, who)


def would_by(token: Token) -> Finding | None:
    """ "The bank said it would publish its findings by the end of the month." """
    verb = token.head
    speech = verb.head
    who = child(verb, "nsubj", "nsubjpass")
    if token.dep_ != "aux" or verb.dep_ != "ccomp" or not is_finished(speech) or who is None:
        return None
    if verb.tag_ not in {"VB", "VBN"} or "have" in auxiliaries(verb) or is_negated(verb):
        return None
    if lemma(speech) not in cues("awaited", "announcing") or child(verb, "advcl"):
        return None
    if opens_question(verb) or lemma(verb) == "say":
        return None
    if not has_date(verb):
        return None
    return Finding(_KIND, "would_by", ordered(token, verb), verb, Form.EVENT, who)


def has_until(token: Token) -> Finding | None:
    """ "The parties will have until Friday to reply." """
    until = governed(preposition(token, "until", "till"))
    who = child(token, "nsubj")
    span = child(token, "dobj")
    act = child(span, "acl", "relcl") if span is not None else None
    timed = span is not None and span.ent_type_ in {"DATE", "TIME"}
    if timed and act is not None and act.tag_ == "VB" and child(act, "aux") is not None:
        # "has two weeks to reply"
        until = span
    if until is None or until.ent_type_ not in {"DATE", "TIME"} or who is None:
        return None
    if is_over(token) or is_negated(token) or who.lower_ in _TALKERS:
        return None
    act = child(token, "xcomp", "advcl") or child(until, "acl", "relcl")
    if who.ent_type_ == "DATE":
        return None
    return Finding(_KIND, "has_until", (token, until), act, Form.EVENT, who, who)


def given_until(token: Token) -> Finding | None:
    """ "The court has given the firm until Friday to reply." """
    day = governed(preposition(token, "until", "till"))
    who = child(token, "dobj", "dative", "nsubjpass")
    act = child(token, "advcl", "xcomp")
    if day is None or day.ent_type_ not in {"DATE", "TIME"} or who is None or act is None:
        return None
    if act.tag_ != "VB" or who.lower_ in _TALKERS or is_past_perfect(token):
        return None
    return Finding(_KIND, "has_until", (token, day), act, Form.EVENT, who, who)


def promises_by(token: Token) -> Finding | None:
    """ "The ministry has promised an answer by June." """
    what = child(token, "dobj")
    told = cues("phrasing", "outcomes") | {"announcement", "answer", "reply", "report", "update"}
    if what is None or lemma(what) not in told or is_negated(token) or is_past_perfect(token):
        return None
    if not (has_date(token, 1) or has_date(what, 1)) or subject(token) is None:
        return None
    return Finding(_KIND, "set_for", (token,), what, Form.THING, subject(token))


def must_by(token: Token) -> Finding | None:
    """ "The candidates must file their accounts on Sunday." """
    verb = token.head
    who = child(verb, "nsubj", "nsubjpass")
    if token.dep_ != "aux" or is_negated(verb) or who is None or who.lower_ in _TALKERS:
        return None
    if "have" in auxiliaries(verb) or not has_date(verb, 2):
        return None
    return Finding(_KIND, "must_by", ordered(token, verb), verb, Form.EVENT, who)


def will_test(token: Token) -> Finding | None:
    """ "The vote will be the first test of the new law." """
    verb = token.head
    who = subject(verb)
    if token.dep_ != "attr" or modal(verb) not in {"will", "could"} or who is None:
        return None
    of = preposition(token, "of", "for")
    if of is None or who.lower_ in _TALKERS - {"it"} or is_negated(verb):
        return None
    return Finding(_KIND, "will_test", ordered(verb, token), governed(of), Form.THING)


def set_to_be(token: Token) -> Finding | None:
    """ "with laws expected next month", "a vote scheduled for Monday" """
    noun = token.head
    if token.dep_ != "acl" or token.tag_ != "VBN" or not has_date(token, 1):
        return None
    if any(c.ent_type_ == "DATE" and c.lower_ in {"last"} for c in children(token, "npadvmod")):
        return None
    return Finding(_KIND, "set_for", (token,), noun, Form.THING)


RULES = (
    Rule(cues("awaited", "fixed"), set_for),
    Rule(cues("awaited", "fixed"), set_to_be),
    Rule(frozenset({"to"}), is_to),
    Rule(frozenset({"hope", "aim", "seek"}), hopes_to),
    Rule(frozenset({"likely", "unavoidable", "imminent"}), likely),
    Rule(
        frozenset({"trial", "court", "ballot", "referendum", "runoff", "vote", "appeal"}), goes_to
    ),
    Rule(
        frozenset({"show", "tell", "reveal", "indicate", "decide", "determine", "test"}), will_show
    ),
    Rule(frozenset({"would"}), would_by),
    Rule(frozenset({"give"}), given_until),
    Rule(frozenset({"pledge", "promise"}), promises_by),
    Rule(frozenset({"must"}), must_by),
    Rule(frozenset({"have"}), has_until),
    Rule(frozenset({"test"}), will_test),
)
