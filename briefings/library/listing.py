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

from briefings.folding import words_of
from briefings.library.rows import ENTRY, ENTRY_COLUMNS, NOT_REMOVED, entry_of
from briefings.library.values import Duplicate, Entry

_FEW = 4000
"""So many briefings are looked up and put in order; of more, the order is walked."""

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
    connection: sqlite3.Connection, listing: Listing, limit: int, offset: int
) -> tuple[Entry, ...]:
    """A page of a list; a limit of -1 means all.

    Raises:
        sqlite3.Error: The library could not be read.
    """
    asked = _filters(connection, listing)
    if asked is None:
        return ()
    filters = _narrowed(connection, listing.sort, asked)
    is_descending, is_turned = listing.is_descending, False
    if limit >= 0 and offset > _FAR:
        count = _count(connection, filters)
        is_turned = offset > count // 2
        if is_turned:  # from the other end it is not as far
            limit = max(0, min(limit, count - offset))
            offset, is_descending = count - offset - limit, not is_descending
    numbers, values = _numbers(listing.sort, filters)
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
    filters = _filters(connection, listing)
    return 0 if filters is None else _count(connection, filters)


def place_of(connection: sqlite3.Connection, listing: Listing, document_id: str) -> int | None:
    """How many briefings of a list come before one; None if the list does not have it.

    Raises:
        sqlite3.Error: The library could not be read.
    """
    filters = _filters(connection, listing)
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
        return _count(connection, filters, f"documents.number {sign} ?", number)
    numbers, values = _numbers(listing.sort, _narrowed(connection, listing.sort, filters))
    before = f"({_by(listing.sort)}, documents.number) {sign} (?, ?)"
    return _number_of(
        connection, f"SELECT count(*) FROM ({numbers} AND {before})", (*values, at, number)
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


@dataclass(frozen=True, slots=True)
class _Filter:
    """Which briefings are in a list.

    Attributes:
        numbers: SQL that gives their numbers, as `number`, in their order if it is asked for that.
        values: What it asks for.
        is_few: Whether these are few, and known.
    """

    numbers: str
    values: tuple[Any, ...] = ()
    is_few: bool = False


def _filters(connection: sqlite3.Connection, listing: Listing) -> list[_Filter] | None:
    """What must hold of the briefings of a list, what most likely holds of few first.

    Nothing but the first looks at all of them. None if the list is empty.
    """
    found: list[_Filter] = []
    if listing.is_removed:
        found.append(_Filter("SELECT document AS number FROM removed"))
    if listing.is_starred:
        found.append(_Filter("SELECT document AS number FROM marks WHERE is_starred"))
    if listing.tag:
        found.append(_Filter("SELECT document AS number FROM tags WHERE tag = ?", (listing.tag,)))
    for beginning in listing.tags:
        names = json.dumps(_tags_with(connection, beginning))
        several = "tag IN (SELECT value FROM json_each(?))"
        found.append(
            _Filter(f"SELECT DISTINCT document AS number FROM tags WHERE {several}", (names,))
        )
    if listing.text.strip():
        typed = words_of(listing.text)
        if not typed:
            return None
        begun = " AND ".join(f'"{word}"*' for word in typed)
        found.append(_Filter("SELECT rowid AS number FROM titles WHERE titles MATCH ?", (begun,)))
    if listing.is_unread:
        found.append(_Filter("SELECT document AS number FROM unread"))
    if not listing.is_removed:
        [is_any_removed] = connection.execute("SELECT EXISTS (SELECT 1 FROM removed)").fetchone()
        if is_any_removed:
            found.append(_Filter(f"SELECT number FROM documents WHERE {NOT_REMOVED}"))
    return found


def _walked(
    filters: Sequence[_Filter], more: str = "TRUE", along: str = "documents"
) -> tuple[str, tuple[Any, ...]]:
    """SQL for the numbers of what all filters hold of, found by going along a table."""
    # The sign keeps SQLite from taking those of the filter one by one instead.
    conditions = [f"+documents.number IN ({one.numbers})" for one in filters]
    return (
        f"SELECT documents.number FROM {along} WHERE {' AND '.join([*conditions, more])}",
        tuple(value for one in filters for value in one.values),
    )


def _both(filters: Sequence[_Filter], more: str = "TRUE") -> tuple[str, tuple[Any, ...]]:
    """The same, found by going through the first filter."""
    if not filters:
        return _walked((), more)
    first, *others = filters
    numbers, values = _walked(others, more, f"({first.numbers}) AS documents")
    return numbers, (*first.values, *values)


def _count(
    connection: sqlite3.Connection, filters: Sequence[_Filter], more: str = "TRUE", *named: Any
) -> int:
    if not filters and not named:
        # SQLite knows this without going through them one by one.
        return _number_of(connection, "SELECT count(*) FROM documents", ())
    numbers, values = _both(filters, more)
    return _number_of(connection, f"SELECT count(*) FROM ({numbers})", (*values, *named))


def _narrowed(
    connection: sqlite3.Connection, sort: Sort, filters: Sequence[_Filter]
) -> Sequence[_Filter]:
    """The filters, or in their place the numbers themselves if these are few to be put in order."""
    if sort is Sort.ADDED or not filters:
        return filters
    numbers, values = _both(filters)
    few = connection.execute(f"{numbers} LIMIT {_FEW + 1}", values).fetchall()
    if len(few) > _FEW:
        return filters
    named = json.dumps([number for (number,) in few])
    return [_Filter("SELECT value AS number FROM json_each(?)", (named,), is_few=True)]


def _numbers(sort: Sort, filters: Sequence[_Filter]) -> tuple[str, tuple[Any, ...]]:
    """SQL for the numbers of a list which can be put in an order without looking at all of them.

    Few briefings are looked up and put in order; among many the order is walked, in which the next
    is never far.
    """
    if sort is Sort.ADDED:
        return _both(filters)
    if filters and filters[0].is_few:
        [few] = filters
        return (
            f"SELECT documents.number FROM documents WHERE documents.number IN ({few.numbers})",
            few.values,
        )
    return _walked(filters)


def _number_of(connection: sqlite3.Connection, question: str, values: Sequence[Any]) -> int:
    return int(connection.execute(question, values).fetchone()[0])


def _tags_with(connection: sqlite3.Connection, beginning: str) -> list[str]:
    """The tags that begin so, whatever the case."""
    tags = connection.execute("SELECT DISTINCT tag FROM tags")
    return [tag for (tag,) in tags if tag.casefold().startswith(beginning.casefold())]
