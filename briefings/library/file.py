"""A library's file, as far as it is known without opening it; this loads no SQLite."""

from __future__ import annotations

from pathlib import Path

from briefings.library.schema import STEPS

APPLICATION_ID = 0x42524645
"""Marks a SQLite file as ours: "BRFE" in ASCII."""

_HEAD = 100  # bytes, with which every SQLite file begins


def default_path() -> Path:
    """Where the library is kept unless the reader says otherwise."""
    from platformdirs import user_data_path

    return user_data_path("briefing", appauthor=False) / "library.db"


def is_of_older_form(path: Path) -> bool:
    """Whether to open the library at `path` for writing brings it to a newer form.

    That copies all of it first and makes its tables anew: minutes for a large one, so that
    somebody should be told. False if there is no library.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return False
    # As https://sqlite.org/fileformat.html has it: the user version, then the id of the program.
    version, application = int.from_bytes(head[60:64]), int.from_bytes(head[68:72])
    return application == APPLICATION_ID and 0 < version < len(STEPS)
