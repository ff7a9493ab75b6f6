"""How a document and what was found in it come into a library."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from hashlib import sha256

from briefings.briefing import Briefing
from briefings.document import Document
from briefings.library.known import actor_key, linked_actors
from briefings.library.rows import number_of
from briefings.library.writer.actors import appearance_row
from briefings.library.writer.duplicates import compare, link
from briefings.library.writer.following import follow_some
from briefings.library.writer.full_text import index_source
from briefings.library.writer.shown import counts as counts
from briefings.library.writer.shown import show, show_new
from briefings.library.writer.titles import keep_title, restore_title
from briefings.library.writer.transactions import atomic


def add(connection: sqlite3.Connection, document: Document, briefing: Briefing, added: str) -> bool:
    """Keep a document with its briefing.

    Args:
        connection: To the library.
        document: What was read.
        briefing: What was found in it.
        added: The time that is noted as that of the addition.

    Returns:
        False if the same text is there already; then nothing is changed.

    Raises:
        UnicodeEncodeError: The text holds half of a surrogate pair.
        sqlite3.Error: The library could not be written.
    """
    if _has(connection, document):
        return False
    compared = compare(connection, document.text, document.paragraphs)
    with atomic(connection):
        if _has(connection, document):  # another program may have been faster
            return False
        number = _insert_document(connection, document, briefing, added)
        keep_title(connection, number, document.title, document.origin.publisher)
        _insert_text(connection, number, document)
        _insert_findings(connection, number, briefing)
        index_source(connection, number, document)
        show_new(connection, number, document, briefing)
        link(connection, number, compared)
    follow_some(connection)
    return True


def replace_findings(connection: sqlite3.Connection, briefing: Briefing) -> None:
    """Keep what was found in a document now in place of what was found before.

    Raises:
        LibraryError: There is no such document.
        sqlite3.Error: The library could not be written.
    """
    with atomic(connection):
        number = number_of(connection, briefing.document_id)
        _insert_findings(connection, number, briefing)
        restore_title(connection, number)
        show(connection, number)


def _has(connection: sqlite3.Connection, document: Document) -> bool:
    known = connection.execute("SELECT 1 FROM documents WHERE id = ?", (document.id,))
    return known.fetchone() is not None


def _insert_document(
    connection: sqlite3.Connection, document: Document, briefing: Briefing, added: str
) -> int:
    published = document.published
    cursor = connection.execute(
        """
        INSERT INTO documents (id, title, published, precision, publisher, added,
                               words, actors, positions, questions)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            document.id,
            document.title,
            published.date if published else None,
            published.precision if published else None,
            document.origin.publisher,
            added,
            document.word_count,
            *counts(briefing),
        ),
    )
    number = cursor.lastrowid
    assert number is not None, "an INSERT always sets it"
    return number


def _insert_text(connection: sqlite3.Connection, number: int, document: Document) -> None:
    from msgspec import json

    origin = document.origin
    outline = json.encode((document.title_span, document.paragraphs, document.boilerplate))
    connection.execute(
        """
        INSERT INTO texts (document, text, outline, path, url, author, language)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        (
            number,
            document.text,
            outline.decode(),
            origin.path.encode("utf-8", "surrogatepass"),
            origin.url,
            origin.author,
            origin.language,
        ),
    )


def _insert_findings(connection: sqlite3.Connection, number: int, briefing: Briefing) -> None:
    from msgspec import json

    findings = json.encode(briefing)
    connection.execute(
        "INSERT OR REPLACE INTO findings (document, briefing, digest, analysis)"
        " VALUES (?, ?, ?, ?)",
        (number, findings.decode(), sha256(findings).digest(), briefing.analysis),
    )


def actor_rows(briefing: Briefing) -> Iterator[tuple[str | int, ...]]:
    """What the table of actors holds of a briefing, but for the document's number."""
    for actor in linked_actors(briefing):
        yield actor_key(actor), *appearance_row(actor)
