"""A copy of a library: whole, closed, checked, and never in the place of another file."""

from __future__ import annotations

import os
import platform
import re
import shutil
import sqlite3
import tempfile
import time
from contextlib import closing, suppress
from glob import escape
from pathlib import Path

from briefings.errors import LibraryError
from briefings.library.schema.steps import Told, untold

PAGES_AT_ONCE = 1000
"""How much is copied before it is told how far it is: 4 MB."""

SECONDS_TO_FORGET = 24 * 60 * 60
"""An unfinished copy that was not touched for so long is nobody's any more."""

_PARTIAL = ".partial"

_OWNER = re.compile(rf"\.([0-9a-f]{{8}})-([0-9]+)-[^.]*{re.escape(_PARTIAL)}")
"""In the name of an unfinished copy: the machine and the process that make it."""

_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


COPYING, CHECKING = "copying what is there", "checking the copy"
"""What is being done, as a `Told` is told."""


def copy_library(
    origin: sqlite3.Connection, source: Path, target: Path, told: Told = untold
) -> None:
    """Copy a library as it is at this moment, while others may go on changing it.

    The copy is written beside `target`, checked, and given its name only then: whatever happens
    in between, a file of that name is a whole library.

    Args:
        origin: A connection to the library that is in no transaction.
        source: The library's file, as errors call it.
        target: A name that is still free.
        told: Told from time to time how many pages are copied, and of how many; then that the copy
            is checked.

    Raises:
        LibraryError: The name is taken, the copy could not be written, or the library is damaged;
            nothing is left behind.
    """
    partial = _new_file_beside(target)
    try:
        _fill(origin, source, target, partial, told)
        told(CHECKING, 0, 0)
        _check(source, partial)
        _give_name(partial, target)
    finally:
        for name in ("", "-journal", "-wal", "-shm"):
            with suppress(OSError):
                partial.with_name(partial.name + name).unlink(missing_ok=True)


def free_name(wanted: Path) -> Path:
    """`wanted`, or the first of `wanted` with -2, -3 ... before its suffix that is not taken."""
    number, free = 1, wanted
    while os.path.lexists(free):
        number += 1
        free = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
    return free


def _new_file_beside(target: Path) -> Path:
    if os.path.lexists(target):
        raise _taken(target)
    clear_away(target.parent, escape(target.name))
    try:
        handle, name = tempfile.mkstemp(
            _PARTIAL, f"{target.name}.{_machine()}-{os.getpid()}-", target.parent
        )
    except OSError as error:
        raise _unwritable(target, error) from error
    os.close(handle)
    return Path(name)


def clear_away(folder: Path, names: str) -> None:
    """Remove what copies left that were killed: nothing that may still be written to.

    Args:
        folder: Where they were to be made.
        names: What they were to be called, as a pattern for `Path.glob`.
    """
    for left in folder.glob(f"{names}.*{_PARTIAL}*"):
        with suppress(OSError):
            is_old = time.time() - left.stat().st_mtime > SECONDS_TO_FORGET
            if is_old or _is_left_alone(left.name):
                left.unlink()


def _is_left_alone(name: str) -> bool:
    """Whether the process of this machine that began an unfinished copy has ended."""
    found = _OWNER.search(name)
    if found is None or found[1] != _machine() or os.name != "posix":
        return False  # elsewhere the signal 0 is one that ends a process
    try:
        os.kill(int(found[2]), 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        pass
    return False


def _machine() -> str:
    """What tells machines apart that share a folder."""
    from hashlib import blake2s

    return blake2s(platform.node().encode(), digest_size=4).hexdigest()


def _fill(
    origin: sqlite3.Connection, source: Path, target: Path, partial: Path, told: Told
) -> None:
    def tell(_status: int, remaining: int, total: int) -> None:
        told(COPYING, total - remaining, total)

    try:
        with closing(sqlite3.connect(partial, isolation_level=None)) as copy:
            copy.execute("PRAGMA synchronous = OFF")
            # One transaction: otherwise each change of another program begins the copy anew.
            origin.execute("BEGIN")
            try:
                origin.execute("SELECT 1 FROM sqlite_master").fetchone()
                origin.backup(copy, pages=PAGES_AT_ONCE, progress=tell)
            finally:
                origin.execute("COMMIT")
        with closing(sqlite3.connect(partial)) as copy:
            # One file that can be read where nothing can be written.
            copy.execute("PRAGMA journal_mode = DELETE")
        shutil.copymode(source, partial)
        with partial.open("rb+") as written:
            os.fsync(written.fileno())
    except OSError as error:
        raise _unwritable(target, error) from error
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF in _DAMAGED:
            raise _damaged(source) from error
        raise LibraryError(
            f"{target} could not be written ({error})",
            "free some space, or have the copy elsewhere; the library is as it was",
        ) from error


def _check(source: Path, partial: Path) -> None:
    with closing(sqlite3.connect(f"{partial.absolute().as_uri()}?mode=ro", uri=True)) as copy:
        try:
            found = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
        except sqlite3.DatabaseError as error:
            raise _damaged(source) from error
    if found != "ok":
        raise _damaged(source)


def _give_name(partial: Path, target: Path) -> None:
    """Name the finished copy without ever replacing another file."""
    try:
        try:
            os.link(partial, target)
        except FileExistsError:
            raise
        except OSError:
            # A file system without links: claim the name, then fill it in one step.
            os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
            partial.replace(target)
    except FileExistsError as error:
        raise _taken(target) from error
    except OSError as error:
        raise _unwritable(target, error) from error


def _taken(target: Path) -> LibraryError:
    return LibraryError(f"There is a file {target} already", "name another file")


def _damaged(source: Path) -> LibraryError:
    return LibraryError(
        f"{source} is damaged, and so would be a copy; none was made",
        "`briefing library check` says what is wrong",
    )


def _unwritable(target: Path, error: OSError) -> LibraryError:
    reason = error.strerror or str(error)
    return LibraryError(f"{target} cannot be written ({reason})", "name another file")
