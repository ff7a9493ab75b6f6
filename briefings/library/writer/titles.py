"""The words of titles and publishers by themselves, and their beginnings, for lists.

A list is narrowed with every letter that is typed, and the index of whole texts would be read for
each word that begins so, in all the bodies that it stands in. The rows of briefings that were
removed stay: lists leave those out anyway.
"""

from __future__ import annotations

import sqlite3

from briefings.folding import words_of
from briefings.library.schema.steps import Count, uncounted

_MOST_WORDS = 30
"""So many words of a title are looked up; SQLite has a limit of its own."""


def keep_title(connection: sqlite3.Connection, number: int, title: str, publisher: str) -> None:
    """Take the words of a new document's head in; part of the transaction of its addition."""
    connection.execute(
        "INSERT INTO titles (rowid, words) VALUES (?, ?)",
        (number, " ".join(_words(title, publisher))),
    )


def has_title(connection: sqlite3.Connection, number: int) -> bool:
    """Whether a document is found by the words of its title and publisher."""
    row = connection.execute("SELECT title, publisher FROM documents WHERE number = ?", (number,))
    words = _words(*row.fetchone())[:_MOST_WORDS]
    if not words:
        return True
    found = connection.execute(
        "SELECT 1 FROM titles WHERE titles MATCH ? AND rowid = ?",
        (" AND ".join(f'"{word}"' for word in words), number),
    )
    return found.fetchone() is not None


def restore_title(connection: sqlite3.Connection, number: int) -> None:
    """Take the words in again if they are missing; part of a transaction."""
    if not has_title(connection, number):
        row = connection.execute(
            "SELECT title, publisher FROM documents WHERE number = ?", (number,)
        )
        keep_title(connection, number, *row.fetchone())


def fill(connection: sqlite3.Connection, count: Count = uncounted) -> None:
    """Take in the words of all documents, in place of what was there; part of a transaction."""
    connection.execute("INSERT INTO titles (titles) VALUES ('delete-all')")
    [total] = connection.execute("SELECT count(*) FROM documents").fetchone()
    rows = connection.execute("SELECT number, title, publisher FROM documents ORDER BY number")
    for done, row in enumerate(rows):
        count(done, total)
        keep_title(connection, *row)


def _words(title: str, publisher: str) -> list[str]:
    """The folded words that a list is narrowed by, each once, in alphabetical order."""
    return sorted({*words_of(title), *words_of(publisher)})
