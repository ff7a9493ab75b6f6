"""Calendar arithmetic: what "last Tuesday" is, seen from a day of publication.

Everything here is a function of its arguments: nothing reads a clock. A value is ISO 8601 as
TIMEX3 writes it, and a date has a value only if it lies on the calendar: what cannot be placed
has none, rather than a guess or a pattern such as `XXXX-03`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import NamedTuple

from briefings.document import Precision, Published
from briefings.events import TimePrecision

_VALUE = re.compile(r"(\d{4})(?:-W(\d\d)|-(\d\d)(?:-(\d\d))?)?(?![\d])")
_MONDAY, _FRIDAY = 0, 4
_UNDECIDED = range(5, 8)
"""A month that is as far behind as ahead could be either, without a tense."""

FAR = timedelta(days=31)
"""A date without its year that is nearer than this is meant, whatever the tense says."""


class Direction(Enum):
    """On which side of the publication a time lies, as far as the verb tells."""

    PAST = -1
    UNKNOWN = 0
    FUTURE = 1


class Value(NamedTuple):
    """A TIMEX3 value with its precision."""

    text: str
    precision: TimePrecision


NOTHING = Value("", TimePrecision.UNKNOWN)


@dataclass(frozen=True)
class Reference:
    """From where relative times are counted; `None` is what the publication does not give.

    Attributes:
        year: The year of publication.
        month: Its month, 1 to 12.
        day: The day, if the publication is known to the day.
        direction: On which side of it the time lies.
        told: Whether the verb says so of the time itself; else it counts for weekdays only.
    """

    year: int | None = None
    month: int | None = None
    day: date | None = None
    direction: Direction = Direction.UNKNOWN
    told: bool = True

    @property
    def side(self) -> Direction:
        """The direction, if the verb tells it of the time itself."""
        return self.direction if self.told else Direction.UNKNOWN

    @classmethod
    def of(cls, published: Published | None, direction: Direction, *, told: bool) -> Reference:
        """The reference that a date of publication gives; none of a malformed one."""
        if published is None:
            return cls(direction=direction)
        parts = published.date.split("-")
        try:
            first = date(*(int(part) for part in [*parts, "1", "1"][:3]))
        except ValueError:
            return cls(direction=direction)
        by_month = published.precision is not Precision.YEAR and len(parts) > 1
        by_day = published.precision is Precision.DAY and len(parts) > 2
        return cls(
            first.year,
            first.month if by_month else None,
            first if by_day else None,
            direction,
            told,
        )


Resolver = Callable[[Reference], Value]
"""What an expression means, once it is known from where it is counted."""


def fixed(text: str, precision: TimePrecision) -> Resolver:
    """A value that needs no reference."""
    return lambda _: Value(text, precision)


def nowhere(_: Reference) -> Value:
    """A time that is counted from something else than the publication: "the next day"."""
    return NOTHING


def on_day(day: date) -> Value:
    """A day."""
    return Value(day.isoformat(), TimePrecision.DAY)


def in_week(day: date) -> Value:
    """The ISO week of a day."""
    year, week, _ = day.isocalendar()
    return Value(f"{year:04}-W{week:02}", TimePrecision.WEEK)


def in_month(year: int, month: int) -> Value:
    """A month; `month` may lie outside of 1 to 12 and then counts into other years."""
    index = year * 12 + month - 1
    if not 12 <= index < 120_000:
        return NOTHING
    return Value(f"{index // 12:04}-{index % 12 + 1:02}", TimePrecision.MONTH)


def in_year(year: int) -> Value:
    """A year."""
    return Value(f"{year:04}", TimePrecision.YEAR) if 0 < year < 10_000 else NOTHING


def shifted(day: date, days: int) -> date | None:
    """A day so many days off, or None if the calendar does not reach so far."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def valid_day(year: int, month: int, day: int) -> date | None:
    """The day, or None if there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def away(count: int, unit: str) -> Resolver:
    """So many units from the publication, to the precision of the unit: "two weeks ago".

    Args:
        count: How many, negative for the past.
        unit: A mark of ISO 8601: `D`, `W`, `M`, `Q` or `Y`.
    """

    def resolve(at: Reference) -> Value:
        if at.year is None:
            return NOTHING
        if unit == "Y":
            return in_year(at.year + count)
        if at.month is None:
            return NOTHING
        if unit == "M":
            return in_month(at.year, at.month + count)
        if unit == "Q":
            index = at.year * 4 + (at.month - 1) // 3 + count
            return Value(f"{index // 4:04}-Q{index % 4 + 1}", TimePrecision.YEAR)
        if at.day is None or unit not in {"D", "W"} or abs(count) > 100_000:
            return NOTHING
        day = shifted(at.day, count * (7 if unit == "W" else 1))
        if day is None:
            return NOTHING
        return in_week(day) if unit == "W" else on_day(day)

    return resolve


def weekday(number: int, week: int | None = None, *, strictly: int = 0) -> Resolver:
    """A weekday, 0 for Monday.

    Alone it is the nearest in the direction of the verb's tense, the day of publication itself
    included; the nearest of all if there is no tense.

    Args:
        number: Which weekday.
        week: The week counted from that of the publication: 1 for "next Monday".
        strictly: -1 or 1 for the nearest before or after the publication: "last Monday".
    """

    def resolve(at: Reference) -> Value:
        if at.day is None:
            return NOTHING
        back = (at.day.weekday() - number) % 7
        if week is not None:
            days = number - at.day.weekday() + 7 * week
        elif strictly:
            days = -(back or 7) if strictly < 0 else (7 - back if back else 7)
        elif at.direction is Direction.PAST:
            days = -back
        elif at.direction is Direction.FUTURE:
            days = (7 - back) % 7
        else:
            days = -back if back <= 3 else 7 - back
        day = shifted(at.day, days)
        return on_day(day) if day else NOTHING

    return resolve


def day_of_year(month: int, day: int) -> Resolver:
    """A day without its year: "3 March"."""

    def resolve(at: Reference) -> Value:
        if at.year is None or at.month is None:
            return NOTHING
        anchor = at.day or date(at.year, at.month, min(day, 28))
        years = (at.year - 1, at.year, at.year + 1)
        days = [found for year in years if (found := valid_day(year, month, day))]
        chosen = _nearest(days, anchor, at.side)
        return on_day(chosen) if chosen else NOTHING

    return resolve


def month_of_year(month: int, *, strictly: int = 0) -> Resolver:
    """A month without its year: "in March"; `strictly` is -1 for "last March", 1 for "next"."""

    def resolve(at: Reference) -> Value:
        if at.year is None or at.month is None:
            return NOTHING
        offset = (month - at.month) % 12
        if strictly < 0:
            return in_month(at.year, at.month + offset - 12)
        if strictly > 0:
            return in_month(at.year, at.month + (offset or 12))
        forward = at.side is Direction.FUTURE
        if at.side is Direction.UNKNOWN:
            if offset in _UNDECIDED:
                return NOTHING
            forward = offset < _UNDECIDED[0]
        return in_month(at.year, at.month + (offset if forward or not offset else offset - 12))

    return resolve


def day_of_month(day: int) -> Resolver:
    """A day without its month: "on the 15th"."""

    def resolve(at: Reference) -> Value:
        if at.day is None:
            return NOTHING
        days = []
        for index in range(-1, 2):
            year, month = divmod(at.day.year * 12 + at.day.month - 1 + index, 12)
            found = valid_day(year, month + 1, day)
            if found is not None:
                days.append(found)
        ahead = [d for d in days if d >= at.day]
        behind = [d for d in days if d <= at.day]
        if at.direction is Direction.FUTURE and ahead:
            return on_day(min(ahead))
        if at.direction is Direction.PAST and behind:
            return on_day(max(behind))
        return NOTHING

    return resolve


def part_of_year(mark: str, shift: int | None = None) -> Resolver:
    """A season, quarter or half of a year: "SU", "Q3", "H2".

    Args:
        mark: The mark that TIMEX3 puts behind the year.
        shift: The year counted from that of the publication; None for the nearest.
    """
    months = {"SP": 4, "SU": 7, "FA": 10, "WI": 12, "H1": 3, "H2": 9}
    months |= {f"Q{number}": 3 * number - 1 for number in range(1, 5)}

    def resolve(at: Reference) -> Value:
        if at.year is None:
            return NOTHING
        year = at.year + (shift or 0)
        if shift is None:
            found = month_of_year(months[mark])(at)
            if not found.text:
                return NOTHING
            year = int(found.text[:4])
        return Value(f"{year:04}-{mark}", TimePrecision.YEAR)

    return resolve


def weekend(week: int | None, *, this: bool = False) -> Resolver:
    """A weekend.

    Args:
        week: Counted from the week of publication; None is the nearest by the tense.
        this: Whether it is called this one, which on a Friday is the coming one.
    """

    def resolve(at: Reference) -> Value:
        if at.day is None:
            return NOTHING
        shift = week
        if shift is None:
            last = _MONDAY if this else _FRIDAY
            shift = -1 if at.direction is Direction.PAST and at.day.weekday() <= last else 0
        day = shifted(at.day, 7 * shift)
        if day is None:
            return NOTHING
        return Value(f"{in_week(day).text}-WE", TimePrecision.WEEK)

    return resolve


def bounds(value: str) -> tuple[date, date] | None:
    """The first and the last day of a date: of "2026-03" the 1st and the 31st of March."""
    match = _VALUE.match(value)
    if match is None or "/" in value:
        return None
    year, week, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        if week:
            first = date.fromisocalendar(year, week, 1)
            return first, first + timedelta(days=6)
        if day:
            return (only := date(year, month, day)), only
        if month:
            after = date(year + month // 12, month % 12 + 1, 1)
            return date(year, month, 1), after - timedelta(days=1)
        return date(year, 1, 1), date(year, 12, 31)
    except (ValueError, OverflowError):
        return None


def _nearest(days: Iterable[date], anchor: date, direction: Direction) -> date | None:
    ranked = sorted(days, key=lambda day: abs(day - anchor))
    if not ranked or abs(ranked[0] - anchor) <= FAR or direction is Direction.UNKNOWN:
        return ranked[0] if ranked else None
    wanted = [day for day in ranked if (day > anchor) == (direction is Direction.FUTURE)]
    return wanted[0] if wanted else ranked[0]
