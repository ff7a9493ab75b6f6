"""Looking after a library, as `Library.upkeep` offers it."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

from briefings.errors import LibraryError
from briefings.library.connection import explained
from briefings.library.copying import clear_away, copy_library, free_name
from briefings.library.schema.steps import Told, untold
from briefings.library.upkeep.checking import Check
from briefings.library.upkeep.tables import miscounted
from briefings.library.upkeep.values import Checked, Compacted, Step, Tell
from briefings.library.writer import atomic
from briefings.library.writer.counts import recount


class Upkeep:
    """Looks after the library that it belongs to; others may have it open meanwhile.

    Args:
        connection: The library's.
        path: The library's file.
        is_read_only: Whether the library was opened for reading only.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, *, is_read_only: bool) -> None:
        self._connection = connection
        self._path = path
        self._is_read_only = is_read_only

    def check(self, tell: Tell, step: Step = lambda *_: None) -> Checked:
        """Look whether everything in the library is as it was put there.

        The file's structure, every hash, every offset and every reference between findings are
        looked at, and the tables that are made from the findings. It takes about two
        milliseconds a briefing, and changes nothing.

        Args:
            tell: Told each fault as it is found.
            step: Told how far it is.

        Raises:
            LibraryError: The library cannot be read at all.
        """
        with explained(self._path):
            return Check(self._connection, tell, step).run()

    def backup(self, target: Path | None = None, told: Told = untold) -> Path:
        """Copy the library as it is at this moment, and check the copy.

        Args:
            target: The file to make, or a folder to make one with a dated name in; None means
                a dated name beside the library.
            told: Told how far it is: what is being done, how much, and of how much.

        Returns:
            The file that was made.

        Raises:
            LibraryError: The file is there already, or cannot be written, or the library is
                damaged; nothing is left behind.
        """
        if target is None or target.is_dir():
            name = f"{self._path.stem}-{date.today().isoformat()}{self._path.suffix}"
            folder = target or self._path.parent
            clear_away(folder, _dated(self._path))
            target = free_name(folder / name)
        with explained(self._path):
            copy_library(self._connection, self._path, target, told)
        return target

    def compact(self) -> Compacted:
        """Give back the space that the library no longer uses, and mend what is counted.

        The file is rewritten within itself, in one transaction: an interruption leaves it as it
        was, and other programs that have it open see the same file as before, which a new one
        put in its place would not be to them.

        Raises:
            LibraryError: The library is damaged, cannot be written, or is being changed by
                another program; then nothing is changed.
        """
        before = self._size()
        with explained(self._path):
            if self._is_read_only:
                raise LibraryError(
                    f"{self._path} was opened for reading only", "open it for writing to change it"
                )
            # Rewriting a damaged file would lose what can still be read in it.
            found = self._connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            if found != "ok":
                raise LibraryError(
                    f"{self._path} is damaged and was left as it is",
                    "`briefing library check` says what is wrong",
                )
            if any(True for _ in miscounted(self._connection)):
                with atomic(self._connection):
                    recount(self._connection)
            self._rewrite(before)
            row = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return Compacted(before, self._size(), is_read_elsewhere=bool(row[0]))

    def _rewrite(self, size: int) -> None:
        try:
            self._connection.execute("VACUUM")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_FULL:
                raise
            raise LibraryError(
                f"{self._path} was left as it is: it is compacted through a copy, for which its"
                " disk or that of temporary files has no room",
                f"free about {2 * size / 1e6:,.0f} MB and try again",
            ) from error

    def _size(self) -> int:
        log = self._path.with_name(f"{self._path.name}-wal")
        return sum(file.stat().st_size for file in (self._path, log) if file.exists())


def copies_of(path: Path) -> tuple[Path, ...]:
    """The copies of a library that lie beside it, the newest first: backups, and older forms.

    A copy is made before each migration, also if the one before was broken off. They may be all
    that is left of what somebody did, so no program deletes them.
    """
    copies = [
        *path.parent.glob(_dated(path)),
        *path.parent.glob(f"{_literal(path.name)}.version-*.bak"),
    ]
    return tuple(sorted(copies, key=lambda copy: copy.stat().st_mtime, reverse=True))


def _dated(path: Path) -> str:
    """A pattern for the names of the copies of a library that have a dated name."""
    return f"{_literal(path.stem)}-[0-9]*{_literal(path.suffix)}"


def _literal(name: str) -> str:
    from glob import escape

    return escape(name)
