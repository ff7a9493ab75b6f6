"""Briefings kept in one SQLite file: what was read, what was found, and where the reader was.

The public names below are resolved when they are first used: what knows only where a library is,
or only its values, loads neither SQLite nor what turns findings into JSON.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefings.library.file import default_path as default_path
    from briefings.library.library import Library as Library
    from briefings.library.listed import Appearance as Appearance
    from briefings.library.listed import DatedRole as DatedRole
    from briefings.library.listed import FoundNote as FoundNote
    from briefings.library.listed import Item as Item
    from briefings.library.listed import SavedSearch as SavedSearch
    from briefings.library.listed import Source as Source
    from briefings.library.listing import Listing as Listing
    from briefings.library.listing import Sort as Sort
    from briefings.library.records import Act as Act
    from briefings.library.records import HeldRule as HeldRule
    from briefings.library.records import Marks as Marks
    from briefings.library.records import Note as Note
    from briefings.library.records import Recorded as Recorded
    from briefings.library.records import State as State
    from briefings.library.records import Step as Step
    from briefings.library.values import Added as Added
    from briefings.library.values import Duplicate as Duplicate
    from briefings.library.values import Entry as Entry
    from briefings.library.values import KnownActor as KnownActor
    from briefings.library.values import Stored as Stored

_HOMES = {
    "file": ("default_path",),
    "library": ("Library",),
    "listed": ("Appearance", "DatedRole", "FoundNote", "Item", "SavedSearch", "Source"),
    "listing": ("Listing", "Sort"),
    "records": ("Act", "HeldRule", "Marks", "Note", "Recorded", "State", "Step"),
    "values": ("Added", "Duplicate", "Entry", "KnownActor", "Stored"),
}

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


def __getattr__(name: str) -> Any:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{home}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
