"""Every change of a library is a transaction: whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from briefings.errors import LibraryError
from briefings.library.schema import STEPS


@contextmanager
def atomic(connection: sqlite3.Connection) -> Iterator[None]:
    """Make all changes of a block, or none of them if it raises; blocks may be nested.

    Raises:
        LibraryError: A newer program has changed the library's form meanwhile.
    """
    is_nested = connection.in_transaction
    # IMMEDIATE: two programs queue up at the start of a change, never in the middle of one.
    connection.execute("SAVEPOINT nested" if is_nested else "BEGIN IMMEDIATE")
    try:
        _check_form(connection)
        yield
        connection.execute("RELEASE nested" if is_nested else "COMMIT")
    except BaseException:
        # SQLite has ended the transaction itself if, for one, the disk is full.
        if connection.in_transaction and is_nested:
            connection.execute("ROLLBACK TO nested")
            connection.execute("RELEASE nested")
        elif connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _check_form(connection: sqlite3.Connection) -> None:
    """LibraryError if a newer program has given the library another form since it was opened."""
    if connection.execute("PRAGMA user_version").fetchone()[0] > len(STEPS):
        raise LibraryError(
            "A newer briefing has brought the library to another form, and nothing was written",
            "leave this one, and start it again",
        )
