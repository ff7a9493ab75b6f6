"""The tables of a library, one module a numbered step from an empty file to the newest form.

A statement of a step is SQL, or a function of the connection where SQL alone cannot fill a table
from what is there.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TypeAlias

from briefings.library.schema import documents, duplicates, full_text, journal

Statement: TypeAlias = str | Callable[[sqlite3.Connection], None]
Step: TypeAlias = tuple[Statement, ...]

STEPS: tuple[Step, ...] = (
    documents.STEP,
    journal.STEP,
    duplicates.STEP,
    full_text.STEP,
)
"""A step that has been released is never changed: a later one mends it."""
