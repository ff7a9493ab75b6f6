"""How a library's file is opened: what must be true of it, and what is said when it is not."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefings.errors import LibraryError
from briefings.library.file import APPLICATION_ID
from briefings.library.migrations import migrate, version_of
from briefings.library.schema import STEPS
from briefings.library.schema.steps import Told, untold

BUSY_MILLISECONDS = 5000
"""How long a change waits for that of another program."""

CACHE_KILOBYTES = 32_000
"""What a connection keeps of the file; with SQLite's own 2 MB, every row of a long list of a large
library is read from the system anew."""

_OLDEST_SQLITE = (3, 38)
"""The first with STRICT tables and, in every build, functions for JSON."""

_ANOTHER = "choose another file with --library"

_REASONS = {
    sqlite3.SQLITE_NOTADB: ("is not a library of briefing", _ANOTHER),
    sqlite3.SQLITE_CORRUPT: (
        "is damaged, and was left as it is",
        "`briefing library check` says what is wrong, and which copy you could go on with",
    ),
    sqlite3.SQLITE_BUSY: ("is in use by another program", "close that program and try again"),
    sqlite3.SQLITE_READONLY: (
        "cannot be written",
        f"make it and its folder writable, or {_ANOTHER}",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "cannot be opened",
        f"check the permissions of the file and its folder, or {_ANOTHER}",
    ),
    sqlite3.SQLITE_IOERR: (
        "could not be read or written by the system",
        "see that its disk has room and is sound, then try again",
    ),
    sqlite3.SQLITE_FULL: ("has no room left on its disk", "free some space and try again"),
}

_DAMAGES = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


_OBSTACLES = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY})


class DamagedError(LibraryError):
    """The library's file is not as SQLite wrote it."""


class UnwritableError(LibraryError):
    """Nothing can be written into the library until somebody has done something about it."""


def connect(path: Path, *, read_only: bool, told: Told = untold) -> sqlite3.Connection:
    """A connection to the library at `path`, in its newest form.

    A missing file is created with its folder, unless `read_only`. Nothing that is not a library
    is ever changed.

    Args:
        path: The file.
        read_only: Whether nothing is to be changed.
        told: Told how far it is with bringing a file of an older form to the newest one.

    Raises:
        LibraryError: There is no library at `path`, or it cannot be used.
    """
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise LibraryError(
            f"SQLite {sqlite3.sqlite_version} is too old to keep a library",
            "use a Python that comes with SQLite 3.38 or newer",
        )
    _check_place(path, read_only)
    with explained(path):
        connection = _for_reading(path) if read_only else _connected(path, "mode=rwc")
        try:
            _check_contents(connection, path, read_only)
            connection.execute(f"PRAGMA cache_size = -{CACHE_KILOBYTES}")
            if not read_only:
                _prepare(connection, path, told)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite says inside the block into what a person can do about it.

    Raises:
        LibraryError: SQLite could not do what the block asked for.
    """
    try:
        yield
    except sqlite3.ProgrammingError:
        raise  # a mistake of ours, not a state of the file
    except UnicodeEncodeError as error:
        raise LibraryError(
            "A text holds half of a surrogate pair, which no library can keep",
            "save the source as UTF-8 and read it again",
        ) from error
    except sqlite3.Error as error:
        # The low byte is the kind of the error, the rest its details. Without a code it is the
        # driver that complains: of bytes that are no text.
        kind = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
        if kind == sqlite3.SQLITE_CANTOPEN and _can_only_be_read(path):
            kind = sqlite3.SQLITE_READONLY
        what, remedy = _REASONS.get(kind, (f"cannot be used ({error})", _ANOTHER))
        kind_of_error = LibraryError
        if kind in _DAMAGES:
            kind_of_error = DamagedError
        elif kind in _OBSTACLES:
            kind_of_error = UnwritableError
        raise kind_of_error(f"{path} {what}", remedy) from error


def _can_only_be_read(path: Path) -> bool:
    """Whether it is the file's folder in which nothing can be written beside it."""
    return os.access(path, os.R_OK) and not os.access(path.parent, os.W_OK)


def _check_place(path: Path, read_only: bool) -> None:
    """See that a library can stand at `path`; make its folder if there is none."""
    try:
        if path.is_dir():
            raise LibraryError(f"{path} is a folder", "name a file in it with --library")
        if path.exists() and not path.is_file():
            raise LibraryError(f"{path} is not a regular file", _ANOTHER)
        if read_only and not path.exists():
            raise LibraryError(f"There is no library at {path}", _ANOTHER)
        if not read_only:
            path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise LibraryError(f"There can be no library at {path} ({reason})", _ANOTHER) from error


def _connected(path: Path, options: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{options}",
        uri=True,
        timeout=BUSY_MILLISECONDS / 1000,
        isolation_level=None,  # transactions are the writer's, not the driver's
    )
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _for_reading(path: Path) -> sqlite3.Connection:
    """A connection that changes nothing, also on a disk that cannot be written, or is full.

    Readers of a library in WAL mode share a small file beside it, which such a disk may lack. If
    no change waits in the write-ahead log, the library can be read without.
    """
    connection = _connected(path, "mode=ro")
    try:
        version_of(connection)
    except sqlite3.OperationalError as error:
        connection.close()
        log = path.with_name(f"{path.name}-wal")
        kind = error.sqlite_errorcode & 0xFF
        if kind in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL):
            return _for_one_reader(path)
        if kind not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise
        if log.exists() and log.stat().st_size:
            raise LibraryError(
                f"The last changes of {path} wait in {log.name}, which nobody may write here",
                "copy both files to a folder of your own, and open the copy with --library",
            ) from error
        return _connected(path, "mode=ro&immutable=1")
    except BaseException:
        connection.close()
        raise
    return connection


def _for_one_reader(path: Path) -> sqlite3.Connection:
    """A connection that needs no file beside the library, and keeps all others out meanwhile."""
    connection = _connected(path, "mode=rw")
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        version_of(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _check_contents(connection: sqlite3.Connection, path: Path, read_only: bool) -> None:
    """See that the file is empty or a library that this program can read."""
    # In one transaction: another program may be filling the file at this moment.
    connection.execute("BEGIN")
    version = version_of(connection)
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    is_empty = not connection.execute("SELECT EXISTS (SELECT 1 FROM sqlite_master)").fetchone()[0]
    connection.execute("COMMIT")
    if is_empty and application in (0, APPLICATION_ID):
        if read_only:
            raise LibraryError(f"There is no library in {path} yet", _ANOTHER)
    elif application != APPLICATION_ID:
        raise LibraryError(f"{path} is a SQLite file of another program", _ANOTHER)
    elif version > len(STEPS):
        raise LibraryError(
            f"{path} was written by a newer briefing (form {version}, this one knows {len(STEPS)})",
            f"update briefing, or {_ANOTHER}",
        )
    elif version < len(STEPS) and read_only:
        raise LibraryError(
            f"{path} was written by an older briefing",
            "`briefing list` brings it up, and keeps a copy of it; the file has to be writable",
        )


def _prepare(connection: sqlite3.Connection, path: Path, told: Told) -> None:
    """Make the library ready for writing."""
    # What is acknowledged stays, even through a power failure.
    connection.execute("PRAGMA synchronous = FULL")
    _share(connection)
    if version_of(connection) < len(STEPS):
        migrate(connection, path, told)
    _check_writable(connection)


def _share(connection: sqlite3.Connection) -> None:
    """Let others read while one writes.

    Of several programs that do this to a new file at once SQLite refuses all but one, without
    letting them wait; so it is waited for here.
    """
    patience = time.monotonic() + BUSY_MILLISECONDS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            is_busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not is_busy or time.monotonic() > patience:
                raise
            time.sleep(0.01)
        else:
            return


def _check_writable(connection: sqlite3.Connection) -> None:
    """Ask for the right to write, without waiting: who waits for it may have it."""
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
    finally:
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
