"""How much a document is about each of its actors.

The measure is the one that agreed best with how often people name an actor when they sum an
article up (the GUM corpus): the logarithm of the number of mentions, and a bonus for the headline.
Whoever takes a stand counts a little more, since that is what a reader of a briefing looks for.
It stands beside the values, not in the analysis, because a correction changes it too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import log2

from briefings.briefing import Actor, ActorType, Position
from briefings.document import Document

HEADLINE_BONUS = 1.5
STAND_BONUS = 0.5
UNNAMED_FACTOR = 0.75


def ranked(
    document: Document, actors: Sequence[Actor], positions: Sequence[Position]
) -> tuple[Actor, ...]:
    """The actors with their salience, 0 to 1, the most salient first.

    Ties keep the order in which the actors come.
    """
    title = document.title_span
    holders = {holder for p in positions if p.is_stand for holder in p.holders}

    def weight(actor: Actor) -> float:
        in_headline = title is not None and any(title.contains(m.span) for m in actor.mentions)
        value = log2(1 + len(actor.mentions)) + HEADLINE_BONUS * in_headline
        value += STAND_BONUS * (actor.id in holders)
        return value * UNNAMED_FACTOR if actor.type is ActorType.GROUP else value

    weights = {actor.id: weight(actor) for actor in actors}
    most = max(weights.values(), default=0.0) or 1.0
    ordered = sorted(actors, key=lambda actor: -weights[actor.id])
    return tuple(replace(actor, salience=round(weights[actor.id] / most, 3)) for actor in ordered)
