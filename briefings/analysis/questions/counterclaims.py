"""Claim against claim: the kind `disputed`, where the text sets two sides against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues
from briefings.analysis.questions.finding import Finding, Form, Rule
from briefings.analysis.questions.grammar import (
    child,
    children,
    clause_of,
    governed,
    is_named,
    is_negated,
    is_over,
    is_past_perfect,
    is_refused,
    lemma,
    ordered,
    preposition,
    subject,
)
from briefings.briefing import QuestionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_KIND = QuestionKind.DISPUTED
_SPEAKERS = frozenset({"i", "we", "you", "it"})
_CONTRAST = frozenset({"however", "though", "nevertheless", "nonetheless", "instead", "but", "yet"})
_OVER = ("over", "about", "on", "against", "at")


def two_sides(token: Token) -> Finding | None:
    """ "The army said nobody was hurt, but residents said nine had died." """
    other = child(token, "conj") or (token.head if token.dep_ == "ccomp" else None)
    clause = child(token, "ccomp")
    if other is None or clause is None or lemma(other) not in cues("disputed", "telling"):
        return None
    second = next((c for c in children(other, "ccomp") if c != token), None)
    who, against = child(token, "nsubj"), child(other, "nsubj")
    if second is None or who is None or against is None or who.lower_ == against.lower_:
        return None
    if against.pos_ == "PRON" or who.pos_ == "PRON":
        return None
    between = token.doc[min(token.i, other.i) : max(token.i, other.i)]
    contrasted = any(t.lower_ in {"but", "while", "whereas", "although", ";"} for t in between)
    if not contrasted and is_negated(clause) == is_negated(second):
        return None
    return Finding(_KIND, "two_sides", (token,), clause, Form.STATEMENT, who)


def counters(token: Token) -> Finding | None:
    """ "Ruiz, however, argues that there is precedent.", "The bank counters that it paid." """
    clause = child(token, "ccomp")
    who = child(token, "nsubj")
    if token.pos_ != "VERB" or clause is None or who is None or who.lower_ in _SPEAKERS:
        return None
    if is_negated(token) or not (is_named(who) or who.pos_ in {"NOUN", "PROPN", "PRON"}):
        return None
    if clause.i < token.i:
        return None
    counter = lemma(token) in cues("disputed", "countering")
    weight = 2 if counter or is_contrasted(token) else 1
    return Finding(_KIND, "counters", (token,), clause, Form.STATEMENT, who, weight=weight)


def contradicts(token: Token) -> Finding | None:
    """ "The mayor, contradicting Ruiz, said that …", "contradicted her, saying that …" """
    speech = child(token, "advcl")
    if token.tag_ == "VBG":
        # the parser may hang it on the speaker, or on the comma after him
        hung = (token.head, token.head.head, token.head.head.head)
        speech = next((verb for verb in hung if verb.pos_ == "VERB"), None)
    whom = child(token, "dobj")
    claim = child(speech, "ccomp") if speech is not None else None
    if speech is None or whom is None or claim is None or is_past_perfect(token):
        return None
    if whom.pos_ not in {"PROPN", "PRON"}:
        return None
    who = subject(speech)
    return Finding(_KIND, "contradicts", (token,), claim, Form.STATEMENT, who, weight=3)


def is_contrasted(verb: Token) -> bool:
    """Whether a clause is set against what went before: "but", "however", "for his part"."""
    first = verb.sent[0].lower_ if verb.dep_ == "ROOT" else ""
    return first in _CONTRAST or any(
        c.lower_ in _CONTRAST for c in children(verb, "advmod", "cc", "mark")
    )


def dismisses(token: Token) -> Finding | None:
    """ "Norland dismissed the report as fabricated." """
    what = child(token, "dobj", "nsubjpass")
    if token.pos_ != "VERB" or what is None or is_negated(token) or is_past_perfect(token):
        return None
    if is_refused(token):
        return None
    lists = cues("disputed", "notions") | cues("disputed", "claims") | cues("disputed", "plans")
    if lemma(what) not in lists | cues("disputed", "accounts") | {"criticism", "concern", "idea"}:
        return None
    who = subject(token)
    return Finding(_KIND, "dismisses", (token,), what, Form.THING, who if who != what else None)


def branded(token: Token) -> Finding | None:
    """ "The opposition called the vote a sham." (a thing is disputed, a person is insulted)"""
    verb = token.head
    if token.dep_ not in {"oprd", "ccomp", "xcomp", "attr", "pobj", "amod"}:
        return None
    if token.dep_ == "amod" and token.head.dep_ in {"oprd", "ccomp"}:
        # "called the vote a false choice"
        verb = token.head.head
    if token.dep_ in {"pobj", "amod"} and token.head.lower_ == "as":
        verb = token.head.head
        if verb.dep_ == "dobj":
            # "described the vote as a sham": the parser hangs "as" on the vote
            verb = verb.head
    what = child(verb, "dobj", "nsubjpass") or child(token, "nsubj") or child(token.head, "nsubj")
    if lemma(verb) not in cues("disputed", "branding") or what is None:
        return None
    if (
        what.pos_ != "NOUN"
        or what.ent_type_ == "PERSON"
        or lemma(what) in cues("disputed", "people")
    ):
        return None
    return Finding(_KIND, "branded", ordered(verb, token), what, Form.THING, subject(verb))


def called_wrong(token: Token) -> Finding | None:
    """ "Lawyers argue that the ban is illegal.", "The firm said the report was false." """
    verb = token.head
    speech = verb.head
    what = child(verb, "nsubj")
    if token.dep_ not in {"acomp", "attr"} or verb.dep_ != "ccomp" or what is None:
        return None
    if lemma(speech) not in cues("disputed", "telling") | cues("disputed", "countering"):
        return None
    who = subject(speech)
    if what.pos_ != "NOUN" or lemma(what) in cues("disputed", "people") or is_negated(verb):
        return None
    if who is None or who.lower_ in _SPEAKERS:
        return None
    return Finding(_KIND, "called_wrong", (token,), verb, Form.STATEMENT, who)


def does_wrong(token: Token) -> Finding | None:
    """ "The mayor said the articles distorted the facts." """
    speech = token.head
    what = child(token, "nsubj")
    who = subject(speech)
    if token.dep_ != "ccomp" or what is None or who is None or is_negated(token):
        return None
    if lemma(speech) not in cues("disputed", "telling") | cues("disputed", "countering"):
        return None
    if what.pos_ not in {"NOUN", "PROPN"} or who.lower_ in _SPEAKERS or who.lower_ == what.lower_:
        return None
    return Finding(_KIND, "does_wrong", (token,), token, Form.STATEMENT, who)


def wrongs_one(token: Token) -> Finding | None:
    """ "The mayor said that the paper was unfairly judging her record." """
    verb = token.head
    speech = verb.head
    who = subject(speech)
    if token.dep_ != "advmod" or verb.dep_ != "ccomp" or verb.pos_ != "VERB" or who is None:
        return None
    if child(verb, "nsubj", "nsubjpass") is None or who.lower_ in _SPEAKERS or is_negated(verb):
        return None
    if lemma(speech) not in cues("disputed", "telling") | cues("disputed", "countering"):
        return None
    return Finding(_KIND, "does_wrong", ordered(token, verb), verb, Form.STATEMENT, who)


def alleges(token: Token) -> Finding | None:
    """ "Two officers have alleged that the general took bribes." """
    clause = child(token, "ccomp")
    who = subject(token)
    if token.pos_ != "VERB" or clause is None or who is None or who.lower_ in _SPEAKERS:
        return None
    if is_negated(token) or is_past_perfect(token):
        return None
    return Finding(_KIND, "alleges", (token,), clause, Form.STATEMENT, who)


def hits_back(token: Token) -> Finding | None:
    """ "The mayor pushed back against claims that he had known." """
    back = next((c for c in token.children if c.lower_ == "back"), None)
    if token.pos_ != "VERB" or back is None:
        return None
    what = governed(preposition(token, *_OVER) or preposition(back, *_OVER))
    if what is None or what.ent_type_ == "PERSON" or what.pos_ == "PRON":
        return None
    claim = child(what, "acl", "ccomp") if lemma(what) in cues("disputed", "notions") else None
    matter = claim if claim is not None and claim.tag_ != "VBG" else what
    form = Form.THING if matter == what else Form.STATEMENT
    return Finding(_KIND, "hits_back", (token,), matter, form, subject(token))


def trades_blame(token: Token) -> Finding | None:
    """ "The senators traded accusations over the leak." """
    verb = token.head
    if token.dep_ != "dobj" or lemma(verb) not in {"trade", "exchange", "swap"}:
        return None
    what = governed(preposition(token, *_OVER) or preposition(verb, *_OVER))
    return Finding(_KIND, "each_other", ordered(verb, token), what, Form.THING, subject(verb))


def lays_claim(token: Token) -> Finding | None:
    """ "Norland claims sovereignty over the islands." """
    what = child(token, "dobj")
    if token.pos_ != "VERB" or what is None or is_over(clause_of(token)):
        return None
    if lemma(what) not in {"sovereignty", "ownership", "jurisdiction", "victory", "right"}:
        return None
    over = governed(preposition(what, "over", "of", "to", "in"))
    return Finding(_KIND, "lays_claim", ordered(token, what), over or what, who=subject(token))


def clashes(token: Token) -> Finding | None:
    """ "Lawmakers clashed over the budget." """
    what = governed(preposition(token, "over", "about", "on"))
    if token.pos_ != "VERB" or what is None or is_past_perfect(token) or is_negated(token):
        return None
    if what.ent_type_ in {"DATE", "TIME"} or what.pos_ == "PRON":
        return None
    return Finding(_KIND, "clashes", (token,), what, Form.THING, subject(token))


def rival_accounts(token: Token) -> Finding | None:
    """ "The two sides gave conflicting accounts of the raid." """
    noun = token.head
    if token.dep_ != "amod" or noun.pos_ != "NOUN" or token.i > noun.i:
        return None
    if lemma(noun) not in cues("disputed", "accounts") | cues("disputed", "views"):
        return None
    what = governed(preposition(noun, "of", "on", "about", "over"))
    who = subject(noun.head) if noun.dep_ == "dobj" else None
    told = noun.dep_ == "dobj" and lemma(noun.head) in {"give", "offer", "tell", "have", "provide"}
    told = told and noun.tag_ == "NNS" and lemma(noun) in cues("disputed", "accounts")
    if token.lower_ == "different" and not told:
        # "a different view" is one, "different accounts" are at odds
        return None
    return Finding(_KIND, "rival_accounts", ordered(token, noun), what or noun, Form.THING, who)


def source_of(token: Token) -> Finding | None:
    """ "The budget is a source of friction between the partners." """
    of = token.head
    noun = of.head
    if (
        token.dep_ != "pobj"
        or of.lower_ != "of"
        or lemma(noun)
        not in {
            "source",
            "cause",
            "subject",
            "point",
            "matter",
            "object",
        }
    ):
        return None
    if noun.dep_ not in {"attr", "oprd"} or is_over(clause_of(noun)):
        return None
    who = governed(preposition(token, "between", "with", "among"))
    return Finding(_KIND, "source_of", ordered(noun, token), subject(noun.head), Form.THING, who)


def appeals(token: Token) -> Finding | None:
    """ "The ruling has been appealed.", "The firm has appealed against the verdict." """
    what = child(token, "nsubjpass", "dobj") or governed(preposition(token, "against"))
    if token.pos_ != "VERB" or what is None or is_negated(token):
        return None
    if lemma(what) not in cues("disputed", "rulings"):
        return None
    who = subject(token)
    return Finding(_KIND, "appeals", (token,), what, Form.THING, who if who != what else None)


def defends(token: Token) -> Finding | None:
    """ "The minister defended the decision." """
    what = child(token, "dobj")
    if token.pos_ != "VERB" or what is None or is_negated(token) or is_past_perfect(token):
        return None
    if lemma(what) not in cues("disputed", "plans") | cues("disputed", "rulings"):
        return None
    contested = is_contrasted(token) or preposition(token, "against", "amid") is not None
    weight = 2 if contested else 1
    return Finding(_KIND, "defends", (token,), what, Form.THING, subject(token), weight=weight)


RULES = (
    Rule(cues("disputed", "telling"), two_sides),
    Rule(cues("disputed", "countering") | cues("disputed", "insist"), counters),
    Rule(cues("disputed", "dismissing"), dismisses),
    Rule(cues("disputed", "judgements"), branded),
    Rule(cues("disputed", "judgements"), called_wrong),
    Rule(cues("disputed", "wrongs"), does_wrong),
    Rule(cues("disputed", "wrongly"), wrongs_one),
    Rule(frozenset({"allege"}), alleges),
    Rule(frozenset({"contradict"}), contradicts),
    Rule(frozenset({"push", "hit", "fire", "fight", "strike", "shoot"}), hits_back),
    Rule(
        frozenset({"accusation", "barb", "blame", "charge", "insult", "recrimination"}),
        trades_blame,
    ),
    Rule(frozenset({"claim", "assert", "declare"}), lays_claim),
    Rule(cues("disputed", "clashing"), clashes),
    Rule(cues("disputed", "diverging"), rival_accounts),
    Rule(cues("disputed", "nouns") | {"criticism", "debate", "concern"}, source_of),
    Rule(frozenset({"appeal"}), appeals),
    Rule(frozenset({"defend", "justify"}), defends),
)
