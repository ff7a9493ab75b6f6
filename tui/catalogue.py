"""Everybody who can be searched for: the actors of the open briefing and of the whole library.

It is made of values when they change and kept by whoever opens the search, since the index behind
it takes a moment to make (about half a second for ten thousand actors).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from briefings.library.known import actor_key
from tui.panes.facts import TYPE_NAMES, described

if TYPE_CHECKING:
    from briefings.briefing import Actor, Briefing
    from briefings.library import KnownActor
    from briefings.search import ActorIndex

HERE_COUNTS = 4.0
"""How many mentions elsewhere one in the open briefing outweighs: who is in front is looked for
more often than who is not."""


@dataclass(frozen=True, slots=True)
class Findable:
    """An actor as the search shows it.

    Attributes:
        key: The same for an actor in every briefing (`actor_key`).
        name: Its name.
        kind: What kind of actor it is, in words.
        what: What it is: role and state, or kind and state.
        weight: How prominent it is, for the ranking.
        briefings: In how many briefings of the library it appears.
        is_here: Whether it appears in the open briefing.
        home: The id of the document that mentions it most; empty if none of the library does.
        aliases: Its other names.
        roles: What it is called, each with the state, for the search by role.
    """

    key: str
    name: str
    kind: str
    what: str
    weight: float
    briefings: int
    is_here: bool = False
    home: str = ""
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


class Catalogue:
    """Who can be searched for.

    Args:
        actors: In any order; no key twice.
    """

    def __init__(self, actors: Iterable[Findable]) -> None:
        self.by_prominence = sorted(actors, key=lambda one: (not one.is_here, -one.weight))
        self.by_key = {actor.key: actor for actor in self.by_prominence}

    @classmethod
    def of(cls, opened: Briefing | None, known: Iterable[KnownActor]) -> Catalogue:
        """The actors of the open briefing, under its own names, and those of the library.

        Args:
            opened: The briefing in front, whether or not it is in the library; None if none is.
            known: The actors of the library.
        """
        actors = {one.key: _from_library(one) for one in known}
        for actor in opened.listed_actors if opened else ():
            key = actor_key(actor)
            actors[key] = _from_briefing(actor, key, actors.get(key))
        return cls(actors.values())

    @cached_property
    def index(self) -> ActorIndex:
        """The index of the search."""
        from briefings.search import ActorIndex, Candidate

        return ActorIndex(
            Candidate(
                id=actor.key,
                name=actor.name,
                kind=actor.kind,
                weight=actor.weight,
                aliases=actor.aliases,
                role="; ".join(actor.roles),
            )
            for actor in self.by_prominence
        )


def _from_library(actor: KnownActor) -> Findable:
    kind = TYPE_NAMES[actor.type]
    title = actor.roles[0] if actor.roles else kind
    state = "" if actor.state.casefold() == actor.name.casefold() else actor.state
    return Findable(
        key=actor.key,
        name=actor.name,
        kind=kind,
        what=_of_state(title, state, " · "),
        weight=actor.mentions,
        briefings=actor.briefings,
        home=actor.home,
        aliases=actor.aliases,
        roles=tuple(_of_state(role, state) for role in actor.roles),
    )


def _from_briefing(actor: Actor, key: str, known: Findable | None) -> Findable:
    aliases = (*actor.aliases, *(known.aliases if known else ()))
    roles = tuple(_of_state(role.title, role.organization or role.state) for role in actor.roles)
    mentions = len(actor.mentions)
    return Findable(
        key=key,
        name=actor.name,
        kind=TYPE_NAMES[actor.type],
        what=described(actor),
        weight=mentions * HERE_COUNTS + (known.weight if known else 0),
        briefings=known.briefings if known else 0,
        is_here=True,
        home=known.home if known else "",
        aliases=tuple(dict.fromkeys(name for name in aliases if name != actor.name)),
        roles=tuple(dict.fromkeys((*roles, *(known.roles if known else ())))),
    )


def _of_state(role: str, state: str, between: str = ", ") -> str:
    return f"{role}{between}{state}" if state and state not in role else role
