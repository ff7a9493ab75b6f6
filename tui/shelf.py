"""The library as a list of any length: read page by page and changed aside, never on the screen.

Reading has a thread with a connection of its own; changes are made one after the other with all
other changes of this program.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from briefings.errors import LibraryError
from tui.jobs import InTurn

if TYPE_CHECKING:
    from briefings.corrections import Mark
    from briefings.library import Entry, Library, Listing

PAGE = 200
"""Rows that are read at once."""

MOST_UNDONE = 100
"""Steps that can be taken back one after the other."""

Change: TypeAlias = "tuple[str, Mark]"
"""The id of a document, and what was done to it."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows that follow each other.

    Attributes:
        entries: The rows.
        alike: By the id of a document the title of another that is much the same.
    """

    entries: tuple[Entry, ...]
    alike: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class View:
    """A list as it was at one moment.

    Attributes:
        listing: What is listed, in which order.
        count: How many rows it has.
        total: How many briefings the library has.
        place: Which row the cursor belongs on.
        pages: The pages around that row, by their numbers.
        tags: Every tag of the library with the number of briefings that have it.
    """

    listing: Listing
    count: int
    total: int
    place: int
    pages: Mapping[int, Page]
    tags: tuple[tuple[str, int], ...] = ()

    def place_of(self, document_id: str) -> int | None:
        """Which row a briefing has; None if it is on no page that was read."""
        for number, page in self.pages.items():
            for at, entry in enumerate(page.entries):
                if entry.id == document_id:
                    return number * PAGE + at
        return None


class Shelf:
    """The library for the list of all briefings.

    Args:
        path: The library's file.
        changes: Where changes are made, in turn.
        refusal: Why nothing can be changed; empty if it can.
    """

    def __init__(self, path: Path, changes: InTurn, refusal: LibraryError | None = None) -> None:
        self._path = path
        self._changes = changes
        self._reading = InTurn("shelf")
        self._library: Library | None = None
        self.refusal = refusal
        self._done: list[tuple[Change, ...]] = []
        self._undone: list[tuple[Change, ...]] = []

    async def look(self, listing: Listing, document_id: str = "", place: int = 0) -> View:
        """A list as it is now.

        Args:
            listing: What is listed.
            document_id: The briefing that the cursor is on; it stays on it if the list has it.
            place: The row that the cursor is on otherwise.

        Raises:
            LibraryError: The library cannot be read.
        """
        return await self._reading.do(self._look, listing, document_id, place)

    async def page(self, listing: Listing, number: int) -> Page:
        """A page of a list.

        Raises:
            LibraryError: The library cannot be read.
        """
        return await self._reading.do(self._page, listing, number)

    async def entry(self, document_id: str) -> Entry | None:
        """What is listed of a briefing, also of one that was removed; None if there is none.

        Raises:
            LibraryError: The library cannot be read.
        """
        return await self._reading.do(lambda: self._opened().find(document_id))

    async def change(self, changes: Sequence[Change]) -> int:
        """Make changes, which are one step for an undo; how many of them changed anything.

        Raises:
            LibraryError: The library cannot be written; what was changed before that stands.
        """
        self._check_is_writable()
        made = await self._changes.do(_record, self._path, tuple(changes))
        if made:
            self._done = [*self._done, made][-MOST_UNDONE:]
            self._undone.clear()
        return len(made)

    async def undo(self) -> tuple[Change, ...]:
        """Take back the last step; before the first one, the last removal of an earlier day.

        Returns:
            What was taken back; empty if there is nothing.

        Raises:
            LibraryError: The library cannot be written.
        """
        self._check_is_writable()
        if self._done:
            made = self._done.pop()
            await self._changes.do(_take_back, self._path, made)
            self._undone.append(made)
            return made
        back: Change | None = await self._changes.do(_bring_back_last, self._path)
        return (back,) if back else ()

    async def redo(self) -> tuple[Change, ...]:
        """Do again what was undone last; empty if there is nothing.

        Raises:
            LibraryError: The library cannot be written.
        """
        self._check_is_writable()
        if not self._undone:
            return ()
        made = self._undone.pop()
        await self._changes.do(_record, self._path, made)
        self._done.append(made)
        return made

    async def close(self) -> None:
        """Let go of the library."""
        await self._reading.do(self._close)
        await self._reading.finish()

    def _check_is_writable(self) -> None:
        if self.refusal is not None:
            raise self.refusal

    # These run in the thread that reads.

    def _look(self, listing: Listing, document_id: str, place: int) -> View:
        library = self._opened()
        count = library.count(listing)
        found = library.place_of(listing, document_id) if document_id else None
        place = max(0, min(place if found is None else found, count - 1))
        here = place // PAGE
        # The page that the row is on and the one that is nearer; most screens have no more.
        near = here + (1 if place % PAGE > PAGE // 2 else -1)
        numbers = {number for number in (here, near) if 0 <= number * PAGE < max(1, count)}
        pages = {number: self._page(listing, number) for number in numbers}
        return View(listing, count, len(library), place, pages, library.journal.tags())

    def _page(self, listing: Listing, number: int) -> Page:
        library = self._opened()
        entries = library.entries(listing, limit=PAGE, offset=number * PAGE)
        return Page(entries, library.alike([entry.id for entry in entries]))

    def _opened(self) -> Library:
        from briefings.library import Library

        if self._library is None:
            self._library = Library.open(self._path, read_only=True)
        return self._library

    def _close(self) -> None:
        if self._library is not None:
            self._library.close()


def inverse_of(mark: Mark) -> Mark:
    """What takes a mark back: of a star, of reading, of a removal, of a tag."""
    from briefings.corrections import AddTag, RemoveTag, SetRead, SetRemoved, SetStar

    match mark:
        case SetStar():
            return replace(mark, is_starred=not mark.is_starred)
        case SetRead():
            return replace(mark, is_read=not mark.is_read)
        case SetRemoved():
            return replace(mark, is_removed=not mark.is_removed)
        case AddTag():
            return RemoveTag(mark.tag)
        case RemoveTag():
            return AddTag(mark.tag)
    raise ValueError(f"nothing takes back {mark}")


# These run in the thread that changes.


def _record(path: Path, changes: tuple[Change, ...]) -> tuple[Change, ...]:
    from briefings.library import Library

    with Library.open(path) as library:
        return tuple(
            (identity, mark)
            for identity, mark in changes
            if library.journal.record(identity, mark).is_new
        )


def _take_back(path: Path, changes: tuple[Change, ...]) -> None:
    from briefings.library import Library

    with Library.open(path) as library:
        for identity, mark in reversed(changes):
            # Something else may have been done to the briefing since, also by another program.
            if library.journal.can_undo(identity) == mark:
                library.journal.undo(identity)
            else:
                library.journal.record(identity, inverse_of(mark))


def _bring_back_last(path: Path) -> Change | None:
    from briefings.corrections import SetRemoved
    from briefings.library import Library

    with Library.open(path) as library:
        last = library.removed_last()
        if last is None:
            return None
        removal = SetRemoved(is_removed=True)
    _take_back(path, ((last.id, removal),))
    return last.id, removal
