"""What the program works with while it runs: the library and the analysis process.

It hands out values and knows no widget. Nothing here is imported before it is used: SQLite and
what turns findings into JSON take a tenth of a second to load, which the first paint does not
wait for.
"""

from __future__ import annotations

import contextlib
import gc
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from briefings.errors import LibraryError, ReadingError
from tui.jobs import AnalysisProcess, InTurn, aside

if TYPE_CHECKING:
    from briefings.briefing import Briefing
    from briefings.document import Document
    from briefings.library import Added, Entry, KnownActor, Library, Stored
    from tui.across import Across
    from tui.catalogue import Catalogue
    from tui.journaling import Journaling, Seen
    from tui.screens.searching.asking import Asking
    from tui.shelf import Shelf

LAST = "last"
"""What the library remembers the document under that was open last."""

MANY = 2_000
"""From so many actors on, what is made of them is kept from the collector of reference cycles."""

PLACE = "place"
"""What it remembers under where on the screen the reader was."""


class Session:
    """The library, if it can be opened, and the analysis.

    What is read here takes a moment. A change may have to wait for that of another program, so
    all changes are made aside, one after the other.

    Args:
        library_path: The library's file.
        model: The name of the spaCy model.
    """

    def __init__(self, library_path: Path, model: str) -> None:
        self.library_path = library_path
        self.analysis = AnalysisProcess(model)
        self._library: Library | None = None
        self._changes = InTurn("library")

    def open(self) -> None:
        """Open the library; to read it only, if it cannot be written.

        Raises:
            LibraryError: If it cannot be opened, or not be written; the rest works without it.
        """
        from briefings.library import Library

        try:
            self._library = Library.open(self.library_path)
            if self._library.is_behind:
                self._changes.begin(self._catch_up)
        except LibraryError:
            if self.library_path.exists():
                self._library = Library.open(self.library_path, read_only=True)
            raise

    def _catch_up(self) -> None:
        """Finish what was broken off, some briefings at a time; what the reader does goes between.

        This runs in the thread of the changes.
        """
        if _caught_up(self.library_path):
            return
        with contextlib.suppress(RuntimeError):  # the program ends; the next start goes on
            self._changes.begin(self._catch_up)

    async def close(self) -> None:
        """End the analysis, and close the library once every change of it is made."""
        self.analysis.stop()
        if "_asking" in self.__dict__:
            await self._asking.finish()
        if (shelf := self.__dict__.get("shelf")) is not None:
            await shelf.close()
        await self._changes.finish()
        if self._library is not None:
            self._library.close()
            self._library = None

    @cached_property
    def shelf(self) -> Shelf | None:
        """The library as a list; None if there is none."""
        from tui.shelf import Shelf

        if self._library is None:
            return None
        try:
            _ = self.journaling
        except LibraryError as error:
            return Shelf(self.library_path, self._changes, error)
        return Shelf(self.library_path, self._changes)

    def first(self) -> Stored | None:
        """The briefing to begin with: the one open last, else the newest, else None."""
        if self._library is None:
            return None
        last = self._library.recall(LAST)
        newest = self._library.entries(limit=1)
        for identity in (last, newest[0].id if newest else None):
            stored = self.stored(identity) if identity else None
            if stored is not None and not stored.entry.is_removed:
                return stored
        return None

    def stored(self, identity: str) -> Stored | None:
        """A briefing of the library by its id; None if there is none."""
        if self._library is None or self._library.find(identity) is None:
            return None
        return self._library.get(identity)

    def seen(self, identity: str) -> Seen | None:
        """A briefing of the library with the reader's marks; None if there is none."""
        stored = self.stored(identity)
        return self.with_journal(stored) if stored else None

    def with_journal(self, stored: Stored) -> Seen | None:
        """A briefing that was read already, with the reader's marks; None if it is not kept."""
        from tui.journaling import with_journal

        if self._library is None or self._library.find(stored.document.id) is None:
            return None
        return with_journal(self._library, stored)

    def is_outdated(self, stored: Stored) -> bool:
        """Whether the analysis of today may find something else in a briefing."""
        from briefings.analysis import analysis_name
        from briefings.library.rows import is_older

        return is_older(stored.found.analysis, analysis_name(self.analysis.model))

    @property
    def journaling(self) -> Journaling:
        """What the reader does to briefings.

        Raises:
            LibraryError: There is no library, or it can only be read: what to do about it.
        """
        from tui.journaling import Journaling

        if self._library is None:
            raise LibraryError(
                "there is no library that could keep it",
                "see why it could not be opened, and start again",
            )
        if self._library.is_read_only:
            raise LibraryError(
                f"{self.library_path} can only be read, so nothing can be kept in it",
                "allow writing to it, or choose another one with --library",
            )
        return Journaling(self.library_path, self._changes)

    @cached_property
    def _asking(self) -> Asking:
        from tui.screens.searching.asking import Asking

        return Asking(self.library_path, self._changes)

    @property
    def asking(self) -> Asking | None:
        """What the search asks of the library; None without one."""
        return self._asking if self._library is not None else None

    @property
    def across(self) -> Across | None:
        """What is asked of all briefings together; None without a library."""
        from tui.across import Across

        return Across(self.library_path, self._changes) if self._library is not None else None

    def sample(self) -> Document:
        """The sample article.

        Raises:
            ReadingError: If it is not where it was installed.
        """
        from briefings.reading import read
        from tui.seeds import sample_path

        try:
            return read(sample_path())
        except OSError as error:
            raise ReadingError(
                f"the sample article could not be read ({error.strerror})", "install briefing again"
            ) from error

    async def read(self, path: Path) -> Document:
        """The document of a file, read aside.

        Raises:
            ReadingError: If it cannot be read.
            AnalysisError: If the process that reads it dies.
        """
        return await self.analysis.read(path)

    async def analyse(self, document: Document) -> Briefing:
        """The briefing of a document.

        Raises:
            AnalysisError: If it cannot be made.
        """
        return await self.analysis.analyse(document)

    async def keep(self, document: Document, briefing: Briefing) -> None:
        """Put a briefing into the library; nothing happens without a library.

        Raises:
            LibraryError: If it cannot be written.
        """
        if self._library is not None:
            await self._changes.do(_keep, self.library_path, document, briefing)

    def remember(self, value: str, key: str = LAST) -> None:
        """Remember which document is open, or where; a library that cannot be written does not."""
        if self._library is not None:
            self._changes.begin(_remember, self.library_path, key, value)

    def recall(self, key: str) -> str | None:
        """What was remembered last; None if nothing was, or it cannot be read."""
        with contextlib.suppress(LibraryError):
            return self._library.recall(key) if self._library is not None else None
        return None

    def has_changed(self) -> bool:
        """Whether the library was changed since this was last asked, by whatever program."""
        with contextlib.suppress(LibraryError):
            return self._library is not None and self._library.has_changed()
        return False

    def entries(self) -> tuple[Entry, ...]:
        """The briefings of the library, the newest first."""
        return self._library.entries() if self._library is not None else ()

    def tags(self) -> tuple[tuple[str, int], ...]:
        """Every tag of the library, with the number of briefings that have it."""
        with contextlib.suppress(LibraryError):
            return self._library.journal.tags() if self._library is not None else ()
        return ()

    async def people(self, briefing: Briefing | None) -> Catalogue:
        """Everybody who can be searched for: in a large library this takes a second, aside.

        Args:
            briefing: The briefing that is open; None if none is.
        """
        return await aside(_people, self.library_path if self._library else None, briefing)


# These run in threads, each with a connection of its own.


def _keep(library_path: Path, document: Document, briefing: Briefing) -> Added:
    from briefings.library import Library

    with Library.open(library_path) as library:
        return library.add(document, briefing)


def _caught_up(library_path: Path) -> bool:
    """Let a few more briefings follow the rules; whether that is all, or all for now."""
    from briefings.library import Library

    with contextlib.suppress(LibraryError), Library.open(library_path) as library:
        return not library.catch_up()
    return True


def _remember(library_path: Path, key: str, value: str) -> None:
    from briefings.library import Library

    with contextlib.suppress(LibraryError), Library.open(library_path) as library:
        library.remember(key, value)


def _people(library_path: Path | None, briefing: Briefing | None) -> Catalogue:
    from briefings.library import Library
    from tui.catalogue import Catalogue

    known: tuple[KnownActor, ...] = ()
    with contextlib.suppress(LibraryError):
        if library_path is not None:
            with Library.open(library_path, read_only=True) as library:
                known = library.actors()
    catalogue = Catalogue.of(briefing, known)
    _ = catalogue.index  # made here, so that nobody waits for it at the first letter
    if len(catalogue.by_key) > MANY:
        gc.freeze()  # the collector would walk the index again and again between the keys
    return catalogue
