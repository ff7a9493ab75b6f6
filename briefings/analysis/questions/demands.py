"""What somebody wants done and nobody has done yet: `undecided`, seen from those who ask."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues
from briefings.analysis.questions.decisions import undecided
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
_UPON = frozenset({"on", "upon"})
_CHATTY = frozenset({"i", "we", "you", "it", "this", "that"})


def proposes(token: Token) -> Finding | None:
    """ "The mayor proposes closing the market." """
    measure = child(token, "dobj")
    if measure is not None and _is_public_act(measure) and token.tag_ in {"VBD", "VBN"}:
        if child(token, *SUBJECTS) is None or is_past_perfect(token):
            return None
        return undecided("proposes", (token,), measure, subject(token))
    if token.pos_ != "VERB" or is_finished(token) or token.tag_ in {"VB", "VBN"}:
        return None
    what = child(token, "xcomp", "dobj") if lemma(token) == "propose" else child(token, "xcomp")
    who = subject(token)
    if what is None or who is None:
        return None
    tells = what.dep_ == "dobj" and lemma(what) not in cues("phrasing", "light")
    weight = 2 if token.tag_ == "VBG" and tells and is_named(who) else 1
    weight = 2 if lemma(who) in cues("undecided", "deciders") else weight
    return undecided("proposes", (token,), what, who, weight=weight)


def suggests(token: Token) -> Finding | None:
    """ "Three senators suggested that the firm could be broken up." """
    clause = child(token, "ccomp")
    if clause is None or modal(clause) not in {"could", "might", "may", "should"}:
        return None
    if "have" in auxiliaries(clause) or is_negated(clause):
        return None
    acting = subject(clause)
    if acting is None or acting.lower_ in _CHATTY | {"you"}:
        return None
    if any(c.lower_ in {"every", "each"} for c in children(acting, "det")):
        # advice for all, and no decision of anyone's
        return None
    return Finding(_KIND, "suggests", (token,), clause, Form.EVENT, acting)


def strives(token: Token) -> Finding | None:
    """ "The party is trying to push the bill through." """
    if token.pos_ != "VERB" or token.tag_ not in {"VBG", "VBZ", "VBP"}:
        return None
    if token.tag_ == "VBG" and not {"is", "are", "'s", "’s", "been"} & set(auxiliaries(token)):
        return None
    who = subject(token)
    if who is None or who.lower_ in _CHATTY:
        return None
    if opens_question(token):
        # "no matter how hard they push for it"
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
    pressing = lemma(token) in {"lobby", "push", "race", "rush", "scramble"}
    weight = 2 if public or pressing or addressee is not None else 1
    return undecided("strives", (token,), what, who, doer, weight)


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
    inner = child(token, "xcomp", "ccomp") or _for_clause(token)
    upon = next((c for c in children(token, "prep") if c.lower_ in _UPON and c.i > token.i), None)
    addressee = child(token, "dobj", "dative") or governed(upon)
    target = governed(preposition(token, "for"))
    if inner is not None and (inner.pos_ not in {"VERB", "AUX"} or modal(inner)):
        return None
    if lemma(token) == "want" and not _wants_of_another(token, inner, who):
        return None
    asked = inner if lemma(token) == "ask" else None
    if asked is not None and (asked.tag_ != "VB" or lemma(asked) in cues("undecided", "interview")):
        return None
    if lemma(token) == "call" and not (target or inner) and addressee is None:
        return None
    if lemma(token) == "call" and inner is not None and inner.dep_ == "ccomp":
        # "called a report that … outrageous"
        return None
    if inner is None and addressee is not None:
        inner = _what_for(token, addressee, has_target=target is not None)
    what = inner or target
    if inner is not None and lemma(inner) == "know":
        what = asked_clause(inner) or what
    if addressee is not None and lemma(addressee) == "question":
        return None
    if what is None and lemma(token) in {"demand", "request", "urge"}:
        what, addressee = addressee, None
    if what is None or (who is None and addressee is None):
        return None
    if who is not None and (who.lower_ in _CHATTY or lemma(who) in {"time", "situation"}):
        return None
    doer = child(what, "nsubj", "nsubjpass") or addressee
    public = _is_public_act(what) or lemma(what) in cues("unknown", "inquire")
    told = addressee is not None and addressee.pos_ == "PRON" and public and inner is not None
    if addressee is not None and _is_private(addressee) and not told:
        return None
    demanded = lemma(token) == "demand" and what.dep_ == "ccomp"
    goes_on = token.tag_ == "VBG" and bool(auxiliaries(token)) and doer is not None
    official = (
        addressee is not None
        and inner is not None
        and inner.tag_ == "VB"
        and (addressee.ent_type_ in {"PERSON", "ORG"} and lemma(token) in {"call", "urge"})
    )
    weight = 2 if public or demanded or _decides(addressee) or official else 1
    wished = goes_on or lemma(token) == "want"
    if wished and doer is not None and (is_named(doer) or _decides(doer)):
        weight = 2
    if token.dep_ == "advcl" and is_finished(token):
        weight = 1
    found = undecided("urges", (token,), what, addressee, doer, weight)
    if doer is None and what.tag_ == "VBG":
        return replace(found, form=Form.THING)
    return found


def _what_for(token: Token, addressee: Token, *, has_target: bool) -> Token | None:
    """The infinitive that the parser hangs on the wrong word: "urged the panel to act"."""
    purpose = None if has_target else child(token, "advcl")
    if purpose is not None and purpose.tag_ == "VB" and purpose.i > addressee.i:
        return purpose
    inner = child(addressee, "acl", "relcl")
    return inner if inner is not None and inner.tag_ == "VB" else None


def _for_clause(token: Token) -> Token | None:
    """ "called for the mayor to resign", of which the parser makes an adverbial clause"""
    clause = child(token, "advcl")
    if clause is None or clause.left_edge.lower_ != "for" or clause.i < token.i:
        return None
    return clause if child(clause, "nsubj", "nsubjpass") is not None else None


def _wants_of_another(token: Token, inner: Token | None, who: Token | None) -> bool:
    """ "Norland wants Ilvania to leave": both are named, and it is wanted now."""
    doer = child(inner, "nsubj", "nsubjpass") if inner is not None else None
    if doer is None or who is None or is_finished(token) or inner is None:
        return False
    party = who.tag_ == "NNS" or _decides(who)
    if party and (_is_public_act(inner) or _decides(doer)):
        return True
    return is_named(doer) and (is_named(who) or party) and inner.tag_ == "VB"


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
    if lemma(verb) not in cues("undecided", "measures") - cues("contingent", "clearing"):
        return None
    return undecided("must_be_done", ordered(token, verb), verb, None, what)


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
    return undecided("may_act", ordered(token, verb), verb, who, weight=3)


def possible_thing(token: Token) -> Finding | None:
    """ "potential contributions", "the proposed dam" """
    verb = clause_of(token)
    if token.dep_ != "amod" or (
        is_finished(verb) and lemma(verb) not in cues("undecided", "hinting")
    ):
        return None
    hinted = token.head.dep_ != "nsubj" and lemma(verb) in cues("undecided", "hinting")
    weight = 2 if hinted else 1
    return undecided(
        "possible_thing", ordered(token, token.head), token.head, subject(verb), weight=weight
    )


def should_do(token: Token) -> Finding | None:
    """ "Ruiz said the court should lift the ban." """
    verb = token.head
    speech = verb.head
    if token.dep_ != "aux" or verb.dep_ != "ccomp" or verb.tag_ != "VB":
        return None
    who = child(verb, "nsubj", "nsubjpass")
    if who is None or not (is_named(who) or _decides(who)) or who.ent_type_ == "NORP":
        return None
    public = lemma(verb) in _public_acts() or _decides(who) or who.ent_type_ == "GPE"
    if is_negated(speech) or lemma(speech.head) in cues("unknown", "refusals"):
        return None
    speaker = subject(speech) or (speech.head if speech.dep_ == "acl" else None)
    if not public or speaker is None or speaker.lower_ in {"i", "we", "you"}:
        return None
    if lemma(speech) not in cues("undecided", "saying"):
        return None
    return undecided("should_do", ordered(token, verb), verb, who)


def _public_acts() -> frozenset[str]:
    return cues("undecided", "acts") | cues("undecided", "measures")


def travels(token: Token) -> Finding | None:
    """ "The bill now goes to the senate." """
    verb = token.head
    lies = lemma(verb) in {"be", "lie", "remain"} and preposition(verb, "before") is not None
    sent = token.dep_ == "nsubjpass" and lemma(verb) in {
        "forward",
        "pass",
        "refer",
        "send",
        "submit",
    }
    moves = token.dep_ == "nsubj" and (lies or lemma(verb) in cues("undecided", "advance"))
    if not (moves or sent):
        return None
    to = governed(preposition(verb, "to", "before") or child(verb, "dative"))
    if is_finished(verb) or to is None or (sent and not _decides(to)):
        return None
    return Finding(_KIND, "travels", ordered(token, verb), token, Form.THING)


def may_act_himself(token: Token) -> Finding | None:
    """ "The president hinted that he might run again." """
    clause = child(token, "ccomp")
    if clause is None or modal(clause) not in {"may", "might", "could"} or is_negated(token):
        return None
    who = child(clause, "nsubj")
    if who is None or who.lower_ not in {"he", "she", "they", "it"} or clause.tag_ != "VB":
        return None
    mood = child(clause, "acomp")
    if mood is not None and mood.lower_ in {"willing", "open", "ready", "prepared", "inclined"}:
        act = child(mood, "xcomp") or governed(preposition(mood, "to"))
        if act is not None:
            return undecided("open_to", ordered(token, mood), act, who)
    if clause.pos_ != "VERB" or lemma(clause) in cues("undecided", "stative"):
        return None
    return undecided("may_act_himself", ordered(token, clause), clause, who)


def seeks(token: Token) -> Finding | None:
    """ "The president is seeking a third term.", "The firm said it would seek a retrial." """
    what = child(token, "dobj")
    if what is None or lemma(what) not in cues("undecided", "sought_things") or is_finished(token):
        return None
    going_to = modal(token) in {"will", "would"} and not is_negated(token)
    if not (token.tag_ in {"VBZ", "VBP", "VBG"} or going_to) or subject(token) is None:
        return None
    return undecided("seeks", (token,), what, None)


def tables(token: Token) -> Finding | None:
    """ "The opposition has tabled a motion of no confidence." """
    what = child(token, "dobj", "nsubjpass")
    if token.pos_ != "VERB" or what is None or is_negated(token) or is_past_perfect(token):
        return None
    if modal(token) in {"can", "could"}:
        return None
    if lemma(what) not in cues("undecided", "proposals") | {"lawsuit", "complaint", "appeal"}:
        return None
    return Finding(_KIND, "travels", ordered(token, what), what, Form.THING)


def may_happen(token: Token) -> Finding | None:
    """ "The two leaders may meet in Oslo next month." """
    verb = token.head
    who = child(verb, "nsubj", "nsubjpass")
    if token.dep_ != "aux" or is_negated(verb) or verb.tag_ != "VB" or who is None:
        return None
    if who.pos_ == "PRON" or lemma(verb) not in cues("awaited", "events"):
        return None
    if verb.dep_ not in {"ROOT", "ccomp", "conj"}:
        return None
    return undecided("may_happen", ordered(token, verb), verb, who)


RULES = (
    Rule(frozenset({"seek"}), seeks),
    Rule(cues("undecided", "table"), tables),
    Rule(frozenset({"may", "might"}), may_happen),
    Rule(cues("undecided", "proposals"), travels),
    Rule(cues("undecided", "hinting"), may_act_himself),
    Rule(cues("undecided", "propose"), proposes),
    Rule(cues("undecided", "propose"), suggests),
    Rule(cues("undecided", "strive"), strives),
    Rule(cues("undecided", "urge"), urges),
    Rule(frozenset({"must", "should"}), must_be_done),
    Rule(frozenset({"must", "should"}), should_do),
    Rule(cues("undecided", "possible"), possible_thing),
    Rule(frozenset({"may", "might", "could"}), may_act),
)
