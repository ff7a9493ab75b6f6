"""Briefings -> who stands where on which issue: a matrix of actors and issues.

Two positions are on one issue if they have the same topic; between briefings, if the topic says the
same in both (`briefings.library.topics`). Actors are one as they are in the library.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefings.briefing import Actor, ActorType, Briefing, Family, Position
from briefings.document import Document
from briefings.library.known import actor_key, linked_actors
from briefings.library.topics import is_shared, issue_key
from briefings.library.writer.threads import SIDES


@dataclass(frozen=True, slots=True)
class Stand:
    """A position, and the document that it is found in."""

    document: Document
    position: Position

    @property
    def family(self) -> Family:
        """For, against, asks or says."""
        return self.position.stance.family


@dataclass(frozen=True, slots=True)
class Cell:
    """What one actor says on one issue.

    Attributes:
        stands: The positions, the oldest first, undated ones last; at least one.
    """

    stands: tuple[Stand, ...]

    @property
    def telling(self) -> Stand:
        """The newest position that takes a side; else the newest one."""
        newest = tuple(reversed(_dated(self.stands)))
        return next((one for one in newest if one.family in SIDES), newest[0])

    @property
    def side(self) -> Family | None:
        """For or against, as the newest position has it that takes a side."""
        family = self.telling.family
        return family if family in SIDES else None

    @property
    def is_mixed(self) -> bool:
        """Whether some positions speak for it and others against it."""
        return {one.family for one in self.stands} >= SIDES


@dataclass(frozen=True, slots=True)
class MatrixActor:
    """A row.

    Attributes:
        key: The same for the actor in every briefing.
        name: The name.
        type: What kind of actor.
        is_linked: Whether the actor is known beyond its own briefing.
    """

    key: str
    name: str
    type: ActorType
    is_linked: bool


@dataclass(frozen=True, slots=True)
class MatrixIssue:
    """A column.

    Attributes:
        key: Unique among the columns.
        label: The topic as the newest briefing words it.
    """

    key: str
    label: str


@dataclass(frozen=True)
class Matrix:
    """Actors by issues.

    Attributes:
        actors: The rows: who takes most positions first.
        issues: The columns: those in dispute first, then those that most actors speak about.
        cells: What there is, by the keys of actor and issue.
        apart: How many positions have no holder or no topic, and so are in no cell.
    """

    actors: tuple[MatrixActor, ...]
    issues: tuple[MatrixIssue, ...]
    cells: Mapping[tuple[str, str], Cell]
    apart: int

    def side_of(self, actor: str, issue: str) -> Family | None:
        """Where an actor stands on an issue: for, against, or neither."""
        cell = self.cells.get((actor, issue))
        return cell.side if cell else None

    def on_side(self, issue: str, side: Family) -> tuple[MatrixActor, ...]:
        """The actors who stand on a side of an issue."""
        return tuple(one for one in self.actors if self.side_of(one.key, issue) is side)

    def is_alone(self, actor: str, issue: str) -> bool:
        """Whether an actor stands alone against at least two."""
        side = self.side_of(actor, issue)
        if side is None:
            return False
        [other] = SIDES - {side}
        return len(self.on_side(issue, side)) == 1 and len(self.on_side(issue, other)) > 1

    @cached_property
    def documents(self) -> frozenset[str]:
        """The ids of the documents that the cells are from."""
        return frozenset(stand.document.id for cell in self.cells.values() for stand in cell.stands)

    @cached_property
    def in_dispute(self) -> frozenset[str]:
        """The issues with somebody on each side."""
        return frozenset(
            issue.key for issue in self.issues if all(self.on_side(issue.key, s) for s in SIDES)
        )


def matrix(briefings: Iterable[tuple[Document, Briefing]]) -> Matrix:
    """The matrix of some briefings.

    Args:
        briefings: Each with its document, in any order.
    """
    actors: dict[str, MatrixActor] = {}
    labels: dict[str, str] = {}
    stands: dict[tuple[str, str], list[Stand]] = {}
    apart = 0
    for document, briefing in sorted(briefings, key=_time_of):
        rows = _rows(document, briefing)
        for position in briefing.stands:
            issue = _issue(document, position.topic)
            holders = [rows[one] for one in position.holders if one in rows]
            if not issue or not holders:
                apart += 1
                continue
            labels[issue] = position.topic
            for holder in holders:
                known = actors.get(holder.key)
                if known is None or len(holder.name) > len(known.name):
                    actors[holder.key] = holder
                stands.setdefault((holder.key, issue), []).append(Stand(document, position))
    cells = {place: Cell(tuple(some)) for place, some in stands.items()}
    return Matrix(_by_weight(actors, cells), _by_dispute(labels, cells), cells, apart)


def _rows(document: Document, briefing: Briefing) -> dict[str, MatrixActor]:
    """The actors of a briefing by their ids; who has no name beyond it is its own."""
    linked = {actor.id for actor in linked_actors(briefing)}

    def row(actor: Actor) -> MatrixActor:
        is_linked = actor.id in linked
        key = actor_key(actor) if is_linked else f"{document.id} {actor.id}"
        return MatrixActor(key, actor.name, actor.type, is_linked)

    return {actor.id: row(actor) for actor in briefing.actors}


def _issue(document: Document, topic: str) -> str:
    """The key of an issue; one that may be another matter elsewhere belongs to its document."""
    key = issue_key(topic)
    return key if not key or is_shared(key) else f"{key} {document.id}"


def _by_weight(
    actors: Mapping[str, MatrixActor], cells: Mapping[tuple[str, str], Cell]
) -> tuple[MatrixActor, ...]:
    weights = Counter[str]()
    for (actor, _), cell in cells.items():
        weights[actor] += len(cell.stands)
    return tuple(sorted(actors.values(), key=lambda one: -weights[one.key]))


def _by_dispute(
    labels: Mapping[str, str], cells: Mapping[tuple[str, str], Cell]
) -> tuple[MatrixIssue, ...]:
    sides: dict[str, set[Family | None]] = {}
    weights = Counter[str]()
    for (_, issue), cell in cells.items():
        sides.setdefault(issue, set()).add(cell.side)
        weights[issue] += 1

    def rank(issue: str) -> tuple[bool, int]:
        return not sides[issue] >= SIDES, -weights[issue]

    return tuple(MatrixIssue(key, labels[key]) for key in sorted(labels, key=rank))


def _time_of(told: tuple[Document, Briefing]) -> tuple[bool, str, str]:
    """Undated ones last."""
    document = told[0]
    date = document.published.date if document.published else ""
    return not date, date, document.id


def _dated(stands: Sequence[Stand]) -> Sequence[Stand]:
    """Those of dated documents; all, if none is."""
    return [one for one in stands if one.document.published] or stands
