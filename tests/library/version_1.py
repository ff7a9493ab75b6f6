"""A library as the first version of the program made it, with its own tables and statements."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from msgspec import json

from briefings.briefing import Briefing
from briefings.document import Document

TABLES = """
CREATE TABLE documents (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, published TEXT,
    precision TEXT, publisher TEXT NOT NULL, added TEXT NOT NULL, words INTEGER NOT NULL,
    actors INTEGER NOT NULL, positions INTEGER NOT NULL, questions INTEGER NOT NULL
) STRICT;
CREATE TABLE texts (
    document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE, text TEXT NOT NULL,
    outline TEXT NOT NULL, path BLOB NOT NULL, url TEXT NOT NULL, author TEXT NOT NULL,
    language TEXT NOT NULL
) STRICT;
CREATE TABLE findings (
    document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE, briefing TEXT NOT NULL
) STRICT;
CREATE TABLE actors (
    key TEXT NOT NULL, document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    actor TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, state TEXT NOT NULL,
    aliases TEXT NOT NULL, roles TEXT NOT NULL, mentions INTEGER NOT NULL,
    PRIMARY KEY (key, document, actor)
) STRICT, WITHOUT ROWID;
CREATE TABLE memory (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
PRAGMA application_id = 0x42524645;
PRAGMA user_version = 1;
"""


def make_version_1(path: Path, kept: Iterable[tuple[Document, Briefing]]) -> None:
    """Write a library of the first version; nothing reads its table of actors."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(TABLES)
        for number, (document, briefing) in enumerate(kept, start=1):
            outline = (document.title_span, document.paragraphs, document.boilerplate)
            connection.execute(
                "INSERT INTO documents VALUES (?, ?, ?, NULL, NULL, ?, '2031-04-01T08:00:00Z',"
                " ?, ?, ?, ?)",
                (
                    number,
                    document.id,
                    document.title,
                    document.origin.publisher,
                    document.word_count,
                    len(briefing.listed_actors),
                    len(briefing.stands),
                    len(briefing.questions),
                ),
            )
            connection.execute(
                "INSERT INTO texts VALUES (?, ?, ?, x'', '', '', 'en')",
                (number, document.text, json.encode(outline).decode()),
            )
            connection.execute(
                "INSERT INTO findings VALUES (?, ?)", (number, json.encode(briefing).decode())
            )
        connection.commit()
