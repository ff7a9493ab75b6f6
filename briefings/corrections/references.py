"""How everything that refers to an actor follows when the actor changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from briefings.briefing import Briefing, Position, Question, Relation
from briefings.document import Span
from briefings.events import Event, Place

Ids = tuple[str, ...]


def replaced(briefing: Briefing, old: str, new: str) -> Briefing:
    """The briefing with every reference to the actor `old` made one to `new`.

    Args:
        briefing: The briefing.
        old: The id of an actor.
        new: The id of another one; empty if there is none any more.
    """

    def ids(given: Ids) -> Ids:
        return distinct(new if one == old else one for one in given)

    def one(given: str) -> str:
        return new if given == old else given

    return replace(
        briefing,
        positions=tuple(_position(position, ids) for position in briefing.positions),
        questions=tuple(
            replace(question, resolvers=ids(question.resolvers)) for question in briefing.questions
        ),
        events=tuple(replace(event, actors=ids(event.actors)) for event in briefing.events),
        places=tuple(replace(place, actor=one(place.actor)) for place in briefing.places),
        relations=_sound(
            replace(relation, subject=one(relation.subject), object=one(relation.object))
            for relation in briefing.relations
        ),
    )


@dataclass(frozen=True, slots=True)
class Transfer:
    """Mentions that pass from one actor to another, and what refers to the actors by them.

    Attributes:
        old: The id of the actor who had the mentions.
        new: The id of the actor who has them now.
        moved: Where those mentions stand.
        left: Where the mentions stand that `old` keeps.
    """

    old: str
    new: str
    moved: tuple[Span, ...]
    left: tuple[Span, ...]

    def made(self, briefing: Briefing) -> Briefing:
        """The briefing in which whatever was found at the moved mentions refers to `new`."""
        return replace(
            briefing,
            positions=tuple(map(self._position, briefing.positions)),
            questions=tuple(map(self._question, briefing.questions)),
            events=tuple(map(self._event, briefing.events)),
            places=tuple(map(self._place, briefing.places)),
            relations=_sound(map(self._relation, briefing.relations)),
        )

    def _ids(self, given: Ids, where: Sequence[Span]) -> Ids:
        """The ids, read again for the words at some places."""
        if self.old not in given or not _meet(self.moved, where):
            return given
        both = (self.old, self.new) if _meet(self.left, where) else (self.new,)
        return distinct(each for one in given for each in (both if one == self.old else (one,)))

    def _position(self, position: Position) -> Position:
        named = position.source or position.cue
        return replace(
            position,
            holders=self._ids(position.holders, named),
            sources=self._ids(position.sources, named),
            on_behalf_of=self._ids(position.on_behalf_of, named),
            targets=self._ids(position.targets, position.content),
        )

    def _question(self, question: Question) -> Question:
        return replace(question, resolvers=self._ids(question.resolvers, (question.sentence,)))

    def _event(self, event: Event) -> Event:
        return replace(event, actors=self._ids(event.actors, (event.span,)))

    def _place(self, place: Place) -> Place:
        is_whole = _meet(self.moved, place.mentions) and not _meet(self.left, place.mentions)
        return replace(place, actor=self.new) if place.actor == self.old and is_whole else place

    def _relation(self, relation: Relation) -> Relation:
        is_whole = _meet(self.moved, (relation.span,)) and not _meet(self.left, (relation.span,))
        if not is_whole:
            return relation
        ends = (self.new if end == self.old else end for end in (relation.subject, relation.object))
        subject, other = ends
        return replace(relation, subject=subject, object=other)


def distinct(ids: Iterable[str]) -> Ids:
    """The ids in their order, each once, none empty."""
    return tuple(dict.fromkeys(filter(None, ids)))


def _position(position: Position, ids: Callable[[Ids], Ids]) -> Position:
    return replace(
        position,
        holders=ids(position.holders),
        sources=ids(position.sources),
        on_behalf_of=ids(position.on_behalf_of),
        targets=ids(position.targets),
    )


def _sound(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """The relations that still are between two actors."""
    return tuple(
        one for one in relations if one.subject and one.object and one.subject != one.object
    )


def _meet(some: Iterable[Span], others: Sequence[Span]) -> bool:
    return any(one.overlap(other) for one in some for other in others)
