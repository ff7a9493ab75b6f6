"""Dates of the calendar: days, months, years, and parts of a year.

3 March 2026 · March 3-5 · in March · 2027 · the 1990s · 03/25/2026 · the 15th
Q3 2026 · the second half of 2025 · next spring · the 20th century · Christmas Eve
"""

from __future__ import annotations

import re

from briefings.analysis.events.calendar import (
    NOTHING,
    Reference,
    Resolver,
    Value,
    day_of_month,
    day_of_year,
    fixed,
    in_month,
    in_year,
    month_of_year,
    nowhere,
    on_day,
    valid_day,
)
from briefings.analysis.events.figures import (
    day_at,
    days_at,
    is_hyphen,
    ordinal_at,
    year_at,
)
from briefings.analysis.events.lexicon import lexicon
from briefings.analysis.events.reading import Reading, Words
from briefings.events import TimeKind, TimePrecision

_NUMERIC = re.compile(r"(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})")
_YEARS = re.compile(r"([12]\d{3})[-–/](\d{2}|[12]\d{3})")
_BEFORE_YEAR = frozenset(
    {"in", "since", "by", "until", "till", "from", "before", "after", "during"}
)
_BEFORE_YEAR |= {"early", "late", "mid", "of", "to", "and", "between", "through", "throughout"}
_NAMES = frozenset({"ORG", "PERSON", "WORK_OF_ART", "PRODUCT", "FAC", "LAW", "EVENT", "NORP"})
_MODERN = 1700
"""An earlier year needs more than an entity to be one."""
_YEAR_OFF = {"last": -1, "this": 0, "next": 1}


def _date(start: int, end: int, core: int, resolve: Resolver) -> Reading:
    return Reading(start, end, TimeKind.DATE, resolve, core)


def month_at(words: Words, index: int) -> Reading | None:
    """The date around the month at an index."""
    if not words.is_capital(index):
        return None
    known = lexicon()
    month = known.months[words.at(index)]
    day, start, end = _day_beside(words, index)
    year_index = end + 1 if words.at(end) in {",", "of"} else end
    year = year_at(words, year_index)
    if year is not None:
        end = year_index + 1
    if day is None and year is None and not _is_month(words, index):
        return None
    if isinstance(day, tuple):
        return _date(start, end, index, _interval(year, month, *day))
    if day is not None and year is not None:
        found = valid_day(year, month, day)
        return _date(start, end, index, fixed(*on_day(found))) if found else None
    if day is not None:
        return _date(start, end, index, day_of_year(month, day))
    if year is not None:
        return _date(index, end, index, fixed(*in_month(year, month)))
    return month_alone(words, index, month)


def _day_beside(words: Words, index: int) -> tuple[int | tuple[int, int] | None, int, int]:
    """The day before or behind a month, with where the whole begins and ends."""
    after = days_at(words, index + 1)
    if after is not None:
        return after[:2], index, after[2]
    for first in (index - 3, index - 1):
        before = days_at(words, first)
        if before is not None and before[2] == index and words.at(first - 1) not in {"$", "no."}:
            return before[:2], first, index + 1
    day = day_at(words, index + 1)
    if day is not None and words.at(index + 2) not in {"%", "percent", "million", "billion"}:
        return day, index, index + 2
    of = 1 if words.at(index - 1) == "of" else 0
    day = day_at(words, index - 1 - of)
    if day is not None and (not of or ordinal_at(words, index - 2)):
        return day, index - 1 - of, index + 1
    return None, index, index + 1


def _interval(year: int | None, month: int, first: int, last: int) -> Resolver:
    """From a day to another of one month, as ISO 8601 writes it."""

    def resolve(at: Reference) -> Value:
        if year is None:
            begin = day_of_year(month, first)(at).text
        else:
            found = valid_day(year, month, first)
            begin = on_day(found).text if found else ""
        end = valid_day(int(begin[:4]), month, last) if begin else None
        return Value(f"{begin}/{on_day(end).text}", TimePrecision.DAY) if end else NOTHING

    return resolve


def _is_month(words: Words, index: int) -> bool:
    """Whether a month without a figure is one, and no name or verb."""
    known, word = lexicon(), words.at(index)
    if len(word.rstrip(".")) <= 4 and word not in {"may", "june", "july"}:
        return False
    before = words.at(index - 1)
    pointed = before in known.words["prepositions"] | {
        "last",
        "next",
        "this",
        "early",
        "late",
        "mid",
    }
    pointed = pointed or before in {"of", "to", "and", "or", "between", "-", "every", "each"}
    entity = words.entity(index)
    if word in known.ambiguous_months:
        if words.tokens[index].tag_ in {"MD", "VB", "VBP"} or entity in _NAMES:
            return False
        token = words.tokens[index]
        if entity == "DATE" and token.dep_ in {"compound", "nmod"} and token.head.i > token.i:
            # "a June letter"
            return True
        return pointed and (entity == "DATE" or before not in {"and", "of", "for", "with", "to"})
    return entity not in _NAMES or pointed


def month_alone(words: Words, index: int, month: int) -> Reading:
    """In March · last March · March of next year."""
    before = words.at(index - 1)
    if before in lexicon().words["every"]:
        value = fixed(f"XXXX-{month:02}", TimePrecision.UNKNOWN)
        return Reading(index - 1, index + 1, TimeKind.SET, value, index)
    of = index + 2 if words.at(index + 1) == "of" else index + 1
    shift = _YEAR_OFF.get(words.at(of))
    if shift is not None and words.at(of + 1) == "year":
        return _date(index, of + 2, index, _month_of_shifted(month, shift))
    if before in {"last", "next"}:
        strictly = _YEAR_OFF[before]
        return _date(index - 1, index + 1, index, month_of_year(month, strictly=strictly))
    if before == "that":
        return _date(index - 1, index + 1, index, nowhere)
    if before == "this":
        return _date(index - 1, index + 1, index, _month_of_shifted(month, 0))
    return _date(index, index + 1, index, month_of_year(month))


def _month_of_shifted(month: int, shift: int) -> Resolver:
    return lambda at: NOTHING if at.year is None else in_month(at.year + shift, month)


def year_alone(words: Words, index: int) -> Reading | None:
    """In 2027 · 2019-2023 · the 2024 election."""
    year = year_at(words, index)
    if year is None:
        return None
    before, entity = words.at(index - 1), words.entity(index)
    if before in {"$", "€", "£", "#", "no.", "room", "agenda", "vision", "project"}:
        return None
    if is_hyphen(words, index + 1) or words.at(index + 1) == "to":
        last = year_at(words, index + 2)
        if last is not None and last > year and before not in {"$", "€"}:
            value = fixed(f"{year}/{last}", TimePrecision.YEAR)
            return _date(index, index + 3, index, value)
    dated = entity == "DATE" and year >= _MODERN
    if _counts(words, index) or (not dated and not _is_placed_year(words, index, year)):
        return None
    return _date(index, index + 1, index, fixed(*in_year(year)))


def _counts(words: Words, index: int) -> bool:
    """Whether figures that could be a year count something: "2000 soldiers"."""
    token = words.tokens[index]
    counted = (
        token.dep_ == "nummod" and token.head.tag_ in {"NNS", "NNPS"} and token.head.i > token.i
    )
    return counted and words.at(index - 1) not in {"the", "'s", "’s"}


def _is_placed_year(words: Words, index: int, year: int) -> bool:
    token = words.tokens[index]
    if year < _MODERN and token.ent_type_ != "DATE":
        return False
    if token.dep_ == "nummod" and token.head.i > token.i:
        return words.at(index - 1) in {"the", "'s", "’s", "a", "his", "her", "its", "their"}
    if token.ent_type_ in _NAMES | {"MONEY", "QUANTITY", "PERCENT"}:
        return False
    return words.at(index - 1) in _BEFORE_YEAR


def written_in_figures(words: Words, index: int) -> Reading | None:
    """2026-03-25 · 25.3.2026 · 3/25/2026: only if one order alone can be meant."""
    if words.at(index + 1) == "-" and words.at(index + 3) == "-" and year_at(words, index):
        text, end = "".join(words.low[index : index + 5]), index + 5
    else:
        text, end = words.at(index), index + 1
    match = _NUMERIC.fullmatch(text)
    if match is None or not text.isascii():
        years = _YEARS.fullmatch(text)
        return _years(index, years) if years and text.isascii() else None
    first, second, third = int(match[1]), int(match[3]), int(match[4])
    if len(match[1]) == 4:
        found = valid_day(first, second, third)
    elif len(match[4]) == 4 and (first > 12 or first == second):
        found = valid_day(third, second, first)
    elif len(match[4]) == 4 and second > 12:
        found = valid_day(third, first, second)
    elif len(match[4]) == 4 and valid_day(third, first, second):
        return _date(index, end, index, nowhere)
    else:
        return None
    return _date(index, end, index, fixed(*on_day(found))) if found else None


def _years(index: int, match: re.Match[str]) -> Reading | None:
    """2019–2023 · 2025/26."""
    first = int(match[1])
    last = int(match[2]) if len(match[2]) == 4 else first // 100 * 100 + int(match[2])
    if last <= first:
        return None
    return _date(index, index + 1, index, fixed(f"{first}/{last}", TimePrecision.YEAR))


def ordinal_day_at(words: Words, index: int) -> Reading | None:
    """On the 15th."""
    day = ordinal_at(words, index)
    if day is None or not 1 <= day <= 31 or not words.is_at(index - 2, "on", "the"):
        return None
    token = words.tokens[index]
    if token.head.i > token.i and token.dep_ in {"amod", "compound", "nummod"}:
        return None
    return _date(index - 1, index + 1, index, day_of_month(day))


def holiday_at(words: Words, index: int) -> Reading | None:
    """Christmas Eve · New Year's Day 2027."""
    low = [word.replace("’", "'") for word in words.low[index : index + 4]]
    for name, (month, day) in lexicon().holidays.items():
        if tuple(low[: len(name)]) == name and words.is_capital(index):
            placed = words.at(index - 1) in lexicon().words["prepositions"]
            if len(name) == 1 and not placed:
                return None
            end = index + len(name)
            year = year_at(words, end)
            if year is not None:
                found = valid_day(year, month, day)
                return _date(index, end + 1, index, fixed(*on_day(found))) if found else None
            return _date(index, end, index, day_of_year(month, day))
    return None
