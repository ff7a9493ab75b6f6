"""How small values of the reader's are kept."""

from __future__ import annotations

import sqlite3

from briefings.library.writer.transactions import atomic


def remember(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Keep a small value under a name, in place of what was kept under it.

    Raises:
        sqlite3.Error: The library could not be written.
    """
    with atomic(connection):
        connection.execute("INSERT OR REPLACE INTO memory VALUES (?, ?)", (key, value))
