"""Set phrases that show that something is open: "up in the air", "far from certain".

A phrase counts wherever its words follow one another; what is open is what it is said of, or what
the preposition after it governs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues
from briefings.analysis.questions.finding import Finding, Form, Rule
from briefings.analysis.questions.grammar import (
    IRREALIS,
    asked_clause,
    child,
    clause_of,
    governed,
    is_negated,
    is_over,
    lemma,
    linked,
    modal,
    opens_question,
    preposition,
    subject,
)
from briefings.briefing import QuestionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_ABOUT = ("about", "on", "over", "of", "as")
_KINDS = (
    QuestionKind.UNKNOWN,
    QuestionKind.CONTINGENT,
    QuestionKind.DISPUTED,
    QuestionKind.UNDECIDED,
    QuestionKind.AWAITED,
    QuestionKind.DOUBT,
)


def _table() -> dict[str, list[tuple[tuple[str, ...], QuestionKind]]]:
    """The phrases by their first word, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], QuestionKind]]] = {}
    for kind in _KINDS:
        for phrase in cues(kind, "phrases"):
            words = tuple(_SUFFIX.sub(r" \1", phrase).split())
            table.setdefault(words[0], []).append((words, kind))
    for rows in table.values():
        rows.sort(key=lambda row: (-len(row[0]), row[0]))
    return table


_SUFFIX = re.compile(r"(['’]s)\b")
_PHRASES = _table()


def idiom(token: Token) -> Finding | None:
    """ "The date is up in the air.", "Her future hangs in the balance." """
    word = lemma(token)
    rows = _PHRASES.get(token.lower_, ())
    if word != token.lower_:
        rows = (*rows, *_PHRASES.get(word, ()))
    for words, kind in rows:
        end = token.i + len(words)
        if end > token.sent.end:
            continue
        cue = tuple(token.doc[token.i : end])
        if all(word in (t.lower_, lemma(t)) for t, word in zip(cue, words, strict=True)):
            return _said_of(cue, kind)
    return None


def _said_of(cue: tuple[Token, ...], kind: QuestionKind) -> Finding | None:
    verb = clause_of(cue[0])
    denied = is_negated(verb) and not any(t.norm_ in {"no", "not"} for t in cue)
    if (is_over(verb) and verb not in cue) or denied:
        return None
    matter: Token | None = None
    for token in reversed(cue):
        matter = asked_clause(token) or governed(linked(token, *_ABOUT))
        if matter is not None and matter not in cue and not _is_time(matter):
            break
        matter = None
    claim = child(cue[-1], "ccomp")
    if matter is None and claim is not None:
        return Finding(kind, "idiom", cue, claim, Form.STATEMENT)
    if kind is QuestionKind.CONTINGENT and modal(verb) not in IRREALIS:
        return None
    matter = matter or governed(preposition(verb, "about", "over")) or subject(verb)
    if matter is not None and (matter in cue or matter.pos_ == "PRON"):
        matter = None
    form = Form.STATEMENT if matter is not None and opens_question(matter) else Form.THING
    return Finding(kind, "idiom", cue, matter, form)


def _is_time(noun: Token) -> bool:
    """ "on the table over the longer term" is not about the term."""
    return noun.ent_type_ in {"DATE", "TIME"} or lemma(noun) in cues("phrasing", "times")


RULES = (Rule(frozenset(_PHRASES), idiom),)
