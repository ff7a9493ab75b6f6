"""The numbers of questions and of positions on issues, counted anew; triggers keep them."""

from __future__ import annotations

import sqlite3

from briefings.library.schema.counts import SORTS, counted
from briefings.library.schema.steps import Count, uncounted


def recount(connection: sqlite3.Connection, count: Count = uncounted) -> None:
    """Count all questions and issues, in place of what was counted; part of a transaction."""
    connection.execute("DELETE FROM ledger_steps")
    connection.execute("DELETE FROM sides")
    for done, sort in enumerate(SORTS):
        count(done, len(SORTS) + 1)
        connection.execute(
            f"INSERT INTO ledger_steps SELECT {counted(sort, 'ledger')}, count(*) FROM ledger"
            " GROUP BY 1, 2, 3, 4, 5, 6"
        )
    count(len(SORTS), len(SORTS) + 1)
    connection.execute(
        "INSERT INTO sides SELECT topic, actor, count(*) FROM issues GROUP BY topic, actor"
    )
