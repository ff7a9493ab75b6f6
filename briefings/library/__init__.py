"""Briefings kept in one SQLite file: what was read, what was found, and where the reader was."""

from __future__ import annotations

from briefings.library.library import Library, default_path
from briefings.library.values import Added, Duplicate, Entry, KnownActor, Stored

__all__ = ["Added", "Duplicate", "Entry", "KnownActor", "Library", "Stored", "default_path"]
