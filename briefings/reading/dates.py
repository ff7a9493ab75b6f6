"""Dates as a page writes them: read only if they are complete and can mean one day or month.

A weekday without a date, "yesterday", a day without a year, and 03/04/2025 say too little: what
they mean would be a guess, and a document without a stated date stays undated.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from briefings import knowledge
from briefings.document import Precision, Published

LONGEST_DATE = 80
"""A longer line is no date, in code points."""

_URL_DATE = re.compile(r"(?<!\d)([12]\d{3})([/-])([01]\d)\2([0-3]\d)(?!\d)")


def date_line(line: str) -> tuple[bool, Published | None]:
    """Whether a line is nothing but a date, and the date of publication if it states one.

    Takes "Friday, July 21, 2017", "Published: 3 March 2024, 14:05 GMT", "2024-03-03" and the like.
    A line that says when a text was updated is a date line without a date of publication; a bare
    year is a heading.
    """
    line = " ".join(line.split())
    if len(line) > LONGEST_DATE:
        return False, None
    match = _date_line_pattern().fullmatch(line.rstrip("."))
    if not match:
        return False, None
    published = parse_date(match["date"].rstrip(","))
    if published is None or published.precision is Precision.YEAR:
        return False, None
    return True, None if match["updated"] else published


def dateline_date(paragraph: str) -> Published | None:
    """The date in a dateline such as "LISBON, 21 July 2017 (Agency) — The …", or None.

    The place must stand in capitals and a dash must follow: other dates near the beginning of a
    text are what the text is about.
    """
    match = _dateline_pattern().match(paragraph[: 2 * LONGEST_DATE])
    return parse_date(match["date"]) if match else None


def parse_date(words: str) -> Published | None:
    """A date in one of the usual forms, with the precision it has; None if it is none of them.

    Takes ISO 8601 dates and times, "July 21, 2017", "21 July 2017", "July 2017", "2017-07", and
    figures with the year last if only one order can be meant ("21/07/2017"). A bare year is
    taken only from ISO form ("2017").
    """
    words = " ".join(words.split()).casefold()
    for pattern in _date_patterns():
        match = pattern.fullmatch(words)
        if match:
            return _published(match.groupdict())
    return None


def _published(parts: dict[str, str | None]) -> Published | None:
    year, month, day = (parts.get(name) or "" for name in ("year", "month", "day"))
    if parts.get("first"):
        month, day = _only_order(int(parts["first"] or 0), int(parts["second"] or 0))
    if not month:
        return Published(year, Precision.YEAR)
    number = int(month) if month.isdecimal() else _month_number(month)
    try:
        value = date(int(year), number, int(day or 1))
    except ValueError:
        return None
    if not day:
        return Published(value.isoformat()[:7], Precision.MONTH)
    return Published(value.isoformat(), Precision.DAY)


def _only_order(first: int, second: int) -> tuple[str, str]:
    """Month and day of two figures, or an impossible month if both orders could be meant."""
    if first > 12 or first == second:
        return str(second), str(first)
    if second > 12:
        return str(first), str(second)
    return "0", "0"


def _month_number(name: str) -> int:
    months: list[str] = knowledge.load("en/boilerplate")["dates"]["months"]
    return 1 + next(i for i, month in enumerate(months) if month.startswith(name[:3]))


def _alternatives(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _names() -> dict[str, str]:
    """Patterns of the words that dates are made of, by kind."""
    words: dict[str, list[str]] = knowledge.load("en/boilerplate")["dates"]
    short = {"september": r"sept?", "june": "june?", "july": "july?"}
    months = [f"{m}|{short.get(m, m[:3])}\\.?" for m in words["months"]]
    days = [f"{d}|{d[:4]}\\.?|{d[:3]}\\.?" for d in words["weekdays"]]
    return {
        "month": f"(?P<month>{'|'.join(months)})",
        "weekday": f"(?:(?:{'|'.join(days)}),? )?",
        "published": _alternatives(words["published"]),
        "updated": _alternatives(words["updated"]),
    }


@cache
def _date_patterns() -> tuple[re.Pattern[str], ...]:
    names = _names()
    year, day = r"(?P<year>[12]\d{3})", r"(?P<day>\d{1,2})"
    time = r"(?:[t ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?z| ?[+-]\d{2}:?\d{2})?)?"
    month, weekday = names["month"], names["weekday"]
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"{year}-(?P<month>\d\d)-{day}{time}",
            rf"{year}-(?P<month>\d\d)",
            year,
            rf"{weekday}{month} {day}(?:st|nd|rd|th)?,? {year}",
            rf"{weekday}{day}(?:st|nd|rd|th)? (?:of )?{month},? {year}",
            rf"{month},? {year}",
            rf"{weekday}(?P<first>\d{{1,2}})(?P<mark>[/.])(?P<second>\d{{1,2}})(?P=mark){year}",
        )
    )


@cache
def _date_line_pattern() -> re.Pattern[str]:
    names = _names()
    before = rf"(?:(?P<updated>{names['updated']})|{names['published']})?:? ?"
    clock = r"\d{1,2}[:.]\d{2}(?::\d{2})? ?(?:[ap]\.?m\.?)?"
    zone = r"(?: ?\(?[A-Z]{2,4}(?:[+-]\d{1,2})?\)?)?"
    after = rf"(?:,? ?(?:at |[-–—|·] ?)?{clock}{zone})?"
    body = r"(?P<date>(?:[A-Za-z]{3,9}\.?,? )?[\w./-]{1,10}(?: of)?(?: [\w.]{1,10},?){0,2})"
    return re.compile(before + body + after, re.IGNORECASE)


@cache
def _dateline_pattern() -> re.Pattern[str]:
    place = r"[A-Z][A-Z .'/-]{2,40}"
    region = r"(?:, [A-Z][A-Za-z. ]{1,20})?"
    body = r"(?P<date>[A-Za-z0-9][A-Za-z0-9./]{0,9},? [A-Za-z0-9.]{1,9},? [12]\d{3})"
    return re.compile(rf"{place}{region}, {body}(?: \([^()]{{2,40}}\))? ?[—–-]")


def date_in_url(url: str) -> Published | None:
    """The full date in an address such as `…/2024/03/05/harbour` or `…/2024-03-05-harbour`."""
    match = _URL_DATE.search(url[:2000])
    return parse_date("-".join(match.group(1, 3, 4))) if match else None
