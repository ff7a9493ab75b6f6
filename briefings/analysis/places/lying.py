"""In which state a place lies: as the text says ("Elm Bay, Norrland"), else as is known."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefings.analysis.actors.lexicon import gazetteer, pieces
from briefings.briefing import Actor, ActorType
from briefings.knowledge import load

if TYPE_CHECKING:
    from spacy.tokens import Span as Phrase


def state_of(actor: Actor) -> str:
    """The state that a place belongs to, or that it is; empty if it is not known."""
    if actor.type is ActorType.STATE:
        return actor.name
    return actor.state or known_state(actor.name)


def known_state(name: str) -> str:
    """The state that the place of this name lies in; empty if no knowledge file has it."""
    known = gazetteer().get(pieces(name))
    if known is not None and known.state:
        return known.state
    return _city_states().get(known.name if known is not None else name, "")


def is_followed_by(name: Phrase, other: Phrase) -> bool:
    """Whether another name says where the first is: "Elm Bay, Norrland"."""
    doc = name.doc
    return other.start == name.end + 1 and doc[name.end].text in {",", "("}


@cache
def seats() -> frozenset[str]:
    """The houses by which the press calls a government: "Kremlin"."""
    rows = (line.split("|") for line in load("states")["states"].splitlines() if "|" in line)
    return frozenset(seat.strip() for row in rows for seat in row[-1].split(",") if seat.strip())


@cache
def _city_states() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in load("city_states")["cities"].splitlines():
        state, _, cities = line.partition("|")
        found.update((city.strip(), state.strip()) for city in cities.split(";") if city.strip())
    return found
