"""An amount -> the words that say what is counted: "2,000 [troops]", "a third of the [seats]".

The parse decides which noun a number counts; where it hangs the number elsewhere, the next plural
noun does. Word ranges are token indices, `[start, end)`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.quantities.amounts import Amount
from briefings.knowledge import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Range = tuple[int, int]

_NOUNS = frozenset({"NOUN", "PROPN"})
_INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "ADV", "NUM", "PUNCT", "PART", "CCONJ", "VERB", "X"})
_VERBS_INSIDE = frozenset({"VBN", "VBG"})
_FARTHEST = 8
_ATTRIBUTES = frozenset({"compound", "amod", "nmod", "nummod", "quantmod"})
_QUOTES = frozenset({"“", '"', "''", "``", "‘", "'"})
_BREAKS = frozenset({";", ":", "(", "—", "–", *_QUOTES, "”"})
_OPENING = frozenset(
    {"the", "a", "an", "these", "those", "its", "his", "her", "their", "our", "all"}
)


def counted_by(doc: Doc, amount: Amount) -> Range | None:
    """The words that say what an amount counts; None if the text does not say so behind it."""
    at = amount.end
    if at >= len(doc) or doc[at].is_sent_start:
        return None
    if doc[at].lower_ == "of":
        return _of_what(doc, at + 1)
    if amount.unit == "share":
        is_ratio = any(token.lower_ in {"in", "out"} for token in doc[amount.core : at])
        return _of_what(doc, at) if is_ratio or doc[at].lower_ == "the" else None
    if _is_money(amount):
        return _money_in(doc, at) or _phrase(doc, at)
    if amount.unit:
        # "5 percent growth", but "rose 5 percent Monday"
        return _phrase(doc, at) if _hangs_on(doc, at) else None
    if doc[at].text == "-":
        return _compound(doc, at + 1)
    return _phrase(doc, at)


def _is_money(amount: Amount) -> bool:
    return len(amount.unit) == 3 and amount.unit.isupper()


def _hangs_on(doc: Doc, at: int) -> bool:
    """A [5 percent] increase · a [10-mile] stretch"""
    head = doc[at - 1].head
    return head.i >= at and head.pos_ in _NOUNS


def _phrase(doc: Doc, at: int) -> Range | None:
    """The noun phrase that begins here, up to its head noun and a bare "of" behind it."""
    if at < len(doc) and doc[at].text in _QUOTES:
        at += 1
    if at >= len(doc) or doc[at].pos_ in {"CCONJ", "ADP", "DET", "PRON"}:
        return None
    head = _head(doc, at)
    if head is not None and doc[_behind(doc, head) - 1].pos_ not in _NOUNS:
        head = _next_plural(doc, at)  # "law-abiding fishermen"
    if head is None:
        return None
    end = _behind(doc, head)
    if end + 1 < len(doc) and doc[end].lower_ == "of" and doc[end + 1].tag_ in {"NN", "NNS"}:
        inner = _head(doc, end + 1)
        end = inner.i + 1 if inner is not None else end
    return at, end


def _behind(doc: Doc, head: Token) -> int:
    """The index behind a head noun, what it owns and what a hyphen joins to it."""
    if head.i + 1 < len(doc) and doc[head.i + 1].tag_ == "POS" and head.head.i > head.i:
        head = head.head if head.head.pos_ in _NOUNS else head
    end = head.i + 1
    while end + 1 < len(doc) and doc[end].text == "-" and not doc[end].whitespace_:
        end += 2
    return end


def _head(doc: Doc, at: int) -> Token | None:
    """The head noun of the phrase that goes on at an index."""
    if at >= len(doc):
        return None
    head = doc[at - 1].head
    if not (head.i >= at and head.i - at <= _FARTHEST and head.pos_ in _NOUNS):
        head = doc[at]
        while head.dep_ in _ATTRIBUTES and head.head.i > head.i:
            head = head.head
    if head.i < at or head.i - at > _FARTHEST or head.pos_ not in _NOUNS:
        return _next_plural(doc, at)
    between = doc[at : head.i]
    if any(t.pos_ not in _INSIDE or t.is_sent_start for t in between):
        return _next_plural(doc, at)
    if any(t.pos_ == "VERB" and t.tag_ not in _VERBS_INSIDE for t in between):
        return _next_plural(doc, at)
    if doc[at].text == "," or any(t.text in _BREAKS for t in between):
        return None
    return head


def _next_plural(doc: Doc, at: int) -> Token | None:
    """The first plural noun behind adjectives, participles, nouns and hyphens."""
    for token in doc[at : at + _FARTHEST]:
        if token.is_sent_start and token.i > at:
            return None
        if token.tag_ in {"NNS", "NNPS"}:
            return token
        is_inside = token.pos_ in {"ADJ", "NOUN", "PROPN"} or token.tag_ in _VERBS_INSIDE
        if not is_inside and token.text != "-":
            return None
    return None


def _of_what(doc: Doc, at: int) -> Range | None:
    """Dozens of [civilians] · two of the three [countries] · a third of its [seats]"""
    while at < len(doc) and (doc[at].lower_ in _OPENING or doc[at].tag_ == "CD"):
        at += 1
    if at >= len(doc) or doc[at].is_sent_start:
        return None
    if doc[at].pos_ == "PRON":
        return (at, at + 1) if doc[at].lower_ in {"them", "us", "those"} else None
    return _phrase(doc, at)


def _money_in(doc: Doc, at: int) -> Range | None:
    """$4.5 billion in [aid] · $2 million worth of [weapons]"""
    if doc[at].lower_ == "worth" and at + 1 < len(doc) and doc[at + 1].lower_ == "of":
        return _of_what(doc, at + 2)
    if doc[at].lower_ == "in" and at + 1 < len(doc):
        first = doc[at + 1]
        if first.pos_ in {"NOUN", "ADJ"} and not first.is_title and not first.ent_type_:
            found = _phrase(doc, at + 1)
            others = words("en/quantities", "screens", "time")
            others |= words("en/quantities", "screens", "idle")
            if found is not None and doc[found[1] - 1].lower_ not in others:
                return found
    return None


def _compound(doc: Doc, at: int) -> Range | None:
    """A 30-[member] panel · a 2,000-strong [force]"""
    if at >= len(doc) or doc[at].lower_ not in words("en/quantities", "screens", "compounds"):
        return None
    if doc[at].lower_ == "strong":
        head = doc[at].head
        return (head.i, head.i + 1) if head.i > at and head.pos_ in _NOUNS else None
    return at, at + 1
