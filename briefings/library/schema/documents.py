"""Documents, what was found in them, their actors, and small values of the reader's."""

from __future__ import annotations

STEP: tuple[str, ...] = (
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
)
