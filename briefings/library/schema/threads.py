"""What runs through several briefings: issues, open questions and ties between actors.

All of it is derived, like the words; this step comes after all tables that are, and fills them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.library.schema.steps import Count, Step

if TYPE_CHECKING:
    import sqlite3


def _fill(connection: sqlite3.Connection, count: Count) -> None:
    from briefings.library.schema.kinds import make_tables
    from briefings.library.writer.full_text import rebuild

    # What makes it again writes into tables of a later form, which then has nothing to move.
    make_tables(connection)
    connection.execute("DELETE FROM items")
    rebuild(connection, count)


STEP: Step = (
    # Who is for or against what; `topic` is an `issue_key`, `row` that of `items`.
    """
    CREATE TABLE issues (
        topic TEXT NOT NULL,
        actor INTEGER NOT NULL,
        published TEXT NOT NULL,
        row INTEGER NOT NULL,
        label TEXT NOT NULL,
        PRIMARY KEY (topic, actor, published, row)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX issues_by_row ON issues (row)",
    # Every question; `row` is that of `items`, and `lead` the row of the clearest statement of the
    # same matter. `status` counts from 0 for open, in the order of `QuestionStatus`.
    """
    CREATE TABLE ledger (
        row INTEGER PRIMARY KEY,
        published TEXT NOT NULL,
        kind TEXT NOT NULL,
        status INTEGER NOT NULL,
        topic TEXT NOT NULL,
        resolver TEXT NOT NULL,
        lead INTEGER NOT NULL
    ) STRICT
    """,
    # What has no topic, or nobody to settle it, comes last. Each index has all that a filter asks.
    "CREATE INDEX ledger_by_published ON ledger (published DESC, row DESC, status, kind, lead)",
    "CREATE INDEX ledger_by_topic ON ledger"
    " (topic = '', topic, published DESC, row DESC, status, kind, lead)",
    "CREATE INDEX ledger_by_resolver ON ledger"
    " (resolver = '', resolver, published DESC, row DESC, status, kind, lead)",
    "CREATE INDEX ledger_by_status ON ledger (status, published DESC, row DESC, kind, lead)",
    "CREATE INDEX ledger_by_lead ON ledger (lead) WHERE lead != row",
    # Ties that a text states, once from each side. `other` is 0 if it is listed nowhere.
    """
    CREATE TABLE ties (
        actor INTEGER NOT NULL,
        published TEXT NOT NULL,
        document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
        number INTEGER NOT NULL,
        is_subject INTEGER NOT NULL,
        kind TEXT NOT NULL,
        label TEXT NOT NULL,
        other INTEGER NOT NULL,
        name TEXT NOT NULL,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        PRIMARY KEY (actor, published, document, number, is_subject)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX ties_by_document ON ties (document)",
    _fill,
)
