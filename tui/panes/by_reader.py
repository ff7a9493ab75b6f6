"""What the reader's own hand has done to a briefing, by the items in front of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from briefings.briefing import Actor, Briefing, Position, Question
from briefings.document import Span

if TYPE_CHECKING:
    from briefings.corrections import QuestionStatus, Unfitting
    from briefings.library.records import Note
    from tui.journaling import Past, Seen

Item = TypeVar("Item", Actor, Position, Question)


@dataclass(frozen=True)
class ByReader:
    """What a reader has done to a briefing.

    Attributes:
        is_read: Whether it was read.
        is_starred: Whether it has a star.
        tags: Its tags.
        notes: The notes on the whole of it, and those whose item is not found any more.
        notes_of: The notes on an item, by its id.
        statuses: What has become of a question, by its id; it is open if missing.
        made: The ids of the items that the reader has added.
        corrected: The ids of those that are not as they were found.
        unfitting: The corrections that do not fit what was found.
        is_outdated: Whether the analysis of today may find something else.
        past: What was done to it, to tell whether another program did something.
        is_removed: Whether it was taken out of the library.
    """

    is_read: bool = False
    is_starred: bool = False
    tags: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    notes_of: Mapping[str, tuple[Note, ...]] = field(default_factory=dict)
    statuses: Mapping[str, QuestionStatus] = field(default_factory=dict)
    made: frozenset[str] = frozenset()
    corrected: frozenset[str] = frozenset()
    unfitting: tuple[Unfitting, ...] = ()
    is_outdated: bool = False
    past: Past | None = None
    is_removed: bool = False

    @property
    def on_words(self) -> tuple[tuple[Span, Note], ...]:
        """The notes on words of the text, with where these stand, in the order of the text."""
        found = [(one.about.passage.span, one) for one in self.notes if one.about.passage]
        return tuple(sorted(found, key=lambda each: each[0]))

    @classmethod
    def of(cls, seen: Seen, *, is_outdated: bool = False) -> ByReader:
        """What was done to a briefing of the library."""
        stored, marks = seen.stored, seen.marks
        made, corrected = differing(stored.found, stored.briefing)
        return cls(
            marks.is_read,
            marks.is_starred,
            marks.tags,
            marks.notes,
            marks.notes_of,
            marks.statuses,
            made,
            corrected,
            stored.unfitting,
            is_outdated,
            seen.past,
            stored.entry.is_removed,
        )


NOTHING_DONE = ByReader()


def differing(found: Briefing, seen: Briefing) -> tuple[frozenset[str], frozenset[str]]:
    """The ids of the items of `seen` that were not found at all, and of those found otherwise.

    What an item says of an actor who was merged or hidden is no correction of the item.
    """
    if found is seen:
        return frozenset(), frozenset()
    gone = {one.id for one in found.actors} - {one.id for one in seen.actors}

    def is_same_position(old: Position, new: Position) -> bool:
        return _with_actors_of(old, new, gone) == new

    def is_same_question(old: Question, new: Question) -> bool:
        is_freed = not gone.isdisjoint(old.resolvers)
        return (replace(old, resolvers=new.resolvers) if is_freed else old) == new

    corrected = [
        *_changed(found.actors, seen.actors, _is_same_actor),
        *_changed(found.positions, seen.positions, is_same_position),
        *_changed(found.questions, seen.questions, is_same_question),
    ]
    return frozenset(_ids(seen) - _ids(found)), frozenset(corrected)


def _ids(briefing: Briefing) -> set[str]:
    parts: tuple[Iterable[Actor | Position | Question], ...]
    parts = (briefing.actors, briefing.positions, briefing.questions)
    return {one.id for part in parts for one in part}


def _changed(
    before: Iterable[Item], after: Iterable[Item], is_same: Callable[[Item, Item], bool]
) -> Iterator[str]:
    known = {one.id: one for one in before}
    for one in after:
        old = known.get(one.id)
        if old is not None and old != one and not is_same(old, one):
            yield one.id


def _is_same_actor(old: Actor, new: Actor) -> bool:
    return replace(old, salience=new.salience) == new


def _with_actors_of(position: Position, other: Position, gone: set[str]) -> Position:
    """The position with the actors of the other one where its own are there no more."""
    actors = {
        name: getattr(other, name)
        for name in ("holders", "sources", "on_behalf_of", "targets")
        if not gone.isdisjoint(getattr(position, name))
    }
    return replace(position, **actors)
