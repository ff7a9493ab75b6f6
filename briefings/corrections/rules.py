"""What a reader teaches once for the whole library.

A rule speaks of an actor by its name and type, in whatever text it stands. Names count as the same
if they differ only in case, accents, dots or hyphens; types count as far as person, territory
(state, place), or body (all others).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from briefings.briefing import ActorType
from briefings.corrections.anchors import ActorAnchor
from briefings.corrections.values import Assign, Correction, Merge, Rename, Retype, Split


@dataclass(frozen=True, slots=True)
class Named:
    """An actor of any text."""

    name: str
    type: ActorType


@dataclass(frozen=True, slots=True)
class AlwaysMerge:
    """`actor` is `into`, wherever it is named: "Selenskyj is Volodymyr Zelenskyy"."""

    actor: Named
    into: Named


@dataclass(frozen=True, slots=True)
class NeverMerge:
    """The two are never one: where an actor goes by both names, `other` is another actor."""

    one: Named
    other: Named


@dataclass(frozen=True, slots=True)
class AlwaysRetype:
    """The actor is of this type."""

    actor: Named
    type: ActorType


@dataclass(frozen=True, slots=True)
class AlwaysRename:
    """The actor is called so."""

    actor: Named
    name: str


@dataclass(frozen=True, slots=True)
class AlwaysAssign:
    """The actor belongs to this state; to none if it is empty."""

    actor: Named
    state: str


@dataclass(frozen=True, slots=True)
class RemoveRule:
    """The rule that was taught with this entry of the journal no longer holds."""

    rule: int


Rule: TypeAlias = AlwaysMerge | NeverMerge | AlwaysRetype | AlwaysRename | AlwaysAssign


def as_rule(correction: Correction) -> Rule | None:
    """What a correction says if it is made a rule for the whole library; None if it cannot be."""
    match correction:
        case Merge():
            return AlwaysMerge(_named(correction.actor), _named(correction.into))
        case Split():
            other = Named(correction.name, correction.type)
            return NeverMerge(_named(correction.actor), other)
        case Retype():
            return AlwaysRetype(_named(correction.actor), correction.type)
        case Rename():
            return AlwaysRename(_named(correction.actor), correction.name)
        case Assign():
            return AlwaysAssign(_named(correction.actor), correction.state)
        case _:
            return None


def _named(anchor: ActorAnchor) -> Named:
    return Named(anchor.name, anchor.type)
