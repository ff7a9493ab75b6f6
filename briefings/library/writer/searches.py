"""How the searches that a reader names, and those asked last, are kept."""

from __future__ import annotations

import sqlite3

from briefings.library.writer.transactions import atomic

MOST_RECENT = 50
"""Searches that are kept without a name."""


def save(connection: sqlite3.Connection, name: str, query: str) -> None:
    """Keep a query under a name, in place of what was kept under it.

    Raises:
        sqlite3.Error: The library could not be written.
    """
    with atomic(connection):
        connection.execute("INSERT OR REPLACE INTO saved_searches VALUES (?, ?)", (name, query))


def forget(connection: sqlite3.Connection, name: str) -> None:
    """Forget the query of this name, if there is one.

    Raises:
        sqlite3.Error: The library could not be written.
    """
    with atomic(connection):
        connection.execute("DELETE FROM saved_searches WHERE name = ?", (name,))


def note(connection: sqlite3.Connection, query: str) -> None:
    """Keep a query as the one that was asked last; the oldest beyond the most are forgotten.

    Raises:
        sqlite3.Error: The library could not be written.
    """
    with atomic(connection):
        # REPLACE takes the next number, so that a query asked again is the newest again.
        connection.execute("INSERT OR REPLACE INTO recent_searches (query) VALUES (?)", (query,))
        connection.execute(
            "DELETE FROM recent_searches WHERE number NOT IN"
            " (SELECT number FROM recent_searches ORDER BY number DESC LIMIT ?)",
            (MOST_RECENT,),
        )
