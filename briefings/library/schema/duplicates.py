"""How what was read before is recognised: files, findings and stories that are the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.library.schema.steps import Count, Step

if TYPE_CHECKING:
    import sqlite3


def _fill(connection: sqlite3.Connection, count: Count) -> None:
    from briefings.library.writer.duplicates import fill

    fill(connection, count)


STEP: Step = (
    # SHA-256 of the JSON: whether findings are still what was found.
    "ALTER TABLE findings ADD COLUMN digest BLOB NOT NULL DEFAULT x''",
    # SHA-256 of a file's bytes: it need not be read again to know its document.
    """
    CREATE TABLE files (
        digest BLOB PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX files_by_document ON files (document)",
    # Documents that may be the same story have a band in common.
    """
    CREATE TABLE bands (
        band INTEGER NOT NULL,
        document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
        PRIMARY KEY (band, document)
    ) STRICT, WITHOUT ROWID
    """,
    # One row a pair, the later document first; shares are of its words and of the earlier one's.
    """
    CREATE TABLE duplicates (
        document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
        earlier INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
        share REAL NOT NULL,
        earlier_share REAL NOT NULL,
        PRIMARY KEY (document, earlier)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX duplicates_by_earlier ON duplicates (earlier)",
    _fill,
)
