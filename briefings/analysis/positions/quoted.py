"""Quotations -> who says them.

A quotation is tied to the verb behind it (“…,” she said), before it (she said: “…”), or to both
sides' verb if it is split; a free one continues the attribution before it, in the same paragraph
or, if the paragraph is nothing but a quotation, from the paragraph before.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefings.analysis.positions.candidates import Candidate
from briefings.analysis.positions.context import Context
from briefings.analysis.positions.frames import Frame
from briefings.analysis.positions.grammar import (
    Range,
    is_verb,
    verb_key,
)
from briefings.analysis.positions.quotations import Quotation
from briefings.analysis.positions.reporting import LIKELY, reporting_clause, says
from briefings.analysis.positions.sources import source_of
from briefings.analysis.positions.subjects import Clause, clause_of, cue_range

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SENTENCE_ENDS = frozenset(".?!;")
_BEFORE_SPEECH = frozenset({"that", "of", "as"})
_LONGEST_GAP = 160
_NEAR = 40
_BEFORE_COLON = 0.5


@dataclass(slots=True)
class Tie:
    """Quotations with the verb that reports them."""

    clause: Clause
    weight: float
    pieces: list[Range] = field(default_factory=list)
    last: Quotation | None = None


def quoted(context: Context) -> list[Candidate]:
    """A candidate for each reporting verb, with everything that it quotes."""
    utterances = [q for q in context.quotations if q.is_utterance]
    ties: dict[int, Tie] = {}
    owner: list[Tie | None] = []
    for index, quotation in enumerate(utterances):
        previous = utterances[index - 1] if index else None
        following = utterances[index + 1] if index + 1 < len(utterances) else None
        last = owner[-1] if owner else None
        tie = _after(context, quotation, previous, following) or _before(
            context, quotation, previous, last
        )
        if tie is not None:
            tie = _add(ties, tie, quotation)
        else:
            tie = _continued(context, quotation, previous, last, ties)
        owner.append(tie)
    _take_openings(context, utterances, owner)
    return [candidate for tie in ties.values() if (candidate := _candidate(tie))]


def _take_openings(context: Context, utterances: list[Quotation], owner: list[Tie | None]) -> None:
    """Paragraphs before, opened and never closed, are the same speech: “One. | “Two,” she said."""
    for index in range(len(utterances) - 1, 0, -1):
        tie, before, here = owner[index], utterances[index - 1], utterances[index]
        if tie is None or owner[index - 1] is not None or before.is_closed:
            continue
        opens = (
            context.parse.doc[here.span[0]].idx
            == context.parse.document.paragraphs[here.paragraph].start
        )
        if opens and before.paragraph + 1 == here.paragraph and _is_whole(context, before):
            tie.pieces.append(before.span)
            owner[index - 1] = tie


def _add(ties: dict[int, Tie], tie: Tie, quotation: Quotation) -> Tie:
    known = ties.setdefault(tie.clause.verb.i, tie)
    if known is not tie:
        known.pieces.extend(tie.pieces)
    known.last = quotation
    return known


def _after(
    context: Context, quotation: Quotation, previous: Quotation | None, following: Quotation | None
) -> Tie | None:
    """“We will win,” said Ana Ruiz."""
    doc = context.parse.doc
    start, end = quotation.span
    limit = following.span[0] if following else len(doc)
    if not quotation.is_closed or not _awaits_verb(doc, end):
        return None
    window = _until_sentence_end(doc, end, limit)
    is_open = doc[end - 2].text[-1] not in ",—–-" and doc[end].text != ","
    found = reporting_clause(context, window)
    if found is None or (is_open and not says(context, found.verb)):
        return None
    piece = (_clause_start(context, start, previous), end)
    return Tie(found, _weight(context, found), [piece])


def _awaits_verb(doc: Doc, end: int) -> bool:
    """Whether the sentence goes on behind the mark: comma, ! or ? before it, or a comma behind."""
    if end >= len(doc) or doc[end].is_space:
        return False
    return doc[end - 2].text[-1] in ",!?—–-…" or doc[end].text == ","


def _until_sentence_end(doc: Doc, start: int, limit: int) -> Range:
    at = start
    while at < limit and doc[at].text not in _SENTENCE_ENDS and "\n" not in doc[at].text:
        at += 1
    return start, at


def _weight(context: Context, clause: Clause) -> float:
    return context.lexicon.weight(Frame.QUOTATION, verb_key(clause.verb)) or 0.0


def _clause_start(context: Context, start: int, previous: Quotation | None) -> int:
    """Where the content begins: a quotation in mid-sentence takes the words before it along.

    The plan is “a danger to us all,” Ruiz said.
    """
    doc = context.parse.doc
    before = doc[start - 1] if start else None
    if before is None or before.is_space or before.text in _SENTENCE_ENDS or not before.is_alpha:
        return start
    floor = max(doc[start].sent.start, previous.span[1] if previous else 0)
    at = start
    while at > floor and doc[at - 1].text not in _SENTENCE_ENDS and not doc[at - 1].is_space:
        at -= 1
    if any(is_verb(token) and says(context, token) for token in doc[at:start]):
        return start
    return at


def _before(
    context: Context, quotation: Quotation, previous: Quotation | None, last: Tie | None
) -> Tie | None:
    """Ana Ruiz said: “We will win.”"""
    doc = context.parse.doc
    start = _behind_colon(doc, quotation.span[0])
    floor = previous.span[1] if previous else 0
    at = start
    while at > floor and doc[at - 1].text not in _SENTENCE_ENDS and not doc[at - 1].is_space:
        at -= 1
    if at == start:
        return None
    mark = doc[start - 1]
    pauses = mark.text in {",", ":"}
    for token in reversed(doc[at:start]):
        if not is_verb(token):
            continue
        clause = _with_speaker(context, clause_of(token), quotation, last)
        subject = clause.subject
        if subject is None or context.spoken[subject.i]:
            continue
        weight = _weight(context, clause) or (_BEFORE_COLON if mark.text == ":" else 0.0)
        is_near = mark.idx - token.idx <= _NEAR
        if (pauses and weight and (is_near or says(context, token))) or (
            says(context, token)
            and (token.i == start - 1 or mark.lower_ in _BEFORE_SPEECH or _is_object(token, start))
        ):
            return Tie(clause, weight, [quotation.span])
    return None


def _behind_colon(doc: Doc, start: int) -> int:
    """A quotation that opens a paragraph belongs to a colon that closed the one before."""
    at = start
    while at and doc[at - 1].is_space:
        at -= 1
    return at if at and doc[at - 1].text == ":" else start


def _with_speaker(
    context: Context, clause: Clause, quotation: Quotation, last: Tie | None
) -> Clause:
    """“We will win,” she said, adding: “We must.”: the parser may lose the second subject."""
    lost = clause.subject is None or context.spoken[clause.subject.i]
    if not lost or clause.verb.tag_ != "VBG" or last is None or last.last is None:
        return clause
    if last.last.paragraph != quotation.paragraph:
        return clause
    return Clause(clause.verb, clause.verb, last.clause.subject, False)


def _is_object(verb: Token, start: int) -> bool:
    """Whether only the verb's addressee or time stands between it and the mark."""
    return start - verb.i <= 4 and all(t.pos_ != "VERB" for t in verb.doc[verb.i + 1 : start])


def _continued(
    context: Context,
    quotation: Quotation,
    previous: Quotation | None,
    tie: Tie | None,
    ties: dict[int, Tie],
) -> Tie | None:
    """“We will win,” she said. “We always do.”"""
    doc = context.parse.doc
    start = quotation.span[0]
    if start and doc[start - 1].is_alpha and not doc[start].is_sent_start:
        return None
    if previous is not None and tie is not None:
        gap = doc[start].idx - (doc[previous.span[1] - 1].idx + 1)
        if previous.paragraph == quotation.paragraph and gap <= _LONGEST_GAP:
            return _extend(tie, quotation)
        goes_on = not previous.is_closed or _ends_paragraph(context, previous)
        if (
            previous.paragraph + 1 == quotation.paragraph
            and goes_on
            and _is_whole(context, quotation)
        ):
            return _extend(tie, quotation)
    return _earlier(context, quotation, ties)


def _extend(tie: Tie, quotation: Quotation) -> Tie:
    tie.pieces.append(quotation.span)
    tie.last = quotation
    return tie


def _is_whole(context: Context, quotation: Quotation) -> bool:
    """Whether the paragraph is nothing but this quotation."""
    paragraph = context.parse.document.paragraphs[quotation.paragraph]
    doc = context.parse.doc
    start, end = quotation.span
    before = doc[start].idx - paragraph.start
    behind = paragraph.end - (doc[end - 1].idx + len(doc[end - 1].text))
    return before <= 1 and behind <= 1


def _ends_paragraph(context: Context, quotation: Quotation) -> bool:
    paragraph = context.parse.document.paragraphs[quotation.paragraph]
    last = context.parse.doc[quotation.span[1] - 1]
    return paragraph.end - (last.idx + len(last.text)) <= 1


def _earlier(context: Context, quotation: Quotation, ties: dict[int, Tie]) -> Tie | None:
    """She called it a mistake, Ruiz said. “We always win.”"""
    doc = context.parse.doc
    start = quotation.span[0]
    opening = context.parse.document.paragraphs[quotation.paragraph].start
    at = start - 1
    while at >= 0 and doc[at].idx >= opening and doc[start].idx - doc[at].idx <= _LONGEST_GAP:
        token = doc[at]
        if is_verb(token) and not context.spoken[at] and says(context, token):
            clause = clause_of(token)
            if clause.subject is not None and not context.spoken[clause.subject.i]:
                tie = Tie(clause, LIKELY, [quotation.span])
                return _add(ties, tie, quotation)
        at -= 1
    return None


def _candidate(tie: Tie) -> Candidate | None:
    cue = cue_range(tie.clause)
    source = source_of(tie.clause.subject, cue)
    if not source.ranges or not tie.weight or tie.clause.is_passive:
        return None  # "“Go,” he was told": not his words
    pieces = sorted(tie.pieces)
    verb = tie.clause.verb
    return Candidate.of(
        Frame.QUOTATION, verb_key(verb), verb, source, tuple(pieces), None, tie.weight
    )
