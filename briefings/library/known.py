"""When actors of different briefings are the same one: same normalised name and fitting type."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

from briefings.briefing import Actor, ActorType
from briefings.library.values import KnownActor

_TERRITORIES = frozenset({ActorType.STATE, ActorType.PLACE})

_ROWS = """
    SELECT actors.key, actors.name, actors.type, actors.state, actors.aliases, actors.roles,
           actors.mentions, documents.id
    FROM actors JOIN documents ON documents.number = actors.document
    ORDER BY actors.key
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
    rows = connection.execute(_ROWS)
    found = [_merged(key, list(group)) for key, group in groupby(rows, key=itemgetter(0))]
    return tuple(sorted(found, key=lambda actor: (-actor.mentions, actor.key)))


def _merged(key: str, rows: list[tuple[str, str, str, str, str, str, int, str]]) -> KnownActor:
    """One actor from its rows in all briefings."""
    _, names, types, states, aliases, roles, mentions, _ = zip(*rows, strict=True)
    name = _by_frequency(Counter(names))[0]
    other_names = _by_frequency(Counter(names) + _counted(aliases))
    in_document: Counter[str] = Counter()
    for row in rows:
        in_document[row[-1]] += row[-2]
    return KnownActor(
        key=key,
        name=name,
        type=ActorType(_by_frequency(Counter(types))[0]),
        aliases=tuple(other for other in other_names if other != name),
        roles=_by_frequency(_counted(roles)),
        state=next((state for state in _by_frequency(Counter(states)) if state), ""),
        mentions=sum(mentions),
        briefings=tuple(sorted(in_document, key=lambda one: (-in_document[one], one))),
    )


def _by_frequency(counts: Counter[str]) -> tuple[str, ...]:
    """The distinct values, the most frequent first, equals in alphabetical order."""
    if len(counts) == 1:
        return tuple(counts)
    return tuple(sorted(counts, key=lambda value: (-counts[value], value)))


def _counted(lists: Iterable[str]) -> Counter[str]:
    """How often each string stands in several JSON lists; most of the lists are alike."""
    from msgspec import json

    counts: Counter[str] = Counter()
    for encoded, times in Counter(lists).items():
        for value in json.decode(encoded, type=list[str]):
            counts[value] += times
    return counts
