"""Indirect questions, whatever word they hang on: "at odds over who will lead the talks".

What is asked is open unless the word above it says that it was told, shown or known. The other
families name the words that leave a question open; this one names those that close it, which are
few, and takes only what is still to come or asks whether.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues
from briefings.analysis.questions.finding import Finding, Form, Rule
from briefings.analysis.questions.grammar import (
    WH_WORDS,
    auxiliaries,
    child,
    clause_of,
    is_negated,
    is_over,
    lemma,
    modal,
    opens_question,
    ordered,
    subject,
)
from briefings.briefing import QuestionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_TALKERS = frozenset({"i", "we", "you", "one"})
_TO_COME = frozenset({"will", "would", "could", "might", "may", "should", "'ll", "’ll", "'d"})
_ASKING = frozenset({"about", "over", "on", "as", "regarding"})
_HOLDERS = frozenset({"ccomp", "pcomp", "acl"})


def asked(token: Token) -> Finding | None:
    """ "The two camps are waiting for word on who will chair the board." """
    clause = _clause_of(token)
    wh = token.lower_ in WH_WORDS
    if clause is None or not opens_question(clause):
        return None
    joined = not wh and clause.dep_ == "conj" and clause.head.dep_ in {"pobj", "dobj"}
    if clause.dep_ not in _HOLDERS and not joined:
        return None
    if wh and (modal(clause) not in _TO_COME or token.lower_ == "where"):
        return None
    if token.lower_ == "what" and clause.dep_ == "pcomp" and clause.head.lower_ not in _ASKING:
        # "a tenth of what will be needed"
        return None
    over = _governor(clause)
    if over is None or over.pos_ == "AUX" or _closes(over, clause, wh):
        return None
    asker = subject(clause)
    if asker is not None and asker.lower_ in _TALKERS:
        return None
    kind = _kind(over)
    form = Form.EVENT if modal(clause) in {"will", "would"} else Form.STATEMENT
    who = subject(over if over.pos_ in {"VERB", "AUX"} else clause_of(over))
    return Finding(kind, "asked", ordered(over, token), clause, form, who, general=True)


def _clause_of(token: Token) -> Token | None:
    """The clause that a question word opens, be it its mark, its subject or its adverb."""
    seen = token
    for _ in range(4):
        seen = seen.head
        if seen.pos_ in {"VERB", "AUX"} and seen.left_edge.i <= token.i < seen.i:
            return seen
    return None


def _governor(clause: Token) -> Token | None:
    """The word that the question hangs on: a verb, an adjective or a noun, not a preposition."""
    seen = clause.head
    while seen.dep_ in {"prep", "dative", "pobj"} and seen.head != seen and _is_link(seen):
        seen = seen.head
    return seen if seen.pos_ in {"VERB", "AUX", "NOUN", "ADJ"} else None


def _is_link(token: Token) -> bool:
    """A preposition, or the first of two that it governs: "with the port and whether it opens"."""
    return token.dep_ != "pobj" or child(token, "conj") is not None


def _closes(over: Token, clause: Token, wh: bool) -> bool:
    """Whether the word above says that the answer is known, told, or does not matter."""
    word = lemma(over)
    if word in cues("unknown", "indifferent") or word in {"regardless", "matter"}:
        return True
    if word == "worry" and is_negated(over):
        return True
    if over.pos_ == "NOUN" and over.dep_ == "attr" and is_negated(over.head):
        # "it is not a question of whether they can pay"
        return True
    verb = clause_of(over)
    if wh and word in cues("unknown", "answering"):
        return not is_negated(over)
    asking = word in {"ask", "question", "wonder"}
    if asking and over.dep_ in {"advcl", "acl"}:
        return True
    if is_over(verb) and not (asking or verb.dep_ == "ccomp"):
        return True
    if word == "ask" and is_over(verb) and not modal(clause):
        # "asked him whether he had a view": he will have said
        return True
    speaker = subject(over) if over.pos_ == "VERB" else None
    talk = speaker is not None and speaker.lower_ in _TALKERS
    return talk or "had" in auxiliaries(verb)


def _kind(over: Token) -> QuestionKind:
    """To decide or weigh leaves it undecided, to wait leaves it awaited, else it is unknown."""
    word = lemma(over)
    if word in cues("undecided", "weigh") | cues("undecided", "choosing") | {"decision", "plan"}:
        return QuestionKind.UNDECIDED
    if word in cues("disputed", "nouns") or word in {"debate", "argue", "disagree"}:
        return QuestionKind.DISPUTED
    if word in cues("awaited", "wait"):
        return QuestionKind.AWAITED
    return QuestionKind.UNKNOWN


RULES = (Rule(WH_WORDS | {"whether"}, asked),)
