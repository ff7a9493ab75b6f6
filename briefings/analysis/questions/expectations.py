"""What a set or expected event will tell: the kind `awaited`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues
from briefings.analysis.questions.finding import Finding, Rule
from briefings.analysis.questions.grammar import (
    auxiliaries,
    child,
    is_finished,
    is_negated,
    object_of,
    ordered,
    preposition,
    subject,
)
from briefings.briefing import QuestionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_KIND = QuestionKind.AWAITED


def _has_date(verb: Token) -> bool:
    """Whether a date stands with the verb: "on Saturday", "next month"."""
    for c in verb.children:
        if c.ent_type_ in {"DATE", "TIME"} and c.dep_ in {"npadvmod", "advmod", "dobj", "nsubj"}:
            return True
        if c.dep_ == "prep":
            governed = object_of(c)
            if governed is not None and governed.ent_type_ in {"DATE", "TIME"}:
                return True
    return False


def expected(token: Token) -> Finding | None:
    """ "The verdict is expected on Friday." """
    if token.tag_ == "VBN" and not {"had"} & set(auxiliaries(token)):
        what = child(token, "xcomp", "oprd") or subject(token)
        if token.dep_ == "acl":
            what = token.head
        return Finding(_KIND, "expected", (token,), what)
    return None


def expects(token: Token) -> Finding | None:
    """ "The club expects to sign him." """
    if token.tag_ in {"VBZ", "VBP", "VBG"} and child(token, "xcomp", "ccomp") is not None:
        return Finding(
            _KIND,
            "expects",
            (token,),
            child(token, "xcomp", "ccomp"),
            ordered([subject(token)]),
            is_weak=True,
        )
    return None


def scheduled(token: Token) -> Finding | None:
    """ "The board is set to vote." """
    verb = child(token, "xcomp")
    if verb is None or is_negated(token) or is_negated(token.head):
        return None
    return Finding(_KIND, "scheduled", (token,), verb, ordered([subject(verb)]))


def prepares(token: Token) -> Finding | None:
    """ "The navy plans to close the port." """
    if token.pos_ != "VERB" or token.tag_ not in {"VBZ", "VBP", "VBG"}:
        return None
    verb = child(token, "xcomp")
    if verb is None:
        return None
    return Finding(_KIND, "prepares", (token,), verb, ordered([subject(token)]))


def will(token: Token) -> Finding | None:
    """ "The court will rule on Monday." """
    verb = token.head
    if token.dep_ != "aux" or is_negated(verb):
        return None
    if _has_date(verb):
        return Finding(_KIND, "will", (token, verb), verb, ordered([subject(verb)]))
    if verb.lemma_ in cues("awaited", "events"):
        return Finding(_KIND, "will", (token, verb), verb, ordered([subject(verb)]), is_weak=True)
    return None


def going_to(token: Token) -> Finding | None:
    """ "The firm is going to release its accounts." """
    verb = child(token, "xcomp")
    if token.tag_ != "VBG" or verb is None:
        return None
    return Finding(_KIND, "going_to", (token, verb), verb, ordered([subject(token)]), is_weak=True)


def holds_on(token: Token) -> Finding | None:
    """ "The island holds its election on Sunday." """
    if token.tag_ not in {"VBZ", "VBP"} or not _has_date(token):
        return None
    return Finding(
        _KIND, "holds_on", (token,), child(token, "dobj") or token, ordered([subject(token)])
    )


def upcoming(token: Token) -> Finding | None:
    """ "the upcoming ruling", "An update is forthcoming." """
    if token.dep_ == "amod":
        return Finding(_KIND, "upcoming", (token, token.head), token.head)
    if token.dep_ == "acomp":
        return Finding(_KIND, "upcoming", (token,), subject(token.head))
    return None


def looms(token: Token) -> Finding | None:
    """ "A strike looms." """
    if token.pos_ not in {"VERB", "NOUN"}:
        return None
    return Finding(_KIND, "looms", (token,), subject(token))


def waits(token: Token) -> Finding | None:
    """ "Families await the report." """
    what = child(token, "dobj") or object_of(preposition(token, "for"))
    if token.pos_ != "VERB" or what is None or is_finished(token):
        return None
    return Finding(_KIND, "waits", (token,), what)


def deadline(token: Token) -> Finding | None:
    """ "The deadline is 1 March." """
    return Finding(_KIND, "deadline", (token,), token)


def tied(token: Token) -> Finding | None:
    """ "The two are tied.", "The races are tight." """
    if token.dep_ not in {"acomp", "ROOT", "ccomp", "amod"}:
        return None
    what = token.head if token.dep_ == "amod" else subject(token.head)
    if what is None:
        return None
    if what.lemma_ not in cues("awaited", "verdicts") and token.lower_ != "tied":
        return None
    return Finding(_KIND, "tied", (token,), what)


def dead_heat(token: Token) -> Finding | None:
    """ "The candidates are in a dead heat." """
    if not any(c.lower_ == "dead" for c in token.children):
        return None
    return Finding(_KIND, "dead_heat", (token,), token)


RULES = (
    Rule(cues("awaited", "expect"), expected),
    Rule(cues("awaited", "expect"), expects),
    Rule(cues("awaited", "scheduled"), scheduled),
    Rule(cues("awaited", "prepare"), prepares),
    Rule(frozenset({"will", "shall"}), will),
    Rule(frozenset({"go"}), going_to),
    Rule(
        frozenset({"hold", "meet", "vote", "begin", "open", "start", "face", "convene", "gather"}),
        holds_on,
    ),
    Rule(cues("awaited", "upcoming"), upcoming),
    Rule(frozenset({"loom", "near", "approach"}), looms),
    Rule(cues("awaited", "wait"), waits),
    Rule(frozenset({"deadline"}), deadline),
    Rule(cues("awaited", "ties"), tied),
    Rule(frozenset({"heat"}), dead_heat),
)
