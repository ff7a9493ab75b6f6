"""Events that will tell: the kind `awaited`, where a noun names the event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues
from briefings.analysis.questions.finding import Finding, Form, Rule
from briefings.analysis.questions.grammar import (
    FUTURE,
    asked_clause,
    child,
    clause_of,
    governed,
    is_finished,
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

_KIND = QuestionKind.AWAITED


def upcoming(token: Token) -> Finding | None:
    """ "the upcoming ruling", "An update is forthcoming." """
    if token.dep_ == "amod":
        if is_over(clause_of(token)):
            return None
        return Finding(_KIND, "upcoming", ordered(token, token.head), token.head, weight=1)
    predicate = token.pos_ == "ADJ" or token.lower_ == "pending"
    if token.dep_ in {"acomp", "ROOT"} and predicate and not is_negated(token.head):
        return Finding(_KIND, "upcoming", (token,), subject(token.head))
    return None


def dated_event(token: Token) -> Finding | None:
    """ "the referendum on 23 June", "Sunday's run-off" """
    date = next((c for c in token.children if c.ent_type_ == "DATE" and c.pos_ != "NUM"), None)
    ahead = _span_ahead(token)
    on = governed(preposition(token, "on", "for")) or ahead
    if date is None and (on is None or on.ent_type_ != "DATE"):
        return None
    if date is not None and (date.dep_ not in {"npadvmod", "appos", "nmod", "poss"}):
        return None
    day = date or on
    past = day is not None and any(t.lower_ in {"last", "ago", "yesterday"} for t in day.subtree)
    if past or is_over(clause_of(token)) or token.pos_ not in {"NOUN", "PROPN"}:
        return None
    if token.dep_ == "pobj" and lemma(token) in cues("awaited", "utterances"):
        # "in an interview on Sunday", "according to a report on Monday"
        return None
    if token.dep_ == "pobj" and lemma(token.head.head) in cues("awaited", "outcomes"):
        # "her victory in Tuesday's run-off": it has been held
        return None
    weight = 1 if ahead is None else 2
    return Finding(_KIND, "dated_event", ordered(token), token, weight=weight)


def _span_ahead(token: Token) -> Token | None:
    """ "the runoff in two weeks": the span of time, to whatever the parser ties it"""
    place = preposition(token, "in")
    if place is None and token.right_edge.i + 1 < token.sent.end:
        place = token.right_edge.nbor()
    span = child(place, "pobj") if place is not None and place.lower_ == "in" else None
    if span is None or lemma(span) not in {"hour", "day", "week", "month"}:
        return None
    told = {t.lower_ for t in span.children}
    return span if child(span, "nummod") is not None and not told & {"last", "past"} else None


def looms(token: Token) -> Finding | None:
    """ "A strike looms." """
    who = subject(token)
    if token.pos_ != "VERB" or who is None or who.pos_ == "PRON" or is_finished(token):
        return None
    if child(token, "dobj") is not None:
        return None
    return Finding(_KIND, "looms", (token,), who)


def nears_end(token: Token) -> Finding | None:
    """ "The trial is nearing its end." """
    what = child(token, "dobj")
    if token.pos_ != "VERB" or is_finished(token) or what is None:
        return None
    if lemma(what) not in {"end", "completion", "conclusion", "close", "deadline"}:
        return None
    of = governed(preposition(what, "of"))
    return Finding(_KIND, "nears_end", ordered(token, what), of or subject(token))


def waits(token: Token) -> Finding | None:
    """ "Families await the report." """
    learn = child(token, "advcl", "xcomp")
    asked = asked_clause(learn) if learn is not None and learn.tag_ == "VB" else None
    if asked is not None and token.tag_ == "VB" and not is_finished(clause_of(token)):
        return Finding(_KIND, "waits", (token,), asked, Form.EVENT, subject(token))
    what = child(token, "dobj") if lemma(token) == "await" else governed(preposition(token, "for"))
    if token.pos_ != "VERB" or what is None or is_finished(token) or what.pos_ == "PRON":
        return None
    if token.dep_ == "xcomp" and is_finished(token.head):
        # "had to wait a year for a vote"
        return None
    if lemma(what) not in cues("awaited", "verdicts"):
        return None
    return Finding(_KIND, "waits", (token,), what, Form.THING, subject(token))


def faces(token: Token) -> Finding | None:
    """ "The mayor faces trial." """
    what = child(token, "dobj")
    if what is None or is_finished(token) or lemma(what) not in cues("awaited", "faces"):
        return None
    if token.dep_ == "ccomp" and is_negated(token.head):
        return None
    if token.tag_ == "VB" and modal(token) not in FUTURE | {"could", "may", "might"}:
        return None
    return Finding(_KIND, "faces", ordered(token, what), what, Form.THING, subject(token))


def deadline(token: Token) -> Finding | None:
    """ "The deadline is 1 March." """
    verb = clause_of(token)
    if is_finished(verb) or token.dep_ in {"compound", "ROOT"}:
        return None
    weight = 2 if lemma(verb) == "be" else 1
    return Finding(_KIND, "deadline", (token,), token, weight=weight)


def tied(token: Token) -> Finding | None:
    """ "The two are tied.", "The races are tight." """
    if token.dep_ not in {"acomp", "ROOT", "ccomp", "amod", "conj"} or token.pos_ == "NOUN":
        return None
    if token.dep_ == "conj" and child(token, "auxpass") is None:
        return None
    what = (
        token.head
        if token.dep_ == "amod"
        else subject(token if token.pos_ == "VERB" else token.head)
    )
    if what is None or is_over(clause_of(token)) or child(token, "dobj") is not None:
        return None
    even = token.lower_ in {"tied", "deadlocked", "neck-and-neck"}
    if lemma(what) == "hand" or (lemma(what) not in cues("awaited", "contests") and not even):
        return None
    if token.lower_ == "tied" and preposition(token, "to") is not None:
        return None
    weight = 2
    if token.dep_ == "amod":
        # "is locked in a tight race" says that it is, "after a tight race" what was
        holder = what.head.head if what.dep_ == "pobj" and what.head.lower_ == "in" else what.head
        weight = 2 if lemma(holder) in cues("awaited", "contending") else 1
    return Finding(_KIND, "tied", (token,), what, weight=weight)


def dead_heat(token: Token) -> Finding | None:
    """ "The candidates are in a dead heat." """
    if not any(c.lower_ == "dead" for c in token.children):
        return None
    verb = clause_of(token)
    weight = 1 if is_over(verb) and verb.dep_ != "ccomp" else 2
    return Finding(_KIND, "dead_heat", (token,), None, Form.THING, subject(verb), weight=weight)


def postponed(token: Token) -> Finding | None:
    """ "The trial was postponed." """
    what = child(token, "nsubjpass", "dobj")
    if token.pos_ != "VERB" or what is None or is_negated(token) or is_past_perfect(token):
        return None
    if lemma(token) == "put" and not any(c.lower_ in {"off", "back"} for c in token.children):
        return None
    if lemma(what) not in cues("awaited", "fixtures"):
        return None
    return Finding(_KIND, "postponed", (token,), what, Form.THING, subject(token))


def goes_to_the_polls(token: Token) -> Finding | None:
    """ "Voters go to the polls on Sunday." """
    if token.dep_ != "pobj" or token.head.lower_ != "to":
        return None
    verb = token.head.head
    if lemma(verb) not in {"go", "head", "return"} or is_finished(verb):
        return None
    return Finding(_KIND, "to_the_polls", ordered(verb, token), verb, Form.EVENT, subject(verb))


RULES = (
    Rule(frozenset({"polls", "poll"}), goes_to_the_polls),
    Rule(cues("awaited", "postpone") | {"put"}, postponed),
    Rule(cues("awaited", "upcoming"), upcoming),
    Rule(cues("awaited", "verdicts") | cues("awaited", "fixtures"), dated_event),
    Rule(frozenset({"loom", "approach", "near"}), looms),
    Rule(frozenset({"near", "approach"}), nears_end),
    Rule(cues("awaited", "wait"), waits),
    Rule(frozenset({"deadline"}), deadline),
    Rule(cues("awaited", "ties"), tied),
    Rule(frozenset({"heat"}), dead_heat),
    Rule(frozenset({"face"}), faces),
)
