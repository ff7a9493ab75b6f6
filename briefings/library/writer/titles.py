"""The words of titles and publishers by themselves, and their beginnings, for lists.

A list is narrowed with every letter that is typed, and the index of whole texts would be read for
each word that begins so, in all the bodies that it stands in. The rows of briefings that were
removed stay: lists leave those out anyway.
"""

from __future__ import annotations

import sqlite3

from briefings.folding import words_of
from briefings.library.schema.steps import Count, uncounted


def keep_title(connection: sqlite3.Connection, number: int, title: str, publisher: str) -> None:
    """Take the words of a new document's head in; part of the transaction of its addition."""
    connection.execute(
        "INSERT INTO titles (rowid, words) VALUES (?, ?)", (number, head(title, publisher))
    )


def fill(connection: sqlite3.Connection, count: Count = uncounted) -> None:
    """Take in the words of all documents, in place of what was there; part of a transaction."""
    connection.execute("INSERT INTO titles (titles) VALUES ('delete-all')")
    [total] = connection.execute("SELECT count(*) FROM documents").fetchone()
    rows = connection.execute("SELECT number, title, publisher FROM documents ORDER BY number")
    for done, row in enumerate(rows):
        count(done, total)
        keep_title(connection, *row)


def head(title: str, publisher: str) -> str:
    """The folded words that a list is narrowed by, each once, in alphabetical order."""
    return " ".join(sorted({*words_of(title), *words_of(publisher)}))
