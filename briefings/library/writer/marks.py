"""What lists read of a reader's marks follows the journal."""

from __future__ import annotations

import sqlite3

from briefings.library.marks import Sum, marks_of
from briefings.library.replay import corrections_of
from briefings.library.writer.full_text import drop_notes, index_notes
from briefings.library.writer.shown import bring_back, is_removed, take_out
from briefings.library.writer.threads import keep_statuses


def derive_marks(connection: sqlite3.Connection, document: int) -> None:
    """Derive anew what the marks of a document add up to; part of a transaction.

    Args:
        connection: To the library.
        document: The document's number.
    """
    total = marks_of(connection, document)
    for table in ("marks", "tags", "notes", "question_statuses"):
        connection.execute(f"DELETE FROM {table} WHERE document = ?", (document,))
    _follow_removal(connection, document, total.removal)
    _insert_marks(connection, document, total)
    _insert_notes(connection, document, total)
    if total.is_removed:
        drop_notes(connection, document)
    else:
        index_notes(connection, document)
    keep_statuses(connection, document)


def _follow_removal(connection: sqlite3.Connection, document: int, entry: int) -> None:
    if bool(entry) is is_removed(connection, document):
        return
    if entry:
        take_out(connection, document, entry)
    else:
        bring_back(connection, document)


def _insert_marks(connection: sqlite3.Connection, document: int, total: Sum) -> None:
    from msgspec import json

    corrections = len(corrections_of(connection, document))
    row = (total.is_read, total.is_starred, len(total.notes), corrections)
    if any(row) or total.tags:
        connection.execute(
            "INSERT INTO marks (document, is_read, is_starred, notes, corrections, tags)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (document, *row, json.encode(total.tags).decode()),
        )
    # The tags of what was removed are in no list of tags, and nobody finds it by them.
    tags = () if total.is_removed else total.tags
    connection.executemany(
        "INSERT INTO tags (tag, document) VALUES (?, ?)", ((tag, document) for tag in tags)
    )


def _insert_notes(connection: sqlite3.Connection, document: int, total: Sum) -> None:
    from msgspec import json

    connection.executemany(
        "INSERT INTO notes (number, document, about, text, written, changed)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            (
                note.number,
                document,
                json.encode(note.about).decode(),
                note.text,
                note.written,
                note.changed,
            )
            for note in total.notes.values()
        ),
    )
    connection.executemany(
        "INSERT INTO question_statuses (document, number, question, status) VALUES (?, ?, ?, ?)",
        (
            (document, number, json.encode(question).decode(), status.value)
            for number, question, status in total.statuses.values()
        ),
    )
