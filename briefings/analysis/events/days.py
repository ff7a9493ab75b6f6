"""Days named from the publication, weekdays, parts of a day, and times of a clock.

yesterday · on Tuesday · last Friday · every Sunday · Monday evening · this weekend
tonight · at 10:30 · 3 p.m. · noon
"""

from __future__ import annotations

import re

from briefings.analysis.events.calendar import (
    Reference,
    Resolver,
    Value,
    away,
    fixed,
    nowhere,
    weekday,
    weekend,
)
from briefings.analysis.events.figures import is_hyphen
from briefings.analysis.events.lexicon import lexicon
from briefings.analysis.events.reading import Reading, Words
from briefings.events import TimeKind, TimePrecision

_CLOCK = re.compile(r"([01]?\d|2[0-3])([:.])([0-5]\d)(?::[0-5]\d)?")
_HOUR = re.compile(r"1[0-2]|0?[1-9]")
_HALF_DAYS = {"am": 0, "a.m.": 0, "a.m": 0, "pm": 12, "p.m.": 12, "p.m": 12}
_WEEK_OFF = {"last": -1, "this": 0, "next": 1}
_NAMES = frozenset({"ORG", "PERSON", "WORK_OF_ART", "PRODUCT", "FAC", "EVENT"})


def with_part(resolve: Resolver, mark: str) -> Resolver:
    """A part of a day: "Tuesday evening"."""

    def resolved(at: Reference) -> Value:
        day = resolve(at)
        if day.precision is not TimePrecision.DAY or "/" in day.text:
            return Value("", TimePrecision.UNKNOWN)
        return Value(f"{day.text}T{mark}", TimePrecision.DAY)

    return resolved


def at_clock(resolve: Resolver, clock: str) -> Resolver:
    """A time of a day: "Tuesday at 3 p.m."; `clock` is "15:00"."""

    def resolved(at: Reference) -> Value:
        day = resolve(at)
        if day.precision is not TimePrecision.DAY or "T" in day.text or "/" in day.text:
            return Value("", TimePrecision.UNKNOWN)
        return Value(f"{day.text}T{clock}", TimePrecision.MINUTE)

    return resolved


def _day(words: Words, start: int, end: int, core: int, resolve: Resolver) -> Reading:
    """A day, with the part of it that may follow: "Tuesday [evening]"."""
    mark = lexicon().parts_of_day.get(words.at(end))
    if mark is not None and not words.is_capital(end):
        return Reading(start, end + 1, TimeKind.TIME, with_part(resolve, mark), core)
    return Reading(start, end, TimeKind.DATE, resolve, core)


def deictic_at(words: Words, index: int) -> Reading | None:
    """Yesterday · tomorrow morning · the day after tomorrow."""
    days = lexicon().deictic_days[words.at(index)]
    # "the ''Today'' show"
    titled = words.at(index + 1) in {"'", "''", '"', "’", "”"} or words.entity(index) in _NAMES
    # "a USA Today poll"
    named = words.is_capital(index - 1) and index > 1 and not words.headline
    if (titled or named) and words.is_capital(index) and index > 0:
        return None
    start = index
    if words.is_at(index - 3, "the", "day", "after") and days == 1:
        start, days = index - 3, 2
    if words.is_at(index - 3, "the", "day", "before") and days == -1:
        start, days = index - 3, -2
    return _day(words, start, index + 1, index, away(days, "D"))


def tonight_at(index: int) -> Reading:
    """Tonight."""
    resolve = with_part(away(0, "D"), "NI")
    return Reading(index, index + 1, TimeKind.TIME, resolve, index)


def part_of_day_at(words: Words, index: int) -> Reading | None:
    """This morning · at midday."""
    mark = lexicon().parts_of_day[words.at(index)]
    if words.at(index - 1) == "this" and not words.is_capital(index):
        return Reading(index - 1, index + 1, TimeKind.TIME, with_part(away(0, "D"), mark), index)
    if words.at(index) == "midday" and words.at(index - 1) in {"at", "by", "until"}:
        return Reading(index, index + 1, TimeKind.TIME, nowhere, index)
    return None


def weekday_at(words: Words, index: int) -> Reading | None:
    """On Tuesday · last Friday · Tuesday of next week · every Sunday."""
    known = lexicon()
    number = known.weekdays[words.at(index)]
    if not words.is_capital(index) or _is_named(words, index):
        return None
    before = words.at(index - 1)
    if before in known.words["every"]:
        value = fixed(f"XXXX-WXX-{number + 1}", TimePrecision.UNKNOWN)
        return Reading(index - 1, index + 1, TimeKind.SET, value, index)
    of = index + 2 if words.at(index + 1) in {"of", "in"} else index + 1
    week = _WEEK_OFF.get(words.at(of))
    if week is not None and words.at(of + 1) == "week":
        return _day(words, index, of + 2, index, weekday(number, week))
    if words.at(index + 1)[:-1] in known.parts_of_day:
        mark = known.parts_of_day[words.at(index + 1)[:-1]]
        value = fixed(f"XXXX-WXX-{number + 1}T{mark}", TimePrecision.UNKNOWN)
        return Reading(index, index + 2, TimeKind.SET, value, index)
    token = words.tokens[index]
    if before in {"a", "one", "that", "another"} and token.head.i <= token.i:
        # "a Wednesday", but "a Wednesday interview"
        return None
    if before == "last":
        return _day(words, index - 1, index + 1, index, weekday(number, strictly=-1))
    if before == "next":
        return _day(words, index - 1, index + 1, index, weekday(number, 1))
    if before == "coming":
        return _day(words, index - 1, index + 1, index, weekday(number, strictly=1))
    counted = words.at(index + 1) in {"before", "after"} and before == "the"
    if before == "following" or counted:
        return Reading(index - 1, index + 1, TimeKind.DATE, nowhere, index)
    start = index - 1 if before in {"this", "past"} else index
    return _day(words, start, index + 1, index, weekday(number))


def weekdays_at(words: Words, index: int) -> Reading | None:
    """On Sundays."""
    number = lexicon().weekdays.get(words.at(index)[:-1])
    if number is None or not words.is_capital(index):
        return None
    value = fixed(f"XXXX-WXX-{number + 1}", TimePrecision.UNKNOWN)
    return Reading(index, index + 1, TimeKind.SET, value, index)


def _is_named(words: Words, index: int) -> bool:
    """Whether the weekday is part of a name: "Black Friday", "the Sunday Herald"."""
    before, after = words.at(index - 1), words.at(index + 1)
    if before in {"black", "good", "super", "bloody", "holy", "ash", "cyber", "palm", "easter"}:
        return True
    if words.headline or words.entity(index) not in _NAMES:
        return False
    beside = words.is_capital(index + 1) or (words.is_capital(index - 1) and index > 1)
    return beside and after not in lexicon().weekdays


def weekend_at(words: Words, index: int) -> Reading | None:
    """This weekend · last weekend · over the weekend."""
    before = words.at(index - 1)
    if before in _WEEK_OFF or before == "past":
        week = _WEEK_OFF.get(before, -1)
        resolve = weekend(week or None, this=not week)
        return Reading(index - 1, index + 1, TimeKind.DATE, resolve, index)
    if before == "the" and words.at(index - 2) in {"over", "at", "on", "during", "before", "after"}:
        return Reading(index - 1, index + 1, TimeKind.DATE, weekend(None), index)
    return None


def clock_at(words: Words, index: int) -> tuple[int, str] | None:
    """The end and the value of a time of a clock at an index: "10:30", "3 p.m.", "1400 GMT"."""
    word = words.at(index)
    zones = lexicon().words["zones"]
    if word == "noon":
        return index + 1, "12:00"
    if word == "midnight":
        return index + 1, "24:00"
    if not word[:1].isdigit() or not word.isascii():
        return None
    half = _HALF_DAYS.get(words.at(index + 1))
    match = _CLOCK.fullmatch(word)
    if match is not None:
        hour, minute = int(match[1]), int(match[3])
        if match[2] == "." and half is None and words.at(index + 1) not in zones:
            return None
    elif half is not None and _HOUR.fullmatch(word):
        hour, minute = int(word), 0
    elif len(word) == 4 and word.isdigit() and words.at(index + 1) in {"gmt", "utc", "hours"}:
        hour, minute = int(word[:2]), int(word[2:])
        if hour > 23 or minute > 59:
            return None
    elif words.at(index + 1) in {"o'clock", "o’clock"} and _HOUR.fullmatch(word):
        return index + 2, ""
    else:
        return None
    end = index + 1
    if half is not None:
        if hour > 12:
            return None
        hour = hour % 12 + half
        end += 1
    elif words.at(end) == "hours":
        end += 1
    while words.at(end) in zones | {"time"} and end < index + 4:
        end += 1
    return end, f"{hour:02}:{minute:02}"


def is_score(words: Words, index: int) -> bool:
    """Whether figures such as "10:30" stand where no time does: a ratio, a verse, a score."""
    before = words.at(index - 1)
    return (
        is_hyphen(words, index - 1)
        or words.entity(index) in _NAMES
        or before in {"v", "vs", "ratio"}
    )
