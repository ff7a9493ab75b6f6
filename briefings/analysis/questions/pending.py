"""What lies open before those who decide: the kind `undecided`, where a state says so."""

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
    is_negated,
    is_over,
    lemma,
    linked,
    modal,
    ordered,
    preposition,
    subject,
)
from briefings.briefing import QuestionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_KIND = QuestionKind.UNDECIDED


def open_to(token: Token) -> Finding | None:
    """ "She is open to a merger.", "The race is wide open.", "Half the voters are undecided." """
    if (token.pos_ == "VERB" and token.tag_ != "VBN") or token.dep_ in {"amod", "relcl"}:
        return None
    who = subject(token.head)
    if lemma(token) == "open" and token.lower_ != "open":
        return None
    if token.lower_ == "open":
        to = linked(token, "to")
        if to is not None and token.dep_ in {"acomp", "oprd", "ccomp"}:
            if who is None or not (who.ent_type_ or who.tag_ in {"PRP", "NNS"}):
                return None
            return undecided("open_to", ordered(token, to), governed(to), who)
        if not any(c.lower_ == "wide" for c in token.children):
            return None
    if who is None:
        return None
    return undecided("open_to", (token,), who, who)


def talks(token: Token) -> Finding | None:
    """ "Talks continue.", "a deal under discussion" """
    preposed = token.head
    if token.dep_ == "pobj" and preposed.lower_ == "under":
        what = preposed.head if preposed.head.pos_ == "NOUN" else subject(preposed.head)
        if preposed.head.pos_ in {"AUX", "VERB"} and what is not None and what.pos_ == "PRON":
            what = preposed.head.head if preposed.head.dep_ == "relcl" else what
        return undecided("talks", ordered(preposed, token), what, None, weight=3)
    if token.dep_ == "nsubj" and lemma(token.head) in cues("undecided", "ongoing"):
        return undecided("talks", ordered(token, token.head), token, None)
    noun = token.head if token.dep_ == "compound" else token
    opening = lemma(noun.head) in cues("undecided", "opening") and not is_negated(noun.head)
    to_come = opening and modal(noun.head) in {"will", "could", "may"}
    if to_come and noun.dep_ in {"nsubj", "nsubjpass"}:
        return undecided("talks", ordered(noun, noun.head), noun, None)
    way = governed(preposition(token.head, "under"))
    if token.dep_ == "nsubj" and way is not None and lemma(way) == "way":
        return undecided("talks", ordered(token, way), token, None)
    if token.pos_ == "NOUN" and any(
        c.lower_ in {"ongoing", "continuing"} for c in children(token, "amod")
    ):
        return undecided("talks", (token,), token, None)
    return None


def ends_without(token: Token) -> Finding | None:
    """ "The talks ended without a deal." """
    verb = token.head
    lacking = governed(preposition(verb, "without"))
    agreed = cues("undecided", "decisions") | {"breakthrough", "progress", "result"}
    if token.dep_ != "nsubj" or lacking is None or lemma(lacking) not in agreed:
        return None
    if lemma(verb) not in {"adjourn", "break", "close", "conclude", "end", "finish"}:
        return None
    return undecided("talks", ordered(verb, preposition(verb, "without"), lacking), token, None)


def in_talks(token: Token) -> Finding | None:
    """ "The bank is in talks to buy its rival." """
    prep = token.head
    if token.dep_ != "pobj" or prep.lower_ not in {"in", "into"} or is_over(clause_of(token)):
        return None
    verb = child(token, "acl") or child(prep.head, "advcl", "xcomp")
    what = verb or governed(preposition(token, "over", "about", "on"))
    if what is None and preposition(token, "with", "between") is not None:
        return undecided("talks", ordered(prep, token), token, subject(prep.head))
    if what is None or (verb is not None and verb.tag_ != "VB"):
        return None
    return undecided("in_talks", ordered(prep, token), what, subject(prep.head), weight=3)


def still_ongoing(token: Token) -> Finding | None:
    """ "The case is ongoing.", "The review is still under way." """
    verb = token.head
    what = child(verb, "nsubj")
    if token.dep_ not in {"acomp", "advmod", "attr"} or lemma(verb) not in {"be", "remain"}:
        return None
    if what is None or is_over(verb) or is_negated(verb) or verb.dep_ in {"relcl", "advcl"}:
        return None
    settled = (
        cues("contingent", "pended") | cues("unknown", "inquiries") | cues("disputed", "nouns")
    )
    if lemma(what) not in settled | cues("undecided", "talks") | {"case", "process", "strike"}:
        return None
    return undecided("talks", ordered(verb, token), what, None)


def drafts(token: Token) -> Finding | None:
    """ "The ministry is drawing up plans for a new port." """
    verb = token.head
    going_on = verb.tag_ == "VBG" and bool(auxiliaries(verb)) and not is_over(verb)
    what = governed(preposition(token, "for", "on")) or child(token, "acl")
    if token.dep_ != "dobj" or not going_on or what is None or subject(verb) is None:
        return None
    if lemma(verb) in cues("undecided", "ended") or is_negated(verb):
        return None
    return undecided("drafts", ordered(verb, token), what, subject(verb))


def holds_talks(token: Token) -> Finding | None:
    """ "The port is conducting talks with its creditors." """
    verb = token.head
    going_on = verb.tag_ == "VBG" and bool(auxiliaries(verb))
    party = preposition(token, "with", "between", "on", "over") or preposition(verb, "with")
    if token.dep_ != "dobj" or not going_on or party is None or is_over(verb):
        return None
    return undecided("talks", ordered(verb, token), token, subject(verb))


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
    return undecided("no_plans", (token,), what, subject(verb))


def options(token: Token) -> Finding | None:
    """ "There are still ways to challenge the ruling." """
    verb = token.head
    what = child(token, "acl", "relcl")
    if what is None or lemma(verb) != "be" or child(verb, "expl") is None or is_negated(verb):
        return None
    return undecided("options", (token,), what, None)


def under_pressure(token: Token) -> Finding | None:
    """ "The minister is under pressure to resign." """
    verb = child(token, "acl", "relcl")
    if token.dep_ != "pobj" or token.head.lower_ != "under" or verb is None or verb.tag_ != "VB":
        return None
    governor = token.head.head
    who = subject(governor)
    if lemma(governor) not in {"be", "come", "remain", "face"} or who is None:
        return None
    return undecided("under_pressure", ordered(token.head, token), verb, who)


def up_to(token: Token) -> Finding | None:
    """ "It is up to parliament to approve the treaty." """
    who = governed(preposition(token, "to"))
    verb = child(token.head, "xcomp", "advcl", "ccomp")
    if lemma(token.head) not in {"be", "remain"} or who is None or verb is None:
        return None
    if verb.tag_ != "VB" or who.pos_ == "PRON" or is_finished(token.head):
        return None
    return undecided("up_to", (token,), verb, who, who)


def left_open(token: Token) -> Finding | None:
    """ "He left open the possibility of a second term." """
    of = governed(preposition(token, "of", "that"))
    what = of or child(token, "acl", "ccomp")
    verb = token.head
    if what is None or token.dep_ not in {"dobj", "attr"} or is_negated(verb):
        return None
    if any(c.lower_ == "no" for c in children(token, "det")) or lemma(verb) in {"rule", "exclude"}:
        return None
    cue = ordered(verb, token)
    if what.tag_ == "VBG":
        return Finding(_KIND, "prospect", cue, what, Form.THING)
    return undecided("left_open", cue, what, subject(verb))


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
    return undecided("whether_to", (token,), clause, subject(clause_of(governor)))


RULES = (
    Rule(frozenset({"up"}), up_to),
    Rule(cues("undecided", "open_ways"), left_open),
    Rule(frozenset({"pressure"}), under_pressure),
    Rule(cues("undecided", "adjectives"), open_to),
    Rule(cues("undecided", "talks"), talks),
    Rule(cues("undecided", "talks") | {"meeting", "summit"}, ends_without),
    Rule(cues("undecided", "talks"), in_talks),
    Rule(cues("undecided", "talks"), holds_talks),
    Rule(frozenset({"plan", "proposal", "bill", "legislation", "law"}), drafts),
    Rule(frozenset({"ongoing", "pending", "underway"}), still_ongoing),
    Rule(frozenset({"whether"}), whether_to),
    Rule(frozenset({"all", "every", "everyone"}), not_all),
    Rule(frozenset({"plan", "intention"}), no_plans),
    Rule(frozenset({"way", "option", "choice"}), options),
)
