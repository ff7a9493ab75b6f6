"""Whether a library is whole: the file, its tables, and every briefing against its text.

One briefing is held in memory at a time, and everything is read in one transaction, so that what
another program changes meanwhile is either seen everywhere or nowhere.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from briefings.errors import LibraryError
from briefings.library.replay import corrections_of, laid_over, rules_in
from briefings.library.rows import found_in
from briefings.library.rules import NumberedRule
from briefings.library.upkeep.findings import dangling, misplaced, outline_places, places
from briefings.library.upkeep.tables import (
    RESTORE,
    disagreeing,
    disagreeing_marks,
    faults_of_journal,
    miscounted,
)
from briefings.library.upkeep.values import Checked, Fault, Step, Tell

MOST_OF_A_KIND = 10
"""How many faults of the file itself are told: one damaged page may give thousands."""

ANEW = "`briefing reanalyse {id}` makes its findings anew"

_BRIEFING = """
    SELECT id, title, text, briefing, digest
    FROM documents
    LEFT JOIN texts ON texts.document = number
    LEFT JOIN findings ON findings.document = number
    WHERE number = ?
"""


class Check:
    """One check of a library.

    Args:
        connection: To the library, in no transaction.
        tell: Told each fault.
        step: Told how far the check is.
    """

    def __init__(self, connection: sqlite3.Connection, tell: Tell, step: Step) -> None:
        self._connection = connection
        self._tell = tell
        self._step = step
        self._rules: list[NumberedRule] = []
        self._briefings = self._spans = self._faults = 0

    def run(self) -> Checked:
        """Look at everything.

        Raises:
            sqlite3.Error: The library cannot be read at all, or not at this moment.
        """
        self._connection.execute("BEGIN")
        try:
            self._check_file()
            self._check_belonging()
            self._check_briefings()
            self._check_journal()
            self._check_counts()
        finally:
            # After a damaged page was met, SQLite refuses to COMMIT even what only read.
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
        return Checked(self._briefings, self._spans, self._faults)

    def _say(self, fault: Fault) -> None:
        self._faults += 1
        self._tell(fault)

    def _check_file(self) -> None:
        self._step("the file", 0, 0)
        try:
            self._look_at_pages(f"{MOST_OF_A_KIND}", "the file")
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            self._check_tables(error)

    def _check_tables(self, met: sqlite3.DatabaseError) -> None:
        """Look at one table after the other, since the damage keeps from looking at all at once."""
        before = self._faults
        tables = self._connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name"
        )
        for (table,) in tables.fetchall():
            self._step(f"the table {table}", 0, 0)
            try:
                self._look_at_pages(f"'{table}'", f"the table {table}")
            except sqlite3.DatabaseError as error:
                if not is_damage(error):
                    raise
                self._say(Fault(f"the table {table} is damaged ({error})", RESTORE))
        if self._faults == before:
            self._say(Fault(f"the file is damaged ({met})", RESTORE))

    def _look_at_pages(self, which: str, name: str) -> None:
        for (message,) in self._connection.execute(f"PRAGMA integrity_check({which})"):
            if message != "ok":
                self._say(Fault(f"{name} is damaged ({' '.join(message.split())})", RESTORE))

    def _check_belonging(self) -> None:
        """Whether every row that belongs to another has it; a damaged file has been told of."""
        self._step("what belongs together", 0, 0)
        try:
            rows = self._connection.execute("PRAGMA foreign_key_check").fetchmany(MOST_OF_A_KIND)
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            return
        for table, row, parent, _ in rows:
            what = f"row {row} of the table {table} belongs to nothing in the table {parent}"
            self._say(Fault(what, RESTORE))

    def _check_journal(self) -> None:
        self._step("the journal", 0, 0)
        try:
            for fault in faults_of_journal(self._connection):
                self._say(fault)
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            self._say(Fault(f"the journal cannot be read ({error})", RESTORE))

    def _check_counts(self) -> None:
        self._step("the numbers of lists", 0, 0)
        try:
            for fault in miscounted(self._connection):
                self._say(fault)
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            self._say(Fault(f"the numbers of lists cannot be read ({error})", RESTORE))

    def _check_briefings(self) -> None:
        try:
            total = self._connection.execute("SELECT count(*) FROM documents").fetchone()[0]
            self._rules = rules_in(self._connection)
            numbers = self._connection.execute("SELECT number FROM documents ORDER BY number")
            for (number,) in numbers:
                self._check_briefing(number)
                self._briefings += 1
                self._step("briefings", self._briefings, total)
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            self._say(Fault(f"not every briefing can be listed ({error})", RESTORE))

    def _check_briefing(self, number: int) -> None:
        try:
            row = self._connection.execute(_BRIEFING, (number,)).fetchone()
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            self._say(Fault(f"briefing number {number} cannot be read ({error})", RESTORE))
            return
        identity, title = row[:2]
        try:
            for what, remedy in self._faults_of(number, row):
                self._say(Fault(what, remedy.format(id=identity[:8]), identity, title))
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            what = f"what lists, searches or the journal know of it cannot be read ({error})"
            self._say(Fault(what, RESTORE, identity, title))

    def _faults_of(self, number: int, row: tuple[Any, ...]) -> Iterator[tuple[str, str]]:
        """What is wrong with a briefing, and what to do about it."""
        identity, _, text, findings, digest = row
        if text is None or findings is None:
            yield "its text or its findings are missing", RESTORE
            return
        if sha256(text.encode()).hexdigest() != identity:
            yield "its text is not the one that was read", RESTORE
        if sha256(findings.encode()).digest() != digest:
            yield "its findings are not what was found", ANEW
        try:
            document, found = found_in(self._connection, number)
        except LibraryError:
            yield "its findings, or where its paragraphs stand, cannot be read", RESTORE
            return
        if found.document_id != identity:
            yield "its findings are those of another text", ANEW
        outline = (document.title_span, document.paragraphs, document.boilerplate)
        named = [*outline_places(*outline), *places(found)]
        self._spans += len(named)
        yield from ((what, ANEW) for what in misplaced(text, named))
        yield from ((what, ANEW) for what in dangling(found))
        try:
            corrections = corrections_of(self._connection, number)
        except LibraryError as error:
            yield f"its corrections cannot be replayed ({error.what})", RESTORE
            return
        seen = laid_over(document, found, self._rules, corrections).briefing
        yield from ((what, ANEW) for what in disagreeing(self._connection, number, seen))
        yield from ((what, RESTORE) for what in disagreeing_marks(self._connection, number))


def is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether SQLite says that the file is damaged, and not that something else hinders it."""
    # Without a code it is the driver that complains: of bytes that are no text.
    kind = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    return kind in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
