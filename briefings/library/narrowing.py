"""Which briefings a list is narrowed to: what holds of them, in SQL, and their numbers."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefings.folding import words_of
from briefings.library.rows import NOT_REMOVED

if TYPE_CHECKING:
    from briefings.library.listing import Listing

FEW = 4000
"""So many briefings are looked up and put in order; of more, the order is walked."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which briefings are in a list.

    Attributes:
        numbers: SQL that gives their numbers, as `number`, in their order if it is asked for that.
        values: What it asks for.
        is_quick: Whether it takes no time to see if one of them is among these.
        condition: How that is seen in their rows of `documents`, in SQL, if not by the numbers.
    """

    numbers: str
    values: tuple[Any, ...] = ()
    is_quick: bool = False
    condition: str = ""


IS_THERE = Filter(
    f"SELECT number FROM documents WHERE {NOT_REMOVED}", is_quick=True, condition=NOT_REMOVED
)
"""Holds of all but those that were removed; lists are not narrowed by it."""


@dataclass(frozen=True, slots=True)
class Known:
    """Which briefings are in a list, by their numbers.

    Attributes:
        count: How many they are.
        condition: What holds of their rows of `documents`, in SQL.
        value: What the condition asks for.
    """

    count: int
    condition: str
    value: str | bytes


class Narrowed:
    """What the last list was narrowed to; it is kept until the library changes.

    While somebody types, the same list is asked for its length, a place and some pages.

    Args:
        connection: To the library.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._of: tuple[object, ...] = ()
        self._known = Known(0, "FALSE", "")

    def known(self, filters: Sequence[Filter]) -> Known:
        """The briefings of which all filters hold.

        Raises:
            sqlite3.Error: The library could not be read.
        """
        [version] = self._connection.execute("PRAGMA data_version").fetchone()
        of = (version, self._connection.total_changes, *filters)
        if of != self._of:
            self._known, self._of = _known(self._connection, filters), of
        return self._known


def filters_of(connection: sqlite3.Connection, listing: Listing) -> list[Filter] | None:
    """What must hold of the briefings of a list, what most likely holds of few first.

    Nothing but the first looks at all of them. None if the list is empty.
    """
    found: list[Filter] = []
    if listing.is_removed:
        found.append(Filter("SELECT document AS number FROM removed"))
    if listing.is_starred:
        found.append(Filter("SELECT document AS number FROM marks WHERE is_starred"))
    if listing.tag:
        found.append(Filter("SELECT document AS number FROM tags WHERE tag = ?", (listing.tag,)))
    for beginning in listing.tags:
        names = json.dumps(_tags_with(connection, beginning))
        several = "tag IN (SELECT value FROM json_each(?))"
        found.append(
            Filter(f"SELECT DISTINCT document AS number FROM tags WHERE {several}", (names,))
        )
    if listing.text.strip():
        typed = words_of(listing.text)
        if not typed:
            return None
        begun = " AND ".join(f'"{word}"*' for word in typed)
        found.append(Filter("SELECT rowid AS number FROM titles WHERE titles MATCH ?", (begun,)))
    if listing.is_unread:
        found.append(Filter("SELECT document AS number FROM unread", is_quick=True))
    if not listing.is_removed:
        [is_any_removed] = connection.execute("SELECT EXISTS (SELECT 1 FROM removed)").fetchone()
        if is_any_removed:
            found.append(IS_THERE)
    return found


def walked(
    filters: Sequence[Filter], more: str = "TRUE", along: str = "documents"
) -> tuple[str, tuple[Any, ...]]:
    """SQL for the numbers of what all filters hold of, found by going along a table."""
    # The sign keeps SQLite from taking those of the filter one by one instead.
    conditions = [one.condition or f"+documents.number IN ({one.numbers})" for one in filters]
    return (
        f"SELECT documents.number FROM {along} WHERE {' AND '.join([*conditions, more])}",
        tuple(value for one in filters for value in one.values),
    )


def both(filters: Sequence[Filter], more: str = "TRUE") -> tuple[str, tuple[Any, ...]]:
    """The same, found by going through the first filter."""
    if not filters:
        return walked((), more)
    first, *others = filters
    numbers, values = walked(others, more, f"({first.numbers}) AS documents")
    return numbers, (*first.values, *values)


def count_in(
    connection: sqlite3.Connection, filters: Sequence[Filter], more: str = "", *named: Any
) -> int:
    """How many there are of which all filters hold, and a condition with its values."""
    if is_narrow(filters):
        numbers, values = both(filters, more or "TRUE")
        return number_from(connection, f"SELECT count(*) FROM ({numbers})", (*values, *named))
    where = f"WHERE {more}" if more else ""  # without, SQLite need not go through them
    count = number_from(connection, f"SELECT count(*) FROM documents {where}", named)
    if not filters:
        return count
    # CROSS: the removed ones are few, and SQLite does not know that.
    removed = f"SELECT count(*) FROM removed CROSS JOIN documents ON number = document {where}"
    return count - number_from(connection, removed, named)


def is_narrow(filters: Sequence[Filter]) -> bool:
    """Whether filters leave out others than those that were removed."""
    return any(one is not IS_THERE for one in filters)


def _known(connection: sqlite3.Connection, filters: Sequence[Filter]) -> Known:
    """The briefings of which all filters hold, found once, however they are put in order."""
    from msgspec import json as quick_json

    numbers, values = both(filters)
    [named] = connection.execute(
        f"SELECT json_group_array(number) FROM ({numbers})", values
    ).fetchone()
    found = quick_json.decode(named, type=list[int])
    if len(found) <= FEW:
        condition = "documents.number IN (SELECT value FROM json_each(?))"
        return Known(len(found), condition, named)
    # A byte for each number: SQLite looks into it in a tenth of the time that its own sets take.
    places = bytearray(max(found) + 1)
    for number in found:
        places[number] = 1
    return Known(len(found), "substr(?, documents.number + 1, 1) = x'01'", bytes(places))


def number_from(connection: sqlite3.Connection, question: str, values: Sequence[Any]) -> int:
    """The one number that a question is answered with."""
    return int(connection.execute(question, values).fetchone()[0])


def _tags_with(connection: sqlite3.Connection, beginning: str) -> list[str]:
    """The tags that begin so, whatever the case."""
    tags = connection.execute("SELECT DISTINCT tag FROM tags")
    return [tag for (tag,) in tags if tag.casefold().startswith(beginning.casefold())]
