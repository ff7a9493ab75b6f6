"""Briefings -> what happened, what is due and what may come, in time.

Nothing is dated that its text does not date: an event without a time of its own stands at the day
on which it was reported, and says so; what is still to come without a date stands apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from briefings.briefing import Actor, Briefing
from briefings.commitments import Commitment, commitments
from briefings.document import Document, Span
from briefings.events import Event, EventStatus, Time, TimeKind

_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_CALENDAR = re.compile(r"\d{4}(-\d\d){0,2}(?![\dX])")
_POINTS = frozenset({TimeKind.DATE, TimeKind.TIME})
_HAPPENED = frozenset({EventStatus.PAST, EventStatus.ONGOING})


@dataclass(frozen=True, slots=True)
class Happening:
    """An event, or a promise that is due.

    Attributes:
        document: Where it is told.
        told: The event or the promise.
        actors: Who takes part, or is bound.
        when: The calendar day, month or year in ISO 8601; empty if there is none.
        is_reported: Whether `when` is only the day on which it was reported.
    """

    document: Document
    told: Event | Commitment
    actors: tuple[Actor, ...]
    when: str
    is_reported: bool = False

    @property
    def time(self) -> Time | None:
        """The words that say when."""
        return self.told.time if isinstance(self.told, Event) else self.told.due

    @property
    def words(self) -> Span:
        """The words that tell it."""
        if isinstance(self.told, Event):
            return self.told.span
        parts = self.told.content or (self.told.sentence,)
        return Span(parts[0].start, parts[-1].end)


@dataclass(frozen=True, slots=True)
class Timeline:
    """Happenings.

    Attributes:
        undated: Those that happened, told by articles without a date.
        dated: Those with a day, a month or a year, in time.
        ahead: Those that are still to come, or may, without a date; the newest briefing first.
    """

    undated: tuple[Happening, ...]
    dated: tuple[Happening, ...]
    ahead: tuple[Happening, ...]

    @property
    def all(self) -> tuple[Happening, ...]:
        """All of them, what happened before what is to come."""
        return (*self.undated, *self.dated, *self.ahead)


def timeline(briefings: Iterable[tuple[Document, Briefing]]) -> Timeline:
    """The timeline of some briefings.

    Args:
        briefings: Each with its document, in any order.
    """
    told = sorted(briefings, key=lambda one: _published(one[0]), reverse=True)
    found = [happening for one in told for happening in _happenings(*one)]
    dated = [one for one in found if one.when]
    others = [one for one in found if not one.when]
    return Timeline(
        dated=tuple(sorted(dated, key=lambda one: (one.when, one.is_reported))),
        ahead=tuple(one for one in others if not _has_happened(one)),
        undated=tuple(one for one in others if _has_happened(one)),
    )


def begins(time: Time | None) -> str:
    """When a time begins, as exactly as it is known: a day, a month or a year in ISO 8601.

    Empty for what is no point in time, and for what the text does not tie to a calendar.
    """
    if time is None or time.kind not in _POINTS:
        return ""
    if week := _WEEK.match(time.value):
        try:
            return date.fromisocalendar(int(week[1]), int(week[2]), 1).isoformat()
        except ValueError:
            return ""
    calendar = _CALENDAR.match(time.value)
    return calendar[0] if calendar else ""


def _happenings(document: Document, briefing: Briefing) -> Iterator[Happening]:
    actors = {actor.id: actor for actor in briefing.actors}

    def of(ids: Iterable[str]) -> tuple[Actor, ...]:
        return tuple(actors[one] for one in ids if one in actors)

    for event in briefing.events:
        when = begins(event.time)
        is_reported = not when and event.status in _HAPPENED
        if is_reported:
            when = _published(document)
        yield Happening(document, event, of(event.actors), when, is_reported and bool(when))
    for promise in commitments(briefing):
        if when := begins(promise.due):
            yield Happening(document, promise, of(promise.bearers), when)


def _has_happened(happening: Happening) -> bool:
    return isinstance(happening.told, Event) and happening.told.status in _HAPPENED


def _published(document: Document) -> str:
    return document.published.date if document.published else ""
