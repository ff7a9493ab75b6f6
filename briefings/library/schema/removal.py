"""Which briefings the reader has taken out of the library.

They keep their text, findings and journal, and are in none of the tables that lists and searches
read; so they can be brought back, whole.
"""

from __future__ import annotations

from briefings.library.schema.steps import Step

STEP: Step = (
    # `entry` is that of the journal that removed it: the last one comes back first.
    """
    CREATE TABLE removed (
        document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
        entry INTEGER NOT NULL REFERENCES journal
    ) STRICT
    """,
    "CREATE INDEX removed_by_entry ON removed (entry)",
)
