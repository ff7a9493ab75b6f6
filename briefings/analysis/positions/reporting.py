"""The reporting clause behind a quotation: “…,” said Ana Ruiz, a nurse from Leeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.positions.context import Context
from briefings.analysis.positions.frames import Frame
from briefings.analysis.positions.grammar import Range, is_verb, verb_key
from briefings.analysis.positions.subjects import Clause, clause_of

if TYPE_CHECKING:
    from spacy.tokens import Token

LIKELY = 0.62
_BARRED = frozenset({"relcl", "acl", "pcomp", "xcomp", "amod"})
_INSIDE = frozenset({"det", "compound", "amod", "poss", "nmod"})
_NAMES = frozenset({"PROPN", "PRON", "NOUN"})
_FAR_BEHIND = 4


def reporting_clause(context: Context, window: Range) -> Clause | None:
    """The first verb of the window that reports and whose subject stands in the window, too."""
    for token in context.parse.doc[window[0] : window[1]]:
        if not token.tag_.startswith("VB") or not reports(context, token):
            continue
        found = _parsed(context, token, window) or _beside(token, window)
        if found is not None:
            return found
    return _behind_phrase(context, window)


def reports(context: Context, verb: Token) -> bool:
    """Whether a verb can report a quotation at all."""
    return context.lexicon.weight(Frame.QUOTATION, verb_key(verb)) is not None


def _parsed(context: Context, verb: Token, window: Range) -> Clause | None:
    """The clause of the verb if the parser found a subject for it near the quotation."""
    if not is_verb(verb) or verb.dep_ in _BARRED:
        return None
    clause = clause_of(verb)
    subject = clause.subject
    if subject is None or not window[0] <= subject.i < window[1] or context.spoken[subject.i]:
        return None
    is_near = min(subject.left_edge.i, verb.i) <= window[0] + _FAR_BEHIND
    return clause if is_near else None


def _beside(verb: Token, window: Range) -> Clause | None:
    """The parser lost the subject: the name right before or behind the verb ("said Ruiz")."""
    if verb.i > window[0] + 2 * _FAR_BEHIND or verb.dep_ in _BARRED:
        return None
    doc = verb.doc
    for near in (verb.i - 1, verb.i + 1):
        if not window[0] <= near < window[1] or doc[near].ent_type_ in {"DATE", "TIME"}:
            continue
        if near < verb.i and doc[near].pos_ == "NOUN":
            continue
        phrase = doc[near]
        while phrase.dep_ in _INSIDE and phrase.head.i > phrase.i:
            phrase = phrase.head
        if phrase.pos_ in _NAMES and phrase.i < window[1]:
            return Clause(verb, verb, phrase, False)
    return None


def _behind_phrase(context: Context, window: Range) -> Clause | None:
    """“…,” Ana Ruiz, wearing a hat, said: the phrase that opens the window is the subject."""
    doc = context.parse.doc
    if window[0] >= window[1]:
        return None
    phrase = doc[window[0]]
    while phrase.dep_ in _INSIDE and window[0] < phrase.head.i < window[1]:
        phrase = phrase.head
    for verb in doc[window[0] : window[1]]:
        if verb.tag_ in {"VBD", "VBZ"} and says(context, verb) and verb.i > phrase.i:
            return Clause(verb, verb, phrase, False) if phrase.pos_ in _NAMES else None
    return None


def says(context: Context, verb: Token) -> bool:
    """Whether a verb surely reports speech."""
    return (context.lexicon.weight(Frame.QUOTATION, verb_key(verb)) or 0.0) >= LIKELY
