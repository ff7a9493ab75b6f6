"""Briefings kept in one SQLite file: what was read, what was found, and where the reader was."""

from __future__ import annotations

from briefings.library.library import Library, default_path
from briefings.library.records import Act, HeldRule, Marks, Note, Recorded, State, Step
from briefings.library.values import (
    Added,
    Duplicate,
    Entry,
    KnownActor,
    Stored,
)

__all__ = [
    "Act",
    "Added",
    "Duplicate",
    "Entry",
    "HeldRule",
    "KnownActor",
    "Library",
    "Marks",
    "Note",
    "Recorded",
    "State",
    "Step",
    "Stored",
    "default_path",
]
