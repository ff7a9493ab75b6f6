"""The condition a position stands under: if talks fail, should it rain, after a ceasefire."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefings.analysis.positions.grammar import VERBAL, Range, child, lemma, own_subject, possessor
from briefings.analysis.positions.lexicon import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OPEN_DETERMINERS = frozenset({"a", "an", "any", "some", "no", "such", "further", "another"})
_PAST_TIMES = frozenset({"recently", "now", "lately", "then", "today", "yesterday"})
_PARTICIPLES = frozenset({"provided", "providing", "supposing", "assuming"})
_OWN = ("nsubj", "dobj", "agent", "aux", "auxpass")
_FUTURE = frozenset({"will", "would", "'ll", "’ll", "shall", "could", "can", "might", "may"})


def condition_beside(verb: Token, ranges: tuple[Range, ...]) -> Range | None:
    """A condition that hangs on the reporting verb, not on the content.

    "Threatened to leave if talks fail", "will sign, she said, on condition that they pay".

    Args:
        verb: The cue.
        ranges: The content; what stands inside it is none beside it.
    """
    for below in verb.children:
        if below.dep_ not in {"advcl", "prep"}:
            continue
        first = below.left_edge
        if any(start <= first.i < end for start, end in ranges):
            continue
        found = next((c for t in {first, below} if (c := _opened_by(t)) is not None), None)
        if found is not None and found[0] in {first.i, first.i - 1}:
            return found
    return None


def find_condition(doc: Doc, ranges: tuple[Range, ...]) -> Range | None:
    """The first condition inside these ranges, marker included; None if there is none."""
    for start, end in ranges:
        for token in doc[start:end]:
            found = _opened_by(token)
            if found is not None and found[0] >= start:
                return found[0], min(found[1], end)
    return None


def _opened_by(token: Token) -> Range | None:
    return (
        _conjunction(token)
        or _phrase(token)
        or _inversion(token)
        or _event(token)
        or _complement(token)
    )


def _conjunction(token: Token) -> Range | None:
    """If talks fail · unless they pay · provided (that) it holds"""
    if token.lower_ not in word_set("en/conditions", "clauses"):
        return None
    if token.lower_ in _PARTICIPLES and token.pos_ == "VERB":
        return _participle(token)
    clause = token.head
    if token.dep_ not in {"mark", "advmod", "prep"} or clause.pos_ not in VERBAL:
        return None
    if clause.dep_ == "ccomp" and token.lower_ == "if":
        # "asked if it failed" is a question.
        return None
    if token.lower_ == "until" and token.nbor(1).lower_ in _PAST_TIMES:
        return None
    event = child(token, "pobj")
    if event is not None:
        # "until a deal", but not "until Friday"
        is_day = event.ent_type_ in {"DATE", "TIME"}
        return None if is_day else (token.i, event.right_edge.i + 1)
    before = token.nbor(-1).lower_ if token.i else ""
    if before in {"as", "even"}:
        return None
    start = token.i - (before == "only")
    return start, max(clause.right_edge.i + 1, token.i + 2)


def _participle(token: Token) -> Range | None:
    """Provided the owners pay · providing that it holds: the parser takes it for a verb."""
    clause = child(token, "ccomp")
    if clause is None or own_subject(clause) is None or child(token, *_OWN) is not None:
        return None
    return token.i, clause.right_edge.i + 1


def _phrase(token: Token) -> Range | None:
    """As long as it holds · in exchange for aid · contingent upon talks"""
    doc = token.doc
    for words, is_clause in _phrases().get(token.lower_, ()):
        behind = token.i + len(words)
        if tuple(t.lower_ for t in doc[token.i : behind]) != words:
            continue
        last = doc[behind - 1]
        end = _end_behind(last)
        if is_clause:
            clause = _clause_behind(last, token)
            if clause is None:
                continue
            end = clause.right_edge.i + 1
        if end > behind:
            return token.i, end
    return None


def _clause_behind(last: Token, first: Token) -> Token | None:
    """The clause that a marker of several words opens: not "as long as four hours"."""
    for clause in (last.head, child(last, "pcomp", "ccomp", "acl", "relcl"), first.head):
        subject = own_subject(clause) if clause is not None else None
        if clause is not None and subject is not None and subject.i > last.i:
            return clause
    return None


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], bool]]]:
    """Markers of several words by their first; with whether a clause follows."""
    found: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
    for kind, is_clause in (("phrases", True), ("phrasal", False)):
        for phrase in sorted(word_set("en/conditions", kind)):
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, is_clause))
    return found


def _end_behind(preposition: Token) -> int:
    """Where the phrase of a preposition ends, even if the parser hung it elsewhere."""
    named = child(preposition, "pobj", "pcomp")
    if named is not None:
        return named.right_edge.i + 1
    return preposition.right_edge.i + 1


def _inversion(token: Token) -> Range | None:
    """Should talks fail, they would fight."""
    if token.lower_ not in word_set("en/conditions", "inverted"):
        return None
    verb = token.head if token.dep_ in {"aux", "auxpass"} else token
    subject = own_subject(verb)
    if subject is None or not token.i < subject.i or subject.left_edge.i != token.i + 1:
        return None
    if token.i and not (token.nbor(-1).is_punct or token.nbor(-1).pos_ in {"SCONJ", "CCONJ"}):
        return None
    if verb.dep_ == "ROOT" and verb.right_edge.text == "?":
        return None
    return token.i, verb.right_edge.i + 1


def _event(token: Token) -> Range | None:
    """They will send troops [after a ceasefire]: an event that has not happened yet."""
    doc = token.doc
    named: Token | None = None
    start = token.i
    if token.lower_ in word_set("en/conditions", "temporal") and token.dep_ == "prep":
        named = child(token, "pobj")
        governor = token.head
    elif token.dep_ == "prep":
        phrase = " ".join(t.lower_ for t in doc[start : start + 4])
        if phrase not in word_set("en/conditions", "wake"):
            return None
        named = child(doc[start + 3], "pobj")
        governor = token.head
    if named is None or named.ent_type_ in {"DATE", "TIME"} or not _is_open(named):
        return None
    if not _is_ahead(governor):
        return None
    return start, named.right_edge.i + 1


def _is_open(noun: Token) -> bool:
    """Whether the noun names an event of a kind, not one that is known: "a ceasefire"."""
    determiner = child(noun, "det")
    if determiner is not None:
        return determiner.lower_ in _OPEN_DETERMINERS
    return noun.pos_ == "NOUN" and possessor(noun) is None and child(noun, "nummod") is None


def _is_ahead(governor: Token) -> bool:
    """Whether a verb is still to come: an infinitive or a future."""
    if governor.pos_ not in VERBAL:
        return any(t.pos_ in VERBAL and _is_ahead(t) for t in governor.ancestors)
    return any(
        d.dep_ == "aux" and (d.lower_ == "to" or d.lower_ in _FUTURE) for d in governor.lefts
    )


def depends_in_person(subject: Token) -> bool:
    """We depend on no one: people who rely on somebody set no condition."""
    return subject.pos_ == "PRON" and subject.lower_ not in {"it", "this", "that", "all", "much"}


def _complement(token: Token) -> Range | None:
    """Peace hinges on talks · it depends on whether they pay"""
    doc = token.doc
    if lemma(token) not in word_set("en/conditions", "verbs") or token.i + 2 >= len(doc):
        return None
    behind = doc[token.i + 1]
    if behind.lower_ not in {"on", "upon"}:
        return None
    subject = own_subject(token)
    if subject is not None and depends_in_person(subject):
        return None
    return token.i, max(_end_behind(behind), behind.i + 2)
