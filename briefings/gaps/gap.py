"""The value of a gap: its kind, what is missing in our words, and why one asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from briefings.briefing import Briefing
from briefings.document import Span


class GapKind(StrEnum):
    """What is missing."""

    NO_DATE = "no_date"
    NO_NUMBER = "no_number"
    UNNAMED_SOURCE = "unnamed_source"
    ACCUSED_NOT_HEARD = "accused_not_heard"
    PARTY_NOT_QUOTED = "party_not_quoted"
    NO_TIME = "no_time"
    NO_PLACE = "no_place"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something the article does not say.

    Attributes:
        kind: What is missing.
        text: What is missing, in our words, by template; words of the article stand in it.
        actors: The ids of the actors it is about.
        evidence: The sentences that make one ask; empty if it is about the whole article.
    """

    kind: GapKind
    text: str
    actors: tuple[str, ...] = ()
    evidence: tuple[Span, ...] = ()


def names_of(briefing: Briefing, identities: Iterable[str]) -> str:
    """The names of actors, in words: "Ruiz, Lind and Okafor"."""
    known = {actor.id: actor.name for actor in briefing.actors}
    names = [known[identity] for identity in identities if identity in known]
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def distinct(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Each span once, in the order given."""
    return tuple(dict.fromkeys(spans))
