"""How the rows of positions and questions are numbered, in every table that has them."""

from __future__ import annotations

ITEM_BITS = 20
"""Bits of a row's number that are not the document's: its kind, then a count."""

POSITION, QUESTION = range(2)
_COUNT_BITS = ITEM_BITS - 1


def first_row(number: int, kind: int = POSITION) -> int:
    """The number of the first row of a kind of items of a document."""
    return number << ITEM_BITS | kind << _COUNT_BITS
