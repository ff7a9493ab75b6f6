"""When actors of different briefings are the same one: same normalised name and fitting type."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from itertools import chain
from operator import neg

from briefings.briefing import Actor, ActorType
from briefings.library.values import KnownActor

_TERRITORIES = frozenset({ActorType.STATE, ActorType.PLACE})

# One row an actor, gathered by SQLite, which is quicker than one an appearance. The arrays of a
# row have one element an appearance, all in the same order.
_APPEARANCES = """
    SELECT key, json_group_array(name), json_group_array(type), json_group_array(state),
           '[' || group_concat(aliases) || ']', '[' || group_concat(roles) || ']',
           json_group_array(mentions), json_group_array(document)
    FROM actors GROUP BY key
"""


def actor_key(actor: Actor) -> str:
    """What the same actor has in common in every briefing: "person:mira okafor".

    A text's analysis may take one body for an organisation and another's for a company, but
    never a person for a body; so the type counts only as far as that.
    """
    if actor.type is ActorType.PERSON:
        kind = "person"
    else:
        kind = "territory" if actor.type in _TERRITORIES else "body"
    return f"{kind}:{normalised(actor.name)}"


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


def known_actors(connection: sqlite3.Connection) -> tuple[KnownActor, ...]:
    """Every listed actor of every briefing, once, the most mentioned first.

    Raises:
        sqlite3.Error: The library could not be read.
    """
    # Both questions in one transaction: another program may be adding a briefing.
    connection.execute("BEGIN")
    try:
        ids = dict(connection.execute("SELECT number, id FROM documents"))
        found = [_merged(row, ids) for row in connection.execute(_APPEARANCES)]
    finally:
        connection.execute("COMMIT")
    return tuple(sorted(found, key=lambda actor: (-actor.mentions, actor.key)))


def _merged(row: tuple[str, ...], ids: dict[int, str]) -> KnownActor:
    """One actor from its appearances in all briefings.

    Args:
        row: The key of the actor, and JSON arrays with what each briefing says of it.
        ids: The id of each document by its number.
    """
    from msgspec import json

    key, *arrays = row
    names, types, states = (json.decode(array, type=list[str]) for array in arrays[:3])
    aliases, roles = (json.decode(array, type=list[list[str]]) for array in arrays[3:5])
    mentions, documents = (json.decode(array, type=list[int]) for array in arrays[5:])
    name = _by_frequency(names)[0]
    # As pairs they sort without a key function, which would take most of the time.
    by_mentions = sorted(zip(map(neg, mentions), map(ids.__getitem__, documents), strict=True))
    return KnownActor(
        key=key,
        name=name,
        type=ActorType(_by_frequency(types)[0]),
        aliases=tuple(one for one in _by_frequency(chain(names, *aliases)) if one != name),
        roles=_by_frequency(chain(*roles)),
        state=next((state for state in _by_frequency(states) if state), ""),
        mentions=sum(mentions),
        briefings=tuple(dict.fromkeys(document for _, document in by_mentions)),
    )


def _by_frequency(values: Iterable[str]) -> tuple[str, ...]:
    """The distinct values, the most frequent first, equals in alphabetical order."""
    counts = Counter(values)
    if len(counts) == 1:
        return tuple(counts)
    return tuple(sorted(counts, key=lambda value: (-counts[value], value)))
