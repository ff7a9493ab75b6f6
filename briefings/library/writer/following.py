"""What is derived from briefings follows a change of the rules, some briefings at a time.

Between two of these transactions others can write, and the program may end: what is left stands
in the table `stale`. `Library.get` lays the rules over what was found, and is right all the while.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import suppress

from briefings.errors import LibraryError
from briefings.library.writer.shown import show
from briefings.library.writer.transactions import atomic

AT_ONCE = 25
"""Briefings of one transaction: a fifth of a second, which nobody minds to wait."""


def mark_stale(connection: sqlite3.Connection, documents: Iterable[int]) -> None:
    """Note the numbers of documents that have to be shown anew; part of a transaction."""
    connection.executemany(
        "INSERT OR IGNORE INTO stale (document) VALUES (?)", ((number,) for number in documents)
    )


def follow(connection: sqlite3.Connection) -> None:
    """Show anew all that is stale.

    Raises:
        sqlite3.Error: The library could not be written; what is left is done later.
    """
    while follow_some(connection):
        pass


def follow_some(connection: sqlite3.Connection) -> bool:
    """Show anew a few of those that are stale.

    Returns:
        Whether there may be more, and nobody else has the library to themselves.

    Raises:
        sqlite3.Error: The library could not be written.
    """
    if not _stale(connection, 1):
        return False
    try:
        with atomic(connection):
            numbers = _stale(connection, AT_ONCE)
            for number in numbers:
                # One damaged briefing keeps nobody from the others; `check` tells of it.
                with suppress(LibraryError):
                    show(connection, number)
                connection.execute("DELETE FROM stale WHERE document = ?", (number,))
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        return False  # the change that made them stale is kept: the next one goes on
    return bool(numbers)


def _stale(connection: sqlite3.Connection, limit: int) -> list[int]:
    rows = connection.execute("SELECT document FROM stale ORDER BY document LIMIT ?", (limit,))
    return [number for (number,) in rows]
