"""How many questions stand in each part of their list, and how much each actor says on an issue.

Who asks for a page far down, or for the loudest on an issue, would otherwise count hundreds of
thousands of rows each time. The triggers keep both; all of it is derived.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.library.schema.steps import Count, Step

if TYPE_CHECKING:
    import sqlite3

SORTS = ("newest", "topic", "resolver")
"""The orders of the ledger that are counted; that by status is counted with the newest."""


def counted(sort: str, row: str) -> str:
    """The part of the ledger that a row belongs to in an order, as SQL for six columns.

    By topic or by who can settle it, a part has the same first two letters; what has no topic, or
    nobody to settle it, and everything by date, has the same month.

    Args:
        sort: One of `SORTS`.
        row: What the row is called in SQL.
    """
    month = f"substr({row}.published, 1, 7)"
    place = f"'', {month}"
    if sort != "newest":
        place = f"substr({row}.{sort}, 1, 2), iif({row}.{sort} = '', {month}, '')"
    return f"'{sort}', {place}, {row}.status, {row}.kind, {row}.lead = {row}.row"


def _count(row: str, by: int) -> str:
    """SQL that counts a row of the ledger, or does not count it any more."""
    parts = " UNION ALL ".join(f"SELECT {counted(sort, row)}, {by}" for sort in SORTS)
    return f"""
        INSERT INTO ledger_steps SELECT * FROM ({parts}) WHERE TRUE
        ON CONFLICT DO UPDATE SET questions = questions + excluded.questions;
    """


def _fill(connection: sqlite3.Connection, count: Count) -> None:
    from briefings.library.writer.counts import recount

    recount(connection, count)


STEP: Step = (
    # `step` is how the topic or the name begins; a part of which nothing is left counts 0.
    """
    CREATE TABLE ledger_steps (
        sort TEXT NOT NULL,
        step TEXT NOT NULL,
        month TEXT NOT NULL,
        status INTEGER NOT NULL,
        kind TEXT NOT NULL,
        is_lead INTEGER NOT NULL,
        questions INTEGER NOT NULL,
        PRIMARY KEY (sort, step, month, status, kind, is_lead)
    ) STRICT, WITHOUT ROWID
    """,
    # Of `issues`: how many positions for or against an actor has on one.
    """
    CREATE TABLE sides (
        topic TEXT NOT NULL,
        actor INTEGER NOT NULL,
        positions INTEGER NOT NULL,
        PRIMARY KEY (topic, actor)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX sides_by_positions ON sides (topic, positions DESC, actor)",
    _fill,
    f"CREATE TRIGGER question_comes AFTER INSERT ON ledger BEGIN {_count('new', 1)} END",
    f"CREATE TRIGGER question_goes AFTER DELETE ON ledger BEGIN {_count('old', -1)} END",
    f"""
    CREATE TRIGGER question_changes AFTER UPDATE ON ledger
    BEGIN {_count("old", -1)} {_count("new", 1)} END
    """,
    """
    CREATE TRIGGER side_is_taken AFTER INSERT ON issues
    BEGIN
        INSERT INTO sides VALUES (new.topic, new.actor, 1)
        ON CONFLICT DO UPDATE SET positions = positions + 1;
    END
    """,
    """
    CREATE TRIGGER side_is_left AFTER DELETE ON issues
    BEGIN
        UPDATE sides SET positions = positions - 1 WHERE topic = old.topic AND actor = old.actor;
        DELETE FROM sides WHERE topic = old.topic AND actor = old.actor AND positions = 0;
    END
    """,
)
