"""What runs through several briefings: who stands where on an issue, open questions, ties."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from briefings.briefing import ActorType, Family, Stance
from briefings.corrections import QuestionStatus
from briefings.document import Published, Span
from briefings.library.connection import explained
from briefings.library.items import items_of
from briefings.library.ledger import Asked, LedgerRow, page_of
from briefings.library.listed import Item
from briefings.library.rows import published_of, snapshot
from briefings.library.writer.numbering import POSITION

_SIDES = """
    WITH loudest AS (
        SELECT actor FROM sides WHERE topic = :issue ORDER BY positions DESC, actor LIMIT :limit
    ),
    told AS (
        SELECT actor, max(published) AS last, row, label, count(*) AS positions,
               sum(label IN ({speaking_for})) AS speaking_for
        FROM issues WHERE topic = :issue AND actor IN loudest GROUP BY actor
    )
    SELECT key, name, type, label, speaking_for, positions, last, row
    FROM told JOIN known_actors ON number = actor ORDER BY positions DESC, actor
"""
_TIES = """
    SELECT ties.kind, label, is_subject, coalesce(known_actors.key, ''), ties.name, start, end,
           documents.id, title, documents.published, precision
    FROM ties JOIN documents ON documents.number = ties.document
    LEFT JOIN known_actors ON known_actors.number = other
    WHERE actor = (SELECT number FROM known_actors WHERE key = ?)
    ORDER BY ties.published DESC, ties.document DESC, ties.number LIMIT ?
"""
# Quicker than to call the types: a dossier has thousands of sides.
_TYPES = {kind.value: kind for kind in ActorType}
_FAMILIES = {stance.value: stance.family for stance in Stance}
_SPEAKING_FOR = ", ".join(f"'{stance}'" for stance in Stance if stance.family is Family.FOR)


@dataclass(frozen=True, slots=True)
class Side:
    """Where an actor stands on an issue: for it, or against it.

    Attributes:
        key: The actor's key in the library.
        name: Its name.
        type: What kind of actor it is.
        family: The family of its newest position for or against.
        is_mixed: Whether it holds positions of the other of the two families too.
        positions: How many positions for or against it holds.
        last: When the newest was published: a date cut to its precision, or empty.
        newest: The number by which `Threads.item` finds the newest of them.
    """

    key: str
    name: str
    type: ActorType
    family: Family
    is_mixed: bool
    positions: int
    last: str
    newest: int


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie between actors as a briefing states it, seen from one of them.

    Attributes:
        kind: As `Relation.kind`.
        label: The words of the text.
        is_subject: Whether the actor it is seen from stands in the relation; else it is its object.
        other: The key of the other actor; empty if the library does not list it.
        name: The name of the other actor.
        span: Where the text says so.
        briefing: The id of the document.
        title: Its title.
        published: When it was published; None means undated.
    """

    kind: str
    label: str
    is_subject: bool
    other: str
    name: str
    span: Span
    briefing: str
    title: str
    published: Published | None


class Threads:
    """What runs through the briefings of a library: `Library.threads`.

    Every method raises LibraryError if the file cannot be read.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def sides_on(self, issue: str, *, limit: int = 50) -> tuple[Side, ...]:
        """Where those stand who are for or against an issue; who says most of it first.

        Args:
            issue: An `issue_key`.
            limit: How many at most.
        """
        question = _SIDES.format(speaking_for=_SPEAKING_FOR)
        with explained(self._path):
            rows = self._connection.execute(question, {"issue": issue, "limit": limit}).fetchall()
        return tuple(
            Side(
                key=key,
                name=name,
                type=_TYPES[kind],
                family=_FAMILIES[label],
                is_mixed=0 < speaking_for < positions,
                positions=positions,
                last=last,
                newest=row,
            )
            for key, name, kind, label, speaking_for, positions, last, row in rows
        )

    def item(self, number: int) -> Item | None:
        """The position or question with a number that this class has given; None if it is gone."""
        with explained(self._path):
            known = self._connection.execute("SELECT 1 FROM items WHERE rowid = ?", (number,))
            found = items_of(self._connection, [number]) if known.fetchone() else ()
        return found[0] if found else None

    def ties_of(self, key: str, *, limit: int = 50) -> tuple[Tie, ...]:
        """The ties of an actor that the texts state, of the newest published briefing first."""
        with explained(self._path):
            rows = self._connection.execute(_TIES, (key, limit)).fetchall()
        return tuple(
            Tie(
                kind=kind,
                label=label,
                is_subject=bool(is_subject),
                other=other,
                name=name,
                span=Span(start, end),
                briefing=briefing,
                title=title,
                published=published_of(published, precision),
            )
            for kind, label, is_subject, other, name, start, end, briefing, title, published,
            precision in rows
        )  # fmt: skip

    def questions(
        self, asked: Asked, *, limit: int = 50, offset: int = 0
    ) -> tuple[tuple[LedgerRow, ...], dict[QuestionStatus, int]]:
        """A page of the questions that are asked for, and how many there are of each status.

        The statuses that are asked for choose the questions, and leave the numbers as they are; a
        status of which there are none is missing.
        """
        with explained(self._path), snapshot(self._connection):
            return page_of(self._connection, asked, limit, offset)

    def positions_held(self, key: str) -> int:
        """How many positions an actor holds."""
        with explained(self._path):
            row = self._connection.execute(
                "SELECT count(*) FROM stands WHERE kind = ?"
                " AND actor = (SELECT number FROM known_actors WHERE key = ?)",
                (POSITION, key),
            ).fetchone()
        return int(row[0])
