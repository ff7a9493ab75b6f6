"""What the rows of a library's tables say, as values."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, TypeAlias

from briefings.briefing import Briefing
from briefings.document import Document, Origin, Precision, Published, Span
from briefings.errors import LibraryError
from briefings.library.values import Entry

ENTRY_COLUMNS = """
    id, title, published, precision, publisher, added, words, actors, positions, questions,
    coalesce(is_read, 0), coalesce(is_starred, 0), coalesce(tags, '[]'), coalesce(notes, 0),
    documents.number IN (SELECT document FROM removed)
"""
"""What `entry_of` reads; from `documents` joined with `marks` as in `ENTRY`."""

ENTRY = f"""
    SELECT {ENTRY_COLUMNS} FROM documents LEFT JOIN marks ON marks.document = documents.number
"""

NOT_REMOVED = "documents.number NOT IN (SELECT document FROM removed)"
"""What holds of the briefings that the reader has not taken out of the library."""

_Outline: TypeAlias = tuple[Span | None, tuple[Span, ...], tuple[Span, ...]]
"""Where the title, the paragraphs and the boilerplate of a document stand, as it is stored."""

_FOUND = """
    SELECT id, title, published, precision, publisher,
           text, outline, path, url, author, language, briefing
    FROM documents
    JOIN texts ON texts.document = number
    JOIN findings ON findings.document = number
    WHERE number = ?
"""


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """Let everything that is read inside the block be of one moment."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("COMMIT")


def entry_of(row: tuple[Any, ...]) -> Entry:
    """The row of the list that `ENTRY` has read."""
    from msgspec import json

    identity, title, date, precision, *others, is_read, is_starred, tags, notes, is_removed = row
    publisher, added, words, actors, positions, questions = others
    return Entry(
        id=identity,
        title=title,
        published=published_of(date, precision),
        publisher=publisher,
        added=added,
        words=words,
        actors=actors,
        positions=positions,
        questions=questions,
        is_read=bool(is_read),
        is_starred=bool(is_starred),
        tags=json.decode(tags, type=tuple[str, ...]) if tags != "[]" else (),
        notes=notes,
        is_removed=bool(is_removed),
    )


def number_of(connection: sqlite3.Connection, document_id: str) -> int:
    """The number of the document with this id.

    Raises:
        LibraryError: There is none.
        sqlite3.Error: The library could not be read.
    """
    row = connection.execute("SELECT number FROM documents WHERE id = ?", (document_id,)).fetchone()
    if row is None:
        raise LibraryError(
            f"The library has no briefing “{document_id}”", "look it up in the list of the library"
        )
    return int(row[0])


def found_in(connection: sqlite3.Connection, number: int) -> tuple[Document, Briefing]:
    """A document with what the machine found in it.

    Args:
        connection: To the library.
        number: That of the document.

    Raises:
        LibraryError: What is stored cannot be decoded.
        sqlite3.Error: The library could not be read.
    """
    from msgspec import DecodeError, json

    identity, title, date, precision, publisher, *rest = connection.execute(
        _FOUND, (number,)
    ).fetchone()
    text, outline, path, url, author, language, findings = rest
    try:
        title_span, paragraphs, boilerplate = json.decode(outline, type=_Outline)
        briefing = json.decode(findings, type=Briefing)
    except DecodeError as error:
        raise LibraryError(
            f"The briefing {identity[:8]} in the library is damaged",
            "restore the library from a copy",
        ) from error
    document = Document(
        id=identity,
        text=text,
        title=title,
        title_span=title_span,
        paragraphs=paragraphs,
        boilerplate=boilerplate,
        origin=Origin(
            path=path.decode("utf-8", "surrogatepass"),
            url=url,
            publisher=publisher,
            author=author,
            language=language,
        ),
        published=published_of(date, precision),
    )
    return document, briefing


@lru_cache(maxsize=4096)  # a list has few days and many rows
def published_of(date: str | None, precision: Any) -> Published | None:
    """The date of publication that two columns hold."""
    return Published(date, Precision(precision)) if date is not None else None


def is_older(analysis: str, than: str) -> bool:
    """Whether an analysis should be made anew: it is another one, and not of a later version."""

    def version(name: str) -> int:
        digits = name.partition(" ")[0]
        return int(digits) if digits.isdecimal() and len(digits) < 10 else 0

    return analysis != than and version(analysis) <= version(than)
