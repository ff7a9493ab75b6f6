"""Positions and questions apart, so that a search reads the words of one kind alone.

In one table, as they were, every word is read with all its places in both kinds, twice: once for
the positions that have it and once for the questions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.library.schema.steps import Count, Step

if TYPE_CHECKING:
    import sqlite3

_TOGETHER = 500
"""Documents whose rows are moved before it is told how far it is."""

# Released with the first form that had a table `items`, and so written here as they were then.
_ITEM_BITS, _KIND_BIT = 20, 19
_KINDS = (("positions", "c0"), ("questions", "c1"))
"""The new tables in the order of their kinds, and where the old one kept their words."""


def make_tables(connection: sqlite3.Connection) -> None:
    """Make the tables, if they are not there yet."""
    # `tokenize = ascii`: the words are folded already. `shown` says how an item is shown without
    # its briefing being read; `facets` are what a filter asks for.
    for table, _ in _KINDS:
        connection.execute(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS {table} USING fts5("
            "words, topic, facets, shown UNINDEXED, columnsize = 0, tokenize = 'ascii')"
        )


def _make_tables(connection: sqlite3.Connection, _count: Count) -> None:
    make_tables(connection)


def _part(connection: sqlite3.Connection, count: Count) -> None:
    [last] = connection.execute("SELECT coalesce(max(id), -1) FROM items_content").fetchone()
    documents = (last >> _ITEM_BITS) + 1
    for first in range(0, documents, _TOGETHER):
        count(first, documents)
        rows = (first << _ITEM_BITS, ((first + _TOGETHER) << _ITEM_BITS) - 1)
        for kind, (table, words) in enumerate(_KINDS):
            connection.execute(
                f"INSERT INTO {table} (rowid, words, topic, facets, shown)"
                f" SELECT id, {words}, c2, c3, c4 FROM items_content"
                f" WHERE id BETWEEN ? AND ? AND id >> {_KIND_BIT} & 1 = {kind} ORDER BY id",
                rows,
            )
    for table, _ in _KINDS:
        # What was taken in by and by is read in one go afterwards.
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")


STEP: Step = (
    _make_tables,
    _part,
    "DROP TABLE items",
    # Under the old name, for whoever has the number of a row and need not ask of which kind it is.
    """
    CREATE VIEW items (rowid, shown) AS
    SELECT rowid, shown FROM positions UNION ALL SELECT rowid, shown FROM questions
    """,
)
