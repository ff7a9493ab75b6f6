"""Positions as short rows of words, so that a test reads like an example."""

from __future__ import annotations

from typing import NamedTuple

from briefings.briefing import Briefing, Position, Stance


class Row(NamedTuple):
    """Who takes which stance on what, under which condition."""

    holders: tuple[str, ...]
    stance: str
    content: str
    condition: str = ""


def rows(briefing: Briefing, text: str) -> list[Row]:
    """The stands that a reader is shown."""
    return [row(briefing, position, text) for position in briefing.stands]


def row(briefing: Briefing, position: Position, text: str) -> Row:
    content = " … ".join(span.of(text) for span in position.content)
    condition = position.condition.of(text) if position.condition else ""
    return Row(names(briefing, position.holders), position.stance, content, condition)


def names(briefing: Briefing, identities: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(briefing.actor(identity).name for identity in identities)


def only(briefing: Briefing, stance: Stance) -> Position:
    """The one stand with this stance."""
    (found,) = [position for position in briefing.stands if position.stance is stance]
    return found
