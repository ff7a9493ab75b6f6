"""How files and stories come to be known, so that they are recognised when they come again."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeAlias

from briefings.document import Span
from briefings.library.resemblance import Shape, are_alike
from briefings.library.schema.steps import Count
from briefings.library.writer.transactions import atomic

MOST_WITH_A_BAND = 50
"""How many of the newest are looked at for each band, so that a form printed every day for years
makes no addition slow."""

MOST_COMPARED = 5
"""How many documents are compared with a new one word for word: those with most bands of it."""

_Outline: TypeAlias = tuple[Span | None, tuple[Span, ...], tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Compared:
    """A new document before it is added: its shape, and how much it is like which others.

    Attributes:
        shape: Its own.
        shares: What `are_alike` says of it and others, by their numbers.
    """

    shape: Shape
    shares: dict[int, tuple[float, float] | None]


def compare(connection: sqlite3.Connection, text: str, paragraphs: Iterable[Span]) -> Compared:
    """Compare a new document with those that are there.

    It takes a tenth of a second for a long report, so that it is done before the transaction:
    nobody else can write while that lasts.

    Args:
        connection: To the library; nothing is written.
        text: The document's text.
        paragraphs: Where its paragraphs stand, without the boilerplate.

    Raises:
        sqlite3.Error: The library could not be read.
    """
    shape = Shape.of(text, paragraphs)
    candidates = _candidates(connection, shape.bands())
    return Compared(shape, {each: _shares(connection, shape, each) for each in candidates})


def link(connection: sqlite3.Connection, number: int, compared: Compared) -> None:
    """Note which earlier documents a new one is much the same as; part of its transaction.

    Args:
        connection: To the library.
        number: The document's.
        compared: What `compare` has found; what came since is compared now.
    """
    shape, known = compared.shape, compared.shares
    bands = shape.bands()
    for earlier in _candidates(connection, bands):
        shares = known[earlier] if earlier in known else _shares(connection, shape, earlier)
        if shares:
            connection.execute(
                "INSERT INTO duplicates (document, earlier, share, earlier_share)"
                " VALUES (?, ?, ?, ?)",
                (number, earlier, *shares),
            )
    connection.executemany(
        "INSERT OR IGNORE INTO bands (band, document) VALUES (?, ?)",
        ((band, number) for band in bands),
    )


def note_file(connection: sqlite3.Connection, digest: bytes, document_id: str) -> None:
    """Note that a file with this SHA-256 holds a document of the library.

    Raises:
        sqlite3.Error: The library could not be written.
    """
    with atomic(connection):
        connection.execute(
            "INSERT OR REPLACE INTO files (digest, document)"
            " SELECT ?, number FROM documents WHERE id = ?",
            (digest, document_id),
        )


def fill(connection: sqlite3.Connection, count: Count) -> None:
    """Note for all documents of an older library what `add` notes for a new one."""
    numbers = [row[0] for row in connection.execute("SELECT number FROM documents ORDER BY number")]
    for done, number in enumerate(numbers):
        count(done, len(numbers))
        found = connection.execute(
            "SELECT briefing FROM findings WHERE document = ?", (number,)
        ).fetchone()
        if found:
            connection.execute(
                "UPDATE findings SET digest = ? WHERE document = ?",
                (sha256(found[0].encode()).digest(), number),
            )
        if read := _read(connection, number):
            link(connection, number, compare(connection, *read))


def _candidates(connection: sqlite3.Connection, bands: tuple[int, ...]) -> list[int]:
    """The documents that have most bands in common with these, the nearest first."""
    shared: Counter[int] = Counter()
    for band in bands:
        rows = connection.execute(
            "SELECT document FROM bands WHERE band = ? ORDER BY document DESC LIMIT ?",
            (band, MOST_WITH_A_BAND),
        )
        shared.update(row[0] for row in rows)
    return [number for number, _ in shared.most_common(MOST_COMPARED)]


def _shares(
    connection: sqlite3.Connection, shape: Shape, number: int
) -> tuple[float, float] | None:
    read = _read(connection, number)
    return are_alike(shape, Shape.of(*read)) if read else None


def _read(connection: sqlite3.Connection, number: int) -> tuple[str, tuple[Span, ...]] | None:
    """The text of a document and its paragraphs; None if they are damaged, which `check` tells."""
    from msgspec import DecodeError, json

    row = connection.execute(
        "SELECT text, outline FROM texts WHERE document = ?", (number,)
    ).fetchone()
    try:
        return (row[0], json.decode(row[1], type=_Outline)[1]) if row else None
    except DecodeError:
        return None
