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
from briefings.library.matching import any_of, expression
from briefings.library.rows import ENTRY, ENTRY_COLUMNS, NOT_REMOVED, entry_of
from briefings.library.values import Duplicate, Entry

_FEW = 1000
"""So many briefings that have the typed words are put in order; of more, the order is walked."""

_BEGINNING = "SELECT word FROM words WHERE word >= ? AND word < ? ORDER BY first LIMIT 40"
_WITH_WORDS = "SELECT rowid FROM sources WHERE sources MATCH ?"

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
    found = _conditions(connection, listing)
    if found is None:
        return ()
    by, turn = _by(listing), "DESC" if listing.is_descending else "ASC"
    order = f"ORDER BY {by} {turn}, documents.number {turn}"
    conditions, values = found
    # The page is found in an index, and only its rows are read.
    rows = connection.execute(
        f"{ENTRY} WHERE documents.number IN"
        f" (SELECT documents.number FROM documents {_where(conditions)} {order} LIMIT ? OFFSET ?)"
        f" {order.replace('published', 'documents.published')}",
        (*values, limit, offset),
    )
    return tuple(entry_of(row) for row in rows)


def count_of(connection: sqlite3.Connection, listing: Listing) -> int:
    """How many briefings a list has.

    Raises:
        sqlite3.Error: The library could not be read.
    """
    found = _conditions(connection, listing)
    if found is None:
        return 0
    conditions, values = found
    row = connection.execute(f"SELECT count(*) FROM documents {_where(conditions)}", values)
    return int(row.fetchone()[0])


def place_of(connection: sqlite3.Connection, listing: Listing, document_id: str) -> int | None:
    """How many briefings of a list come before one; None if the list does not have it.

    Raises:
        sqlite3.Error: The library could not be read.
    """
    found = _conditions(connection, listing)
    if found is None:
        return None
    conditions, values = found
    by, sign = _by(listing), ">" if listing.is_descending else "<"
    row = connection.execute(
        f"SELECT {by}, documents.number FROM documents {_where([*conditions, 'id = ?'])}",
        (*values, document_id),
    ).fetchone()
    if row is None:
        return None
    # The comparison of pairs: most are told apart by the first, which has an index.
    before = f"({by} {sign} ? OR ({by} = ? AND documents.number {sign} ?))"
    count = connection.execute(
        f"SELECT count(*) FROM documents {_where([*conditions, before])}",
        (*values, row[0], row[0], row[1]),
    )
    return int(count.fetchone()[0])


def alike(connection: sqlite3.Connection, document_ids: Sequence[str]) -> dict[str, str]:
    """Which of some documents are much the same as another one; see `Library.alike`."""
    rows = connection.execute(_ALIKE, {"ids": json.dumps(document_ids)})
    return dict(rows.fetchall())


def duplicates_of(connection: sqlite3.Connection, document_id: str) -> tuple[Duplicate, ...]:
    """The documents that are much the same as another; see `Library.duplicates_of`."""
    rows = connection.execute(_DUPLICATES, {"id": document_id}).fetchall()
    return tuple(Duplicate(entry_of(row[:-2]), *row[-2:]) for row in rows)


def _by(listing: Listing) -> str:
    return _BY.get(listing.sort, listing.sort.value)


def _where(conditions: list[str]) -> str:
    return f"WHERE {' AND '.join(conditions)}" if conditions else ""


def _conditions(
    connection: sqlite3.Connection, listing: Listing
) -> tuple[list[str], list[Any]] | None:
    """What holds of the briefings of a list, in SQL, and the values; None if it is empty."""
    conditions: list[str] = []
    values: list[Any] = []
    if listing.is_removed:
        conditions.append("documents.number IN (SELECT document FROM removed)")
    elif connection.execute("SELECT EXISTS (SELECT 1 FROM removed)").fetchone()[0]:
        conditions.append(NOT_REMOVED)
    if listing.is_unread:
        conditions.append(_unread(connection))
    if listing.is_starred:
        conditions.append("documents.number IN (SELECT document FROM marks WHERE is_starred)")
    if listing.tag:
        conditions.append("documents.number IN (SELECT document FROM tags WHERE tag = ?)")
        values.append(listing.tag)
    for beginning in listing.tags:
        conditions.append(
            "documents.number IN (SELECT document FROM tags"
            " WHERE tag IN (SELECT value FROM json_each(?)))"
        )
        values.append(json.dumps(_tags_with(connection, beginning)))
    if listing.text.strip():
        typed = words_of(listing.text)
        if listing.is_removed:
            conditions.append("documents.number IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(_removed_with(connection, typed)))
            return conditions, values
        begun = [
            [(word,) for (word,) in connection.execute(_BEGINNING, (one, f"{one}\x7f"))]
            # Numbers are not among the words of the library, and are typed whole.
            + ([(one,)] if one.isdigit() else [])
            for one in typed
        ]
        if not typed or not all(begun):
            return None
        match = expression([any_of("title publisher", words) for words in begun], ())
        few = connection.execute(f"{_WITH_WORDS} LIMIT ?", (match, _FEW + 1)).fetchall()
        if len(few) <= _FEW:
            conditions.append("documents.number IN (SELECT value FROM json_each(?))")
            values.append(json.dumps([number for (number,) in few]))
        else:
            # The sign keeps SQLite from taking the many one by one and sorting them.
            conditions.append(f"+documents.number IN ({_WITH_WORDS})")
            values.append(match)
    return conditions, values


def _unread(connection: sqlite3.Connection) -> str:
    """The condition that a briefing was not read."""
    [count] = connection.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM unread LIMIT {_FEW + 1})"
    ).fetchone()
    # Few are taken one by one and sorted; of many the next in order is never far.
    few = "documents.number IN (SELECT document FROM unread)"
    return few if count <= _FEW else f"+{few}"


def _tags_with(connection: sqlite3.Connection, beginning: str) -> list[str]:
    """The tags that begin so, whatever the case."""
    tags = connection.execute("SELECT DISTINCT tag FROM tags")
    return [tag for (tag,) in tags if tag.casefold().startswith(beginning.casefold())]


def _removed_with(connection: sqlite3.Connection, typed: Sequence[str]) -> list[int]:
    """The removed briefings that have all words; no index knows what words they have."""
    rows = connection.execute(
        "SELECT number, title, publisher FROM documents JOIN removed ON document = number"
    )
    return [
        number
        for number, *texts in rows
        if all(any(has.startswith(one) for has in words_of(" ".join(texts))) for one in typed)
    ]
