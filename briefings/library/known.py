"""Actors over the whole library: when those of different briefings are one, and where they appear.

Actors are the same if their normalised names are and their types fit. A surname alone is never
taken for the full name of another briefing: even where only one person of the library bears it, the
next article may be about another. Within a briefing the analysis has joined the two already, by
what the text says. So `candidates` offers, and the reader decides.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from briefings.briefing import Actor, ActorType, Briefing, MentionKind
from briefings.library.listed import Appearance, DatedRole
from briefings.library.rows import published_of
from briefings.library.values import KnownActor

_TERRITORIES = frozenset({ActorType.STATE, ActorType.PLACE})
_PERSON = "person:"
_TYPES = {kind.value: kind for kind in ActorType}  # quicker than to call the type

_KNOWN = """
    SELECT key, name, type, aliases, roles, state, mentions, briefings, coalesce(id, '')
    FROM (SELECT key, name, type, aliases, roles, state, mentions, briefings, home, surname
          FROM known_actors)
    LEFT JOIN (SELECT number, id FROM documents) ON number = home
"""


def actor_key(actor: Actor) -> str:
    """What the same actor has in common in every briefing: "person:mira okafor".

    A text's analysis may take one body for an organisation and another's for a company, but
    never a person for a body; so the type counts only as far as that.
    """
    if actor.type is ActorType.PERSON:
        return f"{_PERSON}{normalised(actor.name)}"
    kind = "territory" if actor.type in _TERRITORIES else "body"
    return f"{kind}:{normalised(actor.name)}"


def linked_actors(briefing: Briefing) -> tuple[Actor, ...]:
    """The listed actors that are the same in other briefings.

    "The prime minister" of another article may be another's; whom a text only describes is known
    to its own briefing. A group of a state ("Russian officials") is what its description says.
    """
    return tuple(actor for actor in briefing.listed_actors if _has_identity(actor))


def _has_identity(actor: Actor) -> bool:
    if actor.type is ActorType.GROUP and actor.state:
        return True
    return not actor.mentions or any(one.kind is MentionKind.NAMED for one in actor.mentions)


@lru_cache(maxsize=16_384)  # the same names come again and again
def normalised(name: str) -> str:
    """A name without what differs between spellings: case, accents, dots, hyphens, spaces.

    >>> normalised("Jean-Luc  ÉTIENNE")
    'jean luc etienne'
    >>> normalised("U.N.")
    'un'
    """
    from anyascii import anyascii

    folded = anyascii(name.casefold()).casefold().replace(".", "").replace("'", "")
    words = "".join(letter if letter.isalnum() else " " for letter in folded).split()
    return " ".join(words) or name.casefold()


def surname(key: str) -> str:
    """The last word of a person's full name; empty for a name of one word, and for others.

    >>> surname("person:mira okafor")
    'okafor'
    """
    if not key.startswith(_PERSON):
        return ""
    first, _, last = key.removeprefix(_PERSON).rpartition(" ")
    return last if first else ""


def known_actors(connection: sqlite3.Connection) -> tuple[KnownActor, ...]:
    """Every listed actor of every briefing, once, the most mentioned first.

    Raises:
        sqlite3.Error: The library could not be read.
    """
    rows = connection.execute(f"{_KNOWN} ORDER BY mentions DESC, key")
    return _known_from(rows)


def known_actor(connection: sqlite3.Connection, key: str) -> KnownActor | None:
    """The actor with this key, or None."""
    found = _known_from(connection.execute(f"{_KNOWN} WHERE key = ?", (key,)))
    return found[0] if found else None


def candidates(connection: sqlite3.Connection, key: str) -> tuple[KnownActor, ...]:
    """The persons of whom a lone surname may be the name, the most mentioned first.

    Empty for every other actor.
    """
    name = key.removeprefix(_PERSON)
    if name == key or " " in name:
        return ()
    rows = connection.execute(
        f"{_KNOWN} WHERE surname = ? AND surname != '' ORDER BY mentions DESC, key", (name,)
    )
    return _known_from(rows)


def appearances(
    connection: sqlite3.Connection, key: str, limit: int, offset: int
) -> tuple[Appearance, ...]:
    """Where an actor appears, the newest published first, undated ones last."""
    rows = connection.execute(
        "SELECT id, title, date, precision, publisher, item, name, roles, mentions"
        " FROM (SELECT document, item, name, roles, mentions, published AS date FROM appearances"
        "       WHERE actor = (SELECT number FROM known_actors WHERE key = ?)"
        "       ORDER BY published DESC, document DESC LIMIT ? OFFSET ?)"
        " CROSS JOIN documents ON number = document ORDER BY date DESC, document DESC",
        (key, limit, offset),
    )
    # An actor may appear in tens of thousands of briefings, under few roles.
    labels: dict[str, tuple[str, ...]] = {}
    found = []
    for identity, title, date, precision, publisher, item, name, roles, mentions in rows:
        if roles not in labels:
            labels[roles] = _strings(roles)
        day = published_of(date or None, precision)
        found.append(
            Appearance(identity, title, day, publisher, item, name, labels[roles], mentions)
        )
    return tuple(found)


def dated_roles(connection: sqlite3.Connection, key: str) -> tuple[DatedRole, ...]:
    """What the texts say an actor is, and when they were published; the most common first."""
    from msgspec import json

    rows = connection.execute(
        "SELECT roles, coalesce(min(nullif(published, '')), ''), max(published), count(*)"
        " FROM appearances WHERE actor = (SELECT number FROM known_actors WHERE key = ?)"
        " AND roles != '[]' GROUP BY roles",
        (key,),
    )
    counts: Counter[str] = Counter()
    dates: dict[str, list[str]] = {}
    for roles, first, last, count in rows:
        for label in dict.fromkeys(json.decode(roles, type=list[str])):
            counts[label] += count
            dates.setdefault(label, []).extend(date for date in (first, last) if date)
    return tuple(
        DatedRole(label, min(dates[label], default=""), max(dates[label], default=""), count)
        for label, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )


def _known_from(rows: Iterable[tuple[Any, ...]]) -> tuple[KnownActor, ...]:
    return tuple(
        KnownActor(
            key=key,
            name=name,
            type=_TYPES[kind],
            aliases=_strings(aliases),
            roles=_strings(roles),
            state=state,
            mentions=mentions,
            briefings=briefings,
            home=home,
        )
        for key, name, kind, aliases, roles, state, mentions, briefings, home in rows
    )


def _strings(text: str) -> tuple[str, ...]:
    """A list of strings in JSON; most have none, and decoding takes much of the time."""
    return () if text == "[]" else _decoder()(text)


@lru_cache
def _decoder() -> Callable[[str], tuple[str, ...]]:
    from msgspec.json import Decoder

    return Decoder(tuple[str, ...]).decode
