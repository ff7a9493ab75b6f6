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


_Rows = list[tuple[tuple[str, ...], QuestionKind]]
_SUFFIX = re.compile(r"(['’]s)\b")


def _table() -> dict[str, dict[str, _Rows]]:
    """The phrases by their first word and their second, the longest first."""
    table: dict[str, dict[str, _Rows]] = {}
    for kind in _KINDS:
        for phrase in cues(kind, "phrases"):
            words = tuple(_SUFFIX.sub(r" \1", phrase).split())
            table.setdefault(words[0], {}).setdefault(words[1], []).append((words, kind))
    for by_second in table.values():
        for rows in by_second.values():
            rows.sort(key=lambda row: (-len(row[0]), row[0]))
    return table


_PHRASES = _table()


def idiom(token: Token) -> Finding | None:
    """ "The date is up in the air.", "Her future hangs in the balance." """
    if token.i + 1 >= len(token.doc):
        return None
    second = token.nbor()
    for first in dict.fromkeys((token.lower_, lemma(token))):
        by_second = _PHRASES.get(first)
        if by_second is None:
            continue
        for word in dict.fromkeys((second.lower_, lemma(second))):
            for words, kind in by_second.get(word, ()):
                cue = tuple(token.doc[token.i : min(token.i + len(words), token.sent.end)])
                if len(cue) == len(words) and _says(cue, words):
                    return _said_of(cue, kind)
    return None


def _says(cue: tuple[Token, ...], words: tuple[str, ...]) -> bool:
    return all(w in (t.lower_, lemma(t)) for t, w in zip(cue, words, strict=True))


def _said_of(cue: tuple[Token, ...], kind: QuestionKind) -> Finding | None:
    verb = clause_of(cue[0])
    denied = is_negated(verb) and not any(t.norm_ in {"no", "not"} for t in cue)
    # "the clause in question" is the one that is meant
    meant = cue[0].lower_ == "in" and cue[-1].lower_ == "question"
    meant = meant and cue[0].head.pos_ in {"NOUN", "PROPN"}
    if (is_over(verb) and verb not in cue) or denied or meant:
        return None
    matter = governed(cue[-1])
    act = child(matter, "acl") if matter is not None and matter.tag_ != "VBG" else matter
    doer = child(act, "nsubj") or matter if act is not None else None
    if act is not None and act.tag_ == "VBG" and doer != act:
        # "all signs point to the king abdicating"
        return Finding(kind, "idiom", cue, act, Form.EVENT, None, doer)
    matter = None
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
