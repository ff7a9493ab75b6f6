"""How the actors of a briefing come among those of the whole library, and go again.

What most briefings say of an actor is counted as they come and go, so that the list of all actors
can be read as it stands.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from briefings.briefing import Actor, Briefing
from briefings.library.known import actor_key, linked_actors, surname

MOST_FORMS = 100
"""How many names, aliases and roles of an actor are counted; the rarest give way."""

_KINDS = 5  # of forms: names, types, states, aliases, roles

_Forms = list[dict[str, int]]


def keep_actors(connection: sqlite3.Connection, number: int, briefing: Briefing) -> dict[str, int]:
    """Take the listed actors of a briefing in, in place of those that were there before.

    Part of the transaction of its change. Actors of whom all is as before are not touched: a rule
    changes one actor in many briefings.

    Args:
        connection: To the library.
        number: The document's.
        briefing: As a reader sees it.

    Returns:
        For each id of an actor in the briefing the number it has in the library.
    """
    published = _published(connection, number)
    listed, before = _by_key(linked_actors(briefing)), _appearing(connection, number)
    rows = {key: sorted(map(appearance_row, actors)) for key, actors in listed.items()}
    same = {key for key in rows if key in before and before[key][1] == rows[key]}
    for key in before.keys() - same:
        _drop(connection, number, published, key, before[key][1])
    numbers = {actor.id: before[key][0] for key in same for actor in listed[key]}
    for key, actors in listed.items():
        if key in same:
            continue
        known = _Known.of(connection, key)
        known.count(actors, 1)
        mentions = sum(len(actor.mentions) for actor in actors)
        known.mentions += mentions
        known.briefings += 1
        # Among equals the first added, so that the same briefings always give the same.
        if known.briefings == 1 or (-mentions, number) < (-known.home_mentions, known.home):
            known.home, known.home_mentions = number, mentions
        known.write(connection)
        numbers |= {actor.id: known.number for actor in actors}
        connection.executemany(
            "INSERT INTO appearances (actor, published, document, item, name, type, state, aliases,"
            " roles, mentions) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            ((known.number, published, number, *row) for row in rows[key]),
        )
    return numbers


def _appearing(
    connection: sqlite3.Connection, number: int
) -> dict[str, tuple[int, list[tuple[Any, ...]]]]:
    """The actors of a document by their keys: the number in the library, and their rows."""
    found: dict[str, tuple[int, list[tuple[Any, ...]]]] = {}
    for key, actor, *row in connection.execute(
        "SELECT key, number, item, appearances.name, appearances.type, appearances.state,"
        " appearances.aliases, appearances.roles, appearances.mentions"
        " FROM appearances JOIN known_actors ON number = actor WHERE document = ? ORDER BY item",
        (number,),
    ):
        found.setdefault(key, (actor, []))[1].append(tuple(row))
    return {key: (actor, sorted(rows)) for key, (actor, rows) in found.items()}


def _drop(
    connection: sqlite3.Connection,
    number: int,
    published: str,
    key: str,
    rows: Iterable[tuple[Any, ...]],
) -> None:
    """Take an actor of a document out again."""
    from msgspec import json

    known = _Known.of(connection, key)
    connection.execute(
        "DELETE FROM appearances WHERE actor = ? AND published = ? AND document = ?",
        (known.number, published, number),
    )
    for _, name, type_, state, aliases, roles, mentions in rows:
        listed = [json.decode(one, type=list[str]) for one in (aliases, roles)]
        known.add(name, type_, state, *listed, times=-1)
        known.mentions -= mentions
    known.briefings -= 1
    if known.home == number:
        known.find_home(connection)
    known.write(connection)


def appearance_row(actor: Actor) -> tuple[str | int, ...]:
    """What the table of appearances holds of an actor."""
    from msgspec import json

    return (
        actor.id,
        actor.name,
        actor.type.value,
        actor.state,
        json.encode(actor.aliases).decode(),
        json.encode([role.label for role in actor.roles]).decode(),
        len(actor.mentions),
    )


@dataclass(slots=True)
class _Known:
    """An actor of the library while it is changed; its number is 0 until it has one."""

    key: str
    number: int = 0
    mentions: int = 0
    briefings: int = 0
    home: int = 0
    home_mentions: int = 0
    forms: _Forms = field(default_factory=lambda: [{} for _ in range(_KINDS)])

    @classmethod
    def of(cls, connection: sqlite3.Connection, key: str) -> _Known:
        from msgspec import json

        row = connection.execute(
            "SELECT number, mentions, briefings, home, home_mentions, forms"
            " FROM known_actors WHERE key = ?",
            (key,),
        ).fetchone()
        if row is None:
            return cls(key)
        number, mentions, briefings, home, home_mentions, forms = row
        counts = json.decode(forms, type=_Forms)
        return cls(key, number, mentions, briefings, home, home_mentions, counts)

    def count(self, actors: Iterable[Actor], times: int) -> None:
        for actor in actors:
            roles = [role.label for role in actor.roles]
            self.add(actor.name, actor.type, actor.state, actor.aliases, roles, times=times)

    def add(
        self,
        name: str,
        type_: str,
        state: str,
        aliases: Iterable[str],
        roles: Iterable[str],
        *,
        times: int,
    ) -> None:
        """Count what one briefing says, or take it from the count."""
        said = ((name,), (type_,), (state,) if state else (), aliases, roles)
        for counts, values in zip(self.forms, said, strict=True):
            for value in values:
                counts[value] = counts.get(value, 0) + times

    def find_home(self, connection: sqlite3.Connection) -> None:
        row = connection.execute(
            "SELECT document, sum(mentions) AS most FROM appearances WHERE actor = ?"
            " GROUP BY published, document ORDER BY most DESC, document LIMIT 1",
            (self.number,),
        ).fetchone()
        self.home, self.home_mentions = row or (0, 0)

    def write(self, connection: sqlite3.Connection) -> None:
        from msgspec import json

        if self.number and not self.briefings:
            connection.execute("DELETE FROM known_actors WHERE number = ?", (self.number,))
            return
        names, types, states, aliases, roles = (by_frequency(counts) for counts in self.forms)
        kept = [
            dict(list(counts.items())[:MOST_FORMS])
            for counts in (names, types, states, aliases, roles)
        ]
        name = next(iter(names), "")
        others = by_frequency(Counter(names) + Counter(aliases))
        others.pop(name, None)
        values = (
            surname(self.key),
            name,
            next(iter(types), ""),
            next(iter(states), ""),
            json.encode(list(others)[:MOST_FORMS]).decode(),
            json.encode(list(roles)[:MOST_FORMS]).decode(),
            self.mentions,
            self.briefings,
            self.home,
            self.home_mentions,
            json.encode(kept).decode(),
        )
        if self.number:
            connection.execute(
                "UPDATE known_actors SET surname = ?, name = ?, type = ?, state = ?, aliases = ?,"
                " roles = ?, mentions = ?, briefings = ?, home = ?, home_mentions = ?, forms = ?"
                " WHERE number = ?",
                (*values, self.number),
            )
        else:
            cursor = connection.execute(
                "INSERT INTO known_actors (surname, name, type, state, aliases, roles, mentions,"
                " briefings, home, home_mentions, forms, key)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*values, self.key),
            )
            assert cursor.lastrowid, "an INSERT always sets it"
            self.number = cursor.lastrowid


def by_frequency(counts: dict[str, int]) -> dict[str, int]:
    """The values that are there at all, the most frequent first, equals in alphabetical order."""
    if len(counts) == 1:
        return {value: count for value, count in counts.items() if count > 0}
    found = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return {value: count for value, count in found if count > 0}


def _by_key(actors: Iterable[Actor]) -> dict[str, list[Actor]]:
    found: dict[str, list[Actor]] = {}
    for actor in actors:
        found.setdefault(actor_key(actor), []).append(actor)
    return found


def _published(connection: sqlite3.Connection, number: int) -> str:
    row = connection.execute(
        "SELECT coalesce(published, '') FROM documents WHERE number = ?", (number,)
    ).fetchone()
    return str(row[0])
