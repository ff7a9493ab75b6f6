"""What is read and done over many briefings, aside: dossiers, and the list of open questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefings.errors import LibraryError
from tui.jobs import InTurn, aside

if TYPE_CHECKING:
    from briefings.briefing import Briefing
    from briefings.corrections import QuestionStatus
    from briefings.document import Document, Span
    from briefings.library import KnownActor, Library
    from briefings.library.ledger import Asked
    from briefings.library.listed import Item
    from briefings.library.records import State
    from briefings.stories import Dossier, Matrix, Page, Timeline


@dataclass(frozen=True, slots=True)
class Going:
    """A place in a briefing to go to.

    Attributes:
        briefing: The id of the document.
        item: The id of a position, a question or an actor there; empty if it is none of these.
        span: Where it stands, if it has no id; None shows the beginning.
    """

    briefing: str
    item: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """A question whose status was set.

    Attributes:
        briefing: The id of its document.
        number: That of the entry in the journal.
        question: The question as it is asked.
        status: What it is now.
    """

    briefing: str
    number: int
    question: str
    status: QuestionStatus


class Across:
    """The briefings of a library together.

    Args:
        library_path: The library's file.
        changes: Where changes are made, in turn.
    """

    def __init__(self, library_path: Path, changes: InTurn) -> None:
        self._path = library_path
        self._changes = changes

    async def dossier(self, key: str) -> Dossier | None:
        """The dossier of an actor; None if the library has no such actor.

        Raises:
            LibraryError: The library cannot be read.
        """
        return await aside(_dossier, self._path, key)

    async def matrix(self, ids: Sequence[str]) -> Matrix:
        """The matrix of some briefings; those that are gone by now are left out.

        Raises:
            LibraryError: The library cannot be read.
        """
        return await aside(_matrix, self._path, ids)

    async def timeline(self, ids: Sequence[str]) -> Timeline:
        """The timeline of some briefings; compare `matrix`.

        Raises:
            LibraryError: The library cannot be read.
        """
        return await aside(_timeline, self._path, ids)

    async def questions(self, asked: Asked, limit: int, offset: int = 0) -> Page:
        """A page of the list of questions.

        Raises:
            LibraryError: The library cannot be read.
        """
        return await aside(_questions, self._path, asked, limit, offset)

    async def item(self, number: int) -> Item | None:
        """The position or question of a number that a dossier gives; None if it is gone.

        Raises:
            LibraryError: The library cannot be read.
        """
        return await aside(_item, self._path, number)

    async def resolvers(self, briefing: str, question: str) -> Sequence[KnownActor]:
        """The actors that can settle a question.

        Raises:
            LibraryError: The library cannot be read.
        """
        return await aside(_resolvers, self._path, briefing, question)

    async def set_status(
        self, briefing: str, question: str, status: QuestionStatus
    ) -> Marked | None:
        """Say what has become of a question; None if all was so already.

        Raises:
            LibraryError: It cannot be kept, or the question is not there any more.
        """
        return await self._changes.do(_set_status, self._path, briefing, question, status)

    async def take_back(self, marked: Marked) -> None:
        """Undo a status that was set.

        Raises:
            LibraryError: It cannot be undone, or something else was done to the briefing since.
        """
        await self._changes.do(_take_back, self._path, marked)

    async def set_again(self, marked: Marked) -> None:
        """Redo a status that was taken back; compare `take_back`."""
        await self._changes.do(_set_again, self._path, marked)


# These run in threads, each with a connection of its own.


def _dossier(path: Path, key: str) -> Dossier | None:
    from briefings.library import Library
    from briefings.stories import dossier

    with Library.open(path, read_only=True) as library:
        return dossier(library, key)


def _matrix(path: Path, ids: Sequence[str]) -> Matrix:
    from briefings.stories import matrix

    return matrix(_kept(path, ids))


def _timeline(path: Path, ids: Sequence[str]) -> Timeline:
    from briefings.stories import timeline

    return timeline(_kept(path, ids))


def _kept(path: Path, ids: Sequence[str]) -> list[tuple[Document, Briefing]]:
    from briefings.library import Library

    with Library.open(path, read_only=True) as library:
        kept = [library.get(one) for one in ids if library.find(one) is not None]
    return [(one.document, one.briefing) for one in kept]


def _questions(path: Path, asked: Asked, limit: int, offset: int) -> Page:
    from briefings.library import Library
    from briefings.stories import ledger

    with Library.open(path, read_only=True) as library:
        return ledger(library, asked, limit=limit, offset=offset)


def _item(path: Path, number: int) -> Item | None:
    from briefings.library import Library

    with Library.open(path, read_only=True) as library:
        return library.threads.item(number)


def _resolvers(path: Path, briefing: str, question: str) -> tuple[KnownActor, ...]:
    from briefings.library import Library
    from briefings.library.known import actor_key

    with Library.open(path, read_only=True) as library:
        seen = library.get(briefing).briefing
        found = next((one for one in seen.questions if one.id == question), None)
        keys = [actor_key(seen.actor(one)) for one in found.resolvers] if found else []
        known = (library.actor(key) for key in keys)
        return tuple(one for one in known if one is not None)


def _set_status(path: Path, briefing: str, question: str, status: QuestionStatus) -> Marked | None:
    from briefings.corrections import Anchors, SetQuestionStatus
    from briefings.library import Library

    with Library.open(path) as library:
        stored = library.get(briefing)
        try:
            anchor = Anchors(stored.document, stored.briefing).question(question)
        except KeyError as error:
            raise LibraryError(
                "the briefing has been analysed anew and has no such question any more",
                "open the list again",
            ) from error
        done = library.journal.record(briefing, SetQuestionStatus(anchor, status))
    return Marked(briefing, done.number, anchor.text, status) if done.is_new else None


def _take_back(path: Path, marked: Marked) -> None:
    from briefings.library import Library
    from briefings.library.records import State

    with Library.open(path) as library:
        done = [number for number, state in _steps(library, marked) if state is State.DONE]
        if marked.number not in done[-1:]:
            raise _meanwhile()
        library.journal.undo(marked.briefing)


def _set_again(path: Path, marked: Marked) -> None:
    from briefings.library import Library
    from briefings.library.records import State

    with Library.open(path) as library:
        undone = [number for number, state in _steps(library, marked) if state is State.UNDONE]
        if marked.number not in undone[:1]:
            raise _meanwhile()
        library.journal.redo(marked.briefing)


def _steps(library: Library, marked: Marked) -> list[tuple[int, State]]:
    """The steps of a briefing; that it was read is none."""
    from briefings.corrections import SetRead

    history = library.journal.history(marked.briefing)
    return [(one.number, one.state) for one in history if not isinstance(one.change, SetRead)]


def _meanwhile() -> LibraryError:
    return LibraryError(
        "something else was done to that briefing since", "open the briefing to undo or redo there"
    )
