"""The words of time, as tables that the rules look up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from briefings.knowledge import load

_SHORTEST_ABBREVIATION = 3


@dataclass(frozen=True)
class Lexicon:
    """What a word in lower case means in an expression of time.

    Attributes:
        months: Names and abbreviations of the months -> 1 to 12.
        weekdays: Names of the weekdays -> 0 for Monday.
        short_weekdays: Their abbreviations, which count only beside a date.
        units: Units of time in the singular -> their mark in a duration.
        plurals: The same in the plural.
        numbers: Numerals -> their number.
        ordinals: "first" to "fourth" -> their number.
        parts_of_day: -> their mark in TIMEX3.
        seasons: -> their mark in TIMEX3.
        deictic_days: "yesterday" and the like -> days from the publication.
        sets: "annually" and the like -> the duration after which it comes again.
        holidays: Names of days, as tuples of words -> month and day.
        words: Everything else, by purpose.
    """

    months: dict[str, int]
    weekdays: dict[str, int]
    short_weekdays: dict[str, int]
    units: dict[str, str]
    plurals: dict[str, str]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    parts_of_day: dict[str, str]
    seasons: dict[str, str]
    deictic_days: dict[str, int]
    sets: dict[str, str]
    holidays: dict[tuple[str, ...], tuple[int, int]]
    ambiguous_months: frozenset[str]
    words: dict[str, frozenset[str]]


@cache
def lexicon() -> Lexicon:
    """The tables, made once from the knowledge of English."""
    known: dict[str, Any] = load("en/times")
    months: dict[str, int] = {}
    for number, name in enumerate(known["months"], start=1):
        short = name[:_SHORTEST_ABBREVIATION]
        for form in (name, short, f"{short}."):
            months[form] = number
    months |= {"sept": 9, "sept.": 9}
    weekdays = {name: number for number, name in enumerate(known["weekdays"])}
    short_days = {
        form: number
        for name, number in weekdays.items()
        for form in (name[:3], f"{name[:3]}.", name[:4], f"{name[:4]}.", f"{name[:5]}.")
    }
    units = dict(known["units"])
    plurals = {f"{name}s": mark for name, mark in units.items()} | {"centuries": units["century"]}
    return Lexicon(
        months=months,
        weekdays=weekdays,
        short_weekdays=short_days,
        units=units,
        plurals=plurals,
        numbers=known["numbers"],
        ordinals=known["ordinals"],
        parts_of_day=known["parts_of_day"],
        seasons=known["seasons"],
        deictic_days=known["deictic_days"],
        sets=known["sets"],
        holidays={
            tuple(k.replace("'s", " 's").split()): (v[0], v[1])
            for k, v in known["holidays"].items()
        },
        ambiguous_months=frozenset(known["ambiguous_months"]),
        words={key: frozenset(value) for key, value in known["words"].items()},
    )
