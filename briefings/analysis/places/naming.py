"""Whether a name is used as the name of a place: in Paris · troops to Ukraine · Norrland's border.

A state acts and is a place; only the second makes a mention of a place here.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefings.knowledge import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Phrase

_DASHES = frozenset({"—", "–", "--", "―", "-"})
_OWNING = frozenset({"'s", "’s", "'", "’"})
_BASED = frozenset({"based", "area"})
_CLIMB = 2
_LONGEST_ROW = 8
_BETWEEN = 4
_LONGEST_DATELINE = 9


@cache
def listed(*keys: str) -> frozenset[str]:
    """A word list of `en/places`."""
    return words("en/places", *keys)


def is_place(name: Phrase, is_city: bool) -> bool:
    """Whether this mention names a place.

    Args:
        name: The words of the name; in "an Elm Bay-based firm" it is a place too.
        is_city: Whether it can hardly be anything else, as a city, province or lake.
    """
    doc = name.doc
    if name.end < len(doc) and doc[name.end].text in _OWNING:
        return _owns_place(name)
    if name.end + 1 < len(doc) and doc[name.end].text == "-" and not doc[name.end].whitespace_:
        return doc[name.end + 1].lower_ in _BASED
    return (
        is_dateline(name)
        or _behind_preposition(name, is_city)
        or _is_object(name)
        or _is_apposed(name)
        or _is_in_compound(name)
    )


def is_dateline(name: Phrase) -> bool:
    """ELM BAY (AP) — The talks … · ELM BAY, Norrland — The talks …"""
    doc = name.doc
    if not doc[name.start].is_sent_start:
        return False
    for token in doc[name.end : name.end + _LONGEST_DATELINE]:
        if token.text in _DASHES:
            return bool(token.whitespace_)
        if token.pos_ in {"VERB", "AUX"} or (token.is_sent_start and token.i > name.end):
            return False
        if token.i == name.end and token.text not in {"(", ","}:
            return False
    return False


def preposition_before(name: Phrase) -> Token | None:
    """The preposition that the name stands behind: in [the north of] · in eastern"""
    first = _first_of_row(name)
    at = first - 1
    while at >= 0 and first - at <= _BETWEEN and name.doc[at].lower_ in listed("between"):
        if name.doc[at].lower_ == "of" and not _measures(name.doc, at):
            break
        at -= 1
    if at < 0 or name.doc[at].pos_ not in {"ADP", "SCONJ", "ADV", "PART"}:
        return None
    return name.doc[at]


def _measures(doc: Doc, at: int) -> bool:
    """Parts of · most of · much of"""
    return at > 0 and doc[at - 1].lower_ in {"parts", "most", "much", "all", "north", "south"}


def _first_of_row(name: Phrase) -> int:
    """Where a row of names begins: in [Elm Bay and] Norrland"""
    root = name.root
    first = name.start
    for _ in range(_LONGEST_ROW):
        if root.dep_ != "conj" or root.head.pos_ != "PROPN":
            break
        root = root.head
        first = min(first, root.left_edge.i)
    return first


def _behind_preposition(name: Phrase, is_city: bool) -> bool:
    before = preposition_before(name)
    if before is None or _is_attribute(name):
        return False
    word = before.lower_
    governors = _governors(before)
    if any(governor in listed("no_place") for governor in governors[:1]):
        return False
    if word in listed("prepositions", "sure"):
        return True
    if word == "of":
        return bool(governors) and governors[0] in listed("nouns")
    if word == "with":
        return bool(governors) and governors[0] in {"border", "frontier"}
    if word == "on":
        return name[-1].lower_ in listed("on")
    if word not in listed("prepositions", "of_cities"):
        return False
    moves = any(governor in listed("motion") for governor in governors)
    return moves and word != "at" if not is_city else moves or word in {"at", "from"}


def _is_attribute(name: Phrase) -> bool:
    """In [Norrland] politics: the phrase is about the noun; but in [Norrland] waters."""
    root = name.root
    if root.dep_ not in {"compound", "amod", "nmod"} or root.head.i < name.end:
        return False
    head = root.head
    if head.pos_ != "NOUN" or head.dep_ not in {"pobj", "conj"}:
        return False
    return head.lemma_.lower() not in listed("nouns") | listed("occasions")


def _governors(preposition: Token) -> list[str]:
    """The lemmas of what a preposition hangs on, the nearest first."""
    found: list[str] = []
    token = preposition
    while len(found) <= _CLIMB and token.head.i != token.i:
        token = token.head
        if token.pos_ != "ADP":
            found.append(token.lemma_.lower())
    before = preposition.nbor(-1) if preposition.i else None
    if before is not None and before.pos_ in {"NOUN", "VERB"}:
        found.insert(0, before.lemma_.lower())
    return found


def _is_object(name: Phrase) -> bool:
    """They visited Elm Bay · Elm Bay was shelled"""
    root = name.root
    while root.dep_ == "conj" and root.head.pos_ == "PROPN":
        root = root.head
    if root.dep_ not in {"dobj", "nsubjpass"}:
        return False
    return root.head.lemma_.lower() in listed("verbs")


def _is_apposed(name: Phrase) -> bool:
    """The capital, Elm Bay · the port city Elm Bay"""
    root = name.root
    return root.dep_ == "appos" and root.head.lemma_.lower() in listed("nouns")


def _is_in_compound(name: Phrase) -> bool:
    """The Elm Bay summit · the Norrland border"""
    head = name.root.head
    if name.root.dep_ not in {"compound", "nmod", "amod"} or head.i < name.end:
        return False
    return head.lemma_.lower() in listed("occasions") and not head.is_title


def _owns_place(name: Phrase) -> bool:
    """Norrland's border · across Norrland's north"""
    head = name.root.head
    return head.i >= name.end and head.lemma_.lower() in listed("nouns")
