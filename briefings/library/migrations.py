"""How a library's file is brought to the newest form: the steps of `schema` that it has not seen.

`PRAGMA user_version` of a file is the number of steps it has seen.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

from briefings.library.copying import copy_library
from briefings.library.file import APPLICATION_ID
from briefings.library.schema import STEPS
from briefings.library.schema.steps import Told, uncounted
from briefings.library.writer import atomic


def version_of(connection: sqlite3.Connection) -> int:
    """How many steps the file has seen."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, path: Path, told: Told) -> None:
    """Bring the file at `path` to the newest form; a copy of what was there is kept beside it.

    Args:
        connection: To the file.
        path: The file.
        told: Told how far it is; nothing of a file that was empty.

    Raises:
        LibraryError: No copy could be made; the file is as it was before.
        sqlite3.Error: A step failed; the file is as it was before.
    """
    with atomic(connection):
        # Read again now that nobody else can write: another program may have been faster.
        version = version_of(connection)
        if version == len(STEPS):
            return
        if version:
            _back_up(path, version, told)
        for number, step in enumerate(STEPS[version:], start=version + 1):
            count = partial(told, f"form {number} of {len(STEPS)}") if version else uncounted
            count(0, 0)
            for statement in step:
                if isinstance(statement, str):
                    connection.execute(statement)
                else:
                    statement(connection, count)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(STEPS)}")


def _back_up(path: Path, version: int, told: Told) -> None:
    """Copy the library beside itself, whole and closed, under a name that is still free."""
    number = 1
    while (copy := path.with_name(f"{path.name}.version-{version}.{number}.bak")).exists():
        number += 1
    # A connection of its own: the one that migrates has a transaction open.
    with closing(sqlite3.connect(path)) as before:
        copy_library(before, path, copy, told)
