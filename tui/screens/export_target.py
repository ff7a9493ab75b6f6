"""Where an export goes: the folder or file that somebody types, and how it may go on."""

from __future__ import annotations

import os
from pathlib import Path

from textual.suggester import Suggester

from briefings.errors import ExportError
from tui.jobs import aside

MOST_LOOKED_AT = 2_000
"""Names of a folder that are looked through for one that begins as what is typed."""


def typed_path(typed: str) -> Path:
    """The path that somebody typed: absolute, `~` being the home folder.

    Raises:
        ExportError: If it names none.
    """
    if not typed.strip() or "\0" in typed:
        raise ExportError("no folder is named", "type the folder that it shall go to")
    try:
        return Path(typed.strip()).expanduser().absolute()
    except RuntimeError as error:
        raise ExportError(f"there is no home folder for {typed!r}", "type another one") from error


class FolderSuggester(Suggester):
    """How a path that is typed may go on: the first folder, by name, that begins like that."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """The whole path, as it was typed and on; None if there is no such folder."""
        return await aside(gone_on, value) if value.strip() else None


def gone_on(typed: str) -> str | None:
    """What a path that is typed may become; None if it begins like no folder."""
    begun, slash, start = typed.rpartition("/")
    if not slash:
        return None
    try:
        place = typed_path(f"{begun}/")
        names = []
        with os.scandir(place) as entries:
            for number, entry in enumerate(entries):
                if number >= MOST_LOOKED_AT:
                    break
                is_meant = entry.name.startswith(start) and entry.name.isprintable()
                is_hidden = entry.name.startswith(".") and not start
                if is_meant and not is_hidden and entry.is_dir():
                    names.append(entry.name)
    except (OSError, ExportError):
        return None
    return f"{begun}/{min(names)}/" if names else None
