"""What the reader does to a briefing, done aside: corrections, notes, marks, undo and redo.

Each change is made in a thread with a connection of its own, in the order asked for, and comes
back with the briefing as it is seen now.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefings.errors import LibraryError
from tui.jobs import InTurn, aside

if TYPE_CHECKING:
    from briefings.briefing import Briefing
    from briefings.corrections import Change
    from briefings.library import Library, Stored
    from briefings.library.records import Marks, Recorded, Step


@dataclass(frozen=True, slots=True)
class Seen:
    """A briefing as its reader sees it.

    Attributes:
        stored: The briefing, corrections and rules applied.
        marks: What the reader has put beside it.
        past: What was done to it.
    """

    stored: Stored
    marks: Marks
    past: Past


@dataclass(frozen=True, slots=True)
class Done:
    """What became of what the reader did.

    Attributes:
        recorded: What was kept, undone or done again; empty if all was so already.
        refused: What was not kept, and why: the changes before it stand.
        seen: The briefing after it.
    """

    recorded: tuple[Recorded, ...]
    refused: LibraryError | None
    seen: Seen


@dataclass(frozen=True, slots=True)
class Past:
    """What was done to a briefing, oldest first, with the numbers of the rules that hold.

    It is the same as long as nothing of it changes, so that it tells whether something did. That
    the briefing was read is left out.
    """

    steps: tuple[Step, ...]
    rules: tuple[int, ...]


class Journaling:
    """Changes of one library.

    Args:
        library_path: The library's file.
        changes: Where they are made, in turn.
    """

    def __init__(self, library_path: Path, changes: InTurn) -> None:
        self._path = library_path
        self._changes = changes

    async def do(self, document_id: str, changes: Sequence[Change]) -> Done:
        """Make changes, which are one step for an undo; the first alone if another is refused.

        Raises:
            LibraryError: The first was refused, or the library cannot be written.
        """
        return await self._changes.do(_do, self._path, document_id, tuple(changes))

    async def undo(self, document_id: str) -> Done:
        """Take back the last step of a briefing.

        Raises:
            LibraryError: The library cannot be written.
        """
        return await self._changes.do(_step, self._path, document_id, False)

    async def redo(self, document_id: str) -> Done:
        """Do again what was undone last.

        Raises:
            LibraryError: The library cannot be written, or a rule would contradict another one.
        """
        return await self._changes.do(_step, self._path, document_id, True)

    async def replace_findings(self, document_id: str, briefing: Briefing) -> Seen:
        """Keep a new analysis; what the reader did is laid over it.

        Raises:
            LibraryError: The library cannot be written.
        """
        return await self._changes.do(_replace, self._path, document_id, briefing)

    def begin(self, document_id: str, change: Change) -> Future[None]:
        """Make a change that nobody waits for; one that is refused is left out."""
        return self._changes.begin(_try, self._path, document_id, change)

    async def seen(self, document_id: str) -> Seen:
        """The briefing as it is now.

        Raises:
            LibraryError: The library cannot be read, or has no such briefing any more.
        """
        return await aside(_seen, self._path, document_id)

    async def past(self, document_id: str) -> Past:
        """What was done to a briefing.

        Raises:
            LibraryError: The library cannot be read, or has no such briefing any more.
        """
        return await aside(_past, self._path, document_id)


def seen_in(library: Library, document_id: str) -> Seen:
    """The briefing with this id as its reader sees it; LibraryError if it cannot be read."""
    return with_journal(library, library.get(document_id))


def with_journal(library: Library, stored: Stored) -> Seen:
    """A briefing that was read, as its reader sees it; LibraryError if the rest cannot be read."""
    past = past_in(library, stored.document.id)
    return Seen(stored, library.journal.marks(stored), past)


def past_in(library: Library, document_id: str) -> Past:
    """What was done to the briefing with this id; LibraryError if it cannot be read."""
    from briefings.corrections import SetRead

    journal = library.journal
    steps = (step for step in journal.history(document_id) if not isinstance(step.change, SetRead))
    return Past(tuple(steps), tuple(held.number for held in journal.rules()))


# These run in threads.


def _do(path: Path, document_id: str, changes: tuple[Change, ...]) -> Done:
    from briefings.library import Library

    refused: LibraryError | None = None
    with Library.open(path) as library:
        journal = library.journal
        try:
            recorded = journal.record_together(document_id, changes)
        except LibraryError as error:
            if len(changes) == 1:
                raise
            recorded, refused = (journal.record(document_id, changes[0]),), error
        kept = tuple(one for one in recorded if one.is_new)
        return Done(kept, refused, seen_in(library, document_id))


def _step(path: Path, document_id: str, is_redo: bool) -> Done:
    from briefings.library import Library

    with Library.open(path) as library:
        journal = library.journal
        done = journal.redo(document_id) if is_redo else journal.undo(document_id)
        return Done((done,) if done else (), None, seen_in(library, document_id))


def _replace(path: Path, document_id: str, briefing: Briefing) -> Seen:
    from briefings.library import Library

    with Library.open(path) as library:
        library.replace_findings(document_id, briefing)
        return seen_in(library, document_id)


def _try(path: Path, document_id: str, change: Change) -> None:
    from briefings.library import Library

    with contextlib.suppress(LibraryError), Library.open(path) as library:
        library.journal.record(document_id, change)


def _seen(path: Path, document_id: str) -> Seen:
    from briefings.library import Library

    with Library.open(path, read_only=True) as library:
        return seen_in(library, document_id)


def _past(path: Path, document_id: str) -> Past:
    from briefings.library import Library

    with Library.open(path, read_only=True) as library:
        return past_in(library, document_id)
