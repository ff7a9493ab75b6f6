"""A list of briefings: what it is sorted by, and which briefings are in it.

Every order has an index, so that a page in the middle costs little more than the first.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from briefings.library.narrowing import (
    FEW,
    Filter,
    Known,
    Narrowed,
    both,
    count_in,
    filters_of,
    is_narrow,
    number_from,
    walked,
)
from briefings.library.rows import ENTRY, ENTRY_COLUMNS, NOT_REMOVED, entry_of
from briefings.library.values import Duplicate, Entry

_FAR = 1000
"""From so many rows on, it is worth counting them to know which end of a list is nearer."""

_ALIKE = f"""
    WITH asked (number, id) AS MATERIALIZED (
        SELECT number, id FROM documents WHERE id IN (SELECT value FROM json_each(:ids))
    ),
    pairs (id, two) AS (
        SELECT id, earlier FROM asked JOIN duplicates ON document = asked.number
        UNION ALL
        SELECT id, document FROM asked JOIN duplicates ON earlier = asked.number
    )
    SELECT pairs.id, max(title) FROM pairs JOIN documents ON documents.number = two
    WHERE {NOT_REMOVED} GROUP BY pairs.id
"""


_DUPLICATES = f"""
    WITH asked AS (SELECT number FROM documents WHERE id = :id),
    pairs (two, share, other_share) AS (
        SELECT earlier, share, earlier_share FROM duplicates
        WHERE document = (SELECT number FROM asked)
        UNION ALL
        SELECT document, earlier_share, share FROM duplicates
        WHERE earlier = (SELECT number FROM asked)
    )
    SELECT {ENTRY_COLUMNS}, share, other_share
    FROM pairs JOIN documents ON number = two
    LEFT JOIN marks ON marks.document = number
    WHERE {NOT_REMOVED}
    ORDER BY share + other_share DESC, number
"""


class Sort(StrEnum):
    """What a list is sorted by."""

    ADDED = "added"
    PUBLISHED = "published"
    TITLE = "title"
    PUBLISHER = "publisher"
    WORDS = "words"
    ACTORS = "actors"
    POSITIONS = "positions"
    QUESTIONS = "questions"


_BY = {
    Sort.ADDED: "documents.number",
    Sort.PUBLISHED: "coalesce(published, '')",
    Sort.TITLE: "title COLLATE NOCASE",
    Sort.PUBLISHER: "publisher COLLATE NOCASE",
}


@dataclass(frozen=True, slots=True)
class Listing:
    """A list.

    Attributes:
        sort: What it is sorted by.
        is_descending: Whether the greatest or latest comes first; undated ones count as earliest.
        text: Words of which each begins one of the title or publisher; empty means any briefing.
        is_unread: Whether only those are listed that were not read.
        is_starred: Whether only those are listed that have a star.
        tag: A tag that they have; empty means any.
        tags: Beginnings, in whatever case, each of one of their tags.
        is_removed: Whether those are listed that were removed, in place of those that were not.
    """

    sort: Sort = Sort.ADDED
    is_descending: bool = True
    text: str = ""
    is_unread: bool = False
    is_starred: bool = False
    tag: str = ""
    tags: tuple[str, ...] = ()
    is_removed: bool = False


def entries_of(
    connection: sqlite3.Connection, narrowed: Narrowed, listing: Listing, limit: int, offset: int
) -> tuple[Entry, ...]:
    """A page of a list; a limit of -1 means all.

    Raises:
        sqlite3.Error: The library could not be read.
    """
    filters = filters_of(connection, listing)
    if filters is None:
        return ()
    is_descending, is_turned = listing.is_descending, False
    is_sorted = listing.sort is not Sort.ADDED and is_narrow(filters)
    known = None
    if is_sorted and not all(one.is_quick for one in filters):
        known = narrowed.known(filters)
    if limit >= 0 and offset > _FAR:
        count = known.count if known else count_in(connection, filters)
        is_turned = offset > count // 2
        if is_turned:  # from the other end it is not as far
            limit = max(0, min(limit, count - offset))
            offset, is_descending = count - offset - limit, not is_descending
    if is_sorted and not known and (offset > _FAR or count_in(connection, filters) <= FEW):
        known = narrowed.known(filters)
    numbers, values = _numbers(listing.sort, filters, known)
    order = _order(listing.sort, is_descending)
    # The page is found in an index, and only its rows are read.
    rows = connection.execute(
        f"{ENTRY} WHERE documents.number IN ({numbers} {order} LIMIT ? OFFSET ?)"
        f" {order.replace('published', 'documents.published')}",
        (*values, limit, offset),
    )
    entries = tuple(entry_of(row) for row in rows)
    return entries[::-1] if is_turned else entries


def count_of(connection: sqlite3.Connection, listing: Listing) -> int:
    """How many briefings a list has.

    Raises:
        sqlite3.Error: The library could not be read.
    """
    filters = filters_of(connection, listing)
    return 0 if filters is None else count_in(connection, filters)


def place_of(
    connection: sqlite3.Connection, narrowed: Narrowed, listing: Listing, document_id: str
) -> int | None:
    """How many briefings of a list come before one; None if the list does not have it.

    Raises:
        sqlite3.Error: The library could not be read.
    """
    filters = filters_of(connection, listing)
    row = connection.execute(
        f"SELECT {_by(listing.sort)}, documents.number FROM documents WHERE id = ?", (document_id,)
    ).fetchone()
    if filters is None or row is None:
        return None
    at, number = row
    for one in filters:
        there = f"SELECT 1 FROM ({one.numbers}) AS documents WHERE documents.number = ?"
        if not connection.execute(there, (*one.values, number)).fetchone():
            return None
    sign = ">" if listing.is_descending else "<"
    if listing.sort is Sort.ADDED:
        return count_in(connection, filters, f"documents.number {sign} ?", number)
    by = _by(listing.sort)
    # The first condition is for the index, of which SQLite makes no use for the second one.
    before = f"{by} {sign}= ? AND ({by}, documents.number) {sign} (?, ?)"
    if not is_narrow(filters):
        return count_in(connection, filters, before, at, at, number)
    numbers, values = _numbers(listing.sort, filters, narrowed.known(filters))
    return number_from(
        connection, f"SELECT count(*) FROM ({numbers} AND {before})", (*values, at, at, number)
    )


def alike(connection: sqlite3.Connection, document_ids: Sequence[str]) -> dict[str, str]:
    """Which of some documents are much the same as another one; see `Library.alike`."""
    rows = connection.execute(_ALIKE, {"ids": json.dumps(document_ids)})
    return dict(rows.fetchall())


def duplicates_of(connection: sqlite3.Connection, document_id: str) -> tuple[Duplicate, ...]:
    """The documents that are much the same as another; see `Library.duplicates_of`."""
    rows = connection.execute(_DUPLICATES, {"id": document_id}).fetchall()
    return tuple(Duplicate(entry_of(row[:-2]), *row[-2:]) for row in rows)


def _by(sort: Sort) -> str:
    return _BY.get(sort, sort.value)


def _order(sort: Sort, is_descending: bool) -> str:
    turn = "DESC" if is_descending else "ASC"
    by = "" if sort is Sort.ADDED else f"{_by(sort)} {turn}, "
    return f"ORDER BY {by}documents.number {turn}"


def _numbers(
    sort: Sort, filters: Sequence[Filter], known: Known | None
) -> tuple[str, tuple[Any, ...]]:
    """SQL for the numbers of a list which can be put in an order without looking at all of them.

    Few briefings are looked up and put in order; among many the order is walked, in which the next
    is never far.
    """
    if sort is Sort.ADDED:
        return both(filters)
    if known is None:
        return walked(filters)
    return f"SELECT documents.number FROM documents WHERE {known.condition}", (known.value,)
