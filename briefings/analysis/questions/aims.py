"""What someone is set on, or what lies with someone: `undecided`, beside plain decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues
from briefings.analysis.questions.decisions import undecided
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
    is_over,
    is_past_perfect,
    lemma,
    modal,
    ordered,
    preposition,
    subject,
)
from briefings.briefing import QuestionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_KIND = QuestionKind.UNDECIDED
_CHATTY = frozenset({"i", "we", "you", "it", "this", "that", "one", "there"})


def wants_to(token: Token) -> Finding | None:
    """ "Ilvania wants to join the alliance." (a named party, and an act that others decide on)"""
    act = child(token, "xcomp")
    who = child(token, "nsubj")
    if act is None or who is None or is_negated(token) or token.tag_ not in {"VBZ", "VBP"}:
        return None
    if not (is_named(who) or lemma(who) in cues("undecided", "deciders")):
        return None
    if any(c.lower_ == "longer" for c in children(token, "advmod")) or act.tag_ != "VB":
        return None
    if lemma(act) not in _public_acts() | cues("undecided", "joining"):
        return None
    return undecided("wants_to", (token,), act, who)


def _public_acts() -> frozenset[str]:
    return cues("undecided", "acts") | cues("undecided", "measures")


def lies_with(token: Token) -> Finding | None:
    """ "The decision lies with the king.", "The fate of the bill rests with the senate." """
    who = governed(preposition(token, "with"))
    what = child(token, "nsubj")
    if who is None or what is None or is_over(token) or who.pos_ == "PRON":
        return None
    if lemma(what) not in cues("undecided", "decisions") | {"fate", "future", "responsibility"}:
        return None
    return undecided("lies_with", ordered(token, preposition(token, "with")), what, who)


def falls_to(token: Token) -> Finding | None:
    """ "It falls to parliament to give an opinion." """
    who = governed(preposition(token, "to", "on", "upon"))
    act = child(token, "xcomp", "advcl", "ccomp")
    if act is None and who is not None:
        act = child(who, "relcl", "acl")
    if who is None or act is None or act.tag_ != "VB" or who.pos_ == "PRON" or is_finished(token):
        return None
    return undecided("up_to", (token,), act, who, who)


def held_up(token: Token) -> Finding | None:
    """ "The bill is stuck in committee." """
    what = subject(token)
    if token.pos_ not in {"VERB", "ADJ"} or what is None or is_past_perfect(token):
        return None
    lists = cues("undecided", "proposals") | cues("undecided", "talks") | {"case", "nomination"}
    if lemma(what) not in lists or is_negated(token) or token.tag_ == "VBG":
        return None
    if modal(token) in {"can", "could", "should"}:
        return None
    return undecided("held_up", (token,), what, None)


def is_an_option(token: Token) -> Finding | None:
    """ "A referendum is an option.", "A strike remains a possibility." """
    verb = token.head
    what = subject(verb)
    if token.dep_ != "attr" or lemma(verb) not in {"be", "remain"} or is_over(verb):
        return None
    if what is None or what.pos_ == "PRON" or is_negated(verb) or child(token, "acl", "relcl"):
        return None
    if any(c.lower_ in {"only", "best", "real", "better", "the"} for c in token.children):
        return None
    return undecided("left_open", ordered(verb, token), what, None)


def candidate_for(token: Token) -> Finding | None:
    """ "Ruiz is seen as a possible successor.", "a shortlist for running mate" """
    maybe = next((c for c in children(token, "amod") if c.lower_ in _MAYBE), None)
    if maybe is None or is_past_perfect(clause_of(token)):
        return None
    governor = token.head.head if token.dep_ == "pobj" else token.head
    who = subject(clause_of(token))
    passive = governor.tag_ == "VBN" and token.dep_ == "pobj"
    named = passive and who is not None and is_named(who)
    if named and token.tag_ in {"NN", "NNP"}:
        return undecided("candidate_for", ordered(maybe, token), token, None, who)
    return undecided("possible_thing", ordered(maybe, token), token, who)


_MAYBE = frozenset({"possible", "potential", "prospective", "rumored", "rumoured"})


def must_choose(token: Token) -> Finding | None:
    """ "The king must now choose a prime minister.", "has to decide by Friday" """
    duty = modal(token) == "must" or (
        token.dep_ == "xcomp"
        and lemma(token.head) in {"have", "need"}
        and not is_finished(token.head)
        and not is_negated(token.head)
    )
    who = subject(token)
    if not duty or is_negated(token) or who is None or who.lower_ in _CHATTY:
        return None
    if lemma(who) in cues("undecided", "public") or who.lower_ == "they":
        return None
    what = asked_clause(token) or child(token, "xcomp", "dobj")
    if what is None:
        what = governed(preposition(token, "on", "between", "about"))
    if what is None or what.pos_ == "PRON":
        return None
    return undecided("must_choose", (token,), what, who)


def leans(token: Token) -> Finding | None:
    """ "The mayor is leaning towards a run.", "is thinking about stepping down" """
    reported = token.dep_ == "ccomp" and {"was", "were"} & set(auxiliaries(token))
    now = {"is", "are", "'s", "’s"} & set(auxiliaries(token))
    if token.tag_ != "VBG" or not (now or (reported and lemma(token) == "lean")):
        return None
    who = subject(token)
    towards = preposition(token, "toward", "towards", "about", "with", "of")
    what = governed(towards)
    if towards is None or what is None or who is None or who.lower_ in _CHATTY:
        return None
    soft = lemma(token) in {"think", "talk", "dream"}
    if what.pos_ == "PRON" or (soft and what.tag_ != "VBG"):
        return None
    if what.ent_type_ == "PERSON" and lemma(token) != "lean":
        return None
    return undecided("leans", ordered(token, towards), what, who)


def near_agreement(token: Token) -> Finding | None:
    """ "The two sides are close to a deal.", "on the verge of an agreement" """
    prep = preposition(token, "to", "of")
    what = governed(prep)
    if what is None or lemma(what) not in cues("undecided", "decisions") | {"settlement", "pact"}:
        return None
    verb = clause_of(token)
    no_closer = token.lower_ in {"closer", "nearer"} and is_negated(token)
    if (is_over(verb) and not no_closer) or is_negated(verb):
        return None
    return undecided("near_agreement", ordered(token, prep), what, subject(verb))


def no_agreement(token: Token) -> Finding | None:
    """ "There is no agreement yet on the cost.", "No date has been set." """
    denied = any(c.lower_ == "no" for c in children(token, "det"))
    verb = token.head
    if not denied or token.dep_ not in {"attr", "nsubj", "nsubjpass"} or is_over(verb):
        return None
    if token.dep_ == "attr" and child(verb, "expl") is None:
        return None
    if token.dep_ == "nsubj" and lemma(verb) not in {"exist", "emerge", "remain"}:
        return None
    perfect = {"has", "have"} & set(auxiliaries(verb))
    if token.dep_ == "nsubjpass" and not perfect:
        return None
    if any(c.lower_ == "ever" for c in children(verb, "advmod")):
        # "no treaty has ever been broken" tells of all times
        return None
    about = preposition(token, "on", "over", "about", "for") or preposition(verb, "on", "over")
    what = asked_clause(token) or asked_clause(verb) or governed(about)
    return undecided("no_decision", ordered(verb, token), what or token, None)


def works_on(token: Token) -> Finding | None:
    """ "Mediators are working on a new proposal." """
    what = governed(preposition(token, "on", "toward", "towards"))
    if token.tag_ != "VBG" or not auxiliaries(token) or what is None:
        return None
    if lemma(what) not in cues("undecided", "proposals") | cues("undecided", "decisions"):
        return None
    who = subject(token)
    if who is None or is_finished(token):
        return None
    return undecided("works_on", (token,), what, who)


def floats(token: Token) -> Finding | None:
    """ "Some lawmakers are floating the idea of a boycott." """
    verb = token.head
    if token.dep_ != "dobj" or lemma(verb) not in cues("undecided", "hinting") | {
        "float",
        "discuss",
    }:
        return None
    what = governed(preposition(token, "of", "for"))
    what = what or child(token, "acl")
    if what is None or what.pos_ == "PRON" or is_negated(verb) or is_past_perfect(verb):
        return None
    if what.tag_ == "VBG":
        return Finding(_KIND, "prospect", ordered(verb, token), what, Form.THING)
    return undecided("left_open", ordered(verb, token), what, None)


def bill_would(token: Token) -> Finding | None:
    """ "The bill would cap rents." """
    verb = token.head
    what = child(verb, "nsubj")
    if token.dep_ != "aux" or verb.tag_ != "VB" or what is None or child(verb, "advcl"):
        return None
    if lemma(what) not in cues("undecided", "drafts") or "have" in auxiliaries(verb):
        return None
    if verb.dep_ in {"relcl", "advcl"} or is_negated(verb) or lemma(verb) not in _public_acts():
        return None
    return undecided("bill_would", ordered(token, verb), verb, None, what)


def recommends(token: Token) -> Finding | None:
    """ "The commission recommended that the ban be lifted." """
    clause = child(token, "ccomp")
    if token.pos_ != "VERB" or clause is None or modal(clause) or is_past_perfect(token):
        return None
    bare = clause.tag_ == "VB" or (clause.tag_ == "VBN" and "be" in auxiliaries(clause))
    doer = child(clause, "nsubj", "nsubjpass")
    if not bare or doer is None or doer.lower_ in _CHATTY or is_negated(token):
        return None
    if not any(c.lower_ == "that" for c in children(clause, "mark")):
        return None
    return undecided("recommends", (token,), clause, None, doer)


RULES = (
    Rule(frozenset({"want", "wish", "hope", "aim"}), wants_to),
    Rule(frozenset({"rest", "lie", "remain"}), lies_with),
    Rule(frozenset({"fall"}), falls_to),
    Rule(cues("undecided", "holding"), held_up),
    Rule(frozenset({"option", "possibility"}), is_an_option),
    Rule(cues("undecided", "posts"), candidate_for),
    Rule(frozenset({"choose", "decide", "determine", "pick"}), must_choose),
    Rule(frozenset({"lean", "think", "toy", "flirt", "talk", "wrestle", "grapple"}), leans),
    Rule(frozenset({"close", "closer", "near", "nearer", "verge", "brink"}), near_agreement),
    Rule(cues("undecided", "decisions") | {"date", "venue", "successor"}, no_agreement),
    Rule(frozenset({"work"}), works_on),
    Rule(frozenset({"idea", "possibility", "prospect", "notion"}), floats),
    Rule(frozenset({"would"}), bill_would),
    Rule(cues("undecided", "propose") | {"demand", "request", "insist", "urge"}, recommends),
)
