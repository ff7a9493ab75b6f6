"""What happened, when, where, and how many: the circumstances that a document tells.

Times follow TIMEX3 of TimeML: a value in ISO 8601 with its precision. A time that the text does
not tie to a calendar stays without a value; nothing is ever dated by the day of the import.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefings.document import Span


class TimeKind(StrEnum):
    """The four classes of TIMEX3."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"


class TimePrecision(StrEnum):
    """How exactly the time is known."""

    MINUTE = "minute"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Time:
    """An expression of time: "on Tuesday", "for months", "in March 2027".

    Attributes:
        span: The words.
        kind: Which class of TIMEX3.
        value: ISO 8601 as TIMEX3 writes it ("2026-03-03", "2026-W10", "P2M"); empty if the text
            does not give enough to know it.
        precision: How exactly it is known.
    """

    span: Span
    kind: TimeKind
    value: str = ""
    precision: TimePrecision = TimePrecision.UNKNOWN


class EventStatus(StrEnum):
    """Whether it has happened, or may."""

    PAST = "past"
    ONGOING = "ongoing"
    SCHEDULED = "scheduled"
    CONDITIONAL = "conditional"
    HYPOTHETICAL = "hypothetical"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, happens or may happen.

    Attributes:
        id: Unique within its briefing ("e4").
        trigger: The word or words that name what happens: "signed", "summit".
        span: The words that tell it, trigger, actors and object included.
        sentence: The sentence it stands in.
        status: Whether it has happened, or may.
        actors: The ids of the actors who take part.
        place: Where, as the text says it, be it in a later sentence; None if it does not.
        time: When, as the text says it, be it in a later sentence; None if it does not.
    """

    id: str
    trigger: Span
    span: Span
    sentence: Span
    status: EventStatus
    actors: tuple[str, ...] = ()
    place: Span | None = None
    time: Time | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts: "about 2,000 troops", "$4.5 billion in aid".

    Attributes:
        id: Unique within its briefing ("n2").
        span: The words, from the first word of the amount to the last of what is counted.
        sentence: The sentence it stands in.
        amount: The words of the amount with its modifier: "about 2,000", "$4.5 billion".
        value: The number; of a range ("10 to 20") the lower end; None for "dozens" and the like.
        upper: The upper end of a range, else None.
        unit: "USD", "EUR", "percent", "km", "people" …; empty if things are counted.
        counted: The words that say what is counted, or None.
    """

    id: str
    span: Span
    sentence: Span
    amount: Span
    value: float | None = None
    upper: float | None = None
    unit: str = ""
    counted: Span | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place that the text names, once for the whole document.

    Attributes:
        id: Unique within its briefing ("l1").
        name: The best name the text gives.
        mentions: Where it is named as a place; the adjective of a state is no mention of a place.
        state: The name of the state it lies in, or its own if it is one; empty if not known.
        actor: The id of the actor that is the same ("Ukraine" acts and is a place), or empty.
    """

    id: str
    name: str
    mentions: tuple[Span, ...]
    state: str = ""
    actor: str = ""
