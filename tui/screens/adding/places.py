"""What a folder holds, as the picker lists it, and what completes a path that is being typed."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from briefings.reading.sources import is_document

MOST_LISTED = 2000
"""Names of a folder that are listed; more are found by typing their beginning."""


@dataclass(frozen=True, slots=True)
class Place:
    """Something in a folder.

    Attributes:
        path: The file or folder.
        is_folder: Whether it is a folder.
    """

    path: Path
    is_folder: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """What fits a path that is being typed.

    Attributes:
        folder: The folder that is listed.
        places: What of it fits, folders first.
        left_out: How many more fit.
        error: Why the folder cannot be listed, or empty.
    """

    folder: Path
    places: tuple[Place, ...] = ()
    left_out: int = 0
    error: str = ""


def expanded(typed: str) -> Path:
    """The path that is typed; a leading `~` is the reader's home."""
    path = Path(typed or ".")
    try:
        return path.expanduser()
    except RuntimeError:  # a home that nobody has
        return path


def split(typed: str) -> tuple[Path, str]:
    """The folder that a typed path is in, and the beginning of the name in it."""
    head, slash, beginning = typed.rpartition(os.sep)
    if typed == "~":
        return expanded("~"), ""
    return expanded(f"{head}{slash}"), beginning


def listed(folder: Path, beginning: str) -> Listed:
    """The folders and documents of a folder whose names begin so; ask it aside, it reads the disk.

    Hidden ones are listed if the beginning has a dot at its own beginning.
    """
    folded = beginning.casefold()
    found: list[Place] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if not entry.name.casefold().startswith(folded):
                    continue
                if entry.name.startswith(".") and not beginning.startswith("."):
                    continue
                is_folder = _is_folder(entry)
                if is_folder or is_document(entry.name):
                    found.append(Place(folder / entry.name, is_folder))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no such folder"
        return Listed(folder, error=str(reason).lower())
    found.sort(key=lambda place: (not place.is_folder, place.path.name.casefold()))
    return Listed(folder, tuple(found[:MOST_LISTED]), max(0, len(found) - MOST_LISTED))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
