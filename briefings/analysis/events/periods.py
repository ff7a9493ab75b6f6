"""Periods of the calendar other than months and years.

the 1990s · the 20th century · Q3 2026 · the second half of 2025 · next spring
"""

from __future__ import annotations

import re

from briefings.analysis.events.calendar import (
    NOTHING,
    Direction,
    Reference,
    Resolver,
    Value,
    fixed,
    part_of_year,
)
from briefings.analysis.events.figures import is_hyphen, ordinal_at, year_at
from briefings.analysis.events.lexicon import lexicon
from briefings.analysis.events.reading import Reading, Words
from briefings.events import TimeKind, TimePrecision

_DECADE = re.compile(r"(1[0-9]|20)([0-9])0['’]?s")
_SHORT_DECADE = re.compile(r"['’‘]?([2-9])0s")
_YEAR_OFF = {"last": -1, "this": 0, "next": 1}


def _date(start: int, end: int, core: int, resolve: Resolver) -> Reading:
    return Reading(start, end, TimeKind.DATE, resolve, core)


def decade_at(words: Words, index: int) -> Reading | None:
    """The 1990s · the '90s: a decade is written with its first three figures."""
    match = _DECADE.fullmatch(words.at(index))
    if match:
        return _date(index, index + 1, index, fixed(match[1] + match[2], TimePrecision.UNKNOWN))
    short = _SHORT_DECADE.fullmatch(words.at(index))
    if not short:
        return None
    quoted = words.at(index)[0] in "'’‘"
    if not quoted and words.at(index - 1) not in {"'", "’", "‘"}:
        return None
    start = index if quoted else index - 1
    century = "20" if short[1] == "2" else "19"
    return _date(start, index + 1, index, fixed(century + short[1], TimePrecision.UNKNOWN))


def century_at(words: Words, index: int) -> Reading | None:
    """The 20th century, written with its first two figures."""
    ordinal = ordinal_at(words, index - 1)
    hyphen = 0
    if ordinal is None and is_hyphen(words, index - 1):
        ordinal, hyphen = ordinal_at(words, index - 2), 1
    if ordinal is None or not 1 < ordinal < 30:
        return None
    value = fixed(f"{ordinal - 1:02}", TimePrecision.UNKNOWN)
    return _date(index - 1 - hyphen, index + 1, index, value)


def part_at(words: Words, index: int) -> Reading | None:
    """Q3 2026 · the second half of 2025 · the first quarter · the third quarter of this year."""
    word, known = words.at(index), lexicon()
    if len(word) == 2 and word[0] in "qh" and word[1] in "1234":
        mark, start = word.upper(), index
        if mark in {"H3", "H4"} or not words.is_capital(index):
            return None
    else:
        ordinal = known.ordinals.get(words.at(index - 1))
        if word not in {"half", "quarter"} or ordinal is None:
            return None
        if words.at(index - 1) == "final" and word == "half":
            ordinal = 2
        mark, start = f"{word[0].upper()}{ordinal}", index - 1
        if mark in {"H3", "H4"}:
            return None
    end, resolve = _in_year(words, index + 1, mark)
    if resolve is None:
        # Without a year, "the first half" is mostly one of a match.
        if mark[0] == "H":
            return None
        resolve = part_of_year(mark)
    return _date(start, end, index, resolve)


def season_at(words: Words, index: int) -> Reading | None:
    """Summer 2026 · the spring of last year · this autumn · last winter."""
    word = words.at(index)
    mark = lexicon().seasons[word]
    before = words.at(index - 1)
    if before in {"last", "next", "this"}:
        if word == "fall" and words.at(index + 1) in {"in", "of", "from"}:
            return None
        return _date(index - 1, index + 1, index, _pointed_season(mark, before))
    end, resolve = _in_year(words, index + 1, mark)
    if resolve is not None:
        return _date(index, end, index, resolve)
    if before == "the" and words.at(index - 2) in {"in", "during", "by", "since", "until"}:
        if word in {"fall", "spring"} and words.at(index + 1) == "of":
            return None
        return _date(index - 1, index + 1, index, part_of_year(mark))
    return None


def _pointed_season(mark: str, word: str) -> Resolver:
    """Last, this or next; the season of a year before its end is not yet the last one."""
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[mark]

    def resolve(at: Reference) -> Value:
        if at.month is None:
            return NOTHING
        if word == "this":
            # A winter is written with the year it begins in.
            early = mark == "WI" and at.month <= 2
            ahead = at.direction is Direction.FUTURE and at.month >= first + 3
            return part_of_year(mark, -1 if early else 1 if ahead else 0)(at)
        if word == "next":
            return part_of_year(mark, 0 if at.month < first else 1)(at)
        over = at.month >= first + 3
        early_winter = mark == "WI" and at.month <= 2
        return part_of_year(mark, -2 if early_winter else 0 if over else -1)(at)

    return resolve


def _in_year(words: Words, index: int, mark: str) -> tuple[int, Resolver | None]:
    """The year behind a part of it: "2026", "of 2026", "of last year", "of the year"."""
    at = index + 1 if words.at(index) in {"of", "in", ","} else index
    year = year_at(words, at)
    if year is not None:
        return at + 1, fixed(f"{year:04}-{mark}", TimePrecision.YEAR)
    shift = _YEAR_OFF.get(words.at(at), 0 if words.at(at) == "the" else None)
    if shift is not None and words.at(at + 1) == "year":
        return at + 2, part_of_year(mark, shift)
    return index, None
