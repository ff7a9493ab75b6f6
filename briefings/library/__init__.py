"""Briefings kept in one SQLite file: what was read, what was found, and where the reader was."""

from __future__ import annotations

from briefings.library.library import Library, default_path
from briefings.library.listed import Appearance, DatedRole, FoundNote, Item, SavedSearch, Source
from briefings.library.listing import Listing, Sort
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
    "Appearance",
    "DatedRole",
    "Duplicate",
    "Entry",
    "FoundNote",
    "HeldRule",
    "Item",
    "KnownActor",
    "Library",
    "Listing",
    "Marks",
    "Note",
    "Recorded",
    "SavedSearch",
    "Sort",
    "Source",
    "State",
    "Step",
    "Stored",
    "default_path",
]
