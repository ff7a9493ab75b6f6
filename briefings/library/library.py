"""The library: the only door to what is kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from briefings.briefing import Briefing
from briefings.corrections import SetRemoved
from briefings.document import Document
from briefings.errors import LibraryError
from briefings.library import writer
from briefings.library.connection import connect, explained
from briefings.library.items import stands_of
from briefings.library.known import (
    appearances,
    candidates,
    dated_roles,
    known_actor,
    known_actors,
)
from briefings.library.listed import Appearance, DatedRole, Item
from briefings.library.listing import Listing, alike, count_of, duplicates_of, entries_of, place_of
from briefings.library.narrowing import Narrowed
from briefings.library.replay import replayed
from briefings.library.rows import (
    ENTRY,
    NOT_REMOVED,
    entry_of,
    found_in,
    is_older,
    number_of,
    snapshot,
)
from briefings.library.schema.steps import Told, untold
from briefings.library.values import Added, Duplicate, Entry, KnownActor, Stored, moment
from briefings.library.writer.following import follow_some
from briefings.library.writer.numbering import POSITION, QUESTION

if TYPE_CHECKING:
    from briefings.library.full_text import FullText
    from briefings.library.journal import Journal
    from briefings.library.threads import Threads
    from briefings.library.upkeep import Upkeep

NEWEST = Listing()

SHORTEST_PREFIX = 4
"""Fewer digits of an id are more likely a slip than a name."""


class Library:
    """Briefings in one SQLite file; open it with `Library.open`.

    A library belongs to the thread that opened it: another thread opens its own, and so may
    another program. Every method raises LibraryError if the file cannot be read or written.

    Attributes:
        path: The file.
        is_read_only: Whether it was opened for reading only.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, *, is_read_only: bool) -> None:
        self._connection = connection
        self._narrowed = Narrowed(connection)
        self.path = path
        self.is_read_only = is_read_only
        with explained(path):
            self._version = connection.execute("PRAGMA data_version").fetchone()[0]

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, told: Told = untold) -> Library:
        """Open the library at `path`, and create it and its folder if they are missing.

        Args:
            path: The file.
            read_only: Change nothing: a missing library is then an error, and a disk that cannot
                be written is none.
            told: Told how far it is with bringing a library of an older form to that of today:
                what is being done, how much of it, and of how much, which is 0 if nobody knows.

        Raises:
            LibraryError: There is no library that this program can use, and why.
        """
        return cls(connect(path, read_only=read_only, told=told), path, is_read_only=read_only)

    @property
    def journal(self) -> Journal:
        """What the reader does: corrections, notes, tags, rules; undo and redo."""
        from briefings.library.journal import Journal

        return Journal(self._connection, self.path, is_read_only=self.is_read_only)

    @property
    def upkeep(self) -> Upkeep:
        """Checking, copying and compacting it."""
        from briefings.library.upkeep import Upkeep

        return Upkeep(self._connection, self.path, is_read_only=self.is_read_only)

    @property
    def full_text(self) -> FullText:
        """The words of everything, and the searches that the reader keeps."""
        from briefings.library.full_text import FullText

        return FullText(self._connection, self.path, is_read_only=self.is_read_only)

    @property
    def threads(self) -> Threads:
        """What runs through several briefings: issues, open questions, ties between actors."""
        from briefings.library.threads import Threads

        return Threads(self._connection, self.path)

    def add(self, document: Document, briefing: Briefing) -> Added:
        """Keep a document with its briefing; the same text is kept once.

        One that was removed comes back, with all that the reader did to it.

        Raises:
            LibraryError: The library could not be written, or the text cannot be kept.
        """
        self._check_is_writable()
        with explained(self.path):
            is_new = writer.add(self._connection, document, briefing, moment())
        entry = self._entry(document.id)
        if not is_new:
            return self.add_again(entry)
        return Added(entry, is_new, self.duplicates_of(document.id))

    def add_again(self, entry: Entry) -> Added:
        """What became of an addition of a text that is there; it comes back if it was removed.

        Raises:
            LibraryError: It could not be brought back.
        """
        is_back = entry.is_removed
        if is_back:
            self.journal.record(entry.id, SetRemoved(is_removed=False))
            entry = self._entry(entry.id)
        return Added(entry, False, self.duplicates_of(entry.id), is_back)

    def replace_findings(self, document_id: str, briefing: Briefing) -> Stored:
        """Keep a new analysis of a document; what the reader did is laid over it.

        Args:
            document_id: The id of the document.
            briefing: What was found in it now.

        Returns:
            The briefing; its `unfitting` lists the corrections that do not fit any more. They are
            kept, and fit again if what they correct is found again.

        Raises:
            LibraryError: There is no such document, or it is the briefing of another one.
        """
        self._check_is_writable()
        if briefing.document_id != document_id:
            raise LibraryError(
                f"The findings are not those of the briefing “{document_id[:12]}”",
                "analyse its own text",
            )
        with explained(self.path):
            writer.replace_findings(self._connection, briefing)
        return self.get(document_id)

    def outdated(self, analysis: str) -> tuple[Entry, ...]:
        """The rows of the list whose briefings another, older analysis has made; newest first.

        Args:
            analysis: The analysis of today: its version and the model, as `Briefing.analysis`.
        """
        with explained(self.path), snapshot(self._connection):
            all_of_them = self._connection.execute("SELECT DISTINCT analysis FROM findings")
            older = [one for (one,) in all_of_them if is_older(one, analysis)]
            rows = [
                row
                for one in older
                for row in self._connection.execute(
                    f"{ENTRY} WHERE number IN (SELECT document FROM findings WHERE analysis = ?)"
                    f" AND {NOT_REMOVED}",
                    (one,),
                )
            ]
        entries = map(entry_of, rows)
        return tuple(sorted(entries, key=lambda entry: entry.added, reverse=True))

    def find(self, document_id: str) -> Entry | None:
        """The row of the list for the document with this id, or None."""
        with explained(self.path):
            row = self._connection.execute(f"{ENTRY} WHERE id = ?", (document_id,)).fetchone()
        return entry_of(row) if row else None

    def get(self, identity: str) -> Stored:
        """The briefing with this id, or with the one id that begins so.

        Args:
            identity: A whole id, or at least its first four digits.

        Raises:
            LibraryError: There is none, or there are several.
        """
        with explained(self.path), snapshot(self._connection):
            entry = self._entry(identity)
            number = number_of(self._connection, entry.id)
            document, found = found_in(self._connection, number)
            seen = replayed(self._connection, number, document, found)
        uncorrected = found if seen.briefing != found else None
        return Stored(entry, document, seen.briefing, seen.unfitting, uncorrected)

    def entries(
        self, listing: Listing = NEWEST, *, limit: int | None = None, offset: int = 0
    ) -> tuple[Entry, ...]:
        """The rows of a list.

        Args:
            listing: What is listed, in which order; as it stands everything, the newest first.
            limit: How many at most; None means all.
            offset: How many of the first to leave out.
        """
        with explained(self.path):
            return entries_of(
                self._connection, self._narrowed, listing, -1 if limit is None else limit, offset
            )

    def count(self, listing: Listing = NEWEST) -> int:
        """How many rows a list has."""
        with explained(self.path):
            return count_of(self._connection, listing)

    def removed_last(self) -> Entry | None:
        """The briefing that was removed last, of those that did not come back; or None."""
        with explained(self.path):
            row = self._connection.execute(
                f"{ENTRY} WHERE number = (SELECT document FROM removed ORDER BY entry DESC LIMIT 1)"
            ).fetchone()
        return entry_of(row) if row else None

    def alike(self, document_ids: Sequence[str]) -> dict[str, str]:
        """Which of some documents are much the same as another, by their ids, with its title."""
        with explained(self.path):
            return alike(self._connection, document_ids)

    def place_of(self, listing: Listing, document_id: str) -> int | None:
        """How many rows of a list come before that of a document; None if it is not in it."""
        with explained(self.path), snapshot(self._connection):
            return place_of(self._connection, self._narrowed, listing, document_id)

    def __len__(self) -> int:
        return self.count()

    def actors(self) -> tuple[KnownActor, ...]:
        """The listed actors of all briefings, the most mentioned first.

        Actors are the same if their names differ only in case, accents, dots or hyphens, and
        both are persons, or both territories, or both bodies of some kind.
        """
        with explained(self.path):
            return known_actors(self._connection)

    def actor(self, key: str) -> KnownActor | None:
        """The actor with this key, or None."""
        with explained(self.path):
            return known_actor(self._connection, key)

    def candidates(self, key: str) -> tuple[KnownActor, ...]:
        """Whom an actor may be besides: a lone surname any person of the library who bears it.

        They are never linked by themselves, not even where there is one only.
        """
        with explained(self.path):
            return candidates(self._connection, key)

    def appearances(self, key: str, *, limit: int = 50, offset: int = 0) -> tuple[Appearance, ...]:
        """The briefings an actor appears in, the newest published first, undated ones last."""
        with explained(self.path):
            return appearances(self._connection, key, limit, offset)

    def roles_of(self, key: str) -> tuple[DatedRole, ...]:
        """What the briefings say an actor is, and when; what most of them say first."""
        with explained(self.path):
            return dated_roles(self._connection, key)

    def positions_of(self, key: str, *, limit: int = 50, offset: int = 0) -> tuple[Item, ...]:
        """The positions an actor holds, of the newest published briefing first."""
        with explained(self.path):
            return stands_of(self._connection, POSITION, key, limit, offset)

    def questions_for(self, key: str, *, limit: int = 50, offset: int = 0) -> tuple[Item, ...]:
        """The questions an actor can settle, of the newest published briefing first."""
        with explained(self.path):
            return stands_of(self._connection, QUESTION, key, limit, offset)

    def duplicates_of(self, document_id: str) -> tuple[Duplicate, ...]:
        """The documents that are much the same as the one with this id, the most alike first."""
        with explained(self.path):
            return duplicates_of(self._connection, document_id)

    def find_file(self, digest: bytes) -> Entry | None:
        """The row of the list for the document that was read from a file with this SHA-256."""
        with explained(self.path):
            row = self._connection.execute(
                f"{ENTRY} WHERE number = (SELECT document FROM files WHERE digest = ?)", (digest,)
            ).fetchone()
        return entry_of(row) if row else None

    def note_file(self, digest: bytes, document_id: str) -> None:
        """Note that a file with this SHA-256 holds a document, so that it is not read again."""
        self._check_is_writable()
        with explained(self.path):
            writer.note_file(self._connection, digest, document_id)

    @property
    def is_behind(self) -> bool:
        """Whether lists and searches do not follow all rules yet, since that was broken off."""
        with explained(self.path):
            row = self._connection.execute("SELECT EXISTS (SELECT 1 FROM stale)").fetchone()
        return bool(row[0])

    def catch_up(self) -> bool:
        """Let lists and searches of a few briefings follow the rules; whether there may be more.

        Every change does this too. In between others can write.
        """
        self._check_is_writable()
        with explained(self.path):
            return follow_some(self._connection)

    def has_changed(self) -> bool:
        """Whether the library was changed through another connection since this was last asked.

        It costs a few microseconds and reads nothing, so it can be asked every second. A program
        whose threads open the library themselves is told of their changes too.
        """
        with explained(self.path):
            version = self._connection.execute("PRAGMA data_version").fetchone()[0]
        self._version, before = version, self._version
        return bool(version != before)

    def recall(self, key: str) -> str | None:
        """What was last remembered under `key`, or None."""
        with explained(self.path):
            row = self._connection.execute("SELECT value FROM memory WHERE key = ?", (key,))
            found = row.fetchone()
        return found[0] if found else None

    def remember(self, key: str, value: str) -> None:
        """Keep a small value of the reader's for the next time, such as what was open last."""
        self._check_is_writable()
        with explained(self.path):
            writer.remember(self._connection, key, value)

    def close(self) -> None:
        """Let go of the file; closing twice is fine."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _check_is_writable(self) -> None:
        if self.is_read_only:
            raise LibraryError(
                f"{self.path} was opened for reading only", "open it for writing to change it"
            )

    def _entry(self, identity: str) -> Entry:
        """The entry with this id or this beginning of one; LibraryError if it is not one."""
        if entry := self.find(identity):
            return entry
        remedy = "look it up in the list of the library"
        if len(identity) < SHORTEST_PREFIX:
            raise LibraryError(f"“{identity}” is too short for the id of a briefing", remedy)
        with explained(self.path):
            rows = self._connection.execute(
                f"{ENTRY} WHERE id >= ? AND id < ? LIMIT 2", (identity, f"{identity}\U0010ffff")
            ).fetchall()
        if not rows:
            raise LibraryError(f"The library has no briefing “{identity}”", remedy)
        if len(rows) > 1:
            raise LibraryError(
                f"Several briefings in the library begin with “{identity}”",
                "give more digits of the id",
            )
        return entry_of(rows[0])
