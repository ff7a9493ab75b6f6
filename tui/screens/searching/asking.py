"""What the search asks of the library: aside, in a thread with a connection of its own.

Of two questions of one kind that wait, only the later is answered: nobody reads the answer to what
was typed before.
"""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from briefings.errors import LibraryError
from briefings.search.found import Found, Group, GroupKind, Results
from briefings.search.query import Completion, Query, completions
from tui.jobs import InTurn, aside

if TYPE_CHECKING:
    from briefings.document import Span
    from briefings.library import KnownActor, Library, Stored
    from briefings.library.listed import Appearance, DatedRole, Item, SavedSearch
    from briefings.search import ActorIndex, Hit, Terms

LATEST = 5
"""Positions, questions and briefings of an actor that a preview shows."""

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Kept:
    """The searches that the library keeps.

    Attributes:
        saved: Those the reader named, in alphabetical order.
        recent: What was asked last, the newest first.
    """

    saved: tuple[SavedSearch, ...] = ()
    recent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """What is behind a hit in a briefing.

    Attributes:
        stored: The briefing.
        words: Where the words that were looked for stand in the paragraph of the hit, rising.
    """

    stored: Stored
    words: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class ActorFacts:
    """What the library knows of an actor."""

    actor: KnownActor
    roles: tuple[DatedRole, ...]
    positions: tuple[Item, ...]
    questions: tuple[Item, ...]
    appearances: tuple[Appearance, ...]


class Asking:
    """The questions of one library.

    Args:
        library_path: The library's file.
        changes: Where changes of it are made, in turn.
    """

    def __init__(self, library_path: Path, changes: InTurn) -> None:
        self._path = library_path
        self._changes = changes
        self._questions = InTurn("search")
        self._names = InTurn("names")
        self._latest: dict[str, int] = {}
        self._library: Library | None = None  # of the thread of the questions
        self._terms: Terms | None = None
        self._terms_for = -1

    async def actors(self, index: ActorIndex, name: str, limit: int) -> list[Hit] | None:
        """The actors who are called something like it; None if something else was asked since."""
        return await self._ask("actors", self._names, index.search, name, limit)

    async def everything(
        self, query: Query, actors: ActorIndex | None, limits: Mapping[GroupKind, int]
    ) -> Results | None:
        """What fits a query, of each group as much as its limit; None as above.

        Raises:
            LibraryError: The library cannot be read.
        """
        return await self._ask(
            "everything", self._questions, self._everything, query, actors, dict(limits)
        )

    async def completions(
        self, text: str, cursor: int, actors: ActorIndex | None
    ) -> list[Completion] | None:
        """What may be typed next, with values that are in use; None as above.

        Raises:
            LibraryError: The library cannot be read.
        """
        return await self._ask(
            "completions", self._questions, self._completions, text, cursor, actors
        )

    async def behind(self, found: Found) -> Passage | ActorFacts | None:
        """What a preview of a hit shows; None as above, or if it is gone by now.

        Raises:
            LibraryError: The library cannot be read.
        """
        return await self._ask("behind", self._questions, self._behind, found)

    async def kept(self) -> Kept:
        """The searches that are kept.

        Raises:
            LibraryError: The library cannot be read.
        """
        return await self._questions.do(self._kept)

    async def learn_words(self) -> bool:
        """Make ready what slips of the fingers are compared with; whether that is new.

        Raises:
            LibraryError: The library cannot be read.
        """
        before = self._terms
        self._terms_for, self._terms = await aside(_terms, self._path, self._terms_for, before)
        return self._terms is not before

    def note(self, query: str) -> None:
        """Remember that a query was asked."""
        self._changes.begin(_note, self._path, query)

    async def save(self, name: str, query: str) -> None:
        """Keep a query under a name.

        Raises:
            LibraryError: The library cannot be written.
        """
        await self._changes.do(_save, self._path, name, query)

    async def forget(self, name: str) -> None:
        """Forget a query that was kept.

        Raises:
            LibraryError: The library cannot be written.
        """
        await self._changes.do(_forget, self._path, name)

    async def finish(self) -> None:
        """Let go of the library once what was asked is answered."""
        self._latest = dict.fromkeys(self._latest, -1)
        with contextlib.suppress(RuntimeError):
            self._questions.begin(self._close)
        await self._questions.finish()
        await self._names.finish()

    async def _ask(
        self, kind: str, turn: InTurn, work: Callable[..., Answer], *arguments: object
    ) -> Answer | None:
        number = self._latest.get(kind, 0) + 1
        self._latest[kind] = number

        def answer() -> Answer | None:
            return work(*arguments) if self._latest[kind] == number else None

        found = await turn.do(answer)
        return found if self._latest[kind] == number else None

    # These run in the thread of the questions.

    def _opened(self) -> Library:
        from briefings.library import Library

        if self._library is None:
            self._library = Library.open(self._path, read_only=True)
        return self._library

    def _close(self) -> None:
        if self._library is not None:
            self._library.close()
            self._library = None

    def _everything(
        self, query: Query, actors: ActorIndex | None, limits: dict[GroupKind, int]
    ) -> Results:
        from briefings.search.everything import search_everything

        groups: list[Group] = []
        results = Results(query, ())
        for limit in sorted(set(limits.values())):
            only = [kind for kind in limits if limits[kind] == limit]
            results = search_everything(
                self._opened(), actors, query, terms=self._terms, limit=limit, only=only
            )
            groups += results.groups
        groups.sort(key=lambda group: list(GroupKind).index(group.kind))
        return Results(query, tuple(groups), results.corrections)

    def _completions(self, text: str, cursor: int, actors: ActorIndex | None) -> list[Completion]:
        from briefings.search.everything import values_in

        return completions(text, cursor, values_in(self._opened(), actors))

    def _kept(self) -> Kept:
        full_text = self._opened().full_text
        return Kept(full_text.saved(), full_text.recent())

    def _behind(self, found: Found) -> Passage | ActorFacts | None:
        library = self._opened()
        if found.group is GroupKind.ACTORS:
            actor = library.actor(found.key)
            return _facts(library, actor) if actor else None
        if library.find(found.briefing) is None:
            return None
        stored = library.get(found.briefing)
        return Passage(stored, _words(stored, found))


def around(text: str, paragraphs: tuple[Span, ...], sentence: Span, most: int) -> Span:
    """The paragraph of a sentence; of a long one so many characters around it."""
    from briefings.document import Span

    paragraph = next((one for one in paragraphs if one.start <= sentence.start < one.end), sentence)
    start, end = paragraph.start, max(paragraph.end, min(sentence.end, len(text)))
    if end - start <= most:
        return Span(start, end)
    room = max(0, most - (sentence.end - sentence.start)) // 2
    return Span(max(start, sentence.start - room), min(end, sentence.start + most))


MOST_OF_PARAGRAPH = 1_500
"""Characters of a paragraph that a preview shows."""


def _words(stored: Stored, found: Found) -> tuple[Span, ...]:
    """Where the words that are lit in a hit stand in its paragraph."""
    from briefings.document import Span
    from briefings.folding import words_of
    from briefings.search.lighting import lit

    shown = (found.text, found.passage)
    words = {word for each in shown for span in each.lit for word in words_of(span.of(each.text))}
    document = stored.document
    if not words or found.sentence is None:
        return ()
    span = around(document.text, document.paragraphs, found.sentence, MOST_OF_PARAGRAPH)
    return tuple(
        Span(one.start + span.start, one.end + span.start)
        for one in lit(span.of(document.text), [(word,) for word in words])
    )


def _facts(library: Library, actor: KnownActor) -> ActorFacts:
    return ActorFacts(
        actor,
        library.roles_of(actor.key),
        library.positions_of(actor.key, limit=LATEST),
        library.questions_for(actor.key, limit=LATEST),
        library.appearances(actor.key, limit=LATEST),
    )


def _terms(path: Path, known_for: int, known: Terms | None) -> tuple[int, Terms | None]:
    from briefings.library import Library
    from briefings.search import Terms

    with Library.open(path, read_only=True) as library:
        size = len(library)
        if known and size == known_for:
            return size, known
        terms = Terms.of(library)
    # These words and the index of the actors stay. The collector would walk them again and again,
    # a tenth of a second each time, in the middle of typing.
    gc.freeze()
    return size, terms


def _note(path: Path, query: str) -> None:
    from briefings.library import Library

    with contextlib.suppress(LibraryError), Library.open(path) as library:
        library.full_text.asked(query)


def _save(path: Path, name: str, query: str) -> None:
    from briefings.library import Library

    with Library.open(path) as library:
        library.full_text.save(name, query)


def _forget(path: Path, name: str) -> None:
    from briefings.library import Library

    with Library.open(path) as library:
        library.full_text.forget(name)
