"""Quotation marks -> quotations: where each one stands, and whether somebody says it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from briefings.analysis.parsing import Parse
from briefings.analysis.positions.grammar import Range
from briefings.analysis.positions.lexicon import word_set
from briefings.document import Span

_MARK = re.compile("[\"“”„‟«»＂]|''|``")
_OPENING = frozenset({"“", "„", "«", "``"})
_CLOSING = frozenset({"”", "»"})
_LAST_WORDS = frozenset(",.!?–—-…")
_ENDS = frozenset(",.!?;:)]}’'…–—")
_SMALL_WORDS = frozenset({"PRON", "AUX", "PART"})


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks.

    Attributes:
        span: The tokens from mark to mark, both included.
        paragraph: The index of the paragraph that it stands in.
        is_utterance: Whether somebody says it; False for titles and single words.
        is_closed: False if it runs to the end of the paragraph without a closing mark.
    """

    span: Range
    paragraph: int
    is_utterance: bool
    is_closed: bool


def find_quotations(parse: Parse) -> list[Quotation]:
    """Every quotation of the document, in order.

    Curly marks tell their side, straight ones are taken in turn; the count begins anew in each
    paragraph, as newspapers open each paragraph of a long quotation but close only the last.
    """
    text = parse.document.text
    if not _MARK.search(text):
        return []
    starts = [token.idx for token in parse.doc]
    found = []
    for number, paragraph in enumerate(parse.document.paragraphs):
        for start, end, is_closed in _pairs(text, paragraph):
            first = bisect_left(starts, start)
            last = bisect_left(starts, end)
            if last - first > 1:
                spoken = _is_utterance(parse, first, last, is_closed)
                found.append(Quotation((first, last), number, spoken, is_closed))
    return found


def _pairs(text: str, paragraph: Span) -> list[tuple[int, int, bool]]:
    found = []
    opened: int | None = None
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        mark = match.group()
        opens = mark in _OPENING or (mark not in _CLOSING and opened is None)
        if opens and opened is not None and _fits(text, match.start(), match.end(), opens=False):
            # A closing mark that was typed the wrong way round.
            opens = text[match.end() : match.end() + 1].isalnum()
        if mark not in _OPENING | _CLOSING and not _fits(text, match.start(), match.end(), opens):
            continue
        if opens and (opened is None or text[opened] == mark):
            # A second opening mark: the first one was never closed.
            opened = match.start()
        elif not opens and opened is not None:
            found.append((opened, match.end(), True))
            opened = None
    if opened is not None:
        found.append((opened, paragraph.end, False))
    return found


def _fits(text: str, start: int, end: int, opens: bool) -> bool:
    """Whether a straight mark can stand here: 5'10" is no quotation."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if opens:
        return not after.isspace() and not before.isalnum()
    return not before.isspace() and not after.isalnum()


def _is_reported(parse: Parse, end: int) -> bool:
    """“No,” said Ruiz: a verb of saying follows at once, or behind a short subject."""
    behind = parse.doc[end : end + 4]
    says = word_set("en/cues", "quotation", "sure")
    return any(t.pos_ == "VERB" and t.lemma_.lower() in says for t in behind)


def _is_utterance(parse: Parse, first: int, last: int, is_closed: bool) -> bool:
    """Whether the words between the marks are speech and not a title or a single word.

    They end as speech does before the mark, or hold four words with a verb.
    """
    inside = [t for t in parse.doc[first + 1 : last - is_closed] if not t.is_space]
    said = [t for t in inside if t.is_alpha or t.like_num]
    if not said:
        return False
    if len(said) <= 8 and not any(t.pos_ in _SMALL_WORDS for t in said):
        rest = said[1:]
        if rest and sum(t.text[0].isupper() for t in rest) >= len(rest) - len(rest) // 4:
            return False
    if inside[-1].text[-1] in _LAST_WORDS:
        return len(said) > 1 or inside[-1].text[-1] in "!?" or _is_reported(parse, last)
    return len(said) >= 4 and any(t.pos_ in {"VERB", "AUX"} for t in said)
