"""Corrections of positions."""

from __future__ import annotations

from dataclasses import replace

from briefings.briefing import Briefing, Directness, Position
from briefings.corrections.case import Case, Unfit
from briefings.corrections.values import (
    AddPosition,
    HidePosition,
    PositionCorrection,
    SetCondition,
    SetHolders,
    SetPolarity,
    SetStance,
    SetStrength,
    SetTargets,
    SetTopic,
)


def correct_positions(case: Case, correction: PositionCorrection) -> Briefing:
    """The briefing with one correction of a position; raises Unfit if it does not fit."""
    if isinstance(correction, AddPosition):
        return _with_new_position(case, correction)
    position = case.position(correction.position)
    if isinstance(correction, HidePosition):
        rest = tuple(one for one in case.briefing.positions if one is not position)
        return replace(case.briefing, positions=rest)
    changed = _changed(case, position, correction)
    positions = (changed if one is position else one for one in case.briefing.positions)
    return replace(case.briefing, positions=tuple(positions))


def _changed(
    case: Case,
    position: Position,
    correction: SetHolders
    | SetTargets
    | SetStance
    | SetStrength
    | SetPolarity
    | SetTopic
    | SetCondition,
) -> Position:
    match correction:
        case SetHolders():
            if not correction.holders:
                raise Unfit("A position is somebody's; hide it instead.")
            return replace(position, holders=case.actors(correction.holders))
        case SetTargets():
            return replace(position, targets=case.actors(correction.targets))
        case SetStance():
            return replace(position, stance=correction.stance)
        case SetStrength():
            return replace(position, strength=correction.strength)
        case SetPolarity():
            return replace(position, polarity=correction.polarity)
        case SetTopic():
            return replace(position, topic=" ".join(correction.topic.split()))
        case SetCondition():
            condition = correction.condition
            return replace(position, condition=case.span(condition) if condition else None)


def _with_new_position(case: Case, correction: AddPosition) -> Briefing:
    if not correction.holders:
        raise Unfit("A position is somebody's; choose a holder.")
    if not correction.content:
        raise Unfit("A position is about something; select the words that say it.")
    content, cue = case.spans(correction.content), case.spans(correction.cue)
    added = Position(
        id=case.new_id,
        holders=case.actors(correction.holders),
        sources=(),
        stance=correction.stance,
        strength=correction.strength,
        directness=Directness.ATTITUDE,
        source=(),
        cue=cue,
        content=content,
        sentence=case.sentence(cue or content),
        condition=case.span(correction.condition) if correction.condition else None,
        polarity=correction.polarity,
        topic=" ".join(correction.topic.split()),
    )
    positions = list(case.briefing.positions)
    for index, one in enumerate(positions):
        if (one.cue, one.content, one.holders) == (cue, content, added.holders):
            # The analysis finds it now too; what the reader said of it counts.
            positions[index] = replace(
                one,
                stance=added.stance,
                strength=added.strength,
                polarity=added.polarity,
                condition=added.condition or one.condition,
                topic=added.topic or one.topic,
                is_stand=True,
            )
            return replace(case.briefing, positions=tuple(positions))
    after = sum(one.sentence <= added.sentence for one in positions)
    positions.insert(after, added)
    return replace(case.briefing, positions=tuple(positions))
