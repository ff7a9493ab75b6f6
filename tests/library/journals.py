"""A library with one briefing made by hand, and what is derived from its journal."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from briefings.briefing import Stance
from briefings.corrections import Merge, SetStance
from tests.corrections.examples import ANCHORS, DOCUMENT

ID = DOCUMENT.id


MERGE = Merge(ANCHORS.actor("a2"), ANCHORS.actor("a1"))


STANCE = SetStance(ANCHORS.position("p1"), Stance.SUPPORTS)


QUESTION = ANCHORS.question("q1")


DERIVED = (
    "changes",
    "marks",
    "tags",
    "notes",
    "question_statuses",
    "rules",
    "rule_uses",
    "hidden_keys",
)


def derived(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything that is derived from the journal."""
    with closing(sqlite3.connect(path)) as connection:
        tables = {
            table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in DERIVED
        }
        tables["documents"] = connection.execute("SELECT * FROM documents").fetchall()
        tables["appearances"] = sorted(
            connection.execute(
                "SELECT key, document, item, appearances.name, appearances.mentions"
                " FROM appearances JOIN known_actors ON number = actor"
            )
        )
    return {table: sorted(rows, key=repr) for table, rows in tables.items()}
