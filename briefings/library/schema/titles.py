"""The words of titles and publishers once more, alone, and their beginnings.

To narrow a list as somebody types would otherwise read where each of forty words stands in every
body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.library.schema.steps import Count, Step

if TYPE_CHECKING:
    import sqlite3


def _fill(connection: sqlite3.Connection, count: Count) -> None:
    from briefings.library.writer.titles import fill

    fill(connection, count)


STEP: Step = (
    """
    CREATE VIRTUAL TABLE titles USING fts5(
        words, content = '', columnsize = 0, detail = 'none', prefix = '1 2 3', tokenize = 'ascii'
    )
    """,
    _fill,
)
