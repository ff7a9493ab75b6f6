"""The tables of a library, as numbered steps from an empty file to the newest form.

A step that has been released is never changed: a later one mends it. `PRAGMA user_version` of a
file is the number of steps it has seen.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from briefings.library.writer import atomic

APPLICATION_ID = 0x42524645
"""Marks a SQLite file as ours: "BRFE" in ASCII."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        # Lists are read from `documents` alone, so its rows are small; long texts stand apart.
        """
        CREATE TABLE documents (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL,
            published TEXT,
            precision TEXT,
            publisher TEXT NOT NULL,
            added TEXT NOT NULL,
            words INTEGER NOT NULL,
            actors INTEGER NOT NULL,
            positions INTEGER NOT NULL,
            questions INTEGER NOT NULL
        ) STRICT
        """,
        # `path` is bytes because a file name need not be valid Unicode.
        """
        CREATE TABLE texts (
            document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
            text TEXT NOT NULL,
            outline TEXT NOT NULL,
            path BLOB NOT NULL,
            url TEXT NOT NULL,
            author TEXT NOT NULL,
            language TEXT NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE findings (
            document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
            briefing TEXT NOT NULL
        ) STRICT
        """,
        # Ordered by key on disk: everything about one actor stands together.
        """
        CREATE TABLE actors (
            key TEXT NOT NULL,
            document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
            actor TEXT NOT NULL,
            name TEXT NOT NULL,
            type TEXT NOT NULL,
            state TEXT NOT NULL,
            aliases TEXT NOT NULL,
            roles TEXT NOT NULL,
            mentions INTEGER NOT NULL,
            PRIMARY KEY (key, document, actor)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE memory (
            key TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
    ),
)


def version_of(connection: sqlite3.Connection) -> int:
    """How many steps the file has seen."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the file at `path` to the newest form; a copy of what was there is kept beside it.

    Raises:
        sqlite3.Error: A step failed; the file is as it was before.
    """
    with atomic(connection):
        # Read again now that nobody else can write: another program may have been faster.
        version = version_of(connection)
        if version == len(MIGRATIONS):
            return
        if version:
            _back_up(path, version)
        for step in MIGRATIONS[version:]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


def _back_up(path: Path, version: int) -> None:
    """Copy the library beside itself, whole and closed, under a name that is still free."""
    number = 1
    while (copy := path.with_name(f"{path.name}.version-{version}.{number}.bak")).exists():
        number += 1
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
