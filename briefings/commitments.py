"""Positions -> commitments: who promised or ruled out what, to whom, on what condition, by when.

A view: it reads the briefing as a value and nothing else, so it is as right after a reader's
corrections as it was before. Nothing in it is found anew.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from briefings.briefing import (
    Actor,
    ActorType,
    Briefing,
    MentionKind,
    Position,
    Role,
    Stance,
    Strength,
)
from briefings.document import Span
from briefings.events import Event, EventStatus, Time, TimeKind

_PROMISES = frozenset({Stance.COMMITS, Stance.REFUSES})
_POINTS = frozenset({TimeKind.DATE, TimeKind.TIME})
_TO_COME = frozenset({EventStatus.SCHEDULED, EventStatus.CONDITIONAL, EventStatus.HYPOTHETICAL})
_NO_LONGER = frozenset({"former", "ex", "ex-", "then", "late", "retired", "outgoing"})
_NOT_YET = frozenset({"candidate", "nominee", "contender", "hopeful", "challenger", "frontrunner"})


@dataclass(frozen=True, slots=True)
class Commitment:
    """A promise, or the refusal of one.

    Attributes:
        position: The id of the position that it is.
        bearers: The ids of the actors who are bound by it: the holders, those for whom they speak,
            and the state in whose name an office holder promises what is not his own doing.
        sources: The ids of the actors who are reported to have said so; they are others than the
            bearers if it is second-hand.
        is_refusal: Whether it is ruled out rather than promised.
        strength: How far they go.
        content: The words that say what.
        beneficiaries: The ids of the actors to whom it is directed, as far as they are named in it.
        condition: The words of the condition it stands under, or None.
        due: By when or when, as the text says it; None if it does not.
        sentence: The sentence that says so.
    """

    position: str
    bearers: tuple[str, ...]
    sources: tuple[str, ...]
    is_refusal: bool
    strength: Strength
    content: tuple[Span, ...]
    sentence: Span
    beneficiaries: tuple[str, ...] = ()
    condition: Span | None = None
    due: Time | None = None


def commitments(briefing: Briefing) -> tuple[Commitment, ...]:
    """Every promise and refusal among the stands of a briefing, in the order of the text."""
    around = _Surroundings.of(briefing)
    return tuple(
        _commitment(around, position)
        for position in briefing.stands
        if position.stance in _PROMISES or _is_promised_too(around, position)
    )


def conditions(briefing: Briefing) -> tuple[Position, ...]:
    """The stands under a condition that are no commitments: what else hinges on something.

    A condition that a commitment took over from its neighbour is not told twice.
    """
    bound = commitments(briefing)
    told = {commitment.condition for commitment in bound}
    promised = {commitment.position for commitment in bound}
    return tuple(
        position
        for position in briefing.stands
        if position.condition is not None
        and position.id not in promised
        and position.condition not in told
    )


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What commitments are read with, looked up once for all of them.

    Attributes:
        actors: The actors by their ids.
        states: The ids of the states by their names, each with its place among the actors.
        stands: The stands by their sentences, in the order of the text.
        events: The events to come that have a time, by where they begin.
        times: The points in time, by where they begin.
    """

    actors: dict[str, Actor]
    states: dict[str, list[tuple[int, str]]]
    stands: dict[Span, list[Position]]
    events: list[tuple[int, Event]]
    times: list[tuple[int, Time]]

    @classmethod
    def of(cls, briefing: Briefing) -> _Surroundings:
        """Those of a briefing."""
        states: dict[str, list[tuple[int, str]]] = {}
        for number, actor in enumerate(briefing.actors):
            if actor.type is ActorType.STATE:
                states.setdefault(actor.name, []).append((number, actor.id))
        stands: dict[Span, list[Position]] = {}
        for position in briefing.stands:
            stands.setdefault(position.sentence, []).append(position)
        events = [(one.span.start, one) for one in briefing.events if _is_dated(one)]
        times = [(one.span.start, one) for one in briefing.times if one.kind in _POINTS]
        return cls(
            {actor.id: actor for actor in briefing.actors},
            states,
            stands,
            sorted(events, key=_start),
            sorted(times, key=_start),
        )


Found = TypeVar("Found", Event, Time)


def _start(found: tuple[int, object]) -> int:
    return found[0]


def _is_dated(event: Event) -> bool:
    return event.status in _TO_COME and event.time is not None and event.time.kind in _POINTS


def _within(known: Sequence[tuple[int, Found]], spans: Iterable[Span]) -> list[Found]:
    """Those that stand whole within one of some spans, by where they begin."""
    found: dict[int, Found] = {}
    for span in spans:
        first = bisect_left(known, span.start, key=_start)
        for number in range(first, bisect_left(known, span.end, key=_start)):
            if span.contains(known[number][1].span):
                found[number] = known[number][1]
    return [found[number] for number in sorted(found)]


def _commitment(around: _Surroundings, position: Position) -> Commitment:
    bearers = _bearers(around, position)
    return Commitment(
        position=position.id,
        bearers=bearers,
        sources=position.sources,
        is_refusal=position.stance is Stance.REFUSES,
        strength=position.strength,
        content=_content(position),
        sentence=position.sentence,
        beneficiaries=tuple(
            one for one in position.targets if one not in bearers and not _is_place(around, one)
        ),
        condition=position.condition or _condition_beside(around, position),
        due=_due(around, position),
    )


def _is_place(around: _Surroundings, identity: str) -> bool:
    """Whether it is but where it is to happen: "promised to speak in Oslo"."""
    actor = around.actors.get(identity)
    return actor is not None and actor.type is ActorType.PLACE


def _is_promised_too(around: _Surroundings, position: Position) -> bool:
    """She spoke of the union's promise of boats and [its support for the port]."""
    if position.stance is not Stance.SUPPORTS or not _is_second_hand(position):
        return False
    return any(
        other.stance is Stance.COMMITS
        and other.holders == position.holders
        and other.sources == position.sources
        for other in around.stands[position.sentence]
    )


def _content(position: Position) -> tuple[Span, ...]:
    """What is promised; of support that is promised too, the word for it as well."""
    if position.stance is not Stance.SUPPORTS:
        return position.content
    spans = sorted((*position.cue, *position.content))
    return (Span(spans[0].start, spans[-1].end),) if spans else ()


def _is_second_hand(position: Position) -> bool:
    return bool(position.sources) and not set(position.sources) & set(position.holders)


def _bearers(around: _Surroundings, position: Position) -> tuple[str, ...]:
    found = dict.fromkeys((*position.holders, *position.on_behalf_of))
    for identity in position.holders:
        holder = around.actors.get(identity)
        if holder is not None and not _is_of_himself(holder, position):
            found.update(dict.fromkeys(_states_spoken_for(around, holder)))
    return tuple(found)


def _is_of_himself(holder: Actor, position: Position) -> bool:
    """He expressed [his] readiness to talk: his own doing, and not that of his state."""
    return any(
        mention.kind is not MentionKind.ADJECTIVE and span.contains(mention.span)
        for mention in holder.mentions
        for span in position.content
    )


def _states_spoken_for(around: _Surroundings, holder: Actor) -> list[str]:
    """The states whose office a person holds, as the text says it."""
    if holder.type is not ActorType.PERSON:
        return []
    names = {role.state for role in holder.roles if role.state and _is_in_office(role)}
    found = sorted(state for name in names for state in around.states.get(name, ()))
    return [identity for _, identity in found]


def _is_in_office(role: Role) -> bool:
    words = set(role.title.casefold().replace("-", " ").split())
    return not words & (_NO_LONGER | _NOT_YET)


def _condition_beside(around: _Surroundings, position: Position) -> Span | None:
    """She offered boats but insisted [they stay outside the bay]: the same holders, one matter."""
    for other in around.stands[position.sentence]:
        if (
            other.stance is Stance.CONDITIONS
            and other.holders == position.holders
            and other.topic == position.topic
        ):
            return other.condition
    return None


def _due(around: _Surroundings, position: Position) -> Time | None:
    """When what is promised is to happen; when it was said stands outside of the content.

    The time of an event to come, else the only time there: of several, one may belong to anything.
    """
    inside = [span for span in position.content if span != position.condition]
    for event in _within(around.events, inside):
        return event.time
    condition = position.condition
    points = [
        time
        for time in _within(around.times, inside)
        if not (condition and condition.contains(time.span))
    ]
    return points[0] if len(points) == 1 else None
